"""What a citation field holds: the articles that it cites, where in them, and their records."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ..model.record import Record
from ..model.report import Location, Report
from ..ooxml.package import Package
from ..ooxml.paragraphs import WordField


class FieldCite(NamedTuple):
    """One article that a field cites.

    ``record`` is ``None`` if the field only names an article that its program keeps. ``item`` is
    the CSL-JSON that the field holds, ``uris`` the addresses by which Zotero knows the article.
    """

    record: Record | None
    name: str  # how the field calls the article
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    uris: tuple[str, ...] = ()
    item: Mapping[str, Any] | None = None


class FieldPlace(NamedTuple):
    """Where a field stands: its Word document (none, if it is another), its place, the report."""

    package: Package | None
    where: Location
    report: Report


class Manager(NamedTuple):
    """How a reference manager marks citations.

    ``citation`` and ``bibliography`` match the codes of its fields and the tags of its content
    controls. ``read`` returns what a citation cites, nothing if that cannot be read, which it has
    told the report then.
    """

    title: str
    citation: re.Pattern[str]
    bibliography: re.Pattern[str]
    read: Callable[[WordField, FieldPlace], list[FieldCite]]
