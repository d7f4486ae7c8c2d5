"""Fields of reference managers are citations like any other: restyled, joined by new ones, kept."""

from __future__ import annotations

import json
from base64 import b64encode
from xml.sax.saxutils import escape

import pytest

from tests.manuscript.documents import Desk, clusters, codes, docx, field, heading, paragraph, shown

ITEM = {
    "id": 7,
    "type": "article-journal",
    "title": "An article of a reference manager",
    "author": [{"family": "Foe", "given": "Kim"}],
    "container-title": "Journal of tests",
    "volume": "9",
    "page": "5-6",
    "issued": {"date-parts": [["2019"]]},
    "DOI": "10.1000/foe",
}
CSL = {
    "citationID": "abc",
    "properties": {"plainCitation": "(1)", "noteIndex": 0},
    "citationItems": [
        {"id": 7, "uris": ["http://zotero.org/users/1/items/ABCD"], "itemData": ITEM}
    ],
}
ENDNOTE = (
    "<EndNote><Cite><Author>Foe</Author><Year>2019</Year><RecNum>7</RecNum><record><rec-number>7"
    '</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors><author>Foe,'
    " Kim</author></authors></contributors><titles><title>An article of a reference manager</title>"
    "<secondary-title>Journal of tests</secondary-title></titles><pages>5-6</pages><volume>9"
    "</volume><dates><year>2019</year></dates><electronic-resource-num>10.1000/foe"
    "</electronic-resource-num></record></Cite></EndNote>"
)
JSON = escape(json.dumps(CSL))


def nested(*payloads: str) -> str:
    """Return EndNote's field with its XML in the data of fields in it, which repeat the first."""
    data = [b64encode(payload.encode() + b"\0").decode() for payload in payloads]
    inner = "".join(
        '<w:r><w:fldChar w:fldCharType="begin"><w:fldData xml:space="preserve">'
        f"{each}\r\n</w:fldData></w:fldChar></w:r><w:r><w:instrText> ADDIN EN.CITE.DATA "
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        for each in data
    )
    outer = field(" ADDIN EN.CITE ", "(1)", f"<w:fldData>{data[0]}</w:fldData>")
    separate = '<w:r><w:fldChar w:fldCharType="separate"/>'
    return outer.replace(separate, inner + separate, 1)


FIELDS = {
    "Zotero": field(f" ADDIN ZOTERO_ITEM CSL_CITATION {JSON} ", "(1)"),
    "Mendeley Desktop": field(f"ADDIN CSL_CITATION {JSON}", "(1)"),
    "Mendeley Cite": "<w:sdt><w:sdtPr><w:tag w:val=\"MENDELEY_CITATION_v3_"
    f'{b64encode(json.dumps(CSL).encode()).decode()}"/></w:sdtPr><w:sdtContent><w:r><w:t>(1)</w:t>'
    "</w:r></w:sdtContent></w:sdt>",
    "EndNote": field(f" ADDIN EN.CITE {escape(ENDNOTE)}", "(1)"),
    "EndNote, nested": nested(ENDNOTE),
    "EndNote, long": nested(ENDNOTE[:250], ENDNOTE[250:]),
}  # fmt: skip


def zotero(item: dict[str, object], uri: str, shown: str) -> str:
    """Return a field of Zotero's with one item."""
    code = json.dumps({"citationItems": [{"id": 1, "uris": [uri], "itemData": item}]})
    return field(f" ADDIN ZOTERO_ITEM CSL_CITATION {escape(code)} ", shown)


@pytest.mark.parametrize("manager", FIELDS)
def test_a_field_is_restyled_without_its_manager(desk: Desk, manager: str) -> None:
    data = docx(paragraph("Seen ", FIELDS[manager], ".") + heading("References"))
    (desk.folder / "refs.nbib").unlink()  # the document holds all that it cites
    text = shown(desk.cite(data, "--style", "apa", "--live", "no"))
    assert text[0] == "Seen (Foe, 2019)."
    assert text[2].startswith("Foe, K. (2019). An article of a reference manager. Journal of ")


@pytest.mark.parametrize("manager", FIELDS)
def test_a_new_placeholder_joins_the_fields(desk: Desk, manager: str) -> None:
    body = paragraph("New [PMID: 11111111], old ", FIELDS[manager], ".") + heading("References")
    assert shown(desk.cite(docx(body)))[0] == "New (1), old (2)."


def test_zoteros_fields_have_all_that_zotero_needs(desk: Desk) -> None:
    data = desk.cite(docx(paragraph("Seen [PMID: 11111111].") + heading("References")))
    (cluster,) = clusters(data)
    assert cluster["schema"].endswith("csl-citation.json")  # type: ignore[attr-defined]
    (item,) = cluster["citationItems"]  # type: ignore[misc]
    assert item["itemData"]["title"] == "The first article"
    assert item["itemData"]["DOI"] == "10.1000/one"
    assert [code.split()[1] for code in codes(data)] == ["ZOTERO_ITEM", "ZOTERO_BIBL"]


def test_an_address_of_zoteros_library_stays(desk: Desk) -> None:
    data = desk.cite(docx(paragraph("Seen ", FIELDS["Zotero"], ".") + heading("References")))
    (item,) = clusters(data)[0]["citationItems"]  # type: ignore[misc]
    assert item["uris"] == ["http://zotero.org/users/1/items/ABCD"]


def test_a_second_run_changes_nothing(desk: Desk) -> None:
    body = paragraph("Seen [PMID: 11111111] and [PMID: 22222222].") + heading("References")
    once = desk.cite(docx(body))
    (desk.folder / "refs.nbib").unlink()
    again = desk.cite(once)
    assert shown(again) == shown(once)
    assert clusters(again) == clusters(once)


def test_a_document_goes_from_style_to_style(desk: Desk) -> None:
    body = paragraph("Seen [PMID: 22222222] and [PMID: 11111111].") + heading("References")
    lancet = desk.cite(desk.cite(docx(body)), "--style", "the-lancet")
    assert shown(lancet)[0] == "Seen1 and2."
    apa = desk.cite(lancet, "--style", "apa")
    assert shown(apa)[0] == "Seen (Roe, 2021) and (Doe, 2020)."
    assert shown(apa)[2].startswith("Doe, J.")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (" ADDIN ZOTERO_ITEM CSL_CITATION {broken ", "the citation's field cannot be read"),
        (" ADDIN EN.CITE &lt;EndNote&gt;&lt;Cite&gt;", "the XML ends too early"),
    ],
)
def test_a_broken_field_is_told_and_nothing_is_written(desk: Desk, code: str, said: str) -> None:
    result = desk.run(docx(paragraph("Seen ", field(code, "(1)"))))
    assert result.status == 1
    assert said in result.err
    assert not (desk.folder / "paper-cited.docx").exists()
