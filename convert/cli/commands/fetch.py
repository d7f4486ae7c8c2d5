"""``medcite fetch``: articles of PubMed, by their identifiers or by a search."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...checks.retractions import report_retracted
from ...files.source import open_source
from ...library import article_names
from ...library.fetched import IDENTIFIERS
from ...model.record import Record
from ...model.report import Location
from .. import common_arguments, inputs, online, output, record_output
from ..console import Console

if TYPE_CHECKING:
    from ...online.articles import OnlineArticles

HELP = "fetch articles from PubMed by identifiers or a search"
ARGUMENTS = "[ID ...]"
EXAMPLES = """\
  medcite fetch 38413930 PMC3593158 10.1056/NEJMoa2021436 -o refs.nbib
  medcite fetch --ids pmids.txt -o refs.bib          any format that convert writes
  medcite fetch --search 'asthma[mh] AND 2024[dp]' --count
  medcite fetch --search 'asthma[mh] AND 2024[dp]' --limit 5000 -o asthma.nbib

IDs are PMIDs, PMCIDs, DOIs, and addresses of articles in PubMed, PubMed Central or at doi.org.
They are sent to NCBI; DOIs that PubMed lacks to doi.org, whose answers are not MEDLINE. What
came is kept in the user's cache folder, and not asked for again without --refresh.

environment: NCBI_API_KEY, ten requests a second instead of three; NCBI_EMAIL, to which NCBI
writes before it blocks a network; HTTPS_PROXY and NO_PROXY; MEDCITE_EUTILS_URL,
MEDCITE_IDCONV_URL, MEDCITE_DOI_URL, other addresses of the services (for tests)."""

LIMIT = 1000  # articles that a search may find without --limit
_LABEL = re.compile(r"(?<!\S)(pmid|pmcid|doi)s?\s*:\s*", re.IGNORECASE)
_AROUND = ".,;\"'()[]<>"  # what may stand around an identifier in a list


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help="a PMID, PMCID or DOI; or the name of a file of them"
    )
    parser.add_argument(
        "--ids", dest="id_files", nargs="+", action=common_arguments.Files, default=[],
        metavar="FILE", help="files with identifiers, a blank or line end between; - is stdin",
    )  # fmt: skip
    parser.add_argument("--search", default="", metavar="QUERY", help="a search, as PubMed has it")
    parser.add_argument(
        "--limit", type=_number, metavar="N",
        help=f"fetch the newest N articles of the search (default: all, if it has up to {LIMIT:,})",
    )  # fmt: skip
    parser.add_argument(
        "--count", action="store_true", help="print how many articles the search has; fetch none"
    )
    online.add_refresh(parser)
    record_output.add(parser)
    common_arguments.add_diagnostics(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Fetch the articles, and write them as `convert` does."""
    if arguments.output == "-" and not arguments.to:
        arguments.to = "medline"
    writer = record_output.writer(arguments)
    output.refuse_terminal(arguments.output, writer.FORMAT.name, writer.FORMAT.binary)
    options = common_arguments.options(arguments)
    _check(arguments)
    record_output.warn_unused(options, writer.FORMAT, console.report)
    names = list(dict.fromkeys(_names(arguments, console)))
    articles = online.articles(arguments, console)
    if arguments.search:
        search = articles.search(arguments.search)
        if arguments.count:
            console.say(str(search.count))
            return
        limit = _limit(search.count, arguments.limit, console)
        names = [*names, *(f"pmid:{pmid}" for pmid in search.pmids(limit))]
    found = console.follow(_fetched(articles, dict.fromkeys(names), console))
    records = inputs.wait_for_first(found, console)
    pieces = writer.write(records, options, console.report)
    console.deliver(pieces, arguments.output, record_output.guard(arguments, writer, options))


def _number(value: str) -> int:
    """Return a number of articles. Raises ArgumentTypeError."""
    if not value.isascii() or not value.isdecimal() or not 0 < int(value) < 10**9:
        raise ArgumentTypeError(f"expected a number of articles, not {value!r}")
    return int(value)


def _check(arguments: Namespace) -> None:
    """Check that there is something to fetch. Raises UsageError."""
    is_search = bool(arguments.search.strip())
    if not is_search and (arguments.count or arguments.limit):
        flag = "--count" if arguments.count else "--limit"
        raise common_arguments.UsageError(f"{flag} is about a search; name one by --search QUERY")
    if not is_search and not arguments.ids and not arguments.id_files:
        raise common_arguments.UsageError("nothing to fetch: name PMIDs, PMCIDs or DOIs")


def _limit(count: int, limit: int | None, console: Console) -> int:
    """Return how many of ``count`` articles to fetch, and tell both numbers.

    Raises:
        UsageError: There are many, and nobody said how many to fetch.

    """
    if limit is None and count > LIMIT:
        raise common_arguments.UsageError(
            f"the search finds {count:,} articles; --limit {count} fetches them all"
        )
    if limit is not None and limit < count:
        message = f"finds {count:,} articles; the newest {limit:,} are fetched"
    else:
        message = f"finds {count:,} articles"
    console.report.note("search", Location("PubMed"), message)
    return limit or count


def _names(arguments: Namespace, console: Console) -> Iterator[str]:
    """Yield the names of the articles that are asked for; tell what is no identifier."""
    for word in arguments.ids:
        if name := _name(word):
            yield name
        elif word == "-" or os.path.exists(word):
            yield from _names_in(word, console)
        else:
            message = "is no PMID, PMCID or DOI, and no file of them"
            console.report.error("not-found", Location("medcite", record=word), message)
    for file in arguments.id_files:
        yield from _names_in(file, console)


def _names_in(file: str, console: Console) -> Iterator[str]:
    """Yield the names in a file. Raises InputError if it cannot be read."""
    for number, line in enumerate(open_source(file, console.report).lines, start=1):
        for word in _LABEL.sub(r" \1:", line).split():
            bare = word.strip(_AROUND)
            if name := _name(word.strip(",;.")) or _name(bare):
                yield name
            elif bare and bare.rstrip("s:").lower() not in ("pmid", "pmcid", "doi"):
                message = f"{bare[:60]!r} is no PMID, PMCID or DOI; left out"
                console.report.warning("stray-text", Location(file, number), message)


def _name(word: str) -> str:
    """Return the name of the article that an identifier means, or ``""``."""
    names = article_names.of_key(word.strip())
    return next((name for name in names if name.startswith(IDENTIFIERS)), "")


def _fetched(articles: OnlineArticles, names: Iterable[str], console: Console) -> Iterator[Record]:
    """Yield the articles, each once; tell which there are not."""
    from ...online.articles import read  # noqa: PLC0415  # loaded when something is fetched

    asked: dict[str, None] = dict.fromkeys(names)
    lacking = set(asked)
    seen: set[str] = set()
    for answer in articles.answers(asked):
        lacking.discard(answer.name)
        for record in report_retracted(read(answer, console.report), console.report):
            own = record.pmid or record.doi.lower()
            if own in seen:
                where = Location(answer.name, record=own)
                console.report.note("duplicate", where, "the same article; written once")
                continue
            seen.add(own)
            yield record
    for name in asked:
        if name in lacking and name not in articles.unanswered:
            console.report.error("not-found", Location(record=name), _missing(name))


def _missing(name: str) -> str:
    """Return why there is no article with a name."""
    where = {"pmid": "PubMed has", "pmcid": "PubMed Central has", "doi": "PubMed and doi.org have"}
    what = where[name.partition(":")[0]]
    return f"{what} no such article; the number is wrong, or was withdrawn"
