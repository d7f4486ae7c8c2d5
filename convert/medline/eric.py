"""ERIC's records: it saves MEDLINE text too, with fewer tags and its own use of them.

ERIC has no PMID. JT is the publisher of what is no journal article, which the number tells
(EJ for articles, ED for documents), and a thesis names its university in SO.
"""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..model.record import Values

_THESIS = regex(r"(?P<genre>[^,]*Dissertation|[^,]*Thesis), (?P<university>.+)")


def derive(values: Values, groups: dict[str, list[str]]) -> bool:
    """Set publisher and genre of what is no journal article; return whether it is one."""
    # EISSN- without a number is ERIC's way to have none.
    values["issn"] = tuple(issn for issn in values.get("issn", ()) if issn.value.strip("-"))
    number = groups.get("OID", [""])[0]
    if number.startswith("EJ") or "Journal Articles" in groups.get("PT", ()):
        return True
    values["publisher"] = values.pop("container_title", "")
    if thesis := _THESIS.fullmatch(values.get("source_line", "")):
        values["publisher"] = thesis["university"]
        values["genre"] = thesis["genre"]
    return False
