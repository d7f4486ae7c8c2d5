"""Read the citations of a text from JSON: which articles, where in them, with which affixes.

The file is a JSON array of clusters, in the order of the text. A cluster is an array of
cites, or an object with ``cites`` (or citeproc's ``citationItems``), ``note`` (the number of
its footnote), ``mode`` (``author-only``, ``suppress-author``, ``composite``) and ``infix``.
A cite is an identifier, or an object with ``id`` and, optionally, ``locator``, ``label``
(``page``, ``chapter``...), ``prefix``, ``suffix``, ``author-only``, ``suppress-author``.
An identifier is a citation key, a PMID, PMCID or DOI, with or without ``pmid:`` or ``doi:``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

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
# CSL 1.0.2, "Locators"; CSL 1.0.1 spells one of them differently.
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
    """Return the clusters in a file's text; their cites have the identifiers that it has.

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
    """Return the clusters in parsed JSON (see the module).

    Raises:
        InputError: A cluster is of another shape; the message says which and what was expected.

    """
    return [
        _cluster(value, f"{file}: cluster {number}") for number, value in enumerate(values, start=1)
    ]


def aliases(records: Mapping[str, Record]) -> dict[str, str]:
    """Return the key of each record by all identifiers that a cite may use, in lower case."""
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
    clusters: Sequence[Cluster], known: Mapping[str, str], report: Report, file: str = ""
) -> list[Cluster]:
    """Return the clusters with keys for identifiers, and report those that no record has.

    ``known`` has the keys by identifier (see :func:`aliases`).
    """
    where = Location(file)
    return [
        cluster.replace(cites=_resolve_cites(cluster.cites, known, report, where))
        for cluster in clusters
    ]


def _resolve_cites(
    cites: tuple[Cite, ...], known: Mapping[str, str], report: Report, where: Location
) -> tuple[Cite, ...]:
    resolved = []
    for cite in cites:
        if key := known.get(cite.id.strip().lower()):
            resolved.append(cite.replace(id=key))
        else:
            near = nearest(cite.id, known)
            advice = f"did you mean {' or '.join(near)}?" if near else "is its file an input?"
            message = f"no record is {cite.id!r}; left out; {advice}"
            report.error("unknown-citation", where, message)
    return tuple(resolved)


def _cluster(value: object, place: str) -> Cluster:
    """Return the cluster in a JSON value; ``place`` says in errors where it is."""
    if isinstance(value, list):
        return Cluster(tuple(_cite(cite, place) for cite in value))
    name = next((name for name in CITES if name in value), "") if isinstance(value, dict) else ""
    if not isinstance(value, dict) or not name:
        raise InputError(f"{place}: expected an array of cites, or an object with `cites`")
    return _cluster_of(value, name, place)


def _cluster_of(value: dict[str, object], name: str, place: str) -> Cluster:
    """Return the cluster of an object, whose cites are called ``name``."""
    _refuse_unknown(value, CLUSTER, place)
    cites, note = value[name], _note(value)
    if not isinstance(cites, list) or isinstance(note, bool) or not isinstance(note, int):
        raise InputError(f"{place}: expected an array as `{name}` and a number as `note`")
    mode = _mode(value, place)
    parsed_cites = tuple(_cite(cite, place) for cite in cites)
    infix = _text(value.get("infix", ""), "a text as `infix`", place)
    return Cluster(parsed_cites, note, mode, infix)


def _note(cluster: dict[str, object]) -> object:
    """Return the number of a cluster's footnote, which citeproc has in ``properties``."""
    if note := cluster.get("note"):
        return note
    properties = cluster.get("properties")
    return properties.get("noteIndex", 0) if isinstance(properties, dict) else 0


def _mode(cluster: dict[str, object], place: str) -> str:
    mode = cluster.get("mode", "")
    if mode not in MODES:
        raise InputError(f"{place}: unknown mode {mode!r}; known: {', '.join(MODES[1:])}")
    return str(mode)


def _cite(value: object, place: str) -> Cite:
    """Return the cite in a JSON value."""
    if not isinstance(value, dict):
        return Cite(_text(value, "an identifier, or an object with `id`", place))
    if "id" not in value:
        raise InputError(f"{place}: expected an identifier, or an object with `id`")
    _refuse_unknown(value, frozenset({"id", *TEXTS, *FLAGS}), place)
    attributes = {name: attribute for name, attribute in value.items() if attribute is not None}
    texts = {
        name: _text(attributes[name], f"a text as `{name}`", place)
        for name in TEXTS
        if name in attributes
    }
    texts["label"] = _label(texts.get("label", ""), place)
    flags = {
        attribute: True
        for name, attribute in FLAGS.items()
        if _flag(attributes.get(name, False), name, place)
    }
    id_ = _text(value["id"], "a text as `id`", place)
    return Cite(id_, **texts, **flags)  # type: ignore[arg-type]  # texts and flags


def _label(label: str, place: str) -> str:
    """Return the label of a locator as CSL 1.0.2 spells it."""
    label = OLDER_LABELS.get(label, label)
    if label and label not in KNOWN_LABELS:
        raise InputError(f"{place}: unknown label {label!r}{hint(label, sorted(KNOWN_LABELS))}")
    return label


def _text(value: object, expected: str, place: str) -> str:
    """Return a text, or a number as text; raise InputError for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f"{place}: expected {expected}, found {value!r:.40}")
    return str(value)


def _flag(value: object, name: str, place: str) -> bool:
    """Return a flag; raise InputError for anything but true or false."""
    if not isinstance(value, bool):
        message = f"{place}: expected true or false as `{name}`, found {value!r:.40}"
        raise InputError(message)
    return value


def _refuse_unknown(value: dict[str, object], known: frozenset[str], place: str) -> None:
    """Refuse a name that would otherwise be ignored without a word."""
    for name in value:
        if name not in known:
            raise InputError(f"{place}: unknown {name!r}{hint(name, sorted(known))}")
