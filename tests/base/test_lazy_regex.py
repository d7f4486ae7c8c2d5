"""Patterns that wait for their first use are right, and work as compiled ones do."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import medcite
import pytest
from medcite.base.lazy_regex import METHODS, regex


def modules() -> list[str]:
    found = walk_packages(medcite.__path__, "medcite.")
    return [each.name for each in found if not each.name.endswith("__main__")]


@pytest.mark.parametrize("name", modules())
def test_every_pattern_of_a_module_compiles(name: str) -> None:
    for value in vars(import_module(name)).values():
        if type(value).__name__ == "_LazyPattern":
            assert re.compile(value.pattern, value._flags).fullmatch


def test_there_are_such_patterns() -> None:
    module = import_module("medcite.codecs.pages")
    assert [each for each in vars(module).values() if type(each).__name__ == "_LazyPattern"]


def test_it_works_as_a_compiled_one() -> None:
    late, early = regex(r"(a+)(b)?", re.IGNORECASE), re.compile(r"(a+)(b)?", re.IGNORECASE)
    text = "xaAby aa"
    assert late.pattern == early.pattern
    assert late.sub("-", text) == early.sub("-", text)
    assert late.findall(text) == early.findall(text)
    assert late.flags == early.flags
    assert all(hasattr(late, name) for name in METHODS)
    with pytest.raises(AttributeError):
        late.groups  # noqa: B018  # nobody needs it
    with pytest.raises(re.error):
        regex("(").search("")
