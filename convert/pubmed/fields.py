"""The tree of a record into MEDLINE's fields, element by element as the table says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from ..codecs import dates, mathml
from ..medline.fields import Fields
from ..model.report import Location, Report
from ..model.values import Field
from ..tables.inline_tags import SYNONYMS
from ..tables.medline import RELATIONS
from ..tables.medline import ROWS as MEDLINE
from ..tables.pubmed_xml import COUNTED, PERSONS, READ, ROWS, SILENT, STAGES
from ..tables.relations import BY_XML
from ..tables.row import Row, by_tag
from ..xml.node import Node, neat

# Elements by the tags that are written for them.
TITLE_MARKUP = {**{tag: tag for tag in ("i", "b", "sup", "sub")}, **SYNONYMS}
MARKUP = frozenset([*TITLE_MARKUP, "u", "DispFormula"])
NOTHING = frozenset[str]()
# What is taken in some forms only: a misspelled name is not, nor is a link that NLM has no tag for.
_CHOOSY = ("identifier", "person", "relation")
ABSTRACT_MARKUP = {"sup": "sup", "sub": "sub"}  # without which a number may be another
PATHS = by_tag(ROWS)
TAGS = {row.arg: row.tag for row in RELATIONS}
ADMINISTRATIVE = frozenset(row.tag for row in MEDLINE if row.how == "admin")
# Identifiers that MEDLINE has in a tag of their own, and not in AID.
IDENTIFIERS = {"pmc": "PMC", "mid": "MID", "pubmed": ""}

Pairs: TypeAlias = Iterator[tuple[str, str]]


def fields_of(
    record: Node, file: str, report: Report, left_out: Counter[str] | None = None
) -> Fields | None:
    """Return the record's fields; whatever the table does not know is reported.

    What the table leaves out on purpose is counted in ``left_out``. A record without any fact of
    an article is reported, and ``None``.
    """
    walk = _Walk(file, report, Counter() if left_out is None else left_out)
    for child in record.children:
        walk.visit(child, child.tag)
    fields = walk.fields
    if fields.groups.keys() <= ADMINISTRATIVE:
        message = f"the {record.tag} says nothing of an article; skipped"
        report.error("bad-record", Location(file, record.line), message)
        return None
    for tag, value, line in walk.fallbacks:
        if tag not in fields.tags:
            fields.add(tag, value, line)
    if "PMID" in fields.groups:  # before what the element around it has in attributes
        fields.to_front("PMID")
    return fields


class _Walk:
    """A walk through a record's elements, which gathers its fields."""

    def __init__(self, file: str, report: Report, left_out: Counter[str]) -> None:
        self.file, self.report, self.left_out = file, report, left_out
        self.fields = Fields()
        self.fallbacks: list[Field] = []  # taken where no other element gives the tag

    def visit(self, node: Node, path: str) -> None:
        """Take an element, or the elements in it."""
        row = PATHS.get(path)
        if row:
            self._take(node, row)
        if path in _inner():
            self._account(node, "", READ.get(row.how, NOTHING) if row else NOTHING)
            for child in node.children:
                self.visit(child, f"{path}/{child.tag}")
            if node.tag == "AuthorList" and node.attributes.get("CompleteYN") == "N":
                self.fields.add("AU", "et al.", node.line)  # as MEDLINE text ends such a byline
        elif not row:
            self._leave_out(node, node.tag, node.text())
        elif row.how == "left":
            self.left_out[node.tag] += 1
        else:
            self._account(node, "", READ.get(row.how, NOTHING), deep=True)

    def _take(self, node: Node, row: Row) -> None:
        taken = False
        for tag, value in HOW[row.how](node, row):
            taken = taken or bool(value)
            if value and row.how == "fallback":
                self.fallbacks.append(Field(tag, value, node.line))
            elif value:
                self.fields.add(tag, value, node.line)
        if not taken and row.how in _CHOOSY and node.attributes.get(row.arg) != "pubmed":
            self._leave_out(node, node.tag, node.text())

    def _account(self, node: Node, path: str, read: frozenset[str], *, deep: bool = False) -> None:
        """Report what is left out of an element: attributes and, if ``deep``, elements inside.

        ``read`` are the paths below the element, from ``path`` on, of what is used.
        """
        for name, value in node.attributes.items():
            if f"{path}@{name}" not in read:
                self._leave_out(node, f"{node.tag}@{name}", value)
        for child in node.children if deep else ():
            inner = f"{path}/{child.tag}" if path else child.tag
            if inner in read:
                self._account(child, inner, read, deep=True)
            elif child.tag not in MARKUP and ":" not in child.tag:
                self._leave_out(child, f"{node.tag}/{child.tag}", child.text())

    def _leave_out(self, node: Node, name: str, text: str) -> None:
        """Report an element or attribute for which MEDLINE has no field.

        Nothing is reported of those in ``SILENT``; those in ``COUNTED`` are counted.
        """
        if name in COUNTED:
            self.left_out[name] += 1
        elif name not in SILENT and text:
            pmid = self.fields.groups.get("PMID", [""])[0]
            tag = name.rpartition("@")[2].rpartition("/")[2]
            message = f"no field of MEDLINE for {_short(text)!r}; left out"
            self.report.note("not-read", Location(self.file, node.line, pmid, tag), message)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


@cache
def _inner() -> frozenset[str]:
    """Return the paths that lead to rows of the table."""
    paths = (row.tag.split("/") for row in ROWS)
    return frozenset("/".join(parts[:end]) for parts in paths for end in range(1, len(parts)))


def _text(node: Node, row: Row) -> Pairs:
    yield row.to, node.text()


def _left(_: Node, __: Row) -> Pairs:
    yield from ()


def _citation(node: Node, _: Row) -> Pairs:
    yield "OWN", node.attributes.get("Owner", "")
    yield "STAT", node.attributes.get("Status", "")


def _model(node: Node, row: Row) -> Pairs:
    yield row.to, node.attributes.get("PubModel", "")


def _title(node: Node, row: Row) -> Pairs:
    yield row.to, neat(_marked(node, TITLE_MARKUP))


def _marked(node: Node, markup: Mapping[str, str]) -> Iterator[str]:
    """Yield text with those elements that are in ``markup``, and formulas in a line."""
    for part in node.parts:
        if isinstance(part, str):
            yield part
        elif mathml.is_math(part):
            yield mathml.text_of(part)
        elif tag := markup.get(part.tag):
            yield f"<{tag}>{''.join(_marked(part, markup))}</{tag}>"
        else:
            yield from _marked(part, markup)


def _compact(node: Node, row: Row) -> Pairs:
    yield row.to, "".join(node.text(part).zfill(2) for part in ("Year", "Month", "Day"))


def _date(node: Node, row: Row) -> Pairs:
    """Write a date as DP does: ``2024 Feb 27``, ``1999 Summer``, or NLM's own words."""
    parts = (node.text("MedlineDate"), node.text("Year"), node.text("Season"),
             _month(node.text("Month")), node.text("Day").lstrip("0"))  # fmt: skip
    yield row.to, " ".join(filter(None, parts))


def _month(text: str) -> str:
    return dates.month_name(text) or text


def _event(node: Node, row: Row) -> Pairs:
    """Write a stage as PHST does, and as the tag that some stages have of their own."""
    kind = node.attributes.get("PubStatus", "")
    day = "/".join(part.zfill(2) for name in ("Year", "Month", "Day") if (part := node.text(name)))
    clock = f"{node.text('Hour').zfill(2)}:{node.text('Minute').zfill(2)}"
    yield STAGES.get(kind, ""), f"{day} {clock}" if kind in STAGES else ""
    yield row.to, f"{day} {clock} [{kind}]"


def _issn(node: Node, row: Row) -> Pairs:
    medium = node.attributes.get("IssnType", "")
    yield row.to, f"{node.text()} ({medium})" if medium else node.text()


def _linking(node: Node, row: Row) -> Pairs:
    yield row.to, f"{node.text()} (Linking)"


def _pages(node: Node, row: Row) -> Pairs:
    first, last = node.text("StartPage"), node.text("EndPage")
    yield row.to, node.text("MedlinePgn") or (f"{first}-{last}" if last else first)


def _identifier(node: Node, row: Row) -> Pairs:
    """Write an identifier with its kind; those with a tag of their own get that."""
    kind, text = node.attributes.get(row.arg, ""), node.text()
    if node.attributes.get("ValidYN") == "N" or not text:
        return
    if row.to == "AID" and kind in IDENTIFIERS:
        yield IDENTIFIERS[kind], text if IDENTIFIERS[kind] else ""
    else:
        yield row.to, f"{text} [{kind}]" if kind else text


def _other(node: Node, row: Row) -> Pairs:
    source = node.attributes.get("Source", "")
    yield row.to, f"{source}: {node.text()}" if source else node.text()


def _owned(node: Node, row: Row) -> Pairs:
    owner = node.attributes.get("Owner", "")
    yield row.to, f"{owner}: {node.text()}" if owner else node.text()


def _abstract(node: Node, row: Row) -> Pairs:
    """Write an abstract's parts one after the other, each behind its label."""
    parts = []
    for part in node.children:
        if part.tag == "AbstractText":
            label = part.attributes.get("Label", "")
            text = neat(_marked(part, ABSTRACT_MARKUP))
            parts.append(f"{label}: {text}" if label else text)
    kind = node.attributes.get("Type", "")
    text = " ".join(filter(None, parts))
    yield row.to, f"{kind}: {text}" if kind and text else text
    yield ("CI" if row.to == "AB" else "OCI"), node.text("CopyrightInformation")
    if row.to == "OAB":
        yield "OABL", node.attributes.get("Language", "")


def _people(node: Node, row: Row) -> Pairs:
    """Write a book's list of names: its editors, or its authors."""
    kind = node.attributes.get("Type", "")
    tag = {"editors": "ED", "authors": "AU"}.get(kind, row.to)
    for child in node.children:
        yield from _named(child, tag)


def _person(node: Node, row: Row) -> Pairs:
    yield from _named(node, row.to)


def _named(node: Node, tag: str) -> Pairs:
    """Write a name in full and short, or a group's, then its identifiers and affiliations.

    An author with ``ValidYN="N"`` is a misspelling that another author corrects.
    """
    if node.attributes.get("ValidYN") == "N":
        return
    full_tag, affiliation_tag = PERSONS[tag]
    suffix, family = node.text("Suffix"), node.text("LastName")
    given = " ".join(filter(None, (node.text("ForeName"), suffix)))
    yield "CN", node.text("CollectiveName")
    yield full_tag, f"{family}, {given}" if family and given else family
    yield tag, " ".join(filter(None, (family, node.text("Initials"), suffix))) if family else ""
    for child in node.children:
        if child.tag == "Identifier":
            yield "AUID", f"{child.attributes.get('Source', '')}: {child.text()}"
        elif child.tag == "AffiliationInfo":
            yield affiliation_tag, child.text("Affiliation")
        elif child.tag == "Affiliation":  # before 2015
            yield affiliation_tag, child.text()


def _databank(node: Node, row: Row) -> Pairs:
    name = node.text("DataBankName")
    numbers = node.find("AccessionNumberList")
    for number in numbers.children if numbers else ():
        yield row.to, f"{name}/{number.text()}"
    if not numbers:
        yield row.to, name


def _grant(node: Node, row: Row) -> Pairs:
    names = ("GrantID", "Acronym", "Agency", "Country")
    yield row.to, "/".join(filter(None, (node.text(name) for name in names)))


def _chemical(node: Node, row: Row) -> Pairs:
    yield row.to, f"{node.text('RegistryNumber') or '0'} ({node.text('NameOfSubstance')})"


def _heading(node: Node, row: Row) -> Pairs:
    yield row.to, "/".join(map(_starred, node.children))


def _starred(node: Node) -> str:
    return "*" * (node.attributes.get("MajorTopicYN") == "Y") + node.text()


def _keywords(node: Node, row: Row) -> Pairs:
    yield "OTO", node.attributes.get("Owner", "")
    for child in node.children:
        yield row.to, _starred(child)


def _relation(node: Node, _: Row) -> Pairs:
    """Write a link to another article: its citation, its PMID, and a note if it has one."""
    kind = BY_XML.get(node.attributes.get("RefType", ""), "")
    pmid = node.text("PMID")
    parts = (node.text("RefSource"), f"PMID: {pmid}" if pmid else "", node.text("Note"))
    yield TAGS.get(kind, ""), " ".join(filter(None, parts)) if kind else ""


HOW: dict[str, Callable[[Node, Row], Pairs]] = {
    "text": _text,
    "left": _left,
    "fallback": _text,
    "citation": _citation,
    "model": _model,
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
