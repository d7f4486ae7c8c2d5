"""Word documents as inputs: which citations are read, in which order, and what is refused."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import medcite
import pytest

from tests.citation_fields.test_managers import SOURCES, citavi_code, with_part
from tests.contracts.documents import code, item, make_docx
from tests.contracts.test_document_readers import read
from tests.manuscript.documents import WORD_TYPE, W, docx, field, heading, paragraph, run
from tests.manuscript.test_fields import FIELDS

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def cite(title: str, number: int) -> str:
    """Return a field of Zotero's."""
    return field(f" ADDIN {code(item(title, number))} ".replace("&", "&amp;"), "(1)")


def titles(data: bytes) -> list[str]:
    """Return the titles of the articles that a document cites."""
    return [record.title for record in read(data)[0]]


def with_replaced(data: bytes, old: str, new: str) -> bytes:
    """Return a document with another text in all of its parts and their names."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name).decode().replace(old, new)
            target.writestr(name.replace(old, new), content)
    return file.getvalue()


def test_every_managers_copy_of_an_article_is_the_same() -> None:
    assert titles(docx(paragraph("Seen ", *FIELDS.values()))) == [
        "An article of a reference manager"
    ]


def test_notes_are_read_where_the_text_refers_to_them() -> None:
    first = paragraph("a", '<w:r><w:footnoteReference w:id="2"/></w:r>', run("b"), cite("Two", 2))
    notes = f'<w:footnote w:id="2">{paragraph(cite("One", 1))}</w:footnote>'
    assert sorted(titles(docx(first + paragraph(cite("Three", 3)), footnotes=notes))) == [
        "One", "Three", "Two"]  # fmt: skip


def test_tables_text_boxes_and_insertions_are_read_and_deletions_are_not() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph(cite('One', 1))}</w:tc></w:tr></w:tbl>"
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(cite('Two', 2))}"
    box += "</w:txbxContent></v:textbox></w:pict></w:r>"
    inserted = f'<w:ins w:id="1" w:author="a">{cite("Three", 3)}</w:ins>'
    deleted = cite("Four", 4).replace("w:instrText", "w:delInstrText")
    deleted = f'<w:del w:id="2" w:author="a">{deleted}</w:del>'
    body = table + paragraph("a", box) + paragraph("b", inserted, deleted)
    assert titles(docx(body)) == ["One", "Two", "Three"]


def test_citations_below_the_list_count_too() -> None:
    body = paragraph(cite("One", 1)) + heading("References") + paragraph(cite("Two", 2))
    assert titles(docx(body)) == ["One", "Two"]


def test_what_two_libraries_call_the_same_are_two_articles() -> None:
    other = item("Other", 1, DOI="10.1000/9")
    body = paragraph(cite("One", 1), field(f" ADDIN {code(other)} ", "(1)"), cite("One", 1))
    assert titles(docx(body)) == ["One", "Other"]


def test_a_citation_that_only_names_its_article_is_told_once() -> None:
    named = {"Entries": [{"ReferenceId": "gone"}]}
    body = paragraph(*[field(citavi_code(named), "[1]")] * 2, field(" CITATION Old1 ", "x"))
    records, report = read(with_part(docx(body), "customXml/item1.xml", SOURCES))
    assert not records
    told = [each.where.record for each in report.diagnostics if each.code == "unresolved"]
    assert told == ["citavi:gone", "word:Old1"]


def test_a_fault_of_an_article_is_told_once() -> None:
    field_ = field(f" ADDIN {code(item('One', 1, type='scroll'))} ", "(1)")
    _, report = read(docx(paragraph(field_, field_)))
    assert [told.code for told in report.diagnostics] == ["unknown-type"]


def test_macros_do_not_matter() -> None:
    data = with_replaced(
        make_docx((code(item("One", 1)),)), f"{WORD_TYPE}.document.main+xml", MACROS
    )
    assert titles(data) == ["One"]


RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = with_replaced(
    with_replaced(make_docx(()), W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    RELATED, "http://purl.oclc.org/ooxml/officeDocument/relationships",
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le"), "old Word file"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "Workbook".encode("utf-16-le"), "an old Excel file"),
        (STRICT, "is strict OOXML; in Word, save it as"),
        (with_replaced(make_docx(()), "word/", "xl/"), "is an Excel file: save it as .csv"),
        (b"PK\x03\x04" + bytes(99), "is a damaged Word, Excel or ZIP file"),
        (with_replaced(make_docx(()), "<w:document", "<!DOCTYPE x [<!ENTITY a 'b'>]><w:document"),
         "declares a document type"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(medcite.InputError, match=said):
        read(data)


def test_an_archive_of_another_kind_is_told() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("refs.ris", "TY  - JOUR")
    with pytest.raises(medcite.InputError, match="is a ZIP archive: unpack it"):
        read(file.getvalue())
