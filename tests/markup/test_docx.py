from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
from hypothesis import given
from medcite.markup import docx as markup
from medcite.model.rich_text import Span

from tests.markup.texts import FIRST, RICH, SECOND, Entry, Listed, bare, labelled
from tests.strategies import COSTLY

ODD = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")


def read(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs]


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"word/{name}").decode()


def test_numbers_are_a_list_of_word() -> None:
    content = markup.document(labelled("[%d] ", FIRST, SECOND))
    assert read(content)[1] == "[Smith J.] Title. <i>No</i> \\input{x}."
    body, numbering = part(content, "document.xml"), part(content, "numbering.xml")
    assert body.count('<w:numId w:val="1000"/>') == 2
    assert '<w:lvlText w:val="[%1]"/>' in numbering
    assert numbering.rindex("<w:abstractNum ") < numbering.index("<w:num ")


def test_a_list_may_begin_anywhere() -> None:
    entries = [
        Entry((f"k{n}",), (Span("left-margin", (Span("sup", (f"{n}",)),)), "Text.")) for n in (7, 8)
    ]
    numbering = part(markup.document(Listed(entries, "flush")), "numbering.xml")
    assert '<w:start w:val="7"/>' in numbering
    assert '<w:vertAlign w:val="superscript"/>' in numbering


def test_labels_that_do_not_count_are_text() -> None:
    entries = [
        Entry((), (Span("left-margin", (label,)), Span("right-inline", ("Text.",))))
        for label in ("[Doe65]", "[Roe78]")
    ]
    content = markup.document(Listed(entries, "flush", max_offset=7))
    assert read(content) == ["[Doe65]\tText.", "[Roe78]\tText."]
    assert "numPr" not in part(content, "document.xml")


def test_the_file_is_spelt_as_its_language_is() -> None:
    german = markup.document(replace(bare(FIRST), language="de-DE"))
    assert 'w:lang w:val="de-DE"' in part(german, "styles.xml")
    assert 'w:lang w:val="en-US"' in part(markup.document(bare(FIRST)), "styles.xml")


def test_looks_and_links() -> None:
    content = markup.document(bare(FIRST))
    paragraph = docx.Document(io.BytesIO(content)).paragraphs[0]
    assert [run.text for run in paragraph.runs if run.italic] == ["E. coli "]
    assert [run.text for run in paragraph.runs if run.font.subscript] == ["2"]
    assert [run.text for run in paragraph.runs if run.bold] == ["22"]
    assert [link.address for link in paragraph.hyperlinks] == [
        "https://doi.org/10.1186/s12967-024-04983-1",
        "https://pubmed.ncbi.nlm.nih.gov/38413930",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC10900595",
    ]


def test_the_bytes_do_not_depend_on_the_clock() -> None:
    content = markup.document(bare(FIRST, SECOND))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
    assert content == markup.document(bare(FIRST, SECOND))


@COSTLY
@given(RICH)
def test_text_comes_back(text: tuple[str, ...]) -> None:
    found = read(markup.document(Listed([Entry((), ("Start", *text, "end."))])))
    plain = "".join(run for run in _strings(text))
    assert found == [ODD.sub(" ", f"Start{plain}end.")]


def _strings(text: tuple[str | Span, ...]) -> list[str]:
    return [s for n in text for s in ([n] if isinstance(n, str) else _strings(n.children))]
