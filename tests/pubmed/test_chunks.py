"""Chunks of PubMed XML read one by one are the whole: records, diagnostics, what is left out."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from medcite.files import chunks, decoding, source
from medcite.files.chunks import Chunks
from medcite.files.source import open_source
from medcite.model.record import Record
from medcite.model.report import Diagnostic, Report
from medcite.pubmed.chunks import article_cutter
from medcite.readers import pubmed_xml

Outcome = tuple[list[tuple[str, int, str]], list[Diagnostic], Counter[str]]

HEADS = (
    '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" '
    '"https://example.org/pubmed.dtd">\n<PubmedArticleSet>\n',
    "<PubmedArticleSet>",
    '<?xml version="1.0"?><eFetchResult a="b">\n\n',
)
USUAL = """<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID>{number}</PMID>
<Article><Journal><JournalIssue><PubDate><Year>{year}</Year></PubDate></JournalIssue></Journal>
<ArticleTitle>Of <i>trees</i> &amp; tests</ArticleTitle><Sideways>x</Sideways></Article>
</MedlineCitation><PubmedData><ReferenceList><Reference><Citation>A.</Citation></Reference>
</ReferenceList></PubmedData></PubmedArticle>"""
ODD = (
    "<!-- <PubmedArticle> -->\n",
    "<![CDATA[</PubmedArticle>]]>",
    "<PubmedBookArticle><BookDocument><PMID>{number}</PMID><ArticleTitle>B</ArticleTitle>"
    "</BookDocument></PubmedBookArticle>\n",
    "<PubmedArticle><MedlineCitation><PMID>{number}</PMID></PubmedArticle>",  # broken
    "<DeleteCitation><PMID>{number}</PMID></DeleteCitation>\n",
    "</PubmedArticleSet>\n<?xml version='1.0'?>\n<PubmedArticleSet>",
    "stray text",
    "<PubmedArticle>",
)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "SIZE", 1500)
    for module in (source, decoding):
        monkeypatch.setattr(module, "PIECE", 4000)


def outcome(records: Iterator[Record], report: Report) -> Outcome:
    rows = [
        (record.pmid, record.origin.line if record.origin else 0, record.title)
        for record in records
    ]
    return rows, report.diagnostics, report.left_out


def whole(text: str) -> Outcome:
    report = Report()
    return outcome(pubmed_xml.read(open_source(text.encode(), report, "x"), report), report)


def cut(text: str) -> tuple[Outcome, int]:
    """Read the chunks apart, and the rest; return also how many chunks there were."""
    rows, diagnostics, left_out, number = [], [], Counter[str](), 0
    reading = Report()
    opened = open_source(text.encode(), reading, "x")
    cutter = article_cutter(opened.head)
    assert cutter
    pieces = Chunks(opened, reading, cutter)
    for chunk in pieces:
        report = Report()
        report.diagnostics += chunk.told
        found = outcome(pubmed_xml.read(chunk.source("x"), report), report)
        rows += found[0]
        diagnostics += found[1]
        left_out += found[2]
        number += 1
    found = outcome(pubmed_xml.read(pieces.rest(), reading), reading)
    return (rows + found[0], diagnostics + found[1], left_out + found[2]), number


def articles(numbers: range) -> Iterator[str]:
    for number in numbers:
        year = "MCMXC" if number % 5 == 0 else "1990"
        yield USUAL.format(number=number, year=year) + "\n" * (number % 3)


@pytest.mark.parametrize("head", HEADS)
def test_usual_xml_is_cut_everywhere(head: str) -> None:
    root = head.rpartition("<")[2].split()[0].rstrip(">")
    text = f"{head}{''.join(articles(range(100, 200)))}</{root}>\n"
    found, number = cut(text)
    assert found == whole(text)
    assert number > len(text) / 4000
    assert len(found[0]) == 100
    assert {each.code for each in found[1]} >= {"bad-date"}
    assert found[2]["ReferenceList"] == 100


@pytest.mark.parametrize("seed", range(80))
def test_odd_xml_is_read_as_by_one(seed: int) -> None:
    choose = random.Random(seed)
    pieces = list(articles(range(100, 100 + choose.randrange(5, 60))))
    for number in range(choose.randrange(3)):
        odd = choose.choice(ODD).replace("{number}", str(number))
        pieces.insert(choose.randrange(len(pieces)), odd)
    head = choose.choice(HEADS[:2])
    text = head + USUAL.format(number=1, year=1990) + "".join(pieces) + "</PubmedArticleSet>"
    assert cut(text)[0] == whole(text)


@pytest.mark.parametrize(
    "head",
    ['<!DOCTYPE a [<!ENTITY b "c">]><PubmedArticleSet>', "<!-- x --><PubmedArticleSet>", "x"],
)
def test_xml_with_an_odd_beginning_is_not_cut(head: str) -> None:
    assert article_cutter(head + USUAL) is None
