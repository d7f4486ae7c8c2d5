"""How the text of MEDLINE's fields is made of an element: a function for each ``how`` of the table.

Each returns the tag and text of each field that an element is. Empty texts are no fields.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias
from xml.etree.ElementTree import Element

from ..codecs import dates
from ..tables.inline_tags import SYNONYMS
from ..tables.medline import RELATIONS
from ..tables.pubmed_xml import PERSONS, STAGES
from ..tables.relations import BY_XML
from ..tables.row import Row
from .elements import child_texts, text_of

Pairs: TypeAlias = Sequence[tuple[str, str]]

# Elements by the tags that are written for them.
TITLE_MARKUP = {**{tag: tag for tag in ("i", "b", "sup", "sub")}, **SYNONYMS}
ABSTRACT_MARKUP = {"sup": "sup", "sub": "sub"}  # without which a number may be another
TAGS = {row.arg: row.tag for row in RELATIONS}
# Identifiers that MEDLINE has in a tag of their own, and not in AID.
DAY = ("Year", "Month", "Day")
IDENTIFIERS = {"pmc": "PMC", "mid": "MID", "pubmed": ""}


def _text(element: Element, row: Row) -> Pairs:
    return [(row.to, text_of(element))]


def _citation(element: Element, _: Row) -> Pairs:
    return [("OWN", element.get("Owner", "")), ("STAT", element.get("Status", ""))]


def _model(element: Element, row: Row) -> Pairs:
    return [(row.to, element.get("PubModel", ""))]


def _et_al(element: Element, row: Row) -> Pairs:
    """Return what MEDLINE text ends a byline with that goes on."""
    return [(row.to, "et al.")] if element.get("CompleteYN") == "N" else []


def _title(element: Element, row: Row) -> Pairs:
    return [(row.to, text_of(element, TITLE_MARKUP))]


def _compact(element: Element, row: Row) -> Pairs:
    texts = child_texts(element)
    return [(row.to, "".join([f"{texts.get(tag, ''):0>2}" for tag in DAY]))]


def _date(element: Element, row: Row) -> Pairs:
    """Return a date as DP has it: ``2024 Feb 27``, ``1999 Summer``, or NLM's own words."""
    texts = child_texts(element)
    words, year, season, month, day = (
        texts.get(tag, "") for tag in ("MedlineDate", "Year", "Season", "Month", "Day")
    )
    name = dates.month_name(month) or month
    return [(row.to, _joined(words, year, season, name, day.lstrip("0")))]


def _event(element: Element, row: Row) -> Pairs:
    """Return a stage as PHST has it, and as the tag that some stages have of their own."""
    kind, texts = element.get("PubStatus", ""), child_texts(element)
    date = "/".join([f"{texts[tag]:0>2}" for tag in DAY if texts.get(tag)])
    stamp = f"{date} {texts.get('Hour', ''):0>2}:{texts.get('Minute', ''):0>2}"
    event = (row.to, f"{stamp} [{kind}]")
    return [(STAGES[kind], stamp), event] if kind in STAGES else [event]


def _issn(element: Element, row: Row) -> Pairs:
    medium = element.get("IssnType", "")
    return [(row.to, f"{text_of(element)} ({medium})" if medium else text_of(element))]


def _linking(element: Element, row: Row) -> Pairs:
    return [(row.to, f"{text_of(element)} (Linking)")]


def _pages(element: Element, row: Row) -> Pairs:
    texts = child_texts(element)
    first, last = texts.get("StartPage", ""), texts.get("EndPage", "")
    return [(row.to, texts.get("MedlinePgn") or (f"{first}-{last}" if last else first))]


def _identifier(element: Element, row: Row) -> Pairs:
    """Return an identifier with its kind; those with a tag of their own get that."""
    kind, text = element.get(row.arg, ""), text_of(element)
    if element.get("ValidYN") == "N" or not text:
        return []
    if row.to == "AID" and kind in IDENTIFIERS:
        return [(IDENTIFIERS[kind], text)] if IDENTIFIERS[kind] else []
    return [(row.to, f"{text} [{kind}]" if kind else text)]


def _other(element: Element, row: Row) -> Pairs:
    return [(row.to, _behind(element.get("Source", ""), text_of(element)))]


def _owned(element: Element, row: Row) -> Pairs:
    return [(row.to, _behind(element.get("Owner", ""), text_of(element)))]


def _behind(label: str, text: str) -> str:
    return f"{label}: {text}" if label else text


def _abstract(element: Element, row: Row) -> Pairs:
    """Return an abstract's parts one after the other, each behind its label."""
    parts = [
        _behind(part.get("Label", ""), text_of(part, ABSTRACT_MARKUP))
        for part in element.iterfind("AbstractText")
    ]
    kind, text = element.get("Type", ""), _joined(*parts)
    abstract = (row.to, _behind(kind, text) if text else "")
    notice = _first_text(element, "CopyrightInformation")
    if row.to == "AB":
        return [abstract, ("CI", notice)]
    return [abstract, ("OCI", notice), ("OABL", element.get("Language", ""))]


def _people(element: Element, row: Row) -> Pairs:
    """Return a book's list of names: its editors, or its authors."""
    tag = {"editors": "ED", "authors": "AU"}.get(element.get("Type", ""), row.to)
    return [pair for child in element for pair in _named(child, tag)]


def _person(element: Element, row: Row) -> Pairs:
    return _named(element, row.to)


def _named(element: Element, tag: str) -> Pairs:
    """Return a name in full and short, or a group's, then its identifiers and affiliations.

    An author with ``ValidYN="N"`` is a misspelling that another author corrects.
    """
    if element.get("ValidYN") == "N":
        return []
    full_tag, affiliation_tag = PERSONS[tag]
    texts: dict[str, str] = {}
    behind = []
    for child in element:
        if child.tag == "AffiliationInfo":
            behind.append((affiliation_tag, _first_text(child, "Affiliation")))
        elif child.tag == "Affiliation":  # before 2015
            behind.append((affiliation_tag, text_of(child)))
        elif child.tag == "Identifier":
            behind.append(("AUID", f"{child.get('Source', '')}: {text_of(child)}"))
        else:
            texts.setdefault(child.tag, text_of(child))
    return [*_name(texts, full_tag, tag), *behind]


def _name(texts: dict[str, str], full_tag: str, tag: str) -> Pairs:
    """Return a group's name and a person's in full and short, of which one has a text."""
    family, suffix = texts.get("LastName"), texts.get("Suffix", "")
    group = ("CN", texts.get("CollectiveName", ""))
    if not family:
        return [group]
    given = _joined(texts.get("ForeName", ""), suffix)
    short = _joined(family, texts.get("Initials", ""), suffix)
    return [group, (full_tag, f"{family}, {given}" if given else family), (tag, short)]


def _first_text(element: Element, tag: str) -> str:
    child = element.find(tag)
    return "" if child is None else text_of(child)


def _joined(*texts: str) -> str:
    return " ".join([text for text in texts if text])


def _databank(element: Element, row: Row) -> Pairs:
    name, numbers = _first_text(element, "DataBankName"), element.find("AccessionNumberList")
    if numbers is None:
        return [(row.to, name)]
    return [(row.to, f"{name}/{text_of(number)}") for number in numbers]


def _grant(element: Element, row: Row) -> Pairs:
    texts = child_texts(element)
    parts = [texts.get(tag, "") for tag in ("GrantID", "Acronym", "Agency", "Country")]
    return [(row.to, "/".join(filter(None, parts)))]


def _chemical(element: Element, row: Row) -> Pairs:
    texts = child_texts(element)
    number, name = texts.get("RegistryNumber") or "0", texts.get("NameOfSubstance", "")
    return [(row.to, f"{number} ({name})")]


def _heading(element: Element, row: Row) -> Pairs:
    return [(row.to, "/".join(map(_starred, element)))]


def _starred(element: Element) -> str:
    return "*" * (element.get("MajorTopicYN") == "Y") + text_of(element)


def _keywords(element: Element, row: Row) -> Pairs:
    keywords = [(row.to, _starred(child)) for child in element]
    return [("OTO", element.get("Owner", "")), *keywords]


def _relation(element: Element, _: Row) -> Pairs:
    """Return a link to another article: its citation, its PMID, and a note if it has one."""
    kind = BY_XML.get(element.get("RefType", ""))
    if not kind:
        return []
    texts = child_texts(element)
    pmid = f"PMID: {texts['PMID']}" if texts.get("PMID") else ""
    return [(TAGS[kind], _joined(texts.get("RefSource", ""), pmid, texts.get("Note", "")))]


HOW: dict[str, Callable[[Element, Row], Pairs]] = {
    "text": _text,
    "fallback": _text,
    "citation": _citation,
    "model": _model,
    "et-al": _et_al,
    "title": _title,
    "compact": _compact,
    "date": _date,
    "event": _event,
    "issn": _issn,
    "linking": _linking,
    "pages": _pages,
    "identifier": _identifier,
    "other": _other,
    "owned": _owned,
    "abstract": _abstract,
    "people": _people,
    "person": _person,
    "databank": _databank,
    "grant": _grant,
    "chemical": _chemical,
    "heading": _heading,
    "keywords": _keywords,
    "relation": _relation,
}
