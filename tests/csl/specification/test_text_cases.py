"""CSL 1.0.2, "Text-case", "Sentence Case Conversion", "Title Case Conversion"."""

from __future__ import annotations

import pytest

from .samples import Item, citation, item, style, text


def cased(case: str, title: str, options: str = "", **variables: str) -> str:
    layout = f'<text variable="title" text-case="{case}"/>'
    return citation(style(layout, options=options), item(title=title, **variables))


@pytest.mark.parametrize(
    ("case", "title", "printed"),
    [
        ("lowercase", "The FENS of Norfolk", "the fens of norfolk"),
        ("uppercase", "The fens of Norfolk", "THE FENS OF NORFOLK"),
        ("capitalize-first", "the fens of Norfolk", "The fens of Norfolk"),
        ("capitalize-first", "eBay and others", "eBay and others"),
        ("capitalize-all", "the fens of eBay", "The Fens Of eBay"),
        ("sentence", "the Fens of Norfolk", "The fens of norfolk"),
        ("title", "the fens of Norfolk", "The Fens of Norfolk"),
    ],
)
def test_text_case_values(case: str, title: str, printed: str) -> None:
    """Each value of ``text-case``."""
    assert cased(case, title) == printed


@pytest.mark.parametrize(
    ("layout", "printed"),
    [
        ('<text value="x y" text-case="uppercase"/>', "X Y"),
        ('<text term="in" text-case="capitalize-first"/>', "In"),
        ('<text macro="m" text-case="uppercase"/>', "FENS"),
        ('<number variable="volume" form="roman" text-case="uppercase"/>', "II"),
        ('<label variable="volume" text-case="capitalize-first"/>', "Volume"),
        ('<date variable="issued" form="text" text-case="uppercase"/>', "MAY 2005"),
        ('<date variable="issued"><date-part name="month" text-case="lowercase"/></date>', "may"),
        ('<names variable="author"><name><name-part name="family" text-case="uppercase"/></name>'
         "</names>", "DOE"),
    ],
)  # fmt: skip
def test_text_case_of_elements(layout: str, printed: str) -> None:
    """Texts, numbers, labels, dates, their parts and parts of names have a case."""
    source = style(layout, before='<macro name="m"><text variable="title"/></macro>')
    work = item(title="Fens", volume="2", issued="2005-5", author="Doe")
    assert citation(source, work) == printed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("the fens of norfolk", "The Fens of Norfolk"),
        ("the mRNA of eBay and iPod", "The mRNA of eBay and iPod"),
        ("a NASA report", "A NASA Report"),
        ("of mice and men", "Of Mice and Men"),
        ("what are they for", "What Are They For"),
        ("fens: a history of them", "Fens: A History of Them"),
        ("two-thirds of them", "Two-Thirds of Them"),
        ("state-of-the-art fens", "State-of-the-Art Fens"),
        ("fens? the history", "Fens? The History"),
        ("an up-to-date list", "An Up-to-Date List"),
        ("fens and/or bogs", "Fens and/or Bogs"),
        ("the <i>canis lupus</i> of europe", "The <i>Canis Lupus</i> of Europe"),
        ('the <span class="nocase">canis lupus</span> of europe', "The canis lupus of Europe"),
        ("on the don't of it", "On the Don’t of It"),
        ("élan vital", "Élan Vital"),
        ("3d printing", "3d Printing"),
    ],
)  # fmt: skip
def test_title_case(title: str, printed: str) -> None:
    """Words get a capital; stop words only at the ends and behind a colon; mixed case stays."""
    assert cased("title", title) == printed


@pytest.mark.parametrize(
    "word",
    ["an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of",
     "on", "onto", "or", "over", "so", "the", "till", "to", "up", "via", "with", "yet"],
)  # fmt: skip
def test_title_case_stop_words(word: str) -> None:
    """Stop words are lowercase inside a title, not at its start and end, nor behind a colon."""
    assert cased("title", f"fens {word} bogs") == f"Fens {word} Bogs"
    assert cased("title", f"{word} fens") == f"{word.capitalize()} Fens"
    assert cased("title", f"fens {word}") == f"Fens {word.capitalize()}"
    assert cased("title", f"fens: {word} bogs") == f"Fens: {word.capitalize()} Bogs"


@pytest.mark.parametrize(
    ("case", "title", "printed"),
    [
        ("title", "THE FENS OF NORFOLK", "THE FENS OF NORFOLK"),
        ("title", "THE FENS of NORFOLK", "THE FENS of NORFOLK"),
        ("title", "PLOS ONE", "PLOS ONE"),
        ("title", "JAMA", "JAMA"),
        ("sentence", "THE FENS OF NORFOLK", "The fens of norfolk"),
        ("sentence", "[THE FENS OF NORFOLK]", "[The fens of norfolk]"),
        ("sentence", "JAMA", "JAMA"),
    ],
)
def test_text_case_of_capitals(case: str, title: str, printed: str) -> None:
    """Sentence case keeps a first letter of those; title case all, as in citeproc-js."""
    assert cased(case, title) == printed


ENGLISH, GERMAN, NONE = {"language": "en-GB"}, {"language": "de"}, {"language": ""}


@pytest.mark.parametrize(
    ("locale", "language", "converted"),
    [
        ("", NONE, True),
        ("", ENGLISH, True),
        ("", GERMAN, False),
        ("", {}, True),
        ("en-GB", {}, True),
        ("en-GB", GERMAN, False),
        ("de-DE", {}, False),
        ("de-DE", NONE, False),
        ("de-DE", ENGLISH, True),
        ("de-DE", GERMAN, False),
        ("de-DE", {"language": "en"}, True),
    ],
)
def test_title_case_is_for_english(locale: str, language: Item, converted: bool) -> None:
    """Items are of the style's language unless they say otherwise; other languages stay."""
    options = f'default-locale="{locale}"' if locale else ""
    expected = "The Fens" if converted else "the fens"
    assert cased("title", "the fens", options, **language) == expected


def test_other_cases_are_for_all_languages() -> None:
    """Only title case depends on the language."""
    assert cased("uppercase", "die moore", **GERMAN) == "DIE MOORE"
    assert cased("capitalize-first", "die moore", **GERMAN) == "Die moore"


@pytest.mark.parametrize(
    ("case", "title", "printed"),
    [
        ("uppercase", "straße <i>und</i> weg", "STRASSE <i>UND</i> WEG"),
        ("lowercase", "<b>ABC</b> D", "<b>abc</b> d"),
        ("uppercase", '<span class="nocase">pH</span> value', "pH VALUE"),
        ("lowercase", '<span class="nocase">pH</span> VALUE', "pH value"),
        ("capitalize-first", "<i>canis</i> lupus", "<i>Canis</i> lupus"),
        ("capitalize-first", "“fens” and bogs", "“Fens” and bogs"),
    ],
)
def test_text_case_within_markup(case: str, title: str, printed: str) -> None:
    """Markup does not stand in the way, and what is marked as fixed stays."""
    assert cased(case, title) == printed


def test_text_case_before_quotes() -> None:
    """A quoted text has its case inside the quotation marks."""
    layout = '<text variable="title" quotes="true" text-case="title"/>'
    assert text(layout, title="the fens of norfolk") == "“The Fens of Norfolk”"
