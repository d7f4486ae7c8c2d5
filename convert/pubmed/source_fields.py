"""NLM's citation of an article as the fields of MEDLINE that it is made of."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..codecs import dates, languages
from ..medline.source_line.parse import SourceLine, parse
from ..tables.medline import ROWS
from ..tables.relations import BY_LABEL

# The date of a citation; what comes before it is the journal.
_YEAR = regex(r"\. (?=(?:1[5-9]|20)\d\d(?:[ ;:.-]|$))")
_SENTENCE = regex(r"(?:[.?!]|[.?!]?[\])\"'”’])[\"'”’\])]* (?=[^\W_])")
_LONGEST_JOURNAL = 120  # characters
_RELATION = regex(rf" ({'|'.join(BY_LABEL)}): ")
_ONE_WORD = regex(r"(?<=\.) ([^\W\d_]+)\.(?= |$)")
_RELATION_TAGS = {row.arg or row.how: row.tag for row in ROWS if row.to == "relations"}
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


def split_remarks(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a citation without what NLM adds to it, and that by MEDLINE's tags.

    It is the language (``French.``) and the articles that say more of this one (``Erratum in:``).
    """
    year = _YEAR.search(text)
    if year is None:
        return text, []
    source, *links = _RELATION.split(text[year.end() :])
    remarks = [
        (relation_tag(label), citation.strip())
        for label, citation in zip(links[::2], links[1::2], strict=True)
    ]
    for match in reversed([*_ONE_WORD.finditer(source)]):
        if language := languages.code(match[1]):
            remarks.append(("LA", language))
            source = source[: match.start()] + source[match.end() :]
    return f"{text[: year.end()]}{source}".rstrip(), remarks


def relation_tag(label: str) -> str:
    """Return MEDLINE's tag for a link to another article (``Erratum in``)."""
    return _RELATION_TAGS[BY_LABEL[label]]


def source_fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield tags of MEDLINE and their values for a citation, the citation itself last.

    A sentence that nobody knows, behind the DOI or pages, is in the citation alone.
    """
    source = parse(text)
    yield "TA", source.journal
    yield from _dates(source)
    yield "VI", source.volume
    yield "IP", source.issue
    yield "PG", source.page.partition(". ")[0]
    if source.pii:
        yield "LID", f"{source.pii} [pii]"
    if source.doi:
        yield "LID", f"{source.doi.partition(' ')[0].rstrip('.')} [doi]"
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
