"""Which of a target's fields the user wants: ``Options.fields`` and ``Options.omit``."""

from __future__ import annotations

from collections.abc import Iterable

from ..base.suggestions import UnknownError
from ..options import Options


def check(options: Options, target: str, known: Iterable[str]) -> None:
    """Look up what the user names; case does not matter, and ``+`` may stand before a field.

    Raises:
        UnknownError: It is no field of ``target``; the message gives the nearest.

    """
    tags = {tag.lower(): tag for tag in known}
    for name in (*options.fields, *options.omit):
        if name.removeprefix("+").lower() not in tags:
            raise UnknownError(f"{target} field", name, sorted(tags.values()))


def wanted(tag: str, options: Options, usual: bool = True) -> bool:
    """Tell whether to write a field: ``+pmid`` adds to the ``usual`` ones, ``pmid`` chooses."""
    name = tag.lower()
    fields = {each.lower() for each in options.fields}
    if name in (each.lower() for each in options.omit):
        return False
    if f"+{name}" in fields:
        return True
    chosen = {each for each in fields if not each.startswith("+")}
    return name in chosen if chosen else usual
