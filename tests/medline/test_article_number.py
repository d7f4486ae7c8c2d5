"""Article numbers, in PG or in LID, told from pages by the evidence of the record."""

from __future__ import annotations

import json

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report

ELECTRONIC = "IS  - 1942-597X (Electronic)\nIS  - 1559-4076 (Linking)\n"
BOTH = "IS  - 0045-6535 (Print)\nIS  - 1879-1298 (Electronic)\n"


def read(*lines: str) -> Record:
    text = "PMID- 1\nTI  - Birches.\nTA  - J Trees\n" + "".join(f"{line}\n" for line in lines)
    (record,) = medcite.read(text=text, format="medline", report=Report())
    return record


@pytest.mark.parametrize("status", ["ppublish", "aheadofprint", "epublish"])
@pytest.mark.parametrize("issn", [ELECTRONIC, BOTH])
@pytest.mark.parametrize("page", ["133603", "079902", "20141396"])
def test_six_digits_are_no_page(page: str, issn: str, status: str) -> None:
    record = read("VI  - 296", f"PG  - {page}", f"PST - {status}", issn)
    assert record.number == page
    record = read("VI  - 296", f"PG  - {page}", f"LID - 10.1016/j.x.2022.{page} [doi]", issn)
    assert record.number == page


@pytest.mark.parametrize(
    ("issn", "status", "page", "doi", "is_number"),
    [
        # Electronic issues, with and without eCollection.
        (ELECTRONIC, "epublish", "85", "10.1186/s12916-024-03275-5", True),
        (BOTH, "epublish", "5", "10.1186/s12284-014-0005-6", True),
        (ELECTRONIC, "epublish", "2", "", True),
        (ELECTRONIC, "epublish", "E209", "10.1000/x", True),
        # Not printed, and the DOI has the number.
        (ELECTRONIC, "ppublish", "24", "10.1167/iovs.62.13.24", True),
        (ELECTRONIC, "ppublish", "12345", "10.1000/j.12345", True),
        (ELECTRONIC, "ppublish", "2188", "10.1007/s00894-014-2188-6", True),
        (ELECTRONIC, "aheadofprint", "18481", "10.14670/HH-18-481", True),
        # First pages, with which DOIs end, too.
        (BOTH, "ppublish", "4153", "10.1093/emboj/16.13.4153", False),
        (BOTH, "ppublish", "99", "10.1089/thy.2006.16.99", False),
        (ELECTRONIC, "ppublish", "1174", "10.1136/bmj.328.7449.1174", False),
        (ELECTRONIC, "ppublish", "847", "10.1038/ng0715-847", False),
        (BOTH, "ppublish", "14420", "10.1074/jbc.272.23.14420", False),
        (BOTH, "ppublish", "25620", "", False),
        (BOTH, "epublish", "266", "", False),
        (ELECTRONIC, "aheadofprint", "1", "10.1080/14760584.2022.2070155", False),
        (BOTH, "ppublish", "S29", "10.1000/x", False),
        (BOTH, "ppublish", "", "10.1000/x", False),
    ],
)
def test_the_evidence_of_a_record(
    issn: str, status: str, page: str, doi: str, is_number: bool
) -> None:
    aid = f"AID - {doi} [doi]" if doi else "OWN - NLM"
    record = read("VI  - 17", "IP  - 3", f"PG  - {page}", f"PST - {status}", aid, issn)
    assert record.number == (page if is_number else "")
    assert (record.page.raw if record.page else "") == page


def test_the_model_of_publication_where_there_is_no_status() -> None:
    lines = ("VI  - 1", "PG  - 12", "LID - 10.1000/x [doi]")
    assert read(*lines, "PUBM- Electronic-eCollection").number == "12"
    assert not read(*lines, "PUBM- Print-Electronic").number


@pytest.mark.parametrize("volume", [(), ("VI  - 2012",)])
def test_journals_whose_electronic_articles_have_pages(volume: tuple[str, ...]) -> None:
    lines = ("PG  - 875", "PST - epublish", "DP  - 2008", "DEP - 20081106", ELECTRONIC)
    record = read(*volume, *lines, "JID - 101209213")
    assert (str(record.page), record.number) == ("875", "")
    assert bool(read(*volume, *lines, "JID - 1").number) is bool(volume)


@pytest.mark.parametrize(
    ("pii", "more", "number"),
    [
        ("EWLS", ("VI  - 4",), "EWLS"),
        ("EWLS", ("IP  - 4", "AID - 10.1000/x [doi]"), "EWLS"),
        ("EWLS", (), "EWLS"),
        ("EWLS", ("AID - 10.1000/x [doi]",), ""),
        ("e00653-13", ("VI  - 1", "AID - 10.1128/genomeA.00653-13 [doi]"), "e00653-13"),
        ("S0140-6736(97)11096-0", ("VI  - 1",), ""),
        ("D674E2D2-334D-421F-99A2-7F9127CA4EB0", (), ""),
        ("EWLS", ("PG  - 5-9",), ""),
    ],
)
def test_a_pii_that_leads_to_the_article(pii: str, more: tuple[str, ...], number: str) -> None:
    record = read(f"LID - {pii} [pii]", *more, "DP  - 2020")
    assert record.number == number
    assert record.pii == pii
    (item,) = json.loads(medcite.write([record], "csl-json"))
    assert item.get("number", "") == number
    for style in ("nlm", "vancouver"):
        assert (pii in medcite.format_bibliography([record], style=style)) or not number


PREPRINT = ("PT  - Preprint", "DP  - 2022 Feb 7", "PST - epublish")


@pytest.mark.parametrize(
    ("pii", "doi"),
    [
        ("2022.02.04.479134", "10.1101/2022.02.04.479134"),
        ("2022.02.04.479134v2", "10.1101/2022.02.04.479134"),
        ("479134", "10.1101/479134"),
        ("rs.3.rs-1234567", "10.21203/rs.3.rs-1234567/v1"),
        ("3589826", "10.2139/ssrn.3589826"),
    ],
)
@pytest.mark.parametrize("tag", ["LID - {} [pii]", "LID - {}", "PG  - {}"])
def test_a_preprints_number_that_repeats_its_doi(tag: str, pii: str, doi: str) -> None:
    record = read(*PREPRINT, tag.format(pii), f"AID - {doi} [doi]")
    assert (record.number, record.page) == ("", None)
    (item,) = json.loads(medcite.write([record], "csl-json"))
    assert not item.keys() & {"page", "number"}
    text = medcite.format_bibliography([record], style="the-lancet")
    assert text.count("2022.02.04") <= 1


def test_a_preprints_own_number_stays() -> None:
    lines = ("LID - 10.12688/wellcomeopenres.17678.1 [doi]", "VI  - 7", "PG  - 63")
    assert read(*PREPRINT, *lines).number == "63"
