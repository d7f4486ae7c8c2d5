"""What only BibTeX does."""

from __future__ import annotations

import pytest
from medcite.model.record import Record
from medcite.model.values import Date, Heading, Keyword, Name, Pages, PartialDate, Relation

from tests.writers.bib import entry, fields, written

ARTICLE = Record(
    title="Graft-versus-host disease",
    author=(Name("Fu", "Haixia"), Name("Ünal", "Çağrı", "3rd")),
    container_title="BMC medicine",
    container_title_short="BMC Med",
    issued=Date(PartialDate(2024, 2, 27)),
    volume="22",
    issue="1",
    page=Pages("85", "85", "85"),
    number="85",
    doi="10.1186/s12916-024-03275-5",
    pmid="38413930",
    pmcid="PMC10900000",
    language=("eng",),
)


def test_whole_entry() -> None:
    assert written("bibtex", ARTICLE) == (
        "@article{fu2024graft,\n"
        '  author = {Fu, Haixia and {\\"U}nal, 3rd, {\\c{C}}ağrı},\n'
        "  title = {Graft-versus-host disease},\n"
        "  journal = {BMC Medicine},\n"
        "  year = 2024,\n"
        "  month = feb,\n"
        "  day = 27,\n"
        "  volume = {22},\n"
        "  number = {1},\n"
        "  pages = {85},\n"
        "  doi = {10.1186/s12916-024-03275-5},\n"
        "  pmid = {38413930},\n"
        "  pmcid = {PMC10900000},\n"
        "}\n\n"
    )


@pytest.mark.parametrize(
    ("name", "field"),
    [
        (Name("Ünal", "Ö-Å"), r"{\"U}nal, {\"O}-{\AA}"),
        (Name("Müller", "J É"), r"Müller, J {\'E}"),
        (Name("Gaéta", "J"), r"Ga{\'e}ta, J"),
        (Name("Žižek", "J"), r"{\v{Z}}i{\v{z}}ek, J"),
        (Name("van Øst", "Łukasz"), r"van {\O}st, {\L}ukasz"),
        (Name("Pérez-Élan", "J"), r"Pérez-{\'E}lan, J"),
    ],
)
def test_letters_that_bibtex_would_cut_in_two(name: Name, field: str) -> None:
    assert fields("bibtex", Record(author=(name,)))["author"] == field


@pytest.mark.parametrize(
    ("family", "field"),
    [
        ("al-Ahmad", "{al-Ahmad}, A"),
        ("Alvarez-y-Muñoz", "{Alvarez-y-Muñoz}, A"),
        ("van de-Berg", "{van de-Berg}, A"),
        ("al-sayed", "{al-sayed}, A"),
        ("El-sayed", "El-sayed, A"),
        ("Smith-Jones", "Smith-Jones, A"),
        ("van den Berg-Smith", "van den Berg-Smith, A"),
    ],
)
def test_particles_before_a_hyphen_are_no_particles_to_bibtex(family: str, field: str) -> None:
    assert fields("bibtex", Record(author=(Name(family, "A"),)))["author"] == field
    both = fields("bibtex", Record(author=(Name(family, "A"), Name("Smith", "Jean-luc"))))
    assert both["author"] == f"{field} and Smith, Jean-luc"


@pytest.mark.parametrize(
    ("record", "kind", "has"),
    [
        (Record(type="chapter", container_title="StatPearls", publisher="P", publisher_place="B"),
         "incollection", {"booktitle": "StatPearls", "publisher": "P", "address": "B"}),
        (Record(type="book", title="B", publisher="P", collection_title="S", edition="2nd"),
         "book", {"title": "B", "publisher": "P", "series": "S", "edition": "2nd"}),
        (Record(type="article", genre="Preprint", container_title="bioRxiv : server",
                container_title_short="bioRxiv"),
         "misc", {"howpublished": "bioRxiv", "note": "Preprint"}),
        (Record(type="report", publisher="P", number="7"), "techreport",
         {"institution": "P", "number": "7"}),
        (Record(type="thesis", publisher="U"), "phdthesis", {"school": "U"}),
        (Record(type="paper-conference", container_title="C"), "inproceedings", {"booktitle": "C"}),
        (Record(type="article-newspaper", container_title="N"), "article", {"journal": "N"}),
        (Record(type="dataset", title="D"), "misc", {"title": "D"}),
    ],
)  # fmt: skip
def test_types(record: Record, kind: str, has: dict[str, str]) -> None:
    assert entry("bibtex", record).entry_type == kind
    assert has.items() <= fields("bibtex", record).items()


def test_an_agency_is_one_to_programs_that_part_publishers() -> None:
    """Pandoc, Better BibTeX, citation-js and Fidus Writer take BibTeX's for biblatex's list."""
    report = Record(type="report", publisher="Agency for Research and Quality")
    assert fields("bibtex", report)["institution"] == "{Agency for Research and Quality}"


def test_country_of_a_journal_is_no_address() -> None:
    assert "address" not in fields("bibtex", ARTICLE.replace(publisher_place="England"))


def test_journal_full_or_abbreviated() -> None:
    assert fields("bibtex", ARTICLE, journal="abbrev")["journal"] == "BMC Med"
    full = ARTICLE.replace(container_title_short="")
    assert fields("bibtex", full, journal="abbrev")["journal"] == "BMC medicine"


def test_keywords_have_semicolons() -> None:
    words = Record(keywords=(Keyword("Graft"), Keyword("R&D")), mesh=(Heading("Humans"),))
    assert fields("bibtex", words)["keywords"] == r"Graft; R\&D; Humans"
    words = words.replace(mesh=(Heading("Databases, Protein"),))
    assert fields("bibtex", words)["keywords"] == r"Graft; R\&D; Databases, Protein"


@pytest.mark.parametrize(
    ("codes", "field"),
    [
        (("eng",), None),
        (("fre",), "French"),
        (("eng", "chi"), "English, Chinese"),
        (("xxx",), "xxx"),
    ],
)
def test_language(codes: tuple[str, ...], field: str | None) -> None:
    assert fields("bibtex", Record(language=codes)).get("language") == field


def test_translated_title_stands_in_brackets() -> None:
    record = Record(title="Food and growth", translated=True, original_title="Nahrung")
    assert fields("bibtex", record)["title"] == "[{Food} and growth]"
    assert fields("bibtex", Record(original_title="Nahrung"))["title"] == "Nahrung"


@pytest.mark.parametrize(
    ("record", "note"),
    [
        (Record(relations=(Relation("retraction-in", "Lancet. 2010;1:2. PMID: 5."),)),
         "Retracted. Retraction in: Lancet. 2010;1:2. PMID: 5"),
        (Record(publication_types=("Retracted Publication",)), "Retracted"),
        (Record(relations=(Relation("concern-in", "J. 2010"), Relation("erratum-in", "x"))),
         "Expression of concern in: J. 2010"),
        (Record(relations=(Relation("partial-retraction-in", "A"), Relation("retraction-in", "B"))),
         "Retracted. Retraction in: B. Partial retraction in: A"),
        (Record(relations=(Relation("retracted-republished-in", "B"),)),
         "Retracted and republished in: B"),
        (Record(status="aheadofprint"), "Epub ahead of print"),
        (Record(relations=(Relation("comment-in", "B"),)), None),
        (Record(type="book", author=(Name("Fu"),), editor=(Name("Wu", "Q"), Name(literal="WHO"))),
         "Edited by Q Wu, WHO"),
    ],
)  # fmt: skip
def test_note(record: Record, note: str | None) -> None:
    assert fields("bibtex", record).get("note") == note


def test_entry_without_an_author_can_be_sorted() -> None:
    record = Record(title="The rise of <i>E. coli</i> in the farms of Kent")
    assert fields("bibtex", record)["key"] == "rise E coli farms"
    assert "key" not in fields("bibtex", record.replace(editor=(Name("Fu"),)))
    assert "key" not in fields("bibtex", ARTICLE)


@pytest.mark.parametrize(
    ("text", "value"),
    [("[ca] spring", "{{[ca] spring}}"), ("n.d.]", "{{n.d.]}}"), ("(in press", "{{(in press}}"),
     ("in press", "{in press}")],
)  # fmt: skip
def test_natbib_does_not_see_the_brackets_of_a_year(text: str, value: str) -> None:
    assert f"  year = {value},\n" in written("bibtex", Record(issued=Date(None, raw=text)))


def test_isbn_and_issn() -> None:
    assert fields("bibtex", Record(isbn=("1", "2")))["isbn"] == "1, 2"


@pytest.mark.parametrize(
    ("name", "author", "in_ascii"),
    [
        (Name("Иванов", "Иван"), "Иванов, Иван", "Ivanov, Ivan"),
        (Name("王", "小明"), "王, 小明", "Wang, XiaoMing"),
        (Name("Łukasz", "Émile"), r"{\L}ukasz, {\'E}mile", r"{\L}ukasz, {\'E}mile"),
    ],
)
def test_a_name_is_written_in_one_script(name: Name, author: str, in_ascii: str) -> None:
    """Initials alone were transliterated."""
    record = Record(type="article-journal", title="T", author=(name,))
    assert fields("bibtex", record)["author"] == author
    assert fields("bibtex", record, ascii=True)["author"] == in_ascii
