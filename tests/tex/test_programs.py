"""Reference lists of the corpus, set by the real programs: no error, no warning, no letter lost.

The default run sets a sample in a few styles; ``-m long`` takes all styles and all of the corpus.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from medcite.model.record import Record
from medcite.model.values import Date, Heading, Keyword, Name, Pages, PartialDate
from medcite.options import Options

from tests.sampled import corpus
from tests.tex import press

pytestmark = pytest.mark.skipif(
    bool(press.MISSING), reason=f"not installed: {', '.join(press.MISSING)}"
)

LEAN = Options(abstract=False)
ASCII = Options(abstract=False, ascii=True)
# Those of the standard that shorten names, change titles and sort; then natbib's, and those of
# journals in the life sciences, with numbers in Vancouver's way.
STYLES = ("plain", "unsrt", "abbrv", "alpha", "plainnat", "unsrtnat", "abbrvnat", "nar",
          "pnas2009", "plainurl", "ieeetr", "vancouver")  # fmt: skip
BIBLATEX = ("numeric", "authoryear", "nature", "nejm", "science", "vancouver")
QUICK = {"plain", "plainnat", "vancouver"}
# A chunk of retraction notices has more than 26 entries of one label, which alpha cannot tell
# apart; a small one has not.
SIZE = 300
HOSTILE = (
    "\\input{x} \\write18{ls} 50% of $3 & #2 a_b c^d ~ | <x> \" `` '' -- ^^41 {y",
    "} @article{z, title={w}} \\end{document} \\",
)


def clean(made: press.Print) -> None:
    assert made.errors == []
    assert made.warnings == []


def complete(made: press.Print, records: list[Record]) -> None:
    missing = [
        (record.pmid, text)
        for record in records for text in press.expected(record) if text not in made.text
    ]  # fmt: skip
    assert missing == []


@pytest.fixture(scope="session")
def sample(shared: Path) -> list[Record]:
    return corpus(shared)[::2]


def long_but(quick: set[str], styles: Iterable[str]) -> list[object]:
    """Mark all styles but the quick ones as long."""
    return [pytest.param(style, marks=() if style in quick else pytest.mark.long)
            for style in styles]  # fmt: skip


@pytest.mark.parametrize("style", long_but(QUICK, STYLES))
def test_bibtex(style: str, sample: list[Record], tmp_path: Path) -> None:
    if not press.available(f"{style}.bst"):
        pytest.skip(f"no {style}.bst")
    made = press.bibtex(tmp_path, sample, style, LEAN)
    clean(made)
    if style in ("plain", "unsrt"):  # the others shorten names
        complete(made, sample)


def test_bibtex_in_ascii(sample: list[Record], tmp_path: Path) -> None:
    made = press.bibtex(tmp_path, sample, "plain", ASCII)
    assert (tmp_path / "refs.bib").read_text("utf-8").isascii()
    clean(made)
    complete(made, sample)


@pytest.mark.parametrize("style", long_but({"numeric"}, BIBLATEX))
def test_biber(style: str, sample: list[Record], tmp_path: Path) -> None:
    if not press.available(f"{style}.bbx"):
        pytest.skip(f"no {style}.bbx")
    few = sample[::4]
    made = press.biber(tmp_path, few, style, LEAN)
    clean(made)
    if style == "numeric":
        complete(made, few)


@pytest.mark.parametrize("field", ["eid", "pages"])
@pytest.mark.parametrize(
    "style", long_but({"numeric"}, ("numeric", "authoryear", "apa", "vancouver", "nature"))
)
def test_an_article_number_is_printed_once(style: str, field: str, tmp_path: Path) -> None:
    """As pages every style prints it; as eid some do not."""
    if not press.available(f"{style}.bbx"):
        pytest.skip(f"no {style}.bbx")
    record = Record(
        type="article-journal", title="Growth", author=(Name("Doe", "Jane"),),
        container_title="Journal of Trees", volume="15", issue="2", number="e0228123",
        issued=Date(PartialDate(2020)), page=Pages("e0228123", "e0228123", "e0228123"),
    )  # fmt: skip
    made = press.biber(tmp_path, [record], style, Options(article_number=field))
    assert made.errors == []
    assert made.text.count("e0228123") == 1 or (field == "eid" and "e0228123" not in made.text)


def test_biber_reads_keywords_aliases_and_annotations(tmp_path: Path) -> None:
    record = Record(
        title="T", author=(Name("Fu", "H"),), pmid="7",
        keywords=(Keyword("R&D"),), mesh=(Heading("Databases, Protein"),),
    )  # fmt: skip
    clean(press.biber(tmp_path, [record], "numeric"))
    text = (tmp_path / "main.bbl").read_text("utf-8")
    assert r"\keyw{R\&D,{Databases,Protein}}" in text.replace(" ", "")


@pytest.mark.parametrize(
    ("press_", "options"),
    [
        pytest.param(press.bibtex, LEAN, id="bibtex-unicode"),
        pytest.param(press.bibtex, ASCII, id="bibtex-ascii"),
        pytest.param(press.biber, LEAN, id="biber-unicode"),
        pytest.param(press.biber, ASCII, id="biber-ascii", marks=pytest.mark.long),
    ],
)
def test_hostile_text_is_printed(press_: object, options: Options, tmp_path: Path) -> None:
    assert callable(press_)
    records = [
        Record(title=text, author=(Name(literal=text), Name(literal="α-Group")), pmid=str(number))
        for number, text in enumerate(HOSTILE)
    ]
    made = press_(tmp_path, records, "plain" if press_ is press.bibtex else "numeric", options)
    assert made.errors == []
    for text in HOSTILE:
        assert press.normal(text) in made.text


def in_chunks(
    shared: Path, tmp_path: Path, check: Callable[[Path, list[Record]], None], step: int = 1
) -> None:
    """Check the corpus chunk by chunk, as many at a time as there are processors."""
    every = corpus(shared, step)

    def chunk(start: int) -> None:
        folder = tmp_path / str(start)
        folder.mkdir()
        check(folder, every[start : start + SIZE])

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        assert list(pool.map(chunk, range(0, len(every), SIZE)))


@pytest.mark.long
@pytest.mark.parametrize("style", ["plain", "abbrv"])
def test_whole_corpus_in_bibtex(style: str, shared: Path, tmp_path: Path) -> None:
    def check(folder: Path, records: list[Record]) -> None:
        made = press.bibtex(folder, records, style, LEAN)
        clean(made)
        if style == "plain":
            complete(made, records)

    in_chunks(shared, tmp_path, check)


@pytest.mark.parametrize(
    "step",
    [pytest.param(8, marks=pytest.mark.long), pytest.param(1, marks=pytest.mark.exhaustive)],
)
def test_corpus_in_biblatex(step: int, shared: Path, tmp_path: Path) -> None:
    def check(folder: Path, records: list[Record]) -> None:
        made = press.biber(folder, records, "numeric", LEAN)
        clean(made)
        complete(made, records)

    in_chunks(shared, tmp_path, check, step)
