"""CSL's text-case on a tree: text in a run of kind ``nocase`` keeps its letters."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...base.lazy_regex import regex
from .letter_case import capital, capitalized_at, is_greek, is_protected, is_shouted
from .title_case import title_case
from .tree import Out, Run

_PROTECTED = frozenset({"nocase", "sup", "sub", "small-caps", "nodecor"})
_WORD = regex(r"[^\s\-‐–—/\u00a0.,:;!?()\[\]]+")
_ALPHANUMERIC = regex(r"[^\W_]+")
_APOSTROPHE = regex("(?<=\\w)['’]")
_AROUND_WORDS = frozenset("\"'“”‘’«»()[]{}<>.,;:!?…¿¡*")
_TURKIC = {"tr", "az"}  # languages with a dotted and a dotless i


def recase(out: Out, case: str, lang: str) -> Out:
    """Return an item's text in ``case`` (CSL's names) by the rules of its language.

    Only English has title case (CSL 1.0.2, "Non-English Items").
    """
    if case == "title" and not lang.startswith("en"):
        return out
    return cased(out, case, lang)


def cased(out: Out, case: str, lang: str) -> Out:
    """Return the style's own words in ``case``; here title case applies in any language."""
    if case in _LETTERWISE:
        return _letterwise(out, _LETTERWISE[case], lang)
    convert = _CONVERTERS.get(case)
    if convert is None:
        return out
    turkic = lang[:2] in _TURKIC
    if isinstance(out, str):
        changed = convert(out, "")
        return _dotted(out, changed) if turkic else changed
    return _convert_tree(out, convert, turkic)


def _convert_tree(out: Run, convert: Callable[[str, str], str], turkic: bool) -> Out:
    """Convert the text of a tree as a whole: a word may begin in one run and end in another."""
    leaves: list[str] = []
    masks: list[str] = []
    _collect(out, leaves, masks, protected=False)
    text = "".join(leaves)
    changed = convert(text, "".join(masks))
    if changed == text:
        return out
    if turkic:
        changed = _dotted(text, changed)
    return _with_leaves(out, _slices(changed, leaves))


def _dotted(text: str, changed: str) -> str:
    """Return a changed text in which a capitalized ``i`` keeps its dot, as in Turkish."""
    pairs = zip(text, changed, strict=True)
    return "".join(["İ" if old == "i" and new == "I" else new for old, new in pairs])


def _letterwise(out: Out, change: Callable[[str, str], str], lang: str) -> Out:
    if isinstance(out, str):
        return change(out, lang)
    if not _PROTECTED.isdisjoint(out.kinds):
        return out
    return out.with_children([_letterwise(child, change, lang) for child in out.children])


def _upper(text: str, lang: str) -> str:
    if lang[:2] in _TURKIC:
        text = text.replace("i", "İ")
    return text.upper()


def _lower(text: str, lang: str) -> str:
    if lang[:2] in _TURKIC:
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


_LETTERWISE = {"lowercase": _lower, "uppercase": _upper}


def _collect(out: Out, leaves: list[str], masks: list[str], *, protected: bool) -> None:
    """Append the strings of a tree to ``leaves``, and for each a mask of its letters.

    In a mask ``x`` is a protected letter and ``|`` the first one of another string.
    """
    if isinstance(out, str):
        leaves.append(out)
        masks.append("x" * len(out) if protected else "|" + " " * (len(out) - 1) if out else "")
        return
    protected = protected or not _PROTECTED.isdisjoint(out.kinds)
    for child in out.children:
        _collect(child, leaves, masks, protected=protected)


def _slices(text: str, leaves: list[str]) -> list[str]:
    """Cut ``text`` into pieces as long as ``leaves``."""
    at, pieces = 0, []
    for leaf in leaves:
        pieces.append(text[at : at + len(leaf)])
        at += len(leaf)
    return pieces


def _with_leaves(out: Out, leaves: list[str]) -> Out:
    """Return a tree with other strings, taken from the front of ``leaves``."""
    if isinstance(out, str):
        return leaves.pop(0)
    return out.with_children([_with_leaves(child, leaves) for child in out.children])


def _first_letter(word: str) -> int:
    """Return the index of a word's first letter after brackets and quotes; -1 if it has none."""
    for at, letter in enumerate(word):
        if letter not in _AROUND_WORDS:
            return at
    return -1


def _is_lowercase(word: str) -> bool:
    """Whether a word may be capitalized: all lowercase, and not a Greek symbol."""
    at = _first_letter(word)
    return at >= 0 and word[at].islower() and word == word.lower() and not is_greek(word[at])


def _stays(text: str, mask: str, at: int) -> bool:
    """Whether a letter must not change: it is protected, or behind an apostrophe (``’tis``)."""
    return is_protected(mask, at) or (at > 0 and text[at - 1] in ("'", "’"))


def _capitalize_first(text: str, mask: str) -> str:
    match = re.search(r"\w+", text)
    if match is None or not _is_lowercase(match.group()):
        return text
    at = match.start() + _first_letter(match.group())
    return text if _stays(text, mask, at) else capitalized_at(text, at)


def _capitalize_all(text: str, mask: str) -> str:
    for match in _WORD.finditer(text):
        at = match.start() + _first_letter(match.group())
        # An apostrophe separates words: "d’Artagnan".
        if _is_lowercase(_APOSTROPHE.split(match.group())[0]) and not _stays(text, mask, at):
            text = capitalized_at(text, at)
    return text


def _sentence(text: str, mask: str) -> str:
    letters = list(text)
    first = _ALPHANUMERIC.search(text)
    start, end = first.span() if first else (0, 0)
    if is_shouted(text):
        end = start + 1
    for at in range(end, len(text)):
        if not is_protected(mask, at) and len(letters[at].lower()) == 1:
            letters[at] = letters[at].lower()
    if first and not _stays(text, mask, start) and not is_greek(text[start]):
        letters[start] = capital(letters[start])
    return "".join(letters)


# Each takes a text and the mask of its letters, and returns a text of the same length.
_CONVERTERS: dict[str, Callable[[str, str], str]] = {
    "title": title_case,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
}
