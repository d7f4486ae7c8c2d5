"""PubMed Central's ID converter: the PMIDs or DOIs of articles by their PMCIDs.

Source: "PMC ID Converter API", https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..library import article_names
from .client import AskAgainError, Client, HttpAnswer, Question, check_status
from .settings import Settings

SERVICE = "PubMed Central's ID converter"
AT_ONCE = 200  # PMCIDs that one question may have


class PmcIds:
    """Asks the ID converter."""

    def __init__(self, client: Client, settings: Settings) -> None:
        self._client, self._address = client, settings.pmc_ids
        self._always = {"format": "json", "versions": "no", **settings.identity}

    def names(self, pmcids: Sequence[str]) -> dict[str, str]:
        """Return the names by which PubMed or doi.org knows articles: ``pmid:1``, ``doi:10.1/x``.

        ``pmcids`` are at most AT_ONCE, such as PMC10900595; those without another name are left
        out. Raises NoAnswerError.
        """
        fields = {**self._always, "ids": ",".join(pmcids)}
        question = Question(SERVICE, "GET", self._address, fields, check=_check)
        text = self._client.ask(question).text
        names: dict[str, str] = {}
        for item in _items(text):
            pmcid = str(item.get("requested-id") or item.get("pmcid") or "").upper()
            for scheme in ("pmid", "doi"):
                name = article_names.of_key(f"{scheme}:{item.get(scheme) or ''}")[0]
                if name.startswith(f"{scheme}:"):
                    names.setdefault(pmcid, name)
        return names


def _check(answer: HttpAnswer) -> None:
    check_status(answer)
    _items(answer.text)


def _items(text: str) -> list[dict[str, Any]]:
    """Return the items of an answer. Raises AskAgainError if it is none."""
    try:
        items = json.loads(text)["records"]
        return [item for item in items if isinstance(item, dict)]
    except (ValueError, KeyError, TypeError) as error:
        raise AskAgainError("no list of identifiers") from error
