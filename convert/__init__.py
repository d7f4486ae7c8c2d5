"""Convert PubMed citations: one canonical record, readers on one side, writers on the other.

>>> import medcite
>>> records = list(medcite.read("samples/flattened.txt"))
>>> print(medcite.write(records, "bibtex", key="pmid"))  # doctest: +SKIP

Everything is imported when it is first used, so that a program that only wants one
part (``medcite --version`` wants none) does not wait for the others.
"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = [
    "InputError",
    "Options",
    "Record",
    "Report",
    "UnknownError",
    "format_bibliography",
    "format_citations",
    "read",
    "write",
]

TYPE_CHECKING = False  # importing it from typing would double the start-up time
if TYPE_CHECKING:
    from .api import format_bibliography, format_citations, read, write
    from .base.suggestions import UnknownError
    from .model.record import Record
    from .model.report import InputError, Report
    from .options import Options

_HOMES = {
    "InputError": "medcite.model.report",
    "Options": "medcite.options",
    "Record": "medcite.model.record",
    "Report": "medcite.model.report",
    "UnknownError": "medcite.base.suggestions",
    "format_bibliography": "medcite.api",
    "format_citations": "medcite.api",
    "read": "medcite.api",
    "write": "medcite.api",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'medcite' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted({*globals(), *__all__})
