"""Which format a file is in: by its name, if the text agrees; else by the text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from medcite import format_registry
from medcite.base.errors import InputError
from medcite.base.suggestions import UnknownError
from medcite.files.source import open_source
from medcite.model.report import Report

MEDLINE = "PMID- 1\nOWN - NLM\nTI  - A title.\nDP  - 2024\n"
RIS = "TY  - JOUR\nTI  - A title\nER  - \n"
CSL = '[{"id": "a", "type": "article-journal", "title": "A title"}]\n'
BIBTEX = "@article{a,\n  title = {A title},\n}\n"


def recognised(path: Path, text: str) -> tuple[str, Report]:
    path.write_text(text, "utf-8")
    report = Report()
    return format_registry.recognise(open_source(str(path), report), report).FORMAT.name, report


@pytest.mark.parametrize("name", ["a.nbib", "a.NBIB", "a.medline", "a.txt"])
def test_the_name_decides_where_the_text_agrees(tmp_path: Path, name: str) -> None:
    found, report = recognised(tmp_path / name, MEDLINE)
    assert found == "medline"
    assert not report.diagnostics


def test_a_suffix_before_gz_counts(tmp_path: Path) -> None:
    import gzip  # noqa: PLC0415  # only this test needs it

    path = tmp_path / "a.nbib.gz"
    path.write_bytes(gzip.compress(MEDLINE.encode()))
    report = Report()
    assert (
        format_registry.recognise(open_source(str(path), report), report).FORMAT.name == "medline"
    )


def test_a_ris_file_that_is_medline_is_read_as_medline_with_a_note(tmp_path: Path) -> None:
    found, report = recognised(tmp_path / "a.ris", MEDLINE)
    assert found == "medline"
    assert [each.code for each in report.diagnostics] == ["read-as"]
    assert ".ris" in report.diagnostics[0].message


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (MEDLINE, "medline"), (RIS, "ris"), (CSL, "csl-json"), (BIBTEX, "bibtex"),
        ("%0 Journal Article\n%A Doe, J\n", "enw"),
        ("FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Doe, J\n", "wos"),
        ("<1. >\nVN  - Ovid Technologies\nDB  - Embase\nTI  - T\nSO  - S\nPT  - A\n", "ovid"),
        ('<article article-type="review"><front>', "jats"),
        ("<pmc-articleset><article>", "jats"),
        ("1: Doe J. T. J Test. 2024;1:2. PMID: 1.\n", "pubmed-summary"),
        ("1. J Test. 2024;1:2.\n\nT.\n\nDoe J.\n\nPMID: 1\n", "pubmed-abstract"),
        ("38413930\n27582220\n", "pmid-list"),
        ("38413930, 27582220", "pmid-list"),
        ("PMID,Title,Authors\n1,T,Doe J\n", "csv"),
        ("title\tauthors\tdoi\nT\tDoe J\t10.1000/a\n", "tsv"),
        ('<xml><records><record><database name="a.enl">', "endnote-xml"),
        ('<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo>', "mods"),
    ],
    ids=lambda value: value if value.isidentifier() else None,
)  # fmt: skip
@pytest.mark.parametrize("name", ["export", "export.dat", "export.txt"])
def test_any_name_will_do_where_the_text_tells(
    tmp_path: Path, name: str, text: str, format: str
) -> None:
    assert recognised(tmp_path / name, text)[0] == format


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear editor,\n", "does not look like"),
        ("<!DOCTYPE html>\n<html>", "a web page"),
        ("{\\rtf1 x}", "an RTF document"),
        ("\\documentclass{article}", "a LaTeX document"),
        ("RT Journal Article\nSR Electronic(1)\nT1 Title\n", "RefWorks' tagged text"),
        (
            '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">',
            "Word's sources",
        ),
        ("1: Doe J. Title. J Tests. 2023;1:2.\n", "a formatted list .from PubMed, save its format"),
        ('<?xml version="1.0"?>\n<eSummaryResult>\n', "PubMed's summaries .fetch the records"),
    ],
)
def test_what_is_no_citation_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        recognised(tmp_path / "a.nbib", text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "format"),
    [("bibtex", "bibtex"), ("bib", "bibtex"), ("RIS", "ris"), ("csl-json", "csl-json")],
)
def test_a_writer_is_found_by_name_and_by_suffix(name: str, format: str) -> None:
    assert format_registry.writer(name).FORMAT.name == format


@pytest.mark.parametrize(
    ("file", "format"),
    [
        ("refs.bib", "bibtex"),
        ("out/refs.ris", "ris"),
        ("refs.json", "csl-json"),
        ("refs.csl.json", "csl-json"),
        ("refs.medcite.json", "json"),
    ],
)
def test_a_file_name_names_its_writer(file: str, format: str) -> None:
    assert format_registry.writer_for(file).FORMAT.name == format


def test_an_unknown_format_answers_with_the_nearest() -> None:
    with pytest.raises(UnknownError, match="did you mean medline"):
        format_registry.reader("medlin")
    with pytest.raises(UnknownError, match=r"\.doc"):
        format_registry.writer_for("refs.doc")


def test_every_module_has_the_contract() -> None:
    for reader in format_registry.readers():
        assert reader.FORMAT.name
        assert reader.FORMAT.title
        assert callable(reader.read)
        assert reader.FORMAT.sniff, f"{reader.FORMAT.name} cannot be recognised"
    for writer in format_registry.writers():
        assert writer.FORMAT.name
        assert writer.FORMAT.title
        assert callable(writer.write)


def test_no_reader_takes_another_ones_text() -> None:
    texts = {"medline": MEDLINE, "ris": RIS, "csl-json": CSL, "bibtex": BIBTEX}
    for reader in format_registry.readers():
        for format, text in texts.items():
            assert reader.FORMAT.sniff
            assert reader.FORMAT.sniff(text) == (reader.FORMAT.name == format), (
                f"{reader.FORMAT.name} on {format}"
            )


@pytest.mark.parametrize(
    ("file", "needless"), [("refs.bib", "ris"), ("refs.ris", "bibtex"), ("refs.json", "ris")]
)
def test_a_files_writer_is_found_without_importing_all(file: str, needless: str) -> None:
    code = (
        "import sys; from medcite import format_registry as registry;"
        f" registry.writer_for({file!r}); print('medcite.writers.{needless}' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
