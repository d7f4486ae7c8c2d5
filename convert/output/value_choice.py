"""Which of a record's values a writer takes, as the user's options say."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import lru_cache

from ..base.lazy_regex import regex
from ..codecs import journals
from ..markup.inline_tags import tidy
from ..model import peek
from ..model.record import Record, is_retracted
from ..model.retracted_titles import says_retracted
from ..model.values import Date, Heading, Issn, Pages, PartialDate
from ..options import Options
from ..tables.kinds import PAGED, SERIAL
from ..tables.relations import LABELS

# The order in which an article's ISSNs are preferred, by how it was published. PubMed's
# PST says which edition is the cited one; the linking ISSN stands for every edition.
_PRINTED = ("print", "", "linking", "electronic")
_ELECTRONIC = ("electronic", "linking", "", "print")

# Markup that makes an abstract no clearer where nothing is set in italics or bold.
_EMPHASIS = regex(r"</?[biu]>")

# What a reader must know of an article: kinds of relations, and what is said before their labels.
NOTICES = {
    "retraction-in": "Retracted. ",
    "retracted-republished-in": "",
    "partial-retraction-in": "",
    "concern-in": "",
}


# What became of an article, by kinds of relations.
RETRACTION_MARKS = {
    "retracted-republished-in": "Retracted and republished",
    "retraction-in": "Retracted",
    "partial-retraction-in": "Retracted in part",
}


def issued(record: Record, date: str) -> Date | None:
    """Return the date to cite by: of the ``issue`` (DP), ``epub`` (DEP) or the ``earliest``.

    Each falls back on the other where the record has only one.
    """
    printed, electronic = record.issued, record.available_date
    if date == "issue" or electronic is None:
        return printed or electronic
    if date == "epub" or printed is None:
        return electronic
    return min(printed, electronic, key=_position)


def _position(date: Date) -> PartialDate:
    """Return where a date stands in time; one without a year comes last."""
    return date.start or PartialDate(9999)


def issn(record: Record) -> str:
    """Return the ISSN of the edition that is cited: electronic for epublish, else print."""
    return _issn(record.issn, _ELECTRONIC if record.status == "epublish" else _PRINTED)


@lru_cache(maxsize=1024)
def _issn(issns: tuple[Issn, ...], media: tuple[str, ...]) -> str:
    """Return the ISSN of the first of ``media`` that has one."""
    by_medium = {issn.medium: issn.value for issn in reversed(issns)}
    return next((by_medium[medium] for medium in media if medium in by_medium), "")


def pages(record: Record) -> Pages | None:
    """Return the pages, unless they only repeat the article number."""
    page = record.page
    return None if page is None or page.raw == article_number(record) else page


def pages_or_number(record: Record) -> str:
    """Return the pages, or the article number that is cited in their place."""
    return record.page.full if record.page else article_number(record)


def article_number(record: Record) -> str:
    """Return the article number, which stands for pages; a report's number does not."""
    return record.number if record.type in PAGED else ""


def container_title(record: Record, journal: str) -> str:
    """Return the journal's title in one of its forms; another form where it has not that one.

    ``full`` is NLM's title with what NLM adds, ``clean`` the title as the journal prints it (the
    same for what is in no journal), ``abbrev`` NLM's abbreviation and ``dotted`` the same with
    full stops.
    """
    full, short = record.container_title, record.container_title_short
    if journal in ABBREVIATED:
        return container_title_short(record, journal) or full
    if journal == "clean" and record.type in SERIAL:
        return journals.clean(full, short) or short
    return full or short


def container_title_short(record: Record, journal: str) -> str:
    """Return the journal's abbreviation, without full stops or ``dotted``; others as they are."""
    form = ABBREVIATED.get(journal)
    return form(record) if form else record.container_title_short


def _undotted(record: Record) -> str:
    return journals.undotted(record.container_title_short)


def _dotted(record: Record) -> str:
    return journals.dotted(record.container_title_short, record.container_title)


# Forms of the abbreviated title.
ABBREVIATED = {"abbrev": _undotted, "dotted": _dotted}


def abstract(record: Record) -> str:
    """Return the abstract as text; of markup, only ``<sup>`` and ``<sub>`` are left."""
    text = tidy(record.abstract)
    return _EMPHASIS.sub("", text) if "<" in text else text


def notices(record: Record) -> list[str]:
    """Return sentences that an article is retracted or in doubt, and where that is published."""
    kinds = peek.relation_kinds(record)
    if kinds.isdisjoint(NOTICES):
        return _retracted(record, kinds)
    sentences = [
        f"{before}{LABELS[kind]}: {relation.citation}".rstrip(" .:")
        for kind, before in NOTICES.items()
        for relation in record.relation(kind)
    ]
    return sentences or _retracted(record, kinds)


def retraction_mark(record: Record) -> str:
    """Return what to put behind the title of a retracted article; nothing if the title says it."""
    if says_retracted(record.title):
        return ""
    kinds = peek.relation_kinds(record)
    mark = next((mark for kind, mark in RETRACTION_MARKS.items() if kind in kinds), "")
    return mark or ("Retracted" if record.retracted else "")


def _retracted(record: Record, relation_kinds: Container[str]) -> list[str]:
    """Return a word for a retraction that the record knows no more of, unless the title has it."""
    is_untold = is_retracted(record, relation_kinds) and not says_retracted(record.title)
    return ["Retracted"] if is_untold else []


def keywords(record: Record, options: Options) -> list[str]:
    """Return the keywords to write: the authors', then MeSH; each once, without asterisks."""
    if not options.keywords:
        return []
    words = [keyword.text for keyword in record.keywords]
    if options.mesh == "descriptors":
        words += peek.mesh_descriptors(record)
    else:
        words += (word for heading in record.mesh for word in _mesh(heading, options.mesh))
    return _unique(words)


def is_major(heading: Heading) -> bool:
    """Whether a MeSH heading, or one of its qualifiers, is a major topic."""
    return heading.major or any(qualifier.major for qualifier in heading.qualifiers)


def _mesh(heading: Heading, mesh: str) -> Iterable[str]:
    """Return a MeSH heading's keywords: its descriptor, or one for each of its qualifiers."""
    if mesh == "none" or (mesh == "major" and not is_major(heading)):
        return ()
    if mesh == "full" and heading.qualifiers:
        return [f"{heading.descriptor}/{qualifier.name}" for qualifier in heading.qualifiers]
    return (heading.descriptor,)


def _unique(words: list[str]) -> list[str]:
    """Return the first of words that differ only in case, and none that is empty."""
    by_folded = dict(zip(map(str.casefold, words), words, strict=True))
    if len(by_folded) < len(words):  # dict() kept the last spelling; restore the first
        for word in reversed(words):
            by_folded[word.casefold()] = word
    by_folded.pop("", None)
    return list(by_folded.values())
