"""What is cached is made once, again when its key changes, and each time where nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from medcite.files.cache import cached


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "medcite"


@pytest.fixture
def make() -> Callable[[], list[int]]:
    """Return a function that returns how often it was called."""
    calls: list[int] = []

    def count() -> list[int]:
        calls.append(1)
        return [len(calls)]

    return count


def test_a_value_is_made_once(folder: Path, make: Callable[[], list[int]]) -> None:
    assert [cached("x", [1], make) for _ in range(3)] == [[1], [1], [1]]
    assert [path.name for path in folder.iterdir()] == ["x.json"]


def test_another_key_replaces_it(folder: Path, make: Callable[[], list[int]]) -> None:
    assert [cached("x", [key], make) for key in (1, 2, 2, 1)] == [[1], [2], [2], [3]]
    assert [path.name for path in folder.iterdir()] == ["x.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"key": [1]}', b"null"])
def test_a_damaged_file_is_made_again(
    folder: Path, make: Callable[[], list[int]], content: bytes
) -> None:
    folder.mkdir()
    (folder / "x.json").write_bytes(content)
    assert [cached("x", [1], make) for _ in range(2)] == [[1], [1]]


def test_without_a_folder_it_is_made_each_time(folder: Path, make: Callable[[], list[int]]) -> None:
    folder.write_text("a file in the folder's place")
    assert [cached("x", [1], make) for _ in range(2)] == [[1], [2]]


def test_in_a_read_only_folder_it_is_made_each_time(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], list[int]]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/self")
    assert [cached("x", [1], make) for _ in range(2)] == [[1], [2]]
