"""The citations of a text: which articles, where in them, and what is said around them.

The file is a JSON array of clusters, in the order of the text. A cluster is an array of
cites, or an object with ``cites`` (or citeproc's ``citationItems``), ``note`` (the number of
its footnote), ``mode`` (``author-only``, ``suppress-author``, ``composite``) and ``infix``.
A cite is an identifier, or an object with ``id`` and, as need be, ``locator``, ``label``
(``page``, ``chapter``...), ``prefix``, ``suffix``, ``author-only``, ``suppress-author``.
An identifier is a citation key, a PMID, PMCID or DOI, with or without ``pmid:`` or ``doi:``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..base.errors import InputError
from ..base.suggestions import hint, nearest
from ..csl import Cite, Cluster
from ..model.record import Record
from ..model.report import Location, Report

TEXTS = ("locator", "label", "prefix", "suffix")
FLAGS = {
    "author-only": "author_only",
    "suppress-author": "suppress_author",
    "year-only": "suppress_author",
}
MODES = ("", "author-only", "suppress-author", "composite")
# CSL 1.0.2, "Locators"; CSL 1.0.1 has one of them otherwise.
LABELS = """
    act appendix article-locator book canon chapter column elocation equation figure folio issue
    line note opus page paragraph part rule scene section sub-verbo supplement table timestamp
    title-locator verse version volume
"""
KNOWN_LABELS = frozenset(LABELS.split())
OLDER_LABELS = {"sub verbo": "sub-verbo"}
CITES = ("cites", "citationItems")
CLUSTER = frozenset({*CITES, "note", "mode", "infix", "properties", "citationID"})
SCHEMES = ("pmid", "pmcid", "doi")


def parse(text: str, file: str) -> list[Cluster]:
    """Read a file's clusters; their cites still have the identifiers that the author wrote.

    Raises:
        InputError: The text is not of the shape above; the message names line or cluster.

    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{file}:{error.lineno}: this is not JSON: {error.msg}") from error
    except RecursionError as error:
        raise InputError(f"{file}: this JSON is nested too deeply") from error
    if not isinstance(value, list):
        raise InputError(f'{file}: expected an array of clusters, as in [["38413930"]]')
    return clusters(value, file)


def clusters(values: Iterable[object], file: str = "citations") -> list[Cluster]:
    """Make clusters of what JSON gives: see the module.

    Raises:
        InputError: A cluster is of another shape; the message says which and what was expected.

    """
    return [_cluster(value, f"{file}: cluster {at}") for at, value in enumerate(values, start=1)]


def aliases(records: Mapping[str, Record]) -> dict[str, str]:
    """Give every name that an article goes by, in small letters, and its key."""
    known: dict[str, str] = {}
    for key, record in records.items():
        for name in (key, record.key):
            known.setdefault(name.lower(), key)
        for scheme in SCHEMES:
            if value := getattr(record, scheme).lower():
                known.setdefault(value, key)
                known.setdefault(f"{scheme}:{value}", key)
                known.setdefault(f"{scheme}{value}", key)
    known.pop("", None)
    return known


def resolve(
    found: Sequence[Cluster], known: Mapping[str, str], report: Report, file: str = ""
) -> list[Cluster]:
    """Put keys in the place of the identifiers; tell of those that no record has."""
    return [
        Cluster(
            _resolved(each.cites, known, report, Location(file)), each.note, each.mode, each.infix
        )
        for each in found
    ]


def _resolved(
    cites: tuple[Cite, ...], known: Mapping[str, str], report: Report, where: Location
) -> tuple[Cite, ...]:
    kept = []
    for cite in cites:
        if key := known.get(cite.id.strip().lower()):
            values = {name: getattr(cite, name) for name in (*TEXTS, *FLAGS.values())}
            kept.append(Cite(key, **values))
        else:
            near = nearest(cite.id, known)
            advice = f"did you mean {' or '.join(near)}?" if near else "is its file an input?"
            message = f"no record is {cite.id!r}; left out; {advice}"
            report.error("unknown-citation", where, message)
    return tuple(kept)


def _cluster(value: object, place: str) -> Cluster:
    if isinstance(value, list):
        return Cluster(tuple(_cite(each, place) for each in value))
    name = next((name for name in CITES if name in value), "") if isinstance(value, dict) else ""
    if not isinstance(value, dict) or not name:
        raise InputError(f"{place}: expected an array of cites, or an object with `cites`")
    return _cluster_of(value, name, place)


def _cluster_of(value: dict[str, Any], name: str, place: str) -> Cluster:
    """Return the cluster of an object, whose cites are called ``name``."""
    _no_others(value, CLUSTER, place)
    cites, mode = value[name], value.get("mode", "")
    note = value.get("note") or _properties(value).get("noteIndex", 0)
    if not isinstance(cites, list) or isinstance(note, bool) or not isinstance(note, int):
        raise InputError(f"{place}: expected an array as `{name}` and a number as `note`")
    if mode not in MODES:
        raise InputError(f"{place}: unknown mode {mode!r}; known: {', '.join(MODES[1:])}")
    made = tuple(_cite(each, place) for each in cites)
    infix = _text(value.get("infix", ""), "a text as `infix`", place)
    return Cluster(made, note, mode, infix)


def _properties(value: dict[str, Any]) -> dict[str, Any]:
    properties = value.get("properties")
    return properties if isinstance(properties, dict) else {}


def _cite(value: object, place: str) -> Cite:
    if not isinstance(value, dict):
        return Cite(_text(value, "an identifier, or an object with `id`", place))
    if "id" not in value:
        raise InputError(f"{place}: expected an identifier, or an object with `id`")
    _no_others(value, frozenset({"id", *TEXTS, *FLAGS}), place)
    given = {name: each for name, each in value.items() if each is not None}
    texts = {
        name: _text(given[name], f"a text as `{name}`", place) for name in TEXTS if name in given
    }
    label = texts["label"] = OLDER_LABELS.get(texts.get("label", ""), texts.get("label", ""))
    if label and label not in KNOWN_LABELS:
        raise InputError(f"{place}: unknown label {label!r}{hint(label, sorted(KNOWN_LABELS))}")
    flags = {to: True for name, to in FLAGS.items() if _flag(given.get(name, False), name, place)}
    name = _text(value["id"], "a text as `id`", place)
    return Cite(name, **texts, **flags)  # type: ignore[arg-type]  # texts and flags


def _text(value: object, expected: str, place: str) -> str:
    """Give a text, or a number as one; raises InputError for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f"{place}: expected {expected}, found {value!r:.40}")
    return str(value)


def _flag(value: object, name: str, place: str) -> bool:
    """Give a flag; raises InputError for anything but true or false."""
    if not isinstance(value, bool):
        message = f"{place}: expected true or false as `{name}`, found {value!r:.40}"
        raise InputError(message)
    return value


def _no_others(value: dict[str, Any], known: frozenset[str], place: str) -> None:
    """Refuse a name that would be left out in silence."""
    for name in value:
        if name not in known:
            raise InputError(f"{place}: unknown {name!r}{hint(name, sorted(known))}")
