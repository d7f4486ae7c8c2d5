"""RIS as databases and programs write it: what they mean is read, what is left over is kept."""

from __future__ import annotations

import pytest
from medcite.files.source import open_source
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Name, PartialDate
from medcite.readers import ris as reader


def read(*lines: str, code: str = "JOUR") -> Record:
    report = Report()
    text = "\n".join([f"TY  - {code}", *lines, "ER  - ", ""])
    (record,) = reader.read(open_source(text.encode(), report), report)
    told = " ".join(note.message for note in report.diagnostics)
    for field in record.kept:
        assert field.tag in told, "kept in silence"
    return record


def kept(record: Record) -> list[str]:
    return [f"{field.tag}  - {field.value}" for field in record.kept]


@pytest.mark.parametrize(
    ("lines", "issue"),
    [
        (["M1  - (Frontera W.R.) Department of X", "IS  - 3"], "3"),
        (["IS  - 3", "M1  - 4"], "3"),
        (["M1  - 4", "IS  - 3"], "3"),
        (["M1  - Copyright 2014 Elsevier B.V."], ""),
        (["M1  - Suppl 2"], "Suppl 2"),
        (["M1  - 3-4"], "3-4"),
        (["M1  - 10 Pt 2"], "10 Pt 2"),
    ],
)
def test_the_issue_is_that_of_is(lines: list[str], issue: str) -> None:
    record = read(*lines)
    assert record.issue == issue
    assert len(record.kept) == len(lines) - bool(issue)


@pytest.mark.parametrize(
    "lines",
    [
        ["AN  - L639123456", "DB  - Embase", "DP  - Ovid"],
        ["JO  - Other"],
        ["PY  - 2015"],
        ["DA  - Online First"],
        ["DA  - 2013/12/01"],
        ["SE  - 5"],
        ["UR  - http://b.org/second"],
        ["CP  - 24th Annual Forum of the Society"],
        ["M1  - 77"],
        ["VL  - None"],
        ["SN  - n/a"],
    ],
)
def test_what_nothing_comes_of_is_kept(lines: list[str]) -> None:
    usual = ["TI  - T", "PY  - 2014", "JO  - J Test", "IS  - 1", "SP  - 1", "EP  - 9"]
    record = read(*usual, "UR  - http://a.org/first", *lines)
    assert kept(record) == lines
    assert record.replace(kept=(), origin=None) == read(*usual, "UR  - http://a.org/first").replace(
        origin=None
    )


@pytest.mark.parametrize(
    ("lines", "full", "short", "title"),
    [
        (["T2  - J Clin Oncol", "JF  - Journal of Clinical Oncology"],
         "Journal of Clinical Oncology", "J Clin Oncol", "Main"),
        (["T2  - a subtitle of it", "JF  - Journal of Tests", "JO  - J Tests"],
         "Journal of Tests", "J Tests", "Main: a subtitle of it"),
        (["T2  - Journal of Tests", "J2  - J. Tests"], "Journal of Tests", "J. Tests", "Main"),
        (["T2  - JAMA", "JF  - Journal of the American Medical Association"],
         "Journal of the American Medical Association", "JAMA", "Main"),
        (["T2  - PNAS", "J2  - Proc Natl Acad Sci U S A"],
         "PNAS", "Proc Natl Acad Sci U S A", "Main"),
        (["JO  - J TESTS"], "J TESTS", "", "Main"),
        (["J2  - J Tests"], "J Tests", "J Tests", "Main"),
    ],
)  # fmt: skip
def test_the_journal(lines: list[str], full: str, short: str, title: str) -> None:
    record = read("TI  - Main", *lines)
    assert (record.container_title, record.container_title_short) == (full, short)
    assert record.title == title
    assert not record.kept


@pytest.mark.parametrize(
    ("lines", "url", "left"),
    [
        (["UR  - http://a.org/x y.pdf"], "http://a.org/x%20y.pdf", []),
        (["UR  - http://a.org/1 http://b.org/2"], "http://a.org/1", ["UR  - http://b.org/2"]),
        (["UR  - https://doi.org/10.1000/1", "UR  - http://b.org/2"], "http://b.org/2", []),
        (["L1  - files/12/Smith et al. - 2020 - Title.pdf"], "",
         ["L1  - files/12/Smith et al. - 2020 - Title.pdf"]),
        (["L1  - internal-pdf://12/x y.pdf"], "", ["L1  - internal-pdf://12/x y.pdf"]),
        (["UR  - file:///C:/x.pdf"], "", ["UR  - file:///C:/x.pdf"]),
        (["UR  - C:\\papers\\x.pdf"], "", ["UR  - C:\\papers\\x.pdf"]),
    ],
)  # fmt: skip
def test_a_file_is_no_address(lines: list[str], url: str, left: list[str]) -> None:
    record = read(*lines)
    assert (record.url, kept(record)) == (url, left)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("0000", None),
        ("2014-05", PartialDate(2014, 5)),
        ("2014-05-17", PartialDate(2014, 5, 17)),
        ("17.01.2014", PartialDate(2014, 1, 17)),
        ("17/01/2014", PartialDate(2014, 1, 17)),
        ("01/17/2014", PartialDate(2014, 1, 17)),
        ("5/5/2014", PartialDate(2014, 5, 5)),
        ("03/04/2014", PartialDate(2014)),
        ("1/2014", PartialDate(2014, 1)),
    ],
)
def test_dates_of_every_country(text: str, start: PartialDate | None) -> None:
    issued = read(f"PY  - {text}").issued
    assert (issued and issued.start) == start


@pytest.mark.parametrize("code", ["EJOUR", "DBASE", "AGGR", "MULTI", "CASE"])
def test_da_is_when_it_was_looked_at(code: str) -> None:
    record = read("PY  - 2014", "DA  - 2015/03/01", code=code)
    assert record.year == 2014
    assert record.accessed == Date(PartialDate(2015, 3, 1))


@pytest.mark.parametrize("code", ["WEB", "BLOG"])
def test_da_is_when_it_was_changed(code: str) -> None:
    record = read("PY  - 2014", "DA  - 2014/03/01", code=code)
    assert record.issued == Date(PartialDate(2014), raw="2014")
    assert kept(record) == ["DA  - 2014/03/01"]


@pytest.mark.parametrize(
    ("code", "tag"),
    [("THES", "A2"), ("THES", "A3"), ("CONF", "A4"), ("PCOMM", "A2"), ("PAT", "A3")],
)
def test_a_role_that_is_none_of_the_models_is_kept(code: str, tag: str) -> None:
    record = read(f"{tag}  - Doe, Jane", code=code)
    assert not record.editor + record.translator + record.collection_editor
    assert kept(record) == [f"{tag}  - Doe, Jane"]


@pytest.mark.parametrize("code", ["RPRT", "GOVDOC"])
def test_a_reports_second_authors_edit_the_series(code: str) -> None:
    assert read("A2  - Doe, Jane", code=code).collection_editor == (Name("Doe", "Jane"),)


@pytest.mark.parametrize(
    ("text", "page", "number"),
    [
        ("pii: E1392", "", "E1392"),
        ("Article e12", "", "e12"),
        ("pp. 43-47", "43-47", ""),
        ("tpmd211184", "tpmd211184", "tpmd211184"),
        ("p. 7", "7", ""),
        ("2218--2227", "2218-2227", ""),
    ],
)
def test_pages(text: str, page: str, number: str) -> None:
    record = read(f"SP  - {text}")
    assert (str(record.page or ""), record.number) == (page, number)


@pytest.mark.parametrize("code", ["MPCT", "BLOG", "MAP", "COMP", "WEB", "ART"])
def test_sp_is_no_page(code: str) -> None:
    record = read("SP  - 12 minutes", code=code)
    assert (record.page, kept(record)) == (None, ["SP  - 12 minutes"])


@pytest.mark.parametrize(
    ("line", "pmid"),
    [
        ("U1  - 35957633 [PMID]", "35957633"),
        ("C3  - PUBMED 28697043", "28697043"),
        ("AN  - PMID:35123456", "35123456"),
        ("C5  - 35123456", "35123456"),
        ("U1  - 12345", ""),
        ("C3  - 28697043", ""),
    ],
)
def test_pmids_of_vendors(line: str, pmid: str) -> None:
    record = read(line)
    assert record.pmid == pmid
    assert bool(record.kept) == (not pmid)


def test_small_things() -> None:
    record = read("TI  - A title.", "KW  - a; b", "KW  - c", code="CLSWK")
    assert (record.type, record.title) == ("classic", "A title")
    assert [keyword.text for keyword in record.keywords] == ["a", "b", "c"]
    assert read("TI  - In the U.K.").title == "In the U.K."


@pytest.mark.parametrize(
    ("lines", "volume", "issue"),
    [
        (["VL  - v. 7 issue 4"], "7", "4"),
        (["VL  - 12(3)"], "12", "3"),
        (["VL  - 12(3)", "IS  - 3"], "12", "3"),
        (["IS  - 4", "VL  - 12(3)"], "12(3)", "4"),
        (["VL  - Vol. 12", "IS  - No. 3"], "12", "3"),
    ],
)
def test_words_and_brackets_of_volume_and_issue(lines: list[str], volume: str, issue: str) -> None:
    record = read(*lines)
    assert (record.volume, record.issue) == (volume, issue)


@pytest.mark.parametrize(
    ("lines", "authors", "editors"),
    [
        (["AU  - Roe, Ann (Ed.)"], [], ["Roe"]),
        (["AU  - Doe, Jo", "AU  - Roe, Ann [editor]"], ["Doe"], ["Roe"]),
        (["AU  - Doe, Jo", "AU  - Roe, Ann eds"], [], ["Doe", "Roe"]),
        (["AU  - Doe, Jo", "AU  - Roe, Ann, Eds."], [], ["Doe", "Roe"]),
        (["AU  - Roe, Ann (Hrsg.)"], [], ["Roe"]),
        (["AU  - Roe, Ed"], ["Roe"], []),
        (["AU  - Saed"], ["Saed"], []),
        (["AU  - Anonymous"], [], []),
        (["AU  - [Anonymous]"], [], []),
        (["AU  - [No authors listed]"], [], []),
        (["AU  - No authorship, indicated"], ["No authorship"], []),
        (["AU  - 熊 玮", "AU  - 山田 太郎"], ["熊", "山田"], []),
    ],
)
def test_marks_among_the_authors(lines: list[str], authors: list[str], editors: list[str]) -> None:
    record = read(*lines, code="BOOK")
    assert [name.family for name in record.author] == authors
    assert [name.family for name in record.editor] == editors
    assert len(record.kept) == (not authors and not editors)


@pytest.mark.parametrize(
    ("lines", "page", "number"),
    [
        (["SP  - e0123456"], "e0123456", "e0123456"),
        (["SP  - gkab123"], "gkab123", "gkab123"),
        (["SP  - 219840"], "219840", "219840"),
        (["SP  - 14785-14785", "DO  - 10.1000/srep14785"], "14785", "14785"),
        (["SP  - 14785", "DO  - 10.1000/other"], "14785", ""),
        (["SP  - e12"], "e12", ""),
        (["SP  - S29"], "S29", ""),
        (["SP  - 12-12"], "12", ""),
        (["SP  - 12-19", "SE  - 12"], "12-19", ""),
        (["SP  - 100001-100009"], "100001-100009", ""),
        (["SP  - pages 12 to 19"], "12-19", ""),
        (["SP  - 12-", "EP  - 19"], "12-19", ""),
        (["SP  - 12", "EP  - +"], "12+", ""),
        (["SP  - 12-19", "EP  - 19"], "12-19", ""),
    ],
)
def test_article_numbers_among_pages(lines: list[str], page: str, number: str) -> None:
    record = read(*lines)
    assert (str(record.page), record.number) == (page, number)
    assert not record.kept


@pytest.mark.parametrize(
    ("lines", "original", "translated"),
    [
        (["LA  - spa", "TT  - Dolor"], "Dolor", True),
        (["LA  - spa", "TT  - Dolor", "DB  - PubMed"], "Dolor", True),
        (["LA  - eng", "TT  - Dolor"], "", False),
        (["LA  - es", "TT  - Pain", "DB  - SciELO Colombia"], "", False),
    ],
)
def test_tt_is_the_vernacular_title_of_pubmeds_translations(
    lines: list[str], original: str, translated: bool
) -> None:
    record = read("TI  - Pain", *lines)
    assert (record.original_title, record.translated) == (original, translated)


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://a.org/1 and https://b.org/2", "https://a.org/1"),
        ("https://a.org/1;https://b.org/2", "https://a.org/1"),
        ("https://a.org/1, https://b.org/2", "https://a.org/1"),
        ("https://a.org/?u=https://b.org/2", "https://a.org/?u=https://b.org/2"),
        ("https://a.org/x and y.pdf", "https://a.org/x%20and%20y.pdf"),
    ],
)
def test_several_addresses(address: str, url: str) -> None:
    assert read(f"UR  - {address}").url == url


@pytest.mark.parametrize(
    ("database", "pmid"),
    [("med17", "30439442"), ("prem", "30439442"), ("emed18", ""), ("psyc", "")],
)
def test_ovids_links_have_the_pmid_of_medline(database: str, pmid: str) -> None:
    record = read(f"L2  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D={database}&NEWS=N&AN=30439442")
    assert record.pmid == pmid
    assert bool(record.url) != bool(pmid)


def test_a_value_that_says_that_there_is_none_is_kept() -> None:
    record = read("AB  - NA", "KW  - N/A", "SN  - 1234-5678, 1234-5678")
    assert not record.abstract
    assert not record.keywords
    assert len(record.issn) == 1


@pytest.mark.parametrize(
    "line",
    [
        "SP  - No Pagination Specified",
        "SP  - (no pagination)",
        "SP  - ###",
        "SP  - 12 pages",
        "VL  - 0",
        "IS  - 0",
        "DA  - ///",
    ],
)
def test_placeholders_are_no_pages_volumes_or_dates(line: str) -> None:
    record = read(line)
    assert kept(record) == [line]
    assert not any((record.page, record.volume, record.issue, record.issued))


@pytest.mark.parametrize("tag", ["VL", "IS"])
@pytest.mark.parametrize("text", ["Publish Ahead of Print", "ahead-of-print", "Online First"])
def test_ahead_of_print_is_no_volume_or_issue(tag: str, text: str) -> None:
    record = read(f"{tag}  - {text}")
    assert (record.volume, record.issue, record.status) == ("", "", "aheadofprint")


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Ann Tester, Bob Probe and Carl Third", ["Tester", "Probe", "Third"]),
        ("Tester, Ann, Probe, Bob", ["Tester", "Probe"]),
        ("Tester, Ann / Probe, Bob", ["Tester", "Probe"]),
        ("张三；李四", ["张三", "李四"]),
        ("张三、李四", ["张三", "李四"]),
        ("Tester, Ann, Jr", ["Tester"]),
        ("Johnson and Johnson", [""]),  # a company
    ],
)
def test_several_people_in_one_field(text: str, authors: list[str]) -> None:
    assert [name.family for name in read(f"AU  - {text}").author] == authors


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("PY  - c2014", (2014, 0, 0, 0)),
        ("PY  - [2014]", (2014, 0, 0, 0)),
        ("PY  - 2014.", (2014, 0, 0, 0)),
        ("PY  - 2014年5月", (2014, 5, 0, 0)),
        ("PY  - 2014年5月17日", (2014, 5, 17, 0)),
        ("PY  - 2014/2015", (2014, 0, 0, 0)),
        ("DA  - 05/17", (2014, 5, 17, 0)),
        ("DA  - 17/05", (2014, 5, 17, 0)),
        ("DA  - 03/04", (2014, 0, 0, 0)),
        ("DA  - 5月17日", (2014, 5, 17, 0)),
        ("DA  - 2014/05/17/12:30:00", (2014, 5, 17, 0)),
    ],
)
def test_dates_in_other_writings(line: str, start: tuple[int, ...]) -> None:
    lines = [line] if line.startswith("PY") else ["PY  - 2014", line]
    record = read(*lines)
    assert record.issued
    assert record.issued.start == PartialDate(*start)
    assert not record.issued.rest or "03/04" in line or "12:30" in line


def test_the_time_of_access_is_left_out() -> None:
    record = read("Y2  - 2022/03/04/12:30:00")
    assert record.accessed
    assert record.accessed.start == PartialDate(2022, 3, 4)


@pytest.mark.parametrize(
    ("line", "attribute", "value"),
    [
        ("UR  - <https://a.org/x>", "url", "https://a.org/x"),
        ('UR  - <a href="https://a.org/x">here</a>', "url", "https://a.org/x"),
        ("UR  - https://a.org/x.", "url", "https://a.org/x"),
        ("UR  - https://pubmed.ncbi.nlm.nih.gov/35123456/?format=pubmed", "pmid", "35123456"),
        ("UR  - http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&list_uids=35123456",
         "pmid", "35123456"),
        ("AN  - MEDLINE:35123456", "pmid", "35123456"),
        ("AN  - 35123456 [PubMed]", "pmid", "35123456"),
        ("N1  - PMID: 35123456; PMCID: PMC7654321", "pmcid", "PMC7654321"),
        ("N1  - 35123456 [pmid]", "pmid", "35123456"),
        ("C7  - PMC7654321", "pmcid", "PMC7654321"),
        ("C7  - e17", "number", "e17"),
    ],
)  # fmt: skip
def test_identifiers_and_addresses(line: str, attribute: str, value: str) -> None:
    record = read(line)
    assert getattr(record, attribute) == value
    assert not record.kept
    assert not record.notes


def test_do_has_the_doi_whatever_an_address_says() -> None:
    record = read("UR  - https://doi.org/10.1000/other", "DO  - 10.1000/own")
    assert record.doi == "10.1000/own"
    assert kept(record) == ["UR  - https://doi.org/10.1000/other"]


@pytest.mark.parametrize(
    ("lines", "title", "journal"),
    [
        (["TI  - Main?", "T2  - A trial.", "JO  - BMJ"], "Main? A trial", "BMJ"),
        (["TI  - Main", "T2  - a longer trial", "J1  - BMJ"], "Main: a longer trial", "BMJ"),
        (["TI  - Main", "T2  - Proc. Acad. Sci. U.S.A.", "JF  - Proceedings Academy Sciences"],
         "Main", "Proceedings Academy Sciences"),
    ],
)  # fmt: skip
def test_subtitles_in_t2(lines: list[str], title: str, journal: str) -> None:
    record = read(*lines)
    assert (record.title, record.container_title) == (title, journal)
