"""A list of names that goes on, in every format that is read, and what every target makes of it."""

from __future__ import annotations

import medcite
import pytest
from medcite.codecs.names import is_et_al
from medcite.model.record import Record
from medcite.model.values import Name

SPELLINGS = (
    "et al.",
    "et al",
    "et. al.",
    "Et al.",
    "et al.,",
    "and others",
    "others",
    "et alii",
    "al., et",
)
INPUTS = {
    "bib": "@article{{k, author = {{Doe, Jane and {0}}}, title = {{T}}}}",
    "ris": "TY  - JOUR\nAU  - Doe, Jane\nAU  - {0}\nTI  - T\nER  - \n",
    "ris, one field": "TY  - JOUR\nAU  - Doe, Jane; {0}\nTI  - T\nER  - \n",
    "medline": "PMID- 1\nTI  - T.\nAU  - Doe J\nAU  - {0}\nPT  - Journal Article\n",
    "csl-json": '[{{"id": "k", "type": "book", "author": [{{"family": "Doe", "given": "Jane"}},'
    ' {{"literal": "{0}"}}]}}]',
    "csl-json, a family": '[{{"id": "k", "type": "book", "author": [{{"family": "Doe", "given":'
    ' "Jane"}}, {{"family": "{0}", "given": ""}}]}}]',
}
DOE, ROE = Name("Doe", "Jane"), Name("Roe", "Richard")
TRUNCATED = Record(title="Test", author=(DOE, ROE), editor=(DOE,), et_al=True, editor_et_al=True)


def read(text: str) -> Record:
    (record,) = medcite.read(text=text, report=medcite.Report())
    return record


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("source", INPUTS)
def test_the_byline_goes_on(source: str, spelling: str) -> None:
    if source == "medline" and "et al" not in spelling:
        pytest.skip("NLM writes no other words")
    record = read(INPUTS[source].format(spelling).replace("and and", "and"))
    assert [name.family for name in record.author] == ["Doe"]
    assert record.et_al


@pytest.mark.parametrize("name", ["Etalon", "Others J", "Etal, A", "Al", "Smith", "Et"])
def test_people_are_no_et_al(name: str) -> None:
    assert not is_et_al(name)


@pytest.mark.parametrize("target", ["bibtex", "biblatex", "csl-json", "medline", "json", "ris"])
def test_every_target_says_so(target: str) -> None:
    record = TRUNCATED.replace(type="book", pmid="1")
    if target == "bibtex":  # has no place for a book's editors beside its authors
        record = record.replace(type="chapter")
    back = read(medcite.write([record], target, report=medcite.Report()))
    assert (back.et_al, back.editor_et_al) == (True, True)
    assert [name.family for name in (*back.author, *back.editor)] == ["Doe", "Roe", "Doe"]


@pytest.mark.parametrize(
    ("receiver", "told"), [("generic", True), ("zotero", True), ("jabref", False)]
)
def test_ris_has_a_name_for_it_and_tells(receiver: str, told: bool) -> None:
    report = medcite.Report()
    medcite.write([TRUNCATED], "ris", receiver=receiver, report=report)
    assert ("et-al" in {note.code for note in report.diagnostics}) == told


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "Doe, J., Roe, R., et al. (n.d.)"),
        ("vancouver", "1. Doe J, Roe R, et al. Test."),
        ("nlm", "1. Doe J, Roe R, et al. Test."),
        ("american-medical-association", "1. Doe J, Roe R, et al. Test."),
        ("chicago-author-date", "Doe, Jane, Richard Roe, et al. n.d."),
        ("ieee", "[1] J. Doe, R. Roe, et al., "),
        ("modern-language-association", "Doe, Jane, et al. "),  # of three or more
    ],
)
def test_styles_print_their_own_words(style: str, expected: str) -> None:
    assert medcite.format_bibliography([TRUNCATED], style=style).startswith(expected)


def test_citations_print_them_too() -> None:
    (citation,), _ = medcite.format_citations([TRUNCATED.replace(key="k")], [["k"]], style="apa")
    assert citation == "(Doe et al., n.d.)"
