"""rispy, in its usual reading of the tags."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import rispy

from tests.receivers.entry import Entry, Person, entry
from tests.receivers.limits import RIS_GROUP_WITH_COMMA, Limit
from tests.receivers.receiver import Receiver, own_version


def _read(path: Path) -> list[Entry]:
    return [_entry(fields) for fields in rispy.loads(path.read_text("utf-8"))]


def _entry(fields: dict[str, Any]) -> Entry:
    unknown = fields.get("unknown_tag", {})
    pages = [fields.get(name, "") for name in ("start_page", "end_page")]
    return entry(
        key=fields.get("id"),
        title=fields.get("title"),
        authors=[_person(name) for name in fields.get("authors", ())],
        editors=[
            _person(name) for name in (*fields.get("secondary_authors", ()), *unknown.get("ED", ()))
        ],
        journal=[fields.get(name) for name in ("journal_name", "secondary_title")],
        abbreviation=fields.get("alternate_title1"),
        volume=fields.get("volume"),
        issue=fields.get("number"),
        pages="-".join(filter(None, pages)),
        number=fields.get("custom7"),
        date=_date(fields.get("date") or fields.get("year", "")),
        doi=fields.get("doi"),
        pmid=fields.get("accession_number"),
        pmcid=fields.get("custom2"),
        issn=fields.get("issn"),
        isbn=fields.get("issn"),
        url=[*fields.get("urls", ()), fields.get("file_attachments2")],
        abstract=fields.get("abstract"),
        keywords=fields.get("keywords"),
        language=fields.get("language"),
        publisher=fields.get("publisher"),
        place=fields.get("place_published"),
        edition=fields.get("edition"),
        notes=[fields.get("notes"), unknown.get("M2")],
    )


def _person(name: str) -> Person:
    return Person(*(part.strip() for part in (f"{name},,").split(",")[:3]))


def _date(text: str) -> list[str]:
    """Return a RIS date, whose fourth part is free text, as EDTF."""
    year, month, day, other = (f"{text}///").split("/", 3)
    return ["-".join(filter(None, (year, month, day))), other.strip("/")]


RECEIVER = Receiver(
    "rispy",
    own_version("rispy"),
    {"ris": _read},
    (
        Limit(
            "",
            ("authors", "groups"),
            "does not split names: a group may have a comma, too",
            RIS_GROUP_WITH_COMMA,
        ),
    ),
    quick=True,
)
