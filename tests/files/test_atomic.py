"""Files are replaced whole, and only if their bytes differ."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from medcite.files.atomic import save


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


def test_an_error_names_the_file_and_not_the_temporary_one(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250 + ".bib")  # with more before and behind it too long a name
    with pytest.raises(OSError, match="name too long") as found:
        save(path, ["new"])
    assert found.value.filename == str(path)


def test_a_check_right_before_the_old_file_is_replaced_may_keep_it(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")

    def check() -> None:
        assert path.read_text() == "old"
        assert len(list(tmp_path.iterdir())) == 2  # the new one is complete
        raise KeyError

    with pytest.raises(KeyError):
        save(path, ["new"], check)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["refs.bib"]
