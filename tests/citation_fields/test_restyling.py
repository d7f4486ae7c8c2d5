"""Citations of Citavi and Word in a manuscript are restyled like any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.citation_fields.test_managers import PLACEHOLDER, SOURCES, citavi_code, with_part
from tests.manuscript.documents import Desk, docx, field, heading, paragraph, shown

CITED = {**PLACEHOLDER, "Entries": [{k: v for k, v in PLACEHOLDER["Entries"][0].items()
                                     if k not in ("Prefix", "PageRange")}]}  # fmt: skip
CITATIONS = {
    "Citavi": '<w:sdt><w:sdtPr><w:tag w:val="CitaviPlaceholder#550e"/></w:sdtPr><w:sdtContent>'
    f"{field(citavi_code(CITED), '[1]')}</w:sdtContent></w:sdt>",
    "Citavi without its control": field(citavi_code(CITED), "[1]"),
    "Word": "<w:sdt><w:sdtPr><w:id w:val='7'/><w:citation/></w:sdtPr><w:sdtContent>"
    f"{field(' CITATION Fu24 ', '(Fu, 2024)')}</w:sdtContent></w:sdt>",
    "Word without its control": field(" CITATION Fu24 ", "(Fu, 2024)"),
    "Word's simple field": '<w:fldSimple w:instr=" CITATION Fu24 "><w:r><w:t>(Fu, 2024)</w:t></w:r>'
    "</w:fldSimple>",
}
LISTS = {
    "Citavi": '<w:sdt><w:sdtPr><w:tag w:val="CitaviBibliography"/></w:sdtPr><w:sdtContent>'
    f"{paragraph('An old list')}</w:sdtContent></w:sdt>",
    "Word": f"<w:sdt><w:sdtPr><w:bibliography/></w:sdtPr><w:sdtContent><w:p>"
    f"{field(' BIBLIOGRAPHY ', 'An old list')}</w:p></w:sdtContent></w:sdt>",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


@pytest.mark.parametrize("manager", CITATIONS)
def test_a_citation_is_restyled_without_its_manager(desk: Desk, manager: str) -> None:
    body = paragraph("Seen ", CITATIONS[manager], " before.") + heading("References")
    data = with_part(docx(body), "customXml/item1.xml", SOURCES)
    (desk.folder / "refs.nbib").unlink()
    text = shown(desk.cite(data, "--style", "nlm-citation-sequence", "--live", "no"))
    assert text[0] == "Seen (1) before."
    assert text[2].startswith("1.\tFu HB, ")
    assert "Mesenchymal stromal cells" in text[2]


@pytest.mark.parametrize("manager", LISTS)
def test_the_list_takes_the_place_of_the_managers(desk: Desk, manager: str) -> None:
    body = paragraph("Seen ", CITATIONS[manager]) + LISTS[manager]
    text = shown(desk.cite(with_part(docx(body), "customXml/item1.xml", SOURCES)))
    assert "An old list" not in text
    assert len(text) == 2


def test_a_source_that_word_has_no_more_is_told(desk: Desk) -> None:
    result = desk.run(docx(paragraph("Seen ", CITATIONS["Word"])))
    assert result.status == 1
    assert "word:Fu24" in result.err
    assert "only names the article" in result.err
