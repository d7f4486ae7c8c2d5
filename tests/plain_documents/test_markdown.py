"""What Markdown cites, as pandoc itself reads it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from medcite.plain_documents import markdown, markdown_mask

# A document, and its keys in order.
CASES = {
    "a@b.org @y. (@z) _@q_ \\@no `@c` $@m$ <http://a/@v> <!-- @w\n\n@w2 --> @x": "y z q_ x",
    "[text @l](http://a/@u) [see @a, p. 3; -@b; @c](x)": "l a b c",
    "```\n@code\n```\n@a": "a",
    "~~~ {.r}\n@code\n\n@code\n~~~\n\n@a": "a",
    "a\n```{r}\n@k\n```\n": "",
    "```\nfoo @unclosed": "unclosed",
    "````\n```\n@code\n````\n@a": "a",
    "x\n\n    @code\n\n    @code\n\ny @a": "a",
    "x\n    @lazy": "lazy",
    "- a\n\n    @a\n\n        @code\n\ntext\n\n    @code": "a",
    "1. a\n\n    - @b\n\n        @c\n\nz": "b c",
    "> @q\n\n>     @code": "q",
    "[^1]: note @n\n\n    @n2\n\nx[^1] ^[@inline]": "n n2 inline",
    '<a href="x @attr">@in</a> <span>@s</span>': "in s",
    "$5 @a 6$ and $x @math$, $$\n@display\n$$ costs $5 @b": "b",
    "@https://doi.org/10.1/x @_a @a-b-c @a_b. @é1 é@no @a--b": (
        "https://doi.org/10.1/x _a a-b-c a_b é1 a"
    ),
    "[@{doi:10.1016/S0140-6736(97)11096-0}; @{a b}]": "doi:10.1016/S0140-6736(97)11096-0",
    "(@ex) Item\n\nSee (@ex) and @ex and @a": "a",
    "[x]: http://a/@z\n\n@a": "a",
    '---\ntitle: "@t"\nabstract: |\n  As [@b].\nemail: a@b.org\n...\n\n@c': "b t c",
    "\\begin{equation}\n@no\n\n\\end{equation}\n\n\\foo{@arg} @a": "a",
    "<div>\n@a\n</div>\n\n<script>@no</script>\n\n<pre>@no</pre>\n": "a",
    "a ``@k`@z`` @v and `@i\n\n@j`": "v i j",
    "# H @head {#a@b}\n\n| a | b |\n|---|---|\n| @t | b |\n\n![cap @cap](f.png){#f}": "head t cap",
    "*@a* **@b** ~~@c~~ '@d' \"@e\" /@f --@g a-@h": "a b c d e f g h",
    "@pmid:1, @pmid:2; @pmid:3: x (@doi:10.1000/x_y.z)": "pmid:1 pmid:2 pmid:3 doi:10.1000/x_y.z",
    "Term\n:   def @a\n\n: cap @b": "a b",
    "\\[@a\\] [@b]{.x} [-@c] @d [p. 4]": "a b c d",
}


def read(folder: Path, text: str, name: str = "paper.md") -> list[str]:
    (folder / name).write_text(text, "utf-8")
    return list(markdown.read(folder / name).places)


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_keys(tmp_path: Path, text: str, expected: str) -> None:
    assert sorted(read(tmp_path, text)) == sorted(expected.split())


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_keys_are_those_that_pandoc_reads(text: str, expected: str) -> None:
    if not which("pandoc"):
        pytest.skip("no pandoc")
    command = ["pandoc", "-f", "markdown", "-t", "json"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    assert sorted(set(_cited(json.loads(done.stdout)))) == sorted(expected.split())


def _cited(node: object) -> Iterator[str]:
    """Yield the keys in a pandoc document."""
    if isinstance(node, list):
        for part in node:
            yield from _cited(part)
    elif isinstance(node, dict):
        if node.get("t") == "Cite":
            yield from (cite["citationId"] for cite in node["c"][0])
        for part in node.values():
            yield from _cited(part)


@pytest.mark.parametrize("text", CASES)
def test_a_mask_keeps_every_place(text: str) -> None:
    masked = markdown_mask.mask(text)
    assert len(masked) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, masked, strict=True))


@pytest.mark.parametrize(
    "text",
    ["`" * 40_000, "` " * 20_000, "$x " * 20_000, "[" * 40_000, "<a " * 20_000, "\\a{" * 20_000,
     "<!--" * 20_000, "```\n" * 9_999, "".join("`" * n + "\n" for n in range(3, 200)),
     "](" * 20_000, "@{" * 20_000, "\\begin{a}" * 10_000, "(@" * 20_000, "---\n" * 10_000,
     "{#" * 20_000, "@a(" * 10_000, "> " * 20_000 + "@a", "[PMID: 1" * 5_000],
)  # fmt: skip
def test_long_nonsense_is_read_at_once(tmp_path: Path, text: str) -> None:
    """The time limit is generous: what is quadratic takes minutes."""
    read(tmp_path, text)


def test_cross_references_are_no_citations(tmp_path: Path) -> None:
    text = "@fig-a, @Fig-b, [-@tbl-c], @eq-d, @sec-e, @lst:f, @figure2020, @section"
    assert read(tmp_path, text) == ["figure2020", "section"]


def test_nocite_and_everything(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nnocite: |\n  @a, @*\n---\n", "utf-8")
    document = markdown.read(tmp_path / "a.md")
    assert document.everything
    assert document.keys == ("a",)


def test_references_in_the_metadata_are_known(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nreferences:\n- id: a\n---\n\n@a @b\n", "utf-8")
    assert markdown.read(tmp_path / "a.md").keys == ("b",)


@pytest.mark.parametrize(
    ("metadata", "names"),
    [
        ("bibliography: refs.json", ["refs.json"]),
        ("bibliography: [a.bib, 'b c.yaml']", ["a.bib", "b c.yaml"]),
        ("bibliography:\n- a.bib\n- sub/b.json", ["a.bib", "sub/b.json"]),
        ("bibliography:\n  main: a.bib\n  other: [b.bib]", ["a.bib", "b.bib"]),
        ("params: !r list(1)\nbibliography: !expr x.bib", ["x.bib"]),
        ("bibliography: https://x.org/a.bib", []),
        ("bibliography:", []),
    ],
)
def test_bibliographies(tmp_path: Path, metadata: str, names: list[str]) -> None:
    (tmp_path / "a.md").write_text(f"---\n{metadata}\n---\n\nText\n", "utf-8")
    assert list(markdown.read(tmp_path / "a.md").bibliographies) == [tmp_path / n for n in names]


def test_a_quarto_project_names_bibliographies(tmp_path: Path) -> None:
    chapters = tmp_path / "chapters"
    chapters.mkdir()
    (tmp_path / "_quarto.yml").write_text("bibliography: refs.json\n", "utf-8")
    (chapters / "_metadata.yml").write_text("bibliography: more.bib\n", "utf-8")
    (chapters / "_part.qmd").write_text("@inner {{< include a.qmd >}}", "utf-8")
    (chapters / "a.qmd").write_text("@a\n\n{{< include _part.qmd >}}\n\n@b", "utf-8")
    document = markdown.read(chapters / "a.qmd")
    found = [path.resolve() for path in document.bibliographies]
    assert found == [tmp_path / "refs.json", chapters / "more.bib"]
    assert document.keys == ("a", "inner", "b")
    assert document.places["inner"].file.endswith("_part.qmd")


def test_bookdown_names_bibliographies_in_its_index(tmp_path: Path) -> None:
    (tmp_path / "index.Rmd").write_text("---\nbibliography: book.bib\n---\n", "utf-8")
    (tmp_path / "01.Rmd").write_text("# One\n\n@a\n", "utf-8")
    document = markdown.read(tmp_path / "01.Rmd")
    assert list(document.bibliographies) == [tmp_path / "book.bib"]


def test_placeholders_are_told_and_cited(tmp_path: Path) -> None:
    text = (
        "A [PMID: 1; PMID: 2].\n\nB (PMID: 3), [doi:10.1016/S0140-6736(97)11096-0], "
        "[PMC123], [PMID: 4](http://x) `[PMID: 5]`\n\n[PMID: 6]: http://y\n[PMID: 7, p. 3]"
    )
    (tmp_path / "a.md").write_text(text, "utf-8")
    document = markdown.read(tmp_path / "a.md")
    assert [
        (each.where.line, each.message.partition("write ")[2]) for each in document.remarks
    ] == [
        (1, "[@pmid:1; @pmid:2]"),
        (3, "[@pmid:3]"),
        (3, "[@{doi:10.1016/s0140-6736(97)11096-0}]"),
        (3, "[@PMC123]"),
        (6, "[@pmid:7, p. 3]"),
    ]
    assert document.keys[:3] == ("pmid:1", "pmid:2", "pmid:3")


def test_a_doi_that_pandoc_cuts_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("[@doi:10.1016/S0140-6736(97)11096-0; @b]", "utf-8")
    (remark,) = markdown.read(tmp_path / "a.md").remarks
    assert "write @{doi:10.1016/S0140-6736(97)11096-0}" in remark.message
