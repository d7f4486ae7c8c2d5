"""Several programs at one .bib file at once: no entry of anybody is lost, none is there twice.

The times at which the others write are spread evenly over a run, whose length depends on the
machine; what is expected does not depend on them.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

import pytest
from medcite.library import library_index

from tests.conftest import ROOT
from tests.latex.programs import need

MEDCITE = [sys.executable, "-m", "medcite", "latex"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
RECORD = """PMID- {0}
DP  - 2020 Jan
TI  - A title that tells nothing, number {0}.
FAU - Doe{0}, Jane
AU  - Doe{0} J
TA  - J Test
JT  - Journal of tests
VI  - 1
PG  - {0}-9
PT  - Journal Article

"""
OWN = "@book{own, title={x}}\n"
LATE = "@book{late, title={y}}\n"
SPAN = 1.2  # seconds over which the others' moments are spread
FEW, SOME, MANY = 2, 10, 50  # rounds
ROUNDS = [
    pytest.param(60, FEW, id="few"),
    pytest.param(60, SOME, id="some", marks=pytest.mark.long),
    pytest.param(60, MANY, id="many", marks=pytest.mark.exhaustive),
    pytest.param(5_000, SOME, id="slow", marks=pytest.mark.exhaustive),
]
DIALECTS = {
    "bibtex": "{0}\\bibliography{{refs}}\n",
    "biblatex": "\\usepackage{{biblatex}}\\addbibresource{{refs.bib}}{0}\\printbibliography\n",
}


class Paper:
    """A folder with exports, a .bib file, and documents that share it."""

    def __init__(self, folder: Path, records: int) -> None:
        self.folder = folder
        self.bib = folder / "refs.bib"
        pmids = range(1000, 1000 + records)
        (folder / "exports.nbib").write_text("".join(map(RECORD.format, pmids)))

    def document(self, name: str, pmids: range, dialect: str = "bibtex") -> None:
        cite = f"\\cite{{{','.join(f'pmid:{pmid}' for pmid in pmids)}}}\n"
        (self.folder / name).write_text(DIALECTS[dialect].format(cite))

    def reset(self) -> None:
        (self.folder / library_index.FILE).unlink(missing_ok=True)
        self.bib.write_text(OWN)

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        return subprocess.Popen(
            [*MEDCITE, *words], cwd=self.folder, env=ENVIRONMENT, stdout=pipe, stderr=pipe
        )

    def count(self, pmids: range) -> list[int]:
        text = self.bib.read_text()
        return [text.count(f"@article{{pmid:{pmid},\n") for pmid in pmids]

    def names(self) -> list[str]:
        """Return what lies in the folder beside exports and documents."""
        names = sorted(path.name for path in self.folder.iterdir())
        return [name for name in names if not name.endswith((".nbib", ".tex"))]


def done(process: subprocess.Popen[bytes]) -> int:
    """Wait for a run; it has nothing to complain of."""
    _, error = process.communicate(timeout=300)
    assert error == b""
    return process.returncode


def moments(rounds: int) -> Iterator[float]:
    return (SPAN * (number + 0.5) / rounds for number in range(rounds))


def by_python(paper: Paper) -> None:
    with paper.bib.open("a") as file:
        file.write(LATE)


def by_shell(paper: Paper) -> None:
    words = ["sh", "-c", 'printf "%s" "$1" | cat >>refs.bib', "sh", LATE]
    subprocess.run(words, cwd=paper.folder, check=True)


def by_rename(paper: Paper) -> None:
    """Save as Emacs does: a new file takes the place of the old one."""
    new = paper.folder / "new"
    new.write_text(paper.bib.read_text() + LATE)
    new.replace(paper.bib)


def by_moving_away(paper: Paper) -> None:
    """Save as Vim does: the old file becomes a backup, and a new one is written."""
    text = paper.bib.read_text()
    paper.bib.replace(paper.folder / "refs.bib~")
    paper.bib.write_text(text + LATE)
    (paper.folder / "refs.bib~").unlink()


def in_place(paper: Paper) -> None:
    """Save as most editors do: the file is emptied, then written."""
    paper.bib.write_text(paper.bib.read_text() + LATE)


@pytest.mark.parametrize(("records", "rounds"), ROUNDS)
@pytest.mark.parametrize("append", [by_python, by_shell])
def test_an_entry_that_is_appended_meanwhile_stays(
    tmp_path: Path, records: int, rounds: int, append: Callable[[Paper], None]
) -> None:
    paper, pmids = Paper(tmp_path, records), range(1001, 1011)
    paper.document("main.tex", pmids)
    for moment in moments(rounds):
        paper.reset()
        process = paper.start("main.tex")
        sleep(moment)
        append(paper)
        assert done(process) == 0
        assert paper.bib.read_text().count(LATE) == 1, moment
        assert paper.count(pmids) == [1] * len(pmids), moment
        assert paper.names() == [library_index.FILE, "refs.bib"]


@pytest.mark.parametrize(("records", "rounds"), ROUNDS)
@pytest.mark.parametrize("edit", [by_rename, by_moving_away, in_place])
def test_what_an_editor_saves_meanwhile_stays(
    tmp_path: Path, records: int, rounds: int, edit: Callable[[Paper], None]
) -> None:
    """An editor that read the file before we wrote it, and saves it after, takes ours out."""
    paper, pmids = Paper(tmp_path, records), range(1001, 1011)
    paper.document("main.tex", pmids)
    for moment in moments(rounds):
        paper.reset()
        process = paper.start("main.tex")
        sleep(moment)
        edit(paper)
        assert done(process) == 0
        assert paper.bib.read_text().count(LATE) == 1, moment
        assert done(paper.start("main.tex")) == 0
        assert paper.bib.read_text().count(LATE) == 1, moment
        assert paper.count(pmids) == [1] * len(pmids), moment
        assert paper.names() == [library_index.FILE, "refs.bib"]


@need("vim")
@pytest.mark.parametrize("copy", ["yes", "no"])
@pytest.mark.parametrize(("records", "rounds"), ROUNDS[:3])
def test_what_vim_saves_meanwhile_stays(
    tmp_path: Path, records: int, rounds: int, copy: str
) -> None:
    paper, pmids = Paper(tmp_path, records), range(1001, 1011)
    paper.document("main.tex", pmids)
    vim = ["vim", "-u", "NONE", "-n", "-es", f"+set backupcopy={copy}"]
    vim += [f"+call append(line('$'), '{LATE.strip()}')", "+wq!", "refs.bib"]
    for moment in moments(rounds):
        paper.reset()
        process = paper.start("main.tex")
        sleep(moment)
        subprocess.run(vim, cwd=tmp_path, check=True, stdin=subprocess.DEVNULL, timeout=60)
        assert done(process) == 0
        assert paper.bib.read_text().count(LATE) == 1, moment
        assert done(paper.start("main.tex")) == 0
        assert paper.count(pmids) == [1] * len(pmids), moment


@pytest.mark.parametrize(("records", "rounds"), ROUNDS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_documents_that_share_a_file_may_be_run_at_once(
    tmp_path: Path, records: int, rounds: int, dialect: str
) -> None:
    """Each document cites what the next one cites, too; every other round begins without a file."""
    paper = Paper(tmp_path, records)
    names = [f"{number}.tex" for number in range(4)]
    for number, name in enumerate(names):
        paper.document(name, range(1000 + 5 * number, 1010 + 5 * number), dialect)
    for number in range(rounds):
        paper.reset()
        if number % 2:
            paper.bib.unlink()
        processes = [paper.start(name) for name in names]
        assert [done(process) for process in processes] == [0] * 4
        assert paper.count(range(1000, 1025)) == [1] * 25
        assert paper.bib.read_text().count(OWN) == (number + 1) % 2
        assert paper.names() == [library_index.FILE, "refs.bib"]


KILLED = """
import os, signal, sys
from medcite.files import atomic
from medcite.cli import program
save = atomic.save
def killed(name, pieces, guard=None):
    die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    return save(name, pieces, die if guard else None)
atomic.save = killed
program.main(["latex", "main.tex"])
"""


def test_a_run_that_is_killed_while_it_writes_blocks_nobody(tmp_path: Path) -> None:
    paper, pmids = Paper(tmp_path, 60), range(1001, 1011)
    paper.document("main.tex", pmids)
    paper.reset()
    words = [sys.executable, "-c", KILLED]
    killed = subprocess.run(words, cwd=tmp_path, env=ENVIRONMENT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert ".refs.bib.medcite-lock" in paper.names()
    assert paper.bib.read_text() == OWN
    assert done(paper.start("main.tex")) == 0
    assert paper.bib.read_text().startswith(OWN)
    assert paper.count(pmids) == [1] * len(pmids)
    assert ".refs.bib.medcite-lock" not in paper.names()


@pytest.mark.parametrize(("records", "rounds"), ROUNDS)
def test_a_run_that_is_killed_at_any_time_does_no_harm(
    tmp_path: Path, records: int, rounds: int
) -> None:
    paper, pmids = Paper(tmp_path, records), range(1001, 1011)
    paper.document("main.tex", pmids)
    for moment in moments(rounds):
        paper.reset()
        process = paper.start("main.tex")
        sleep(moment / 2)
        process.kill()
        process.communicate()
        assert paper.count(pmids) in ([0] * len(pmids), [1] * len(pmids)), moment
        assert done(paper.start("main.tex")) == 0
        assert paper.bib.read_text().startswith(OWN), moment
        assert paper.count(pmids) == [1] * len(pmids), moment


@pytest.mark.parametrize(("records", "rounds"), [pytest.param(60, 1, id="one"), *ROUNDS[1:]])
def test_a_bbl_that_is_written_at_once_is_whole(tmp_path: Path, records: int, rounds: int) -> None:
    """So is the index, which each of the runs writes."""
    paper, pmids = Paper(tmp_path, records), range(1001, 1011)
    paper.document("main.tex", pmids)
    styles = ("vancouver", "american-medical-association")
    words = [("main.tex", "--bbl", "--style", style) for style in styles]
    expected = []
    for each in words:
        assert done(paper.start(*each)) == 0
        expected.append((tmp_path / "main.bbl").read_bytes())
    whole = (tmp_path / library_index.FILE).read_bytes()
    assert expected[0] != expected[1]
    for _ in range(rounds):
        (tmp_path / library_index.FILE).unlink()
        (tmp_path / "main.bbl").write_bytes(b"")
        processes = [paper.start(*each) for each in words * 2]
        assert [done(process) for process in processes] == [0] * 4
        assert (tmp_path / "main.bbl").read_bytes() in expected
        assert (tmp_path / library_index.FILE).read_bytes() == whole
        assert paper.names() == [library_index.FILE, "main.bbl"]
