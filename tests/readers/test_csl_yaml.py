"""CSL's YAML: every program's dialect, Markdown in its texts, and damage that costs one item."""

from __future__ import annotations

import tracemalloc

import medcite
import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.markup import csl_markdown, csl_markdown_read
from medcite.model.record import Record
from medcite.model.report import Diagnostic, Report
from medcite.model.values import Name, PartialDate

from tests.conftest import ROOT
from tests.golden.test_golden import EVERY
from tests.writers.test_csl_yaml import TITLES


def read(text: str) -> tuple[list[Record], list[Diagnostic]]:
    report = Report()
    return list(medcite.read(text=text, report=report)), report.diagnostics


def one(members: str) -> Record:
    (record,), _ = read(f"references:\n- id: a\n  type: book\n{members}")
    return record


@pytest.mark.parametrize("title", TITLES)
def test_markdown_comes_back(title: str) -> None:
    assert csl_markdown_read.decode(csl_markdown.encode(title)) == title.strip()
    assert csl_markdown_read.decode_plain(csl_markdown.encode_plain(title)) == title.strip()


@given(st.text(alphabet="ab 1*_^~[]{}()\\.-'\"<>@$\n", max_size=30))
def test_any_text_comes_back(text: str) -> None:
    lines = "\n".join(line.strip() for line in text.split("\n"))
    assert csl_markdown_read.decode(csl_markdown.encode(text)) == lines


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("*a* _b_ **c** __d__ snake_case", "<i>a</i> <i>b</i> <b>c</b> <b>d</b> snake_case"),
        ("***a*** *a **b*** 2 * 3", "<b><i>a</i></b> <i>a <b>b</b></i> 2 * 3"),
        ("***a** b* ***a* b**", "<i><b>a</b> b</i> <b><i>a</i> b</b>"),
        ("H~2~O 2^a\\ b^ 5^ ^6 ~7", "H<sub>2</sub>O 2<sup>a b</sup> 5^ ^6 ~7"),
        ("[*a* b]{.nocase} [x]", '<span class="nocase"><i>a</i> b</span> [x]'),
        ("[a]{.smallcaps}", '<span style="font-variant:small-caps;">a</span>'),
        ("[a](https://x.org) <i>b</i> <sup>2</sup>", "a (https://x.org) <i>b</i> <sup>2</sup>"),
        ("[https://x.org](https://x.org)", "https://x.org"),
        ("1--2 a---b c\\--d e...", "1–2 a—b c--d e…"),
        (r"\*a\* \[b\] \alpha 3\'", r"*a* [b] \alpha 3'"),
    ],
)  # fmt: skip
def test_pandocs_markdown(markdown: str, text: str) -> None:
    assert csl_markdown_read.decode(markdown) == text


def test_a_markdown_files_metadata_is_read() -> None:
    text = "---\ntitle: My paper\nreferences:\n  - id: a\n    type: book\n    title: T\n---\n"
    records, told = read(f"{text}\n# Text\n\n- a list: of mine\n")
    assert [record.title for record in records] == ["T"]
    assert [(note.code, note.where.line) for note in told] == [("stray-text", 2)]
    assert told[0].message.startswith("3 × a line outside of `references`")


def test_a_bare_list_and_a_list_in_brackets_are_read() -> None:
    for text in ("- id: a\n  title: T\n- id: b\n  title: U\n",
                 "references: [{id: a, title: T},\n  {id: b, title: U}]\n",
                 "references:\n\n  # mine\n  -\n    id: a\n    title: T\n"
                 "  - {id: b, title: U}\n"):  # fmt: skip
        records, _ = read(text)
        assert [(record.key, record.title) for record in records] == [("a", "T"), ("b", "U")]


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ("2014-05-03", PartialDate(2014, 5, 3)),
        ("2014", PartialDate(2014)),
        ("\n    date-parts: [[2014, 5]]", PartialDate(2014, 5)),
        ("\n    date-parts:\n    - - 2014\n      - 5", PartialDate(2014, 5)),
        ("\n    - year: 2014\n      month: 5", PartialDate(2014, 5)),
        ("\n    year: 2014\n    month: 5\n    day: 3", PartialDate(2014, 5, 3)),
        ("\n    year: 2014\n    season: 2", PartialDate(2014, season=2)),
    ],
)
def test_dates_of_all_dialects(written: str, start: PartialDate) -> None:
    record = one(f"  issued: {written}\n")
    assert record.issued
    assert record.issued.start == start


def test_texts_stay_texts() -> None:
    record = one(
        "  title: NO\n  volume: 007\n  issue: 1e3\n  publisher: 2020-01-01\n  edition: 1:30\n"
    )
    values = (record.title, record.volume, record.issue, record.publisher, record.edition)
    assert values == ("NO", "007", "1e3", "2020-01-01", "1:30")


def test_names_of_all_dialects() -> None:
    assert one("  author:\n    family: Doe\n    given: [Jane, A.]\n").author == (
        Name("Doe", "Jane A."),
    )
    assert one("  author:\n  - A Group\n").author == (Name(literal="A Group"),)


def test_blocks_and_anchors() -> None:
    record = one("  title: >-\n    A\n    title\n  abstract: |\n    - one\n    - two\n")
    assert (record.title, record.abstract) == ("A title", "- one\n- two")
    assert one("  title: &t Same\n  title-short: *t\n").title_short == "Same"


def test_a_broken_item_is_told_with_its_line_and_the_rest_is_read() -> None:
    text = "references:\n- id: a\n  title: T\n- id: b\n  title: 'x\n- id: c\n  title: U\n"
    records, told = read(text)
    assert [record.key for record in records] == ["a", "c"]
    (error,) = [note for note in told if note.code == "bad-yaml"]
    assert error.where.line in (5, 6)
    assert error.message.startswith("the item from line 4 on is no YAML:")


def test_aliases_of_aliases_take_no_memory() -> None:
    lines = ["  a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    bomb = "\n".join(lines)
    tracemalloc.start()
    records, told = read(f"references:\n- id: a\n{bomb}\n- id: b\n  title: T\n")
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()
    assert [record.key for record in records] == ["b"]
    assert "has more in it than any reference" in told[0].message


def test_a_value_within_itself_is_refused() -> None:
    records, told = read("references:\n- &a\n  id: a\n  x: *a\n- id: b\n  title: T\n")
    assert [record.key for record in records] == ["b"]
    assert told[0].code == "bad-yaml"


def test_no_tag_makes_an_object() -> None:
    record = one(
        "  title: !!python/object/apply:os.system [ls]\n  publisher: !!timestamp 2020-01-01\n"
    )
    assert record.publisher == "2020-01-01"


def test_one_pass_is_a_fixed_point() -> None:
    records = [record for path in EVERY for record in medcite.read(path, report=Report())]
    first = medcite.write(records, "csl-yaml", report=Report())
    second = medcite.write(read(first)[0], "csl-yaml", report=Report())
    assert first == second


def test_hayagriva_is_refused_by_name() -> None:
    text = "doe2020:\n  type: article\n  title: T\n  parent:\n    title: J\n"
    with pytest.raises(medcite.InputError, match="is Hayagriva's YAML, which is only written"):
        list(medcite.read(text=text))


def test_memory_stays_flat() -> None:
    record = next(iter(medcite.read(ROOT / "samples" / "refs.nbib", report=Report())))
    item = medcite.write([record], "csl-yaml", report=Report(), key="pmid")
    head, body = item.removesuffix("...\n").split("references:\n")
    text = f"{head}references:\n{body * 3000}"
    tracemalloc.start()
    assert sum(1 for _ in medcite.read(text=text, report=Report())) == 3000
    assert tracemalloc.get_traced_memory()[1] < 10 * len(text)
    tracemalloc.stop()
