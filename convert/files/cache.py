"""What takes long to make and can be made again, kept in the user's cache folder as JSON.

The folder is that of the platform (``~/.cache/medcite`` on Linux, or in ``XDG_CACHE_HOME``). It may
be missing, full or read-only: then everything is made each time.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from . import atomic


def cached(name: str, key: list[Any], make: Callable[[], list[Any]]) -> list[Any]:
    """Return what ``make`` returned when it was last called with the same key, else call it.

    Only one result of each ``name`` is kept. The key and the result must be JSON's own values.
    """
    import json  # noqa: PLC0415  # only where something is cached

    path = os.path.join(folder(), f"{name}.json")
    with suppress(OSError, ValueError, TypeError, KeyError), open(path, "rb") as stream:
        entry = json.load(stream)
        if entry["key"] == key:
            return list(entry["value"])
    value = make()
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        atomic.save(path, [json.dumps({"key": key, "value": value}, ensure_ascii=False)])
    return value


def folder() -> str:
    """Return the path of the cache folder, which may not exist."""
    from platformdirs import user_cache_dir  # noqa: PLC0415  # only where something is cached

    return user_cache_dir("medcite", appauthor=False)
