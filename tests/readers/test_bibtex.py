r"""BibTeX and BibLaTeX in: names, dates, LaTeX, macros, and broken entries."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.bibtex.read.names import parse_names
from medcite.codecs import dates, pages
from medcite.files.source import open_source
from medcite.markup import latex_spelling, latex_to_text
from medcite.model.record import Record
from medcite.model.report import Level, Report
from medcite.model.values import Date, Issn, Keyword, Name, PartialDate, Relation
from medcite.options import Options
from medcite.readers import bibtex as reader
from medcite.tables.biblatex import ROWS as BIBLATEX
from medcite.tables.bibtex import ROWS as BIBTEX
from medcite.tables.bibtex_reads import ROWS, WITHOUT_PLACE
from medcite.writers import biblatex, bibtex

from tests.sampled import corpus

STRAIGHT = str.maketrans("“”", '""')


def read(text: str) -> tuple[list[Record], Report]:
    report = Report()
    return list(reader.read(open_source(text.encode(), report), report)), report


def one(fields: str, kind: str = "article") -> Record:
    (record,), report = read(f"@{kind}{{key2020,\n{fields}}}\n")
    assert not [told for told in report.diagnostics if told.level > Level.NOTE]
    return record


@pytest.mark.parametrize("writer", [bibtex, biblatex])
@pytest.mark.parametrize(
    ("step", "ascii"),
    [(40, False), (40, True), pytest.param(4, True, marks=pytest.mark.long)],
)
def test_the_corpus_comes_back(shared: Path, writer: ModuleType, step: int, ascii: bool) -> None:
    given = corpus(shared, step)
    text = "".join(writer.write(given, Options(ascii=ascii), Report()))
    back, report = read(text)
    assert not [told for told in report.diagnostics if told.level > Level.NOTE]
    assert len(back) == len(given)
    for record, other in zip(given, back, strict=True):
        # TeX has no straight quotation marks.
        assert other.title.translate(STRAIGHT) == record.title.translate(STRAIGHT), record.pmid
        for name in ("volume", "issue", "doi", "pmid", "pmcid", "isbn"):
            assert getattr(other, name) == getattr(record, name), (record.pmid, name)
        # BibTeX has an article number as pages.
        assert (other.number or str(other.page)) == (record.number or str(record.page))
        authors = [
            [((each.family or each.literal).replace("\u00a0", " "), each.given, each.suffix)
             for each in people.author]
            for people in (record, other)
        ]  # fmt: skip
        assert authors[0] == authors[1]
        assert other.issued
        assert record.issued
        assert other.issued.start
        assert record.issued.start
        assert other.issued.start[:2] == record.issued.start[:2]
        full = record.page.full if record.page else record.number or None
        assert (other.page and other.page.full) == full


def test_every_field_that_is_written_is_known() -> None:
    written = {row.tag for row in (*BIBTEX, *BIBLATEX)}
    assert written <= {row.tag for row in ROWS} | WITHOUT_PLACE
    assert len({row.tag for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("writer", [bibtex, biblatex])
@given(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="%"), min_size=1))
def test_every_doi_comes_back(writer: ModuleType, suffix: str) -> None:
    doi = f"10.1000/{suffix}"
    (record,), _ = read("".join(writer.write([Record(doi=doi)], Options(), Report())))
    assert record.doi == doi


@given(
    st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=30)
    | st.text(st.sampled_from("abé{}\\$&%#_~^<>|-'`\" ñßαŁčşİ–—“”≥±×µ"), max_size=20),
    st.sampled_from([latex_spelling.escape, lambda text: latex_spelling.pdflatex(text).text,
                     lambda text: latex_spelling.ascii_only(text).text]),
)  # fmt: skip
def test_decoding_undoes_our_spelling(text: str, spell: object) -> None:
    assert callable(spell)
    blanks = " ".join(text.split())
    assert latex_to_text.plain_text(spell(blanks)) == blanks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"{\"o}{\'e}\~n\c{c}{\ss}{\L}{\aa}{\i}{\v{S}}{\k a}", "öéñçßŁåıŠą"),
        (r"M{\"u}ller \& S{\o}n, 5\% \_ \# \$", "Müller & Søn, 5% _ # $"),
        (r"{TGF-$\beta$} and $\alpha$-synuclein", "TGF-β and α-synuclein"),
        (r"H$_2$O at 10$^{-3}$ M, 37$^{\circ}$C", "H<sub>2</sub>O at 10<sup>-3</sup> M, 37°C"),
        (r"\textit{E. coli}, {\em in vivo} \emph{x}", "<i>E. coli</i>, <i>in vivo</i> <i>x</i>"),
        (r"{{NASA}} pages 1--2 ``quoted'' {$<$}0.05", "NASA pages 1–2 “quoted” <0.05"),
        ("two\n    lines", "two lines"),
        (r"\copyright\ 2001, \S 5, \pounds 3", "© 2001, §5, £3"),
        (r"The {\TeX}book, \LaTeX\ and {\BibTeX}", "The TeXbook, LaTeX and BibTeX"),
        (r"\unheardof{x} stays", r"\unheardofx stays"),
        (r"costs 5% of it", "costs 5% of it"),
        (r"saude-\/-Manguinhos", "saude--Manguinhos"),
        (r"\href{https://x.org/a_b}{PMC1}, \textcolor{red}{warm}", "PMC1, warm"),
        (r"\'{e} \href{x", r"\'e \hrefx"),
    ],
)
def test_latex(text: str, expected: str) -> None:
    assert latex_to_text.rich_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fu, Haixia and Li, J.", [Name("Fu", "Haixia"), Name("Li", "J.")]),
        ("Donald E. Knuth", [Name("Knuth", "Donald E.")]),
        ("O'Brien, Jr, Mary-Anne", [Name("O'Brien", "Mary-Anne", "Jr")]),
        ("O'Brien, Mary-Anne, Jr", [Name("O'Brien", "Mary-Anne", "Jr")]),
        ("O'Brien Jr., Mary-Anne", [Name("O'Brien", "Mary-Anne", "Jr")]),
        ("O'Brien, Mary-Anne 3rd", [Name("O'Brien", "Mary-Anne", "3rd")]),
        ("Mary-Anne O'Brien Jr.", [Name("O'Brien", "Mary-Anne", "Jr")]),
        ("King III, Martin and Smith, John V",
         [Name("King", "Martin", "III"), Name("Smith", "John V")]),
        ("Ludwig van Beethoven", [Name("van Beethoven", "Ludwig")]),
        ("van der Berg, Jan Willem", [Name("van der Berg", "Jan Willem")]),
        ("{World Health Organization and UNICEF}",
         [Name(literal="World Health Organization and UNICEF")]),
        ("M{\\\"u}ller, {\\'E}va\n and {\\O}rsted, H",
         [Name("Müller", "Éva"), Name("Ørsted", "H")]),
        ("family=Berg, given=Jan, prefix=van", [Name("van Berg", "Jan")]),
        ("Himani", [Name("Himani")]),
        ("family=Silva, given=Ana, given-i=A, prefix=da, useprefix=false",
         [Name("da Silva", "Ana")]),
        ("European Research Council", [Name(literal="European Research Council")]),
        ("Jane Council", [Name("Council", "Jane")]),
        ("Doe, Jane\nand the Test Group", [Name("Doe", "Jane"), Name(literal="the Test Group")]),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[Name]) -> None:
    assert parse_names(text)[:2] == (tuple(expected), False)


def test_others() -> None:
    assert parse_names("Fu, H and others")[:2] == ((Name("Fu", "H"),), True)
    assert one("author = {Fu, H and others}").et_al


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("year = 2024", Date(PartialDate(2024))),
        ("year = {2024}, month = feb", Date(PartialDate(2024, 2))),
        ('year = "2024", month = feb, day = 27', Date(PartialDate(2024, 2, 27))),
        ("year = 2024, month = {2}", Date(PartialDate(2024, 2))),
        ("year = 2024, month = {February 3}", Date(PartialDate(2024, 2, 3))),
        (
            'year = 2023, month = nov # "--" # dec',
            Date(PartialDate(2023, 11), PartialDate(2023, 12)),
        ),
        (
            'year = 1998, month = oct # "~15--21"',
            Date(PartialDate(1998, 10, 15), PartialDate(1998, 10, 21)),
        ),
        (
            'year = {1998--1999}, month = dec # "--" # jan',
            Date(PartialDate(1998, 12), PartialDate(1999, 1)),
        ),
        ("year = {2004--2005}", Date(PartialDate(2004), PartialDate(2005))),
        ("year = 1999, month = {Summer}", Date(PartialDate(1999, season=2))),
        ("date = {2024-02-27}", Date(PartialDate(2024, 2, 27))),
        ("date = {2024-02/2024-03}", Date(PartialDate(2024, 2), PartialDate(2024, 3))),
        ("date = {1999-22}", Date(PartialDate(1999, season=2))),
        ("date = {1999}, issue = {Summer}", Date(PartialDate(1999, season=2))),
        ("year = {in press}", Date(None, None, "", "in press")),
    ],
)
def test_dates(fields: str, expected: Date) -> None:
    issued = one(fields).issued
    assert issued
    assert issued._replace(raw="") == expected


@pytest.mark.parametrize(
    ("field", "attribute", "value"),
    [
        ("eprint = {38413930}, eprinttype = {pubmed}", "pmid", "38413930"),
        ("eprint = {38413930}, archiveprefix = {PubMed}", "pmid", "38413930"),
        ("note = {PMID: 38413930}", "pmid", "38413930"),
        ("ids = {pmid:38413930}", "pmid", "38413930"),
        ("url = {https://pubmed.ncbi.nlm.nih.gov/38413930/}", "pmid", "38413930"),
        ("pmc = {10900595}", "pmcid", "PMC10900595"),
        ("doi = {https://doi.org/10.1000/1\\_a}", "doi", "10.1000/1_a"),
        ("url = {https://doi.org/10.1000/1}", "doi", "10.1000/1"),
        ("pages = {737--738}", "page", pages.pages("737-738")),
        ("eid = {85}", "number", "85"),
        ("issue = {4}", "issue", "4"),
        ("number = {4}, issue = {Summer}", "issue", "4"),
        ("issn = {1741-7015 (Electronic)}", "issn", (Issn("1741-7015", "electronic"),)),
        ("keywords = {a, {b, c}, d}", "keywords", (Keyword("a"), Keyword("b, c"), Keyword("d"))),
        ("keywords = {a; b, c}", "keywords", (Keyword("a"), Keyword("b, c"))),
        (r"keywords = {{D,{$\parallel$}, axial}, b}", "keywords",
         (Keyword("D,∥, axial"), Keyword("b"))),
        ("keywords = {Child, Preschool\nHumans\n*Mice}", "keywords",
         (Keyword("Child, Preschool"), Keyword("Humans"), Keyword("Mice", True))),
        ("keywords = {a,\n  b, c\n  d}", "keywords",
         (Keyword("a"), Keyword("b"), Keyword("c d"))),
        ("keywords = {{a; b}}", "keywords", (Keyword("a"), Keyword("b"))),
        ("author_keywords = {a; b}, keywords = {b; C}", "keywords",
         (Keyword("a"), Keyword("b"), Keyword("C"))),
        ("issn = {{1741-7015}}, eissn = {1234567X}", "issn",
         (Issn("1741-7015"), Issn("1234-567X", "electronic"))),
        ("note = {Number: 1\nPMID: 38413930}", "pmid", "38413930"),
        ("note = {Number: 1\nPMID: 38413930}", "notes", ("Number: 1",)),
        ("comment = {PMCID: PMC1\nOriginal title: Die Angst}", "original_title", "Die Angst"),
        ("comment = {PMID: 1}, pmid = {38413930}", "pmid", "38413930"),
        (r"note = {[PubMed Central:\href{https://x.org/PMC1}{PMC1}] [DOI:\href{h}{10.1000/t.1}] }",
         "pmcid", "PMC1"),
        ("eprint = {38413930}, eprinttype = {pmid}", "pmid", "38413930"),
        ("pubmed_id = {38413930}", "pmid", "38413930"),
        ("url = {http://www.ncbi.nlm.nih.gov/pubmed/38413930 https://x.org/y}", "pmid", "38413930"),
        ("url = {http://www.ncbi.nlm.nih.gov/pubmed/38413930 https://x.org/y}", "url",
         "https://x.org/y"),
        ("doi = {10.1000/1}, url = {https://doi.org/10.1000/1}", "url", ""),
        ("journal-iso = {J. Tests}", "container_title_short", "J. Tests"),
        ("art_number = {104}", "number", "104"),
        ("year = 2020, month = {{MAR 5}}", "issued", dates.date("2020 Mar 5")),
        (r"url = {http://x.y/\~{}me/a\_b\%20c\&d}", "url", "http://x.y/~me/a_b%20c&d"),
        (r"url = {http://x.y/{\textasciitilde}me/{\%}7E{\_}z}", "url", "http://x.y/~me/%7E_z"),
        (r"url = {http://x.y/$\sim$me/\textasciitilde{}you}", "url", "http://x.y/~me/~you"),
        (r"url = {\url{http://x.y/~me}}", "url", "http://x.y/~me"),
        (r"url = {http://x.y/\%7Eme/a\%20b?c\&d\#e}", "url", "http://x.y/~me/a%20b?c&d#e"),
        (r"doi = {10.1000/\%5E\%7Ba\#b\&c\%C3\%A9}", "doi", "10.1000/^{a#b&cé"),
        ("doi = {10.1000/%5E%7Ba#b&c%C3%A9}", "doi", "10.1000/^{a#b&cé"),
        (r"eprint = {a\%5E%7Bb}, archiveprefix = {arXiv}", "archive_location", "a^{b"),
        (r"howpublished = {\href{http://x.y/a}{Foo}}", "url", "http://x.y/a"),
        ("author = {Fu HX, van der Roe A}", "author",
         (Name("Fu", "H X"), Name("van der Roe", "A"))),
        ("author = {Donald Knuth; Lamport, Leslie}", "author",
         (Name("Knuth", "Donald"), Name("Lamport", "Leslie"))),
        ("language = {german and English}", "language", ("ger", "eng")),
        ("language = {isl}", "language", ("ice",)),
        ("language = {langlatin and langenglish}", "language", ("lat", "eng")),
        ("series = {newseries}", "collection_title", "New series"),
        ("series = {The new series}", "collection_title", "The new series"),
        ("location = {countryfr and countryuk}", "publisher_place", "France and United Kingdom"),
        ("location = {Paris and countryuk}", "publisher_place", "Paris and countryuk"),
        ("langid = {french}", "language", ("fre",)),
        ("title = {{[Herpes zoster]}}", "translated", True),
        ("title = {A}, subtitle = {B}", "title", "A: B"),
        ("note = {Epub ahead of print}", "status", "aheadofprint"),
        ("note = {Retracted. Retraction in: J Foo. 2024;1:2}", "relations",
         (Relation("retraction-in", "J Foo. 2024;1:2"),)),
        ("note = {Retracted}", "publication_types", ("Retracted Publication",)),
        ("note = {Preprint. Retracted. Retraction in: A. 2024;1:2. Partial retraction in: B"
         ". Epub ahead of print}", "relations",
         (Relation("retraction-in", "A. 2024;1:2"), Relation("partial-retraction-in", "B"))),
        ("note = {Expression of concern in: B}", "relations", (Relation("concern-in", "B"),)),
        ("note = {Erratum in: B. Edited by A B}", "relations",
         (Relation("erratum-in", "B"),)),
        ("note = {Epub ahead of print. Edited by A}", "notes", ("Edited by A",)),
        ("note = {See p. 3. Epub ahead of print}", "notes", ("See p. 3",)),
        ("note = {mine}", "notes", ("mine",)),
        ("edition = {3. edition}", "edition", "3"),
        ("edition = {Second}", "edition", "Second"),
        ("urldate = {2020-01-02}", "accessed", Date(PartialDate(2020, 1, 2))),
        ("translator = {Al Roe}", "translator", (Name("Roe", "Al"),)),
        ("isbn = {978-0-306-40615-7 and 0306406152}", "isbn",
         ("978-0-306-40615-7", "0306406152")),
        ("archiveprefix = {arXiv}, eprint = {1234.56789}", "archive_location", "1234.56789"),
        ("archiveprefix = {arXiv}, eprint = {1234.56789}", "url",
         "https://arxiv.org/abs/1234.56789"),
        ("eprint = {hep-th/9901001v3}", "archive", "arXiv"),
        ("journal = jb # { B}", "container_title", "Journal B"),
    ],
)  # fmt: skip
def test_where_a_field_goes(field: str, attribute: str, value: object) -> None:
    (record,), report = read(f'@string{{JB = "Journal"}}\n@article{{k, {field}}}')
    assert getattr(record, attribute) == value
    assert not [told for told in report.diagnostics if told.level > Level.NOTE]


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("inbook", "", "chapter"),
        ("InProceedings", "", "paper-conference"),
        ("mastersthesis", "", "thesis"),
        ("techreport", "", "report"),
        ("misc", "note = {Preprint}, howpublished = {bioRxiv}", "article"),
        ("online", "organization = {medRxiv}", "article"),
        ("article", "entrysubtype = {newspaper}", "article-newspaper"),
        ("misc", "howpublished = {\\url{https://example.org}}", "document"),
        ("misc", "howpublished = {Available at \\url{https://arxiv.org/a}}", "document"),
    ],
)
def test_types(kind: str, fields: str, expected: str) -> None:
    assert one(fields, kind).type == expected


def test_a_patent_has_a_kind() -> None:
    patent = one("number = {91-1}, type = {patreqfr}", "patent")
    assert (patent.number, patent.genre, patent.kept) == ("91-1", "French patent request", ())


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("mastersthesis", "school = {MIT}", {"genre": "Master's thesis", "publisher": "MIT"}),
        ("phdthesis", "", {"genre": "PhD thesis"}),
        ("phdthesis", "type = {Diploma thesis}", {"genre": "Diploma thesis"}),
        ("inproceedings", "booktitle = {Trials}, booksubtitle = {Of 1999}",
         {"container_title": "Trials: Of 1999"}),
        ("techreport", "number = {SP 800-53}, type = {Standard}",
         {"number": "SP 800-53", "genre": "Standard", "page": None}),
        ("book", "series = {LNCS}, volume = {4}, number = {12}, chapter = {3}",
         {"collection_number": "12", "volume": "4", "chapter_number": "3", "issue": ""}),
        ("incollection", "number = {12}", {"collection_number": "12"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("writer", [bibtex, biblatex])
def test_works_come_back(
    kind: str, fields: str, said: dict[str, object], writer: ModuleType
) -> None:
    record = one(fields, kind)
    assert {name: getattr(record, name) for name in said} == said
    (back,), _ = read("".join(writer.write([record], Options(), Report())))
    assert {name: getattr(back, name) for name in said} == said


def test_what_only_biblatex_has_comes_back() -> None:
    record = one(
        "title = {T}, translator = {Al Roe}, volumes = {3}, urldate = {2020-01-02}, "
        "url = {https://x.org/}, shorttitle = {S}, eventtitle = {Tests}, venue = {Rome}, "
        "eventdate = {2020-01-02/2020-01-04}, bookauthor = {Bo Loe}, origdate = {1888-05}, "
        "origpublisher = {Teubner}, origlocation = {Leipzig}, library = {QA 12}",
        "inproceedings",
    )
    (back,), _ = read("".join(biblatex.write([record.replace(origin=None)], Options(), Report())))
    for name in ("translator", "number_of_volumes", "accessed", "title_short", "event_title",
                 "event_place", "event_date", "container_author", "original_date",
                 "original_publisher", "original_publisher_place", "call_number"):  # fmt: skip
        assert getattr(back, name) == getattr(record, name) != getattr(Record(), name)


def test_a_patent_s_number_is_its_own() -> None:
    record = one("number = {US 123}", "patent")
    assert (record.number, record.issue, record.page) == ("US 123", "", None)
    assert "number = {US 123}" in "".join(biblatex.write([record], Options(), Report()))


@pytest.mark.parametrize(
    ("edition", "plain", "number"),
    [("2nd", "2nd", "2"), ("2nd ed.", "2nd", "2"), ("11", "11th", "11"),
     ("3. ed", "3. ed", "3. ed"), ("Second", "Second", "2"), ("2. ", "2nd", "2"),
     ("2nd revised ed.", "2nd revised ed.", "2nd revised ed.")],
)  # fmt: skip
def test_an_edition_is_what_the_styles_want(edition: str, plain: str, number: str) -> None:
    record = Record(type="book", edition=edition.strip())
    assert f"edition = {{{plain}}}" in "".join(bibtex.write([record], Options(), Report()))
    assert f"edition = {{{number}}}" in "".join(biblatex.write([record], Options(), Report()))


def test_an_arxiv_entry_is_a_preprint() -> None:
    record = one("eprint = {1234.56789}, archiveprefix = {arXiv}", "misc")
    assert (record.type, record.genre) == ("article", "Preprint")
    for writer, field in ((bibtex, "archiveprefix"), (biblatex, "eprinttype")):
        text = "".join(writer.write([record], Options(), Report()))
        assert "eprint = {1234.56789}" in text
        assert f"{field} = {{arXiv}}" in text


def test_a_missing_comma_costs_no_field() -> None:
    (record,), report = read(
        '@article{k,\n title = {A = {b}}\n year = 2001\n journal = "J",\n volume = {3}\n}\n'
    )
    assert (record.title, record.container_title, record.volume) == ("A = b", "J", "3")
    assert record.issued
    assert record.issued.start == PartialDate(2001)
    assert [(told.code, told.where.line, told.where.tag) for told in report.diagnostics] == [
        ("bad-value", 2, "title"), ("bad-value", 2, "year"),
    ]  # fmt: skip


def test_an_organization_beside_a_publisher_is_told() -> None:
    (record,), report = read("@book{k, publisher = {Springer}, organization = {IEEE}}")
    assert record.publisher == "Springer"
    assert [each.value for each in record.kept] == ["IEEE"]
    assert [told.code for told in report.diagnostics] == ["repeated-tag"]


def test_orcids_stand_with_their_authors() -> None:
    record = one('author = {Fu, H and Li, J}, author+an:orcid = {2="0000-0002-1825-0097"}')
    assert [each.ids[0].value if each.ids else "" for each in record.author] == [
        "", "0000-0002-1825-0097",
    ]  # fmt: skip


def test_crossref_gives_what_is_missing() -> None:
    found, _ = read(
        "@inproceedings{a, title={Talk}, crossref={B}}\n"
        "@proceedings{b, title={Proceedings}, year=2020, publisher=PUB}\n"
    )
    assert (found[0].title, found[0].container_title) == ("Talk", "Proceedings")
    assert found[0].issued
    assert found[0].issued.start == PartialDate(2020)


def test_entries_without_keys_are_not_the_same() -> None:
    found, report = read("@article{, refid={A1}}\n@article{, title={B}}\n@article{c, refid={c}}\n")
    assert [record.key for record in found] == ["A1", "", "c"]
    assert [record.title for record in found] == ["", "B", ""]
    assert not report.diagnostics


def test_broken_entries_are_told_and_the_others_read() -> None:
    found, report = read(
        "@article{one, title={A}}\n"
        "@article{two, title={B\n"
        "@article{three, title={C} year=3}\n"
        "@article{one, title={D}}\n"
        "@article{four, title={E}, title={F}, pages=undefined}\n"
        "@paper{five, mood={good}, annote={mine}}\n"
    )
    assert [record.title for record in found] == ["A", "C", "D", "E", ""]
    assert [(told.code, told.where.line, told.where.record) for told in report.diagnostics] == [
        ("bad-entry", 2, ""),
        ("bad-value", 3, "three"),
        ("repeated-key", 4, "one"),
        ("repeated-tag", 5, "four"),
        ("bad-value", 5, "four"),
        ("repeated-tag", 5, "four"),
        ("unknown-type", 6, "five"),
        ("unknown-tag", 6, "five"),
        ("kept", 6, "five"),
    ]
    assert report.diagnostics[0].level == Level.ERROR
    assert [(field.tag, field.value) for field in found[3].kept] == [("title", "F")]
    assert [field.tag for field in found[4].kept] == ["mood", "annote"]


def test_the_text_is_recognised() -> None:
    assert reader.FORMAT.sniff is not None
    assert reader.FORMAT.sniff("% Encoding: UTF-8\n\n@Article{Fu2024,\n  author = {Fu}\n}")
    assert not reader.FORMAT.sniff("PMID- 1\nAD  - mail@example.org {x, y}")


@given(st.lists(st.sampled_from(["@article{", "k,", "title=", "author=", "and", *"{}\",=#\\\n$a"]),
                max_size=25))  # fmt: skip
def test_no_text_crashes_the_reader(pieces: list[str]) -> None:
    read("@article{x, " + "".join(pieces))


def test_old_dates_come_back() -> None:
    record = Record(title="T", issued=dates.date("1998 Dec-1999 Jan"), author=(Name("A", "B"),))
    for writer in (bibtex, biblatex):
        (back,), _ = read("".join(writer.write([record], Options(), Report())))
        assert back.issued
        assert back.issued.start == PartialDate(1998, 12)
        assert back.issued.end == PartialDate(1999, 1)


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ("pages = {e0123456}", "e0123456"),
        ("pages = {133603}", "133603"),
        ("pages = {CD001122}", "CD001122"),
        ("pages = {70}, doi = {10.3389/fnins.2016.00070}", "70"),
        ("pages = {20450}, doi = {10.1038/srep20450}", "20450"),
        ("pages = {e7}, eid = {77}", "77"),
        ("pages = {70}, doi = {10.1038/nbt0704-70}", ""),
        ("pages = {s29}", ""),
        ("pages = {70--79}, doi = {10.1186/1471-2105-7-70}", ""),
        ("pages = {in press}", ""),
        ("doi = {10.1186/1471-2105-7-70}", ""),
    ],
)
def test_an_article_number_in_pages(fields: str, number: str) -> None:
    assert one(f"title = {{T}}, journal = {{J}}, {fields}").number == number
