"""In which fields a reference differs from the article that it cites.

A field that one side lacks is no difference, nor is what styles and databases change on purpose:
capitals and punctuation, abbreviated journals and names, shortened pages and bylines.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..base.lazy_regex import regex
from ..codecs import journals
from ..codecs.characters import folded
from ..model.record import Record
from ..model.values import Name

# Where a subtitle begins: behind a full stop or question mark with a capital.
_SUBTITLE = regex(r"(?<=[.?!]) (?=[\W\d]*[^\W\d_a-z])|:|\s[—–-]+\s|\s[(\[]")


class FieldDifference(NamedTuple):
    """A field with its value in the reference and in the article."""

    field: str
    here: str
    there: str


def differences(reference: Record, article: Record) -> Iterator[FieldDifference]:
    """Yield the fields in which a reference differs from its article."""
    for field, show, agree in _FIELDS:
        here, there = show(reference), show(article)
        if here and there and not agree(reference, article):
            yield FieldDifference(field, here, there)


def _titles_agree(one: Record, two: Record) -> bool:
    """Whether titles are the same, but that one may lack the subtitle."""
    titles = [(one.title, two.title), (one.original_title, two.title)]
    titles += [(one.title, two.original_title)]
    return any(_is_one_title(*pair) for pair in titles if all(pair))


def _is_one_title(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=lambda title: len(folded(title)))
    heads = [long[: match.start()] for match in _SUBTITLE.finditer(long)]
    return folded(short) in {folded(long), *map(folded, filter(None, heads))}


def _authors_agree(one: Record, two: Record) -> bool:
    """Whether bylines have the same names in the same order; one that is cut may be shorter."""
    return _people_agree(one.author, two.author, one.et_al or two.et_al)


def _people_agree(one: Sequence[Name], two: Sequence[Name], is_cut: bool) -> bool:
    if len(one) != len(two) and not is_cut:
        return False
    return all(map(same_person, one, two))


def same_person(one: Name, two: Name) -> bool:
    """Whether two names may be one person's or group's: family name and first initial."""
    if one.literal or two.literal:
        return (
            _whole(one) == _whole(two) or _whole(one) in _whole(two) or _whole(two) in _whole(one)
        )
    if folded(one.family) != folded(two.family):
        return _whole(one) == _whole(two)  # the particle stands elsewhere
    initials = folded(one.given)[:1], folded(two.given)[:1]
    return not all(initials) or initials[0] == initials[1]


def _whole(name: Name) -> str:
    parts = sorted(folded(part) for part in (name.family, name.given, name.literal) if part)
    return "".join(parts)


def _journals_agree(one: Record, two: Record) -> bool:
    """Whether any form of one journal's title is a form of the other's, or short for it."""
    ours, theirs = _journal_names(one), _journal_names(two)
    if not {folded(name) for name in ours}.isdisjoint(map(folded, theirs)):
        return True
    pairs = [(here, there) for here in ours for there in theirs]
    return any(journals.is_abbreviation(*sorted(pair, key=len)) for pair in pairs)


def _journal_names(record: Record) -> list[str]:
    full, short = record.container_title, record.container_title_short
    return [name for name in (full, short, journals.clean(full, short) if full else "") if name]


def _years(record: Record) -> set[int]:
    dates = (record.issued, record.available_date)
    return {point.year for date in dates if date for point in (date.start, date.end) if point}


def _pages_agree(one: Record, two: Record) -> bool:
    """Whether first and last page are the same, as far as both are given."""
    if not one.page or not two.page:
        return True
    if folded(one.page.first) != folded(two.page.first):
        return folded(str(one.page)) == folded(str(two.page))
    return not (one.page.last and two.page.last) or folded(one.page.last) == folded(two.page.last)


def _pmcid(record: Record) -> str:
    """Return the number without a version: ``PMC123.2``."""
    return record.pmcid.upper().partition(".")[0]


def _same(name: str) -> Callable[[Record, Record], bool]:
    """Return a function that compares an attribute without case and punctuation."""
    return lambda one, two: folded(str(getattr(one, name))) == folded(str(getattr(two, name)))


def _shown(name: str) -> Callable[[Record], str]:
    return lambda record: str(getattr(record, name) or "")


def _byline(record: Record) -> str:
    names = [name.literal or f"{name.family} {name.given}".strip() for name in record.author]
    return ", ".join(names) + (", et al." if record.et_al else "")


_FIELDS: tuple[
    tuple[str, Callable[[Record], str], Callable[[Record, Record], bool]], ...
] = (
    ("title", lambda record: record.title or record.original_title, _titles_agree),
    ("authors", _byline, _authors_agree),
    ("journal", lambda record: next(iter(_journal_names(record)), ""), _journals_agree),
    ("year", lambda record: "-".join(map(str, sorted(_years(record)))),
     lambda one, two: not _years(one).isdisjoint(_years(two))),
    ("volume", _shown("volume"), _same("volume")),
    ("issue", _shown("issue"), _same("issue")),
    ("pages", _shown("page"), _pages_agree),
    ("article number", _shown("number"), _same("number")),
    ("doi", _shown("doi"), lambda one, two: one.doi.lower() == two.doi.lower()),
    ("pmid", _shown("pmid"), _same("pmid")),
    ("pmcid", _shown("pmcid"), lambda one, two: _pmcid(one) == _pmcid(two)),
)  # fmt: skip
