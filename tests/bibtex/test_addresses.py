"""Addresses in the fields of an entry, and when they were looked at."""

from __future__ import annotations

import medcite
import pytest


def read(fields: str, report: medcite.Report | None = None) -> medcite.Record:
    text = f"@misc{{k, title = {{T}}, {fields}}}"
    (record,) = medcite.read(text=text, format="bibtex", report=report or medcite.Report())
    return record


@pytest.mark.parametrize(
    ("text", "accessed"),
    [
        (r"Available at \url{https://a.org/x_y}, accessed 2020", "2020"),
        (r"\url{https://a.org/x_y} (accessed 3 May 2020)", "2020 May 3"),
        (r"Online: \url{https://a.org/x_y}. Accessed: 2020-05-03.", "2020 May 3"),
        (r"https://a.org/x_y [last visited on May 3, 2020]", "2020 May 3"),
        (r"https://a.org/x_y ;, Date accessed: May 2020", "2020 May"),
    ],
)
@pytest.mark.parametrize("tag", ["howpublished", "organization"])
def test_how_it_was_published_may_say_when_it_was_looked_at(
    tag: str, text: str, accessed: str
) -> None:
    record = read(f"{tag} = {{{text}}}")
    assert (record.url, str(record.accessed)) == ("https://a.org/x_y", accessed)
    assert (record.container_title, record.kept) == ("", ())


def test_the_address_and_its_date_go_back_as_they_were() -> None:
    field = r"howpublished = {Available at \url{https://a.org/x_y}, accessed 2020}"
    for target in ("bibtex", "biblatex"):
        text = medcite.write([read(field)], target, report=medcite.Report())
        assert field in text
        assert "urldate" not in text


def test_a_date_that_is_none_is_kept() -> None:
    record = read(r"howpublished = {\url{https://a.org/}, accessed in spring}")
    assert (record.url, record.container_title) == ("https://a.org/", "")
    assert [field.tag for field in record.kept] == ["howpublished"]


@pytest.mark.parametrize(
    "fields",
    [
        r"urldate = {2021-01-02}, howpublished = {\url{https://a.org/}, accessed 2020}",
        r"howpublished = {\url{https://a.org/}, accessed 2020}, urldate = {2021-01-02}",
    ],
)
def test_a_field_for_the_date_comes_first(fields: str) -> None:
    record = read(fields)
    assert str(record.accessed) == "2021 Jan 2"
    assert [field.tag for field in record.kept] == ["howpublished"]


@pytest.mark.parametrize(
    ("field", "commands"),
    [
        (r"title = {A \textsf{R} package for \texttt{nlme} and \textsc{sas}}", r"\textsf, \texttt"),
        (r"publisher = {The {\sc Acme} \emph{Press}}", r"\sc, \emph"),
        (r"note = {\underline{See} below}", r"\underline"),
        (r"subtitle = {On {\tt x} and {\it y}}", r"\tt"),
        (r"title = {On \emph{E. coli} and {\bf b} and \textsuperscript{2}}", ""),
    ],
)
def test_fonts_that_are_not_read_are_told(field: str, commands: str) -> None:
    report = medcite.Report()
    text = f"@book{{k, {field}}}"
    list(medcite.read(text=text, format="bibtex", report=report))
    told = [note for note in report.diagnostics if note.code == "font"]
    assert [note.message.partition(":")[0] for note in told] == [commands] * bool(commands)


def test_a_subtitle_keeps_its_markup() -> None:
    record = read(r"subtitle = {On \emph{E. coli}}")
    assert record.title == "T: On <i>E. coli</i>"
