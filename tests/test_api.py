"""The Python interface, in few lines."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import medcite
import pytest
from medcite.base.suggestions import UnknownError
from medcite.options import VALUES
from medcite.tables.ris import PROFILES
from medcite.writers.bibliography import ENGINES

TEXT = """\
PMID- 1
OWN - NLM
DP  - 2020 Feb 3
TI  - A title of <something>.
FAU - Doe, Jane A
AU  - Doe JA
JT  - The journal of tests
TA  - J Tests
VI  - 4
IP  - 2
PG  - 10-9
PT  - Journal Article
PT  - Retracted Publication
RIN - J Tests. 2021;5(1):1. PMID: 3

PMID- 2
OWN - NLM
DP  - 2021
TI  - Another.
FAU - Roe, Richard
AU  - Roe R
TA  - J Tests
PT  - Journal Article
"""


def test_three_lines_convert_a_file(tmp_path: Path) -> None:
    (tmp_path / "refs.nbib").write_text(TEXT)
    records = medcite.read(tmp_path / "refs.nbib")
    medcite.write(records, file=tmp_path / "refs.json")
    assert '"title"' in (tmp_path / "refs.json").read_text()


@pytest.mark.parametrize(
    "source", [TEXT, TEXT.encode(), io.StringIO(TEXT), io.BytesIO(TEXT.encode())]
)
def test_anything_that_holds_text_can_be_read(source: str | bytes | io.StringIO) -> None:
    assert [record.pmid for record in medcite.read(source)] == ["1", "2"]


def test_a_retracted_article_is_always_told(caplog: pytest.LogCaptureFixture) -> None:
    report = medcite.Report()
    list(medcite.read(TEXT, report=report))
    assert [each.code for each in report.diagnostics].count("retracted") == 1
    with caplog.at_level(logging.WARNING, "medcite"):
        list(medcite.read(TEXT))
    assert "retracted" in caplog.text


def test_options_are_keywords() -> None:
    records = list(medcite.read(TEXT))
    assert "2}" not in medcite.write(records, "ris")
    text = medcite.write(records, "bibtex", key="pmid", sort="title")
    assert text.index("@article{pmid2,") < text.index("@article{pmid1,")  # Another, (A) title
    with pytest.raises(TypeError):
        medcite.write(records, "bibtex", no_such_option=1)


def test_an_open_file_can_be_written() -> None:
    stream = io.StringIO()
    assert medcite.write(medcite.read(TEXT), "csl-json", stream) == ""
    assert stream.getvalue() == medcite.write(medcite.read(TEXT), "csl-json")


def test_a_bibliography_is_one_call() -> None:
    lines = medcite.format_bibliography(medcite.read(TEXT), style="vancouver").splitlines()
    assert [line[:6] for line in lines] == ["1. Doe", "2. Roe"]
    html = medcite.format_bibliography(medcite.read(TEXT), markup="html")
    assert "<something>" not in html
    german = medcite.format_bibliography(medcite.read(TEXT), style="apa", locale="de-DE")
    assert german != medcite.format_bibliography(medcite.read(TEXT), style="apa")


def test_the_other_engine_can_be_chosen() -> None:
    style = "nlm-citation-sequence"
    text = medcite.format_bibliography(medcite.read(TEXT), style, engine="citeproc-py")
    assert "Doe" in text
    assert text != medcite.format_bibliography(medcite.read(TEXT), style)


def test_citations_and_their_list() -> None:
    cites = [["2"], [{"id": "pmid:1", "locator": "5", "prefix": "see "}, "2"], ["nobody"]]
    report = medcite.Report()
    texts, listed = medcite.format_citations(medcite.read(TEXT), cites, "apa", report=report)
    assert texts == ["(Roe, 2021)", "(see Doe, 2020, p. 5; Roe, 2021)", "[?]"]
    assert len(listed.splitlines()) == 2
    assert "unknown-citation" in [each.code for each in report.diagnostics]
    numbered, listed = medcite.format_citations(medcite.read(TEXT), cites[:2], "vancouver")
    assert numbered[0] == "(1)"
    assert listed.startswith("1. Roe")


@pytest.mark.parametrize(
    "cites",
    [
        ["1"],
        [[{"locator": "5"}]],
        [[{"id": "1", "page": "5"}]],
        [{"mode": "x", "cites": []}],
        [None],
    ],
)
def test_a_citation_of_another_shape_is_refused(cites: list[object]) -> None:
    with pytest.raises(medcite.InputError, match="cluster 1"):
        medcite.format_citations(medcite.read(TEXT), cites)


@pytest.mark.parametrize("argument", ["style", "markup", "engine"])
def test_unknown_names_answer_with_the_nearest(argument: str) -> None:
    with pytest.raises(UnknownError, match=r"did you mean|known"):
        medcite.format_bibliography([], **{argument: "vancuver-"})


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(medcite.InputError, match="no such file"):
        medcite.read(tmp_path / "none.nbib")
    with pytest.raises(UnknownError):
        medcite.read(TEXT, "no-such-format")


def test_names_come_when_asked_for() -> None:
    assert set(medcite.__all__) <= set(dir(convert))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = medcite.no_such_name


@pytest.mark.parametrize("name", sorted(VALUES))
def test_an_option_takes_what_the_command_line_takes(name: str) -> None:
    record = medcite.Record(title="T", pmid="1")
    for value in VALUES[name]:
        assert medcite.write([record], "ris", **{name: value})
    with pytest.raises(UnknownError, match=f"unknown value of {name} 'odd'; known: "):
        medcite.write([record], "ris", **{name: "odd"})


def test_fields_may_be_one_text() -> None:
    record = medcite.Record(title="T", volume="3", pmid="1")
    assert medcite.write([record], "bibtex", fields="title, volume") == medcite.write(
        [record], "bibtex", fields=("title", "volume")
    )


def test_options_know_the_tables() -> None:
    assert VALUES["ris_profile"] == tuple(PROFILES)
    assert VALUES["engine"] == tuple(ENGINES)


def test_what_write_lacks_is_said() -> None:
    with pytest.raises(TypeError, match="wants a format, or a file whose name tells it"):
        medcite.write([])
    with pytest.raises(TypeError, match="no attribute 'keey'; did you mean key"):
        medcite.write([], "bibtex", keey="pmid")
    with pytest.raises(medcite.UnknownError, match="did you mean bibtex"):
        medcite.write([], "bibtx")
