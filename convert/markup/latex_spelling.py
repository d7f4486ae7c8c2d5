r"""Text in LaTeX, escaped for documents and for the fields of a .bib file.

Three ways to spell a plain string, from the least to the most ASCII:

``escape``      the characters that TeX reads as commands, and nothing else
``pdflatex``    also what pdfLaTeX does not know in UTF-8 (Greek, thin spaces, ``≥``)
``ascii_only``  everything outside ASCII

All three balance braces, since BibTeX counts even escaped ones: a brace of the text is
``{$\lbrace$}``.  Commands stand in braces (``{\'e}``, ``{$\alpha$}``), so that they
end where they should, BibTeX's change of case and its name parser leave them alone.
The commands need LaTeX of 2020 or later (or textcomp), and T1 fonts for ``đ ð þ ŋ « » „``
and the ogonek.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from ..base.lazy_regex import regex
from ..model.rich_text import BLOCKS, Span
from ..tables import characters
from ..tables.latex import ACCENTS, KNOWN, LIKE_LATIN, MATH, MATH_ACCENTS, SPELT, TEXT
from . import babel_hyphens
from .verbatim import href

SPECIALS = {
    "\\": r"{\textbackslash}", "{": r"{$\lbrace$}", "}": r"{$\rbrace$}",
    "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
    # In OT1, the default fonts, these three are other characters.
    "<": "{$<$}", ">": "{$>$}", "|": "{$|$}",
}  # fmt: skip
# Line ends are blanks (two would end a paragraph); TeX takes no other control character.
CONTROLS = {chr(n): "" for n in (*range(32), *range(127, 160))} | dict.fromkeys(
    "\t\n\v\f\r\x85\u2028\u2029", " "
)
ESCAPES = SPECIALS | CONTROLS
READABLE = ESCAPES | {character: character for character in "<>|^"}
BARE = READABLE | {"~": "\u223c"}
SPECIAL = regex(rf"[\\{{}}$&%#_~^<>|{characters.CONTROLS}{characters.SEPARATORS}]")
# The first of a pair that TeX's fonts join into another character: -- '' `` ,, ?` !`
LIGATURE = regex(r"[-',`?!](?:(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)|(?<=[`?!])(?=`))")
# A text that has nothing of either, as most have not, is written as it is. Possessive
# quantifiers do not backtrack, which makes this several times as fast as a search for them.
USUAL = r" !()*+./0-9:;=?@A-Z\[\]a-z"
PLAIN = regex(f"[{USUAL}]*+(?:(?:[-',](?![-',])|\"(?![-=\"]))[{USUAL}]*+)*+")
MARKS = "\u0300-\u036f\u20d0-\u20ff"
# Without the control characters up to U+009F, which ``escape`` takes care of.
# No script has more marks upon a letter; further ones are spelled alone.
CLUSTER = rf"[^\x80-\x9f][{MARKS}]{{1,8}}"
OUTSIDE = regex(rf"{CLUSTER}|[^\x00-\x9f]")
UNKNOWN = regex(rf"{CLUSTER}|[^\x00-\x9f{''.join(sorted(KNOWN))}]")
PLAIN_I = frozenset("`'^\"")  # accents that replace the dot of a plain i by themselves
BELOW = frozenset(
    (*"bcdk", "textcommabelow")
)  # accents below the letter go outermost: TeX boxes them


class Spelling(NamedTuple):
    """A text in LaTeX, and the characters of it for which LaTeX has no command."""

    text: str
    unspelled: frozenset[str]


def escape(text: str) -> str:
    """Return ``text`` escaped, so that TeX reads all its characters as text.

    Characters outside ASCII stay: right for biber, XeLaTeX and LuaLaTeX.
    """
    return _escape_as(ESCAPES, text)


def unicode(text: str) -> Spelling:
    """Return what ``escape`` does, as a ``Spelling`` like those below."""
    return Spelling(escape(text), frozenset())


def readable(text: str) -> Spelling:
    """Return ``text`` for programs that read LaTeX but do not set it: no formulas for ``<``."""
    return Spelling(_escape_as(READABLE, text), frozenset())


def bare(text: str) -> Spelling:
    r"""Return ``text`` for programs that know no command for the characters in ASCII.

    They undo ``\%`` and its like and delete braces; ``~`` is a tie to them, however it is spelt.
    """
    return Spelling(_escape_as(BARE, text), frozenset())


def _escape_as(escapes: dict[str, str], text: str) -> str:
    """Return ``text`` escaped by a table."""
    text = SPECIAL.sub(lambda match: escapes[match[0]], text)
    text = babel_hyphens.escape(text) if '"' in text else text
    # Few texts have a pair, and to look for each takes less time than the pattern of all.
    is_joined = "--" in text or "''" in text or ",," in text or "`" in text
    return LIGATURE.sub(r"\g<0>{}", text) if is_joined else text


def pdflatex(text: str) -> Spelling:
    """Return ``text`` for pdfLaTeX's UTF-8: unknown characters become commands.

    ``unspelled`` are characters that pdfLaTeX does not know and that have no command (Chinese,
    Cyrillic); they are left as they are.
    """
    return _spell(text, UNKNOWN, str)


def ascii_only(text: str) -> Spelling:
    """Return ``text`` in ASCII alone; ``unspelled`` characters are transliterated."""
    return _spell(text, OUTSIDE, _transliterated)


def with_commands(text: str) -> Spelling:
    """Return ``text`` with a command for each character outside ASCII that has one."""
    return _spell(text, OUTSIDE, str)


def without_commands(text: str) -> Spelling:
    """Return ``text`` like ``escape``; ``unspelled`` are the characters unknown to pdfLaTeX."""
    return Spelling(escape(text), frozenset("".join(UNKNOWN.findall(text))))


def _transliterated(character: str) -> str:
    from anyascii import anyascii  # noqa: PLC0415  # few texts are in another script

    return escape(anyascii(character))


def _spell(text: str, pattern: re.Pattern[str], substitute: Callable[[str], str]) -> Spelling:
    """Return ``text`` escaped, with commands for the matches of ``pattern``.

    What has no command is replaced by ``substitute``.
    """
    if text.isascii() or not pattern.search(text):
        return Spelling(escape(text), frozenset())
    pieces: list[str] = []
    unspelled: set[str] = set()
    end = 0
    for match in pattern.finditer(text):
        cluster = match[0] if len(match[0]) == 1 else unicodedata.normalize("NFC", match[0])
        pieces.append(escape(text[end : match.start()]))
        end = match.end()
        spelt = command(cluster) if pattern.search(cluster) else cluster
        if spelt is not None:
            pieces.append(spelt)
            continue
        for character in cluster:
            spelt = command(character)
            pieces.append(substitute(character) if spelt is None else spelt)
            unspelled.update([character] if spelt is None else [])
    pieces.append(escape(text[end:]))
    joined = join(pieces)
    # biber takes a comma off a field's end, and here the brace would lose its command.
    return Spelling(f"{joined}{{}}" if joined.endswith(",}") else joined, frozenset(unspelled))


def join(pieces: list[str]) -> str:
    """Return pieces joined so that no ligature arises between two (``-`` and ``--``)."""
    joined: list[str] = []
    last = ""
    for piece in pieces:
        if piece:
            if LIGATURE.search(last + piece[0]):
                joined.append("{}")
            joined.append(piece)
            last = piece[-1]
    return "".join(joined)


@lru_cache(maxsize=4096)
def command(cluster: str) -> str | None:
    """Return a character and its combining marks in ASCII; ``None`` if LaTeX has no command."""
    if spelt := _listed(cluster):
        return spelt
    tag, _, rest = unicodedata.decomposition(cluster[0]).rpartition(">")
    if tag and len(cluster) == 1:
        return _compatible(tag, "".join(chr(int(code, 16)) for code in rest.split()))
    apart = unicodedata.normalize("NFD", cluster)
    if len(apart) == 1:
        return None if apart == cluster else command(apart)
    return _accented(apart)


def _listed(character: str) -> str:
    """Return the command of a character in the tables or in ASCII; ``""`` for others."""
    if character in TEXT:
        return f"{{\\{TEXT[character]}}}"
    if character in MATH:
        return f"{{${MATH[character]}$}}"
    if character in LIKE_LATIN:
        return f"{{{LIKE_LATIN[character]}}}"
    if character in characters.NONCHARACTERS:  # which the readers replace
        return SPELT["\ufffd"]
    return SPELT.get(character, "") or (escape(character) if character.isascii() else "")


def _compatible(tag: str, characters: str) -> str | None:
    """Return a superscript, ligature or wide form by its compatible characters."""
    spelt = [command(character) for character in characters]
    if None in spelt:
        return None
    body = "".join(piece for piece in spelt if piece)
    wrap = {"<super": r"\textsuperscript", "<sub": r"\textsubscript", "<circle": r"\textcircled"}
    return f"{wrap[tag]}{{{body}}}" if tag in wrap else body


def _accented(characters: str) -> str | None:
    """Return a letter with its marks, the inner marks first."""
    base, marks = LIKE_LATIN.get(characters[0], characters[0]), characters[1:]
    if base in MATH:
        return _math(MATH[base], marks)
    if not set(marks) <= ACCENTS.keys():
        return None
    ordered = sorted(marks, key=lambda mark: ACCENTS[mark] in BELOW)
    dotless = base in "ij" and ACCENTS[ordered[0]] not in PLAIN_I | BELOW
    body = f"\\{base}" if dotless else base.strip() and command(base)
    if body is None or "$" in body:
        return None
    done = base
    for mark in ordered:
        done = unicodedata.normalize("NFC", done + mark)
        body = _accent(ACCENTS[mark], body, hidden=dotless or done not in KNOWN)
    return f"{{{body}}}"


def _accent(accent: str, body: str, *, hidden: bool) -> str:
    r"""Return a letter with an accent.

    biber turns what it takes for an accent into Unicode on its way to LaTeX, which is no
    help where LaTeX does not know the letter. Such an accent is hidden from biber, without a blank
    or ``\~``, at which biber would part a name: it leaves a letter alone that is followed by
    ``\relax``, which TeX skips, and a command that only TeX puts together.
    """
    if not hidden:
        bare = len(body) == 1 and not accent.isalpha()
        return f"\\{accent}{body}" if bare else f"\\{accent}{{{body}}}"
    if body.startswith("{"):  # LaTeX looks for a letter with an accent of its own in \'{\O}
        body = body[1:-1]
    if accent == "~":
        return rf"\csname?\string\~\endcsname{{{body}}}"
    if not accent.isalpha():
        return f"\\{accent}{{{body}\\relax}}"
    long = rf"\csname\detokenize{{{accent}}}\endcsname{{{body}}}"
    # Only a second pair of braces keeps BibTeX from lowering a command.
    return f"{{{long}}}" if accent.isupper() else long


def _math(body: str, marks: str) -> str | None:
    """Return a Greek letter with its marks."""
    if not set(marks) <= MATH_ACCENTS.keys():
        return None
    for mark in marks:
        body = f"\\{MATH_ACCENTS[mark]}{{{body}}}"
    return f"{{${body}$}}"


# A light series and the undoing of an underline are left out: no font, no command.
WRAPS = {
    "italic": r"\textit", "upright": r"\textup", "oblique": r"\textsl", "bold": r"\textbf",
    "medium": r"\textmd", "small-caps": r"\textsc", "normal-caps": r"\textup",
    "underline": r"\underline", "sup": r"\textsuperscript", "sub": r"\textsubscript",
}  # fmt: skip


def wrap(span: Span, body: str) -> str:
    """Return a span around ``body``."""
    if span.kind == "link":
        return f"\\href{{{href(span.href)}}}{{{body}}}"
    if span.kind in BLOCKS:
        return _set(span.kind, body.strip())
    command = WRAPS.get(span.kind)
    return f"{command}{{{body}}}" if command else body


def _set(kind: str, body: str) -> str:
    """Return a block: blocks and indents are paragraphs of their own."""
    if kind in {"block", "indent"}:
        return f"\\par {body}\\par "
    return f"{body} "
