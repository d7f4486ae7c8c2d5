"""What a comparison found: how much is equal, and the classes of what is not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from tests.csl.comparison.cases import Case
from tests.csl.comparison.differences import differences
from tests.csl.comparison.document import Document
from tests.csl.comparison.processors import Comparison
from tests.csl.comparison.settled import settled_by
from tests.csl.comparison.settled_orders import order_settled_by


class Example(NamedTuple):
    """A text that differs, and where."""

    style: str
    place: str  # the item's id, or the citation's number
    theirs: str
    ours: str


Ranks: TypeAlias = dict[str, tuple[int, int]]


def _ranked(case: Case, ranks: Ranks) -> Case:
    """Return a case with its places in both lists; for a citation these may be any."""
    if case.cites:
        return case._replace(ranks=tuple(ranks.values()))
    return case._replace(
        ranks=tuple(ranks[id_] for item in case.items if (id_ := str(item["id"])) in ranks)
    )


class Tally:
    """How many texts of one kind there are, are equal, and differ in settled ways alone."""

    def __init__(self) -> None:
        self.total = self.equal = self.settled = 0

    @property
    def agreement(self) -> float:
        """The share of those that are equal or settled."""
        return (self.equal + self.settled) / self.total if self.total else 1.0

    def __str__(self) -> str:
        equal = self.equal / self.total if self.total else 1.0
        return f"{equal:.2%} of {self.total:,} equal, {self.agreement:.2%} with settled ones"


class Summary:
    """The outcome of comparisons in many styles."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.items = {str(item["id"]): item for item in document.items}
        self.entries, self.citations, self.orders = Tally(), Tally(), Tally()
        self.settled: dict[str, list[Example]] = defaultdict(list)  # by the name of the rule
        self.open: dict[str, list[Example]] = defaultdict(list)  # by the difference's shape

    def add_all(self, comparisons: Iterable[Comparison]) -> Summary:
        """Add comparisons, and return this summary of them."""
        for comparison in comparisons:
            self.add(comparison)
        return self

    def add(self, comparison: Comparison) -> None:
        """Add what one style prints."""
        ranks = self._add_order(comparison)
        for case, place in self._entry_cases(comparison):
            self._add_case(_ranked(case, ranks), place, self.entries)
        for case, place in self._citation_cases(comparison):
            self._add_case(_ranked(case, ranks), place, self.citations)

    def _entry_cases(self, comparison: Comparison) -> Iterator[tuple[Case, str]]:
        ours = comparison.ours.entries
        for id_, text in comparison.theirs.entries.items():
            yield Case(comparison.style, [self.items[id_]], [], text, ours.get(id_, "")), id_

    def _citation_cases(self, comparison: Comparison) -> Iterator[tuple[Case, str]]:
        texts = zip(comparison.theirs.citations, comparison.ours.citations, strict=True)
        before: tuple[str, ...] = ()
        for number, (theirs, ours) in enumerate(texts, start=1):
            cites: list[dict[str, Any]] = self.document.citations[number - 1]["cites"]
            items = [self.items[cite["id"]] for cite in cites]
            case = Case(comparison.style, items, cites, theirs, ours, cited_before=before)
            yield case, str(number)
            before = tuple(cite["id"] for cite in cites)

    def _add_case(self, case: Case, place: str, tally: Tally) -> None:
        tally.total += 1
        if case.theirs == case.ours:
            tally.equal += 1
            return
        example = Example(case.style.name, place, case.theirs, case.ours)
        rules = {part: settled_by(case, part) for part in differences(case.theirs, case.ours)}
        tally.settled += all(rules.values())
        for name in set(rules.values()) - {""}:
            self.settled[name].append(example)
        for shape in {part.shape for part, name in rules.items() if not name}:
            self.open[shape].append(example)

    def _add_order(self, comparison: Comparison) -> Ranks:
        """Add the order of a list; return the places in both if it differs and is settled."""
        theirs, ours = comparison.theirs.entries, comparison.ours.entries
        order, our_order = list(filter(ours.get, theirs)), list(filter(theirs.get, ours))
        self.orders.total += 1
        if order == our_order:
            self.orders.equal += 1
            return {}
        lists = ([self.items[id_] for id_ in ids] for ids in (order, our_order))
        rules = order_settled_by(comparison.style, *lists)
        self.orders.settled += bool(rules)
        example = Example(comparison.style.name, "order", " ".join(order), " ".join(our_order))
        for name in rules:
            self.settled[name].append(example)
        if not rules:
            self.open["order"].append(example)
            return {}
        places = [{id_: place for place, id_ in enumerate(ids, 1)} for ids in (theirs, ours)]
        return {id_: (place, places[1].get(id_, 0)) for id_, place in places[0].items()}

    def lines(self, show: int) -> Iterator[str]:
        """Yield the outcome as lines to print, with ``show`` examples of each class."""
        yield f"entries    {self.entries}"
        yield f"citations  {self.citations}"
        yield f"lists      {self.orders} in order"
        for title, classes in (("settled", self.settled), ("open", self.open)):
            yield f"\n{title}: texts, styles, class"
            for name, examples in sorted(classes.items(), key=lambda item: -len(item[1])):
                styles = Counter(example.style for example in examples)
                yield f"{len(examples):7,} {len(styles):5,}  {name}"
                for example in list({one.style: one for one in examples}.values())[:show]:
                    yield f"               {example.style}, {example.place}"
                    yield f"                 js {example.theirs}"
                    yield f"                 us {example.ours}"
