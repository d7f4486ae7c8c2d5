"""What Typst cites."""

from __future__ import annotations

from pathlib import Path

import pytest
from medcite.plain_documents import typst

CASES = {
    "@a, @b-c. @d:e: (@f)[p. 4] @g_h": "a b-c d:e f g_h",
    "\\@no `@no` ```\n@no ` @no\n``` /* @no /* @no */ @no */ @a // @no\n@b": "a b",
    "https://x.org/@no @a #link(\"https://x.org/@no\")[@b]": "a b",
    "#cite(<a>) #cite(<b>, form: \"prose\") #cite(label(\"doi:10.1/x\"), supplement: [p. (4)])":
        "a b doi:10.1/x",
    "\"@a\" #text(\"@no\") #let x = \"@no\"\n\"@b\" #f(x, [so, \"@c\"], \"@no\") \"@d\"": "a b c d",
    "$ x @no $ @a \\$ @b \\$": "a b",
    "#set text(lang: \"a@no\") @a": "a",
}  # fmt: skip


def read(folder: Path, text: str) -> tuple[str, ...]:
    (folder / "a.typ").write_text(text, "utf-8")
    return typst.read(folder / "a.typ").keys


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_keys(tmp_path: Path, text: str, expected: str) -> None:
    assert list(read(tmp_path, text)) == expected.split()


def test_labels_of_the_document_are_no_citations(tmp_path: Path) -> None:
    text = "= One <one>\n#figure(rect()) <fig:a>\n$ x $ <eq>\n@one @fig:a @eq @pmid-1 #ref(<one>)"
    assert read(tmp_path, text) == ("pmid-1",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('#bibliography("refs.yml")', ["refs.yml"]),
        ('#bibliography(("a.bib", "b.yml"), style: "ieee")', ["a.bib", "b.yml"]),
        ('#show: article.with(bibliography: bibliography("/refs.bib"))', ["refs.bib"]),
        ('#show: article.with(bibliography-file: "refs.bib")', ["refs.bib"]),
        ('// #bibliography("refs.yml")', []),
        ("#bibliography()", []),
    ],
)
def test_bibliographies(tmp_path: Path, text: str, names: list[str]) -> None:
    (tmp_path / "a.typ").write_text(text, "utf-8")
    assert list(typst.read(tmp_path / "a.typ").bibliographies) == [tmp_path / n for n in names]


def test_included_documents_are_read(tmp_path: Path) -> None:
    (tmp_path / "b.typ").write_text('@b #include "a.typ"\n= X <x>', "utf-8")
    assert read(tmp_path, '@a #include "b.typ"\n#include "none.typ"\n@c @x') == ("a", "b", "c")


def test_placeholders_are_told_and_cited(tmp_path: Path) -> None:
    text = "A [PMID: 1; PMID: 2].\n(PMID: 3, p. 4) [doi:10.1016/S0140-6736(97)11096-0] // [PMID: 9]"
    (tmp_path / "a.typ").write_text(text, "utf-8")
    document = typst.read(tmp_path / "a.typ")
    told = [(each.where.line, each.message.partition("write ")[2]) for each in document.remarks]
    assert told == [
        (1, "@pmid-1 @pmid-2"),
        (2, "@pmid-3[p. 4]"),
        (2, '#cite(label("doi:10.1016/s0140-6736(97)11096-0"))'),
    ]
    assert document.keys[:3] == ("pmid-1", "pmid-2", "pmid-3")


@pytest.mark.parametrize(
    "text",
    ["`" * 40_001, "/*" * 20_000, "$x " * 20_001, "#f(" * 20_000, "[" * 40_000, "#cite(" * 20_000,
     "<a" * 20_000, '"' * 40_001, "bibliography(" * 10_000, "@" * 40_000, "#cite(()" * 9_000,
     "@a" + "." * 40_000, "bibliography((" + '"",' * 20_000],
)  # fmt: skip
def test_long_nonsense_is_read_at_once(tmp_path: Path, text: str) -> None:
    """What is quadratic would take minutes."""
    read(tmp_path, text)
