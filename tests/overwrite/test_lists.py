"""`-o` replaces reference lists that are as medcite wrote them, and no manuscript."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.overwrite.files import (
    LISTS,
    REFS,
    SAMPLE,
    Write,
    refused,
)
from tests.run import Outcome, run_cli


@pytest.mark.parametrize("name", LISTS)
def test_a_file_by_another_hand_is_not_replaced(write: Write, name: str) -> None:
    Path(name).write_text("My manuscript.\n")
    reason = refused(write, name)
    listed = "holds 1 line that medcite would not write: My manuscript."
    assert reason == (listed if name == "refs.txt" else "was not written by medcite")


def document(*texts: str) -> bytes:
    """Return a .docx as Word may have written it."""
    from docx import Document  # noqa: PLC0415  # slow to load

    made, stream = Document(), io.BytesIO()
    for text in texts:
        made.add_paragraph(text)
    made.save(stream)
    return stream.getvalue()


def test_a_manuscript_is_not_replaced_and_another_name_is_proposed(write: Write) -> None:
    Path("refs.docx").write_bytes(document("My manuscript."))
    done = write(SAMPLE, "refs.docx")
    assert done.err == (
        "medcite cite: error: refs.docx: was not written by medcite; nothing was written: use "
        "another -o refs-references.docx, or --force to overwrite it\n"
    )
    assert refused(write, "refs.docx") == "was not written by medcite"


@pytest.mark.parametrize(
    "content", [b"PK\3\4 but no archive", b"PK\5\6" + bytes(18), b"\x1f\x8b broken"]
)
def test_a_damaged_docx_is_not_ours(write: Write, content: bytes) -> None:
    Path("refs.docx").write_bytes(content)
    assert refused(write, "refs.docx") == "was not written by medcite"


def test_a_list_that_became_a_manuscript_is_not_replaced(write: Write) -> None:
    from docx import Document  # noqa: PLC0415  # slow to load

    write(SAMPLE, "refs.docx")
    made = Document("refs.docx")
    made.add_paragraph("My manuscript.")
    made.save("refs.docx")
    assert refused(write, "refs.docx") == "was changed since medcite wrote it"
    made = Document("refs.docx")
    made.core_properties.title = "My title"
    made.save("refs.docx")
    assert refused(write, "refs.docx") == "was changed since medcite wrote it"


@pytest.mark.parametrize("name", LISTS[1:-1])
def test_a_list_that_was_edited_is_not_replaced(write: Write, name: str) -> None:
    write(SAMPLE, name)
    text = Path(name).read_text()
    for edited in (text + "Mine.\n", "Mine.\n" + text, text.replace("Smith", "Smyth")):
        Path(name).write_text(edited)
        assert refused(write, name, records=REFS) == "was changed since medcite wrote it"


@pytest.mark.parametrize("markup", ["text", "html", "markdown", "latex-items", "rtf", "docx"])
def test_a_list_takes_the_place_of_one_in_another_markup(write: Write, markup: str) -> None:
    write(SAMPLE, "refs.md")
    assert write(REFS, "refs.md", "--as", markup) == ("", "", 0)
    Path("refs.md").write_text("Mine.\n")
    assert write(REFS, "refs.md", "--as", markup).status == 2
    write(SAMPLE, "refs.md", "--force")
    Path("refs.md").write_text(Path("refs.md").read_text() + "Mine.\n")
    assert "was changed since" in write(REFS, "refs.md", "--as", markup).err


@pytest.mark.parametrize("name", LISTS[1:-1])
def test_line_ends_are_no_edit(write: Write, name: str) -> None:
    write(SAMPLE, name)
    Path(name).write_bytes(Path(name).read_bytes().replace(b"\n", b"\r\n"))
    assert write(REFS, name) == ("", "", 0)


def test_a_mark_is_for_files_alone(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for markup, name in (("html-page", "refs.html"), ("markdown", "refs.md"), ("rtf", "refs.rtf")):
        write(SAMPLE, name)
        words = ("cite", "-", "-q", "--as", markup)
        printed = run_cli(monkeypatch, *words, given=SAMPLE.encode()).out
        there = run_cli(monkeypatch, *words, "-o", "/dev/stdout", given=SAMPLE.encode()).out
        assert there == printed
        assert "medcite" not in printed
        assert "medcite" in Path(name).read_text()


@pytest.mark.parametrize(
    ("old", "kept"),
    [
        ("Smith J. A title. J Tests. 2020. doi: 10.1000/1.", False),
        ("7. Smith J. A title. J Tests. 2019 May 5. doi: 10.1000/1. Online ahead of print.", False),
        ("[7] Smith J. A title. J Tests. 2020. doi: 10.1000/1.\r\n\r\n", False),
        ("1. Smith J. A title. J Tests. 2019. doi: 10.1000/2.", True),
        ("1. Smith J. A title. J Tests. 2020. doi: 10.1000/1. Read this!", True),
        ("1. Smith J. A title. J Tests. 2019.", True),
        ("References\n1. Smith J. A title. J Tests. 2020. doi: 10.1000/1.", True),
        ("2020. Smith J. A title. J Tests. 2020. doi: 10.1000/1.", False),
        ("2020 Smith J. A note.", True),
    ],
)
def test_text_is_replaced_where_its_lines_are_written_again(
    write: Write, old: str, kept: bool
) -> None:
    Path("refs.txt").write_text(old, newline="")
    if kept:
        assert " that medcite would not write: " in refused(write, "refs.txt")
    else:
        assert write(SAMPLE, "refs.txt") == ("", "", 0)
    assert Path("refs.txt").read_text() == "1. Smith J. A title. J Tests. 2020. doi: 10.1000/1.\n"


def test_citations_and_their_list_are_held_together(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("cites.json").write_text('[["1"]]')
    words = ("--style", "apa", "--citations", "cites.json")
    for name in ("refs.txt", "refs.md", "refs.docx"):
        for _ in range(2):
            assert write(SAMPLE, name, *words) == ("", "", 0)
    Path("refs.md").write_text(Path("refs.md").read_text() + "Mine.\n")
    assert write(SAMPLE, "refs.md", *words).status == 2


@pytest.fixture
def bbl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    monkeypatch.chdir(tmp_path)
    Path("refs.nbib").write_text(SAMPLE)
    Path("main.tex").write_text(
        "\\documentclass{article}\\begin{document}\\cite{pmid:1}\\bibliography{refs}\\end{document}"
    )

    def run(*words: str) -> Outcome:
        return run_cli(monkeypatch, "latex", "--bbl", "main.tex", *words)

    return run


@pytest.mark.parametrize("words", [(), ("-o", "other.bbl")])
def test_a_bbl_of_bibtex_s_or_an_edited_one_is_not_replaced(
    bbl: Callable[..., Outcome], words: tuple[str, ...]
) -> None:
    path = Path(words[1] if words else "main.bbl")
    foreign = "\\begin{thebibliography}{1}\n\\bibitem{own} Own.\n\\end{thebibliography}\n"
    path.write_text(foreign)
    done = bbl(*words)
    assert done.status == 2
    assert f"{path}: was not written by medcite; nothing was written" in done.err
    assert path.read_text() == foreign
    assert bbl(*words, "--force").status == 0
    made = path.read_text()
    assert "{pmid:1}\nSmith J." in made
    assert bbl(*words).out == ""
    assert bbl(*words, "--style", "apa").status == 0
    path.write_text(path.read_text().replace("Smith", "Smyth"))
    done = bbl(*words)
    assert done.status == 2
    assert f"{path}: was changed since medcite wrote it" in done.err


def test_a_bbl_that_is_printed_has_no_mark(bbl: Callable[..., Outcome]) -> None:
    bbl()
    for name in ("-", "/dev/stdout"):
        printed = bbl("-o", name).out
        assert printed.endswith("\\end{thebibliography}\n")
        assert Path("main.bbl").read_text().startswith(printed)


def test_a_number_in_the_midst_of_a_line_is_no_number_of_an_entry(write: Write) -> None:
    bare = "".join(line for line in SAMPLE.splitlines(True) if not line.startswith("AID"))
    Path("refs.txt").write_text("Smith, J. (2019). A title. *J Tests*.\n")
    write(bare, "refs.txt", "--style", "apa", "--force")
    made = Path("refs.txt").read_text()
    assert " (2020). " in made
    Path("refs.txt").write_text(made.replace(" (2020). ", " (2019). "))
    refused(write, "refs.txt", "--style", "apa", records=bare)


def test_a_letter_that_tells_namesakes_apart_is_no_loss(write: Write) -> None:
    bare = "".join(line for line in SAMPLE.splitlines(True) if not line.startswith("AID"))
    namesake = bare.replace("PMID- 1", "PMID- 2").replace("A title", "Another title")
    for records in (bare, f"{namesake}\n{bare}"):
        assert write(records, "refs.txt", "--style", "apa") == ("", "", 0)
    assert " (2020a). A title." in Path("refs.txt").read_text()
    assert write(namesake, "refs.txt", "--style", "apa").status == 2
