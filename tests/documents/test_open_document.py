"""OpenDocument texts: where LibreOffice keeps citations, and what is no text of the author's."""

from __future__ import annotations

from html import escape
from io import BytesIO
from zipfile import ZipFile

import medcite
import pytest
from medcite.documents.open_document import open_document

from tests.contracts.documents import code, item, make_odt, odt, reference_mark
from tests.contracts.test_document_readers import read

ONE, TWO = code(item("One", 1)), code(item("Two", 2))


def titles(data: bytes) -> list[str]:
    """Return the titles of the articles that a document cites."""
    return [record.title for record in read(data)[0]]


def test_a_mark_without_extent() -> None:
    mark = f'<text:reference-mark text:name="{escape(ONE)}"/>'
    assert titles(odt(f"<text:p>Seen{mark}.</text:p>")) == ["One"]


def test_mendeleys_mark() -> None:
    name = ONE.removeprefix("ZOTERO_ITEM ")
    assert titles(odt(f"<text:p>{reference_mark(name)}</text:p>")) == ["One"]


def test_a_bookmark_has_its_citation_in_properties() -> None:
    pieces = [ONE[start : start + 100] for start in range(0, len(ONE), 100)]
    assert len(pieces) > 2
    meta = "".join(
        f'<meta:user-defined meta:name="ZOTERO_BREF_a_b_{number}">{escape(piece)}'
        "</meta:user-defined>"
        for number, piece in reversed(list(enumerate(pieces, start=1)))
    )
    text = '<text:p>Seen <text:bookmark-start text:name="ZOTERO_BREF_a_b"/>(1)'
    text += (
        '<text:bookmark-end text:name="ZOTERO_BREF_a_b"/><text:bookmark text:name="x"/></text:p>'
    )
    assert titles(odt(text, meta)) == ["One"]


def test_a_words_field_that_libreoffice_saved() -> None:
    value = escape(f" ADDIN {ONE} ")
    text = (
        '<text:p><field:fieldmark-start field:type="vnd.oasis.opendocument.field.UNHANDLED">'
        f'<field:param field:name="vnd.oasis.opendocument.field.code" field:value="{value}"/>'
        "</field:fieldmark-start><field:fieldmark-separator/>(1)<field:fieldmark-end/></text:p>"
    )
    assert titles(odt(text)) == ["One"]


def test_words_own_citation_is_named_and_its_source_is_gone() -> None:
    mark = '<text:bibliography-mark text:identifier=" CITATION Fu24 \\l 1033 "/>'
    _, report = read(odt(f"<text:p>{mark}</text:p>"))
    assert report.diagnostics[0].where.record == "word:Fu24"
    assert "only names the article" in report.diagnostics[0].message


def test_notes_are_read_where_the_text_refers_to_them() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{reference_mark(ONE)}</text:p></text:note-body></text:note>"
    )
    data = odt(f"<text:p>Seen{note} text.</text:p><text:p>{reference_mark(TWO)}</text:p>")
    assert titles(data) == ["One", "Two"]
    found = [(each.label, each.text) for each in open_document(data, "x.odt").paragraphs]
    assert found == [("paragraph 1", "Seen text."), ("footnote 1", "(1)"), ("paragraph 2", "(1)")]


def test_what_is_deleted_or_a_comment_is_not_read() -> None:
    deleted = (
        f"<text:tracked-changes><text:changed-region><text:deletion><text:p>{reference_mark(ONE)}"
        "</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    comment = f"<office:annotation><text:p>{reference_mark(ONE)}</text:p></office:annotation>"
    assert titles(odt(f"{deleted}<text:p>{comment}{reference_mark(TWO)}</text:p>")) == ["Two"]


def test_tables_sections_spans_and_text_boxes_are_read() -> None:
    cell = f"<table:table><table:table-row><table:table-cell><text:p>{reference_mark(ONE)}"
    cell += "</text:p></table:table-cell></table:table-row></table:table>"
    box = f"<draw:frame><draw:text-box><text:p>{reference_mark(TWO)}</text:p></draw:text-box>"
    three = reference_mark(code(item("Three", 3)))
    text = f"{cell}<text:p>Box {box}</draw:frame></text:p>"
    text += f"<text:section><text:p><text:span>{three}</text:span></text:p></text:section>"
    assert titles(odt(text)) == ["One", "Two", "Three"]


def test_blanks_tabs_and_lines_are_text() -> None:
    text = "<text:p>a<text:s/>b<text:tab/>c<text:line-break/>d<text:span>e</text:span>f</text:p>"
    assert [each.text for each in open_document(odt(text), "x.odt").paragraphs] == ["a b\tc\ndef"]


def test_the_reference_list_ends_at_the_next_heading() -> None:
    def heading(text: str) -> str:
        return f'<text:h text:outline-level="1">{text}</text:h>'

    text = heading("Methods") + "<text:p>a</text:p>" + heading("6. References")
    text += "<text:p>b</text:p>" + heading("Appendix") + "<text:p>c</text:p>"
    found = [(each.text, each.in_list) for each in open_document(odt(text), "x.odt").paragraphs]
    assert [words for words, in_list in found if in_list] == ["b"]
    labels = [each.label for each in open_document(odt(text), "x.odt").paragraphs]
    assert labels[1] == "paragraph 2 under 'Methods'"


def test_deep_nesting_ends() -> None:
    inner = "<text:span>" * 1000 + reference_mark(ONE) + "</text:span>" * 1000
    outer = "<text:section>" * 1000 + "</text:section>" * 1000
    assert titles(odt(f"{outer}<text:p>{inner}</text:p>")) == ["One"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (odt("", manifest='<m xmlns="x"><encryption-data/></m>'), "is protected by a password"),
        (odt("<text:p>"), "content.xml: the XML is broken"),
        (make_odt(()).replace(b"content.xml", b"content.old"), "it has no content.xml"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(medcite.InputError, match=said):
        read(data)


def test_another_kind_of_opendocument_is_told() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(medcite.InputError, match="is a spreadsheet or the like: save it as"):
        read(file.getvalue())
