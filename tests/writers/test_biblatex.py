"""What only BibLaTeX does."""

from __future__ import annotations

import pytest
from medcite.model.record import Record
from medcite.model.values import (
    Date,
    Heading,
    Identifier,
    Keyword,
    Name,
    Pages,
    PartialDate,
    Relation,
)

from tests.writers.bib import entry, fields, written
from tests.writers.test_bibtex import ARTICLE


def test_whole_entry() -> None:
    assert written("biblatex", ARTICLE) == (
        "@article{fu2024graft,\n"
        "  ids = {pmid:38413930},\n"
        "  author = {Fu, Haixia and Ünal, 3rd, Çağrı},\n"
        "  title = {Graft-versus-host disease},\n"
        "  journaltitle = {BMC Medicine},\n"
        "  shortjournal = {BMC Med},\n"
        "  date = {2024-02-27},\n"
        "  volume = {22},\n"
        "  number = {1},\n"
        "  eid = {85},\n"
        "  doi = {10.1186/s12916-024-03275-5},\n"
        "  eprint = {38413930},\n"
        "  eprinttype = {pubmed},\n"
        "  pmcid = {PMC10900000},\n"
        "}\n\n"
    )


def test_orcids_by_place_in_the_byline() -> None:
    ids = (Identifier("orcid", "0000-0001-5517-724X", "AUID"), Identifier("isni", "1"))
    authors = (Name("Fu", ids=ids), Name(literal="WHO"), Name("Wu", ids=ids[:1]), Name("Li"))
    record, asked = Record(author=authors), ("+author+an:orcid",)
    assert "author+an:orcid" not in fields("biblatex", record)
    assert fields("biblatex", record, fields=asked)["author+an:orcid"] == (
        '1="0000-0001-5517-724X"; 3="0000-0001-5517-724X"'
    )
    bad = Name("Fu", ids=(Identifier("orcid", 'x"; 2="y'),))
    assert "author+an:orcid" not in fields("biblatex", Record(author=(bad,)), fields=asked)


def test_alias_only_once() -> None:
    twice = written("biblatex", ARTICLE, ARTICLE)
    assert twice.count("ids = ") == 1
    assert "ids" not in fields("biblatex", Record(pmid="1,2"))


def test_pmid_of_its_own_on_request() -> None:
    assert "pmid" not in fields("biblatex", ARTICLE)
    made = fields("biblatex", ARTICLE, fields=("+pmid",))
    assert made["pmid"] == made["eprint"] == "38413930"
    assert fields("biblatex", ARTICLE, fields=("pmid",)).keys() == {"pmid"}


def test_lists_are_not_parted_at_and() -> None:
    agency = Record(type="book", publisher="Agency for Research and Quality", publisher_place="A")
    made = fields("biblatex", agency)
    assert made["publisher"] == "{Agency for Research and Quality}"
    assert made["location"] == "A"
    server = Record(type="article", genre="Preprint", container_title="Arts And Sciences")
    assert fields("biblatex", server)["organization"] == "{Arts And Sciences}"
    assert fields("bibtex", server)["howpublished"] == "Arts And Sciences"


def test_article_number_is_no_page() -> None:
    assert "pages" not in fields("biblatex", ARTICLE)
    both = ARTICLE.replace(page=Pages("1-2", "1-2", "1", "2"))
    made = fields("biblatex", both)
    assert (made["pages"], made["eid"]) == ("1--2", "85")


def test_commas_in_keywords_stand_in_braces() -> None:
    words = Record(keywords=(Keyword("R&D"),), mesh=(Heading("Databases, Protein"),))
    assert fields("biblatex", words)["keywords"] == r"R\&D, {Databases, Protein}"
    assert fields("biblatex", words, mesh="none")["keywords"] == r"R\&D"


@pytest.mark.parametrize(
    ("codes", "translated", "language", "langid"),
    [
        (("eng",), False, None, None),
        (("ger",), False, "german", "ngerman"),
        (("ger",), True, "german", None),
        (("fre", "chi"), False, "french and Chinese", "french"),
        (("eng", "spa"), False, "english and spanish", None),
        (("chi",), False, "Chinese", None),
    ],
)
def test_language(
    codes: tuple[str, ...], translated: bool, language: str | None, langid: str | None
) -> None:
    made = fields("biblatex", Record(language=codes, title="x", translated=translated))
    assert (made.get("language"), made.get("langid")) == (language, langid)


def test_original_title() -> None:
    record = Record(title="Food", translated=True, original_title="Nahrung & <i>mehr</i>")
    made = fields("biblatex", record)
    assert (made["title"], made["origtitle"]) == ("Food", r"{Nahrung \& \textit{mehr}}")
    assert fields("biblatex", record.replace(original_title=""))["title"] == "[{Food}]"
    assert "origtitle" not in fields("biblatex", record.replace(title=""))
    assert fields("biblatex", record, omit=("origtitle",))["title"] == "[{Food}]"


def test_an_original_title_keeps_its_language_s_capitals() -> None:
    """Pandoc and Better BibTeX make sentences of all titles, as if they were English."""
    record = Record(title="Fear", translated=True, original_title="Die Angst")
    assert fields("biblatex", record)["origtitle"] == "{Die Angst}"
    assert fields("biblatex", record, protect=False)["origtitle"] == "Die Angst"


@pytest.mark.parametrize(
    ("record", "kind", "has"),
    [
        (Record(type="article", genre="Preprint", container_title_short="bioRxiv"), "online",
         {"organization": "bioRxiv", "note": "Preprint"}),
        (Record(type="chapter", container_title="B", publisher="P", publisher_place="L"),
         "incollection", {"booktitle": "B", "publisher": "P", "location": "L"}),
        (Record(type="thesis", publisher="U"), "thesis", {"type": "phdthesis", "institution": "U"}),
        (Record(type="report", number="7"), "report", {"type": "techreport", "number": "7"}),
        (Record(type="article-newspaper", container_title="N"), "article",
         {"entrysubtype": "newspaper", "journaltitle": "N"}),
        (Record(type="dataset", container_title="Dryad"), "dataset", {"howpublished": "Dryad"}),
        (Record(type="book", title="B", volume_title="V"), "book", {"titleaddon": "V"}),
        (Record(type="song"), "misc", {}),
    ],
)  # fmt: skip
def test_types(record: Record, kind: str, has: dict[str, str]) -> None:
    assert entry("biblatex", record).entry_type == kind
    assert has.items() <= fields("biblatex", record).items()


def test_state_and_retraction() -> None:
    record = Record(
        status="aheadofprint",
        relations=(Relation("retraction-in", "Lancet. 2010;1:2."),),
        issued=Date(PartialDate(2010, season=4)),
    )
    made = fields("biblatex", record)
    assert made["pubstate"] == "prepublished"
    assert made["addendum"] == "Retracted. Retraction in: Lancet. 2010;1:2"
    assert made["date"] == "2010-24"
