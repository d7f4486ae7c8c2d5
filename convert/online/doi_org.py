"""doi.org: works by their DOIs, as CSL-JSON from the agency with which each is registered.

Source: "DOI Content Negotiation", https://citation.doi.org/docs.html. The agencies (Crossref,
DataCite, mEDRA and others) are asked through redirects of doi.org's.
"""

from __future__ import annotations

import json
from urllib.parse import quote

from .client import (
    AskAgainError,
    Client,
    HttpAnswer,
    NoAnswerError,
    Question,
    check_status,
    is_page,
)
from .settings import Settings

SERVICE = "doi.org"
_ACCEPT = "application/vnd.citationstyles.csl+json"
_UNKNOWN = {404, 410}  # there is no such DOI
_OTHER_FORMS = {204, 406}  # its agency has data in other forms only


class DoiOrg:
    """Asks doi.org."""

    def __init__(self, client: Client, settings: Settings) -> None:
        self._client, self._base = client, settings.doi_org.rstrip("/")

    def item(self, doi: str) -> str:
        """Return a work as CSL-JSON, or ``""`` if there is no such DOI. Raises NoAnswerError."""
        if {".", ".."} & set(doi.split("/")):  # by which an address leads elsewhere
            return ""
        address = f"{self._base}/{quote(doi, safe='/:;()._-', errors='replace')}"
        question = Question(
            SERVICE, "GET", address, accept=_ACCEPT, may_redirect=True, check=_check
        )
        answer = self._client.ask(question)
        return "" if answer.status in _UNKNOWN else answer.text


def _check(answer: HttpAnswer) -> None:
    """Check that an answer is an item of CSL-JSON, or says that there is no such DOI."""
    if answer.status in _UNKNOWN:
        return
    if answer.status in _OTHER_FORMS or (answer.status < 300 and is_page(answer.text)):
        raise NoAnswerError("the agency of this DOI does not give its data as CSL-JSON")
    check_status(answer)
    try:
        item = json.loads(answer.text)
    except ValueError as error:
        raise AskAgainError("no JSON") from error
    if not isinstance(item, dict) or not item.get("title"):
        raise NoAnswerError("an answer that is no item of CSL-JSON")
