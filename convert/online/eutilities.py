"""NCBI's E-utilities: search PubMed, and fetch its articles as MEDLINE text.

Sources: "Entrez Programming Utilities Help" (NBK25501), chapters 2 and 4, and the answers of the
service since November 2022, when a search of PubMed came to list its first 9,999 articles only.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from ..base.lazy_regex import regex
from .client import AskAgainError, Client, HttpAnswer, NoAnswerError, Question, check_status
from .settings import Settings

SERVICE = "PubMed"
AT_ONCE = 200  # articles fetched by one question
DOIS_AT_ONCE = 50  # DOIs looked up by one question
LISTED = 9999  # articles of a search that PubMed lists
_NO_IDS = "ID list is empty"  # with status 400: PubMed has none of these PMIDs
_ERRORS = ("phrases", "fields")
_BAD_KEY = "API key invalid"
_RECORD = regex(r"^(?=PMID- )", re.MULTILINE)
_PMID = regex(r"PMID- *(\d+)")
# What a whole record has near its end: NLM's citation, or the number of a book.
_ENDS = ("\nSO  - ", "[bookaccession]")


class History(NamedTuple):
    """A search that is kept on NCBI's history server."""

    web_env: str
    query_key: str


class FoundArticles(NamedTuple):
    """How many articles a search finds, the first of them, and which words nothing is known of."""

    total: int
    pmids: list[str]
    history: History
    unknown: list[str]


class MedlineText(NamedTuple):
    """The MEDLINE text of an article, which may have been asked for by another PMID."""

    asked: str
    pmid: str
    text: str


class Eutilities:
    """Asks NCBI's E-utilities. All methods raise NoAnswerError."""

    def __init__(self, client: Client, settings: Settings) -> None:
        self._client, self._base = client, settings.eutilities.rstrip("/")
        key = {"api_key": settings.key} if settings.key else {}
        self._always = {"db": "pubmed", **settings.identity, **key}

    def search(
        self, term: str, limit: int = LISTED, within: History | None = None
    ) -> FoundArticles:
        """Return what a search finds, ``within`` the articles of another search."""
        asked = {"term": term, "retmode": "json", "retmax": str(min(limit, LISTED))}
        asked["usehistory"] = "y"
        if within:
            asked |= {"WebEnv": within.web_env, "query_key": within.query_key}
        text = self._ask("esearch", asked, _check_search)
        result = _search_result(text)
        history = History(str(result.get("webenv", "")), str(result.get("querykey", "")))
        pmids = [pmid for pmid in map(str, result["idlist"]) if _is_pmid(pmid)]
        return FoundArticles(int(result["count"]), pmids, history, _unknown(result))

    def candidates(self, dois: Sequence[str]) -> list[str]:
        """Return the PMIDs of articles that may have one of ``dois``, at most DOIS_AT_ONCE.

        PubMed takes a DOI that it does not know for words, so the articles may have others.
        """
        quoted = (doi.replace('"', " ") for doi in dois)
        term = " OR ".join(f'"{doi}"[doi]' for doi in quoted)
        return self.search(term, limit=4 * len(dois)).pmids

    def articles(self, pmids: Sequence[str]) -> Iterator[MedlineText]:
        """Yield the articles with ``pmids``, at most AT_ONCE, those that PubMed has."""
        whole, cut, others = self._fetch(pmids, {})
        yield from (MedlineText(pmid, pmid, text) for pmid, text in whole.items())
        lacking = [pmid for pmid in pmids if pmid not in whole]
        if not lacking:
            return
        # If articles came that nobody asked for, each is one of those that are lacking under a new
        # number: then they are asked for one by one. Else some may be lacking by mistake.
        groups = [[pmid] for pmid in lacking] if others else [lacking]
        for group in groups:
            whole, _, others = self._fetch(group, cut)
            yield from (MedlineText(pmid, pmid, text) for pmid, text in whole.items())
            if len(group) == len(others) == 1 and not whole:
                ((pmid, text),) = others.items()
                yield MedlineText(group[0], pmid, text)

    def _fetch(
        self, pmids: Sequence[str], known_cut: dict[str, str]
    ) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
        """Return the texts of articles: of those asked for, of those cut off, of all others.

        A text that came before as it is now (``known_cut``) is not cut off, but unusual.
        """
        asked = {"id": ",".join(pmids), "rettype": "medline", "retmode": "text"}
        text = self._ask("efetch", asked, _check_fetch)
        whole: dict[str, str] = {}
        cut: dict[str, str] = {}
        others: dict[str, str] = {}
        for pmid, record, is_whole in _records(text):
            if not is_whole and known_cut.get(pmid) != record:
                cut[pmid] = record
            else:
                (whole if pmid in pmids else others)[pmid] = record
        return whole, cut, others

    def _ask(
        self, program: str, fields: dict[str, str], check: Callable[[HttpAnswer], None]
    ) -> str:
        address = f"{self._base}/{program}.fcgi"
        every = {**self._always, **fields}
        return self._client.ask(Question(SERVICE, "POST", address, every, check=check)).text


def _check_fetch(answer: HttpAnswer) -> None:
    """Check an answer of efetch: MEDLINE text, or that there are no such articles."""
    if answer.status == 400 and _NO_IDS in answer.text:
        return
    _check(answer)
    if answer.text.lstrip().startswith(("<", "{")):
        raise AskAgainError(f"no MEDLINE text, but {_shown(answer.text)}")


def _check_search(answer: HttpAnswer) -> None:
    """Check an answer of esearch: JSON with a count and PMIDs."""
    _check(answer)
    result = _search_result(answer.text)
    problem = result.get("ERROR") or result.get("error")
    if problem:
        raise AskAgainError(_shown(str(problem)))
    if not str(result.get("count", "")).isdecimal() or not isinstance(result.get("idlist"), list):
        raise AskAgainError(f"no list of PMIDs, but {_shown(answer.text)}")


def _check(answer: HttpAnswer) -> None:
    """Check what all answers have in common; 400 is also said of a backend that is down."""
    if answer.status == 400 and _BAD_KEY in answer.text:
        raise NoAnswerError("the key in NCBI_API_KEY is not valid")
    if answer.status == 400:
        raise AskAgainError(f"status 400: {_shown(answer.text)}")
    check_status(answer)


def _search_result(text: str) -> dict[str, Any]:
    """Return the result in an answer of esearch, whose strings may have control characters."""
    try:
        answer = json.loads(text, strict=False)
    except ValueError as error:
        raise AskAgainError(f"no JSON, but {_shown(text)}") from error
    result = answer.get("esearchresult", answer) if isinstance(answer, dict) else None
    return result if isinstance(result, dict) else {}


def _unknown(result: dict[str, Any]) -> list[str]:
    """Return the words and the names of fields in a search of which PubMed knows nothing."""
    errors = result.get("errorlist")
    lists = [errors.get(f"{kind}notfound") for kind in _ERRORS] if isinstance(errors, dict) else ()
    return [str(word) for words in lists if isinstance(words, list) for word in words]


def _is_pmid(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 8


def _records(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the PMID and text of each record, and whether it is whole."""
    parts = _RECORD.split(text.replace("\r\n", "\n"))[1:]
    for place, part in enumerate(parts):
        if match := _PMID.match(part):
            is_last = place == len(parts) - 1
            ended = any(end in part for end in _ENDS) and (not is_last or part.endswith("\n"))
            yield match[1].lstrip("0"), part.rstrip("\n") + "\n", ended


def _shown(text: str) -> str:
    """Return the beginning of an answer for a message, without tags."""
    return repr(" ".join(re.sub(r"<[^<>]*>", " ", text).split())[:120])


def batches(values: Iterable[str], size: int) -> Iterator[list[str]]:
    """Yield ``values`` in lists of at most ``size``."""
    batch: list[str] = []
    for value in values:
        batch.append(value)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
