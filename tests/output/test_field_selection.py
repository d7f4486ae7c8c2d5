"""The fields that a user selects, adds and leaves out."""

from __future__ import annotations

import pytest
from medcite.base.suggestions import UnknownError
from medcite.options import Options
from medcite.output.field_selection import check, wanted


@pytest.mark.parametrize(
    ("options", "written"),
    [
        (Options(), ["title"]),
        (Options(omit=("TITLE",)), []),
        (Options(fields=("PMID",)), ["pmid"]),
        (Options(fields=("+pmid",)), ["title", "pmid"]),
        (Options(fields=("+pmid", "title"), omit=("pmid",)), ["title"]),
    ],
)
def test_which_fields_are_written(options: Options, written: list[str]) -> None:
    defaults = {"title": True, "pmid": False}
    assert [tag for tag, default in defaults.items() if wanted(tag, options, default)] == written


def test_a_name_that_is_no_field_is_refused() -> None:
    check(Options(fields=("+Title",), omit=("PMID",)), "BibTeX", ["title", "pmid"])
    with pytest.raises(UnknownError, match="unknown BibTeX field 'titel'; did you mean title"):
        check(Options(fields=("titel",)), "BibTeX", ["title", "pmid"])
