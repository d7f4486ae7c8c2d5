"""The Python interface, in few lines."""

from __future__ import annotations

import inspect
import io
import logging
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import IO, Any, Literal, get_origin, get_type_hints

import medcite
import pytest
from medcite.base.suggestions import UnknownError
from medcite.bibliography import engine_registry
from medcite.options import ALIASES, VALUES, Options, WriteOptions
from medcite.tables.receivers import RECEIVERS

TEXT = """\
PMID- 1
OWN - NLM
DP  - 2020 Feb 3
TI  - A title of <something>.
FAU - Doe, Jane A
AU  - Doe JA
JT  - The journal of tests
TA  - J Tests
VI  - 4
IP  - 2
PG  - 10-9
PT  - Journal Article
PT  - Retracted Publication
RIN - J Tests. 2021;5(1):1. PMID: 3

PMID- 2
OWN - NLM
DP  - 2021
TI  - Another.
FAU - Roe, Richard
AU  - Roe R
TA  - J Tests
PT  - Journal Article
"""


def test_three_lines_convert_a_file(tmp_path: Path) -> None:
    (tmp_path / "refs.nbib").write_text(TEXT)
    records = medcite.read(tmp_path / "refs.nbib")
    medcite.write(records, file=tmp_path / "refs.json")
    assert '"title"' in (tmp_path / "refs.json").read_text()


@pytest.mark.parametrize("source", [io.StringIO(TEXT), io.BytesIO(TEXT.encode())])
def test_open_files_can_be_read(source: io.StringIO | io.BytesIO) -> None:
    assert [record.pmid for record in medcite.read(source)] == ["1", "2"]


@pytest.mark.parametrize("text", [TEXT, TEXT.encode(), b"\xef\xbb\xbf" + TEXT.encode()])
def test_text_has_a_keyword_of_its_own(text: str | bytes) -> None:
    assert [record.pmid for record in medcite.read(text=text)] == ["1", "2"]


def test_patterns_lists_and_lists_of_patterns(tmp_path: Path) -> None:
    first, second = TEXT.split("\n\n")
    (tmp_path / "b.nbib").write_text(first)
    (tmp_path / "a.nbib").write_text(second)
    (tmp_path / "c[1].nbib").write_text(first)  # a name, not a pattern, where it is there

    def pmids(source: object) -> list[str]:
        return [record.pmid for record in medcite.read(source)]  # type: ignore[arg-type]

    assert pmids(f"{tmp_path}/?.nbib") == ["2", "1"]
    assert pmids([tmp_path / "b.nbib", f"{tmp_path}/a*"]) == ["1", "2"]
    assert pmids(path for path in [tmp_path / "b.nbib", io.StringIO(second)]) == ["1", "2"]
    assert pmids(tmp_path / "c[1].nbib") == ["1"]
    assert pmids([]) == []


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (5, "takes a path, a pattern, an open file or a list of them, not 5"),
        (TEXT.encode(), "use text=... for citations as text"),
        ([b"x"], "use text=... for citations as text"),
        (None, "one of the two: a source, or text="),
    ],
)
def test_what_is_no_source_is_refused_at_the_call(source: object, message: str) -> None:
    with pytest.raises(medcite.ArgumentError, match=message):
        medcite.read(source)  # type: ignore[arg-type]


def test_source_and_text_exclude_each_other() -> None:
    with pytest.raises(TypeError, match="one of the two"):
        medcite.read("a.nbib", text=TEXT)
    with pytest.raises(medcite.ArgumentError, match="text takes a str or bytes, not 5"):
        medcite.read(text=5)  # type: ignore[arg-type]


def test_missing_files_are_told_at_the_call(tmp_path: Path) -> None:
    for source in (tmp_path / "none.nbib", [tmp_path / "none.nbib"]):
        with pytest.raises(medcite.InputFileError, match="no such file"):
            medcite.read(source)
    with pytest.raises(OSError, match="no file matches the pattern"):
        medcite.read(f"{tmp_path}/*.nbib")
    with pytest.raises(medcite.InputFileError, match="use text="):
        medcite.read(TEXT)


def test_a_retracted_article_is_always_told(caplog: pytest.LogCaptureFixture) -> None:
    report = medcite.Report()
    list(medcite.read(text=TEXT, report=report))
    assert [each.code for each in report.diagnostics].count("retracted") == 1
    with caplog.at_level(logging.WARNING, "medcite"):
        list(medcite.read(text=TEXT))
    assert "retracted" in caplog.text


def test_options_are_keywords() -> None:
    records = list(medcite.read(text=TEXT))
    assert "2}" not in medcite.write(records, "ris")
    text = medcite.write(records, "bibtex", key="pmid", sort="title")
    assert text.index("@article{pmid2,") < text.index("@article{pmid1,")  # Another, (A) title
    with pytest.raises(TypeError):
        medcite.write(records, "bibtex", no_such_option=1)


def test_an_open_file_can_be_written() -> None:
    stream = io.StringIO()
    assert medcite.write(medcite.read(text=TEXT), "csl-json", stream) == ""
    assert stream.getvalue() == medcite.write(medcite.read(text=TEXT), "csl-json")


@pytest.mark.parametrize("make", [io.BytesIO, tempfile.TemporaryFile])
def test_a_binary_file_is_refused_by_what_it_is(make: Callable[[], IO[bytes]]) -> None:
    for write in (
        lambda file: medcite.write([], "bibtex", file),
        lambda file: medcite.write([], file),
        lambda file: medcite.write([], file=file),
    ):
        with make() as file:
            with pytest.raises(medcite.ArgumentError, match="open text file, not a binary one"):
                write(file)
            assert not file.tell()


def test_an_open_file_needs_a_format(tmp_path: Path) -> None:
    with pytest.raises(medcite.ArgumentError, match=r"a format.*write\(records, 'bibtex', file\)"):
        medcite.write([], io.StringIO())  # type: ignore[arg-type]  # what users do
    path = tmp_path / "refs.bib"
    path.touch()
    with path.open() as file, pytest.raises(medcite.OutputError, match="not writable"):
        medcite.write([], "bibtex", file)
    with pytest.raises(medcite.OutputError, match="closed file"):
        medcite.write([], "bibtex", file)


def test_a_bibliography_is_one_call() -> None:
    lines = medcite.format_bibliography(medcite.read(text=TEXT), style="vancouver").splitlines()
    assert [line[:6] for line in lines] == ["1. Doe", "2. Roe"]
    html = medcite.format_bibliography(medcite.read(text=TEXT), markup="html")
    assert "<something>" not in html
    mla = "modern-language-association"  # which prints the month
    german = medcite.format_bibliography(medcite.read(text=TEXT), style=mla, locale="de-DE")
    assert german != medcite.format_bibliography(medcite.read(text=TEXT), style=mla)


def test_the_other_engine_can_be_chosen() -> None:
    style = "nlm-citation-sequence"
    text = medcite.format_bibliography(medcite.read(text=TEXT), style, engine="citeproc-py")
    assert "Doe" in text
    assert text != medcite.format_bibliography(medcite.read(text=TEXT), style)


def test_citations_and_their_list() -> None:
    cites = [["2"], [{"id": "pmid:1", "locator": "5", "prefix": "see "}, "2"], ["nobody"]]
    report = medcite.Report()
    texts, listed = medcite.format_citations(medcite.read(text=TEXT), cites, "apa", report=report)
    assert texts == ["(Roe, 2021)", "(see Doe, 2020, p. 5; Roe, 2021)", "[?]"]
    assert len(listed.splitlines()) == 2
    assert "unknown-citation" in [each.code for each in report.diagnostics]
    numbered, listed = medcite.format_citations(medcite.read(text=TEXT), cites[:2], "vancouver")
    assert numbered[0] == "(1)"
    assert listed.startswith("1. Roe")


@pytest.mark.parametrize(
    "cites",
    [
        ["1"],
        [[{"locator": "5"}]],
        [[{"id": "1", "page": "5"}]],
        [{"mode": "x", "cites": []}],
        [None],
    ],
)
def test_a_citation_of_another_shape_is_refused(cites: list[object]) -> None:
    with pytest.raises(medcite.InputError, match="cluster 1"):
        medcite.format_citations(medcite.read(text=TEXT), cites)


@pytest.mark.parametrize("argument", ["style", "markup", "engine"])
def test_unknown_names_answer_with_the_nearest(argument: str) -> None:
    with pytest.raises(UnknownError, match=r"did you mean|known"):
        medcite.format_bibliography([], **{argument: "vancuver-"})


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(medcite.InputError, match="no such file"):
        medcite.read(tmp_path / "none.nbib")
    with pytest.raises(UnknownError):
        medcite.read(text=TEXT, format="no-such-format")


def test_names_come_when_asked_for() -> None:
    assert dir(medcite) == sorted(medcite.__all__)
    for name in medcite.__all__:
        assert getattr(medcite, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = medcite.no_such_name


@pytest.mark.parametrize("name", sorted(VALUES))
def test_an_option_takes_what_the_command_line_takes(name: str) -> None:
    record = medcite.Record(title="T", pmid="1")
    for value in VALUES[name]:
        assert medcite.write([record], "ris", **{name: value})
    with pytest.raises(UnknownError, match=f"unknown value of {name} 'odd'; known: "):
        medcite.write([record], "ris", **{name: "odd"})


def test_fields_may_be_one_text() -> None:
    record = medcite.Record(title="T", volume="3", pmid="1")
    assert medcite.write([record], "bibtex", fields="title, volume") == medcite.write(
        [record], "bibtex", fields=("title", "volume")
    )


def test_options_know_the_tables() -> None:
    assert VALUES["receiver"] == tuple(RECEIVERS)


def test_an_option_may_be_called_by_its_former_name() -> None:
    record = medcite.Record(type="article", title="T", pmid="1")
    expected = medcite.write([record], "ris", receiver="endnote")
    assert medcite.write([record], "ris", ris_profile="endnote") == expected
    assert medcite.write([record], "ris", ris_profile="endnote", receiver="endnote") == expected
    with pytest.raises(medcite.ArgumentError, match="receiver and ris_profile are the same option"):
        medcite.write([record], "ris", ris_profile="endnote", receiver="zotero")
    with pytest.raises(UnknownError, match="unknown value of receiver 'odd'"):
        medcite.write([record], "ris", ris_profile="odd")  # type: ignore[arg-type]


def test_every_engine_can_be_chosen() -> None:
    for name in engine_registry.names():
        assert medcite.write([medcite.Record(title="T", pmid="1")], "ris", engine=name)
    with pytest.raises(UnknownError, match="unknown engine 'odd'; known: "):
        medcite.write([], "ris", engine="odd")


def test_what_write_lacks_is_said() -> None:
    with pytest.raises(TypeError, match="takes a format, or a file whose name tells it"):
        medcite.write([])
    with pytest.raises(TypeError, match="no option 'keey'; did you mean key"):
        medcite.write([], "bibtex", keey="pmid")  # type: ignore[call-arg]
    with pytest.raises(medcite.UnknownError, match="did you mean bibtex"):
        medcite.write([], "bibtx")


@pytest.mark.parametrize("name", ["refs.bib", "folder/refs.ris", "refs.csl.json"])
def test_a_file_name_in_the_place_of_the_format_is_a_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    for target in (name, Path(name)):
        assert medcite.write(medcite.read(text=TEXT), target) == ""
        assert "A title of" in (tmp_path / name).read_text()
        (tmp_path / name).unlink()
    assert not medcite.write([], "csl.json").startswith("@")  # a suffix alone is a format


def test_a_suffix_of_no_format_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(medcite.UnknownError, match=r"unknown suffix '\.docx'"):
        medcite.write([], "refs.docx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"abstract": "no"}, "abstract takes True or False, not 'no'"),
        ({"abstract": 0}, "abstract takes True or False, not 0"),
        ({"key": 5}, "key takes a str, not 5"),
        ({"fields": 5}, "fields takes names of fields, such as 'title,doi', not 5"),
        ({"omit": [1]}, "omit takes names of fields"),
        ({"style": None}, "style takes a str, not None"),
    ],
)
def test_options_of_the_wrong_type_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(medcite.ArgumentError, match=re.escape(message)):
        medcite.write([], "bibtex", **options)


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ("refs.nbib", "expected records, not 'refs.nbib': medcite.read() gives a file's"),
        (5, "expected an iterable of records, not 5"),
        (medcite.Record(), "expected an iterable of records, not "),
        ([{"title": "T"}], "expected a medcite.Record, not {'title': 'T'}"),
    ],
)
def test_what_are_no_records_is_refused(records: Any, message: str) -> None:
    calls: list[Callable[[], object]] = [
        lambda: medcite.write(records, "bibtex"),
        lambda: medcite.format_bibliography(records),
        lambda: medcite.format_citations(records, []),
        lambda: medcite.check(records),
    ]
    for call in calls:
        with pytest.raises(medcite.ArgumentError, match=re.escape(message)):
            call()


def test_every_error_has_one_root(tmp_path: Path) -> None:
    (tmp_path / "style.csl").write_text("<style")
    calls: dict[Callable[[], object], type[Exception]] = {
        lambda: medcite.read(tmp_path / "none.nbib"): OSError,
        lambda: medcite.read(tmp_path): OSError,
        lambda: medcite.read(text="nothing like it"): ValueError,
        lambda: medcite.read(text=TEXT, format="no"): ValueError,
        lambda: medcite.read(5): TypeError,  # type: ignore[arg-type]
        lambda: medcite.write([], "no"): ValueError,
        lambda: medcite.write([], file=tmp_path / "none" / "refs.bib"): OSError,
        lambda: medcite.write([], "bibtex", key="auth("): ValueError,
        lambda: medcite.write([], "bibtex", fields="no"): ValueError,
        lambda: medcite.format_bibliography([], str(tmp_path / "style.csl")): ValueError,
        lambda: medcite.format_bibliography([], str(tmp_path / "none.csl")): OSError,
        lambda: medcite.format_citations([], [None]): ValueError,
    }
    for call, habit in calls.items():
        with pytest.raises(medcite.Error) as caught:
            call()
        assert isinstance(caught.value, habit)
        assert len(str(caught.value).splitlines()) == 1


def test_an_unwritable_output_says_which(tmp_path: Path) -> None:
    with pytest.raises(medcite.OutputError) as caught:
        medcite.write([], file=tmp_path / "none" / "refs.bib")
    assert caught.value.filename == str(tmp_path / "none")
    assert caught.value.errno


def test_checking_is_a_function() -> None:
    codes = [found.code for found in medcite.check([*medcite.read(text=TEXT)] * 2)]
    assert codes.count("duplicate") == 2
    assert "retracted" in codes


def test_formats_and_styles_are_functions() -> None:
    formats = {known.name: known for known in medcite.formats()}
    assert formats["medline"].reads
    assert formats["medline"].writes
    assert ".nbib" in formats["medline"].suffixes
    assert not formats["pubmed-xml"].writes
    assert medcite.styles("1741-7015")[0].name == "bmc-medicine"
    of_field = medcite.styles(field="psychology")
    assert of_field
    assert all("psychology" in style.fields for style in of_field)


def test_no_function_is_hidden_by_a_module() -> None:
    import medcite.cli.program  # noqa: PLC0415  # what imports most of the package

    for name in medcite.__all__:
        assert not isinstance(getattr(medcite, name), ModuleType), name


def test_a_frame_has_every_column() -> None:
    pandas = pytest.importorskip("pandas")
    frame = medcite.to_frame(medcite.read(text=TEXT))
    assert list(frame.columns) == ["year", *medcite.Record.names]
    assert list(frame["year"]) == [2020, 2021]
    assert frame["author"][0][0].family == "Doe"  # decoded lazily
    assert isinstance(frame, pandas.DataFrame)
    assert medcite.to_frame([]).empty


def test_a_missing_package_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(medcite.MissingPackageError, match=r"pip install 'medcite\[pandas\]'"):
        medcite.to_frame([])


def test_keywords_for_type_checkers_are_the_options() -> None:
    keywords = get_type_hints(WriteOptions)
    for alias, option in ALIASES.items():
        assert keywords.pop(alias) == keywords[option]
    assert list(keywords) == list(Options.names)
    for name, hint in keywords.items():
        assert (get_origin(hint) is Literal) == (name in VALUES)
        assert not isinstance(Options.defaults[name], bool) or hint is bool


def test_what_users_see_is_explained() -> None:
    for name in medcite.__all__:
        assert inspect.getdoc(getattr(medcite, name)), name
