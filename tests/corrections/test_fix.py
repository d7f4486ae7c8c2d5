"""``medcite verify --fix``: fields that differ are set right, and all else stays as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from tests.cli.test_verified_documents import EXPORT, RIGHT
from tests.contracts.documents import code, item
from tests.manuscript.documents import clusters, docx, field, heading, paragraph, shown
from tests.manuscript.test_fields import FIELDS
from tests.run import Outcome, run_cli

BIB = """\
% my references, which nobody else has in this order
@string{jt = "J Test"}
@comment{nothing}

@Article {roe,
    author   = "Roe, Ann",
    Title={The {Second} article of all} ,
  journal = jt, year = 2019 , month = feb,
    number={2}, volume = 2 , pages = {10--19},
    keywords = {mine}
}
Text between.
@article(doe, author = {Doe, Jane}, title = {The first article of all}, doi = {10.1000/1},
  journaltitle = {J Test}, date = {2020}, volume = {11}, number = {3}, pages = {3--9})

@article{foe, title = {Everything about everything else}, author = {Foe, Kim}, year = 1999}
% the end"""


@pytest.fixture
def fix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Return what verifies and fixes a file with this content."""
    monkeypatch.chdir(tmp_path)
    Path("export.ris").write_text(EXPORT)

    def run(name: str, content: str | bytes, *options: str) -> Outcome:
        data = content.encode() if isinstance(content, str) else content
        Path(name).write_bytes(data)
        words = ("verify", name, "--fix", *options, "--against", "export.ris")
        result = run_cli(monkeypatch, *words)
        assert Path(name).read_bytes() == data
        return result

    return run


def test_a_bib_file_keeps_all_that_is_right(fix: Callable[..., Outcome]) -> None:
    result = fix("refs.bib", BIB, "-q")
    assert result.out.splitlines() == [
        "roe: differs (year: `2019`, but `2021`), refs.bib:5",
        "doe: differs (volume: `11`, but `1`; issue: `3`, but `2`), refs.bib:13",
        "foe: not found, refs.bib:16",
    ]
    assert result.status == 1
    expected = BIB.replace("year = 2019 ,", "year = 2021 ,")
    expected = expected.replace("volume = {11}, number = {3}", "volume = {1}, number = {2}")
    assert Path("refs-fixed.bib").read_bytes().decode() == expected


def test_what_was_changed_is_told_and_no_line_of_it_begins_with_a_key(
    fix: Callable[..., Outcome],
) -> None:
    result = fix("refs.bib", BIB)
    assert result.err.splitlines()[-4:] == [
        "refs-fixed.bib: roe: year: `2019` -> `2021`",
        "refs-fixed.bib: doe: volume: `11` -> `1`",
        "refs-fixed.bib: doe: issue: `3` -> `2`",
        "refs-fixed.bib: 3 fields of 2 references set right",
    ]
    told = fix("refs.bib", BIB, "--diagnostics", "json").err.splitlines()
    fixed = [line for line in map(json.loads, told) if line["code"] == "fixed"]
    assert [(line["record"], line["tag"]) for line in fixed] == [
        ("roe", "year"), ("doe", "volume"), ("doe", "issue")]  # fmt: skip


def test_line_ends_and_signs_stay(fix: Callable[..., Outcome]) -> None:
    text = BIB.replace("mine", "mîne").replace("\n", "\r\n")
    fix("refs.bib", "\ufeff" + text)
    expected = "\ufeff" + text.replace("2019", "2021").replace("{11}, number = {3}",
                                                               "{1}, number = {2}")  # fmt: skip
    assert Path("refs-fixed.bib").read_bytes().decode() == expected


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ("title = {The first article}, subtitle = {for all},", "title"),
        ('volume = 1 # "1",', "volume"),
        ("volume = {1} # {1},", "volume"),
        ("note = {PMID: 38413930},", "pmid"),
    ],
)
def test_what_cannot_be_set_right_is_told(
    given: str, field: str, fix: Callable[..., Outcome]
) -> None:
    entry = "author = {Doe, Jane}, journal = {J Test}, year = 2020, doi = {10.1000/1}"
    title = "" if "title" in given else "title = {The first article of all},"
    bib = f"@article{{doe, {title} {given} {entry}}}\n"
    Path("export.ris").write_text(EXPORT.replace("DO  - 10", "AN  - 1\nDO  - 10"))
    result = fix("refs.bib", bib)
    assert Path("refs-fixed.bib").read_text() == bib
    assert f"warning[unfixed]: doe {field}: " in result.err


def test_names_with_commands_and_braces(fix: Callable[..., Outcome]) -> None:
    Path("export.ris").write_text(EXPORT.replace("Doe, Jane", "Döe & Sons, Jane_x"))
    fix("refs.bib", BIB.replace("{Doe, Jane}", "{Poe, Max}"))
    text = Path("refs-fixed.bib").read_text()
    assert r"author = {D{\"o}e \& Sons, Jane\_x}" in text or r"Döe \& Sons, Jane\_x" in text


RECORDS = {
    "refs.ris": "TY  - JOUR\nID  - doe\nTI  - The first article of all\nAU  - Doe, Jane\n"
    "JO  - J Test\nPY  - 2018\nVL  - 1\nDO  - 10.1000/1\nU1  - mine\nER  - \n\n"
    "TY  - JOUR\nID  - foe\nTI  - Everything about everything else\nER  - \n",
    "refs.json": json.dumps([
        {"id": "doe", "type": "article-journal", "title": "The first article of all",
         "author": [{"family": "Doe", "given": "Jane"}], "DOI": "10.1000/1",
         "issued": {"date-parts": [[2018]]}, "medium": "mine"},
        {"id": "foe", "type": "book", "title": "Everything about everything else"}]),
}  # fmt: skip


@pytest.mark.parametrize("name", RECORDS)
def test_records_are_written_anew_and_nothing_is_lost(
    name: str, fix: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    result = fix(name, RECORDS[name], "-o", f"right{Path(name).suffix}")
    assert result.out.splitlines() == [
        f"doe: differs (year: `2018`, but `2020`), {name}:1",
        f"foe: not found, {name}:{12 if name.endswith('ris') else 1}",
    ]
    text = Path(f"right{Path(name).suffix}").read_text()
    assert "2018" not in text
    assert text.count("mine") == text.count("Everything about everything else") == 1
    words = ("verify", f"right{Path(name).suffix}", "--against", "export.ris")
    assert run_cli(monkeypatch, *words).out.startswith("doe: agrees\nfoe: not found")


ARTICLE = item("The first article of all", 1, volume="11", **{"citation-key": "doe"})
ARTICLE |= {"author": [{"family": "Doe", "given": "Jane"}], "container-title": "J Test",
            "issued": {"date-parts": [["2020"]]}, "abstract": "Mine & yours"}  # fmt: skip


def test_a_documents_fields_are_set_right_and_its_text_stays(
    fix: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = item("Everything about everything else", 2)
    one = escape(code(ARTICLE), quote=False)
    both = escape(code(other, ARTICLE), quote=False)
    split = field(f" ADDIN {one} ", "(1)").replace(
        "first article", 'first </w:instrText></w:r><w:r><w:instrText xml:space="preserve">article'
    )
    note = f'<w:footnote w:id="2">{paragraph(field(f" ADDIN {both} ", "(2)"))}</w:footnote>'
    body = paragraph("Seen ", split, '<w:r><w:footnoteReference w:id="2"/></w:r>')
    data = docx(body + heading("References") + paragraph(RIGHT), footnotes=note)
    result = fix("paper.docx", data)
    assert result.out.splitlines()[0] == (
        "doe: differs (volume: `11`, but `1`), paper.docx, paragraph 1"
    )
    fixed = Path("paper-fixed.docx").read_bytes()
    assert shown(fixed) == shown(data)
    (in_text,) = clusters(fixed)
    (in_note,) = clusters(fixed, "word/footnotes.xml")
    items = [each["itemData"] for each in (*in_text["citationItems"], *in_note["citationItems"])]  # type: ignore[misc]
    assert [each.get("volume") for each in items] == ["1", None, "1"]
    assert items[0] == {**ARTICLE, "volume": "1"}
    words = ("verify", "paper-fixed.docx", "--against", "export.ris")
    assert run_cli(monkeypatch, *words).out.startswith("doe: agrees\n10.1000/2: not found")


def test_what_other_programs_keep_in_a_document_is_left_and_told(
    fix: Callable[..., Outcome],
) -> None:
    Path("export.ris").write_text(EXPORT.replace("The first article of all",
                                                 "An article of a reference manager")
                                  .replace("10.1000/1", "10.1000/foe"))  # fmt: skip
    data = docx(paragraph(FIELDS["EndNote"]))
    result = fix("paper.docx", data)
    assert Path("paper-fixed.docx").read_bytes() == data
    assert "paper-fixed.docx: warning[unfixed]: 10.1000/foe year: `2019` stays" in result.err


def test_a_typed_list_is_not_set_right(fix: Callable[..., Outcome]) -> None:
    result = fix("paper.docx", docx(heading("References") + paragraph(RIGHT.replace("3-9", "4-9"))))
    assert result.out.startswith("1: differs (pages")
    assert "a list of text is not set right, and nothing was written" in result.err
    assert not Path("paper-fixed.docx").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-o", "refs.bib"), "refs.bib is the input, which is never changed"),
        (("-o", "right.ris"), "expected the name of a file that ends in .bib"),
        (("-o", "-"), "expected the name of a file that ends in .bib"),
        (("export.ris",), "--fix takes one input, which is a file"),
        (("--limit", "1"), "--fix takes all references of the input"),
    ],
)
def test_wrong_usage_is_refused(
    options: tuple[str, ...], said: str, fix: Callable[..., Outcome]
) -> None:
    result = fix("refs.bib", BIB, *options)
    assert result.status == 2
    assert said in result.err
    assert not result.out


def test_an_existing_file_is_replaced_only_by_the_same_or_by_force(
    fix: Callable[..., Outcome],
) -> None:
    fix("refs.bib", BIB)
    assert fix("refs.bib", BIB).status == 1  # the same again
    Path("refs-fixed.bib").write_text("mine")
    result = fix("refs.bib", BIB)
    assert result.status == 2
    assert "refs-fixed.bib exists; nothing was written" in result.err.replace(": exists", " exists")
    assert Path("refs-fixed.bib").read_text() == "mine"
    fix("refs.bib", BIB, "--force")
    assert "2021" in Path("refs-fixed.bib").read_text()


def test_a_file_that_is_no_utf8_and_one_that_is_only_read(fix: Callable[..., Outcome]) -> None:
    result = fix("refs.bib", BIB.replace("mine", "m\xeene").encode("latin-1"))
    assert "refs.bib: is not in UTF-8, and was not changed" in result.err.replace("error: ", "")
    text = "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI The first article of all\n"
    result = fix("refs.ciw", f"{text}AU Doe, J\nPY 2019\nDI 10.1000/1\nER\n\nEF\n")
    assert "--fix cannot write wos, which is only read" in result.err
