"""Documents for EndNote, and for Zotero in other word processors than Word."""

from __future__ import annotations

import json

import pytest
from lxml import etree
from medcite.markup import endnote_citation

from tests.manuscript.documents import Desk, R, W, docx, heading, paragraph, part, run, shown
from tests.manuscript.test_fields import FIELDS

TEXT = (
    paragraph("a [PMID: 22222222] b [see @pmid:11111111, pp. 4-5; -@pmid:33333333, but not 9].")
    + paragraph("c ", FIELDS["Zotero"])
    + heading("References")
)
NOTES = ("--style", "chicago-notes-bibliography")


def links(data: bytes, name: str = "word/document.xml") -> list[tuple[str, str]]:
    """Return the text and the address of each link in a part."""
    folder, _, file = name.rpartition("/")
    relationships = etree.fromstring(part(data, f"{folder}/_rels/{file}.rels"))
    targets = {each.get("Id"): each.get("Target") or "" for each in relationships}
    root = etree.fromstring(part(data, name))
    return [
        ("".join(map(str, link.itertext())), targets[link.get(f"{{{R}}}id")])
        for link in root.iter(f"{{{W}}}hyperlink")
    ]


def test_endnote_gets_temporary_citations_and_a_library_with_their_numbers(desk: Desk) -> None:
    texts = shown(desk.cite(docx(TEXT), "--live", "endnote"))
    assert texts == [
        "a {Roe, 2021 #1} b {see \\Doe, 2020 #2, pp. 4-5;, 2022 #3, but not 9}.",
        "c {Foe, 2019 #4}",
        "References",  # EndNote writes the list
    ]
    library = etree.fromstring((desk.folder / "out.xml").read_bytes())
    numbers = {
        record.findtext("rec-number"): record.findtext("contributors/authors/author")
        for record in library.iter("record")
    }
    assert numbers == {"1": "Roe, Ann", "2": "Doe, Jane", "3": "Poe, Max", "4": "Foe, Kim"}


def test_the_steps_for_endnote_are_told(desk: Desk) -> None:
    result = desk.run(docx(TEXT), "--live", "endnote", "--quiet")
    assert result.out == ""
    result = desk.run(docx(TEXT), "--live", "endnote")
    assert "import paper-cited.xml into a new EndNote library" in result.out


def test_a_library_with_more_is_not_replaced(desk: Desk) -> None:
    more = paragraph("[PMID: 11111111] and [PMID: 22222222]")
    assert desk.run(docx(more), "--live", "endnote").status == 0
    before = (desk.folder / "paper-cited.docx").read_bytes()
    fewer = docx(paragraph("[PMID: 11111111]"))
    result = desk.run(fewer, "refs.nbib", "--live", "endnote")
    assert result.status == 2
    assert "paper-cited.xml" in result.err
    assert (desk.folder / "paper-cited.docx").read_bytes() == before
    assert desk.run(fewer, "refs.nbib", "--live", "endnote", "--force").status == 0


def test_a_library_has_no_place_beside_standard_output(desk: Desk) -> None:
    result = desk.run(docx(TEXT), "--live", "endnote", "-o", "-")
    assert result.status == 2
    assert "need a library beside the document" in result.err


def test_another_programs_list_goes_since_endnote_writes_its_own(desk: Desk) -> None:
    listed = desk.cite(docx(TEXT))
    assert len(shown(listed)) == 3 + 4
    texts = shown(desk.cite(listed, "--live", "endnote"))
    assert texts[-1] == "References"


def test_notes_for_endnote(desk: Desk) -> None:
    written = desk.cite(docx(paragraph("a [PMID: 11111111].")), "--live", "endnote", *NOTES)
    assert shown(written, "word/footnotes.xml") == [" {Doe, 2020 #1}"]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("", "Fu", "2024", 12, ""), "Fu, 2024 #12"),
        (("", "A {B} #C; \\D", "", 1, ""), "A  B   C`; `\\D,  #1"),
        (("cf. ", "", "2020", 2, ", p. 3; x"), "cf. \\, 2020 #2, p. 3`; x"),
    ],
)
def test_what_endnote_would_read_as_a_mark(
    parts: tuple[str, str, str, int, str], expected: str
) -> None:
    assert endnote_citation.cite(*parts) == expected


def test_zoteros_transfer_document(desk: Desk) -> None:
    written = desk.cite(docx(TEXT), "--live", "transfer")
    texts = shown(written)
    assert texts[0] == "ZOTERO_TRANSFER_DOCUMENT"
    assert texts[2].startswith("a ITEM CSL_CITATION {")
    body = etree.fromstring(part(written)).find(f"{{{W}}}body")
    firsts = ["".join(map(str, element.itertext())) for element in list(body)[:5]]
    assert [bool(text) for text in firsts] == [True, False, True, False, True]
    found = links(written)
    assert {address for _, address in found} == {"https://www.zotero.org/"}
    codes = [text for text, _ in found]
    assert [code.split()[0] for code in codes] == [*["ITEM"] * 3, "BIBL", "DOCUMENT_PREFERENCES"]
    clusters = [json.loads(code.removeprefix("ITEM CSL_CITATION")) for code in codes[:3]]
    assert [len(cluster["citationItems"]) for cluster in clusters] == [1, 2, 1]
    assert clusters[2]["citationItems"][0]["uris"] == ["http://zotero.org/users/1/items/ABCD"]
    assert codes[3] == 'BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY'
    data = etree.fromstring(codes[4].removeprefix("DOCUMENT_PREFERENCES "))
    assert data.find("style").get("id") == "http://www.zotero.org/styles/nlm-citation-sequence"
    assert list(body)[-1].tag == f"{{{W}}}sectPr"


def test_a_transfer_document_with_notes(desk: Desk) -> None:
    written = desk.cite(docx(paragraph("a [PMID: 11111111].")), "--live", "transfer", *NOTES)
    ((code, address),) = links(written, "word/footnotes.xml")
    assert address == "https://www.zotero.org/"
    assert json.loads(code.removeprefix("ITEM CSL_CITATION"))["properties"]["noteIndex"] == 1


def test_a_link_splits_an_insertion_which_may_hold_none(desk: Desk) -> None:
    inserted = f'<w:ins w:id="1">{run("b [PMID: 11111111] c")}</w:ins>'
    written = desk.cite(docx(paragraph(run("a "), inserted)), "--live", "transfer")
    found = etree.fromstring(part(written)).findall(f".//{{{W}}}p")[4]
    assert [child.tag.rpartition("}")[2] for child in found] == ["r", "ins", "hyperlink", "ins"]
    texts = ["".join(map(str, child.itertext())) for child in found]
    assert (texts[1], texts[3]) == ("b ", " c")


def test_a_transfer_document_is_no_manuscript(desk: Desk) -> None:
    result = desk.run(desk.cite(docx(TEXT), "--live", "transfer"))
    assert result.status == 1
    assert result.err.splitlines()[-1].endswith(
        "is Zotero's transfer document; refresh it in Zotero's word processor first, or give the"
        " document that it was made of"
    )
