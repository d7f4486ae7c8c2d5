"""A .bib file that somebody changes while medcite works on it: at every moment, without a clock."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from medcite.base.errors import InputError
from medcite.files.atomic import Guard, save
from medcite.latex import plan
from medcite.model.report import Report
from medcite.reference_file import file_lock, safe_write

from tests.reference_file.test_file_lock import holder
from tests.run import run_cli

RECORD = """PMID- {0}
DP  - 2020 Jan
TI  - A title that tells nothing, number {0}.
AU  - Doe{0} J
TA  - J Test

"""
OWN = "@book{own, title={x}}\n"
LATE = "@book{late, title={y}}\n"
CITED = range(1001, 1004)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("exports.nbib").write_text("".join(map(RECORD.format, range(1000, 1020))))
    write("main.tex", *CITED)
    Path("refs.bib").write_text(OWN)
    return tmp_path


def write(name: str, *pmids: int) -> None:
    keys = ",".join(f"pmid:{pmid}" for pmid in pmids)
    Path(name).write_text(f"\\cite{{own,{keys}}}\n\\bibliography{{refs}}\n")


def made(*arguments: str) -> plan.FilePlan:
    return plan.plan_bib_file(plan.Request("main.tex", *arguments), Report())


def bib() -> str:
    return Path("refs.bib").read_text()


def ours(text: str, pmids: range = CITED) -> list[int]:
    return [text.count(f"@article{{pmid:{pmid},\n") for pmid in pmids]


def nothing_left() -> bool:
    names = sorted(path.name for path in Path().iterdir())
    return [name for name in names if name != ".medcite-index"] == [
        "exports.nbib",
        "main.tex",
        "refs.bib",
    ]


def append() -> None:
    with Path("refs.bib").open("a") as file:
        file.write(LATE)


def replace() -> None:
    Path("new").write_text(OWN + LATE)
    Path("new").replace("refs.bib")


def disguise() -> None:
    """Write as many bytes at, as the clock has it, the same time."""
    before = Path("refs.bib").stat()
    Path("refs.bib").write_text(bib().replace("own, title={x}", "late,title={y}"))
    os.utime("refs.bib", ns=(before.st_atime_ns, before.st_mtime_ns))


EDITS = [append, replace, disguise]


def saving(monkeypatch: pytest.MonkeyPatch, save: Callable[..., bool]) -> None:
    """Have the .bib file, but no index, saved by ``save``."""
    monkeypatch.setattr(safe_write, "atomic", SimpleNamespace(save=save))


def meddle(
    monkeypatch: pytest.MonkeyPatch, before: Callable[[], None], times: int = 1
) -> list[None]:
    """Change the file right before it is compared and replaced, the first few times."""
    done: list[None] = []

    def save_late(name: Path, pieces: list[bytes], guard: Guard) -> bool:
        def late(*names: str) -> None:
            if len(done) < times:
                done.append(before())
            guard(*names)

        return save(name, pieces, late)

    saving(monkeypatch, save_late)
    return done


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_after_the_file_was_read_stays(edit: Callable[[], None]) -> None:
    planned = made()
    edit()
    planned.save()
    assert bib().count("late") == 1
    assert ours(bib()) == [1, 1, 1]
    assert nothing_left()


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_right_before_the_file_is_replaced_stays(
    edit: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert meddle(monkeypatch, edit) == []
    made().save()
    assert bib().count("late") == 1
    assert ours(bib()) == [1, 1, 1]
    assert nothing_left()


def test_an_edit_after_the_last_comparison_of_bytes_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    stat = Path.stat

    def last_look() -> None:
        def edited(path: Path) -> os.stat_result:
            monkeypatch.setattr(Path, "stat", stat)
            append()
            return stat(path)

        monkeypatch.setattr(Path, "stat", edited)

    meddle(monkeypatch, last_look)
    made().save()
    assert bib().startswith(OWN + LATE)
    assert ours(bib()) == [1, 1, 1]


def test_a_file_that_was_made_right_before_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("refs.bib").unlink()
    meddle(monkeypatch, append)
    made().save()
    assert bib().startswith(LATE)
    assert ours(bib()) == [1, 1, 1]


@pytest.mark.parametrize("late", [True, False])
def test_a_file_that_was_removed_is_made(late: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    planned = made()
    if late:
        meddle(monkeypatch, Path("refs.bib").unlink)
    else:
        Path("refs.bib").unlink()
    planned.save()
    assert ours(bib()) == [1, 1, 1]
    assert "own" not in bib()


def test_a_file_that_is_moved_away_while_it_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    there = Path("refs.bib")

    def moved(name: Path, pieces: list[bytes], guard: Guard) -> bool:
        saving(monkeypatch, save)
        there.rename("refs.bib~")
        try:
            return save(name, pieces, guard)
        finally:
            Path("refs.bib~").rename(there)

    saving(monkeypatch, moved)
    made().save()
    assert bib().startswith(OWN)
    assert ours(bib()) == [1, 1, 1]


def test_a_touched_file_is_no_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    done = meddle(monkeypatch, lambda: os.utime("refs.bib", ns=(1, 1)))
    made().save()
    assert done == [None]
    assert bib().startswith(OWN)
    assert ours(bib()) == [1, 1, 1]


def test_what_comes_in_while_the_file_is_replaced_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program has opened the file before, and writes to it only after."""
    planned = made()

    def save_between(name: Path, pieces: list[bytes], guard: Guard) -> bool:
        saving(monkeypatch, save)
        with Path("refs.bib").open("a") as late:
            saved = save(name, pieces, guard)
            assert ours(bib()) == [1, 1, 1]
            late.write(LATE)
        return saved

    saving(monkeypatch, save_between)
    planned.save()
    assert bib().startswith(OWN + LATE)
    assert ours(bib()) == [1, 1, 1]
    assert nothing_left()


def test_what_comes_in_late_and_is_broken_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def save_between(name: Path, pieces: list[bytes], guard: Guard) -> bool:
        saving(monkeypatch, save)
        with Path("refs.bib").open("a") as late:
            saved = save(name, pieces, guard)
            late.write("@book{late, title={")
        return saved

    saving(monkeypatch, save_between)
    with pytest.raises(InputError, match="late is never closed"):
        made().save()
    assert bib() == OWN + "@book{late, title={"
    assert nothing_left()


def test_a_file_that_never_rests_is_left_to_its_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_write, "PAUSE", 0)
    done = meddle(monkeypatch, append, times=1000)
    run = run_cli(monkeypatch, "latex", "main.tex")
    assert run.status == 1
    assert run.err == (
        "medcite latex: error: refs.bib: another program changes it again and again; nothing was "
        "written. Run medcite again when that program has ended\n"
    )
    assert run.out == ""
    assert len(done) == safe_write.ATTEMPTS
    assert bib() == OWN + len(done) * LATE
    assert nothing_left()


def test_half_a_file_is_given_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor empties the file, then writes it: what stands between is not what is meant."""
    planned = made()
    Path("refs.bib").write_text("")
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        Path("refs.bib").write_text((OWN + LATE)[: 8 * len(pauses)])

    monkeypatch.setattr(safe_write, "sleep", pause)
    read: list[bytes | None] = []
    monkeypatch.setattr(planned, "revise", lambda old, revise=planned.revise: (
        read.append(old), revise(old))[1])  # fmt: skip
    planned.save()
    assert read == [(OWN + LATE).encode()]
    assert bib().startswith(OWN + LATE)


def test_a_file_that_was_broken_meanwhile_stays_as_it_is() -> None:
    planned = made()
    Path("refs.bib").write_text(OWN + "@book{late, title={")
    with pytest.raises(InputError, match=r"refs\.bib:2: the entry late is never closed"):
        planned.save()
    assert bib() == OWN + "@book{late, title={"
    assert nothing_left()


def test_what_is_told_is_what_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Meanwhile the author has written two of the entries, one of them found nowhere before."""
    write("main.tex", *CITED, 7)

    def author() -> None:
        for pmid in (1002, 7):
            with Path("refs.bib").open("a") as file:
                file.write(f"@book{{pmid:{pmid}, title={{y}}}}\n")

    meddle(monkeypatch, author)
    run = run_cli(monkeypatch, "latex", "main.tex")
    assert (run.err, run.status) == ("", 0)
    assert [line.split()[2] for line in run.out.splitlines()] == ["pmid:1001", "pmid:1003"]
    assert ours(bib()) == [1, 0, 1]


def test_another_run_that_added_the_same_leaves_nothing_to_do() -> None:
    planned = made()
    made().save()
    written = bib()
    os.utime("refs.bib", ns=(1, 1))
    planned.save()
    assert (planned.revision.changes, bib()) == ((), written)
    assert Path("refs.bib").stat().st_mtime_ns == 1


def test_pruning_starts_from_what_is_there() -> None:
    write("main.tex", 1001, 1002)
    made().save()
    write("main.tex", 1001)
    planned = made((), "", "", True)
    append()
    planned.save()
    assert [change.kind for change in planned.revision.changes] == ["removed"]
    assert "late" in bib()
    assert ours(bib()) == [1, 0, 0]


def test_the_lock_is_held_until_the_file_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bool] = []
    planned = made()
    meddle(monkeypatch, lambda: held.append(file_lock.lock_file(Path("refs.bib")).exists()))
    planned.save()
    assert held == [True]
    assert nothing_left()


def test_who_only_looks_waits_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_lock, "PATIENCE", 0.0)
    with holder(Path("refs.bib")):
        assert run_cli(monkeypatch, "latex", "main.tex", "--check").status == 1
        assert "pmid:1001" in run_cli(monkeypatch, "latex", "main.tex", "-o", "-").out
        refused = run_cli(monkeypatch, "latex", "main.tex")
        assert refused.status == 1
        assert refused.err.startswith("medcite latex: error: refs.bib: another run of medcite")
        assert bib() == OWN
    assert run_cli(monkeypatch, "latex", "main.tex").status == 0
    with holder(Path("refs.bib")):
        assert run_cli(monkeypatch, "latex", "main.tex") == ("", "", 0)  # nothing to write
    assert nothing_left()


def test_a_bbl_is_replaced_whatever_it_holds() -> None:
    planned = plan.plan_bbl_file(plan.Request("main.tex"), Report())
    Path("main.bbl").write_text("BibTeX's\n")
    planned.save()
    assert Path("main.bbl").read_bytes() == planned.revision.new
    Path("main.bbl").unlink()
    assert nothing_left()


def test_a_missing_folder_and_a_read_only_file_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    run = run_cli(monkeypatch, "latex", "main.tex", "-o", "none/refs.bib")
    assert run.err == "medcite latex: error: none: there is no such folder\n".replace(
        "none:", f"{Path('none').resolve()}:"
    )
    Path("refs.bib").chmod(0o444)
    run = run_cli(monkeypatch, "latex", "main.tex")
    assert run.err == "medcite latex: error: refs.bib: is read-only; nothing was written\n"
    assert nothing_left()
