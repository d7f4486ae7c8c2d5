"""PubMed XML: every element of the DTD that holds text, and every attribute that holds any.

Source: NLM's pubmed_250101.dtd, of which Biopython has a copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from importlib.resources import files
from xml.etree import ElementTree as ET

from medcite.tables.pubmed_xml import SILENT

from tests.contracts.documented.tokens import Case, Token, Tokens

DTD = "pubmed_250101.dtd"
MARKUP = {"b", "i", "sub", "sup", "u", "DispFormula"}
# Of dates the year stands for the rest, which is in no form of its own; of a name the full one.
COARSE = {"Month", "Day", "Hour", "Minute", "Second", "Initials"}
RECORDS = {
    "PubmedArticle": """<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID
        Version="1">{}</PMID><Article PubModel="Print"><Journal><JournalIssue><PubDate><Year>2014
        </Year></PubDate></JournalIssue><Title>Trees</Title></Journal><ArticleTitle>Main
        </ArticleTitle></Article></MedlineCitation></PubmedArticle>""",
    "PubmedBookArticle": """<PubmedBookArticle><BookDocument><PMID Version="1">{}</PMID><Book>
        <BookTitle>Trees</BookTitle><PubDate><Year>2014</Year></PubDate></Book><ArticleTitle>Main
        </ArticleTitle></BookDocument></PubmedBookArticle>""",
}
# What stands beside an element that means nothing alone.
BESIDE = {
    "Author": "LastName", "Investigator": "LastName", "PersonalNameSubject": "LastName",
    "CommentsCorrections": "RefSource", "Chemical": "NameOfSubstance", "DataBank": "DataBankName",
    "Grant": "Agency", "MeshHeading": "DescriptorName", "Pagination": "StartPage",
    "Abstract": "AbstractText", "OtherAbstract": "AbstractText",
}  # fmt: skip
REQUIRED = {
    "CommentsCorrections": {"RefType": "CommentIn"}, "PubMedPubDate": {"PubStatus": "received"},
    "Identifier": {"Source": "ORCID"}, "ELocationID": {"EIdType": "pii", "ValidYN": "Y"},
    "ArticleId": {"IdType": "sici"}, "AuthorList": {"Type": "authors"},
    "OtherID": {"Source": "NASA"}, "OtherAbstract": {"Type": "Publisher", "Language": "fre"},
}  # fmt: skip


def cases(every: bool) -> Iterator[Case]:
    """Yield a record for each place of a text, and for each attribute of each place."""
    tokens = Tokens()
    number = 60_000_000
    places = [(path, "") for path in _texts()] + list(_attributes())
    for index, (path, attribute) in enumerate(places):
        if not every and index % 3:
            continue
        number += 1
        token = _token(tokens, path[-1], attribute)
        root = ET.fromstring(re.sub(r"\s*\n\s*", " ", RECORDS[path[0]].format(number)))
        if path[1:] == ("MedlineCitation", "PMID") and not attribute:
            root = ET.fromstring(RECORDS[path[0]].format(token.value))
        else:
            _put(root, path, attribute, token)
        names = (attribute, *path[2:])
        text = ET.tostring(root, "unicode").replace("\n", " ")
        yield Case(text, attribute or path[-1], token, names)


@cache
def _dtd() -> tuple[dict[str, list[str]], set[str], dict[str, list[str]]]:
    """Return the children of each element, those that hold text, and their CDATA attributes."""
    text = (files("Bio.Entrez") / "DTDs" / DTD).read_text("utf-8")
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    entities = dict(re.findall(r'<!ENTITY\s+%\s+(\w+)\s+"([^"]*)"', text))
    text = re.sub(r"%(\w+);", lambda name: entities.get(name[1], ""), text)
    children, attributes = {}, {}
    for name, content in re.findall(r"<!ELEMENT\s+(\w+)\s*([^>]*)>", text):
        children[name] = re.findall(r"#?[\w:]+", content)
    for name, content in re.findall(r"<!ATTLIST\s+(\w+)\s*([^>]*)>", text):
        attributes[name] = re.findall(r"(\w+)\s+CDATA\b", content)
    holders = {name for name, inner in children.items() if "#PCDATA" in inner}
    return children, holders, attributes


def _texts() -> Iterator[tuple[str, ...]]:
    """Yield the paths of elements that hold text."""
    _, holders, _ = _dtd()
    for path in _paths():
        if path[-1] in holders and path[-1] not in COARSE:
            yield path


def _attributes() -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the paths of elements with attributes that hold any text, and each of these."""
    _, _, attributes = _dtd()
    for path in _paths():
        names = attributes.get(path[-1], ())
        yield from ((path, name) for name in names if f"{path[-1]}@{name}" not in SILENT)


def _paths() -> Iterator[tuple[str, ...]]:
    """Yield the paths of all elements below a record; none stands in itself."""
    children, _, _ = _dtd()
    paths = [(name,) for name in RECORDS]
    for path in paths:  # which grows
        inner = [name for name in children.get(path[-1], ()) if name in children]
        paths += [(*path, name) for name in inner if name not in {*path, *MARKUP}]
    yield from paths[len(RECORDS) :]


def _token(tokens: Tokens, element: str, attribute: str) -> Token:
    """Return a value such as stands in an element or attribute."""
    if attribute:
        return tokens.word()
    makers = {
        "Year": tokens.year, "ISSN": tokens.issn, "ISSNLinking": tokens.issn, "Isbn": tokens.isbn,
        "PMID": tokens.number, "Identifier": tokens.orcid,
        "RefSource": partial(tokens.word, "J ", " 2014;1:2"),
    }  # fmt: skip
    return makers.get(element, tokens.word)()


def _put(root: ET.Element, path: tuple[str, ...], attribute: str, token: Token) -> None:
    """Put a token at a path, with what has to stand beside it."""
    element = root
    for tag in path[1:]:
        parent, element = element, element.find(tag)
        if element is None:
            beside = BESIDE.get(parent.tag)
            if beside and beside != tag and parent.find(beside) is None and tag != "CollectiveName":
                ET.SubElement(parent, beside).text = "Roe"
            element = ET.SubElement(parent, tag, REQUIRED.get(tag, {}))
    if attribute:
        element.set(attribute, token.value)
        element.text = element.text if len(element) or element.text else "Ox"
    else:
        element.text = token.value


def whole(records: Sequence[str]) -> str:
    """Return the file of some records, one a line."""
    return "\n".join(["<PubmedArticleSet>", *records, "</PubmedArticleSet>", ""])
