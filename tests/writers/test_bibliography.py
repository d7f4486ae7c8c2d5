"""What styles that were made with other sources in mind get of PubMed's records."""

from __future__ import annotations

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.values import Date, Name, PartialDate

AUTHORS = (Name("Wang", "Yuan"), Name("Kovács", "Ilona"))
DATE = Date(PartialDate(2022, 2, 7), None, "2022 Feb 7")
ARTICLE = Record(
    type="article-journal", title="Effects of tests", author=AUTHORS, issued=DATE, volume="47",
    container_title="Journal of tests", container_title_short="J Tests",
)  # fmt: skip
PREPRINT = Record(
    type="article", genre="Preprint", title="Effects of tests", author=AUTHORS, issued=DATE,
    container_title="bioRxiv : the preprint server for biology", container_title_short="bioRxiv",
    number="2022.02.04.479134", publisher_place="United States", doi="10.1101/2022.02.04.479134",
)  # fmt: skip


@pytest.mark.parametrize("code", ["eng", "chi", "jpn", "hun", "vie", "kor"])
def test_names_in_latin_letters_are_turned_in_every_language(code: str) -> None:
    record = ARTICLE.replace(language=(code,))
    text = medcite.format_bibliography([record], style="apa")
    assert text.startswith("Wang, Y., & Kovács, I. (2022). Effects of tests.")


@pytest.mark.parametrize(
    ("style", "end"),
    [
        ("apa", "(Preprint 2022.02.04.479134). bioRxiv. https://doi.org/10.1101/2022.02.04.479134"),
        ("ama", "tests. bioRxiv. Preprint posted online February 7, 2022:2022.02.04.479134."
                " doi:10.1101/2022.02.04.479134"),
        ("elsevier-vancouver", "tests. bioRxiv 2022:2022.02.04.479134."
                               " https://doi.org/10.1101/2022.02.04.479134."),
        ("vancouver", "tests [Preprint]. bioRxiv. 2022 Feb 7:2022.02.04.479134."
                      " doi: 10.1101/2022.02.04.479134."),
    ],
)  # fmt: skip
def test_a_preprint_names_its_server_once_and_no_country(style: str, end: str) -> None:
    text = medcite.format_bibliography([PREPRINT], style=style).strip()
    assert text.endswith(end)


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("nlm-citation-sequence", "[Effects of tests]."),
        ("ama", "[Effects of tests]."),
        ("vancouver", "[Effects of tests]."),
        ("nlm", "[Effects of tests]."),
        ("apa", "(2022). Effects of tests."),  # with the original behind
    ],
)
def test_a_translation_has_brackets_where_the_style_leaves_the_original_out(
    style: str, shown: str
) -> None:
    record = ARTICLE.replace(translated=True, original_title="Effets des tests")
    text = medcite.format_bibliography([record], style=style)
    assert f" {shown}" in text
    assert ("Effets" in text) == (style == "apa")


@pytest.mark.parametrize(
    ("style", "journal", "expected"),
    [
        ("nature", "clean", "J. Tests"),
        ("nature", "full", "J. Tests"),
        ("nature", "abbrev", "J Tests"),
        ("nature", "dotted", "J. Tests"),
        ("vancouver", "clean", "J Tests"),  # strips full stops
        ("vancouver", "dotted", "J. Tests"),
        ("american-medical-association", "clean", "J Tests"),
        ("american-medical-association", "dotted", "J. Tests"),
        ("annals-of-neurology", "clean", "J Tests"),  # prints none, though it strips none
        ("annals-of-neurology", "dotted", "J. Tests"),
        ("nlm", "clean", "J Tests"),
        ("apa", "clean", "Journal of Tests"),
        ("apa", "abbrev", "J Tests"),
        ("apa", "dotted", "J. Tests"),
    ],
)
def test_full_stops_of_journals(style: str, journal: str, expected: str) -> None:
    assert f" {expected}" in medcite.write([ARTICLE], "bibliography", style=style, journal=journal)


SUPERSCRIPT = ARTICLE.replace(title="T of 10<sup>6</sup> cells in x<sup>kDa</sup>", pmid="7")


@pytest.mark.parametrize(
    ("markup", "title", "codes"),
    [
        ("text", "T of 10⁶ cells in x^kDa", ["superscript"]),
        ("markdown", "T of 10^6^ cells in x^kDa^", []),
        ("html", "T of 10<sup>6</sup> cells in x<sup>kDa</sup>", []),
    ],
)
def test_a_superscript_that_text_has_no_characters_for_is_told(
    markup: str, title: str, codes: list[str]
) -> None:
    report = medcite.Report()
    text = medcite.format_bibliography([SUPERSCRIPT], style="apa", markup=markup, report=report)
    assert title in text
    assert [note.code for note in report.diagnostics] == codes
    report = medcite.Report()
    (citation,), text = medcite.format_citations(
        [SUPERSCRIPT.replace(author=())], [["7"]], style="apa", markup=markup, report=report
    )
    assert title.casefold() in citation.casefold()
    assert [note.code for note in report.diagnostics] == codes
