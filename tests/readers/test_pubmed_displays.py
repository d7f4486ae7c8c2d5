"""PubMed's Summary and Abstract: what their texts say of a record."""

from __future__ import annotations

from operator import attrgetter

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Name
from medcite.pubmed.author_line import split_authors
from medcite.pubmed.source_fields import split_source

SO = "J Test. 2024 Feb 27;22(1):85-9."


def read(text: str, report: Report | None = None) -> list[Record]:
    return list(medcite.read(text=text, report=report or Report()))


def summary(text: str) -> Record:
    (record,) = read(f"1: {text} PMID: 38413930.\n")
    return record


def abstract(*paragraphs: str, so: str = SO, report: Report | None = None) -> Record:
    text = "\n\n".join([f"1. {so}", "On trees.", *paragraphs, "PMID: 38413930\n"])
    (record,) = read(text, report)
    return record


@pytest.mark.parametrize(
    ("text", "authors", "title"),
    [
        ("Doe J, Roe AB. On trees. Part 2.", ["Doe J", "Roe AB"], "On trees. Part 2."),
        ("van der Berg J 3rd, O'Brien MA Jr. On trees.", ["van der Berg J 3rd", "O'Brien MA Jr"],
         "On trees."),
        ("Ivanov IuN, Wasimuddin. On trees.", ["Ivanov IuN", "Wasimuddin"], "On trees."),
        ("Doe J; Tree Study Group. On trees.", ["Doe J", "Tree Study Group"], "On trees."),
        ("Doe J; Tree Group; Roe K, Poe L. On trees.", ["Doe J", "Tree Group", "Roe K", "Poe L"],
         "On trees."),
        ("Doe J; EPIC II. On trees.", ["Doe J", "EPIC II"], "On trees."),
        ("Tree Study Group. On trees.", ["Tree Study Group"], "On trees."),
        ("On trees. A second sentence.", [], "On trees. A second sentence."),
        ("Retraction of Doe J, Roe A. On trees.", [], "Retraction of Doe J, Roe A. On trees."),
    ],
)  # fmt: skip
def test_authors_and_title(text: str, authors: list[str], title: str) -> None:
    names, rest = split_authors(text)
    assert ([name.text for name in names], rest) == (authors, title)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (f"Doe J. On trees. {SO}", "Doe J. On trees."),
        (f"Doe J. On trees in 2019. 2020 and later. {SO} doi: 10.1000/a. Epub 2023 Dec 1.",
         "Doe J. On trees in 2019. 2020 and later."),
        ("Doe J. Trees? J Physiol (1985). 2001 Mar;1:2.", "Doe J. Trees?"),
        ("Doe J. [On trees]. J Test. 2001;1:2.", "Doe J. [On trees]."),
    ],
)  # fmt: skip
def test_the_citation_begins_at_the_journal(text: str, head: str) -> None:
    assert split_source(text) == (head, text.removeprefix(head).strip())


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        (f"Doe J. On trees. {SO}", "author", (Name("Doe", "J", short="Doe J"),)),
        (f"Doe J. On trees. {SO}", "title", "On trees"),
        (f"Doe J. [On trees]. {SO}", "translated", True),
        (f"Doe J. On trees. {SO}", "container_title_short", "J Test"),
        (f"Doe J. On trees. {SO}", "page.full", "85-89"),
        (f"Doe J. On trees. {SO} doi: 10.1000/a. Epub 2023 Dec 1.", "doi", "10.1000/a"),
        (f"Doe J. On trees. {SO} doi: 10.1000/a. Epub 2023 Dec 1.", "available_date.start",
         (2023, 12, 1, 0)),
        ("Doe J. On trees. J Test. 2024 Feb 2:S1. doi: 10.1000/a. Online ahead of print.",
         "status", "aheadofprint"),
        ("Doe J. On trees. J Test. 2024 Feb 2;3:e1. doi: 10.1000/a. eCollection 2024.",
         "issue_label", "eCollection"),
        (f"Doe J. On trees. {SO}", "source_line", SO),
        (f"Doe J. On trees. {SO}", "pmid", "38413930"),
    ],
)  # fmt: skip
def test_summary(text: str, attribute: str, value: object) -> None:
    assert attrgetter(attribute)(summary(text)) == value


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        (f"{SO} German. doi: 10.1000/a. Epub 2024 Jan 3.", "language", ("ger",)),
        (f"{SO} German. doi: 10.1000/a. Epub 2024 Jan 3.", "page.raw", "85-9"),
        (f"{SO} doi: 10.1000/a. Epub 2024 Jan 3. Erratum in: A. 2025;3:4.", "doi", "10.1000/a"),
        (f"{SO} Erratum in: A. 2025;1:2. Comment in: B. 2026;3:4.", "relations.0.citation",
         "A. 2025;1:2."),
        (f"{SO} Erratum in: A. 2025;1:2. Comment in: B. 2026;3:4.", "relations.1.kind",
         "comment-in"),
        (f"{SO} Retraction in: J Test. 2025;3:4.", "issued.start.year", 2024),
        (f"{SO} doi: 10.1000/a. Nobody knows.", "doi", "10.1000/a"),
        (f"{SO} Nobody knows.", "page.raw", "85-9"),
    ],
)  # fmt: skip
def test_what_is_added_to_a_citation(text: str, attribute: str, value: object) -> None:
    record = summary(f"Doe J. On trees. {text}")
    for part in attribute.split("."):
        record = record[int(part)] if part.isdecimal() else getattr(record, part)
    assert record == value


def test_a_part_of_a_book_has_its_authors_and_its_number() -> None:
    book = "In: The Book [Internet]. Bethesda (MD): NLM; 2024-"
    (record,) = read(f"1: Doe J. On trees. 2023 May 1. {book}. PMID: 7; Bookshelf ID: NBK5.\n")
    assert (record.author[0].family, record.title) == ("Doe", "On trees")
    assert (record.type, record.nbk) == ("chapter", "NBK5")


def test_a_line_behind_the_numbers_is_no_part_of_them() -> None:
    report = Report()
    (record,) = read(f"1: Doe J. On trees. {SO} PMID: 7.\nA stray line\n", report)
    assert record.pmid == "7"
    assert "A stray line" in next(d for d in report.diagnostics if d.code == "stray-line").message


def test_the_language_stands_before_the_authors() -> None:
    report = Report()
    note = "Abstract available in French from the publisher"
    record = abstract(f"[Article in English, German; {note}]", "Doe J(1).", report=report)
    assert (record.language, record.author[0].family) == (("eng", "ger"), "Doe")
    assert note in " ".join(told.message for told in report.diagnostics)


def test_a_summary_of_before_2020_and_in_several_lines() -> None:
    text = (
        f"1: Doe J. On\ntrees. {SO} PubMed PMID: 1; PubMed Central PMCID: PMC2.\n"
        f"2: Roe A. On woods. {SO} PMID: 2 [PubMed - indexed for MEDLINE]\n"
    )
    report = Report()
    records = read(text, report)
    assert [(record.pmid, record.pmcid) for record in records] == [("1", "PMC2"), ("2", "")]
    assert [record.title for record in records] == ["On trees", "On woods"]
    assert [told.message.partition(" left")[0] for told in report.diagnostics] == [
        "1 × [PubMed - indexed for MEDLINE]"
    ]


@pytest.mark.parametrize(
    ("paragraphs", "attribute", "value"),
    [
        (["Doe J."], "author", (Name("Doe", "J", short="Doe J"),)),
        (["Doe J(1), Roe A(2).", "Author information:\n(1)One, \nLondon.\n(2)Two."],
         "author", (Name("Doe", "J", short="Doe J", affiliations=("One, London.",)),
                    Name("Roe", "A", short="Roe A", affiliations=("Two.",)))),
        (["Doe J.", "Author information:\nOne (IWR), London."], "author",
         (Name("Doe", "J", short="Doe J", affiliations=("One (IWR), London.",)),)),
        (["Doe J, Roe A.", "Author information:\nOne."], "affiliations", ("One.",)),
        (["Doe J.", "AIM: One\ntwo.", "END: Three."], "abstract", "AIM: One two. END: Three."),
        (["Doe J.", "One.", "© 2024. The Author."], "copyright", "© 2024. The Author."),
        (["Doe J.", "[Article in French]", "One."], "language", ("fre",)),
        (["Doe J.", "Comment in\n    J Test. 2024;1:2.", "One."], "relations.__len__", 1),
        (["Doe J.", "One.", "DOI: 10.1000/a\nPMCID: PMC1"], "doi", "10.1000/a"),
        (["Doe J; A Study Group.", "Collaborators: Roe A, Poe B.", "One."],
         "investigator.__len__", 2),
        (["One sentence without authors, and another."], "abstract",
         "One sentence without authors, and another."),
    ],
)  # fmt: skip
def test_abstract(paragraphs: list[str], attribute: str, value: object) -> None:
    got = attrgetter(attribute)(abstract(*paragraphs))
    assert (got() if attribute.endswith("__len__") else got) == value


def test_the_statement_on_conflicts_stands_behind_the_numbers() -> None:
    text = f"1. {SO}\n\nT.\n\nDoe J.\n\nPMID: 1 [Indexed for MEDLINE]\n\n"
    records = read(f"{text}Conflict of interest statement: None.\n\n\n2. {SO}\n\nU.\n\nPMID: 2\n")
    assert [record.title for record in records] == ["T", "U"]
    assert records[0].conflict == "None."


def test_a_numbered_paragraph_of_an_abstract_is_no_record() -> None:
    record = abstract("Doe J.", "1. First aim.", "2. Second aim.")
    assert record.abstract == "1. First aim. 2. Second aim."
