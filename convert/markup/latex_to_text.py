"""LaTeX in the fields of a .bib file, back to text: accents, symbols, and inline markup.

pylatexenc knows LaTeX; this adds the commands by which we spell characters, keeps what
nobody knows as it stands, and turns italics and raised or lowered letters into the model's
markup where the caller wants it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from ..base.lazy_regex import regex
from ..tables.latex import MATH, TEXT

PLAIN = regex(r"[^\\{}$~`'%\-^_]*")
MATHEMATICS = regex(r"(?<!\\)\$([^$]+)(?<!\\)\$|\\\((.+?)\\\)|\\ensuremath\{([^{}]*)\}")
RAISED = regex(r"([_^])(?:\{([^{}]*)\}|(\\[A-Za-z]+|[^\\{}\s]))")
# Decoded by itself: a command or formula in braces of its own, an accent, a formula.
ISLAND = regex(
    r"\{\\(?:[^{}\\$]|\\.|\{[^{}$]*\})*\}|\{\$[^${}]*(?:\{[^{}$]*\}[^${}]*)*\$\}|(?<!\\)\$[^$]+(?<!\\)\$"
    r"|\\[\"'`^~=.](?:[A-Za-z]|\{(?:[A-Za-z]|\\[ij])\})|\\[cvuHkdbr]\{[A-Za-z]\}"
    r"|\\text(?:superscript|subscript|it|bf)\{[^{}\\$]*\}|\\emph\{[^{}\\$]*\}"
)
COMMAND = regex(r"\\(?![&%#_$])|(?<!\\)\$")
JOINED = regex(r"---?|``|''|~")
SIGNS = {"--": "–", "---": "—", "``": "“", "''": "”", "~": "\u00a0"}
ESCAPED = regex(r"\\([&%#_$])|[{}]")
BLANKS = regex(r"[ \t\r\n]+")
DEGREE = regex(r"\^(?:\{\\circ\}|\\circ(?![A-Za-z]))")
SWITCHES = regex(r"\{\\(?:(em|it|sl|itshape)|bf|bfseries)(?![A-Za-z])\s*")
CSNAME = regex(r"\\csname ([A-Za-z]+)\\endcsname")
LONE = regex(r"\\([ckHruvbd.\"'`^~=])\{\}")
SPACING = dict(zip("ckHruvbd.\"'`^~=", "¸˛˝˚˘ˇ_.˙¨´`^~¯", strict=True))
PRIMES = regex(r"\^\{((?:\\prime)+)\}|\^\\prime(?![A-Za-z])")
MARKED = {
    "textit": "i", "emph": "i", "textsl": "i", "mkbibemph": "i", "textbf": "b", "mkbibbold": "b",
    "textsuperscript": "sup", "mkbibsuperscript": "sup", "textsubscript": "sub",
    "mkbibsubscript": "sub",
}  # fmt: skip
BARE = ("textrm", "textsf", "texttt", "textsc", "textup", "textmd", "textnormal", "mbox", "text",
        "mathrm", "mathit", "mathbf", "mathsf", "mathcal", "enquote", "NoCaseChange", "bibinfo",
        "operatorname", "uppercase", "url", "path", "nolinkurl", "texorpdfstring")  # fmt: skip
CODES = {"textless": "<", "textgreater": ">", "textbar": "|", "textbackslash": "\\", "lbrace": "{",
         "rbrace": "}", "textquotesingle": "'", "textquotedbl": '"', "nocite": "", "relax": "",
         "par": " ", "newline": " ", "protect": "", "ldotp": ".", "texttildelow": "~",
         "textasciitilde": "~", "textasciicircum": "^", ",": "\u2009", "/": "", "slash": "/",
         "copyright": "©", "S": "§", "P": "¶", "pounds": "£", "euro": "€", "dag": "†",
         "ddag": "‡", "sc": "", "rm": "", "sf": "", "tt": "", "normalfont": "",
         "upshape": ""}  # fmt: skip
# In an address: what stands for a tilde, and a command around all of it.
TILDE = regex(
    r"\\%7E|\{\\~\{\}\}|\\~\{\}|\{?\\textasciitilde(?:\{\}|\})?\s?|\{?\$\\sim\$\}?|\\string~"
)
WRAPPED = regex(r"\\(?:url|path|nolinkurl)\s*\{(.*)\}|\\href\s*\{([^{}]*)\}\{.*\}")
SPELT = regex(r"[\\{}]")

LOGOS = ("TeX", "LaTeX", "BibTeX", "LuaLaTeX", "LuaTeX", "XeLaTeX", "XeTeX", "pdfLaTeX", "pdfTeX")


def plain_text(latex: str) -> str:
    """Return plain text, without any markup; every blank is an ordinary one."""
    return _decode(latex, marked=False).replace("\u00a0", " ").replace("\u2009", " ")


def address(latex: str) -> str:
    """Return an address as it is, whatever commands spell its signs or stand around it."""
    latex = latex.strip()
    if found := WRAPPED.fullmatch(latex):
        latex = found[1] or found[2] or ""
    return SPELT.sub("", TILDE.sub("~", latex)).strip()


def rich_text(latex: str) -> str:
    """Return text with ``<i> <b> <sup> <sub>`` for what LaTeX marks so."""
    return _decode(latex, marked=True)


def _decode(latex: str, marked: bool) -> str:
    """Decode; short commands in braces and formulas each by themselves, since most recur.

    pylatexenc takes milliseconds for an abstract, so it gets all of a text only where a
    command stands outside of these islands.
    """
    latex = BLANKS.sub(" ", latex).strip(" ")
    if PLAIN.fullmatch(latex):
        return latex
    pieces, end = [], 0
    for match in ISLAND.finditer(latex):
        pieces += [latex[end : match.start()], _island(match[0], marked)]
        end = match.end()
    pieces.append(latex[end:])
    if any(COMMAND.search(piece) for piece in pieces[::2]):
        return _whole(latex, marked)
    pieces[::2] = map(_simple, pieces[::2])
    return _neat("".join(pieces))


def _simple(piece: str) -> str:
    """Decode what has no command: escaped signs, ties, dashes, quotes, and braces."""
    piece = JOINED.sub(lambda match: SIGNS[match[0]], piece)
    return ESCAPED.sub(lambda match: match[1] or "", piece)


@lru_cache(maxsize=4096)
def _island(latex: str, marked: bool) -> str:
    return _whole(latex, marked)


def _whole(latex: str, marked: bool) -> str:
    """Decode by pylatexenc; what is nested too deeply for it stays as it stands."""
    spelt = MATHEMATICS.sub(_mathematics, CSNAME.sub(r"\\\1", latex))
    spelt = SWITCHES.sub(lambda found: r"\textit{" if found[1] else r"\textbf{", spelt)
    spelt = LONE.sub(lambda found: SPACING[found[1]], spelt)
    try:
        return _neat(_decoder(marked).latex_to_text(spelt, tolerant_parsing=True))
    except RecursionError:
        return _neat(latex)
    except (AttributeError, LookupError, ValueError):  # what pylatexenc says to a lack of arguments
        return _neat(_simple(latex))


def _neat(text: str) -> str:
    return unicodedata.normalize("NFC", BLANKS.sub(" ", text))


def _mathematics(match: re.Match[str]) -> str:
    """Spell a formula's raised and lowered parts as text does, its primes and degrees too."""
    formula = match[1] or match[2] or match[3] or ""
    formula = DEGREE.sub("°", formula)
    formula = PRIMES.sub(lambda found: "′" * max(1, found[0].count("prime")), formula)
    formula = RAISED.sub(_raised, formula)
    return f"${formula}$" if formula.strip() else ""


def _raised(match: re.Match[str]) -> str:
    name = "textsubscript" if match[1] == "_" else "textsuperscript"
    return rf"\{name}{{{match[2] if match[2] is not None else match[3]}}}"


@cache
def _decoder(marked: bool) -> Any:
    """Make pylatexenc's decoder with our commands before its own; it takes a while to load."""
    import logging  # noqa: PLC0415  # only pylatexenc's decoder needs it

    from pylatexenc import latexwalker, macrospec  # noqa: PLC0415  # it takes a while to load
    from pylatexenc.latex2text import (  # noqa: PLC0415  # it takes a while to load
        LatexNodes2Text,
        MacroTextSpec,
        get_default_latex_context_db,
    )

    # It would tell the user of commands without arguments, which stay in the text.
    logging.getLogger("pylatexenc.latex2text").setLevel(logging.CRITICAL)
    known = _symbols()
    wrapped = {name: f"<{tag}>%s</{tag}>" if marked else "%s" for name, tag in MARKED.items()}
    wrapped |= dict.fromkeys(BARE, "%s")
    second = dict.fromkeys(("href", "textcolor"), "%(2)s")
    context = get_default_latex_context_db()
    context.add_context_category(
        "medcite",
        prepend=True,
        macros=[
            *(MacroTextSpec(name, symbol) for name, symbol in known.items()),
            *(MacroTextSpec(name, pattern) for name, pattern in (wrapped | second).items()),
        ],
    )
    context.set_unknown_macro_spec(MacroTextSpec("", lambda node: str(node.latex_verbatim())))
    walker = latexwalker.get_default_latex_context_db()
    takes = [(name, "{") for name in wrapped] + [(name, "{{") for name in second]
    walker.add_context_category(
        "medcite", prepend=True, macros=[macrospec.std_macro(*each) for each in takes]
    )
    return _LatexDecoder(LatexNodes2Text, context, walker)


def _symbols() -> dict[str, str]:
    """Return the characters by the names of the commands that we write for them, and logos."""
    symbols = {name: symbol for symbol, name in reversed(TEXT.items()) if name.isalpha()}
    symbols |= {name[1:]: symbol for symbol, name in reversed(MATH.items()) if name[1:].isalpha()}
    return symbols | CODES | {name: name for name in LOGOS}


class _LatexDecoder:
    """The decoder and the parser's context, which pylatexenc wants separately."""

    def __init__(self, make: Any, context: Any, walker: Any) -> None:
        self.nodes = make(latex_context=context, math_mode="text", keep_comments=True)
        self.walker = walker

    def latex_to_text(self, latex: str, tolerant_parsing: bool) -> str:
        """Decode ``latex``."""
        return str(
            self.nodes.latex_to_text(
                latex, tolerant_parsing=tolerant_parsing, latex_context=self.walker
            )
        )
