"""Find the article that a typed reference cites, and in what it differs from the article.

The text is not taken apart: each field of the article is looked for in it, in every form that a
style may print. Only what must stand in a reference and stands there otherwise is a difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rapidfuzz import fuzz

from ..base.lazy_regex import regex
from ..codecs import journals
from ..codecs.characters import folded
from ..matching.traits import NOTICES, traits_of
from ..model import peek
from ..model.record import Record
from ..model.values import Name
from ..tables.identifiers import DOI
from .answers import AGREES, DIFFERS, NOT_FOUND, OTHER, RETRACTED, Answer
from .catalog import SHORT_TITLE, Catalog
from .fields import FieldDifference

_DOI = regex(rf"(?:doi\.org/|doi:?\s*|(?<![\w/]))({DOI})", re.IGNORECASE)
_PMID = regex(r"(?:PMID|PubMed)\s*:?\s*(?:PMID\s*:?\s*)?(\d{4,8})\b", re.IGNORECASE)
_PMCID = regex(r"\b(PMC\d{4,9})\b", re.IGNORECASE)
_YEAR = regex(r"(?<![\w./-])(?:1[89]|20)\d\d(?![\d/-]*\d)")
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Fall|Autumn|Winter)[a-z]*\.?"
)
_DAYS = rf"\d{{1,2}}(?:\s*[-–—/]\s*(?:\d{{4}}\s+)?(?:{_MONTH}\s+)?\d{{1,2}})?"
_DATE = regex(
    rf"(?<![\d(])(?:(?:{_DAYS}\s+)?{_MONTH}(?:\s*[-–—/]\s*{_MONTH})?(?:\s+{_DAYS})?,?\s+)?"
    rf"(?<![A-Za-z])(?<!\d[-–—])(?:1[89]|20)\d\d(?!\d|[-–—]\d)(?:,?\s+{_MONTH}(?:\s*[-–—/]\s*{_MONTH})?(?:\s+{_DAYS})?)?",
    re.IGNORECASE,
)
# 22(1):85-9; 22 (1), pp. 85–89; vol. 22, no. 1, pp. 85-89.
_PAGES = r"(?P<first>[A-Za-z]{0,6}\d+|[ivxlc]+\b)(?:\s*[-–—]+\s*(?P<last>[A-Za-z]?\d+|[ivxlc]+\b))?"
_PLACE = regex(
    r"(?<![\w.])(?P<volume>\d{1,4})\s*"
    r"(?:\((?P<issue>[^()]{1,24})\)|,?\s*no\.?\s*(?P<number>[\w-]+))?\s*[,:;.\s]+\s*"
    rf"(?:pp?\.?\s*|pages?\s*|Article\s*(?:no\.?\s*)?)?{_PAGES}",
    re.IGNORECASE,
)
_RANGE = regex(
    r"(?<![\w.(/–—-])(?P<first>[A-Za-z]?\d+)\s*[-–—]+\s*(?P<last>[A-Za-z]?\d+)(?![\w(/–—-])"
)
_LABELLED = regex(
    r"\bvol(?:ume|\.)\s*(?P<volume>\d{1,4})(?:,\s*(?:nos?|issue)\b\.?\s*(?P<issue>[\w–-]+))?"
    rf"(?P<number>)\b(?:.{{0,80}}?\b(?:pp?\.|Art(?:icle|\.)\s*no\.)\s*{_PAGES})?",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d_]+")
_BEFORE_JOURNAL = regex(
    r"^[\W_]*(?:\[[^\]]*\]|(?:in|retracted|letter|editorial|comment|news|review|preprint)\b)?[\W_]*",
    re.IGNORECASE,
)
_LONG_PAGE = 4  # characters
_MOST_INITIALS = 5
_CUT = regex(r"\bet\.? al\b|\band others\b|\bu\. ?a\.|…|\.\.\.|\bet coll\b", re.IGNORECASE)
_WHOLE = 100
_TITLE = 88  # of 100: a title with typing errors


def answer(text: str, catalog: Catalog) -> Answer:
    """Return the answer to a reference as it was typed."""
    named = [place for name in names_in(text) if (place := catalog.by_name(name)) is not None]
    likely = [place for place in catalog.by_words(text) if _title_ratio(text, catalog, place)]
    likely.sort(key=lambda place: -_title_ratio(text, catalog, place))
    if not named:
        return _nearest(text, catalog, likely) if likely else Answer(NOT_FOUND)
    wrong = [place for place in named if not _title_ratio(text, catalog, place)]
    if wrong:
        article = catalog.records[wrong[0]]
        return Answer(OTHER, (FieldDifference("title", text, article.title),), article)
    return _compared(text, catalog.records[named[0]])


def _nearest(text: str, catalog: Catalog, likely: Sequence[int]) -> Answer:
    """Return the answer of the likeliest article; of several, of that which differs least."""
    best = _title_ratio(text, catalog, likely[0])
    same = (place for place in likely if _title_ratio(text, catalog, place) == best)
    found = [_compared(text, catalog.records[place]) for place in same]
    return min(found, key=lambda answer: len(answer.fields))


def names_in(text: str) -> Iterator[str]:
    """Yield the names of articles in a text, by identifiers."""
    for match in _PMID.finditer(text):
        yield f"pmid:{match[1].lstrip('0')}"
    for match in _PMCID.finditer(text):
        yield f"pmcid:{match[1].upper()}"
    for match in _DOI.finditer(text):
        yield f"doi:{match[1].lower().rstrip('.,;)')}"


def _title_ratio(text: str, catalog: Catalog, place: int) -> float:
    """Return how much of an article's title stands in a text, 0 if it is another's.

    Titles that many articles have prove nothing without the first author.
    """
    traits, whole = catalog.traits[place], folded(text)
    is_short = len(traits.title) < SHORT_TITLE
    if not traits.title or len(traits.title) > len(whole):
        return 0
    named = bool(traits.families) and traits.families[0] in whole
    ratio = fuzz.partial_ratio(traits.title, whole)
    return (
        ratio + named if ratio >= (100 if is_short else _TITLE) and (named or not is_short) else 0
    )


def _compared(text: str, article: Record) -> Answer:
    found = tuple(differences(text, article))
    if peek.retracted(article) and traits_of(article).kind not in NOTICES:
        return Answer(RETRACTED, found, article)
    return Answer(DIFFERS if found else AGREES, found, article)


def differences(text: str, article: Record) -> Iterator[FieldDifference]:
    """Yield the fields in which a typed reference differs from its article."""
    start, end = _title_span(text, article.title)
    if folded(article.title) not in folded(text):
        yield FieldDifference("title", text[start:end], article.title)
    yield from _authors(text[:start], article)
    rest = text[end:]
    yield from _year(text[:start] + " " + rest, article)
    yield from _journal(rest, article)
    yield from _place(rest, article)
    yield from _identifiers(text, article)


def _title_span(text: str, title: str) -> tuple[int, int]:
    """Return where a title begins and ends in a text."""
    letters = [(place, letter) for place, sign in enumerate(text) for letter in folded(sign)]
    whole, wanted = "".join(letter for _, letter in letters), folded(title)
    start = whole.find(wanted)
    end = start + len(wanted)
    if start < 0:
        found = fuzz.partial_ratio_alignment(wanted, whole)
        start, end = (found.dest_start, found.dest_end) if found else (0, 0)
    if not letters or end <= start:
        return 0, 0
    return letters[start][0], letters[min(end, len(letters)) - 1][0] + 1


def _authors(text: str, article: Record) -> Iterator[FieldDifference]:
    """Compare the names before the title, one after the other, as far as they are printed."""
    if not article.author or not text.strip():
        return
    cut = _CUT.search(text)
    shown = text[: cut.start()] if cut else text
    if not _is_byline(shown, article.author, is_cut=cut is not None):
        names = ", ".join(name.literal or f"{name.family} {name.given}" for name in article.author)
        yield FieldDifference("authors", shown.strip(" .,;(0123456789"), names)


def _is_byline(text: str, names: Sequence[Name], *, is_cut: bool) -> bool:
    """Whether a text has the first of some names in their order, or all, and nobody else."""
    rest = _name_words(text)
    for number, (name, following) in enumerate(zip_longest(names, names[1:])):
        taken = _count_words(rest, name, _family(following) if following else [])
        if not taken and not _is_small(name):
            return is_cut and not rest and number > 0
        rest = rest[taken:]
        if is_cut and not rest:
            return True
    return not rest


def _name_words(text: str) -> list[str]:
    """Return the words of a byline without initials and what stands between names."""
    words = [word for word in _WORD.findall(text) if not _is_initials(word)]
    return [word for word in map(folded, words) if word not in _SMALL]


def _count_words(words: list[str], name: Name, next_family: list[str]) -> int:
    """Return how many words at the beginning are a name's, the next one's family name not among."""
    family, given = _family(name), _words(f"{name.given} {name.suffix}")
    for number, word in enumerate(words):
        if word in family:
            family.remove(word)
        elif word in given and (family or word not in next_family[:1]):
            given.remove(word)
        else:
            return number
    return len(words)


def _family(name: Name) -> list[str]:
    return _words(name.literal or name.family)


def _is_small(name: Name) -> bool:
    """Whether a name is not looked for, since it is as short as initials."""
    return all(map(_is_initials, _WORD.findall(name.literal or name.family)))


def _is_initials(word: str) -> bool:
    return len(word) == 1 or (len(word) <= _MOST_INITIALS and word.isupper())


def _words(text: str) -> list[str]:
    return [folded(word) for word in _WORD.findall(text)]


_SMALL = frozenset({"and", "und", "the", "for", "eds", "editor", "editors", "der", "von"})


def _year(text: str, article: Record) -> Iterator[FieldDifference]:
    """Compare the years in a text with those of the issue and of e-publication."""
    dates = (article.issued, article.available_date)
    years = [str(date.start.year) for date in dates if date and date.start]
    found = _YEAR.findall(_DOI.sub(" ", text))
    if article.volume in found:
        found.remove(article.volume)
    if years and found and not set(years) & set(found):
        yield FieldDifference("year", found[0], years[0])


def _journal(text: str, article: Record) -> Iterator[FieldDifference]:
    """Compare the words behind the title with every form of the journal's title."""
    full, short = article.container_title, article.container_title_short
    forms = [form for form in (full, short, journals.clean(full, short) if full else "") if form]
    before = _YEAR.split(_PLACE.split(_DOI.sub(" ", text))[0])[0]
    name = " ".join(_BEFORE_JOURNAL.sub("", before).strip(" .,:;[]()").split())
    if forms and folded(name) and not _is_form(name, forms):
        yield FieldDifference("journal", name, short or full)


def _is_form(name: str, forms: Iterable[str]) -> bool:
    """Whether a text has one of a title's forms, or is a part or an abbreviation of one."""
    letters = folded(name)
    return len(letters) == 1 or any(
        letters.startswith(folded(form))
        or folded(form).startswith(letters)
        or journals.is_abbreviation(name, form)
        for form in forms
    )


def _place(text: str, article: Record) -> Iterator[FieldDifference]:
    """Compare volume, issue and pages, where a text has them in one of the usual forms."""
    rest = _DOI.sub(" ", text)
    undated = _DATE.sub(" ", rest)
    own = re.search(r"\d+", article.volume)
    if own and _YEAR.fullmatch(own[0]):  # a volume that is a year stands anywhere
        yield from _year_as_volume(own[0], rest, article)
        return
    match = (_LABELLED.search(rest) or _PLACE.search(undated)) if own else None
    if own and match:
        yield from _volume(own[0], match["volume"], rest, article)
        yield from _issue(match["issue"] or match["number"] or "", article)
    yield from _page_range(match or _RANGE.search(undated), rest, article)


def _year_as_volume(own: str, text: str, article: Record) -> Iterator[FieldDifference]:
    """Compare a volume that is a year with the one before the page, or else with all."""
    page = re.escape(article.page.first if article.page else article.number)
    before = re.search(rf"(\d{{4}})(?:\s*\([^)]*\))?\s*[:,]\s*(?:Article )?{page}", text)
    years = [before[1]] if page and before else _YEAR.findall(text)
    if own not in years:
        yield FieldDifference("volume", next(iter(years), ""), article.volume)


def _volume(own: str, shown: str, text: str, article: Record) -> Iterator[FieldDifference]:
    if own != shown and not _is_there(own, article.volume, text):
        yield FieldDifference("volume", shown, article.volume)


def _issue(issue: str, article: Record) -> Iterator[FieldDifference]:
    if issue and article.issue and not _is_issue(issue, article):
        yield FieldDifference("issue", issue, article.issue)


def _is_there(number: str, volume: str, text: str) -> bool:
    """Whether a volume with a supplement stands in a text, where its numbers are taken for two."""
    return number != volume and re.search(rf"(?<!\d){number}(?!\d)", text) is not None


def _is_issue(issue: str, article: Record) -> bool:
    """Whether an issue, perhaps with a supplement of the volume, is the article's."""
    own = article.issue
    if "sup" in issue.lower():  # in the volume or the issue
        own = (article.volume + " " + own)[article.volume.lower().find("sup") :]
        return re.findall(r"\d+", issue) == re.findall(r"\d+", own) or "sup" not in own.lower()
    return folded(issue) == folded(own) or own.startswith(f"{issue} ")  # 1 Pt 2


def _page_range(
    match: re.Match[str] | None, text: str, article: Record
) -> Iterator[FieldDifference]:
    if match and match["first"] and not _has_whole_pages(text, article):
        yield from _pages(match["first"], match["last"] or "", article)


def _has_whole_pages(text: str, article: Record) -> bool:
    """Whether a text has pages that are more than two numbers: ``238.e1-238.e8``, ``17-00161``."""
    page = article.page
    forms = [article.number, page.raw, str(page)] if page else [article.number]
    whole = [form for form in forms if not form.isdecimal() and len(form) > _LONG_PAGE]
    plain = text.replace("–", "-")
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w|-\d)", plain) for form in whole)


def _pages(first: str, last: str, article: Record) -> Iterator[FieldDifference]:
    """Compare pages, the last of which may be shortened, or an article number."""
    page, shown = article.page, f"{first}-{last}" if last else first
    firsts = {folded(article.number), *(map(folded, (page.first, page.raw)) if page else ())}
    if not any(known.isalnum() and known[-1].isdigit() for known in firsts):  # Roman, "following"
        return
    own_last = folded(page.last) if page else ""
    if folded(first) not in firsts or (last and own_last and not _is_last(folded(last), own_last)):
        yield FieldDifference("pages", shown, str(page or article.number))


def _is_last(shown: str, last: str) -> bool:
    """Whether a last page may be shortened, or lack the pages that are only electronic."""
    return last.endswith(shown) or (last.startswith(shown) and not last.isdecimal())


def _identifiers(text: str, article: Record) -> Iterator[FieldDifference]:
    """Compare identifiers that no other article has."""
    own = {
        "doi": article.doi.lower(),
        "pmid": article.pmid,
        "pmcid": article.pmcid.upper().partition(".")[0],
    }
    for name in names_in(text):
        scheme, _, value = name.partition(":")
        if own[scheme] and own[scheme] != value:
            yield FieldDifference(scheme, value, own[scheme])
