"""The sample and the README's pictures of it are what their script makes."""

from __future__ import annotations

import runpy

from tests.conftest import ROOT
from tests.manuscript.documents import part, shown

PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 150_000


def test_the_sample_is_what_its_script_makes() -> None:
    make = runpy.run_path(str(PICTURES / "make.py"))
    sample = (ROOT / "samples" / "manuscript.docx").read_bytes()
    assert shown(make["sample"]()) == shown(sample)
    assert make["sample"]() == make["sample"]()
    assert part(make["sample"]()) == part(sample)


def test_the_pictures_are_small_and_shown() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for picture in PICTURES.glob("*.png"):
        assert picture.stat().st_size < MOST_BYTES
        assert f'src="docs/pictures/{picture.name}"' in readme
