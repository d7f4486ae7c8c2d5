"""RIS to RIS: what was read is written, and a second pass changes nothing."""

from __future__ import annotations

import medcite
import pytest
from medcite.tables.ris import PROFILES, ROWS
from medcite.tables.ris_codes import CODE_ROWS
from medcite.tables.ris_types import CSL_TYPES

TAGS = sorted({row.tag for row in ROWS} | {"ZZ"})
VALUES = {
    "DO": "10.1000/token", "DI": "10.1000/token", "DOI": "10.1000/token", "L3": "10.1000/token",
    "PM": "31234567", "SN": "1741-7015", "PY": "2014", "YR": "2014", "Y1": "2014/05/06",
    "DA": "2014/05/06/", "Y2": "2015/06/07/", "LA": "eng", "UR": "https://example.org/token",
    "US": "https://example.org/token", "LK": "https://example.org/token", "C6": "NIHMS123",
    "C2": "PMC123456", "SP": "11", "EP": "19", "PG": "51-59", "LP": "19",
}  # fmt: skip


def read(text: str, report: medcite.Report | None = None) -> medcite.Record:
    (record,) = medcite.read(text=text, format="ris", report=report or medcite.Report())
    return record


def write(record: medcite.Record, **options: object) -> str:
    return medcite.write([record], "ris", report=medcite.Report(), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "profile"),
    [
        *((code, "generic") for code in sorted(CSL_TYPES)),
        *((code, profile) for code in ("JOUR", "BOOK", "CONF") for profile in sorted(PROFILES)),
    ],
)
def test_every_tag_of_every_type_comes_back_or_is_told(code: str, profile: str) -> None:
    lines = [
        f"{tag}  - {VALUES.get(tag, f'Token{tag}')}" for tag in TAGS if tag not in ("TY", "ER")
    ]
    report = medcite.Report()
    record = read("\n".join([f"TY  - {code}", *lines, "ER  - ", ""]), report)
    text = medcite.write([record], "ris", report=report, receiver=profile)  # type: ignore[arg-type]
    told = " ".join(f"{note.where.tag} {note.message}" for note in report.diagnostics)
    for line in lines:
        tag, value = line.split("  - ")
        attributes = {row.to.replace("_", " ") for row in (*ROWS, *CODE_ROWS) if row.tag == tag}
        attributes |= {"event title"} if tag == "T2" else set()
        is_told = tag in told or value in told or any(name in told for name in attributes)
        assert is_told or all(part in text for part in value.rstrip("/").split("-")), line


@pytest.mark.parametrize("profile", sorted(PROFILES))
@pytest.mark.parametrize(
    "code", ["JOUR", "BOOK", "CHAP", "CONF", "THES", "RPRT", "ELEC", "PAT", "ANCIENT"]
)
def test_a_second_pass_changes_nothing(code: str, profile: str) -> None:
    # A second T2 has another meaning: what a book of a series is in, the proceedings.
    others = {"BOOK": {"JF", "T2"}, "CONF": {"T2"}}.get(code, set())
    for tag in set(TAGS) - {"TY", "ER"} - others:
        usual = ["TI  - Main", "AU  - Doe, Jane", "PY  - 2014", "T2  - J Test", "ID  - doe"]
        lines = [
            f"TY  - {code}",
            *usual,
            f"{tag}  - {VALUES.get(tag, f'Token{tag}')}",
            "ER  - ",
            "",
        ]
        once = write(read("\n".join(lines)), receiver=profile)
        assert write(read(once), receiver=profile) == once, tag


@pytest.mark.parametrize(
    ("code", "line", "attribute", "written"),
    [
        ("ANCIENT", "T2  - Token", "container_title", "ANCIENT"),
        ("ANCIENT", "T3  - Token", "volume_title", "ANCIENT"),
        ("ANCIENT", "SP  - 11", "page", "ANCIENT"),
        ("CLSWK", "T2  - Token", "collection_title", "CLSWK"),
        ("CLSWK", "SP  - 11", "number_of_pages", "CLSWK"),
    ],
)
def test_a_classic_is_of_the_type_that_its_tags_mean(
    code: str, line: str, attribute: str, written: str
) -> None:
    record = read(f"TY  - {code}\nTI  - T\n{line}\nER  - \n")
    text = write(record)
    assert text.startswith(f"TY  - {written}\n".replace("\n", "\r\n"))
    assert getattr(read(text), attribute) == getattr(record, attribute) != ""
    assert write(read(text)) == text


KEPT = ["AN  - L639123456", "DB  - Embase", "C1  - custom", "L4  - files/1/x y.png", "ZZ  - odd"]


def test_fields_without_a_place_go_back() -> None:
    lines = ["AD  - Oslo", "PB  - Acme", "CY  - Paris", "M3  - Article", *KEPT]
    text = write(read("\n".join(["TY  - JOUR", "TI  - T", *lines, "ER  - ", ""])))
    assert not set(lines) - set(text.splitlines())
    kept_only = write(read(text), fields=("TI", "AN"))
    assert kept_only.splitlines() == ["TY  - JOUR", "TI  - T", "AN  - L639123456", "ER  - "]


def test_a_tag_of_another_profile_is_written_on_request() -> None:
    record = medcite.Record(
        title="T",
        publication_types=("Review",),
        author=(
            medcite.Name("Fu", affiliations=("Oslo",)),
            medcite.Name("Li", affiliations=("Oslo",)),
        ),
    )
    assert "M3  - " not in write(record)
    assert "M3  - Review" in write(record, fields="+M3").splitlines()
    assert write(record, fields="+AD").count("AD  - Oslo") == 1
