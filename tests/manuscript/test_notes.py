"""Citations in notes: real footnotes for styles that ask for them, in reading order."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.manuscript.documents import Desk, W, clusters, docx, paragraph, part, run, shown

STYLE = ("--style", "chicago-notes-bibliography")


def ids(data: bytes, name: str, tag: str) -> list[str | None]:
    root = etree.fromstring(part(data, name))
    return [element.get(f"{{{W}}}id") for element in root.iter(f"{{{W}}}{tag}")]


def test_new_footnotes_stand_among_the_documents_own_in_reading_order(desk: Desk) -> None:
    own = f'<w:footnote w:id="5">{paragraph("own [PMID: 22222222]")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    text = paragraph(run("a [PMID: 11111111] b"), reference, run(" c [PMID: 11111111]."))
    written = desk.cite(docx(text, footnotes=own), *STYLE)
    assert shown(written)[0] == "a b c."
    notes = shown(written, "word/footnotes.xml")
    assert "Jane Doe, “The First Article,”" in notes[0]
    assert notes[1].startswith("own Ann Roe,")
    assert "Doe, “The First Article.”" in notes[2]
    # LibreOffice gives the first reference the note with the lowest id, whatever its own is.
    assert ids(written, "word/document.xml", "footnoteReference") == ["1", "2", "3"]
    assert ids(written, "word/footnotes.xml", "footnote") == ["1", "2", "3"]
    properties = [cluster["properties"] for cluster in clusters(written, "word/footnotes.xml")]
    assert [each["noteIndex"] for each in properties] == [1, 2, 3]  # type: ignore[index]


def test_separators_keep_their_ids(desk: Desk) -> None:
    own = '<w:footnote w:type="separator" w:id="1"><w:p/></w:footnote>'
    text = paragraph("a [PMID: 11111111] b [PMID: 22222222].")
    written = desk.cite(docx(text, footnotes=own), *STYLE)
    assert ids(written, "word/footnotes.xml", "footnote") == ["1", "2", "3"]
    assert ids(written, "word/document.xml", "footnoteReference") == ["2", "3"]


def test_a_document_without_footnotes_gets_a_part_for_them(desk: Desk) -> None:
    written = desk.cite(docx(paragraph("a [PMID: 11111111].")), *STYLE)
    assert "/word/footnotes.xml" in part(written, "[Content_Types].xml").decode()
    assert "Jane Doe" in shown(written, "word/footnotes.xml")[0]


@pytest.mark.parametrize(
    ("text", "options", "before", "after"),
    [
        ("a [PMID: 11111111]. b", (), "a.", " b"),
        ("a [PMID: 11111111], b", (), "a,", " b"),
        ("“a [PMID: 11111111].” b", (), "“a.”", " b"),
        ("(a [PMID: 11111111].) b", (), "(a.)", " b"),
        ("(a [PMID: 11111111]) b", (), "(a", ") b"),
        ("a [PMID: 11111111] b", (), "a", " b"),
        ("a [PMID: 11111111]. b", ("--locale", "fr-FR"), "a", ". b"),
    ],
)
def test_a_note_goes_behind_punctuation_in_english(
    desk: Desk, text: str, options: tuple[str, ...], before: str, after: str
) -> None:
    written = desk.cite(docx(paragraph(text)), *STYLE, *options)
    runs = etree.fromstring(part(written)).find(f".//{{{W}}}p")
    assert runs is not None
    reference = next(runs.iter(f"{{{W}}}footnoteReference")).getparent()
    assert reference is not None
    texts = ["".join(map(str, run.itertext())) for run in runs]
    place = list(runs).index(reference)
    assert ("".join(texts[:place]), "".join(texts[place + 1 :])) == (before, after)


@pytest.mark.parametrize(
    ("style", "expected"),
    [("vancouver", " own (1)"), ("the-lancet", " own1"), ("apa", " own (Doe, 2020)")],
)
def test_a_style_without_notes_leaves_citations_in_the_documents_own(
    desk: Desk, style: str, expected: str
) -> None:
    own = f'<w:footnote w:id="5">{paragraph(" own [PMID: 11111111]")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    data = docx(paragraph(run("a"), reference), footnotes=own)
    written = desk.cite(data, "--style", style)
    assert shown(written, "word/footnotes.xml") == [expected]
    assert clusters(written, "word/footnotes.xml")[0]["properties"]["noteIndex"] == 1  # type: ignore[index]


def test_a_mark_without_a_style_for_it_is_raised_in_the_schemas_order(desk: Desk) -> None:
    data = docx(paragraph(run("a [PMID: 11111111]", '<w:b/><w:lang w:val="de-DE"/>')))
    root = etree.fromstring(part(desk.cite(data, *STYLE)))
    mark = next(root.iter(f"{{{W}}}footnoteReference")).getparent()
    assert mark is not None
    names = [child.tag.rpartition("}")[2] for child in mark[0]]
    assert names == ["b", "vertAlign", "lang"]


def test_notes_that_medcite_made_are_formatted_in_their_places(desk: Desk) -> None:
    notes = desk.cite(docx(paragraph("a [PMID: 11111111]. b [PMID: 22222222]")), *STYLE)
    apa = desk.cite(notes, "--style", "apa")
    assert shown(apa, "word/footnotes.xml") == [" (Doe, 2020)", " (Roe, 2021)"]
    assert ids(apa, "word/document.xml", "footnoteReference") == ["1", "2"]
