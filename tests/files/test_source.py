from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import medcite
import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.base.errors import InputError
from medcite.files import decoding, source
from medcite.files.source import open_source
from medcite.model import peek
from medcite.model.report import Report


def lines(target: source.Input) -> list[str]:
    source = io.StringIO(target, newline="") if isinstance(target, str) else target
    return list(open_source(source, Report()).lines)


def set_piece(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Have inputs read in pieces of ``size`` bytes or characters."""
    for module in (decoding, source):
        monkeypatch.setattr(module, "PIECE", size)


@given(st.lists(st.text(alphabet="ab\u2028\u2029\x85\x0b", max_size=4), min_size=1), st.data())
def test_only_newlines_end_lines(parts: list[str], data: st.DataObject) -> None:
    parts = ["x", *parts, "x"]
    ends = data.draw(
        st.lists(
            st.sampled_from(["\n", "\r\n", "\r"]), min_size=len(parts), max_size=len(parts)
        ).filter(lambda ends: all(a != "\r" for a in ends) or all(a == "\r" for a in ends))
    )
    text = "".join(part + end for part, end in zip(parts, ends, strict=True))
    assert lines(text.encode()) == parts
    assert lines(io.StringIO(text, newline="")) == parts


def test_a_lone_surrogate_in_a_decoded_text_is_replaced_and_told() -> None:
    report = Report()
    opened = open_source(io.StringIO("TI  - a\ud800b\nAB  - \udcff\n"), report)
    assert list(opened.lines) == ["TI  - a\ufffdb", "AB  - \ufffd"]
    assert [told.code for told in report.diagnostics] == ["encoding"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_do_not_depend_on_the_size_of_the_pieces(
    end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ["PMID- 1", "", "TI  - Aβ", "é" * 40, "end"]
    data = end.join(wanted).encode()
    for size in range(1, 60):
        set_piece(monkeypatch, size)
        assert lines(data) == wanted
        assert lines(gzip.compress(data)) == wanted


class Slow(io.RawIOBase):
    """A pipe that gives three bytes at a time."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read(self, size: int = -1) -> bytes:
        size = min(size, 3)
        taken, self.data = self.data[:size], self.data[size:]
        return taken


def test_a_slow_pipe() -> None:
    assert lines(Slow("PMID- 1\nTI  - Aβ".encode())) == ["PMID- 1", "TI  - Aβ"]
    assert lines(Slow(gzip.compress(b"PMID- 1\nDP  - 2"))) == ["PMID- 1", "DP  - 2"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"PMID- 1\n")))
    opened = open_source("-")
    assert (opened.name, list(opened.lines)) == ("-", ["PMID- 1"])


def test_the_head_is_short_and_the_lines_are_whole() -> None:
    data = b"PMID- 1\n" + b"AB  - word\n" * 5000
    opened = open_source(data)
    assert len(opened.head) == decoding.HEAD
    assert sum(1 for _ in opened.lines) == 5001


@pytest.mark.parametrize("end", ["", "\n"])
def test_the_head_goes_on_behind_a_short_first_line(end: str) -> None:
    data = '<?xml version="1.0"?>\n<PubmedArticleSet></PubmedArticleSet>' + end
    assert open_source(data.encode()).head == data
    assert lines(data.encode()) == data.split("\n")[:2]


def test_a_byte_that_is_not_utf8_spoils_no_other_line() -> None:
    report = Report()
    data = "AU  - Müller\n".encode() + "AU  - Jörg\x92s\n".encode("latin-1")
    assert list(open_source(data, report).lines) == ["AU  - Müller", "AU  - Jörg’s"]
    (told,) = report.diagnostics
    assert told.code == "encoding"
    assert "0xF6" in told.message


def test_utf16_without_a_mark() -> None:
    text = "PMID- 1\nTI  - plain words of a title\n"
    assert lines(text.encode("utf-16-le")) == text.split("\n")[:2]
    assert lines(text.encode("utf-16-be")) == text.split("\n")[:2]


def test_a_truncated_gzip_gives_what_it_has() -> None:
    report = Report()
    packed = gzip.compress(os.urandom(3000).hex().encode() + b"\n" + b"PMID- 2\n" * 100)
    opened = open_source(packed[: len(packed) - 20], report)
    assert len(list(opened.lines)) > 1
    assert [each.code for each in report.diagnostics] == ["truncated"]


def test_a_gzip_spoiled_from_the_start_is_an_error() -> None:
    with pytest.raises(InputError, match="damaged gzip"):
        open_source(b"\x1f\x8b" + b"nothing of the kind")


def test_gzip_of_several_members() -> None:
    packed = gzip.compress(b"PMID- 1\n") + gzip.compress(b"PMID- 2\n") + b"\0" * 9
    assert lines(packed) == ["PMID- 1", "PMID- 2"]


BAD = {
    "a PDF": (b"%PDF-1.4 ...", "is a PDF"),
    "a Word file": (b"PK\x03\x04....", "Word"),
    "an image": (b"\x89PNG\r\n", "image"),
    "random bytes": (bytes(range(256)) * 20, "binary"),
    "empty": (b"", "empty"),
    "blank": (b" \n\n \r\n", "empty"),
    "a mark only": (b"\xef\xbb\xbf", "empty"),
}


@pytest.mark.parametrize(("data", "said"), BAD.values(), ids=BAD)
def test_what_is_no_text_gets_one_line(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "x.nbib"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said) as caught:
        list(open_source(path).lines)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_a_missing_file_and_a_directory(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        open_source(tmp_path / "none.nbib")
    with pytest.raises(InputError, match="is a directory"):
        open_source(tmp_path)
    with pytest.raises(InputError, match="not a file name"):
        open_source("a\0b")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "x.nbib"
    path.write_text("PMID- 1\n")
    path.chmod(0)
    with pytest.raises(InputError, match="cannot be read"):
        open_source(path)


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LONGEST", 1 << 12)
    set_piece(monkeypatch, 1 << 10)
    for target in (b"x" * 90000 + b"\nPMID- 1\n", io.StringIO("PMID- 1\n" + "x" * 9000)):
        with pytest.raises(InputError, match="longer than"):
            lines(target)


@pytest.mark.parametrize("size", [6000, 9000, 90000])
def test_a_line_beyond_all_length_takes_no_other_with_it(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "LONGEST", 1 << 12)
    set_piece(monkeypatch, 1 << 10)
    report = Report()
    before = "".join(f"PMID- {number}\nTI  - A.\n\n" for number in range(1, 3000))
    text = f"{before}PMID- 7000\nAB  - {'x' * size}\nTI  - B.\n\nPMID- 7001\nTI  - {'y' * 4000}.\n"
    found = list(medcite.read(io.BytesIO(text.encode()), "medline", report))
    assert [record.pmid for record in found[-3:]] == ["2999", "7000", "7001"]
    assert len(found) == 3001
    assert (found[-2].title, found[-2].abstract) == ("B", "")
    assert peek.location(found[-1])[1] == text[: text.index("PMID- 7001")].count("\n") + 1
    assert [told.code for told in report.diagnostics] == ["long-line"]


def test_json_may_be_all_on_one_line() -> None:
    item = {"id": "x", "type": "book", "title": "t" * 9000}
    text = json.dumps([item] * 2000).encode()
    assert len(text) > decoding.LONGEST
    assert sum(1 for _ in medcite.read(format="csl-json", report=Report(), text=text)) == 2000
