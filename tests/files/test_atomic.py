"""Files are replaced whole, and only if their bytes differ."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from medcite.files import atomic
from medcite.files.atomic import descriptor, discard, save


def test_the_same_bytes_leave_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    assert save(path, ["a", "ü\n"])
    os.utime(path, (1, 1))
    assert not save(path, ["aü", b"\n"])
    assert path.stat().st_mtime == 1
    assert save(path, ["b\n"])
    assert path.stat().st_mtime > 1


def test_a_failure_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")

    def broken() -> Iterator[str]:
        yield "new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(path, broken())
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["refs.bib"]


def test_permissions_stay_and_new_files_follow_the_mask(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    old = os.umask(0o027)
    try:
        save(path, ["a"])
    finally:
        os.umask(old)
    assert path.stat().st_mode & 0o777 == 0o640
    path.chmod(0o600)
    save(path, ["b"])
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.bib", tmp_path / "link.bib"
    real.write_text("a")
    link.symlink_to(real)
    save(link, ["b"])
    assert link.is_symlink()
    assert real.read_text() == "b"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        save(tmp_path / "none" / "refs.bib", ["a"])
    assert caught.value.filename == str(tmp_path / "none")


def test_no_text_is_too_odd_to_save(tmp_path: Path) -> None:
    save(tmp_path / "a", ["\ud800\N{GREEK SMALL LETTER ALPHA}"])
    assert (tmp_path / "a").read_text("utf-8") == "?α"


@pytest.mark.parametrize(
    "base", ["x" * 251 + ".bib", "\N{GREEK SMALL LETTER ALPHA}" * 125 + ".bib"]
)
def test_a_name_may_be_as_long_as_names_can_be(tmp_path: Path, base: str) -> None:
    assert save(tmp_path / base, ["new"])
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [(base, "new")]


def test_an_error_names_the_file_and_not_the_temporary_one(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 252 + ".bib")
    with pytest.raises(OSError, match="name too long") as found:
        save(path, ["new"])
    assert found.value.filename == str(path)


def test_links_that_go_round_are_a_plain_error(tmp_path: Path) -> None:
    one, other = tmp_path / "one.bib", tmp_path / "other.bib"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(OSError, match="symbolic links") as found:
        save(one, ["new"])
    assert found.value.filename == str(one)


def test_a_link_to_nothing_makes_the_file(tmp_path: Path) -> None:
    (tmp_path / "link.bib").symlink_to("real.bib")
    save(tmp_path / "link.bib", ["new"])
    assert (tmp_path / "link.bib").is_symlink()
    assert (tmp_path / "real.bib").read_text() == "new"


@pytest.mark.parametrize("name", [".", "folder", "folder/", "none/"])
def test_a_folder_is_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        save(f"{tmp_path}/{name}", ["new"])
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["folder"]


def test_a_read_only_file_stays_also_for_root(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(PermissionError, match="read-only"):
        save(path, ["new"])
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["refs.bib"]


def test_a_gz_is_packed_and_always_the_same(tmp_path: Path) -> None:
    one, other = tmp_path / "one.bib.gz", tmp_path / "TWO.BIB.GZ"
    assert save(one, ["a", b"b", "\N{GREEK SMALL LETTER ALPHA}\n"])
    assert gzip.decompress(one.read_bytes()).decode() == "abα\n"
    assert save(other, ["abα\n"])
    assert one.read_bytes() == other.read_bytes()
    assert one.read_bytes()[4:8] == bytes(4)  # the time
    os.utime(one, (1, 1))
    assert not save(one, ["abα\n"])
    assert one.stat().st_mtime == 1


def test_a_link_is_packed_by_the_name_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "refs.bib.gz").symlink_to("data")
    save(tmp_path / "refs.bib.gz", ["new"])
    assert gzip.decompress((tmp_path / "data").read_bytes()) == b"new"


class RefusedError(Exception):
    pass


def test_a_guard_sees_both_files_and_what_it_raises_leaves_all_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    seen = []

    def refuse(old: str, new: str) -> None:
        seen.append((Path(old).read_text(), Path(new).read_text()))
        raise RefusedError

    path.write_text("old")
    assert not save(path, ["old"], refuse)
    with pytest.raises(RefusedError):
        save(path, ["new"], refuse)
    assert seen == [("old", "new")]
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["refs.bib"]


def test_a_file_that_changes_while_it_is_looked_at_is_looked_at_again(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("ours")
    seen = []

    def refuse(old: str, _: str) -> None:
        seen.append(Path(old).read_text())
        if seen[-1] != "ours":
            raise RefusedError
        path.write_text("theirs")

    with pytest.raises(RefusedError):
        save(path, ["new"], refuse)
    assert seen == ["ours", "theirs"]
    assert path.read_text() == "theirs"


def test_a_file_that_appears_in_the_meantime_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "refs.bib"
    whole = atomic._status
    asked = []

    def status(name: str) -> os.stat_result | None:
        found = whole(name)
        asked.append(name)
        if len(asked) == 2:  # at the start it was not there, nor when the new one was complete
            path.write_text("theirs")
        return found

    def refuse(old: str, _: str) -> None:
        if Path(old).exists():
            raise RefusedError

    monkeypatch.setattr(atomic, "_status", status)
    with pytest.raises(RefusedError):
        save(path, ["new"], refuse)
    assert path.read_text() == "theirs"


def test_what_is_not_complete_can_be_discarded(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    names = []

    def pieces() -> Iterator[str]:
        names.extend(each.name for each in tmp_path.iterdir())
        discard()
        names.extend(each.name for each in tmp_path.iterdir())
        yield "new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(path, pieces())
    assert len(names) == 1
    assert not list(tmp_path.iterdir())


def test_names_of_open_files_are_known(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to("/dev/stdout")
    (tmp_path / "again.bib").symlink_to("out")
    assert descriptor("/dev/stdout") == descriptor("/dev/fd/1") == 1
    assert descriptor("/dev/../dev/stderr") == 2
    assert descriptor(str(tmp_path / "again.bib")) == 1
    assert descriptor(str(tmp_path / "refs.bib")) is None
    assert descriptor("/dev/null") is None
    if Path("/proc/self/fd").exists():
        assert descriptor("/proc/self/fd/1") == descriptor(f"/proc/{os.getpid()}/fd/1") == 1
        assert descriptor("/proc/thread-self/fd/7") == 7
        assert descriptor(f"/proc/{os.getppid()}/fd/1") is None


def test_an_open_file_is_written_to_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with path.open("wb") as stream:
        stream.write(b"before\n")
        stream.flush()
        assert save(f"/dev/fd/{stream.fileno()}", ["new\n"])
        stream.write(b"behind\n")
    assert path.read_text() == "before\nnew\nbehind\n"
    with pytest.raises(OSError, match="Bad file descriptor") as found:
        save("/dev/fd/987", ["new"])
    assert found.value.filename == "/dev/fd/987"
