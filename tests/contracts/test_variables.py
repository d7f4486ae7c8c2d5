"""What .bib files, RIS and CSL-JSON all have: it arrives, whichever of them it comes from."""

from __future__ import annotations

import json

import medcite
import pytest

# Of each variable of CSL: its value, and the line that it stands in.
BIBLATEX = [
    ("event-date", {"date-parts": [[2019, 5, 3]]}, "eventdate = {2019-05-03}"),
    ("original-date", {"date-parts": [[1888]]}, "origdate = {1888}"),
    ("original-publisher", "Teubner", "origpublisher = {Teubner}"),
    ("original-publisher-place", "Leipzig", "origlocation = {Leipzig}"),
    ("container-author", [{"family": "Loe", "given": "Bo"}], "bookauthor = {Loe, Bo}"),
    ("call-number", "QA 12", "library = {QA 12}"),
]
RIS = [
    ("event-date", {"date-parts": [[2019, 5, 3]]}, "DA  - 2019/05/03"),
    ("original-date", {"date-parts": [[1888]]}, "OP  - 1888"),
    ("call-number", "QA 12", "CN  - QA 12"),
    ("section", "Sports", "SE  - Sports"),
]


def item_of(record: medcite.Record) -> dict[str, object]:
    """Return a record's item without its origin, from which kept fields would come back."""
    items: list[dict[str, object]] = json.loads(medcite.write([record], "csl-json"))
    return items[0]


@pytest.mark.parametrize(("variable", "value", "bib"), BIBLATEX)
def test_from_biblatex_and_back(variable: str, value: object, bib: str) -> None:
    (record,) = medcite.read(text=f"@inproceedings{{k, title = {{T}}, {bib}}}", format="bibtex")
    assert item_of(record)[variable] == value
    text = json.dumps([{"id": "k", "type": "paper-conference", variable: value}])
    (record,) = medcite.read(text=text, format="csl-json")
    assert bib in medcite.write([record], "biblatex")


@pytest.mark.parametrize(("variable", "value", "ris"), RIS)
def test_from_ris_and_back(variable: str, value: object, ris: str) -> None:
    text = f"TY  - CONF\nTI  - T\nPY  - 2020\n{ris}\nER  - \n"
    (record,) = medcite.read(text=text, format="ris")
    assert item_of(record)[variable] == value
    assert ris in medcite.write([record], "ris")


def test_a_formatted_list_prints_them() -> None:
    (record,) = medcite.read(
        text="@book{k, author = {Doe, Jane}, title = {T}, date = {2020}, origdate = {1888}}",
        format="bibtex",
    )
    assert "1888" in medcite.format_bibliography([record], "apa")
