""".bib to .bib: entry types, names of fields, braces, dates and blocks that are no references."""

from __future__ import annotations

import medcite
import pytest
from medcite.checks.record import check
from medcite.model.values import Date, PartialDate

BOTH = ("bibtex", "biblatex")


def read(text: str, report: medcite.Report | None = None) -> list[medcite.Record]:
    return list(medcite.read(text=text, format="bibtex", report=report or medcite.Report()))


def passed(text: str, target: str) -> str:
    """Return what is written; it is read and written again to the same."""
    written = medcite.write(read(text), target, report=medcite.Report())
    assert medcite.write(read(written), target, report=medcite.Report()) == written
    return written


def entry(fields: str, entry_type: str = "article") -> str:
    return f"@{entry_type}{{k, {fields}}}\n"


@pytest.mark.parametrize(
    ("entry_type", "fields", "bibtex", "biblatex"),
    [
        ("manual", "organization = {R Project}", "manual", "manual"),
        ("booklet", "howpublished = {Handed out}", "booklet", "booklet"),
        ("proceedings", "editor = {A, B}", "proceedings", "proceedings"),
        ("conference", "booktitle = {C}", "conference", "inproceedings"),
        ("inbook", "chapter = {3}", "inbook", "inbook"),
        ("inbook", "booktitle = {B}, date = {2001}", "incollection", "inbook"),
        ("mastersthesis", "type = {Diploma}", "mastersthesis", "thesis"),
        ("thesis", "type = {mathesis}", "mastersthesis", "thesis"),
        ("report", "type = {techreport}", "techreport", "report"),
        ("online", "url = {https://a.org}", "misc", "online"),
        ("www", "url = {https://a.org}", "misc", "online"),
        ("software", "version = {2.1}", "misc", "software"),
        ("collection", "editor = {A, B}", "book", "collection"),
        ("mvbook", "volumes = {3}", "book", "mvbook"),
        ("bookinbook", "booktitle = {B}", "incollection", "bookinbook"),
        ("suppperiodical", "journaltitle = {J}", "article", "suppperiodical"),
        ("commentary", "year = 2001", "book", "commentary"),
        ("misc", "eprint = {2401.00001}, archiveprefix = {arXiv}", "misc", "misc"),
        ("article", "journal = {bioRxiv}, note = {Preprint}", "article", "article"),
    ],
)
def test_entry_types(entry_type: str, fields: str, bibtex: str, biblatex: str) -> None:
    text = entry(f"title = {{T}}, {fields}", entry_type)
    assert passed(text, "bibtex").startswith(f"@{bibtex}{{")
    assert passed(text, "biblatex").startswith(f"@{biblatex}{{")


def test_a_record_of_another_type_gets_another_entry() -> None:
    (record,) = read(entry("title = {T}", "manual"))
    changed = record.replace(type="article-journal")
    assert medcite.write([changed], "biblatex").startswith("@article{")


@pytest.mark.parametrize("target", BOTH)
@pytest.mark.parametrize(
    "title",
    [
        "{Polygenic Modeling with Sums}",
        "A Study of {Lasso} Methods",
        "on {b}ayesian {M}odels",
        r"{The {\'E}tude}",
        "{T}he {R Language}",
    ],
)
def test_braces_of_a_title_stay(title: str, target: str) -> None:
    written = passed(entry(f"title = {{{title}}}"), target)
    assert f"title = {{{title}}}".replace(r"{\'E}", "É") in written


@pytest.mark.parametrize("target", BOTH)
@pytest.mark.parametrize(
    ("title", "written"),
    [
        (r"Use of \emph{Syn{GAP}} in mice", r"Use of \textit{Syn{GAP}} in mice"),
        (r"{\em Syn{GAP}} in {D}anish mice", r"\textit{Syn{GAP}} in {D}anish mice"),
        (r"\textbf{\emph{Syn{GAP}}}", r"\textbf{\textit{Syn{GAP}}}"),
        (r"\textsc{Syn{GAP}} x", r"\textsc{Syn{GAP}} x"),
        (r"\enquote{Syn{GAP}} x", "“Syn{GAP}” x"),
        (r"Syn\-{GAP} x", r"Syn{GAP} x"),
        (r"{$\alpha$}-Syn{GAP}", r"{$\alpha$}-Syn{GAP}"),
        (r"[Syn{GAP} x].", r"[Syn{GAP} x]"),
        (r"{\'E}tude of Syn{GAP} \textit{in Vivo}", r"Étude of Syn{GAP} \textit{in Vivo}"),
    ],
)
def test_braces_inside_of_commands_stay(title: str, written: str, target: str) -> None:
    assert f"  title = {{{written}}},\n" in passed(entry(f"title = {{{title}}}"), target)


def test_braces_of_a_subtitle_stay() -> None:
    text = entry("title = {Syn{GAP}}, subtitle = {A {D}anish-{B}ayes study}")
    assert "  title = {Syn{GAP}: A {D}anish-{B}ayes study},\n" in passed(text, "bibtex")
    assert "  subtitle = {A {D}anish-{B}ayes study},\n" in passed(text, "biblatex")


@pytest.mark.parametrize("target", BOTH)
@pytest.mark.parametrize(
    ("entry_type", "field"),
    [
        ("phdthesis", "type = {{PhD} Thesis}"),
        ("article", "pages = {btt086--1075}"),
        ("article", "pages = {e12--34}"),
        ("article", "pages = {737--8}"),
        ("article", "doi = {10.1000/1}, url = {https://doi.org/10.1000/1}"),
        ("article", "doi = {10.1000/1}, url = {https://a.org/}"),
        ("article", "publisher = {Elsevier}"),
        ("article", "journal = {npj Testing}"),
        ("misc", r"howpublished = {\url{https://a.org/x_y}}"),
        ("misc", "note = {R package version 1.0.12}"),
        ("misc", "note = {Accessed: 2020-05-01}"),
        ("misc", "comment = {mine}, note = {yours}"),
        ("inproceedings", "publisher = {ACM}, organization = {IEEE}"),
        ("book", "author = {A, B}, editor = {C, D}"),
        ("book", "editor = {C, D and others}"),
        ("book", "edition = {Third revised}"),
        ("article", "urldate = {1999-03~}"),
        ("article", "origdate = {1800~}"),
        ("article", "options = {useprefix=true}"),
    ],
)
def test_fields_stay(entry_type: str, field: str, target: str) -> None:
    written = passed(entry(f"title = {{T}}, {field}", entry_type), target)
    for part in field.split("}, "):
        wanted = part if part.endswith("}") else f"{part}}}"
        if target == "biblatex":
            wanted = wanted.replace("journal ", "journaltitle ")
        assert wanted in written


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1999/", Date(PartialDate(1999))),
        ("1999/..", Date(PartialDate(1999))),
        ("../1999", Date(PartialDate(1999))),
        ("1999-03~", Date(PartialDate(1999, 3), circa=True)),
        ("1999?", Date(PartialDate(1999), circa=True)),
        ("199X", Date(PartialDate(1990), PartialDate(1999))),
        ("19uu", Date(PartialDate(1900), PartialDate(1999))),
        ("1999-XX", Date(PartialDate(1999))),
        ("2004-04-05T14:34:00", Date(PartialDate(2004, 4, 5))),
    ],
)
@pytest.mark.parametrize("tag", ["date", "year", "urldate"])
def test_dates_in_edtf(text: str, date: Date, tag: str) -> None:
    if tag == "year" and "T" in text:
        return
    source = entry(f"title = {{T}}, {tag} = {{{text}}}")
    (record,) = read(source)
    value = record.accessed if tag == "urldate" else record.issued
    assert value
    assert value._replace(raw="") == date
    for target in BOTH:
        assert f"= {{{text}}}" in passed(source, target)


def test_what_bibtex_has_no_field_for_joins_the_note() -> None:
    text = entry("title = {T}, version = {1.2}, addendum = {In parts}, note = {N}", "software")
    assert "note = {N. In parts. Version 1.2}" in passed(text, "bibtex")
    biblatex = passed(text, "biblatex")
    assert "addendum = {In parts}" in biblatex
    assert "note = {N}" in biblatex
    assert "version = {1.2}" in biblatex
    text = entry("title = {T}, version = {1.2}, note = {Package version 1.2}", "software")
    assert "note = {Package version 1.2}" in passed(text, "bibtex")


@pytest.mark.parametrize(
    "block",
    [
        '@settings{label, options = "nameyear"}',
        '@IEEEtranBSTCTL{IEEEexample:BSTcontrol, CTLuse_url = "no"}',
        "@CONTROL{REVTEX42Control}",
        '@control{aip41Control, pages = "1", title = "0"}',
        "@comment{jabref-meta: grouping}",
        '@preamble{"\\newcommand{\\x}{y}"}',
        "% by hand",
    ],
)
def test_what_is_no_reference_is_told(block: str) -> None:
    report = medcite.Report()
    records = read(f"{block}\n{entry('title = {T}')}", report)
    assert [record.title for record in records] == ["T"]
    assert [note.code for note in report.diagnostics] == ["no-reference"]


def test_fields_that_others_lend() -> None:
    records = read(
        "@xdata{pub, publisher = {P}, location = {L}}\n"
        "@periodical{p, title = {Journal}, subtitle = {Of Tests}, date = {2001}}\n"
        "@article{a, title = {A}, crossref = {p}}\n"
        "@mvbook{m, title = {Main}, xdata = {pub}}\n"
        "@book{b, title = {B}, crossref = {m}}\n"
        "@inbook{c, title = {C}, crossref = {b}}\n"
    )
    _, article, _, book, chapter = records
    assert article.container_title == "Journal"
    assert article.year == 2001
    assert (book.title, book.publisher) == ("B", "P")
    assert chapter.container_title == "B"
    assert [field.value for field in chapter.kept] == ["Main"]


@pytest.mark.parametrize(
    ("entry_type", "field", "is_told"),
    [
        ("misc", "url = {https://a.org}", False),
        ("unpublished", "note = {In preparation}", False),
        ("dataset", "publisher = {P}", False),
        ("article", "volume = {1}", True),
        ("incollection", "pages = {1--2}", True),
    ],
)
def test_only_what_appears_in_something_lacks_it(
    entry_type: str, field: str, is_told: bool
) -> None:
    (record,) = read(entry(f"title = {{T}}, year = 2001, {field}", entry_type))
    assert ("missing-field" in [note.code for note in check(record)]) == is_told


@pytest.mark.parametrize(
    ("month", "macro"),
    [
        ("{Mai}", "may"),
        ("{Okt.}", "oct"),
        ('"M{\\"a}rz"', "mar"),
        ("{d{\\'e}cembre}", "dec"),
        ("{enero}", "jan"),
        ("{LUGLIO}", "jul"),
        ("{października}", "oct"),
        ("{Mai--Juni}", 'may # "--" # jun'),
        ("{juin/juillet}", 'jun # "--" # jul'),
        ("{Mai 3}", "may"),
        ("{Sept.}", "sep"),
    ],
)
def test_months_of_other_languages(month: str, macro: str) -> None:
    report = medcite.Report()
    text = entry(f"title = {{T}}, year = 2020, month = {month}")
    assert f"  month = {macro},\n" in medcite.write(read(text, report), "bibtex")
    assert not report.diagnostics


def test_a_month_that_nobody_knows_is_told_and_stays() -> None:
    report = medcite.Report()
    text = entry("title = {T},\n year = 2020,\n month = {Messidor}")
    assert "  month = {Messidor},\n" in medcite.write(read(text, report), "bibtex")
    (told,) = report.diagnostics
    assert (told.code, told.where.line, told.where.tag) == ("bad-date", 3, "month")
