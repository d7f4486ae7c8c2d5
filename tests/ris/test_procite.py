"""ProCite's RIS: notes with labels, and tags that it uses in its own way."""

from __future__ import annotations

from operator import attrgetter

import pytest
from medcite.files.source import open_source
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Name
from medcite.readers import ris as reader


def read(code: str, *lines: str) -> Record:
    text = "\n".join([f"TY  - {code}", "N1  - Record ID: 7", *lines, "ER  - ", ""])
    (record,) = reader.read(open_source(text.encode(), Report()), Report())
    return record


@pytest.mark.parametrize(
    ("code", "line", "attribute", "value"),
    [
        ("CHAP", "N1  - Volume ID: 3", "volume", "3"),
        ("CHAP", "VL  - 2nd edition", "edition", "2nd"),
        ("BOOK", "IS  - 4", "volume", "4"),
        ("BOOK", "N1  - Series Volume ID: 12", "collection_number", "12"),
        ("CONF", "N1  - Series Volume ID: 12", "collection_number", "12"),
        ("RPRT", "N1  - Series Volume ID: 12", "collection_number", "12"),
        ("RPRT", "VL  - TR 99-1", "number", "TR 99-1"),
        ("BOOK", "N1  - Extent of Work: 312 p.", "number_of_pages", "312"),
        ("BOOK", "N1  - Extent of Work: 2 vols", "number_of_volumes", "2"),
        ("CONF", "N1  - Proceedings Title: Trials of 1999", "container_title", "Trials of 1999"),
        ("CONF", "N1  - ISBN: 978-3-16-148410-0", "isbn", ("978-3-16-148410-0",)),
        ("THES", "N1  - Place of Publication: Oslo", "publisher_place", "Oslo"),
        ("JOUR", "N1  - Language: French", "language", ("fre",)),
        ("JOUR", "N1  - Page(s): 12-19", "page.full", "12-19"),
        ("JFULL", "N1  - Publisher Name: A Press", "publisher", "A Press"),
        ("JOUR", "N1  - Notes: With a map", "notes", ("With a map",)),
        ("STAT", "CY  - Federal Code", "container_title", "Federal Code"),
        ("BOOK", "N1  - Series Title: Small Books", "collection_title", "Small Books"),
        ("CHAP", "N1  - Series Editor: Roe, Ann", "collection_editor", (Name("Roe", "Ann"),)),
    ],
)
def test_what_has_no_tag_of_its_own(code: str, line: str, attribute: str, value: object) -> None:
    assert attrgetter(attribute)(read(code, line)) == value


@pytest.mark.parametrize(
    ("lines", "authors", "editors", "translators"),
    [
        (["A1  - Doe, J", "N1  - Author Role: ed."], "", "Doe", ""),
        (["A1  - Doe, J", "A1  - Roe, A", "N1  - Author Role: (Editors)"], "", "Doe Roe", ""),
        (["A1  - Doe, J", "A2  - Roe, A", "N1  - Author Role: ed"], "Doe", "Roe", ""),
        (["A1  - Doe, J", "N1  - Author, Subsidiary: Ann Roe", "N1  - Author Role: translator"],
         "Doe", "", "Roe"),
        (["A1  - Doe, J", "N1  - Author Role: with a preface by"], "Doe", "", ""),
        (["T1  - Heart", "N1  - Author Role: ed."], "", "", ""),
    ],
)  # fmt: skip
def test_a_note_says_the_role_of_those_before_it(
    lines: list[str], authors: str, editors: str, translators: str
) -> None:
    record = read("CHAP", *lines)
    names = (record.author, record.editor, record.translator)
    assert [" ".join(name.family for name in people) for people in names] == [
        authors,
        editors,
        translators,
    ]


@pytest.mark.parametrize(
    "line",
    ["N1  - Connective Phrase: In:", "Y2  - 1999/05/06", "N1  - Record Number: 8"],
)
def test_what_says_nothing_of_the_work_is_kept(line: str) -> None:
    record = read("CONF", line)
    assert line[6:] in [field.value for field in record.kept]
    assert not record.notes
    assert record.accessed is None


def test_other_notes_stay_notes() -> None:
    notes = ("Packaging Method: paper", "Author, Subsidiary: Ann Roe", "Author Role: unknown")
    assert read("BOOK", *(f"N1  - {note}" for note in notes)).notes == notes


def test_others_labels_are_notes() -> None:
    text = "TY  - BOOK\nVL  - 2\nN1  - Language: easy\nN1  - Edition: in print\nER  - \n"
    (record,) = reader.read(open_source(text.encode(), Report()), Report())
    assert record.notes == ("Language: easy", "Edition: in print")
    assert record.volume == "2"
