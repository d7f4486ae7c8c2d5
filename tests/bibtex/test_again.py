""".bib to .bib: what no attribute takes goes back, and a second pass changes nothing."""

from __future__ import annotations

import medcite
import pytest
from medcite.model.values import Date, Name, PartialDate


def read(text: str, report: medcite.Report | None = None) -> list[medcite.Record]:
    return list(medcite.read(text=text, format="bibtex", report=report or medcite.Report()))


def write(records: list[medcite.Record], target: str) -> str:
    return medcite.write(records, target, report=medcite.Report())


FIELDS = {
    "annote": "My note", "file": "a:b_c.pdf:PDF", "note": "Submitted to J", "holder": "A and B",
    "primaryclass": "cs.LG", "origdate": "1800", "options": "useprefix=true", "shorthand": "KSB",
    "addendum": "In preparation", "keywords-plus": "x, y", "bdsk-url-1": "http://a.org/x_y%20z",
    "eventdate": "2014-05", "x-mine": "{A} value {with {braces}}",
}  # fmt: skip


@pytest.mark.parametrize("target", ["bibtex", "biblatex"])
@pytest.mark.parametrize("tag", FIELDS)
def test_a_field_goes_back_or_is_told(tag: str, target: str) -> None:
    text = f"@article{{k, title = {{T}}, journal = {{J}}, {tag} = {{{FIELDS[tag]}}}}}"
    once = write(read(text), target)
    assert FIELDS[tag].strip("{}")[:5] in once
    assert write(read(once), target) == once


@pytest.mark.parametrize(
    "active",
    [
        r"\input{secret}",
        r"^^5cinput",
        r"\write18{x}",
        "a } b",
        r"\lstinputlisting{secret}",
        r"\newwrite\f",
    ],
)
def test_nothing_goes_back_that_tex_would_act_on(active: str) -> None:
    record = medcite.Record(title="T").replace(
        kept=(medcite.Field("annote", active, 1),),
        origin=medcite.Origin("bibtex", "x.bib", 1, ()),
    )
    text = write([record], "bibtex")
    assert r"\input" not in text
    assert r"\write" not in text
    assert r"\lst" not in text
    assert r"\new" not in text
    assert "^^" not in text
    assert len(read(text)) == 1


def test_other_formats_notes_do_not_print() -> None:
    record = medcite.Record(title="T", notes=("A user's note",))
    assert "A user" not in write([record], "bibtex")


def test_a_year_with_a_month_is_a_date_of_biblatex() -> None:
    text = "@article{k, title = {T}, year = {2014/05}}"
    assert "  date = {2014-05},\n" in write(read(text), "biblatex")


@pytest.mark.parametrize(
    "fields", ["location = {Paris}, address = {Oslo}", "address = {Oslo}, location = {Paris}"]
)
def test_the_place_of_the_event_and_of_the_publisher(fields: str) -> None:
    (record,) = read(f"@inproceedings{{k, title = {{T}}, {fields}}}")
    assert (record.event_place, record.publisher_place) == ("Paris", "Oslo")
    (record,) = read("@book{k, title = {T}, location = {Oslo}}")
    assert (record.event_place, record.publisher_place) == ("", "Oslo")


@pytest.mark.parametrize(
    "titles",
    [
        "title = {P}, subtitle = {S}, booktitle = {P}, booksubtitle = {S}",
        "title = {P}, subtitle = {S}, booktitle = {p}",
        "title = {P: S}, booktitle = {P}, booksubtitle = {S}",
    ],
)
def test_a_parent_with_subtitles_has_its_title_once(titles: str) -> None:
    (parent,) = read(f"@collection{{p, {titles}}}")
    assert (parent.title, parent.container_title) == ("P: S", "")


def test_subtitles_and_keys_for_phrases_go_back() -> None:
    text = (
        "@inproceedings{k, title = {T}, booktitle = {Trials}, booksubtitle = {Of 1999},"
        " series = {newseries}}\n@patent{p, title = {T}, type = {patenteu}}"
    )
    biblatex, bibtex = write(read(text), "biblatex"), write(read(text), "bibtex")
    assert "booksubtitle = {Of 1999}" in biblatex
    assert "series = {newseries}" in biblatex
    assert "type = {patenteu}" in biblatex
    assert "booktitle = {Trials: Of 1999}" in bibtex
    assert "series = {New series}" in bibtex
    assert "type = {European patent}" in bibtex
    assert write(read(biblatex), "biblatex") == biblatex


def test_an_articles_titleaddon_is_no_volumes_title() -> None:
    (article, book) = read(
        "@article{a, title = {T}, titleaddon = {Review of U}}\n"
        "@book{b, title = {T}, titleaddon = {Volume 2}}"
    )
    assert (article.volume_title, article.kept[0].tag) == ("", "titleaddon")
    assert (book.volume_title, book.kept) == ("Volume 2", ())


def test_a_parent_of_crossref_has_its_title_once() -> None:
    report = medcite.Report()
    text = "@book{p, title = {P}, booktitle = {P}}\n@incollection{c, title = {T}, crossref = {p}}"
    parent, child = read(text, report)
    assert (parent.title, parent.container_title) == ("P", "")
    assert (child.container_title, child.kept) == ("P", ())
    assert not report.diagnostics


def test_small_things() -> None:
    (record,) = read(
        "@article{pmid:35149211, title = {T}, pmid = {35149211}, language = {Deutsch},"
        " journal = {J. Math.}, fjournal = {Journal of Mathematics}, author = {Doe, Jane},"
        " collaboration = {ATLAS}, article-number = {ARTN 77}, year = {2014-05}}"
    )
    assert "ids" not in write([record], "biblatex")
    assert record.language == ("ger",)
    assert (record.container_title, record.container_title_short) == (
        "Journal of Mathematics", "J. Math.",
    )  # fmt: skip
    assert record.author == (Name("Doe", "Jane"), Name(literal="ATLAS"))
    assert record.number == "77"
    assert record.issued == Date(PartialDate(2014, 5))
    (record,) = read("@article{k, title = {T}, year = 2014, month = {2014-05}}")
    assert record.issued == Date(PartialDate(2014, 5))
