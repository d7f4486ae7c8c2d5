"""The conversions of text-case."""

from __future__ import annotations

import pytest
from medcite.csl.rich_text.parse import rich
from medcite.csl.rich_text.text_case import cased, recase
from medcite.csl.rich_text.tree import text_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the role of a gene", "The Role of a Gene"),
        ("a gene: the role of it", "A Gene: The Role of It"),
        ("what it is like to", "What It Is like To"),
        ("mRNA in the eye", "mRNA in the Eye"),
        ("a test in-vitro", "A Test In-Vitro"),
        ("<i>a</i> test in-vitro", "A Test in-Vitro"),
        ("the α of it", "The α of It"),
        ("a <span class=\"nocase\">p53</span> gene", "A p53 Gene"),
        ("gene<sup>b</sup>", "Geneb"),
    ],
)  # fmt: skip
def test_title(text: str, expected: str) -> None:
    assert text_of(cased(rich(text), "title", "en")) == expected


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        ("lowercase", "The DNA", "the dna"),
        ("uppercase", "the dna", "THE DNA"),
        ("capitalize-first", "the dna of it", "The dna of it"),
        ("capitalize-first", "(the) dna", "(The) dna"),
        ("capitalize-first", "mRNA", "mRNA"),
        ("capitalize-first", "α-helix", "α-helix"),
        ("capitalize-all", "the dna of d'artagnan", "The Dna Of D’artagnan"),
        ("sentence", "The DNA of It", "The dna of it"),
        ("sentence", "the <span class=\"nocase\">DNA</span> Of", "The DNA of"),
        ("uppercase", "the <span class=\"nocase\">dna</span>", "THE dna"),
        ("no such case", "as It is", "as It is"),
    ],
)  # fmt: skip
def test_cases(case: str, text: str, expected: str) -> None:
    assert text_of(cased(rich(text), case, "en")) == expected


def test_turkish_has_a_dotted_capital() -> None:
    assert cased("iki ılık", "uppercase", "tr") == "İKİ ILIK"
    assert cased("İKİ ILIK", "lowercase", "tr") == "iki ılık"
    assert cased("iki", "capitalize-first", "tr") == "İki"


def test_a_title_in_another_language_keeps_its_letters() -> None:
    assert recase("la vie des idées", "title", "fr") == "la vie des idées"
    assert recase("la vie", "capitalize-first", "fr") == "La vie"
