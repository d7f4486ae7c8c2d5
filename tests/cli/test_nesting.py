"""What is nested beyond all sense is read as far as it goes, and takes no other record with it."""

from __future__ import annotations

import medcite
import pytest
from medcite.markup import latex_to_text
from medcite.markup.inline_tags import parse
from medcite.model.report import Report
from medcite.model.rich_text import Text, plain

from tests.run import run_cli

DEEP = 3000


def depth(text: Text) -> int:
    return 1 + max((depth(node.children) for node in text if not isinstance(node, str)), default=0)


@pytest.mark.parametrize("other", ["i", "b"])
def test_markup_in_a_title(other: str) -> None:
    title = "<i>" * DEEP + "x" + f"</{other}>" * DEEP
    text = parse(title)
    assert depth(text) < 40
    assert plain(text).count("x") == 1
    if other == "b":  # none has its other half
        assert plain(text) == title


@pytest.mark.parametrize("target", ["bibtex", "biblatex", "ris", "csl-json", "bibliography"])
def test_a_title_full_of_markup_is_written(target: str) -> None:
    given = [medcite.Record(title="<sup><i>" * DEEP + "word" + "</i></sup>" * DEEP, pmid="1")]
    assert "word" in medcite.write(given, target, report=Report())


@pytest.mark.parametrize("tag", ["i", "Foo"])
def test_pubmed_xml(tag: str) -> None:
    deep = f"<{tag}>" * DEEP + "x" + f"</{tag}>" * DEEP
    record = "<PubmedArticle><MedlineCitation><PMID>{}</PMID>{}</MedlineCitation></PubmedArticle>"
    titled = f"<Article><ArticleTitle>A {deep}</ArticleTitle></Article>"
    text = record.format(1, titled) + record.format(2, deep) + record.format(3, "")
    report = Report()
    found = list(
        medcite.read(text=f"<PubmedArticleSet>\n{text}\n</PubmedArticleSet>", report=report)
    )
    assert [each.pmid for each in found] == ["1", "2", "3"]
    assert found[0].title.startswith("A")
    assert "not-read" in {each.code for each in report.diagnostics}


def test_latex() -> None:
    assert "x" in latex_to_text.plain_text("\\textbf{" * DEEP + "x" + "}" * DEEP)


def test_whatever_else_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def deep(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("medcite.cli.commands.formats.run", deep)
    done = run_cli(monkeypatch, "formats")
    assert (done.status, done.err.count("\n")) == (1, 1)
    assert "nested too deeply" in done.err
