"""Languages by their codes, tags and names."""

from __future__ import annotations

import medcite
import pytest
from medcite.codecs import languages


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("en", "eng"),
        ("en-US", "eng"),
        ("pt_BR", "por"),
        ("English", "eng"),
        ("multiple languages", "mul"),
        ("de-AT", "ger"),
        ("DEU", "ger"),
        ("fra", "fre"),
        ("Deutsch", "ger"),
        ("ngerman", "ger"),
        ("brazilian", "por"),
        ("Portuguese (Brazil)", "por"),
        ("zh_Hans_CN", "chi"),
        ("isl", "ice"),
        ("my", "bur"),
        ("bod", "tib"),
        ("Klingon", ""),
        ("", ""),
    ],
)
def test_a_tag_or_name_has_medlines_code(text: str, code: str) -> None:
    assert languages.code(text) == code


def test_the_first_part_of_a_tag_names_the_language() -> None:
    assert languages.primary("tlh-Latn") == "tlh"


@pytest.mark.parametrize(
    ("text", "value", "is_code"),
    [
        ("Klingonish", "Klingonish", False),
        ("Old High Klingonish", "Old High Klingonish", False),
        ("tlh-Latn", "tlh", True),
        ("TLH", "tlh", True),
        ("German", "ger", True),
    ],
)
def test_what_no_table_has_stays_as_it_stands(text: str, value: str, is_code: bool) -> None:
    assert languages.decode(text) == value
    assert languages.is_code(value) is is_code


@pytest.mark.parametrize(
    ("form", "tag"),
    [
        ("@article{{k, title = {{T}},\n language = {{{}}}}}", "language"),
        ("TY  - JOUR\nTI  - T\nLA  - {}\nER  - \n", "LA"),
        ('[{{"id": "k", "title": "T", "language": "{}"}}]', "language"),
    ],
)
def test_every_reader_keeps_and_tells_it(form: str, tag: str) -> None:
    report = medcite.Report()
    (record,) = medcite.read(text=form.format("Klingonish"), report=report)
    assert record.language == ("Klingonish",)
    assert [(told.code, told.where.tag) for told in report.diagnostics] == [("bad-value", tag)]
    (record,) = medcite.read(text=form.format("de-AT"), report=report)
    assert record.language == ("ger",)


def test_a_variety_stays_in_a_bib_file() -> None:
    text = "@article{k, title = {T}, language = {de-AT}}"
    for target in ("bibtex", "biblatex"):
        written = medcite.write(medcite.read(text=text), target)
        assert "  language = {de-AT},\n" in written
    assert "{German}" in medcite.write(medcite.read(text=text.replace("-AT", "")), "bibtex")


def test_languages_on_several_lines_are_all_kept() -> None:
    text = "TY  - JOUR\nTI  - T\nLA  - eng\nLA  - French\nLA  - eng\nER  - \n"
    (record,) = medcite.read(text=text, report=medcite.Report())
    assert record.language == ("eng", "fre")
