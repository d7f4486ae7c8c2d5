"""CSL's text-case, on a tree: what is marked ``nocase`` keeps its letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...base.lazy_regex import regex
from .tree import Out, Run

# Left as they are by title case (CSL 1.0.2 names the short ones, citeproc-js the rest).
STOP_WORDS = frozenset(
    {
        "a",
        "about",
        "above",
        "across",
        "afore",
        "after",
        "against",
        "al",
        "along",
        "alongside",
        "amid",
        "amidst",
        "among",
        "amongst",
        "an",
        "and",
        "anenst",
        "apropos",
        "apud",
        "around",
        "as",
        "aside",
        "astride",
        "at",
        "athwart",
        "atop",
        "barring",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "besides",
        "between",
        "beyond",
        "but",
        "by",
        "c",
        "ca",
        "circa",
        "d'",
        "de",
        "despite",
        "down",
        "during",
        "d’",
        "et",
        "except",
        "for",
        "forenenst",
        "from",
        "given",
        "in",
        "inside",
        "into",
        "l'",
        "lest",
        "like",
        "l’",
        "modulo",
        "near",
        "next",
        "nor",
        "notwithstanding",
        "of",
        "off",
        "on",
        "onto",
        "or",
        "out",
        "over",
        "per",
        "plus",
        "pro",
        "qua",
        "sans",
        "since",
        "so",
        "than",
        "the",
        "through",
        "throughout",
        "till",
        "to",
        "toward",
        "towards",
        "under",
        "underneath",
        "until",
        "unto",
        "up",
        "upon",
        "v",
        "van",
        "versus",
        "via",
        "vis-à-vis",
        "von",
        "vs",
        "with",
        "within",
        "without",
        "yet",
    }
)
_PROTECTED = frozenset({"nocase", "sup", "sub", "small-caps", "nodecor"})
_QUOTES = frozenset("\"'“”‘’")
_MARKS = frozenset("\"'“”‘’-–—/.,;?!:[]()")
_PIECE = regex(r"""["'“”‘’\-–—/.,;?!:\[\]()]|[^\s\u200b"'“”‘’\-–—/.,;?!:\[\]()]+""")
_WORD = regex(r"[^\s\-‐–—/\u00a0.,:;!?()\[\]]+")
_MARKUP = regex(r"[|x]")
_ALPHANUMERIC = regex(r"[^\W_]+")
_APOSTROPHE = regex("(?<=\\w)['’]")
_EDGE = "\"'“”‘’«»()[]{}<>.,;:!?…¿¡*"
_TURKIC = {"tr", "az"}


def recase(out: Out, case: str, lang: str) -> Out:
    """Return an item's text in ``case`` (CSL's names) by the rules of its language.

    Only English has title case (CSL 1.0.2, "Non-English Items").
    """
    if case == "title" and not lang.startswith("en"):
        return out
    return cased(out, case, lang)


def cased(out: Out, case: str, lang: str) -> Out:
    """Return the style's own words in ``case``: to these, title case applies in any language."""
    if case in ("lowercase", "uppercase"):
        change = _lower if case == "lowercase" else _upper
        return _each(out, change, lang)
    change_all = _WHOLE.get(case)
    if change_all is None:
        return out
    turkic = lang[:2] in _TURKIC
    if isinstance(out, str):
        changed = change_all(out, "")
        return _dotted(out, changed) if turkic else changed
    leaves: list[str] = []
    mask: list[str] = []
    _collect(out, leaves, mask, False)
    text = "".join(leaves)
    changed = change_all(text, "".join(mask))
    if changed == text:
        return out
    if turkic:
        changed = _dotted(text, changed)
    return _pour(out, iter(_slices(changed, leaves)))


def _dotted(text: str, changed: str) -> str:
    """Return a changed text whose raised ``i`` keeps its dot, as in Turkish."""
    pairs = zip(text, changed, strict=True)
    return "".join(["İ" if old == "i" and new == "I" else new for old, new in pairs])


def _each(out: Out, change: Callable[[str, str], str], lang: str) -> Out:
    if isinstance(out, str):
        return change(out, lang)
    if not _PROTECTED.isdisjoint(out.kinds):
        return out
    children = [_each(child, change, lang) for child in out.children]
    return Run(children, out.kinds, out.role, out.href)


def _upper(text: str, lang: str) -> str:
    if lang[:2] in _TURKIC:
        text = text.replace("i", "İ")
    return text.upper()


def _lower(text: str, lang: str) -> str:
    if lang[:2] in _TURKIC:
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


def _collect(out: Out, leaves: list[str], mask: list[str], kept: bool) -> None:
    """Gather the strings and, letter by letter, what case must not touch: ``x``.

    ``|`` is where another string begins.
    """
    if isinstance(out, str):
        leaves.append(out)
        mask.append("x" * len(out) if kept else "|" + " " * (len(out) - 1) if out else "")
        return
    kept = kept or not _PROTECTED.isdisjoint(out.kinds)
    for child in out.children:
        _collect(child, leaves, mask, kept)


def _slices(text: str, leaves: list[str]) -> list[str]:
    at, found = 0, []
    for leaf in leaves:
        found.append(text[at : at + len(leaf)])
        at += len(leaf)
    return found


def _pour(out: Out, leaves: object) -> Out:
    if isinstance(out, str):
        return next(leaves)  # type: ignore[call-overload, no-any-return]  # an iterator of str
    children = [_pour(child, leaves) for child in out.children]
    return Run(children, out.kinds, out.role, out.href)


def _up(text: str) -> str:
    letter = text[0]
    upper = letter.upper()
    return upper if len(upper) == 1 else letter


def _raise(text: str, at: int) -> str:
    return text[:at] + _up(text[at]) + text[at + 1 :]


def _first_letter(word: str) -> int:
    """Return where the first letter of a word is, past brackets and quotes; -1 if none."""
    for at, letter in enumerate(word):
        if letter not in _EDGE:
            return at
    return -1


def _lowercase(word: str) -> bool:
    """Whether a word may be raised: all lowercase, and no Greek symbol."""
    at = _first_letter(word)
    return at >= 0 and word[at].islower() and word == word.lower() and not _greek(word[at])


def _greek(letter: str) -> bool:
    return "\u0370" <= letter <= "\u03ff"


def _capitalize_first(text: str, mask: str) -> str:
    match = re.search(r"\w+", text)
    if match is None or not _lowercase(match.group()):
        return text
    at = match.start() + _first_letter(match.group())
    return text if _kept(text, mask, at) else _raise(text, at)


def _capitalize_all(text: str, mask: str) -> str:
    for match in _WORD.finditer(text):
        at = match.start() + _first_letter(match.group())
        # What an apostrophe parts are words of their own: "d’Artagnan".
        if _lowercase(_APOSTROPHE.split(match.group())[0]) and not _kept(text, mask, at):
            text = _raise(text, at)
    return text


def _kept(text: str, mask: str, at: int) -> bool:
    """Whether a letter must stay: marked so, or behind an apostrophe (``’tis``)."""
    return mask[at : at + 1] == "x" or (at > 0 and text[at - 1] in ("'", "’"))


def _sentence(text: str, mask: str) -> str:
    letters = list(text)
    first = _ALPHANUMERIC.search(text)
    start, end = first.span() if first else (0, 0)
    for at in range(end, len(text)):
        if mask[at : at + 1] != "x" and len(letters[at].lower()) == 1:
            letters[at] = letters[at].lower()
    if first and not _kept(text, mask, start) and not _greek(text[start]):
        letters[start] = _up(letters[start])
    return "".join(letters)


def _title(text: str, mask: str) -> str:
    """Raise what title case raises (CSL 1.0.2, "Title Case Conversion"; details as citeproc-js).

    Words lie between blanks, punctuation and markup. One with a capital stays as it is; a stop
    word or a single letter is raised only as the first, after ``: ? !``, as the last, and
    before a hyphen if neither punctuation nor markup came yet.
    """
    letters = list(text)
    leading, last, plain = True, -1, True
    for start, word in _pieces(text, mask):
        quoted = start > 0 and text[start - 1] in _QUOTES
        plain = plain and word not in _MARKS and _MARKUP.search(mask, 1, start + 1) is None
        if word in _MARKS:
            leading = leading or word in ":?!"
            last = -1 if word in _QUOTES else last
        elif mask[start : start + 1] == "x" or quoted:
            leading, last = False, -1
        else:
            hyphened = plain and text[start + len(word) : start + len(word) + 1] == "-"
            if word.islower() and (leading or hyphened or not _small(word)):
                letters[start] = _up_but_greek(word)
            leading, last = False, start if len(word) > 1 and word.lower() in STOP_WORDS else -1
    if last >= 0:
        letters[last] = _up(letters[last])
    return "".join(letters)


def _pieces(text: str, mask: str) -> Iterator[tuple[int, str]]:
    """Yield words and marks with their places; a word ends where its leaf does."""
    for match in _PIECE.finditer(text):
        start, end = match.span()
        for at in range(start + 1, end):
            if mask[at : at + 1] in ("|", "x") and mask[at] != mask[at - 1]:
                yield start, text[start:at]
                start = at
        yield start, text[start:end]


def _small(word: str) -> bool:
    return len(word) == 1 or word in STOP_WORDS


def _up_but_greek(word: str) -> str:
    """Return a word's first letter raised; a Greek letter by itself is a symbol."""
    return word if len(word) == 1 and _greek(word) else _up(word)


_WHOLE: dict[str, Callable[[str, str], str]] = {
    "title": _title,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
}
