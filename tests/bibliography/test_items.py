"""What a style gets of a record: editions as numbers, a status in its words, retractions."""

from __future__ import annotations

import medcite
import pytest
from medcite.codecs.pages import pages
from medcite.model.record import Record
from medcite.model.values import Date, Name, PartialDate, Relation

BOOK = Record(
    type="book", title="Tests", author=(Name("Doe", "Ann"),), publisher="Press",
    issued=Date(PartialDate(2001), None, "2001"),
)  # fmt: skip
ARTICLE = Record(
    type="article-journal", title="Effects of tests", author=(Name("Doe", "Ann"),),
    container_title="Journal of tests", issued=Date(PartialDate(2022, 2, 7), None, "2022 Feb 7"),
)  # fmt: skip
AHEAD = ARTICLE.replace(status="aheadofprint")
RETRACTED = ARTICLE.replace(relations=(Relation("retraction-in", "J Tests. 2023 May;5:1"),))


def text_of(record: Record, style: str, **arguments: str) -> str:
    return medcite.format_bibliography([record], style=style, **arguments).strip()


@pytest.mark.parametrize(
    ("edition", "locale", "printed"),
    [
        ("10th", "", "(10th ed.)"),
        ("Second", "", "(2nd ed.)"),
        ("Third edition", "de-DE", "(3. Aufl.)"),
        ("2. Aufl.", "en-US", "(2nd ed.)"),
        ("2nd ed.", "fr-FR", "(2ᵉ éd.)"),
        ("2e éd.", "es-ES", "(2.ª ed.)"),
        ("Rev. ed.", "", "(Rev. ed.)"),
        ("3rd rev. ed.", "", "(3rd rev. ed.)"),
    ],
)
def test_an_edition_is_printed_in_the_words_of_the_style(
    edition: str, locale: str, printed: str
) -> None:
    assert f"Tests {printed}." in text_of(BOOK.replace(edition=edition), "apa", locale=locale)


@pytest.mark.parametrize("style", ["vancouver", "nlm", "american-medical-association"])
def test_a_numbered_edition_has_its_word_once(style: str) -> None:
    assert "2nd ed. " in text_of(BOOK.replace(edition="Second edition"), style)
    assert "ed. ed." not in text_of(BOOK.replace(edition="Rev. ed."), "vancouver")


@pytest.mark.parametrize(
    ("style", "locale", "printed"),
    [
        ("apa", "", "Journal of Tests. Advance online publication."),
        ("apa-no-initials", "", "Journal of Tests. Advance online publication."),
        ("apa", "en-GB", "Journal of Tests. Advance online publication."),
        ("vancouver", "", "Online ahead of print."),
        ("chicago-author-date", "", "Ahead of print"),
    ],
)
def test_ahead_of_print_is_said_as_the_style_does(style: str, locale: str, printed: str) -> None:
    assert printed in text_of(AHEAD, style, locale=locale)


def test_an_article_with_volume_and_pages_is_no_longer_ahead_of_print_to_apa() -> None:
    record = AHEAD.replace(volume="3", page=pages("12-9"))
    assert "Advance online" not in text_of(record, "apa")
    assert "Advance online" in text_of(AHEAD.replace(volume="3"), "apa")
    assert "Advance online" not in text_of(ARTICLE, "apa")


@pytest.mark.parametrize(
    ("record", "mark"),
    [
        (ARTICLE, ""),
        (RETRACTED, " [Retracted]"),
        (ARTICLE.replace(publication_types=("Retracted Publication",)), " [Retracted]"),
        (
            ARTICLE.replace(relations=(Relation("partial-retraction-in", "J Tests. 2023"),)),
            " [Retracted in part]",
        ),
        (
            ARTICLE.replace(relations=(Relation("retracted-republished-in", "J Tests. 2023"),)),
            " [Retracted and republished]",
        ),
        (ARTICLE.replace(relations=(Relation("erratum-in", "J Tests. 2023"),)), ""),
        (ARTICLE.replace(relations=(Relation("retraction-of", "J Tests. 2023"),)), ""),
    ],
)
@pytest.mark.parametrize("style", ["apa", "vancouver", "nlm", "nature", "chicago-author-date"])
def test_a_retracted_article_is_marked_on_request(style: str, record: Record, mark: str) -> None:
    marked = medcite.format_bibliography([record], style=style, mark_retracted=True)
    assert f"effects of tests{mark.lower()}" in marked.lower()
    assert mark in marked
    assert "[Retracted" not in medcite.format_bibliography([record], style=style)


def test_a_title_that_says_it_is_not_marked_again() -> None:
    record = RETRACTED.replace(title="RETRACTED: Effects of tests")
    text = medcite.format_bibliography([record], style="apa", mark_retracted=True)
    assert "[Retracted]" not in text
    assert "RETRACTED: Effects of tests" in text


def test_a_citation_by_title_is_marked_too() -> None:
    record = RETRACTED.replace(author=(), pmid="1")
    (text,), listed = medcite.format_citations([record], [["1"]], style="apa", mark_retracted=True)
    assert "[Retracted]" in text
    assert "[Retracted]" in listed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Retraction--a violet mole", "Retraction—a violet mole"),
        ("Knowledge -- a review", "Knowledge—a review"),
        ("[Blood-brain barrier--function]", "[Blood-brain barrier—function]"),
        ("Models of A---B", "Models of A---B"),
        ("The option --verbose", "The option --verbose"),
    ],
)
def test_a_typewritten_dash_is_printed_as_one_but_by_pubmed(title: str, printed: str) -> None:
    record = ARTICLE.replace(title=title)
    assert printed in text_of(record, "the-lancet")
    assert title in text_of(record, "nlm")
