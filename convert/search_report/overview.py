"""Count and mark the records of a merge while they pass, and put the report's page together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..markup.report_drawings import FlowBox
from ..markup.report_page import BarChart, ListedRecord, RecordList, ReportPage, TableRow
from ..matching.rules import RULES
from ..matching.traits import PREPRINT
from ..merge.copies import Copy
from ..merge.merging import DECIDED, Counts, Merge
from ..model.record import Record
from .facets import FACETS, journals, types
from .standing import MARKS, marks, remarks

COPIES = "Found more than once"
RULE_NAMES = {
    **{rule: f"the same {rule.upper()}" for rule in ("pmid", "pmcid", "doi")},
    **{rule: f"the same {rule}" for rule in RULES if rule not in ("pmid", "pmcid", "doi")},
    DECIDED: "decided by a person",
}


class FoundArticle(NamedTuple):
    """A record of a merge, its copies, and what is told of other versions of the article."""

    record: Record
    copies: Sequence[Copy]
    versions: tuple[str, ...] = ()


class Overview:
    """What is counted of the records, in their order; ``rows`` wait for their references."""

    def __init__(self) -> None:
        self._years: Counter[int] = Counter()
        self._facets: list[Counter[str]] = [Counter() for _ in FACETS]
        self._without: list[int] = [0 for _ in FACETS]  # records without a value
        self._rows: list[TableRow] = []
        self._lists: list[list[ListedRecord]] = [[] for _ in (*MARKS, COPIES)]

    def follow(self, articles: Iterable[FoundArticle]) -> Iterator[Record]:
        """Yield the records of articles, and count them."""
        for article in articles:
            self._add(article)
            yield article.record

    def _add(self, article: FoundArticle) -> None:
        record, copies = article.record, article.copies
        self._years[record.year or 0] += 1
        for number, facet in enumerate(FACETS):
            values = tuple(facet.values(record))
            self._facets[number].update(values)
            self._without[number] += not values
        place = len(self._rows)
        numbers = marks(record) + [len(MARKS)] * (len(copies) > 1)
        notes = (*remarks(record), *article.versions)
        for number in numbers:
            is_copied = number == len(MARKS)
            told = tuple(sorted(map(_place, copies))) if is_copied else notes
            self._lists[number].append(ListedRecord(place, told))
        sources = tuple(sorted({copy.source.name for copy in copies}))
        self._rows.append(_row(record, numbers, sources))

    def page(self, references: Iterable[str], counts: Counts, title: str) -> ReportPage:
        """Return the page; ``references`` are those of the records, as HTML."""
        rows = [
            row._replace(reference=reference)
            for row, reference in zip(self._rows, references, strict=True)
        ]
        looks = [*((mark.label, mark.look) for mark in MARKS), (COPIES, "tag")]
        lists = [
            RecordList(number, label, look, entries if look else [], len(entries))
            for number, ((label, look), entries) in enumerate(zip(looks, self._lists, strict=True))
        ]
        return ReportPage(
            title, _flow(counts, len(rows)), dict(self._years), list(self._charts()), lists, rows
        )

    def _charts(self) -> Iterator[BarChart]:
        for facet, counter, without in zip(FACETS, self._facets, self._without, strict=True):
            ranked = sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
            yield BarChart(facet.title, facet.about, ranked, without)


def articles(merge: Merge, records: Iterable[Record]) -> Iterator[FoundArticle]:
    """Yield each record of a merge with its copies; ``records`` are all that it yields."""
    versions = _versions(merge)
    for record, places in zip(records, merge.grouping.groups, strict=True):
        told = sorted({text for place in places for text in versions.get(place, ())})
        yield FoundArticle(record, [merge.copies[place] for place in places], tuple(told))


def _versions(merge: Merge) -> dict[int, list[str]]:
    """Return what is told of copies: that a preprint and its article were both found."""
    versions: dict[int, list[str]] = {}
    for link in merge.grouping.near:
        kinds = [merge.copies[place].traits.kind for place in (link.one, link.two)]
        if kinds.count(PREPRINT) == 1:
            for one, two in ((link.one, link.two), (link.two, link.one)):
                text = f"preprint and article are both in this search: {_place(merge.copies[two])}"
                versions.setdefault(one, []).append(text)
    return versions


def _place(copy: Copy) -> str:
    """Return where a copy was found, in words."""
    return f"{copy.source}, in {copy.place}"


def _row(record: Record, numbers: Sequence[int], sources: tuple[str, ...]) -> TableRow:
    first = next((name.family or name.literal for name in record.author), "")
    journal = next(iter(journals(record)), "")
    ids = (record.pmid, record.pmcid, record.doi)
    return TableRow(record.year or 0, first, journal, types(record), ids, numbers, sources)


def _flow(counts: Counts, chosen: int) -> list[FlowBox]:
    """Return the boxes of the diagram, from merge's own counts."""
    rules = [(RULE_NAMES.get(rule, rule), n) for rule, n in counts.duplicates.most_common()]
    boxes = [
        FlowBox("Records identified", counts.read.total(), sorted(counts.read.items())),
        FlowBox("Duplicates removed", counts.duplicates.total(), rules, is_removed=True),
    ]
    if chosen != counts.left:
        boxes.append(FlowBox("Records without duplicates", counts.left, []))
        boxes.append(FlowBox("Not chosen", counts.left - chosen, [], is_removed=True))
        return [*boxes, FlowBox("Records chosen", chosen, [])]
    of_these = [
        ("retracted", counts.retracted),
        ("without abstract", counts.without_abstract),
        ("pairs that a person should look at", counts.near),
    ]
    return [*boxes, FlowBox("Records to screen", counts.left, of_these)]
