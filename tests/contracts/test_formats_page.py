"""The page on formats says what the code does; `--accept` rewrites it."""

from tests.conftest import ROOT
from tests.contracts.formats_page import page


def test_the_page_says_what_is_so(accept: bool) -> None:
    path = ROOT / "docs/formats.md"
    if accept:
        path.write_text(page(), "utf-8")
    assert path.read_text("utf-8") == page()
