"""ERIC's records: it saves MEDLINE text too, with fewer tags and its own use of them.

ERIC has no PMID. JT is the publisher of what is no journal article, which the number tells
(EJ for articles, ED for documents), and a thesis, of which JT is the archive, names its university
in SO. There alone stands an article's number, too.
"""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..model.record import Values

_ARTICLE = regex(r"v[^ ]+ (?:n[^ ]+ )?Article (?P<number>[^ ]+)")
_THESIS = regex(r"(?P<genre>[^,]*Dissertation|[^,]*Thesis), (?P<university>.+)")


def derive(values: Values, groups: dict[str, list[str]]) -> bool:
    """Set what ERIC writes in tags of another meaning; return whether it is a journal article."""
    # EISSN- without a number is ERIC's way to have none.
    values["issn"] = tuple(issn for issn in values.get("issn", ()) if issn.value.strip("-"))
    number = groups.get("OID", [""])[0]
    source = values.get("source_line", "")
    if number.startswith("EJ") or "Journal Articles" in groups.get("PT", ()):
        if "PG" not in groups and (article := _ARTICLE.match(source)):
            values["number"] = article["number"]
        return True
    values["publisher"] = values.pop("container_title", "")
    if thesis := _THESIS.fullmatch(source):
        if values["publisher"]:
            values["archive"] = values["publisher"]
        values["publisher"] = thesis["university"]
        values["genre"] = thesis["genre"]
    return False
