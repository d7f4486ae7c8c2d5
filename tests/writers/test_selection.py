"""The fields that the user chooses or leaves out, in every format that has a choice."""

from __future__ import annotations

import medcite
import pytest
from medcite.base.suggestions import UnknownError
from medcite.model.record import Record
from medcite.model.values import Issn, Name

RECORD = Record(
    pmid="7", title="Title", volume="3", abstract="What we did.", doi="10.1234/x",
    author=(Name("Doe", "Jane"),), issn=(Issn("1234-5679"),),
)  # fmt: skip
FIELDS = {
    "bibtex": ("title", "abstract"),
    "biblatex": ("title", "abstract"),
    "ris": ("TI", "AB"),
    "csl-json": ("title", "abstract"),
}


def written(target: str, **options: object) -> tuple[str, list[str]]:
    report = medcite.Report()
    text = medcite.write([RECORD], target, report=report, **options)
    return text, [told.message for told in report.diagnostics]


@pytest.mark.parametrize("target", FIELDS)
def test_what_the_user_leaves_out_is_not_told(target: str) -> None:
    title, abstract = FIELDS[target]
    text, told = written(target, omit=(abstract,))
    assert ("Title" in text, "What we did" in text) == (True, False)
    assert not told
    text, told = written(target, fields=(title,))
    assert ("Title" in text, "What we did" in text) == (True, False)
    assert not told


@pytest.mark.parametrize("target", FIELDS)
@pytest.mark.parametrize("option", ["fields", "omit"])
def test_a_field_that_the_target_has_not_is_refused(target: str, option: str) -> None:
    with pytest.raises(UnknownError, match=r"unknown .* field 'abstrakt'"):
        written(target, **{option: ("abstrakt",)})


@pytest.mark.parametrize("target", FIELDS)
def test_the_case_of_a_name_does_not_matter_and_plus_adds(target: str) -> None:
    title, abstract = FIELDS[target]
    assert written(target, fields=(title.swapcase(),)) == written(target, fields=(title,))
    assert written(target, fields=(f"+{abstract}",)) == written(target)
    assert written(target, fields=(f"+{abstract}", title))[0].count("What we did") == 1
