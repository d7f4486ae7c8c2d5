"""What BibTeX and BibLaTeX have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite import format_registry
from medcite.base.suggestions import UnknownError
from medcite.bibtex.write.encode import ENCODERS
from medcite.codecs.dates import date
from medcite.codecs.pages import pages
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Heading, Keyword, Name, Pages, PartialDate, Relation
from medcite.options import Options

from tests.strategies import records
from tests.tex.hostile import balanced
from tests.writers.bib import TABLES, entry, fields, parsed, verbatim, written

TARGETS = ("bibtex", "biblatex")
RECORD = Record(
    title="Effect of TGF-beta in São Paulo",
    author=(Name("Fu", "Haixia"),),
    container_title="BMC medicine",
    container_title_short="BMC Med",
    issued=Date(PartialDate(2024, 2, 27)),
    available_date=Date(PartialDate(2023, 12, 1)),
    volume="22",
    issue="1",
    pmid="38413930",
    abstract="What we did.",
    keywords=(Keyword("Graft", major=True),),
    mesh=(Heading("Humans"), Heading("Databases, Protein", major=True), Heading("humans")),
)
HOSTILE = (
    "\\input{/etc/passwd}", "}, title = {x", "}\n@article{y,", "%", "$x$", "\\", "{", "}", "}{",
    "#1", "a_b", "x^2", "~", "\"", "``", "--", "@", " and ", ", ", "=", "\\write18{ls}", "é", "α",
    "中", "<i>", "</i>", "<sub>2</sub>", "\u2028", "\x00", "\\end{document}", "^^5c", "&",
)  # fmt: skip
piece = st.sampled_from(HOSTILE) | st.text(max_size=3)
hostile = st.lists(piece, max_size=6).map("".join)
person = st.builds(Name, hostile, hostile, hostile) | st.builds(Name, literal=hostile)
moment = st.builds(PartialDate, st.integers(0, 3000), st.integers(0, 12))
retraction = st.builds(Relation, st.just("retraction-in"), hostile)


def some(of: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(of, max_size=3).map(tuple)


attacks = st.builds(
    Record,
    type=st.sampled_from(["article-journal", "book", "chapter", "thesis", "article", "odd"]),
    title=hostile,
    original_title=hostile,
    key=hostile,
    container_title=hostile,
    author=some(person),
    editor=some(person),
    volume=hostile,
    issue=hostile,
    number=hostile,
    page=st.none() | st.builds(Pages, hostile, hostile, hostile, hostile),
    issued=st.none() | st.builds(Date, st.none() | moment, raw=hostile, rest=hostile),
    publisher=hostile,
    doi=hostile,
    url=hostile,
    pmid=hostile,
    pmcid=hostile,
    abstract=hostile,
    language=some(hostile),
    keywords=some(st.builds(Keyword, hostile)),
    relations=some(retraction),
)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("ascii", [False, True])
@given(attacks)
def test_no_text_becomes_a_command_a_field_or_a_record(
    target: str, ascii: bool, record: Record
) -> None:
    found = entry(target, record, ascii=ascii)
    known = {row.tag for row in TABLES[target].ROWS}
    assert {field.key for field in found.fields} <= known
    assert len({field.key for field in found.fields}) == len(found.fields)
    for field in found.fields:
        if field.key in verbatim(target):
            assert not re.search(r"[^\x21-\x7e]|[{}^]|\\(?![%&#])", field.value[1:-1])
            continue
        text = field.value
        assert balanced(text)
        for command in re.findall(r"\\([A-Za-z]+)", text):
            assert command not in ("input", "write", "end")
        # Every character that TeX acts on is escaped; ~ is how a no-break space is spelt.
        assert not re.search(r"(?<!\\)[%&#_]", without_macros(text))


def without_macros(value: str) -> str:
    """A field without ``# "~15--21"``, which is BibTeX's and not the record's."""
    return "" if " # " in value else value


@pytest.mark.parametrize("target", TARGETS)
@given(st.lists(records, max_size=4))
def test_every_record_is_one_entry_with_a_key_of_its_own(
    target: str, several: list[Record]
) -> None:
    entries = parsed(written(target, *several)).entries
    assert len(entries) == len(several)
    assert len({each.key.lower() for each in entries}) == len(entries)


@pytest.mark.parametrize("target", TARGETS)
def test_every_row_is_sound(target: str) -> None:
    table = TABLES[target]
    types = table.ENTRY_TYPES
    assert {*table.TYPES.values(), table.DEFAULT_TYPE} <= types
    for row in table.ROWS:
        assert row.how in ENCODERS
        assert row.doc
        assert hasattr(Record(), row.to)
        assert {*row.when.split(), *row.unless.split()} <= types | {"asked", "source"}
    for kind in types:
        tags = [
            row.tag for row in table.ROWS
            if (not row.when or {kind, "asked"} & set(row.when.split()))
            and kind not in row.unless.split()
        ]  # fmt: skip
        assert len(tags) == len(set(tags)), kind


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    ("people", "field"),
    [
        ([Name("O'Brien", "Mary-Anne", "Jr")], "O'Brien, Jr, Mary-Anne"),
        ([Name("Fu", "H"), Name(literal="A and B, Inc."), Name("Wu", "Q")],
         "Fu, H and {A and B, Inc.} and Wu, Q"),
        ([Name(literal="STROBE Initiative")], "{STROBE Initiative}"),
        ([Name("van der Berg", "Jan Willem")], "van der Berg, Jan Willem"),
        ([Name("Himani")], "Himani"),
        ([Name("Yuting Tian")], "{Yuting Tian}"),
        ([Name("", "Madonna")], "Madonna"),
        ([Name("Doe", "", "3rd")], "{Doe 3rd}"),
        ([Name("Others", "")], "{Others}"),
        ([Name("And", "X")], "{And}, X"),
        ([Name("Smith, Jones", "X and Y")], "{Smith, Jones}, {X and Y}"),
        ([Name("R&D", "50%")], r"R\&D, 50\%"),
        ([Name("Müller", "Jörg")], "Müller, Jörg"),
        ([Name()], None),
    ],
)  # fmt: skip
def test_names(target: str, people: list[Name], field: str | None) -> None:
    assert fields(target, Record(author=tuple(people))).get("author") == field


def test_group_that_begins_with_a_command() -> None:
    record = Record(author=(Name(literal="α-Group & Co"),))
    assert fields("bibtex", record)["author"] == r"{{$\alpha$}-Group \& Co}"
    assert fields("biblatex", record)["author"] == r"{ {$\alpha$}-Group \& Co}"


@pytest.mark.parametrize("target", TARGETS)
def test_byline_that_goes_on(target: str) -> None:
    record = Record(author=(Name("Fu", "H"),), et_al=True)
    assert fields(target, record)["author"] == "Fu, H and others"
    assert "author" not in fields(target, record.replace(author=()))


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("737-8", "737--738"), ("1638-45, 1650", "1638--1645, 1650"), ("S1-10", "S1--S10"),
        ("e12; quiz e13", "e12; quiz e13"), ("379.e9-379.e13", "379.e9--379.e13"),
        ("613-21; discussion 621-3", "613--621; discussion 621--623"), ("594", "594"),
        ("e01219-14", "e01219-14"), ("23, 25, 27 passim", "23, 25, 27 passim"),
        ("W4-363-73", "W4-363--W4-373"),
    ],
)  # fmt: skip
def test_pages(target: str, page: str, field: str) -> None:
    assert fields(target, Record(page=pages(page)))["pages"] == field


@pytest.mark.parametrize("target", TARGETS)
def test_protection_can_be_left_out(target: str) -> None:
    assert fields(target, RECORD)["title"] == "Effect of {TGF-beta} in {São Paulo}"
    assert fields(target, RECORD, protect=False)["title"] == "Effect of TGF-beta in São Paulo"


@pytest.mark.parametrize("target", TARGETS)
def test_ascii_is_asked_for(target: str) -> None:
    record = RECORD.replace(title="Blöd: β ≥ 5", author=(Name("Ünal", "Çağrı"),))
    text = written(target, record, ascii=True)
    assert text.isascii()
    assert fields(target, record, ascii=True)["title"] == r"Bl{\"o}d: {$\beta$} {$\geq$} 5"
    assert fields(target, record)["title"].startswith("Blöd")


@pytest.mark.parametrize("target", TARGETS)
def test_markup_in_a_title(target: str) -> None:
    record = Record(title="<i>E. coli</i> in H<sub>2</sub>O & 5 < 6")
    assert fields(target, record)["title"] == (
        r"\textit{{E. coli}} in {H}\textsubscript{2}{O} \& 5 {$<$} 6"
    )


@pytest.mark.parametrize("target", TARGETS)
def test_doi_is_written_as_it_is(target: str) -> None:
    doi = "10.1002/(SICI)1097-0142(19960101)77:1<1::AID-CNCR1_>3.0.CO;2-U"
    assert fields(target, Record(doi=doi))["doi"] == doi


def test_only_bibtex_wants_a_backslash_before_what_tex_acts_on() -> None:
    record = Record(doi="10.1/{a}\\b ^c%#&")
    assert fields("biblatex", record)["doi"] == "10.1/%7Ba%7D%5Cb%20%5Ec%#&"
    assert fields("bibtex", record)["doi"] == r"10.1/\%7Ba\%7D\%5Cb\%20\%5Ec\%\#\&"


@pytest.mark.parametrize("target", TARGETS)
def test_address_only_of_books_and_of_what_has_no_doi(target: str) -> None:
    assert "url" not in fields(target, Record(url="https://doi.org/10.1/x", doi="10.1/x"))
    spelt = fields(target, Record(url="https://x.org/a_b%20{}"))["url"]
    assert spelt.replace("\\%", "%") == "https://x.org/a_b%20%7B%7D"
    book = Record(type="book", nbk="NBK1247", doi="10.1/x")
    assert fields(target, book)["url"] == "https://www.ncbi.nlm.nih.gov/books/NBK1247/"


@pytest.mark.parametrize("target", TARGETS)
def test_abstract_and_keywords_are_choices(target: str) -> None:
    left = fields(target, RECORD, abstract=False, keywords=False)
    assert not {"abstract", "keywords"} & left.keys()
    assert fields(target, RECORD)["abstract"] == "What we did."


@pytest.mark.parametrize("target", TARGETS)
def test_choice_of_fields(target: str) -> None:
    assert fields(target, RECORD, fields=("title", "Volume")).keys() == {"title", "volume"}
    assert "volume" not in fields(target, RECORD, omit=("volume",))
    with pytest.raises(UnknownError, match=r"unknown .* field 'titel'; did you mean .*title"):
        written(target, RECORD, fields=("titel",))


@pytest.mark.parametrize("target", TARGETS)
def test_order(target: str) -> None:
    people = [
        Record(title=title, author=(Name(name, "A"),), issued=Date(PartialDate(year)), pmid=pmid)
        for title, name, year, pmid in [
            ("The beta", "Über", 2001, "30"),
            ("An alpha", "Young", 1999, "4"),
            ("Gamma", "Abe", 2000, "200"),
        ]
    ]
    people.append(Record(title="Delta", pmid=""))

    def order(sort: str) -> list[str]:
        entries = parsed(written(target, *people, sort=sort, key="title.lower")).entries
        return [each.key[0] for each in entries]

    assert order("none") == ["b", "a", "g", "d"]
    assert order("key") == ["a", "b", "d", "g"]
    assert order("author") == ["g", "b", "a", "d"]
    assert order("year") == ["a", "g", "b", "d"]
    assert order("title") == ["a", "b", "d", "g"]
    assert order("pmid") == ["a", "b", "g", "d"]


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_is_read_ahead_without_sorting(target: str) -> None:
    taken = []

    def records_() -> Iterator[Record]:
        for number in range(3):
            taken.append(number)
            yield Record(pmid=str(number))

    pieces = format_registry.writer(target).write(records_(), Options(), Report())
    next(pieces)
    assert taken == [0]


@pytest.mark.parametrize("target", TARGETS)
def test_what_has_no_field_is_told_once(target: str) -> None:
    report = Report()
    record = RECORD.replace(grants=(), nlmid="123", conflict="None.", available_date=None,
        author=(Name("Fu", "H", affiliations=("Here.",)),), container_title_short="", status="",
    )  # fmt: skip
    written(target, record, report=report)
    assert [(each.code, each.where.record) for each in report.diagnostics] == [
        ("not-written", "38413930")
    ]
    assert report.diagnostics[0].message == "no place for nlmid, conflict, affiliations of authors"


@pytest.mark.parametrize("target", TARGETS)
def test_relations_that_are_written_are_not_told_as_lost(target: str) -> None:
    report = Report()
    written(target, Record(relations=(Relation("retraction-in", "X"),)), report=report)
    assert not report.diagnostics
    written(target, Record(relations=(Relation("comment-in", "X"),)), report=report)
    assert report.diagnostics[0].message == "no place for relations"


@pytest.mark.parametrize("target", TARGETS)
def test_key_of_the_input_is_kept_or_its_change_told(target: str) -> None:
    report = Report()
    people = [Record(key="Fu:2020"), Record(key="O'Hara"), Record(key="fu:2020", pmid="1")]
    entries = parsed(written(target, *people, report=report)).entries
    assert [each.key for each in entries] == ["Fu:2020", "OHara", "fu:2020-1"]
    assert [each.code for each in report.diagnostics] == ["key-changed"] * 2
    assert 'its key "O\'Hara" is not safe' in report.diagnostics[0].message


@pytest.mark.parametrize("target", TARGETS)
def test_what_latex_cannot_print_is_told(target: str) -> None:
    report = Report()
    written(target, Record(title="The 中文", pmid="1"), report=report)
    assert str(report.diagnostics[0]) == (
        "-: warning[no-latex]: 1: pdfLaTeX has no command for 中 文; left as is"
    )


def test_date_shapes() -> None:
    shapes = {
        "2024": ("2024", None, "2024"),
        "2024 Feb": ("2024", "feb", "2024-02"),
        "2024 Feb 27": ("2024", "feb", "2024-02-27"),
        "2023 Nov-Dec": ("2023", 'nov # "--" # dec', "2023-11/2023-12"),
        "1998 Oct 15-21": ("1998", 'oct # "~15--21"', "1998-10-15/1998-10-21"),
        "2008 Jul 24-Aug 13": ("2008", 'jul # "~24--" # aug # "~13"', "2008-07-24/2008-08-13"),
        "1998 Dec-1999 Jan": ("1998--1999", 'dec # "--" # jan', "1998-12/1999-01"),
        "2004-2005": ("2004--2005", None, "2004/2005"),
        "1999 Summer": ("1999", "Summer", "1999-22"),
        "1999 Fall": ("1999", "Fall", "1999-23"),
        "2000 Spring-Summer": ("2000", "Spring--Summer", "2000-21/2000-22"),
        "2012 2nd Quarter": ("2012", "2nd Quarter", "2012"),
    }
    for raw, (year, month, edtf) in shapes.items():
        record = Record(issued=date(raw))
        made = fields("bibtex", record)
        assert (made["year"], made.get("month")) == (year, month), raw
        assert made.get("date", "") == (edtf if "--" in year else ""), raw
        assert fields("biblatex", record)["date"] == edtf, raw
    assert fields("bibtex", Record(issued=date("2024 Feb 27")))["day"] == "27"
    assert "day" not in fields("bibtex", Record(issued=date("1998 Oct 15-21")))
    assert fields("biblatex", Record(issued=date("2012 2nd Quarter")))["issue"] == "2nd Quarter"
    nothing = Record(issued=Date(None, raw="in press"))
    assert fields("bibtex", nothing)["year"] == fields("biblatex", nothing)["year"] == "in press"


def test_which_date() -> None:
    for chosen, year in (("issue", "2024"), ("epub", "2023"), ("earliest", "2023")):
        assert fields("bibtex", RECORD, date=chosen)["year"] == year
        assert fields("biblatex", RECORD, date=chosen)["date"].startswith(year)
        assert entry("bibtex", RECORD, date=chosen).key == "fu2024effect"
