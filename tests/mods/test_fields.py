"""MODS: what its elements say of a record, and what bibutils writes in it."""

from __future__ import annotations

import shutil
import subprocess
from operator import attrgetter

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Name, Pages

BIB = """@article{one, author = {Doe, Jane and {The Group}}, title = {Trees: a study}, volume = 1,
  journal = {Journal of Tests}, year = 2020, month = feb, number = 2, pages = {3--9},
  doi = {10.1000/one}, issn = {1234-5679}, keywords = {a; b}, abstract = {Words.}}
@incollection{two, author = {Doe, Jane}, editor = {Ed, Ann}, title = {Chapter}, year = 2021,
  booktitle = {Book}, publisher = {P}, address = {London}, pages = {3-4}, edition = {2nd},
  isbn = {978-3-16-148410-0}, series = {Series}}
@phdthesis{three, author = {Doe, Jane}, title = {Thesis}, school = {University}, year = 1999}
"""


def record_of(*elements: str, report: Report | None = None) -> Record:
    text = f"<mods xmlns='http://www.loc.gov/mods/v3'>{''.join(elements)}</mods>"
    (record,) = medcite.read(text=text, report=report or Report())
    return record


@pytest.mark.parametrize(
    ("element", "attribute", "value"),
    [
        ("<titleInfo><nonSort>The</nonSort><title>Trees</title><subTitle>a study</subTitle>"
         "</titleInfo>", "title", "The Trees: a study"),
        ("<titleInfo><title>Trees of Tests</title></titleInfo><titleInfo type='abbreviated'>"
         "<title>Trees</title></titleInfo>", "title_short", "Trees"),
        ("<name type='personal'><namePart>Doe, Jane</namePart></name>", "author",
         (Name("Doe", "Jane"),)),
        ("<name type='corporate'><namePart>A Group</namePart></name>", "author",
         (Name(literal="A Group"),)),
        ("<name><namePart type='family'>Doe</namePart><namePart type='termsOfAddress'>Jr"
         "</namePart><namePart type='given'>J</namePart></name>", "author",
         (Name("Doe", "J", "Jr"),)),
        ("<name><namePart type='family'>Ed</namePart><role><roleTerm>Editor</roleTerm></role>"
         "</name>", "editor", (Name("Ed"),)),
        ("<originInfo><dateIssued>2024-02-27</dateIssued></originInfo>", "issued.start",
         (2024, 2, 27, 0)),
        ("<originInfo><dateIssued>c2024</dateIssued></originInfo>", "issued.start.year", 2024),
        ("<part><extent unit='pages'><start>3</start><end>9</end></extent></part>", "page",
         Pages("3-9", "3-9", "3", "9")),
        ("<relatedItem type='host'><part><detail type='volume'><caption>vol.</caption><number>7"
         "</number></detail></part></relatedItem>", "volume", "7"),
        ("<identifier type='pmid'>38413930</identifier>", "pmid", "38413930"),
        ("<identifier type='doi'>10.1000/ONE</identifier>", "doi", "10.1000/ONE"),
        ("<language><languageTerm type='text'>German</languageTerm><languageTerm type='code'>ger"
         "</languageTerm></language>", "language", ("ger",)),
        ("<subject><topic>one</topic><topic>two</topic></subject>", "keywords.__len__", 2),
        ("<genre>thesis</genre>", "type", "thesis"),
        ("<relatedItem type='host'><genre>periodical</genre></relatedItem>", "type",
         "article-journal"),
        ("<relatedItem type='host'><titleInfo><title>B</title></titleInfo></relatedItem>", "type",
         "chapter"),
        ("<originInfo><issuance>monographic</issuance></originInfo>", "type", "book"),
    ],
)  # fmt: skip
def test_elements(element: str, attribute: str, value: object) -> None:
    got = attrgetter(attribute)(record_of(element))
    assert (got() if attribute.endswith("__len__") else got) == value


@pytest.mark.parametrize("prefix", ["mods", "m", "ns0"])
def test_prefixes_of_the_namespace_do_not_matter(prefix: str) -> None:
    text = "<mods:mods><mods:titleInfo><mods:title>T</mods:title></mods:titleInfo></mods:mods>"
    text = text.replace("mods:", f"{prefix}:")
    (record,) = medcite.read(text=text, report=Report())
    assert record.title == "T"


def test_what_other_publications_say_is_left_out_and_told() -> None:
    report = Report()
    record = record_of(
        "<titleInfo><title>T</title></titleInfo>",
        "<relatedItem type='preceding'><titleInfo><title>Old</title></titleInfo></relatedItem>",
        report=report,
    )
    assert record.title == "T"
    assert [told.message.partition(" left")[0] for told in report.diagnostics] == [
        "1 × relatedItem preceding"
    ]


def test_bibutils_mods_says_what_its_bib_says() -> None:
    program = shutil.which("bib2xml")
    if not program:
        pytest.skip("1 of 1 not installed: bibutils")
    xml = subprocess.run([program], input=BIB.encode(), capture_output=True, check=True).stdout
    ours = list(medcite.read(text=BIB, report=Report()))
    theirs = list(medcite.read(text=xml.decode("utf-8-sig"), report=Report()))
    assert len(ours) == len(theirs) == 3
    for one, other in zip(ours, theirs, strict=True):
        for name in ("key", "type", "title", "author", "editor", "container_title", "volume",
                     "issue", "doi", "isbn", "keywords", "abstract", "publisher",
                     "publisher_place", "collection_title", "page"):  # fmt: skip
            got, wanted = getattr(other, name), getattr(one, name)
            assert (got.full if name == "page" and got else got) == (
                wanted.full if name == "page" and wanted else wanted
            ), name
        assert other.issued
        assert one.issued
        assert other.issued.start == one.issued.start


def test_the_genre_of_a_subject_is_not_the_records_own() -> None:
    record = record_of("<subject><genre>thesis</genre></subject>")
    assert record.type == "document"
    assert [(field.tag, field.value) for field in record.kept] == [("subject/genre", "thesis")]
