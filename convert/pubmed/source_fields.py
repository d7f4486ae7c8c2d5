"""NLM's citation of an article as the fields of MEDLINE that it is made of."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..codecs import dates
from ..medline.source_line.parse import SourceLine, parse

# The date of a citation; what comes before it is the journal.
_YEAR = regex(r"\. (?=(?:1[5-9]|20)\d\d(?:[ ;:.-]|$))")
_SENTENCE = regex(r"(?:[.?!]|[.?!]?[\])\"'”’])[\"'”’\])]* (?=[^\W_])")
_LONGEST_JOURNAL = 120  # characters
_BEHIND = regex(r" (?:doi: |Epub |eCollection |Print \d)")


def split_source(text: str) -> tuple[str, str]:
    """Return what comes before NLM's citation of an article, and the citation.

    The citation begins at the journal: the last sentence before a year. It is ``""`` if there is
    none.
    """
    match = _BEHIND.search(text)
    end = match.start() if match else len(text)
    for year in reversed([*_YEAR.finditer(text, 0, end)]):
        starts = [sentence.end() for sentence in _SENTENCE.finditer(text, 0, year.start())]
        start = starts[-1] if starts else 0
        if 0 < year.start() - start <= _LONGEST_JOURNAL:
            return text[:start].rstrip(), text[start:]
    return text, ""


def source_fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield tags of MEDLINE and their values for a citation, the citation itself last."""
    source = parse(text)
    yield "TA", source.journal
    yield from _dates(source)
    yield "VI", source.volume
    yield "IP", source.issue
    yield "PG", source.page
    if source.pii:
        yield "LID", f"{source.pii} [pii]"
    if source.doi:
        yield "LID", f"{source.doi.rstrip('.')} [doi]"
    if source.preprint:
        yield "PT", "Preprint"
    yield "SO", text


def _dates(source: SourceLine) -> Iterator[tuple[str, str]]:
    """Yield the dates of the issue and of electronic publication, and which is the article's."""
    if source.ahead is not None:
        yield "PST", "aheadofprint"
        yield from (("DP", source.date), ("DEP", _compact(source.date)))
    elif source.label is not None:
        yield "PST", "epublish"
        yield from (("DP", source.label.partition(" ")[2]), ("DEP", _compact(source.date)))
    else:
        yield "DP", source.date
        if source.epub:
            yield from (("PST", "ppublish"), ("DEP", _compact(source.epub)))


def _compact(text: str) -> str:
    date = dates.date(text)
    return "" if dates.problem(date) else dates.compact(date)
