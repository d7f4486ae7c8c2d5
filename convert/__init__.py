"""Convert PubMed citations: readers make records of them, and writers write the records.

>>> import medcite
>>> records = list(medcite.read("samples/flattened.txt"))
>>> print(medcite.write(records, "bibtex", key="pmid"))  # doctest: +SKIP

The public names are those of :mod:`medcite.api`. They are imported when one of them is first used,
so that a program that needs none (``medcite --version``) starts fast.
"""

from __future__ import annotations

__version__ = "0.2.0"

TYPE_CHECKING = False  # importing it from typing would double the start-up time
if TYPE_CHECKING:
    from .api import *  # noqa: F403  # its __all__ lists the public names
    from .api import __all__ as __all__


def __getattr__(name: str) -> object:
    """Import the public names when one of them is first used."""
    import importlib.util  # noqa: PLC0415  # see the module's docstring

    # `from medcite import cli` asks here before it imports a module: that needs no public names.
    is_module = importlib.util.find_spec(f".{name}", __name__) is not None
    api = None if is_module else importlib.import_module(".api", __name__)
    if api is None or name not in ("__all__", *api.__all__):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(api, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, imported or not."""
    import importlib  # noqa: PLC0415  # see the module's docstring

    return sorted(importlib.import_module(".api", __name__).__all__)
