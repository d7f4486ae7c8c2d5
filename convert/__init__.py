"""Convert PubMed citations: one canonical record, readers on one side, writers on the other.

>>> import medcite
>>> records = list(medcite.read("samples/flattened.txt"))
>>> print(medcite.write(records, "bibtex", key="pmid"))  # doctest: +SKIP

The names are those of :mod:`medcite.api`, imported when the first of them is used, so that
a program that wants none (``medcite --version``) does not wait for them.
"""

from __future__ import annotations

__version__ = "0.2.0"

TYPE_CHECKING = False  # importing it from typing would double the start-up time
if TYPE_CHECKING:
    from .api import *  # noqa: F403  # its __all__ is the public face
    from .api import __all__ as __all__


def __getattr__(name: str) -> object:
    """Import the public names when the first of them is asked for."""
    import importlib  # noqa: PLC0415  # see the module's docstring

    api = importlib.import_module(".api", __name__)  # `from . import` would ask here first
    if name not in ("__all__", *api.__all__):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(api, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return what is meant for users, imported or not."""
    import importlib  # noqa: PLC0415  # see the module's docstring

    return sorted(importlib.import_module(".api", __name__).__all__)
