"""What titles and abstracts hold of HTML: read as the characters and marks that were meant."""

from __future__ import annotations

import pytest
from medcite.markup.inline_tags import parse, tidy
from medcite.model.rich_text import Span

from tests.run import run_cli

RECORD = """\
PMID- 1
OWN - NLM
DP  - 2020 Mar
TI  - Dispersal of <em>Aedes aegypti</em> in R&amp;D, and &lt;i&gt;in vitro&lt;/i&gt;.
AB  - &lt;b&gt;Background:&lt;/b&gt; of 10&lt;sup&gt;6&lt;/sup&gt; mice, p&nbsp;&lt; 0.05.
FAU - Doe, Jane
AU  - Doe J
JT  - Journal of tests
TA  - J Tests
"""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("p &lt; 0.05 &amp; more", "p < 0.05 & more"),
        ("&lt;i&gt;E. coli&lt;/i&gt;", "<i>E. coli</i>"),
        ("&#945;-synuclein, &#x3b2;", "α-synuclein, β"),
        ("10&nbsp;mg", "10 mg"),
        ("R&D; AT&T", "R&D; AT&T"),
        ("&notthis; x", "&notthis; x"),
        ("<em>E. coli</em> <strong>now</strong>", "<i>E. coli</i> <b>now</b>"),
    ],
)
def test_references_and_synonyms(text: str, meant: str) -> None:
    assert tidy(text) == meant


def test_a_tree_of_escaped_marks() -> None:
    assert parse("&lt;i&gt;E. coli&lt;/i&gt; now") == (Span("italic", ("E. coli",)), " now")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("bibtex", r"\textit{{Aedes} aegypti} in {R\&D}, and \textit{in vitro}}"),
        ("bibtex", r"abstract = {Background: of 10\textsuperscript{6} mice, p {$<$} 0.05.}"),
        ("ris", "TI  - Dispersal of Aedes aegypti in R&D, and in vitro"),
        ("ris", "AB  - Background: of 10⁶ mice, p < 0.05."),
        ("csl-json", '"title": "Dispersal of <i>Aedes aegypti</i> in R&D, and <i>in vitro</i>"'),
        ("medline", "AB  - &lt;b&gt;Background:"),
    ],
)  # fmt: skip
def test_what_each_format_gets(monkeypatch: pytest.MonkeyPatch, target: str, expected: str) -> None:
    words = ("convert", "-", "--to", target, "--quiet")
    assert expected in run_cli(monkeypatch, *words, given=RECORD.encode()).out
