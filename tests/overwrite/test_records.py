"""`-o` replaces records that are written again, and nothing else."""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import medcite
import pytest
from medcite import format_registry
from medcite.markup.file_mark import TextMark
from medcite.options import Options
from medcite.overwrite import rules
from medcite.overwrite.comparable_entry import normalized_title

from tests.overwrite.files import (
    AHEAD,
    KEY,
    LISTS,
    MORE,
    PRINTED,
    RECORDS,
    REFS,
    SAMPLE,
    Write,
    refused,
)

FIELDS = "fields that medcite would not write"


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
        ("@misc{own, title = {Own}\n", "holds what is no entry: the entry own is never closed"),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_what_else_stands_in_a_bib_is_not_lost(
    write: Write, added: str, reason: str, before: bool
) -> None:
    write(SAMPLE, "refs.bib")
    path = Path("refs.bib")
    path.write_text(added + path.read_text() if before else path.read_text() + added)
    found = refused(write, "refs.bib", records=f"{SAMPLE}\n{REFS}")
    assert found.startswith(reason)


def test_the_marks_of_a_documents_bibliography_are_told_for_what_they_are(write: Write) -> None:
    write(SAMPLE, "refs.bib")
    path = Path("refs.bib")
    path.write_text(path.read_text().replace("@", "% medcite 0123abcd 4567cdef\n@"))
    assert refused(write, "refs.bib") == (
        "holds what is no entry: the marks by which `medcite latex` knows its entries"
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("title = {", "title = {Not ", ""),
        ("pmid = {1}", "pmid = {2}", f"other works than medcite would write as {KEY}"),
        ("pmid = {1},\n", "", ""),
        ("pmid = {1},\n", "note = {Mine},\n", f"{FIELDS}: notes of {KEY}"),
        ("pmid = {1},\n", "file = {a.pdf},\n", f"{FIELDS}: file of {KEY}"),
        (
            "pmid = {1},\n",
            "ANNOTE = {Mine},\n groups = {g},\n",
            f"{FIELDS}: annote, groups of {KEY}",
        ),
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
    if reason:
        assert refused(write, "refs.bib") == f"holds {reason}"
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
        ("refs.ris", RIS.format("A", KEY, "10.1000/1", "L1  - a.pdf\n"), f"L1 of {KEY}"),
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
    medcite.write(list(medcite.read(text=SAMPLE)), file=path)
    assert path.read_text().startswith(f"@article{{{KEY},")


def test_titles_are_compared_by_their_letters() -> None:
    for one, other in (
        ("{The {\\'E}tude of {CO}\\textsubscript{2}}", "The étude of CO<sub>2</sub>."),
        ("A--B: {\\em C}", "a-b c"),
        ("[Über X.]", "Über X"),
    ):
        assert normalized_title(one) == normalized_title(other)
    assert normalized_title("Part 1") != normalized_title("Part 2")


def test_a_long_file_is_held_against_what_is_written_piece_by_piece(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "LONGEST_BLOCK", 3)
    for name in RECORDS:
        assert write(f"{REFS}\n{SAMPLE}", name) == ("", "", 0)
        assert write(f"{MORE}\n{REFS}\n{SAMPLE}", name) == ("", "", 0)
        assert write(f"{MORE}\n{REFS}", name).status == 2


def module(name: str, **more: object) -> Any:
    """Return a writer of another package's."""
    return SimpleNamespace(FORMAT=format_registry.Format(name, name, (f".{name}",)), **more)


def test_another_package_s_format_is_known_by_its_mark_or_its_lines(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    marked = rules.written(module("marked", MARK=TextMark("#", "\n")), Options())
    old.write_text("a\nb\n")
    new.write_text("b\nc\n")
    assert rules.objection(marked, str(old), str(new)) == "was not written by medcite"
    old.write_text(TextMark("#", "\n").sign("a\n"))
    assert rules.objection(marked, str(old), str(new)) == ""
    bare = rules.written(module("bare"), Options())
    old.write_text("a\nb\n")
    assert rules.objection(bare, str(old), str(new)) == (
        "holds 1 line that medcite would not write: a"
    )
    new.write_text("c\nb\na\n")
    assert rules.objection(bare, str(old), str(new)) == ""
