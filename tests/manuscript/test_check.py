"""``--check`` lists what a document cites where, tells what is wrong, and changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.manuscript.documents import Desk, docx, heading, paragraph, run
from tests.manuscript.test_fields import FIELDS, ITEM, zotero

RETRACTED = """
PMID- 44444444
TI  - The fourth article.
AU  - Joe J
DP  - 2020
PT  - Journal Article
PT  - Retracted Publication
RIN - J Test. 2021;1:9. PMID: 55555555
"""[1:]
FIRST = "Doe J. The first article. J Test. 2020 Jan;1:1-9. doi: 10.1000/one."


def test_places_and_keys_are_listed_and_nothing_is_written(desk: Desk) -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = docx(
        heading("Methods")
        + paragraph(run("Seen [@pmid:11111111, p. 4; @doi:10.1000/one]."), note)
        + paragraph("Then ", FIELDS["Zotero"]),
        footnotes=f'<w:footnote w:id="2">{paragraph("[PMID: 22222222]")}</w:footnote>',
    )
    before = sorted(desk.folder.iterdir())
    result = desk.run(data, "--check")
    assert result.out.splitlines() == [
        "paragraph 2 under 'Methods': pmid:11111111, 4; doi:10.1000/one",
        "footnote 1: pmid:22222222",
        "paragraph 3 under 'Methods': doi:10.1000/foe",
    ]
    written = {path.name for path in desk.folder.iterdir()} - {path.name for path in before}
    assert {name for name in written if not name.startswith(".")} == {"paper.docx"}
    assert (desk.folder / "paper.docx").read_bytes() == data


def test_json_has_an_object_for_each_citation(desk: Desk) -> None:
    result = desk.run(docx(paragraph("a [PMID: 11111111] b [PMID: 9]")), "--check", "--as", "json")
    first, second = map(json.loads, result.out.splitlines())
    assert first["paragraph"] == 1
    assert first["cites"] == [
        {"key": "pmid:11111111", "locator": "", "article": "pmid:11111111",
         "title": "The first article"}
    ]  # fmt: skip
    assert second["cites"] == [{"key": "pmid:9", "locator": ""}]


def test_unknown_articles_are_told_with_the_nearest_and_fail(desk: Desk) -> None:
    result = desk.run(docx(paragraph("a [PMID: 11111112] b [PMID: 11111111]")), "--check")
    assert result.status == 1
    assert "pmid:11111112 paragraph 1: no record with this name" in result.err
    assert "did you mean pmid:11111111?" in result.err
    assert "paragraph 1: pmid:11111112" in result.out


def test_one_article_under_two_names(desk: Desk) -> None:
    text = "a [PMID: 11111111] b [doi:10.1000/one] c [https://doi.org/10.1000/one]"
    result = desk.run(docx(paragraph(text)), "--check", "--strict")
    assert result.err.count("same-article") == 1
    assert "pmid:11111111 and doi:10.1000/one are one article" in result.err
    assert result.status == 1
    assert desk.run(docx(paragraph(text)), "--check").status == 0


def test_one_article_as_two_records_without_a_name_in_common(desk: Desk) -> None:
    twin = {**ITEM, "DOI": "", "URL": "https://example.org/", "title": ITEM["title"]}
    data = docx(paragraph("a ", FIELDS["Zotero"], " b ", zotero(twin, "http://z/B", "(2)")))
    result = desk.run(data, "--check")
    assert "seem to be one article, but have no identifier in common" in result.err


def test_retracted_articles_are_told_also_of_fields(desk: Desk) -> None:
    (desk.folder / "more.nbib").write_text(RETRACTED)
    field = zotero({**ITEM, "DOI": "", "PMID": "44444444"}, "http://z/C", "(1)")
    for text in (paragraph("a [PMID: 44444444]"), paragraph("a ", field)):
        for options in (["--check"], ["-o", "out.docx", "--force"]):
            result = desk.run(docx(text), *options, "--fail-on", "retracted")
            assert result.status == 1
            assert "warning[retracted]: pmid:44444444 paragraph 1" in result.err


def test_entries_that_are_cited_nowhere(desk: Desk) -> None:
    data = docx(
        paragraph("a [PMID: 11111111]") + heading("References")
        + paragraph(f"1. {FIRST}")
        + paragraph("2. Noe N. What nobody cites in this text. J Test. 2001;1:1.")
        + paragraph("(end of list)")
    )  # fmt: skip
    result = desk.run(data, "--check")
    assert result.err.count("warning[uncited]") == 1
    assert "is cited nowhere in the text: 2. Noe N. What nobody" in result.err
    assert "paragraph 4 under 'References'" in result.err


def test_a_document_that_medcite_wrote_is_in_order(desk: Desk) -> None:
    text = paragraph("a [PMID: 22222222] b [PMID: 11111111; PMID: 33333333]")
    for style in ("vancouver", "the-lancet", "apa", "chicago-notes-bibliography"):
        desk.cite(docx(text + heading("References")), "--style", style)
        (desk.folder / "paper.docx").write_bytes((desk.folder / "out.docx").read_bytes())
        result = desk.run_again("--check", "--strict")
        assert (result.status, result.err) == (0, "")
        assert len(result.out.splitlines()) == 2


@pytest.mark.parametrize(
    ("shown", "labels", "said"),
    [
        (("(1)", "(3)"), "12", "no citation has the number 2"),
        (("(1)", "[1]"), "12", "of several articles, the text has the number 1"),
        (("(1)", "(2)"), "13", "no entry of the list has the number 2"),
        (("(1)", "(2)"), "11", "of several entries, the list has the number 1"),
        (("(1)", "(2)"), "12", ""),
        (("(Foe, 2019)", "(Doe, 2020)"), "12", ""),
    ],
)
def test_numbers(desk: Desk, shown: tuple[str, str], labels: str, said: str) -> None:
    other = {**ITEM, "title": "The first article", "DOI": "10.1000/one", "page": "1-9"}
    listed = ("Foe K. An article of a reference manager. J Test. 2019;9:5-6.", FIRST)
    pairs = zip(labels, listed, strict=True)
    data = docx(
        paragraph("a ", zotero(ITEM, "http://z/A", shown[0]))
        + paragraph("b ", zotero(other, "http://z/B", shown[1]))
        + heading("References")
        + "".join(paragraph(f"{label}. {entry}") for label, entry in pairs)
    )  # fmt: skip
    result = desk.run(data, "--check")
    told = [line for line in result.err.splitlines() if "warning" in line]
    assert len(told) == bool(said)
    assert said in "".join(told)


def test_an_output_is_refused(desk: Desk, tmp_path: Path) -> None:
    result = desk.run(docx(paragraph("[PMID: 11111111]")), "--check", "-o", "x.docx")
    assert result.status == 2
    assert "--check writes nothing" in result.err
    assert not (tmp_path / "x.docx").exists()
