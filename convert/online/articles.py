"""Find articles by their names with the help of all services, and keep what they answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from json import loads
from time import time
from typing import TypeVar

from .. import format_registry
from ..files.answer_cache import AnswerCache, KeptAnswer
from ..files.source import open_source
from ..library.library_reader import silent_report
from ..model.record import Record
from ..model.report import Location, Report
from . import client, doi_org, eutilities, pmc_ids
from .client import Client, NoAnswerError
from .doi_org import DoiOrg
from .eutilities import Eutilities, MedlineText, batches
from .pmc_ids import PmcIds
from .searches import Search
from .settings import Settings

Given = TypeVar("Given")
MEDLINE, CSL_JSON = "medline", "csl-json"
_SOURCES = {MEDLINE: eutilities.SERVICE, CSL_JSON: doi_org.SERVICE}


class OnlineArticles:
    """Asks PubMed and doi.org for articles by their names: ``pmid:1``, ``pmcid:PMC1``, ``doi:...``.

    What came in an earlier run is taken from ``cache``, unless it is to ``refresh``. A question
    without an answer is reported as an error, once; ``unanswered`` are the names that it leaves
    open. The names that are neither there nor among the articles that come, no service knows.
    """

    def __init__(
        self, settings: Settings, report: Report, cache: AnswerCache, *, refresh: bool = False
    ) -> None:
        per_second = client.PER_SECOND_WITH_KEY if settings.key else client.PER_SECOND
        asked = Client(report, per_second)
        self._eutilities = Eutilities(asked, settings)
        self._pmc_ids, self._doi_org = PmcIds(asked, settings), DoiOrg(asked, settings)
        self._report, self._cache, self._refresh = report, cache, refresh
        self.unanswered: set[str] = set()

    def search(self, term: str) -> Search:
        """Return what a search of PubMed finds. Raises NoAnswerError."""
        return Search(self._eutilities, term, self._report)

    def answers(self, names: Iterable[str]) -> Iterator[KeptAnswer]:
        """Yield the texts of articles, in the order of ``names``; those that nobody has are not."""
        for batch in batches(names, eutilities.AT_ONCE):
            answers = {} if self._refresh else self._cache.find(batch)
            for answer in self._asked([name for name in batch if name not in answers]):
                answers[answer.name] = answer
            yield from (answers[name] for name in batch if name in answers)

    def fetch(self, names: Iterable[str]) -> Iterator[tuple[str, Record]]:
        """Yield articles as records, each with the name by which it was asked for."""
        for answer in self.answers(names):
            for record in read(answer, silent_report()):
                yield answer.name, record

    def _asked(self, names: Sequence[str]) -> Iterator[KeptAnswer]:
        """Yield the answers of the services for names, and keep them as they come."""
        others = self._names_of_pmcids([name for name in names if name.startswith("pmcid:")])
        asked_as = {name: others.get(name, name) for name in names}
        found: dict[str, KeptAnswer] = {}
        for scheme, ask in (("doi:", self._with_dois), ("pmid:", self._with_pmids)):
            own = [name for name in asked_as.values() if name.startswith(scheme)]
            found |= {answer.name: answer for answer in ask(own)}
        for name, other in asked_as.items():
            if other in found:
                answer = found[other]._replace(name=name)
                self._keep([answer] if name in others else [])
                yield answer
            elif other in self.unanswered:
                self.unanswered.add(name)

    def _names_of_pmcids(self, names: Sequence[str]) -> dict[str, str]:
        """Return the names by which PubMed or doi.org knows articles of PubMed Central."""
        pmcids = [name.removeprefix("pmcid:") for name in names]
        others: dict[str, str] = {}
        for batch in batches(pmcids, pmc_ids.AT_ONCE):
            asked = [f"pmcid:{pmcid}" for pmcid in batch]
            if known := self._try(partial(self._pmc_ids.names, batch), asked):
                others |= {f"pmcid:{pmcid}": name for pmcid, name in known.items()}
        return {name: others[name] for name in names if name in others}

    def _with_pmids(self, names: Sequence[str]) -> Iterator[KeptAnswer]:
        """Yield what PubMed has with the PMIDs ``names``; report those that have others now."""
        pmids = list(dict.fromkeys(name.removeprefix("pmid:") for name in names))
        for batch in batches(pmids, eutilities.AT_ONCE):
            asked = [f"pmid:{pmid}" for pmid in batch]
            found = self._try(partial(self._articles, batch), asked)
            answers = []
            for text in found or ():
                answers.append(self._answer(f"pmid:{text.asked}", MEDLINE, text.text))
                if text.asked != text.pmid:
                    where = Location(eutilities.SERVICE, record=text.asked)
                    message = f"PubMed has this article as {text.pmid} now; cite that PMID"
                    self._report.warning("merged-id", where, message)
            self._keep(answers)
            yield from answers

    def _articles(self, pmids: Sequence[str]) -> list[MedlineText]:
        return list(self._eutilities.articles(pmids))

    def _with_dois(self, names: Sequence[str]) -> Iterator[KeptAnswer]:
        """Yield what PubMed has with the DOIs ``names``, else doi.org."""
        dois = list(dict.fromkeys(name.removeprefix("doi:") for name in names))
        for batch in batches(dois, eutilities.DOIS_AT_ONCE):
            asked = [f"doi:{doi}" for doi in batch]
            texts = self._try(partial(self._pubmed_with_dois, batch), asked)
            if texts is None:
                continue
            answers = [self._answer(name, MEDLINE, text) for name, text in texts.items()]
            self._keep(answers)
            yield from answers
            yield from self._registered([name for name in asked if name not in texts])

    def _pubmed_with_dois(self, dois: Sequence[str]) -> dict[str, str]:
        """Return the MEDLINE texts of the articles that PubMed has, by the names of their DOIs."""
        found: dict[str, str] = {}
        for batch in batches(self._eutilities.candidates(dois), eutilities.AT_ONCE):
            for text in self._eutilities.articles(batch):
                for record in read(KeptAnswer("", MEDLINE, text.text), silent_report()):
                    found.setdefault(f"doi:{record.doi.lower()}", text.text)
        return {f"doi:{doi}": found[f"doi:{doi}"] for doi in dois if f"doi:{doi}" in found}

    def _registered(self, names: Sequence[str]) -> Iterator[KeptAnswer]:
        """Yield what doi.org has with the DOIs ``names``."""
        for name in names:
            doi = name.removeprefix("doi:")
            item = self._try(partial(self._doi_org.item, doi), [name])
            if not item:
                continue
            answer = self._answer(name, CSL_JSON, f"[{item}]")
            other = str(loads(item).get("DOI") or doi)
            if other.lower() != doi:
                where = Location(doi_org.SERVICE, record=doi)
                self._report.warning("merged-id", where, f"doi.org has this work as {other} now")
            self._keep([answer])
            yield answer

    def _try(self, ask: Callable[[], Given], names: Sequence[str]) -> Given | None:
        """Return an answer; without one, report that once for all ``names`` that it concerns."""
        try:
            return ask()
        except NoAnswerError as error:
            service, _, problem = str(error).partition(": ")
            asked = names[0].partition(":")[2] if len(names) == 1 else f"{len(names)} articles"
            where = Location(service, record=asked)
            self._report.error("no-answer", where, f"{problem}; run this again for what is lacking")
            self.unanswered.update(names)
            return None

    def _answer(self, name: str, format: str, text: str) -> KeptAnswer:
        return KeptAnswer(name, format, text, f"{datetime.fromtimestamp(time(), UTC):%Y-%m-%d}")

    def _keep(self, answers: Sequence[KeptAnswer]) -> None:
        if answers:
            self._cache.keep(answers)


def read(answer: KeptAnswer, report: Report) -> Iterator[Record]:
    """Yield the record of an answer."""
    source = open_source(answer.text.encode(), report, _SOURCES[answer.format])
    yield from format_registry.reader(answer.format).read(source, report)
