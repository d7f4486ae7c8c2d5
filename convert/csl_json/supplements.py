"""Supplements in an item for a style: said once, and in the variable that the style prints."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from ..base.lazy_regex import regex
from ..codecs.supplements import split_issue, split_volume, without_supplement
from ..tables.supplements import AS_NLM, FORMS, WORD, SupplementForm

Item: TypeAlias = dict[str, object]
# Changes an item's volume and issue.
PlaceSupplement: TypeAlias = Callable[[Item], None]

_ID = regex(r"<id>[^<]*/([\w.-]+)\s*</id>")
_VARIABLE = "supplement-number"
_NUMBER = regex(r"[A-Za-z]?\d+[A-Za-z]?")  # which styles print their word before


@lru_cache(maxsize=16)
def supplement_placer(style: bytes) -> PlaceSupplement:
    """Return the function that puts an item's supplement where ``style`` prints it.

    The volume keeps it (``32 Suppl 1``) unless the style has CSL's variable for it or is
    known to print it in the issue's parentheses. No style prints it twice.
    """
    match = _ID.search(style.decode("utf-8", "replace"))
    name = match[1] if match else ""
    form = next((form for family, form in FORMS.items() if _is_among(name, (family,))), None)
    has_variable = _VARIABLE.encode() in style and not _is_among(name, AS_NLM)

    def place(item: Item) -> None:
        volume, issue = str(item.get("volume", "")), str(item.get("issue", ""))
        if "upp" not in f"{volume} {issue}".lower():
            return
        base, rest, number = _parts(volume, issue)
        if number is None:
            return
        if form and (rest or not has_variable):
            _set(item, volume=base, issue=_issue(rest, number, form))
        elif has_variable and (base != volume or not rest):
            _set(item, volume=base, issue=rest, **{_VARIABLE: _labelled(number, form)})
        elif base != volume:
            word = _spaced(volume.removeprefix(base))
            _set(
                item,
                volume=f"{base}{word}" if number in word else f"{base}{word} {number}",
                issue=rest,
            )

    return place


def _spaced(word: str) -> str:
    """Return a supplement's word with the blank that parts it from the volume: ``75Suppl 2``."""
    return f" {word}" if word[0].isalpha() else word


def _parts(volume: str, issue: str) -> tuple[str, str, str | None]:
    """Return the volume and the issue without the supplement, and its number or ``None``.

    Where the volume says only that it is a supplement, the issue may have the number; where
    the issue repeats the volume (``32 Suppl 1`` in volume 32), it has none of its own.
    """
    of_issue = split_issue(issue)
    if parts := split_volume(volume):
        if of_issue and not parts[1]:
            return parts[0], *of_issue
        return parts[0], without_supplement(issue, parts[1]), parts[1]
    if of_issue:
        rest, number = of_issue
        return volume, "" if rest == volume else rest, number
    return volume, issue, None


def _issue(issue: str, number: str, form: SupplementForm) -> str:
    """Return the issue with its supplement: ``4 suppl 2``, ``4, Suppl. 2``, ``Suppl. 2``."""
    supplement = f"{form.word} {number}".strip()
    return f"{issue}{form.after_issue}{supplement}" if issue else supplement


def _labelled(number: str, form: SupplementForm | None) -> str:
    """Return a supplement's number; with a word if it is none, for then styles print none."""
    if _NUMBER.fullmatch(number):
        return number
    return f"{form.word if form else WORD} {number}".strip()


def _set(item: Item, **texts: str) -> None:
    """Set variables, and remove those that are empty."""
    for name, text in texts.items():
        if text:
            item[name] = text
        else:
            item.pop(name, None)


def _is_among(name: str, families: tuple[str, ...]) -> bool:
    return any(name == family or name.startswith(f"{family}-") for family in families)
