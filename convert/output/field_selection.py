"""Which of a target's fields the user wants: ``Options.fields`` and ``Options.omit``."""

from __future__ import annotations

from collections.abc import Iterable

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
    fields = {field.lower() for field in options.fields}
    if name in (field.lower() for field in options.omit):
        return False
    if f"+{name}" in fields:
        return True
    selected = {field for field in fields if not field.startswith("+")}
    return name in selected if selected else default
