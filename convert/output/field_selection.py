"""Which of a target's fields the user wants: ``Options.fields`` and ``Options.omit``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..base.suggestions import UnknownError
from ..options import Options


def check(options: Options, target: str, known: Iterable[str]) -> None:
    """Check the names that the user gives; case does not matter, ``+`` may stand before a field.

    Raises:
        UnknownError: One is no field of ``target``; the message gives the nearest.

    """
    tags = {tag.lower(): tag for tag in known}
    for name in (*options.fields, *options.omit):
        if name.removeprefix("+").lower() not in tags:
            raise UnknownError(f"{target} field", name, sorted(tags.values()))


def wanted(tag: str, options: Options, default: bool = True) -> bool:
    """Whether to write a field, which has the ``default`` if the user does not name any.

    ``pmid`` among ``Options.fields`` selects that field and leaves out those not named;
    ``+pmid`` adds it to the defaults.
    """
    name = tag.lower()
    selected, added, omitted = _names(options.fields, options.omit)
    if name in omitted:
        return False
    if name in added:
        return True
    return name in selected if selected else default


@lru_cache(maxsize=64)  # each field of a target is asked for
def _names(
    fields: tuple[str, ...], omit: tuple[str, ...]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the fields that are selected, those added to the defaults, and those left out."""
    names = {field.lower() for field in fields}
    added = frozenset([name.removeprefix("+") for name in names if name.startswith("+")])
    selected = frozenset([name for name in names if not name.startswith("+")])
    return selected, added, frozenset(map(str.lower, omit))
