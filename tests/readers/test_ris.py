"""RIS in: what each profile writes comes back, and so do the dialects of other programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.codecs import dates, pages
from medcite.files.source import open_source
from medcite.model.record import Record
from medcite.model.report import Level, Report
from medcite.model.values import Databank, Date, Event, Issn, Keyword, Name, PartialDate, Relation
from medcite.options import Options
from medcite.output import value_choice
from medcite.readers import ris as reader
from medcite.tables.ris import PROFILES, ROWS
from medcite.writers import ris as writer

from tests.sampled import corpus


def read(text: str) -> tuple[list[Record], Report]:
    report = Report()
    return list(reader.read(open_source(text.encode(), report), report)), report


def one(*lines: str, kind: str = "JOUR") -> Record:
    (record,), report = read("\n".join([f"TY  - {kind}", *lines, "ER  - ", ""]))
    assert not [told for told in report.diagnostics if told.level > Level.NOTE]
    return record


def again(record: Record, profile: str) -> Record:
    usual = record.replace(kept=(), origin=None)
    options = Options(receiver=profile, journal="full")
    text = "".join(writer.write([usual], options, Report()))
    (back,), report = read(text)
    assert not report.diagnostics, report.diagnostics
    return back.replace(origin=None, key="", admin=())


NOTHING = ("Na", "Nan", "None", "Null", "Undefined")  # what programs write for no value
WORD = st.from_regex(r"[A-Z][a-zα-ω]{1,8}", fullmatch=True).filter(lambda word: word not in NOTHING)
NAMES = st.one_of(
    st.tuples(WORD, WORD, st.sampled_from(["", "Jr", "3rd"])).map(lambda parts: Name(*parts)),
    WORD.map(Name),
    WORD.map(lambda word: Name(literal=f"The {word}, {word} Group")),
)
PAGES = st.sampled_from(["", "1", "S1-10", "1638-45, 1650", "e12; quiz e13", "W4-363-73"]).map(
    lambda text: pages.pages(text)._replace(raw=pages.pages(text).full) if text else None
)
DATES = st.sampled_from(
    ["2024", "2024 Feb", "2024 Feb 27", "2023 Nov-Dec", "1998 Oct 15-21", "1998 Dec-1999 Jan",
     "1999 Summer", "1999 Fall", "2000 Spring-Summer", "2004-2005", "2008 Jul 24-Aug 13"]
).map(lambda text: dates.date(text)._replace(raw=""))  # fmt: skip
BOOKS = ("book", "chapter", "report", "thesis")
TAGS = sorted({*(row.tag for row in ROWS), "ZZ", "ER", ""})
CARRIED = st.builds(
    Record,
    type=st.sampled_from(["article-journal", "article-newspaper", *BOOKS]),
    title=WORD,
    container_title=WORD,
    author=st.lists(NAMES, min_size=1, max_size=4).map(tuple),
    editor=st.lists(NAMES, max_size=2).map(tuple),
    et_al=st.booleans(),
    volume=WORD,
    issue=WORD,
    page=PAGES,
    issued=DATES,
    doi=st.builds("10.1234/{}<1>".format, WORD),
    pmid=st.integers(1, 10**8 - 1).map(str),
    pmcid=st.integers(1, 10**8).map("PMC{}".format),
    language=st.sampled_from([(), ("eng",), ("chi", "eng")]),
    keywords=st.lists(WORD, unique_by=str.casefold).map(
        lambda words: tuple(Keyword(word) for word in words)
    ),
    abstract=WORD,
    notes=st.lists(WORD, max_size=2).map(tuple),
)


@given(CARRIED, st.sampled_from(sorted(PROFILES)))
def test_what_ris_carries_comes_back(record: Record, profile: str) -> None:
    if record.type == "report":  # whose IS is its number
        record = record.replace(issue="")
    # A note that repeats the title, as reference managers write it, is not taken for one.
    record = record.replace(notes=tuple(note for note in record.notes if note != record.title))
    back = again(record, profile)
    if record.type in ("book", "report"):  # which have no journal: T2 is the series
        back = back.replace(container_title=back.collection_title, collection_title="")
    if profile == "zotero":  # which takes what stands before a comma for a family name
        record = record.replace(
            author=_for_zotero(record.author), editor=_for_zotero(record.editor)
        )
    issued = back.issued and back.issued._replace(raw="")
    assert back.replace(issued=issued) == record


def _for_zotero(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name._replace(literal=name.literal.replace(", ", " – ")) for name in names)


def test_endnotes_fields_come_back() -> None:
    record = Record(
        title="Pain", translated=True, original_title="Douleur", number="85",
        page=pages.pages("85"), nihmsid="NIHMS1",
        available_date=Date(PartialDate(2024, 2, 25), None, "2024/02/25"),
        publication_types=("Journal Article", "Review"), issued=dates.date("2024"),
        relations=(
            Relation("erratum-in", "J Foo. 2024;1:2; discussion 3. PMID: 12", "12"),
            Relation("retraction-in", "J Bar. 2024;1:3."),
        ),
    )  # fmt: skip
    assert again(record, "endnote") == record


@pytest.mark.parametrize("profile", sorted(PROFILES))
@pytest.mark.parametrize("csl_type", ["dataset", "software"])
def test_a_version_comes_back(csl_type: str, profile: str) -> None:
    """That of a dataset was read as its edition."""
    record = Record(type=csl_type, title="Counts", version="1.2")
    back = again(record, profile)
    assert (back.version, back.edition) == ("1.2", "")


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_the_corpus_comes_back(shared: Path, profile: str) -> None:
    given = corpus(shared)
    text = "".join(writer.write(given, Options(receiver=profile), Report()))
    back, report = read(text)
    assert report.diagnostics == []
    for record, other in zip(given, back, strict=True):
        for each in ("type", "volume", "issue", "doi", "pmid", "pmcid", "isbn"):
            assert getattr(other, each) == getattr(record, each), (record.pmid, each)
        assert other.abstract == value_choice.abstract(record)
        assert other.issued
        assert record.issued
        assert other.issued._replace(raw="") == record.issued._replace(raw="")
        assert (other.page and other.page.full) == (
            record.page.full if record.page else record.number or None
        )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["PY  - 2024"], Date(PartialDate(2024))),
        (["Y1  - 2011/05/03/"], Date(PartialDate(2011, 5, 3))),
        (["PY  - 2011/05//"], Date(PartialDate(2011, 5))),
        (["PY  - 2011///"], Date(PartialDate(2011))),
        (["DA  - 2024-02-27", "PY  - 2024"], Date(PartialDate(2024, 2, 27))),
        (["PY  - 2023", "DA  - Nov-Dec"], Date(PartialDate(2023, 11), PartialDate(2023, 12))),
        (["PY  - 2023", "DA  - Feb 3"], Date(PartialDate(2023, 2, 3))),
        (["Y1  - 2020/11//Nov/Dec2020"], Date(PartialDate(2020, 11), PartialDate(2020, 12))),
        (["PY  - 2020", "DA  - MAR-APR"], Date(PartialDate(2020, 3), PartialDate(2020, 4))),
        (["PY  - 2020", "DA  - SPR"], Date(PartialDate(2020, season=1))),
        (["Y1  - 2013/05/28", "PY  - 2013", "DA  - 2014/04/01"], Date(PartialDate(2013, 5, 28))),
        (["DA  - 1999///Fall"], Date(PartialDate(1999, season=3))),
        (["DA  - 2012///2nd Quarter"], Date(PartialDate(2012), None, "", "2nd Quarter")),
        (["Y1  - 2015/october"], Date(PartialDate(2015, 10))),
        (["PY  - 1998/07/15/Summer"], Date(PartialDate(1998, 7, 15), None, "", "Summer")),
        (["PY  - 2013/04/18", "PY  - 2013/02/15/received"], Date(PartialDate(2013, 4, 18))),
        (["PY  - in press"], Date(None, None, "", "in press")),
        (["DA  - 2023/10//undefined"], Date(PartialDate(2023, 10), None, "", "undefined")),
    ],
)
def test_dates(lines: list[str], expected: Date) -> None:
    issued = one(*lines).issued
    assert issued
    assert issued._replace(raw="") == expected


def test_tags_of_old() -> None:
    record = one(
        "T1  - Title", "A1  - Fu, H", "JO  - Journal of Pain", "JA  - J Pain", "N2  - Abstract",
        "Y1  - 2001/02/03", "M3  - 10.1000/1", "CP  - 4", "SP  - 737", "EP  - 8",
    )  # fmt: skip
    assert (record.title, record.abstract) == ("Title", "Abstract")
    assert record.author == (Name("Fu", "H"),)
    assert (record.container_title, record.container_title_short) == ("Journal of Pain", "J Pain")
    assert (record.doi, record.issue) == ("10.1000/1", "4")
    assert record.page == pages.pages("737-8")


@pytest.mark.parametrize(
    ("lines", "full", "short"),
    [
        (["T2  - Journal of Pain", "J2  - J Pain"], "Journal of Pain", "J Pain"),
        (["JF  - Journal of Pain", "JO  - J Pain"], "Journal of Pain", "J Pain"),
        (["T2  - J Pain", "JO  - Journal of Pain"], "Journal of Pain", "J Pain"),
        (["J2  - J Pain"], "J Pain", "J Pain"),
    ],
)
def test_journals(lines: list[str], full: str, short: str) -> None:
    record = one(*lines)
    assert (record.container_title, record.container_title_short) == (full, short)


@pytest.mark.parametrize(
    ("line", "attribute", "value"),
    [
        ("AN  - 38413930", "pmid", "38413930"),
        ("M2  - PMID: 38413930", "pmid", "38413930"),
        ("M1  - PMID: 38413930", "pmid", "38413930"),
        ("N1  - PMCID: PMC10900595", "pmcid", "PMC10900595"),
        ("UR  - PM:38413930", "pmid", "38413930"),
        ("UR  - http://www.ncbi.nlm.nih.gov/pubmed/38413930", "pmid", "38413930"),
        ("L2  - https://pmc.ncbi.nlm.nih.gov/articles/PMC10900595/", "pmcid", "PMC10900595"),
        ("UR  - https://doi.org/10.1000/1", "doi", "10.1000/1"),
        ("DO  - doi:10.1000/1", "doi", "10.1000/1"),
        ("UR  - https://www.ncbi.nlm.nih.gov/books/NBK1/", "nbk", "NBK1"),
        ("C2  - PMC1", "pmcid", "PMC1"),
        ("LA  - English", "language", ("eng",)),
        ("LA  - eng, fre", "language", ("eng", "fre")),
        ("KW  - *Humans; Mice", "keywords", (Keyword("Humans", True), Keyword("Mice"))),
        ("SN  - 1741-7015 (Electronic) 1234-567X", "issn",
         (Issn("1741-7015", "electronic"), Issn("1234-567X"))),
        ("SN  - 978-3-16-148410-0", "isbn", ("978-3-16-148410-0",)),
        ("AU  - Fu, H; Li, J", "author", (Name("Fu", "H"), Name("Li", "J"))),
        ("ET  - 3rd", "edition", "3rd"),
        ("AU  - Fu H, Li JM", "author", (Name("Fu", "H"), Name("Li", "J M"))),
        ("AU  - NCT00000001", "databanks", (Databank("ClinicalTrials.gov", "NCT00000001"),)),
        ("TI  - &#x3b1; &amp; &beta;", "title", "α & β"),
        ("SP  - 100‐110", "page", pages.pages("100-110")),
        ("TI  - Under  the\t\t sea", "title", "Under the sea"),
        ("M1  - 0", "issue", ""),
        ("SP  - 1\nLP  - 9", "page", pages.pages("1-9")),
        ("J9  - J TESTS\nJI  - J. Tests", "container_title_short", "J. Tests"),
        ("PM  - PUBMED 32000001", "pmid", "32000001"),
        ("U1  - 23690738[pmid]", "pmid", "23690738"),
        ("PY  - 2013/02/15/received", "history",
         (Event("received", dates.date("2013 Feb 15")),)),
        ("TI  - A talk\nST  - A talk", "title_short", ""),
        ("ST  - A talk", "title", "A talk"),
        ("N1  - A talk.\nTI  - A talk.", "notes", ()),
        ("N1  - A talk with slides\nTI  - A talk", "notes", ("A talk with slides",)),
        ("TI  - Two halves: \u2028wrapped by\u2029 a publisher", "title",
         "Two halves: wrapped by a publisher"),
        ("N1  - \u2028", "notes", ()),
        ("LA  - deu", "language", ("ger",)),
        ("LA  - Deutsch; Svenska", "language", ("ger", "swe")),
        ("LA  - Klingon", "language", ("Klingon",)),
        ("SO  - Koedoe", "container_title", "Koedoe"),
        ("Y2  - 2020/03/04", "accessed", Date(PartialDate(2020, 3, 4))),
        ("A4  - Roe, Al", "translator", (Name("Roe", "Al"),)),
        ("UR  - https://europepmc.org/article/MED/38413930", "pmid", "38413930"),
        ("UR  - https://europepmc.org/articles/PMC1", "pmcid", "PMC1"),
        ("DO  - 10.1000/1\nDOI  - 10.1000/1", "doi", "10.1000/1"),
        ("DA  - 2024/01/13/", "issued", dates.date("2024 Jan 13")),
        ("SP  - e12\nEP  - e12", "page", pages.pages("e12")),
        ("N1  - Original title: Die Angst", "original_title", "Die Angst"),
        ("TI  - Fear\nN1  - Original title: Die Angst", "translated", False),
        ("TI  - Fear\nTT  - Die Angst", "translated", True),
        ("N1  - RETRACTED. Retraction in: J Foo. 2024;1:2.", "relations",
         (Relation("retraction-in", "J Foo. 2024;1:2."),)),
    ],
)  # fmt: skip
def test_where_a_tag_goes(line: str, attribute: str, value: object) -> None:
    assert getattr(one(line), attribute) == value


def test_an_accession_number_of_another_database_is_no_pmid() -> None:
    record = one("AN  - 2012345", "DB  - Embase")
    assert record.pmid == ""
    assert [field[:2] for field in record.kept] == [("AN", "2012345"), ("DB", "Embase")]


def test_endnote_lists_on_lines() -> None:
    record = one("KW  - citation", "reference", "graft-versus-host", "      disease", "VL  - 2",
                 "SN  - 1932-6203", "0028-0836")  # fmt: skip
    assert [each.text for each in record.keywords] == [
        "citation", "reference", "graft-versus-host disease",
    ]  # fmt: skip
    assert [each.value for each in record.issn] == ["1932-6203", "0028-0836"]


@pytest.mark.parametrize(
    ("text", "issn", "isbn"),
    [
        ("00280836 (ISSN)", [Issn("0028-0836")], ()),
        ("00280836 14764687", [Issn("0028-0836"), Issn("1476-4687")], ()),
        ("0028-0836 (Print); 1476-4687 (Electronic)",
         [Issn("0028-0836", "print"), Issn("1476-4687", "electronic")], ()),
        ("978-0-306-40615-7", [], ("978-0-306-40615-7",)),
        ("0306406152 (ISBN)", [], ("0306406152",)),
        ("978 0 306 40615 7", [], ("978 0 306 40615 7",)),
    ],
)  # fmt: skip
def test_numbers(text: str, issn: list[Issn], isbn: tuple[str, ...]) -> None:
    record = one(f"SN  - {text}")
    assert (list(record.issn), record.isbn) == (issn, isbn)
    if issn:
        assert f"SN  - {issn[0].value}" in "".join(writer.write([record], Options(), Report()))


def test_scopus_pmid() -> None:
    assert one("C2  - 12345678", "DB  - Scopus").pmid == "12345678"
    assert one("C2  - 12345678", "DB  - EndNote").pmid == ""


def test_what_jabref_is_given_comes_back() -> None:
    record = Record(
        pmid="38413930", type="chapter", title="Pain", translated=True, et_al=True,
        original_title="Douleur", author=(Name(literal="Trials and Tests"),
        Name("Doe", "Jo", "Jr")), editor=(Name("Roe", "Al"),), container_title="Book",
    )  # fmt: skip
    back = again(record, "jabref")
    assert back.kept == ()
    for said in ("pmid", "original_title", "translated", "author", "et_al", "editor", "type"):
        assert getattr(back, said) == getattr(record, said)


def test_the_address_is_ur() -> None:
    record = one("L1  - file:///x.pdf", "L2  - https://a.org/full", "UR  - https://a.org/")
    assert record.url == "https://a.org/"
    assert [each.tag for each in record.kept] == ["L1", "L2"]
    assert one("L1  - internal-pdf://x.pdf").url == ""


def test_what_stands_between_references_is_told_and_no_reference() -> None:
    """Ovid puts numbers and the search's history there, some of it behind a tag."""
    found, report = read(
        "1. \nTY  - JOUR\nTI  - A\nER  - \n\nC1  - Database: Tests\n\nSearch Strategy:\n1  a.mp.\n"
        "\n2. \nTY  - JOUR\nTI  - B\nER  - \n\nC1  - Database: Tests\nThe end\n"
    )
    assert [record.title for record in found] == ["A", "B"]
    assert {told.code for told in report.diagnostics} == {"stray-line"}
    assert [told.where.line for told in report.diagnostics] == [1, 6, 16]


def test_the_type_may_stand_in_the_midst() -> None:
    found, report = read(
        "DB  - X\nTI  - A\nTY  - CHAP\nPY  - 2006\nER  - \nTI  - B\n\nTY  - JOUR\n"
    )
    assert [(record.title, record.type) for record in found] == [
        ("A", "chapter"), ("B", "article-journal"), ("", "article-journal"),
    ]  # fmt: skip
    assert [told.code for told in report.diagnostics] == [
        "kept", "truncated", "no-type", "truncated",
    ]  # fmt: skip


def test_lines_cut_in_the_midst_of_words_are_put_together() -> None:
    """citation-js cuts every 70 characters; what wraps between words has lines of all lengths."""
    title, words = (
        "Treatments of the heart " * 6,
        "; ".join(f"alpha b{letter}ta" for letter in "abcdefghijkl"),
    )
    cut = [
        f"{tag}  - " + "\n".join(text[at : at + 70] for at in range(0, len(text), 70))
        for tag, text in (("TI", title), ("KW", words), ("JO", "Heart"))
    ]
    record = one(*cut)
    assert record.title == title.strip()
    assert "; ".join(word.text for word in record.keywords) == words
    assert record.container_title == "Heart"
    assert one("AB  - " + "a" * 70, "b" * 70, "c" * 60, "d").abstract.count(" ") == 3


def test_editors_by_type() -> None:
    assert one("A2  - Adam, M", "T2  - Book", kind="CHAP").editor == (Name("Adam", "M"),)
    assert one("A3  - Adam, M", kind="BOOK").editor == (Name("Adam", "M"),)
    assert one("AU  - Adam, M", kind="EDBOOK").editor == (Name("Adam", "M"),)


@pytest.mark.parametrize(
    ("kind", "lines", "said"),
    [
        ("BOOK", ["A2  - Adam, M", "A3  - Roe, A"],
         {"collection_editor": (Name("Adam", "M"),), "editor": (Name("Roe", "A"),)}),
        ("BOOK", ["A2  - Adam, M"], {"editor": (Name("Adam", "M"),), "collection_editor": ()}),
        ("BOOK", ["SP  - xii, 345 p.", "M1  - 12", "NV  - 3"],
         {"number_of_pages": "xii, 345 p.", "collection_number": "12", "number_of_volumes": "3",
          "page": None, "issue": ""}),
        ("CHAP", ["M1  - 0"], {"number_of_volumes": "", "issue": ""}),
        ("BOOK", ["ET  - 2nd ed."], {"edition": "2nd"}),
        ("BOOK", ["SP  - 22", "EP  - 33"], {"page": pages.pages("22-33"), "number_of_pages": ""}),
        ("CHAP", ["A3  - Roe, A", "SV  - 44", "SE  - 7", "SP  - 5"],
         {"collection_editor": (Name("Roe", "A"),), "collection_number": "44",
          "chapter_number": "7", "page": pages.pages("5")}),
        ("THES", ["M3  - Master's thesis", "SP  - 210"],
         {"genre": "Master's thesis", "number_of_pages": "210", "page": None}),
        ("RPRT", ["SN  - WHO/2014.1", "T2  - Notes", "M3  - Guideline"],
         {"number": "WHO/2014.1", "collection_title": "Notes", "genre": "Guideline", "issn": ()}),
        ("RPRT", ["SN  - 978-0-306-40615-7"], {"number": "", "isbn": ("978-0-306-40615-7",)}),
        ("PAT", ["IS  - 4,904,581", "A2  - Patent Office", "PB  - Acme"],
         {"number": "4,904,581", "issue": "", "editor": (), "publisher": "Acme"}),
        ("CONF", ["T2  - Tests 2007", "C3  - Proceedings", "CY  - Rome", "C1  - Leipzig"],
         {"event_title": "Tests 2007", "container_title": "Proceedings", "event_place": "Rome",
          "publisher_place": "Leipzig"}),
        ("CONF", ["T2  - Proceedings", "CY  - Leipzig"],
         {"container_title": "Proceedings", "publisher_place": "Leipzig", "event_title": ""}),
        ("COMP", ["ET  - 2.1"], {"version": "2.1", "edition": ""}),
    ],
)  # fmt: skip
def test_tags_mean_what_the_type_makes_of_them(
    kind: str, lines: list[str], said: dict[str, object]
) -> None:
    record = one(*lines, kind=kind)
    assert {name: getattr(record, name) for name in said} == said
    back = again(record, "zotero")
    assert {name: getattr(back, name) for name in said} == said


def test_layout_does_not_matter() -> None:
    plain = "TY  - JOUR\nTI  - One\nAB  - First\nsecond line\nER  - \n"
    for text in (
        plain,
        plain.replace("\n", "\r\n"),
        "\ufeff" + plain,
        plain.replace("  - ", " - "),
        plain.rstrip("\n "),
        "\n\n" + plain,
    ):
        (record,), report = read(text)
        assert (record.title, record.abstract) == ("One", "First second line")
        assert not report.diagnostics


def test_records_run_together_and_stray_lines_are_told() -> None:
    text = "Provider: X\nTY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  - \n7\nTI  - Three\n"
    found, report = read(text)
    assert [record.title for record in found] == ["One", "Two", "Three"]
    assert [(told.code, told.where.line) for told in report.diagnostics] == [
        ("stray-line", 1), ("truncated", 2), ("stray-line", 7), ("truncated", 8), ("no-type", 8),
    ]  # fmt: skip


def test_nothing_is_lost_in_silence() -> None:
    (record,), report = read(
        "TY  - JOUR\nTI  - One\nTI  - Two\nZZ  - what\nC1  - mine\nDO  - no doi\nER  - \n"
    )
    assert [(field.tag, field.value, field.line) for field in record.kept] == [
        ("TI", "Two", 3), ("ZZ", "what", 4), ("C1", "mine", 5), ("DO", "no doi", 6),
    ]  # fmt: skip
    assert [(told.code, told.where.line) for told in report.diagnostics] == [
        ("repeated-tag", 3), ("unknown-tag", 4), ("bad-doi", 6), ("kept", 1),
    ]  # fmt: skip
    assert record.origin
    assert len(record.origin.fields) == 6


TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=9)


@given(st.lists(st.tuples(st.sampled_from(TAGS), TEXT), max_size=8))
def test_no_text_crashes_the_reader(lines: list[tuple[str, str]]) -> None:
    read("x\n" + "\n".join(f"{tag}  - {text}" for tag, text in lines))


def test_both_issns_come_back_from_ris_to_ris() -> None:
    record = one("TI  - T", "SN  - 1234-5679", "SN  - 0140-6736")
    report = Report()
    text = "".join(writer.write([record], Options(), report))
    assert text.count("SN  - ") == 2
    assert read(text)[0][0].issn == record.issn
    assert not report.diagnostics


def test_further_issns_from_elsewhere_are_told() -> None:
    record = Record(title="T", issn=(Issn("1234-5679", "print"), Issn("0140-6736", "electronic")))
    report = Report()
    text = "".join(writer.write([record], Options(), report))
    assert text.count("SN  - ") == 1
    assert any("further ISSNs" in told.message for told in report.diagnostics)
