"""Every variant of a style is what its table says, and says so of itself."""

from __future__ import annotations

import importlib.util

import pytest
from medcite.csl import parse_style
from medcite.csl.style_repository import find_style

from tests.conftest import ROOT

SPEC = importlib.util.spec_from_file_location("variants", ROOT / "styles" / "tools" / "variants.py")
assert SPEC is not None
assert SPEC.loader is not None
variants = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(variants)


@pytest.mark.parametrize("name", variants.VARIANTS)
def test_file_is_up_to_date(name):
    written = (ROOT / "styles" / f"{name}.csl").read_text(encoding="utf-8")
    assert written == variants.variant(name), "run python styles/tools/variants.py"


def test_each_style_has_its_line_in_the_readme():
    listed = (ROOT / "styles" / "README.md").read_text(encoding="utf-8")
    for file in (ROOT / "styles").glob("*.csl"):
        assert f"]({file.name})" in listed


def test_ids_are_distinct_and_named_like_the_files():
    for file in (ROOT / "styles").glob("*.csl"):
        assert parse_style(find_style(file.stem).source).info.id == f"urn:medcite:style:{file.stem}"
