"""`-o` replaces what medcite wrote and what is written again, and nothing else."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Callable
from pathlib import Path

import medcite
import pytest
from medcite.files import overwrite

from tests.conftest import ROOT
from tests.run import Outcome, run_cli

SAMPLES = ROOT / "samples"
AHEAD = (SAMPLES / "ahead-of-print.nbib").read_text("utf-8")
PRINTED = AHEAD.replace("DP  - 2020 Jul 17", "VI  - 384\nIP  - 8\nDP  - 2021 Feb 25\nPG  - 693-704")
PRINTED = PRINTED.replace("PST - aheadofprint", "LR  - 20210301\nPST - ppublish")
PRINTED = PRINTED[: PRINTED.index("SO  -")] + "SO  - N Engl J Med. 2021 Feb 25;384(8):693-704.\n"
REFS = (SAMPLES / "refs.nbib").read_text("utf-8")
MORE = (SAMPLES / "book.nbib").read_text("utf-8")
SAMPLE = """\
PMID- 1
OWN - NLM
DP  - 2020
TI  - A title.
AB  - What was found.
AID - 10.1000/1 [doi]
FAU - Smith, Jane
AU  - Smith J
OT  - word
PT  - Journal Article
TA  - J Tests
JT  - Journal of tests
"""
KEY = "smith2020title"
RECORDS = ("refs.bib", "refs.biblatex", "refs.ris", "refs.json", "refs.medcite.json", "refs.nbib")
LISTS = ("refs.txt", "refs.html", "refs.md", "refs.tex", "refs.rtf", "refs.docx")

Write = Callable[..., Outcome]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Return what writes records to a file, by the command that its suffix is for."""
    monkeypatch.chdir(tmp_path)

    def run(records: str, name: str, *words: str) -> Outcome:
        command = "cite" if name.removesuffix(".gz") in LISTS else "convert"
        given = (command, "-", "-q", "-o", name, *words)
        return run_cli(monkeypatch, *given, given=records.encode())

    return run


def refused(write: Write, name: str, *words: str, records: str = SAMPLE) -> str:
    """Return why a file is not replaced; see that nothing is touched, and what --force does."""
    path = Path(name)
    old = path.read_bytes()
    os.utime(path, (1, 1))
    done = write(records, name, *words)
    assert done.status == 2, done
    assert not done.out
    start, end = f": error: {name}: ", "; nothing was written: say another -o "
    assert start in done.err, done.err
    reason, _, advice = done.err.partition(start)[2].partition(end)
    assert advice.endswith(", or --force to overwrite it\n"), done.err
    assert done.err.count("\n") == 1
    assert path.read_bytes() == old
    assert path.stat().st_mtime == 1
    assert [each.name for each in path.parent.iterdir()] == [name]
    assert write(records, name, *words, "--force").status == 0
    assert path.read_bytes() != old
    return reason


@pytest.mark.parametrize("packed", ["", ".gz"])
@pytest.mark.parametrize("name", [*RECORDS, *LISTS])
def test_it_may_run_again_and_with_records_added(write: Write, name: str, packed: str) -> None:
    name += packed
    assert write(REFS, name) == ("", "", 0)
    first = Path(name).read_bytes()
    os.utime(name, (1, 1))
    assert write(REFS, name) == ("", "", 0)
    assert Path(name).stat().st_mtime == 1
    for records in (f"{REFS}\n{MORE}", f"{MORE}\n{REFS}"):
        assert write(records, name) == ("", "", 0)
        assert Path(name).read_bytes() != first


@pytest.mark.parametrize("name", [*RECORDS, *LISTS])
def test_an_article_that_is_printed_takes_the_place_of_the_one_ahead(
    write: Write, name: str
) -> None:
    assert write(f"{AHEAD}\n{REFS}", name).status == 0
    assert write(f"{PRINTED}\n{REFS}", name) == ("", "", 0)
    assert write("", name, "--from", "medline").status == 1  # and an empty input leaves it alone


@pytest.mark.parametrize("words", [(), ("--no-abstract", "--no-keywords"), ("--fields=author",)])
@pytest.mark.parametrize("name", ["refs.bib", "refs.biblatex"])
def test_what_is_asked_for_is_no_loss(write: Write, name: str, words: tuple[str, ...]) -> None:
    for more in ((), words, ("--ascii",), ("--no-protect",), ("--journal=abbrev",)):
        assert write(SAMPLE, name, *more) == ("", "", 0)


def test_either_dialect_takes_the_place_of_the_other(write: Write) -> None:
    for dialect in ("bibtex", "biblatex", "bibtex"):
        assert write(f"{SAMPLE}\n{REFS}", "refs.bib", "--to", dialect) == ("", "", 0)


@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff\r\n"])
@pytest.mark.parametrize("name", [*RECORDS, *LISTS])
def test_a_blank_file_is_replaced(write: Write, name: str, content: str) -> None:
    Path(name).write_text(content, "utf-8")
    assert write(SAMPLE, name) == ("", "", 0)
    assert Path(name).stat().st_size > 10


@pytest.mark.parametrize("name", [*RECORDS, *LISTS])
def test_records_that_are_not_written_again_are_named(write: Write, name: str) -> None:
    write(f"{REFS}\n{SAMPLE}", name)
    if name in ("refs.txt", *RECORDS):
        thing = "1 line" if name == "refs.txt" else "1 entry"
        reason = refused(write, name, records=REFS)
        assert reason.startswith(f"holds {thing} that medcite would not write: ")
        shown = {"refs.txt": "Smith J. A title", "refs.nbib": "1", "refs.medcite.json": "1"}
        assert reason.partition(": ")[2].startswith(shown.get(name, KEY))
    else:  # it has medcite's mark
        assert write(REFS, name) == ("", "", 0)


def test_of_many_entries_the_first_are_named(write: Write) -> None:
    Path("refs.bib").write_text("".join(f"@misc{{k{n}, title = {{T}}}}\n" for n in range(1, 9)))
    assert refused(write, "refs.bib") == (
        "holds 8 entries that medcite would not write: k1, k2, k3, k4, k5 and 3 more"
    )


@pytest.mark.parametrize(
    ("added", "reason"),
    [
        ("% Mine, by hand.\n", "holds what is no entry: '% Mine, by hand.'"),
        ("words\n", "holds what is no entry: 'words'"),
        ("% @misc{a, title = {A}}\n", "holds what is no entry: '% @misc{a, title = {A}}'"),
        ('@string{jt = "J Tests"}\n', "holds what is no entry: '@string{jt = \"J Tests\"}'"),
        (
            '@preamble{"\\def\\x{}"}\n',
            "holds what is no entry: '@preamble{\"\\\\def\\\\x{}\"}'",
        ),
        (
            "@Comment{jabref-meta: x;}\n",
            "holds what is no entry: '@Comment{jabref-meta: x;}'",
        ),
        (
            "@misc{mine, title = {Own}, pmid = {1}}\n",
            "holds 1 entry that medcite would not write: mine",
        ),
        ("@misc{own, title = {Own}\n", "holds what is no entry: the entry own is never closed;"),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_what_else_stands_in_a_bib_is_not_lost(
    write: Write, added: str, reason: str, before: bool
) -> None:
    write(SAMPLE, "refs.bib")
    path = Path("refs.bib")
    path.write_text(added + path.read_text() if before else path.read_text() + added)
    if before and "never closed" in reason:
        reason = "holds what is no entry: the entry own is never closed"
    found = refused(write, "refs.bib", records=f"{SAMPLE}\n{REFS}")
    assert found.startswith(reason)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("title = {", "title = {Not ", ""),
        ("pmid = {1}", "pmid = {2}", "works"),
        ("pmid = {1},\n", "", ""),
        ("pmid = {1},\n", "note = {Mine},\n", f"fields: notes of {KEY}"),
        ("pmid = {1},\n", "file = {a.pdf},\n", f"fields: file of {KEY}"),
        ("pmid = {1},\n", "ANNOTE = {Mine},\n groups = {g},\n", f"fields: annote, groups of {KEY}"),
        ("pmid = {1},\n", "note = {Epub ahead of print},\n", ""),
        ("year = 2020", "year = 2019, month = may, pages = {5}", ""),
        ("abstract = {", "abstract = {Mine. ", ""),
    ],
)
def test_an_entry_of_the_same_key_is_held_against_what_is_written(
    write: Write, old: str, new: str, reason: str
) -> None:
    write(SAMPLE, "refs.bib")
    text = Path("refs.bib").read_text()
    assert old in text
    Path("refs.bib").write_text(text.replace(old, new))
    if reason == "works":
        reason = f"holds other works than medcite would write as {KEY}"
    elif reason:
        reason = f"holds fields that medcite would not write: {reason.removeprefix('fields: ')}"
    if reason:
        assert refused(write, "refs.bib") == reason
    else:
        assert write(SAMPLE, "refs.bib") == ("", "", 0)
        assert Path("refs.bib").read_text() == text


def test_the_same_key_of_another_work_without_identifiers(write: Write) -> None:
    Path("refs.bib").write_text(f"@misc{{{KEY}, title = {{Another title}}}}\n")
    other = f"holds other works than medcite would write as {KEY}"
    assert refused(write, "refs.bib") == other
    Path("refs.bib").write_text(f"@misc{{{KEY}, title = {{A {{TITLE}}}}}}\n")
    assert write(SAMPLE, "refs.bib") == ("", "", 0)
    Path("refs.bib").write_text(f"@misc{{{KEY}, doi = {{10.1000/2}}, title = {{A title}}}}\n")
    assert refused(write, "refs.bib") == other


def test_keywords_and_abstracts_that_no_record_has_are_not_lost(write: Write) -> None:
    bare = "".join(line for line in SAMPLE.splitlines(True) if line[:2] not in ("AB", "OT"))
    write(SAMPLE, "refs.bib")
    assert refused(write, "refs.bib", records=bare) == (
        f"holds fields that medcite would not write: abstract, keywords of {KEY}"
    )


def test_other_keys_of_an_entry_are_not_lost(write: Write) -> None:
    write(SAMPLE, "refs.biblatex")
    text = Path("refs.biblatex").read_text()
    Path("refs.biblatex").write_text(text.replace("ids = {", "ids = {own,"))
    if "ids = {" not in text:
        Path("refs.biblatex").write_text(text.replace("title = ", "ids = {own, pmid:1},\ntitle = "))
    assert refused(write, "refs.biblatex") == (
        f"holds fields that medcite would not write: ids own of {KEY}"
    )


RIS = "TY  - JOUR\nTI  - {}\nID  - {}\nDO  - {}\n{}ER  - \n"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("refs.ris", RIS.format("A title", "x", "10.1000/1", ""), ""),
        (
            "refs.ris",
            RIS.format("A", "x", "10.1000/2", ""),
            "entry that medcite would not write: x",
        ),
        ("refs.ris", RIS.format("A", KEY, "10.1000/2", ""), f"medcite would write as {KEY}"),
        ("refs.ris", "My refs\n" + RIS.format("A", KEY, "10.1000/1", ""), "no entry: 'My refs'"),
        ("refs.ris", RIS.format("A", KEY, "10.1000/1", "L1  - a.pdf\n"), f"url of {KEY}"),
        ("refs.ris", RIS.format("A", KEY, "10.1000/1", "N1  - Mine\n"), f"notes of {KEY}"),
        ("refs.json", '[{"id": "x", "type": "book", "PMID": "1"}]', ""),
        ("refs.json", '[\n {"id": "x", "type": "book",\n "title": "B"}\n]', "not write: x"),
        ("refs.json", '[{"id": "x", "type": "book", "DOI": "10.1000/1", "my": 1}]', "my of x"),
        ("refs.json", '[{"id": "x", "PMID": "1", "type": "book"}] and more', "what is no entry:"),
        ("refs.json", '[{"id": "x", "PMID": "1", "type": "book"}, {"a" 1}]', "what is no entry:"),
        ("refs.json", '{"name": "package", "version": "1"}', "does not look like CSL-JSON"),
        ("refs.json", '{"medcite": 1, "records": []}', "does not look like CSL-JSON"),
        ("refs.medcite.json", '{"medcite": 1, "records": [\n{"pmid": "1"}]}', ""),
        ("refs.medcite.json", '{"medcite": 1, "records": [{"pmid": "2"}]}', "not write: 2"),
        ("refs.nbib", "PMID- 1\nOWN - NLM\nTI  - A\n", ""),
        ("refs.nbib", "PMID- 1\nOWN - NLM\n\nPMID- 2\nOWN - NLM\n", "1 entry that"),
        ("refs.nbib", "PMID- 1\nOWN - NLM\nMY  - note\n", "MY of 1"),
        ("refs.bib", "%PDF-1.7\nx", "is not BibTeX or BibLaTeX"),
        ("refs.bib", "Dear editor,\n", "does not look like BibTeX or BibLaTeX"),
        ("refs.bib", "PMID- 1\nTI  - A\n", "does not look like BibTeX or BibLaTeX"),
        ("refs.ris", "\0\1\2\3" * 99, "is not RIS"),
    ],
)
def test_other_formats_are_held_against_what_is_written(
    write: Write, name: str, content: str, reason: str
) -> None:
    Path(name).write_text(content)
    if reason:
        assert reason in refused(write, name)
    else:
        assert write(SAMPLE, name) == ("", "", 0)
        assert Path(name).read_text() != content


@pytest.mark.parametrize("name", LISTS)
def test_a_file_by_another_hand_is_not_replaced(write: Write, name: str) -> None:
    Path(name).write_text("My manuscript.\n")
    reason = refused(write, name)
    listed = "holds 1 line that medcite would not write: My manuscript."
    assert reason == (listed if name == "refs.txt" else "was not written by medcite")


def document(*texts: str) -> bytes:
    """Return a .docx as Word may have written it."""
    from docx import Document

    made, stream = Document(), io.BytesIO()
    for text in texts:
        made.add_paragraph(text)
    made.save(stream)
    return stream.getvalue()


def test_a_manuscript_is_not_replaced_and_another_name_is_proposed(write: Write) -> None:
    Path("refs.docx").write_bytes(document("My manuscript."))
    done = write(SAMPLE, "refs.docx")
    assert done.err == (
        "medcite cite: error: refs.docx: was not written by medcite; nothing was written: say "
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
    from docx import Document

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


def test_what_is_packed_is_read_unpacked(write: Write) -> None:
    Path("refs.bib.gz").write_bytes(gzip.compress(b"@misc{own, title = {Own}}\n"))
    assert refused(write, "refs.bib.gz") == "holds 1 entry that medcite would not write: own"
    Path("refs.bib.gz").write_bytes(b"@misc{own, title = {Own}}\n")  # as it was once written
    assert refused(write, "refs.bib.gz") == "holds 1 entry that medcite would not write: own"
    Path("refs.bib.gz").write_bytes(gzip.compress(b"@misc{own, title = {Own}}\n")[:20])
    assert write(SAMPLE, "refs.bib.gz").status == 2


def test_python_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("% Mine.\n")
    medcite.write(list(medcite.read(SAMPLE)), file=path)
    assert path.read_text().startswith(f"@article{{{KEY},")


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


def test_titles_are_compared_by_their_letters() -> None:
    for one, other in (
        ("{The {\\'E}tude of {CO}\\textsubscript{2}}", "The étude of CO<sub>2</sub>."),
        ("A--B: {\\em C}", "a-b c"),
        ("[Über X.]", "Über X"),
    ):
        assert overwrite.letters(one) == overwrite.letters(other)
    assert overwrite.letters("Part 1") != overwrite.letters("Part 2")


def test_a_long_file_is_held_against_what_is_written_piece_by_piece(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overwrite, "PIECE", 3)
    for name in RECORDS:
        assert write(f"{REFS}\n{SAMPLE}", name) == ("", "", 0)
        assert write(f"{MORE}\n{REFS}\n{SAMPLE}", name) == ("", "", 0)
        assert write(f"{MORE}\n{REFS}", name).status == 2
