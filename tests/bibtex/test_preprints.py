"""Preprints in .bib files: arXiv's numbers in every form, addresses inside of other fields."""

from __future__ import annotations

import medcite
import pytest
from medcite.codecs import identifiers


def converted(fields: str, target: str, entry_type: str = "misc") -> tuple[str, list[str]]:
    """Return what is written, and the messages about what is not."""
    report = medcite.Report()
    text = f"@{entry_type}{{k, title = {{T}}, {fields}}}"
    written = medcite.write(medcite.read(text=text, report=report), target, report=report)
    return written, [told.message for told in report.diagnostics if told.code == "not-written"]


@pytest.mark.parametrize(
    ("text", "number", "subject"),
    [
        ("2101.00001", "2101.00001", ""),
        ("arXiv:2101.00001v2 [cs.LG]", "2101.00001v2", "cs.LG"),
        ("arXiv: 0704.0001", "0704.0001", ""),
        ("arxiv:hep-th/9901001", "hep-th/9901001", ""),
        ("math.GT/0309136 [math.GT]", "math.GT/0309136", "math.GT"),
        ("https://arxiv.org/abs/2101.00001", "2101.00001", ""),
        ("http://www.arxiv.org/pdf/2101.00001v1.pdf", "2101.00001v1", ""),
        ("35149211", "", ""),
        ("10.1000/2101.00001", "", ""),
        ("2101.00001 and 2", "", ""),
        ("", "", ""),
    ],
)
def test_numbers_at_arxiv(text: str, number: str, subject: str) -> None:
    assert identifiers.arxiv(text) == (number, subject)


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {arXiv:2101.00001 [cs.LG]}",
        "eprint = {2101.00001 [cs.LG]}, archiveprefix = {arXiv}",
        "eprint = {2101.00001}, eprinttype = {arXiv}, eprintclass = {cs.LG}",
        "eprint = {arXiv:2101.00001}, archiveprefix = {arXiv}, primaryclass = {cs.LG}",
    ],
)
def test_the_class_stands_where_arxiv_has_it(fields: str) -> None:
    bibtex, untold = converted(fields, "bibtex")
    number = "  eprint = {2101.00001},\n"
    assert f"{number}  archiveprefix = {{arXiv}},\n  primaryclass = {{cs.LG}},\n" in bibtex
    biblatex, unwritten = converted(fields, "biblatex")
    assert f"{number}  eprinttype = {{arXiv}},\n  eprintclass = {{cs.LG}},\n" in biblatex
    assert not untold + unwritten
    assert "https://arxiv.org/abs/2101.00001\r\n" in converted(fields, "ris")[0]


@pytest.mark.parametrize("target", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    "fields",
    [
        r"howpublished = {\url{https://a.org/b_c}}",
        r"howpublished = {\url{https://a.org/b\_c}}",
        r"howpublished = {https://a.org/b}",
        r"howpublished = {Available at \url{https://a.org/b}}",
        r"howpublished = {\href{https://a.org/b}{Page}}",
        r"note = {See \url{https://a.org/b}}",
        r"eprint = {2101.00001}, archiveprefix = {arXiv}",
        r"eprint = {2101.00001}, archiveprefix = {arXiv}, howpublished = {\url{https://a.org/b}}",
        r"howpublished = {arXiv:2101.00001}",
        r"url = {https://a.org/b}, howpublished = {bioRxiv}",
    ],
)
def test_what_stands_in_another_field_is_not_told_as_lost(fields: str, target: str) -> None:
    written, unwritten = converted(fields, target)
    assert not unwritten
    address = "a.org/b" if "a.org" in fields else "2101.00001"
    assert address in written


def test_a_number_that_ris_has_in_the_address_is_not_lost() -> None:
    fields = "eprint = {2101.00001}, archiveprefix = {arXiv}, journal = {J}"
    assert not converted(fields, "ris", "article")[1]


@pytest.mark.parametrize("journal", ["arXiv:2101.00001 [cs.LG]", "arXiv preprint arXiv:2101.00001"])
@pytest.mark.parametrize("target", ["bibtex", "biblatex", "csl-json", "ris"])
def test_arxiv_as_a_journal_stays(journal: str, target: str) -> None:
    assert journal in converted(f"journal = {{{journal}}}", target, "article")[0]
