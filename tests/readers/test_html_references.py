"""HTML's references in values, as exporters and publishers leave them: read as characters."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

import medcite
import pytest

FORMATS: dict[str, Callable[[str], str]] = {
    "medline": lambda text: "".join(
        f"{tag:4}- {value}\n"
        for tag, value in {"PMID": "1", "TI": text, "JT": text, "PB": text, "CN": text,
                           "OT": text, "AB": text, "DP": "2014"}.items()
    ),
    "ris": lambda text: "".join(
        f"{tag}  - {value}\n"
        for tag, value in {"TY": "BOOK", "TI": text, "T2": "x", "PB": text, "AU": f"{text},",
                           "AB": text, "ER": ""}.items()
    ),
    "bibtex": lambda text: (
        "@book{a, title={%s}, publisher={%s}, author={{%s}}, abstract={%s}}"
        % ((text.replace("&", r"\&").replace("#", r"\#"),) * 4)
    ),
    "csl-json": lambda text: json.dumps(
        [{"id": "a", "type": "book", "title": text, "publisher": text, "abstract": text,
          "author": [{"literal": text}]}]
    ),
    "pubmed-xml": lambda text: (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>"
        f"<ArticleTitle>{escape(text)}</ArticleTitle><Abstract><AbstractText>{escape(text)}"
        f"</AbstractText></Abstract><AuthorList><Author><CollectiveName>{escape(text)}"
        "</CollectiveName></Author></AuthorList></Article></MedlineCitation></PubmedArticle>"
        "</PubmedArticleSet>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Birch &amp; Co", "Birch & Co"),
        ("Birch &amp;amp; Co", "Birch & Co"),
        ("O&#8217;Neil", "O’Neil"),
        ("O&#x2019;Neil", "O’Neil"),
        ("O&amp;#8217;Neil", "O’Neil"),
        ("p &lt; 0.05", "p < 0.05"),
        ("p &amp;lt; 0.05", "p < 0.05"),
        ("one&nbsp;two", "one two"),
        ("R&D; and others", "R&D; and others"),
        ("Birch & Co; others", "Birch & Co; others"),
        ("AT&T", "AT&T"),
    ],
)
def test_a_reference_is_its_character(name: str, text: str, expected: str) -> None:
    (record,) = medcite.read(text=FORMATS[name](text), format=name, report=medcite.Report())
    assert record.title == expected
    assert record.abstract == expected
    if name != "ris" or ";" not in expected:  # where semicolons part names
        assert record.author[0].literal == expected
    if name != "pubmed-xml":
        assert record.publisher == expected


@pytest.mark.parametrize("name", FORMATS)
def test_escaped_markup_is_markup(name: str) -> None:
    text = FORMATS[name]("Growth of &lt;i&gt;Betula&lt;/i&gt;")
    (record,) = medcite.read(text=text, format=name, report=medcite.Report())
    assert record.title == "Growth of <i>Betula</i>"


def test_an_address_keeps_its_parameters() -> None:
    text = "TY  - JOUR\nTI  - T\nUR  - https://example.org/?a=1&amp;b=2&copy=3\nER  - \n"
    (record,) = medcite.read(text=text, format="ris", report=medcite.Report())
    assert record.url == "https://example.org/?a=1&b=2&copy=3"


def test_medline_text_is_given_back_as_it_was() -> None:
    text = FORMATS["medline"]("Birch &amp; Co")
    assert medcite.write(medcite.read(text=text), "medline", report=medcite.Report()) == text
