"""What a writer chooses among a record's values, as the user's options say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..base.lazy_regex import regex
from ..markup.inline import tidy
from ..model import peek
from ..model.record import Record
from ..model.values import Date, Heading, Issn, PartialDate
from ..options import Options
from ..tables.kinds import PAGED
from ..tables.relations import LABELS

# The order in which an article's ISSNs are preferred, by how it was published. PubMed's
# PST says which edition is the cited one; the linking ISSN stands for every edition.
PRINTED = ("print", "", "linking", "electronic")
ELECTRONIC = ("electronic", "linking", "", "print")

# Marks that make an abstract no clearer where nothing is set in italics or bold.
_LOOKS = regex(r"</?[biu]>")

# What NLM adds to a journal's name: " : subtitle", " = parallel title", "(place)", a full stop.
_ADDED = regex(r"(?: [:=] .*| \([^()]*\))\.?$|\.$")

# What a reader must be told of an article, and what is said before its label.
NOTICES = {
    "retraction-in": "Retracted. ",
    "retracted-republished-in": "",
    "partial-retraction-in": "",
    "concern-in": "",
}


def issued(record: Record, date: str) -> Date | None:
    """Give the date to cite by: of the ``issue`` (DP), ``epub`` (DEP) or the ``earliest``.

    Each falls back on the other where the record has only one.
    """
    printed, electronic = record.issued, record.available_date
    if date == "issue" or electronic is None:
        return printed or electronic
    if date == "epub" or printed is None:
        return electronic
    return min(printed, electronic, key=_position)


def _position(date: Date) -> PartialDate:
    """Give where a date stands in time; one without a year comes last."""
    return date.start or PartialDate(9999)


def issn(record: Record) -> str:
    """Give the ISSN of the edition that is cited: electronic for epublish, else print."""
    return _issn(record.issn, ELECTRONIC if record.status == "epublish" else PRINTED)


@lru_cache(maxsize=1024)
def _issn(every: tuple[Issn, ...], wanted: tuple[str, ...]) -> str:
    """Give the ISSN of the first medium in ``wanted`` that there is."""
    found = {each.medium: each.value for each in reversed(every)}
    return next((found[medium] for medium in wanted if medium in found), "")


def place(record: Record) -> str:
    """Give the article number, which stands for pages; a report's number does not."""
    return record.number if record.type in PAGED else ""


def container(record: Record, journal: str) -> str:
    """Give the journal's title: ``full``, ``clean`` or ``abbrev``; the other where one is missing.

    NLM tells journals of one name apart by a place ("Lancet (London, England)"), and adds
    subtitle and parallel title; ``clean`` leaves these off. It never changes a letter's case.
    """
    full, short = record.container_title, record.container_title_short
    if journal == "abbrev":
        return short or full
    if journal == "clean" and record.type == "article-journal":
        return _ADDED.sub("", full) or short
    return full or short


def abstract(record: Record) -> str:
    """Give the abstract as text; of markup, only ``<sup>`` and ``<sub>`` are left."""
    text = tidy(record.abstract)
    return _LOOKS.sub("", text) if "<" in text else text


def notices(record: Record) -> list[str]:
    """Say that an article is retracted or in doubt, and where that is published."""
    kinds = peek.relation_kinds(record)
    if kinds.isdisjoint(NOTICES):
        return ["Retracted"] if record.retracted else []
    said = [
        f"{before}{LABELS[kind]}: {relation.citation}".rstrip(" .:")
        for kind, before in NOTICES.items()
        for relation in record.relation(kind)
    ]
    return said or (["Retracted"] if record.retracted else [])


def keywords(record: Record, options: Options) -> list[str]:
    """Give the keywords to write: the authors' first, then MeSH; each once, without asterisks."""
    if not options.keywords:
        return []
    words = [each.text for each in record.keywords]
    if options.mesh == "descriptors":
        words += peek.mesh_descriptors(record)
    else:
        words += (word for heading in record.mesh for word in _mesh(heading, options.mesh))
    return _unique(words)


def is_major(heading: Heading) -> bool:
    """Tell whether a MeSH heading, or one of its qualifiers, is a major topic."""
    return heading.major or any(each.major for each in heading.qualifiers)


def _mesh(heading: Heading, mesh: str) -> Iterable[str]:
    """Give a MeSH heading's words: its descriptor, or one for each of its qualifiers."""
    if mesh == "none" or (mesh == "major" and not is_major(heading)):
        return ()
    if mesh == "full" and heading.qualifiers:
        return [f"{heading.descriptor}/{each.name}" for each in heading.qualifiers]
    return (heading.descriptor,)


def _unique(words: list[str]) -> list[str]:
    """Keep the first of words that differ only in case, and none that is empty."""
    found = dict(zip(map(str.casefold, words), words, strict=True))
    if len(found) < len(words):  # the last one is found, but the first one's place
        for word in reversed(words):
            found[word.casefold()] = word
    found.pop("", None)
    return list(found.values())
