"""What services answered is kept between runs, within bounds, and never in the way."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from medcite.files.answer_cache import AnswerCache, KeptAnswer


def answers(*names: str, size: int = 5) -> list[KeptAnswer]:
    return [KeptAnswer(name, "medline", os.urandom(size).hex(), "2026-01-01") for name in names]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "answers.sqlite"


def test_answers_are_found_again(file: Path) -> None:
    one, two = answers("pmid:1", "doi:10.1/é")
    AnswerCache(str(file)).keep([one, two])
    assert AnswerCache(str(file)).find(["pmid:1", "pmid:3", "doi:10.1/é"]) == {
        "pmid:1": one, "doi:10.1/é": two,
    }  # fmt: skip


def test_a_new_answer_takes_the_place_of_the_old(file: Path) -> None:
    cache = AnswerCache(str(file))
    old, new = answers("pmid:1", "pmid:1")
    cache.keep([old])
    cache.keep([new])
    assert cache.find(["pmid:1"]) == {"pmid:1": new}


def test_many_names(file: Path) -> None:
    cache = AnswerCache(str(file))
    many = answers(*(f"pmid:{number}" for number in range(3000)))
    cache.keep(many)
    assert len(cache.find([answer.name for answer in many])) == 3000


def test_the_oldest_go_when_there_are_too_many(file: Path) -> None:
    cache = AnswerCache(str(file), max_bytes=20_000)
    for number in range(100):
        cache.keep(answers(f"pmid:{number}", size=200))
    found = cache.find([f"pmid:{number}" for number in range(100)])
    numbers = sorted(int(name.removeprefix("pmid:")) for name in found)
    assert 30 < len(numbers) < 100
    assert numbers == list(range(100 - len(numbers), 100))


@pytest.mark.parametrize("content", [b"", b"no database" * 1000, b"SQLite format 3\x00" * 400])
def test_a_damaged_cache_is_begun_anew(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    cache = AnswerCache(str(file))
    assert cache.find(["pmid:1"]) == {}
    cache.keep(answers("pmid:1"))
    cache.keep(answers("pmid:1"))
    assert list(cache.find(["pmid:1"])) == ["pmid:1"]


def test_a_damaged_answer_is_none(file: Path) -> None:
    cache = AnswerCache(str(file))
    cache.keep(answers("pmid:1", "pmid:2"))
    with sqlite3.connect(file) as database:
        database.execute("UPDATE answer SET text = 'x' WHERE name = 'pmid:1'")
    database.close()
    assert list(cache.find(["pmid:1", "pmid:2"])) == ["pmid:2"]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = AnswerCache(str(tmp_path / "file" / "answers.sqlite"))
    cache.keep(answers("pmid:1"))
    assert cache.find(["pmid:1"]) == {}


def test_a_cache_of_another_form_is_begun_anew(file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE answer (name TEXT)")
    database.close()
    cache = AnswerCache(str(file))
    assert cache.find(["pmid:1"]) == {}
    cache.keep(answers("pmid:1"))
    assert list(cache.find(["pmid:1"])) == []
