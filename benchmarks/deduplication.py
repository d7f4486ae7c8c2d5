"""How many copies ``medcite merge`` finds in a synthetic search, and what it merges wrongly.

Each of some records stands once as it is, and once as another program would have it: cut,
abbreviated, mistyped, without its identifiers. Beside them stand records that are like one and are
not the same article. Run with the path of a file of records::

    python -m benchmarks.deduplication pubmed.nbib --records 5000
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from random import Random
from time import process_time

import medcite
from medcite import Date, Name, Pages, PartialDate, Record
from medcite.matching.groups import group
from medcite.matching.traits import traits_of

Change = Callable[[Record, Random], Record]


def year_of(record: Record) -> int:
    return record.year or 2000


def dated(year: int) -> Date:
    return Date(PartialDate(year), raw=str(year))


def mistyped(text: str, random: Random) -> str:
    """Return a text with one letter changed, left out or doubled."""
    places = [place for place, letter in enumerate(text) if letter.isalpha()]
    if len(places) < 10:
        return text
    place = random.choice(places)
    letter = random.choice(("", "e", text[place] * 2))
    return text[:place] + letter + text[place + 1 :]


def initials(name: Name) -> Name:
    given = " ".join(f"{word[0]}." for word in name.given.split())
    return name._replace(given=given, short="")


def without_ids(record: Record) -> Record:
    return record.replace(pmid="", pmcid="", doi="", pii="", identifiers=())


# What other programs make of a record.
COPIES: dict[str, Change] = {
    "as it is": lambda record, _: record,
    "without identifiers": lambda record, _: without_ids(record),
    "in capitals": lambda record, _: without_ids(record.replace(title=record.title.upper())),
    "mistyped": lambda record, random: without_ids(
        record.replace(title=mistyped(record.title, random))
    ),
    "abbreviated": lambda record, _: without_ids(
        record.replace(
            container_title=record.container_title_short,
            author=tuple(map(initials, record.author)),
        )
    ),
    "cut byline": lambda record, _: without_ids(
        record.replace(author=record.author[:3], et_al=len(record.author) > 3)
    ),
    "without subtitle": lambda record, _: without_ids(
        record.replace(title=record.title.partition(": ")[0])
    ),
    "ahead of print": lambda record, _: record.replace(
        pmid="", volume="", issue="", page=None, issued=dated(year_of(record) - 1)
    ),
    "first page": lambda record, _: without_ids(
        record.replace(page=record.page and Pages(record.page.first, record.page.first,
                                                  record.page.first))
    ),
}  # fmt: skip
OWN_PAGE = Pages("991-9", "991-999", "991", "999")
# What is like a record, and is not the same article.
OTHERS: dict[str, Change] = {
    "erratum": lambda record, _: without_ids(
        record.replace(title=f"Erratum: {record.title}", publication_types=("Published Erratum",),
                       page=OWN_PAGE)
    ),
    "comment": lambda record, _: without_ids(
        record.replace(title=f"Comment on: {record.title}", page=OWN_PAGE)
    ),
    "second part": lambda record, _: without_ids(
        record.replace(title=f"{record.title}. Part 2", page=OWN_PAGE)
    ),
    "conference abstract": lambda record, _: without_ids(
        record.replace(container_title="Annual meeting abstracts", container_title_short="",
                       issn=(), volume="7", page=Pages("S77", "S77", "S77"),
                       issued=dated(year_of(record) - 1))
    ),
    "preprint": lambda record, _: without_ids(record).replace(
        genre="Preprint", doi=f"10.1101/{record.pmid}", container_title="medRxiv", volume="",
        page=None,
    ),
    "next year's": lambda record, _: without_ids(
        record.replace(issued=dated(year_of(record) + 3), volume="999", page=Pages("1", "1", "1"))
    ),
    "other DOI": lambda record, _: without_ids(record).replace(
        doi=f"10.9999/{record.pmid}", page=OWN_PAGE
    ),
}  # fmt: skip


def records_of(path: str, number: int) -> list[Record]:
    """Return the first records with a title, authors and a DOI."""
    read = medcite.read(path, report=medcite.Report(sink=lambda diagnostic: None))
    return list(islice((record for record in read if record.title and record.doi), number))


def search(records: list[Record], seed: int) -> Iterator[tuple[str, int, Record]]:
    """Yield records with the number of their article and what was done to them, in disorder."""
    random = Random(seed)
    rows = [("", number, record) for number, record in enumerate(records)]
    changes = list(COPIES)
    for number, record in enumerate(records):
        name = changes[number % len(changes)]
        rows.append((name, number, COPIES[name](record, random)))
        other = list(OTHERS)[number % len(OTHERS)]
        rows.append((other, -number - 1, OTHERS[other](record, random)))
    random.shuffle(rows)
    yield from rows


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--records", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rows = list(search(records_of(arguments.file, arguments.records), arguments.seed))
    start = process_time()
    traits = [traits_of(record) for _, _, record in rows]
    grouping = group(traits)
    each = (process_time() - start) / len(rows) * 1e3
    missed, wrong = Counter[str](), Counter[str]()
    group_of = {place: number for number, own in enumerate(grouping.groups) for place in own}
    first = {rows[place][1]: place for place in range(len(rows)) if not rows[place][0]}
    for place, (name, number, _) in enumerate(rows):
        if name in COPIES and group_of[place] != group_of[first[number]]:
            missed[name] += 1
        if name in OTHERS and len(grouping.groups[group_of[place]]) > 1:
            wrong[name] += 1
    copies = sum(name in COPIES for name, _, _ in rows)
    print(f"{len(rows):,} records, {copies:,} copies, {each:.3f} ms a record")
    print(f"found {1 - missed.total() / copies:.2%}, missed {dict(missed)}")
    print(f"merged wrongly {wrong.total()}: {dict(wrong)}; pairs to look at {len(grouping.near):,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
