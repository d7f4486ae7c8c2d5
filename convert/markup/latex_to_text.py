"""LaTeX in the fields of a .bib file as text: accents, symbols, and inline markup.

pylatexenc knows LaTeX. This module adds the commands that medcite writes, keeps unknown ones as
they stand, and turns italics, superscripts and the like into the model's markup where the caller
wants that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from ..base.lazy_regex import regex
from ..tables.journal_macros import JOURNAL_MACROS
from ..tables.latex import MATH, TEXT
from .latex_formulas import without_formulas
from .latex_packages import without_packages

PLAIN = regex(r"[^\\{}$~`'%\-^_]*")
# What is decoded by itself: a command or formula in braces of its own, an accent, a formula.
SHORT_COMMAND = regex(
    r"\{\\(?:[^{}\\$]|\\.|\{[^{}$]*\})*\}|\{\$[^${}]*(?:\{[^{}$]*\}[^${}]*)*\$\}|(?<!\\)\$[^$]+(?<!\\)\$"
    r"|\\[\"'`^~=.](?:[A-Za-z]|\{(?:[A-Za-z]|\\[ij])\})|\\[cvuHkdbr]\{[A-Za-z]\}"
    r"|\\text(?:superscript|subscript|it|bf)\{[^{}\\$]*\}|\\emph\{[^{}\\$]*\}"
)
COMMAND = regex(r"\\(?![&%#_$])|(?<!\\)\$")
_COMMAND_NAME = regex(r"\\[A-Za-z]+")
LIGATURE = regex(r"---?|``|''|~")
LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”", "~": "\u00a0"}
ESCAPED_SIGN = regex(r"\\([&%#_$])|[{}]")
BLANKS = regex(r"[ \t\r\n]+")
# {\it x}, and \it{x} as people write it in formulas.
FONT_SWITCH = regex(
    r"\{\\(em|it|sl|itshape|slshape|bf|bfseries|sc|scshape)(?![A-Za-z])\s*"
    r"|\\(em|it|sl|bf|sc)\s*\{"
)
FONT_COMMANDS = {
    "bf": r"\textbf{", "bfseries": r"\textbf{", "sc": r"\textsc{", "scshape": r"\textsc{",
}  # fmt: skip
SMALL_CAPS = '<span style="font-variant:small-caps;">'
EMPTY = regex(rf"(?:<(i|b|sup|sub)>|{SMALL_CAPS})( ?)</(?:\1|span)>")
# A command that TeX puts together: its name, or that of an accent in the default encoding.
CSNAME = regex(
    r"\\csname(?:\s*(?:\\string\s+|\\detokenize\s*\{)?([A-Za-z]+)\}?|\?\\string\\([\"'`^~=.]))\\endcsname"
)
LONE_ACCENT = regex(r"\\([ckHruvbd.\"'`^~=])(?:\{\}|\s*$)")  # over nothing, or at the end
SPACING_ACCENTS = dict(zip("ckHruvbd.\"'`^~=", "¸˛˝˚˘ˇ_.˙¨´`^~¯", strict=True))
TAGS = {
    "textit": "i", "emph": "i", "textsl": "i", "mkbibemph": "i", "textbf": "b", "mkbibbold": "b",
    "textsuperscript": "sup", "mkbibsuperscript": "sup", "textsubscript": "sub",
    "mkbibsubscript": "sub",
}  # fmt: skip
# Commands for fonts that the model has no markup for.
FONTS = (
    "textsf", "texttt", "underline", "mathsf", "mathtt", "mathcal", "mathfrak", "mathscr", "sf",
    "tt", "sffamily", "ttfamily", "cal",
)  # fmt: skip
# Those for which it has some, and which a text without markup loses.
PRINTED_MARKUP = ("textit", "emph", "textsl", "textbf", "textsc", "mkbibemph", "mkbibbold")
SWITCHES = ("em", "it", "sl", "bf", "sc", "itshape", "slshape", "bfseries", "scshape")
# Commands that change only the look of their argument, which is their text.
TRANSPARENT = (
    "textrm", "textsf", "texttt", "textup", "textmd", "textnormal", "mbox", "text",
    "mathrm", "mathit", "mathbf", "mathsf", "mathcal", "NoCaseChange", "bibinfo",
    "operatorname", "url", "path",
    "nolinkurl", "texorpdfstring", "hbox", "boldsymbol", "bm", "underline", "t",
)  # fmt: skip
# Commands that print their argument in other letters; its markup stays.
CASES = {
    "uppercase": str.upper, "MakeUppercase": str.upper,
    "lowercase": str.lower, "MakeLowercase": str.lower,
}  # fmt: skip
TAG_OR_TEXT = regex(r"<[^<>]*>|[^<]+|<")
# Commands that print something beside or around their argument.
AROUND = {"mkbibparens": "(%s)", "mkbibbrackets": "[%s]", "textcommabelow": "%s\u0326"}
SYMBOLS = {
    "textless": "<", "textgreater": ">", "textbar": "|", "textbackslash": "\\", "lbrace": "{",
    "rbrace": "}", "textquotesingle": "'", "textquotedbl": '"', "nocite": "", "relax": "",
    "par": " ", "newline": " ", "protect": "", "ldotp": ".", "texttildelow": "~",
    "textasciitilde": "~", "textasciicircum": "^", ",": "\u2009", "/": "", "slash": "/",
    "degree": "°", "textdegree": "°", "celsius": "°C", "micro": "µ", "ohm": "Ω", "textohm": "Ω",
    "perthousand": "‰", "textendash": "–", "textemdash": "—", "less": "<", "greater": ">",
    "copyright": "©", "S": "§", "P": "¶", "pounds": "£", "euro": "€", "dag": "†", "ddag": "‡",
    "sc": "", "rm": "", "sf": "", "tt": "", "normalfont": "", "upshape": "", "it": "", "sl": "",
    "em": "", "bf": "", "cal": "", "mit": "", "itshape": "", "slshape": "", "scshape": "",
    "bfseries": "", "mdseries": "", "rmfamily": "", "sffamily": "", "ttfamily": "",
    "hyphen": "-", "nbhyphen": "-", "hyp": "-", "blacksquare": "■",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»",
    "flq": "‹", "frq": "›",
    "-": "", "tiny": "", "scriptsize": "", "small": "", "footnotesize": "",
}  # fmt: skip
# A letter as LaTeX spells it: an accent with its letter, or a command that is a letter.
_ACCENTED = r"(?:\{\s*(?:\\[ij]|[^\W\d_]{1,2})\s*\}|\\[ij](?![A-Za-z])|[^\W\d_])"
_LETTER_NAMES = "O|o|L|l|AE|ae|OE|oe|AA|aa|ss|SS|i|j|DH|dh|DJ|dj|NG|ng|TH|th"
_LETTER = (
    rf"(?:\\(?:[\"'`^~=.]|[cvuHkdbr](?![A-Za-z]))\s*{_ACCENTED}"
    rf"|\\(?:{_LETTER_NAMES})(?![A-Za-z])(?:\{{\}}|\s+)?)"
)
LETTER = regex(rf"\{{\s*{_LETTER}\s*\}}|{_LETTER}")
# In an address: the spellings of a tilde, and a command around all of it.
TILDE = regex(
    r"\\%7E|\{\\~\{\}\}|\\~\{\}|\{?\\textasciitilde(?:\{\}|\})?\s?|\{?\$\\sim\$\}?|\\string~"
)
ADDRESS_COMMAND = regex(r"\\(?:url|path|nolinkurl)\s*\{(.*)\}|\\href\s*\{([^{}]*)\}\{.*\}")
LATEX_SIGN = regex(r"[\\{}]")

GREEK = (
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
)  # fmt: skip
LOGOS = ("TeX", "LaTeX", "BibTeX", "LuaLaTeX", "LuaTeX", "XeLaTeX", "XeTeX", "pdfLaTeX", "pdfTeX")


def plain_text(latex: str) -> str:
    """Return text without any markup; all spaces become ordinary ones."""
    return _decode(latex, marked=False).replace("\u00a0", " ").replace("\u2009", " ")


def with_letters(latex: str) -> str:
    r"""Return LaTeX with letters for the commands that spell them: ``\v{S}``, ``{\O}``."""
    while "\\" in latex and (spelled := LETTER.sub(_decode_letter, latex)) != latex:
        latex = spelled
    return latex


def _decode_letter(match: re.Match[str]) -> str:
    return _decode_short(match[0], marked=False)


def address(latex: str) -> str:
    """Return an address without the commands that spell its characters or stand around it."""
    latex = latex.strip()
    if match := ADDRESS_COMMAND.fullmatch(latex):
        latex = match[1] or match[2] or ""
    return LATEX_SIGN.sub("", TILDE.sub("~", latex)).strip()


def rich_text(latex: str) -> str:
    """Return text with ``<i> <b> <sup> <sub>`` for LaTeX's commands of that meaning."""
    text = _decode(latex, marked=True)
    while "></" in text and (shorter := EMPTY.sub(r"\2", text)) != text:
        text = BLANKS.sub(" ", shorter).strip(" ")
    return text


def unknown_commands(latex: str) -> list[str]:
    """Return the commands that stay in the text since nobody knows what they print."""
    if "\\" not in latex:
        return []
    names = sorted(_COMMAND_NAME.findall(latex), key=len, reverse=True)
    printed = dict.fromkeys(_COMMAND_NAME.findall(plain_text(latex)))
    # The text has no braces: \foo{bar} stands there as \foobar.
    return list(dict.fromkeys(next(filter(word.startswith, names), word) for word in printed))


def lost_fonts(latex: str, marked: bool) -> list[str]:
    r"""Return the commands of a text that change its look, and are not read.

    ``marked`` says that :func:`rich_text` reads it, which keeps italics, bold and small capitals.
    """
    if "\\" not in latex:
        return []
    names = FONTS if marked else (*FONTS, *SWITCHES, *PRINTED_MARKUP)
    return list(dict.fromkeys(name for name in _COMMAND_NAME.findall(latex) if name[1:] in names))


def _decode(latex: str, marked: bool) -> str:
    """Decode a text; short commands and formulas are decoded by themselves, since most recur.

    pylatexenc takes milliseconds for an abstract, so it gets a whole text only if that has other
    commands besides these.
    """
    latex = without_packages(BLANKS.sub(" ", latex).strip(" "))
    if PLAIN.fullmatch(latex):
        return latex
    pieces, end = [], 0
    for match in SHORT_COMMAND.finditer(latex):
        pieces += [latex[end : match.start()], _decode_short(match[0], marked)]
        end = match.end()
    pieces.append(latex[end:])
    if any(COMMAND.search(piece) for piece in pieces[::2]):
        return _decode_with_pylatexenc(latex, marked).strip(" ")
    pieces[::2] = map(_decode_signs, pieces[::2])
    return _normalized("".join(pieces)).strip(" ")


def _decode_signs(piece: str) -> str:
    """Decode a text without commands: escaped signs, ties, dashes, quotes, and braces."""
    piece = LIGATURE.sub(lambda match: LIGATURES[match[0]], piece)
    return ESCAPED_SIGN.sub(lambda match: match[1] or "", piece)


@lru_cache(maxsize=4096)
def _decode_short(latex: str, marked: bool) -> str:
    """Decode a short command or formula."""
    return _decode_with_pylatexenc(latex, marked)


def _decode_with_pylatexenc(latex: str, marked: bool) -> str:
    """Decode any LaTeX; what is nested too deeply for pylatexenc stays as it stands."""
    usual = without_formulas(CSNAME.sub(r"\\\1\2", latex))
    usual = FONT_SWITCH.sub(_font_command, usual)
    usual = LONE_ACCENT.sub(_spacing_accent, usual)
    try:
        return _normalized(_decoder(marked)(usual))
    except RecursionError:
        return _normalized(latex)
    except (AttributeError, LookupError, ValueError):  # raised where arguments are missing
        return _normalized(_decode_signs(latex))


def _font_command(match: re.Match[str]) -> str:
    """Return the command that takes as its argument what stands in a font."""
    return FONT_COMMANDS.get(match[1] or match[2], r"\textit{")


def _in_case(change: Callable[[str], str]) -> Callable[..., str]:
    """Return the function of a command's node and pylatexenc's decoder that prints its argument."""

    def print_argument(node: Any, l2tobj: Any) -> str:  # the names by which it is called
        text = l2tobj.nodelist_to_text(node.nodeargd.argnlist)
        return TAG_OR_TEXT.sub(lambda part: part[0] if part[0][0] == "<" else change(part[0]), text)

    return print_argument


def _spacing_accent(match: re.Match[str]) -> str:
    r"""Return the character for an accent over nothing; ``~`` alone would be a blank."""
    character = SPACING_ACCENTS[match[1]]
    return r"\textasciitilde{}" if character == "~" else character


def _normalized(text: str) -> str:
    """Return text in Unicode's composed form, with single spaces."""
    return unicodedata.normalize("NFC", BLANKS.sub(" ", text))


@cache
def _decoder(marked: bool) -> Callable[[str], str]:
    """Return pylatexenc's decoder, with medcite's commands before its own."""
    import logging  # noqa: PLC0415  # only pylatexenc's decoder needs it

    from pylatexenc import latexwalker, macrospec  # noqa: PLC0415  # it takes a while to load
    from pylatexenc.latex2text import (  # noqa: PLC0415  # it takes a while to load
        LatexNodes2Text,
        MacroTextSpec,
        get_default_latex_context_db,
    )

    # It would log commands without arguments, which stay in the text.
    logging.getLogger("pylatexenc.latex2text").setLevel(logging.CRITICAL)
    wrapped = {name: f"<{tag}>%s</{tag}>" if marked else "%s" for name, tag in TAGS.items()}
    wrapped["textsc"] = f"{SMALL_CAPS}%s</span>" if marked else "%s"
    wrapped |= dict.fromkeys(TRANSPARENT, "%s") | AROUND
    second = dict.fromkeys(("href", "textcolor"), "%(2)s")
    context = get_default_latex_context_db()
    context.add_context_category(
        "medcite",
        prepend=True,
        macros=[
            *(MacroTextSpec(name, symbol) for name, symbol in _symbols().items()),
            *(MacroTextSpec(name, pattern) for name, pattern in (wrapped | second).items()),
            *(MacroTextSpec(name, _in_case(change)) for name, change in CASES.items()),
        ],
    )
    context.set_unknown_macro_spec(MacroTextSpec("", lambda node: str(node.latex_verbatim())))
    walker = latexwalker.get_default_latex_context_db()
    arguments = [(name, "{") for name in (*wrapped, *CASES)] + [(name, "{{") for name in second]
    walker.add_context_category(
        "medcite", prepend=True, macros=[macrospec.std_macro(*macro) for macro in arguments]
    )
    decoder = LatexNodes2Text(latex_context=context, math_mode="text", keep_comments=True)

    def decode(latex: str) -> str:
        text = decoder.latex_to_text(latex, tolerant_parsing=True, latex_context=walker)
        return str(text)

    return decode


def _symbols() -> dict[str, str]:
    """Return the characters and logos by the names of their commands."""
    symbols = {name: symbol for symbol, name in reversed(TEXT.items()) if name.isalpha()}
    symbols |= {name[1:]: symbol for symbol, name in reversed(MATH.items()) if name[1:].isalpha()}
    greek = {
        f"{prefix}{name}": symbols[name]
        for name in GREEK for prefix in ("text", "up") if name in symbols
    }  # fmt: skip
    symbols = greek | symbols  # ours come first: textmu is the micro sign
    return symbols | SYMBOLS | JOURNAL_MACROS | {name: name for name in LOGOS}
