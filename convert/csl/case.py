"""CSL's text-case, on a tree: what is marked ``nocase`` keeps its letters."""

from __future__ import annotations

import re
from collections.abc import Callable

from convert.csl.tree import Out, Run

# Left as they are by title case (CSL 1.0.2 names the short ones, citeproc-js the rest).
STOP_WORDS = frozenset({
    "a", "about", "above", "across", "afore", "after", "against", "al", "along", "alongside",
    "amid", "amidst", "among", "amongst", "an", "and", "anenst", "apropos", "apud", "around",
    "as", "aside", "astride", "at", "athwart", "atop", "barring", "before", "behind", "below",
    "beneath", "beside", "besides", "between", "beyond", "but", "by", "c", "ca", "circa", "d'",
    "de", "despite", "down", "during", "et", "except", "for", "forenenst", "from", "given", "in",
    "inside", "into", "l'", "la", "le", "les", "lest", "like", "modulo", "near", "next", "nor",
    "notwithstanding", "of", "off", "on", "onto", "or", "out", "over", "per", "plus", "pro",
    "qua", "sans", "since", "so", "than", "the", "through", "throughout", "thru", "till", "to",
    "toward", "towards", "under", "underneath", "until", "unto", "up", "upon", "v", "van",
    "versus", "via", "vis-à-vis", "von", "vs", "with", "within", "without", "yet",
})
_PROTECTED = frozenset({"nocase", "sup", "sub", "small-caps", "nodecor"})
_WORD = re.compile(r"[^\s\-‐–—/\u00a0]+")
_EDGE = "\"'“”‘’«»()[]{}<>.,;:!?…¿¡*"
_TURKIC = {"tr", "az"}


def recase(out: Out, case: str, lang: str) -> Out:
    """Return ``out`` in ``case`` (CSL's names) by the rules of the language ``lang``."""
    if case in ("lowercase", "uppercase"):
        change = _lower if case == "lowercase" else _upper
        return _each(out, change, lang)
    change_all = _WHOLE.get(case)
    if change_all is None or (case == "title" and not lang.startswith("en")):
        return out
    if isinstance(out, str):
        return change_all(out, "")
    leaves: list[str] = []
    mask: list[str] = []
    _collect(out, leaves, mask, False)
    text = "".join(leaves)
    changed = change_all(text, "".join(mask))
    if changed == text:
        return out
    return _pour(out, iter(_slices(changed, leaves)))


def _each(out: Out, change: Callable[[str, str], str], lang: str) -> Out:
    if isinstance(out, str):
        return change(out, lang)
    if not _PROTECTED.isdisjoint(out.kinds) and out.kinds[0] in ("nocase",):
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
    """Gather the strings and, letter by letter, which of them case must not touch."""
    if isinstance(out, str):
        leaves.append(out)
        mask.append(("x" if kept else " ") * len(out))
        return
    kept = kept or not _PROTECTED.isdisjoint(out.kinds)
    for child in out.children:
        _collect(child, leaves, mask, kept)


def _slices(text: str, leaves: list[str]) -> list[str]:
    at, found = 0, []
    for leaf in leaves:
        found.append(text[at:at + len(leaf)])
        at += len(leaf)
    return found


def _pour(out: Out, leaves: object) -> Out:
    if isinstance(out, str):
        return next(leaves)  # type: ignore[call-overload, no-any-return]  # an iterator of str
    children = [_pour(child, leaves) for child in out.children]
    return Run(children, out.kinds, out.role, out.href)


def _up(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == 1 else letter


def _raise(text: str, at: int) -> str:
    return text[:at] + _up(text[at]) + text[at + 1:]


def _first_letter(word: str) -> int:
    """Return where the first letter of a word is, past brackets and quotes; -1 if none."""
    for at, letter in enumerate(word):
        if letter not in _EDGE:
            return at
    return -1


def _capitalize_first(text: str, mask: str) -> str:
    for at, letter in enumerate(text):
        if letter.isalnum():
            if mask[at:at + 1] == "x" or not letter.islower():
                return text
            return _raise(text, at)
    return text


def _capitalize_all(text: str, mask: str) -> str:
    for match in re.finditer(r"\S+", text):
        at = _first_letter(match.group())
        if at >= 0 and mask[match.start() + at:match.start() + at + 1] != "x":
            text = _raise(text, match.start() + at)
    return text


def _sentence(text: str, mask: str) -> str:
    upper = text.upper() == text
    letters = list(text)
    first = True
    for match in re.finditer(r"\S+", text):
        word, start = match.group(), match.start()
        if mask[start:start + 1] == "x":
            first = False
            continue
        if upper or (word[0].isupper() and word[1:].islower()) or len(word) == 1:
            letters[start:match.end()] = word.lower() if len(word.lower()) == len(word) else word
        if first:
            at = _first_letter(word)
            if at >= 0:
                letters[start + at] = _up(letters[start + at])
            first = False
    return "".join(letters)


def _title(text: str, mask: str) -> str:
    if text.isupper() and " " in text.strip() and any(map(str.isalpha, text)) and len(text) > 24:
        text = "".join(
            letter if mask[at:at + 1] == "x" else low
            for at, (letter, low) in enumerate(zip(text, text.lower(), strict=True))
        )
    words = list(_WORD.finditer(text))
    last = len(words) - 1
    letters = list(text)
    for number, match in enumerate(words):
        word, start = match.group(), match.start()
        at = _first_letter(word)
        if at < 0 or mask[start + at:start + at + 1] == "x" or not _lowercase(word):
            continue
        before = text[start - 1] if start else " "
        after = text[match.end():match.end() + 1]
        edge = number in (0, last) or _follows_break(text, start) or word[-1] == ":"
        if _stays(word, before, after, edge):
            continue
        letters[start + at] = _up(word[at])
    return "".join(letters)


def _lowercase(word: str) -> bool:
    at = _first_letter(word)
    letter = word[at]
    return letter.islower() and ord(letter) < 0x250 and word == word.lower()


def _follows_break(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \u00a0\"'“‘([")
    return bool(before) and before[-1] in ":?!"


def _stays(word: str, before: str, after: str, edge: bool) -> bool:
    """Whether a lowercase word stays so: a stop word inside, or one letter after a hyphen."""
    bare = word.strip(_EDGE)
    if before in "-‐–":
        return len(bare) <= 1 or bare in STOP_WORDS
    return bare in STOP_WORDS and not edge and after not in ("-", "‐")


_WHOLE: dict[str, Callable[[str, str], str]] = {
    "title": _title,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
}
