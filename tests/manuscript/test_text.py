"""Placeholders wherever Word has text: split, formatted, tracked, in notes, boxes and links."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.manuscript.documents import (
    Desk,
    W,
    clusters,
    docx,
    field,
    heading,
    paragraph,
    part,
    run,
    shown,
)

FIRST_ENTRY = "1.\tDoe J. The first article. J Test. 2020 Jan;1:1-9. doi: 10.1000/one."
BOLD, RAISED = "<w:b/>", '<w:vertAlign w:val="superscript"/>'


def document_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(part(data, name))


def test_a_citation_and_its_entry_take_the_place_of_a_placeholder(desk: Desk) -> None:
    data = docx(paragraph("Seen [PMID: 11111111].") + heading("References"))
    for live in ("no", "zotero"):
        assert shown(desk.cite(data, "--live", live)) == ["Seen (1).", "References", FIRST_ENTRY]


@pytest.mark.parametrize(
    "runs",
    [
        (run("Seen [PM"), '<w:proofErr w:type="spellStart"/>', run("ID: 111"), run("11111].")),
        (run("Seen "), run("["), run("PMID: 11111111", BOLD), run("]"), run(".")),
        (run("Seen [PMID:"), run("\u00a0"), run("11111111"), "<w:r><w:t>]</w:t><w:t>.</w:t></w:r>"),
        ("<w:r><w:t>Seen [PMID:</w:t><w:lastRenderedPageBreak/><w:t> 11111111].</w:t></w:r>",),
        (run("Seen [PMID: 1"), '<w:bookmarkStart w:id="0" w:name="a"/>', run("1111111]."),
         '<w:bookmarkEnd w:id="0"/>'),
        (run("Seen "), f"<w:smartTag>{run('[PMID: 11111111]')}</w:smartTag>", run(".")),
        (run("Seen "), f"<w:sdt><w:sdtPr/><w:sdtContent>{run('[PMID: 11111111]')}"
                       "</w:sdtContent></w:sdt>", run(".")),
        (run("Seen [PMID: 11111111"), f"<w:ins>{run(']')}</w:ins>", run(".")),
    ],
)  # fmt: skip
def test_placeholders_are_found_across_runs(desk: Desk, runs: tuple[str, ...]) -> None:
    assert shown(desk.cite(docx(paragraph(*runs)), "--live", "no"))[0] == "Seen (1)."


def test_the_first_runs_properties_are_kept_and_those_around_stay(desk: Desk) -> None:
    text = paragraph(run("a "), run("[PM", BOLD), run("ID: 11111111]", "<w:i/>"), run(" b"))
    for live in ("no", "zotero"):
        root = document_of(desk.cite(docx(text), "--live", live))
        runs = list(root.iter(f"{{{W}}}r"))
        looks = {
            "".join(element.itertext(f"{{{W}}}t")): [
                child.tag[len(W) + 2 :] for child in properties
            ]
            for element in runs
            if (properties := element.find(f"{{{W}}}rPr")) is not None
        }
        assert looks["(1)"] == ["b"]
        assert " b" not in looks


def test_a_property_of_the_style_is_added_in_the_schemas_order(desk: Desk) -> None:
    text = paragraph(run("a [PMID: 11111111]", '<w:b/><w:sz w:val="20"/><w:lang w:val="de-DE"/>'))
    root = document_of(desk.cite(docx(text), "--live", "no", "--style", "vancouver-superscript"))
    raised = next(root.iter(f"{{{W}}}vertAlign")).getparent()
    assert [child.tag[len(W) + 2 :] for child in raised] == ["b", "sz", "vertAlign", "lang"]


def test_tables_headings_and_text_boxes_count_as_text(desk: Desk) -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>"
        f"<w:txbxContent>{paragraph('box [PMID: 22222222]')}</w:txbxContent></wps:txbx></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        f"{paragraph('box [PMID: 22222222]')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )  # fmt: skip
    data = docx(
        heading("On [PMID: 11111111]") + paragraph(run("text"), box)
        + f"<w:tbl><w:tr><w:tc>{paragraph('cell [PMID: 33333333]')}</w:tc></w:tr></w:tbl>"
        + paragraph("end [PMID: 22222222]")
    )  # fmt: skip
    for live in ("no", "zotero"):
        texts = shown(desk.cite(data, "--live", live))
        assert texts[:6] == ["On (1)", "text", "box (2)", "box (2)", "cell (3)", "end (2)"]


def test_deleted_text_cites_nothing_and_inserted_text_does(desk: Desk) -> None:
    deleted = "<w:del><w:r><w:delText>[PMID: 22222222]</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('[PMID: 22222222]')}</w:moveFrom>"
    inserted = f'<w:ins w:id="1">{run(" b [PMID: 11111111]")}</w:ins>'
    data = docx(paragraph(run("a "), deleted, moved, inserted))
    written = desk.cite(data, "--live", "no")
    assert shown(written)[-1] == FIRST_ENTRY
    root = document_of(written)
    assert "".join(next(root.iter(f"{{{W}}}ins")).itertext()) == " b (1)"
    assert "".join(next(root.iter(f"{{{W}}}del")).itertext()) == "[PMID: 22222222]"


def test_who_refuses_an_insertion_keeps_the_citation_it_is_part_of(desk: Desk) -> None:
    data = docx(paragraph(f"<w:ins>{run('[PM')}</w:ins>", run("ID: 11111111]")))
    root = document_of(desk.cite(data, "--live", "no"))
    assert next(root.iter(f"{{{W}}}ins"), None) is None
    assert shown(desk.cite(data, "--live", "no"))[0] == "(1)"


def test_footnotes_and_endnotes_cite_where_the_text_refers_to_them(desk: Desk) -> None:
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' + "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'
        for number, text in ((2, "note [PMID: 22222222]"), (9, "gone [PMID: 99999999]"))
    )
    ends = f'<w:endnote w:id="2">{paragraph("end [PMID: 33333333]")}</w:endnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    last = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    data = docx(
        paragraph(run("a"), last, run(" b"), reference, run(" c [PMID: 11111111]")),
        footnotes=notes, endnotes=ends,
    )  # fmt: skip
    written = desk.cite(data)
    assert shown(written)[0] == "a b c (3)"
    assert shown(written, "word/footnotes.xml")[0] == "note (2)"
    assert shown(written, "word/endnotes.xml") == ["end (1)"]
    assert clusters(written, "word/endnotes.xml")


def test_headers_and_footers_stay_and_are_told(desk: Desk) -> None:
    text = paragraph("[PMID: 22222222]")
    data = docx(paragraph("a [PMID: 11111111]"), header1=text, footer2=text)
    result = desk.run(data, "-o", "out.docx")
    assert result.err.count("warning[unused-placeholder]") == 2
    assert "in header" in result.err
    assert "in footer" in result.err
    written = (desk.folder / "out.docx").read_bytes()
    for name in ("word/header1.xml", "word/footer2.xml"):
        assert part(written, name) == part(data, name)


@pytest.mark.parametrize("live", ["no", "zotero", "endnote"])
def test_comments_cite_in_text_and_change_no_numbers(desk: Desk, live: str) -> None:
    comments = "".join(
        f'<w:comment w:id="{number}">{paragraph(text)}</w:comment>'
        for number, text in enumerate(
            ("see [PMID: 22222222], too", "new: [PMID: 33333333]"), start=4
        )
    )
    mark = '<w:r><w:commentReference w:id="4"/></w:r>'
    data = docx(paragraph(run("a"), mark, run(" [PMID: 11111111] b [PMID: 22222222]")),
                comments=comments)  # fmt: skip
    result = desk.run(data, "--live", live)
    written = (desk.folder / "paper-cited.docx").read_bytes()
    assert shown(written, "word/comments.xml") == ["see (2), too", "new: (3)"]
    assert "fldChar" not in part(written, "word/comments.xml").decode()
    assert result.err.count("warning[uncited]") == 1
    assert "pmid:33333333 comment 2: only a comment cites this article" in result.err


def test_comments_in_a_style_with_notes_have_no_notes(desk: Desk) -> None:
    comments = f'<w:comment w:id="4">{paragraph("see [PMID: 11111111]")}</w:comment>'
    data = docx(paragraph("a [PMID: 11111111]"), comments=comments)
    written = desk.cite(data, "--style", "chicago-notes-bibliography")
    assert shown(written, "word/comments.xml")[0].startswith("see ")
    assert "Doe" in shown(written, "word/comments.xml")[0]
    assert len(shown(written, "word/footnotes.xml")) == 1


def test_a_link_goes_with_the_placeholder_that_it_is_part_of(desk: Desk) -> None:
    link = '<w:rPr><w:rStyle w:val="Hyperlink"/><w:u w:val="single"/></w:rPr>'
    address = f"<w:r>{link}<w:t>https://pubmed.ncbi.nlm.nih.gov/11111111/</w:t></w:r>"
    element = f'<w:hyperlink r:id="rId1">{address}</w:hyperlink>'
    code = field(' HYPERLINK "https://pubmed.ncbi.nlm.nih.gov/11111111/" ', "X").replace(
        run("X"), address
    )
    for text in (run("["), element, run("] b")), (run("a ["), code, run("] b")):
        written = desk.cite(docx(paragraph(*text)), "--live", "no")
        assert shown(written)[0] in ("(1) b", "a (1) b")
        body = document_of(written)
        first = next(body.iter(f"{{{W}}}p"))
        assert not list(first.iter(f"{{{W}}}hyperlink", f"{{{W}}}fldChar", f"{{{W}}}u"))
    inside = f'<w:hyperlink w:anchor="x">{run("see [PMID: 11111111] there")}</w:hyperlink>'
    assert shown(desk.cite(docx(paragraph(inside)), "--live", "no"))[0] == "see (1) there"
    alone = f'<w:hyperlink w:anchor="x">{run("[PMID: 11111111]")}</w:hyperlink>'
    written = desk.cite(docx(paragraph(run("a "), alone)), "--live", "no")
    assert "hyperlink w:anchor" not in part(written).decode()


def test_the_result_and_the_code_of_other_fields_stay(desk: Desk) -> None:
    contents = field(" TOC ", "On [PMID: 22222222]")
    formula = field(" QUOTE [PMID: 22222222] ", "x")
    data = docx(paragraph(contents) + paragraph(formula) + paragraph("a [PMID: 11111111]"))
    assert shown(desk.cite(data, "--live", "no"))[:3] == ["On [PMID: 22222222]", "x", "a (1)"]


def test_a_field_of_several_paragraphs_stays(desk: Desk) -> None:
    whole = field(" TOC ", "On [PMID: 22222222]")
    cut = whole.index('<w:r><w:fldChar w:fldCharType="end"')
    start, end = whole[:cut], whole[cut:]
    data = docx(
        paragraph(start)
        + paragraph("More [PMID: 22222222]")
        + paragraph(end + run("a [PMID: 11111111]"))
    )
    texts = shown(desk.cite(data, "--live", "no"))
    assert texts[:3] == ["On [PMID: 22222222]", "More [PMID: 22222222]", "a (1)"]


@pytest.mark.parametrize("between", ["", " ", "\u00a0", ", ", "; "])
def test_neighbours_become_one_citation(desk: Desk, between: str) -> None:
    text = f"a [PMID: 22222222]{between}[PMID: 11111111], b (PMID: 33333333)."
    written = desk.cite(docx(paragraph(text)))
    assert shown(written)[0] == "a (1,2), b (3)."
    assert [len(cluster["citationItems"]) for cluster in clusters(written)] == [2, 1]  # type: ignore[arg-type]


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "  "])
def test_a_superscript_has_no_blank_before_it(desk: Desk, blank: str) -> None:
    data = docx(paragraph(f"Text{blank}[PMID: 11111111] goes on, and on.{blank}[PMID: 22222222]"))
    texts = shown(desk.cite(data, "--style", "vancouver-superscript"))
    assert texts[0] == "Text1 goes on, and on.2"
    assert shown(desk.cite(data))[0] == f"Text{blank}(1) goes on, and on.{blank}(2)"


def test_callouts_and_lists_that_print_pmids_stay(desk: Desk) -> None:
    text = "Fig. (1), Table [2] and (Fig. 1) [3], 10 [kg]; [PMID: 11111111]"
    listed = "1. Doe J. The first. [PMID: 22222222]"
    data = docx(paragraph(text) + heading("References") + paragraph(listed)
                + heading("Appendix") + paragraph("x [PMID: 33333333]"))  # fmt: skip
    result = desk.run(data, "-o", "out.docx")
    assert "warning[kept-list]" in result.err
    assert "warning[unused-placeholder]" in result.err
    texts = shown((desk.folder / "out.docx").read_bytes())
    assert texts[0] == "Fig. (1), Table [2] and (Fig. 1) [3], 10 [kg]; (1)"
    assert texts[4:] == [listed, "Appendix", "x (2)"]


def test_a_bare_pmid_is_told(desk: Desk) -> None:
    result = desk.run(docx(paragraph("As PMID: 22222222 [PMID: 11111111].")))
    assert "'PMID: 22222222' is in no brackets" in result.err
    assert result.status == 0


def test_author_and_year_locators_and_affixes(desk: Desk) -> None:
    data = docx(
        paragraph("Seen [see @pmid:11111111, p. 4; -@pmid:22222222] and [@doi:10.1000/one].")
    )
    written = desk.cite(data, "--style", "apa")
    assert shown(written)[0] == "Seen (see Doe, 2020, p. 4; 2021) and (Doe, 2020)."
    first = clusters(written)[0]["citationItems"][0]  # type: ignore[index]
    assert first["locator"] == "4"
    assert first["label"] == "page"
    assert first["prefix"] == "see "
