"""Copies of one article are found by any of its names, and compared field by field."""

from __future__ import annotations

from pathlib import Path

import medcite
import pytest
from medcite.checks.copies import LONGEST, SHOWN
from medcite.model.record import Record
from medcite.model.report import Diagnostic, Level
from medcite.model.values import Name

from tests.run import run_cli

ARTICLE = Record(
    title="Malaria in 2002: a review",
    author=(Name("Greenwood", "Brian"), Name("Mutabingwa", "Theonest K")),
    container_title="Nature",
    volume="415",
    doi="10.1038/415670a",
)


def told(*records: Record) -> list[Diagnostic]:
    codes = ("duplicate", "repeated-key")
    return [diagnostic for diagnostic in medcite.check(records) if diagnostic.code in codes]


def read(text: str) -> list[Record]:
    return list(medcite.read(text=text, report=medcite.Report()))


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        ({"pmid": "1"}, {"pmid": "1"}, "PMID"),
        ({"pmcid": "PMC2"}, {"pmcid": "pmc2"}, "PMCID"),
        ({"doi": "10.1000/ABC"}, {"doi": "10.1000/abc"}, "DOI"),
        ({"pmid": "1", "doi": "10.1000/ABC"}, {"doi": "10.1000/aBc"}, "DOI"),
        ({"pmid": "1", "key": "a"}, {"pmid": "1", "key": "b"}, "PMID"),
        ({"key": "smith2020"}, {"key": "smith2020"}, "key `smith2020`"),
        ({"key": "x", "doi": "10.1000/a"}, {"key": "x"}, "key `x`"),
        ({"key": "x", "doi": "10.1000/a"}, {"key": "x", "doi": "10.1000/b"}, "key `x`"),
    ],
)
def test_each_name_finds_a_copy(one: dict[str, str], two: dict[str, str], label: str) -> None:
    plain = ARTICLE.replace(doi="")
    (found,) = told(plain.replace(**one), plain.replace(**two))
    assert (found.level, found.code) == (Level.WARNING, "duplicate")
    assert found.message.startswith(f"the same {label} stands in -:0 too; ")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({}, {}),
        ({"pmid": "1"}, {"pmid": "2"}),
        ({"key": "a"}, {"key": "A"}),
        ({"key": "a"}, {"key": "b"}),
        ({"doi": "10.1000/a"}, {"doi": "10.1000/b"}),
        # Chapters of a book.
        (
            {"pmid": "1", "doi": "10.1000/a", "title": "Hearts"},
            {"pmid": "2", "doi": "10.1000/A", "title": "Lungs"},
        ),
    ],
)
def test_others_are_no_copies(one: dict[str, str], two: dict[str, str]) -> None:
    plain = ARTICLE.replace(doi="")
    assert not told(plain.replace(**one), plain.replace(**two))


def test_a_mistyped_number_is_told_with_the_copy() -> None:
    (found,) = told(ARTICLE.replace(pmid="11832956"), ARTICLE.replace(pmid="11832965"))
    assert "look both up: they differ in PMID (`11832965` here, `11832956` there)" in found.message


def test_two_articles_with_one_key() -> None:
    other = Record(title="Something else", key="a", origin=None)
    (found,) = told(ARTICLE.replace(key="a"), other)
    assert (found.level, found.code) == (Level.WARNING, "repeated-key")
    assert found.message == "another article has the key `a` in -:0; change one of the two"


def test_what_the_reader_of_a_bib_file_tells_is_not_told_again() -> None:
    both = read("@book{a, title = {Hearts}}\n@book{a, title = {Lungs}}")
    assert not told(*both)
    same = read("@book{a, title = {Hearts}, year = 2001}\n@book{a, title = {Hearts}, year = 2002}")
    (found,) = told(*same)
    assert found.message.endswith("they differ in date (`2002` here, `2001` there)")


def test_three_copies_are_compared_with_the_first() -> None:
    found = told(ARTICLE, ARTICLE.replace(volume="416"), ARTICLE.replace(issue="6872"))
    assert [diagnostic.message.partition(": ")[2] for diagnostic in found] == [
        "they differ in volume (`416` here, `415` there)",
        "they differ in issue (only here)",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": "Malaria in 2003: a review"}, "title (`Malaria in 2003: a review` here, `"),
        ({"volume": ""}, "volume (only there)"),
        ({"publisher": "NPG"}, "publisher (only here)"),
        ({"author": ARTICLE.author[:1]}, "authors (1 here, 2 there)"),
        (
            {"author": (ARTICLE.author[0], Name("Mutabinga", "Theonest"))},
            "authors (number 2 is `Mutabinga T` here, `Mutabingwa TK` there)",
        ),
        ({"abstract": "Long."}, "abstract (only here)"),
        ({"container_title": "Science"}, "journal (`Science` here, `Nature` there)"),
        ({"type": "chapter"}, "type (`chapter` here, `article-journal` there)"),
    ],
)
def test_each_difference_is_told(changes: dict[str, object], expected: str) -> None:
    (found,) = told(ARTICLE, ARTICLE.replace(**changes))
    assert f"they differ in {expected}" in found.message


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "<i>Malaria</i> in 2002: A Review."},
        {"doi": "10.1038/415670A"},
        {"author": (Name("Greenwood", "B. M."), Name("MUTABINGWA", "T.-K."))},
        {"author": (Name("Greenwood", "Brian", short="Greenwood BM"), ARTICLE.author[1])},
        {"container_title": "NATURE"},
        {"container_title": "Nature (London)", "container_title_short": "Nature"},
    ],
)
def test_another_spelling_is_no_difference(changes: dict[str, object]) -> None:
    (found,) = told(ARTICLE, ARTICLE.replace(**changes))
    assert found.message == "the same DOI stands in -:0 too; keep one of the two"


def test_the_message_stays_short() -> None:
    long = "A long title that goes on and on, " * 50
    one = ARTICLE.replace(title=f"{long}here", abstract="A", keywords=())
    two = Record(
        title=f"{long}there", author=(Name(literal="G" * 500),), container_title="Q" * 9_999,
        volume="1", issue="2", number="3", publisher="P", abstract="B", doi=ARTICLE.doi,
    )  # fmt: skip
    (found,) = told(one, two)
    assert found.message.endswith(" and 3 more")
    assert "there` here, `…" in found.message
    assert len(found.message) < 200 + SHOWN * 2 * (LONGEST + 20)


SOUND = """PMID- {0}
DP  - 2019 Mar
TI  - A title.
TA  - J Tests
JT  - Journal of tests

"""


@pytest.mark.parametrize(("number", "words"), [(1, "1 record"), (3, "3 records")])
def test_all_is_well(monkeypatch: pytest.MonkeyPatch, number: int, words: str) -> None:
    given = "".join(SOUND.format(pmid) for pmid in range(1, number + 1)).encode()
    done = run_cli(monkeypatch, "check", "-", given=given)
    assert done == ("", f"medcite: {words} checked, nothing to report\n", 0)
    assert run_cli(monkeypatch, "check", "-", "--quiet", given=given) == ("", "", 0)
    for form in ("json", "github"):
        assert run_cli(monkeypatch, "check", "-", "--diagnostics", form, given=given)[0] == ""


def test_all_is_not_said_to_be_well_when_something_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for given in (SOUND.format(1) * 2, "PMID- 1\nTI  - A.\n", ""):
        done = run_cli(monkeypatch, "check", "-", given=given.encode())
        assert done.err
        assert "nothing to report" not in done.err
    (tmp_path / "a.nbib").write_text(SOUND.format(1))
    done = run_cli(monkeypatch, "check", str(tmp_path / "a.nbib"), str(tmp_path / "none.nbib"))
    assert "nothing to report" not in done.err


def test_copies_in_files_of_two_formats(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.nbib").write_text(SOUND.format(1) + "AID - 10.1000/ABC [doi]\n")
    text = "@article{x, title = {A title}, journal = {J Tests}, doi = {10.1000/abc}, volume = 2}"
    (tmp_path / "b.bib").write_text(text)
    monkeypatch.chdir(tmp_path)
    done = run_cli(monkeypatch, "check", "a.nbib", "b.bib")
    assert "the same DOI stands in a.nbib:" in done.err
    assert "volume (only here)" in done.err
    assert "journal" not in done.err.partition("differ in")[2]
