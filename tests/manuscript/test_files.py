"""What is read, refused and replaced; what of a document stays byte for byte."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx as python_docx
import pytest
from lxml import etree

from tests.manuscript.documents import Desk, W, docx, heading, paragraph, part, shown

ONE = paragraph("Seen [PMID: 11111111].")


def names(data: bytes) -> list[str]:
    with ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def changed(before: bytes, after: bytes) -> set[str]:
    return {name for name in names(before) if part(before, name) != part(after, name)}


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return a document with a part added or replaced."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w") as new:
        for known in old.namelist():
            if known != name:
                new.writestr(known, old.read(known))
        new.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("live", ["no", "zotero"])
def test_other_parts_stay_byte_for_byte_and_in_order(desk: Desk, live: str) -> None:
    data = with_part(
        docx(ONE + heading("References"), settings="<w:zoom/>"),
        "word/media/x.bin",
        bytes(range(256)),
    )
    written = desk.cite(data, "--live", live)
    assert changed(data, written) == {
        "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml",
        "word/_rels/document.xml.rels",
    }  # fmt: skip
    assert names(written)[: len(names(data))] == names(data)
    assert names(written)[len(names(data)) :] == ["docProps/custom.xml"]
    assert (desk.folder / "paper.docx").read_bytes() == data


def test_prefixes_and_what_may_be_ignored_stay(desk: Desk) -> None:
    text = '<w:p w14:paraId="1234ABCD"><w:r><w:t>Seen [PMID: 11111111].</w:t></w:r></w:p>'
    root = part(desk.cite(docx(text))).decode()
    assert 'mc:Ignorable="w14"' in root
    assert 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"' in root
    assert 'w14:paraId="1234ABCD"' in root
    assert "ns0:" not in root
    assert root.startswith("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")


def test_the_same_input_gives_the_same_bytes(desk: Desk) -> None:
    assert desk.cite(docx(ONE)) == desk.cite(docx(ONE))


def test_python_docx_opens_the_result_and_its_own_files_are_read(desk: Desk) -> None:
    own = python_docx.Document()
    own.add_heading("Paper", 1)
    own.add_paragraph("Seen [PMID: 11111111], too [PMID: 22222222].")
    own.core_properties.title = "My paper"
    file = BytesIO()
    own.save(file)
    written = python_docx.Document(BytesIO(desk.cite(file.getvalue())))
    texts = [each.text for each in written.paragraphs]
    assert texts[1] == "Seen (1), too (2)."
    assert texts[2] == "References"
    assert written.paragraphs[2].style.name == "Heading 1"
    assert written.paragraphs[3].style.name == "Bibliography"
    assert written.core_properties.title == "My paper"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "is an old Word file (.doc)"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"{\\rtf1}", "is no Word document"),
        (b"", "is no Word document"),
        (docx(ONE)[:300], "is a damaged .docx"),
        (docx(ONE).replace(b"PK\x05\x06", b"PK\x05\x00"), "is a damaged .docx"),
        (with_part(docx(ONE), "word/document.xml", b"<w:document>"),
         "word/document.xml: the XML is"),
        (with_part(docx(ONE), "word/styles.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
         "word/styles.xml: declares a document type"),
        (with_part(docx(ONE), "[Content_Types].xml",
                   part(docx(ONE), "[Content_Types].xml").replace(
                       b"vnd.openxmlformats-officedocument.wordprocessingml.document",
                       b"vnd.ms-word.document.macroEnabled")), "has macros (.docm)"),
        (with_part(docx(ONE), "_rels/.rels", b'<Relationships xmlns="http://purl.oclc.org/ooxml/"/>'),
         "is strict OOXML"),
        (with_part(docx(ONE), "word/document.xml",
                   b'<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
         "is strict OOXML"),
    ],
)  # fmt: skip
def test_what_is_no_docx_is_refused_by_name(desk: Desk, data: bytes, said: str) -> None:
    result = desk.run(data)
    assert result.status == 1
    assert said in result.err
    assert "Traceback" not in result.err
    assert not (desk.folder / "paper-cited.docx").exists()


def test_other_archives_are_named(desk: Desk) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert (
        "is application/vnd.oasis.opendocument.text, no Word document"
        in desk.run(file.getvalue()).err
    )
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("refs.nbib", "PMID- 1")
    assert "is a ZIP archive, no Word document" in desk.run(file.getvalue()).err


def test_a_missing_file_is_told(desk: Desk) -> None:
    desk.run(docx(ONE))
    (desk.folder / "paper.docx").unlink()
    assert "paper.docx: no such file" in desk.run_again().err


def test_the_new_document_is_beside_the_old_one_and_may_be_written_again(desk: Desk) -> None:
    result = desk.run(docx(ONE))
    assert result.err == "paper-cited.docx: 1 citation of 1 article, vancouver\n" or result.out
    assert desk.run(docx(ONE + paragraph("And [PMID: 22222222]."))).status == 0
    assert "And (2)." in shown((desk.folder / "paper-cited.docx").read_bytes())


def test_what_medcite_did_not_write_or_somebody_changed_stays(desk: Desk) -> None:
    foreign = docx(paragraph("Mine."))
    (desk.folder / "paper-cited.docx").write_bytes(foreign)
    result = desk.run(docx(ONE))
    assert result.status == 2
    assert "was not written by medcite" in result.err
    assert (desk.folder / "paper-cited.docx").read_bytes() == foreign
    assert desk.run(docx(ONE), "--force").status == 0
    written = (desk.folder / "paper-cited.docx").read_bytes()
    edited = with_part(written, "word/document.xml", part(written) + b" ")
    (desk.folder / "paper-cited.docx").write_bytes(edited)
    assert "was changed since medcite wrote it" in desk.run(docx(ONE)).err
    assert (desk.folder / "paper-cited.docx").read_bytes() == edited


def test_the_document_itself_is_never_replaced(desk: Desk, tmp_path: Path) -> None:
    for name in ("paper.docx", str(tmp_path / "paper.docx"), "link.docx"):
        if name == "link.docx":
            (tmp_path / name).symlink_to("paper.docx")
        result = desk.run(docx(ONE), "-o", name, "--force")
        assert result.status == 2
        assert "is the document itself" in result.err
        assert (tmp_path / "paper.docx").read_bytes() == docx(ONE)
    assert "expected a name that ends in .docx" in desk.run(docx(ONE), "-o", "paper.txt").err


def test_standard_output_is_possible(desk: Desk) -> None:
    result = desk.run(docx(ONE), "-o", "-")
    assert result.status == 0
    assert result.out.startswith("PK")


def test_unknown_articles_are_told_with_their_places_and_nothing_is_written(desk: Desk) -> None:
    text = heading("Methods") + paragraph("a [PMID: 11111112] b [@doi:10.1000/two]")
    result = desk.run(docx(text + paragraph("[PMID: 22222222]")))
    assert result.status == 1
    assert (
        "paper.docx: error[unresolved]: pmid:11111112 paragraph 2 under 'Methods': "
        "no record with this name in 1 file; did you mean pmid:11111111?"
    ) in result.err
    assert "doi:10.1000/two paragraph 2" in result.err
    assert not (desk.folder / "paper-cited.docx").exists()


def test_a_document_without_citations_is_told(desk: Desk) -> None:
    assert (
        "cites nothing; write [PMID: 12345678] for a citation" in desk.run(docx(paragraph("a"))).err
    )


def test_references_may_be_named(desk: Desk) -> None:
    (desk.folder / "refs.nbib").rename(desk.folder / "other")
    assert desk.run(docx(ONE)).status == 1
    assert desk.run(docx(ONE), "other").status == 0
    assert "no such file or folder" in desk.run(docx(ONE), "none.nbib").err


def test_the_list_has_the_documents_fonts_and_hangs(desk: Desk) -> None:
    written = desk.cite(docx(ONE + heading("References")))
    styles = etree.fromstring(part(written, "word/styles.xml"))
    style = styles.find(f"{{{W}}}style[@{{{W}}}styleId='Bibliography']")
    assert style is not None
    assert style.find(f"{{{W}}}basedOn").get(f"{{{W}}}val") == "Standard"
    assert int(style.find(f"{{{W}}}pPr/{{{W}}}ind").get(f"{{{W}}}hanging")) >= 240
    assert not list(style.iter(f"{{{W}}}rFonts", f"{{{W}}}sz"))
    again = desk.cite(written, "--style", "apa")
    styles = etree.fromstring(part(again, "word/styles.xml"))
    indents = styles.findall(f"{{{W}}}style[@{{{W}}}styleId='Bibliography']/{{{W}}}pPr/{{{W}}}ind")
    assert [indent.get(f"{{{W}}}hanging") for indent in indents] == ["720"]


@pytest.mark.parametrize("mark", ["[references]", "[References]", " {references} "])
def test_the_list_takes_the_place_of_a_mark(desk: Desk, mark: str) -> None:
    written = desk.cite(docx(ONE + heading("References") + paragraph(mark) + heading("Appendix")))
    texts = shown(written)
    assert texts[1] == "References"
    assert texts[2].startswith("1.\tDoe J.")
    assert texts[3] == "Appendix"


@pytest.mark.parametrize(
    ("language", "words"), [("de-DE", "Literatur"), ("pt-BR", "Referências"), ("xx", "References")]
)
def test_a_heading_is_found_and_written_in_the_documents_language(
    desk: Desk, language: str, words: str
) -> None:
    def translated(body: str) -> bytes:
        styles = part(docx(body), "word/styles.xml").replace(b"en-US", language.encode())
        return with_part(docx(body), "word/styles.xml", styles)

    assert shown(desk.cite(translated(ONE)))[1] == words
    texts = shown(desk.cite(translated(ONE + heading(f"5. {words}") + heading("Appendix"))))
    assert texts[1] == f"5. {words}"
    assert texts[2].startswith("1.\tDoe J.")
