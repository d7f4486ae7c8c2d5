"""``medcite verify paper.docx``: what a document's fields hold, or else the list that it prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contracts.documents import code, item, make_docx, make_odt, odt
from tests.manuscript.documents import docx, heading, paragraph
from tests.run import Outcome, run_cli

RIGHT = "Doe J. The first article of all. J Test. 2020;1(2):3-9."
WRONG = "Roe A. The second article of all. J Test. 2019;2(2):10-9."
INVENTED = "Foe K. Everything about everything else. J Test. 2018;7(1):1-2."
EXPORT = """
TY  - JOUR
TI  - The first article of all
AU  - Doe, Jane
JO  - J Test
PY  - 2020
VL  - 1
IS  - 2
SP  - 3
EP  - 9
DO  - 10.1000/1
ER  -

TY  - JOUR
TI  - The second article of all
AU  - Roe, Ann
JO  - J Test
PY  - 2021
VL  - 2
IS  - 2
SP  - 10
EP  - 19
ER  -
"""[1:]


@pytest.fixture
def verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Return what verifies a document of this name, with more options."""
    monkeypatch.chdir(tmp_path)
    Path("refs.ris").write_text(EXPORT)

    def run(name: str, data: bytes, *options: str) -> Outcome:
        Path(name).write_bytes(data)
        return run_cli(monkeypatch, "verify", name, "--against", "refs.ris", *options)

    return run


@pytest.mark.parametrize(("name", "make"), [("a.docx", make_docx), ("a.odt", make_odt)])
def test_what_fields_hold(
    name: str, make: Callable[..., bytes], verify: Callable[..., Outcome]
) -> None:
    one = item("The first article of all", 1, author=[{"family": "Doe", "given": "Jane"}])
    one |= {"container-title": "J Test", "issued": {"date-parts": [["2020"]]}}
    two = item("Nothing of the kind", 2)
    result = verify(name, make((code(one), code(two, one))))
    assert result.out.splitlines() == [
        "10.1000/1: agrees", f"10.1000/2: not found, {name}, paragraph 2"]  # fmt: skip
    assert result.status == 1


def test_a_list_that_word_numbers(verify: Callable[..., Outcome]) -> None:
    body = paragraph("Text.") + heading("References") + paragraph("") + paragraph(RIGHT)
    body += paragraph(WRONG) + paragraph("") + paragraph(INVENTED) + heading("Tables")
    result = verify("a.docx", docx(body + paragraph(f"{RIGHT} in a table's note")))
    assert result.out.splitlines() == [
        "1: agrees",
        "2: differs (year: `2019`, but `2021`), a.docx, paragraph 5 under 'References'",
        "3: not found, a.docx, paragraph 7 under 'References'",
    ]


def test_a_list_of_typed_numbers_and_a_figure_behind_it(verify: Callable[..., Outcome]) -> None:
    text = "<text:h>Literatur</text:h>" + "".join(
        f"<text:p>{line}</text:p>"
        for line in (f"[4]<text:tab/>{RIGHT}", f"[5] {WRONG}", "Figure 1. A long legend behind it.")
    )
    rows = [
        json.loads(line) for line in verify("a.odt", odt(text), "--as", "json").out.splitlines()
    ]
    assert [(row["id"], row["answer"], row["place"]) for row in rows] == [
        ("4", "agrees", "a.odt, paragraph 2 under 'Literatur'"),
        ("5", "differs", "a.odt, paragraph 3 under 'Literatur'"),
    ]


def test_links_and_fields_in_a_list(verify: Callable[..., Outcome]) -> None:
    link = '<w:hyperlink r:id="rId9"><w:r><w:t>doi:10.1000/1</w:t></w:r></w:hyperlink>'
    body = heading("References") + paragraph(f"{RIGHT} ", link, "<w:r><w:br/></w:r>")
    assert verify("a.docx", docx(body)).out == "1: agrees\n"


def test_a_document_without_references_and_a_missing_one(verify: Callable[..., Outcome]) -> None:
    result = verify("a.docx", docx(paragraph("Text.")))
    assert result.out == ""
    assert "a.docx: error[empty]: no citations of reference managers, and no list" in result.err
    result = verify("b.docx", b"PK\x03\x04" + bytes(50))
    assert "b.docx: error[unreadable]: is a damaged" in result.err
    assert result.status == 1
