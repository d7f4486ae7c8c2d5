"""Names in CSL-JSON: ``family``, ``given`` and ``suffix`` of a person, ``literal`` of a group."""

from __future__ import annotations

from ..codecs.names import spaced_initials
from ..model.serialize import ShapeError
from ..model.values import Identifier, Name
from ..tables import groups
from .texts import as_text, clean


def encode_name(name: Name) -> dict[str, str]:
    """Return a name; a group is one piece (NCBI's exporter makes it a family name)."""
    if name.literal:
        return {"literal": name.literal}
    item = {"family": name.family}
    if name.given:
        item["given"] = name.given
    if name.suffix:
        item["suffix"] = name.suffix
    return item


def encode_with_suffix_in_given(name: Name) -> dict[str, str]:
    """Return a name whose suffix stands behind a comma in ``given``, where Zotero looks for it."""
    given = ", ".join(filter(None, (name.given, name.suffix)))
    return encode_name(name._replace(given=given, suffix=""))


def encode_inverted(name: str) -> dict[str, str]:
    """Return a person whose name is nothing but ``Family, Given``."""
    family, _, given = name.partition(",")
    return {"family": family.strip(), "given": given.strip()}


def decode_names(value: object) -> tuple[Name, ...]:
    """Return the names in a list.

    Raises:
        ShapeError: ``value`` is no list, or has something else than names in it.

    """
    if not isinstance(value, list):
        raise ShapeError(f"expected a list of names, found {as_text(value):.60}")
    return tuple(map(_decode_name, value))


def _decode_name(value: object) -> Name:
    if isinstance(value, str):
        return Name(literal=clean(value))
    if not isinstance(value, dict):
        raise ShapeError(f"expected a name, found {as_text(value):.60}")
    parts = {key: clean(part) for key, part in value.items() if isinstance(part, str)}
    family, given = parts.get("family"), parts.get("given")
    if family and given and len(value) == 2:  # as nearly all are
        return Name(family, spaced_initials(given, family))
    group = _group(parts)
    return Name(literal=group) if group else _person(parts)


def _group(parts: dict[str, str]) -> str:
    """Return a group's name, or ``""`` for a person."""
    family = parts.get("family", "")
    literal = parts.get("literal") or parts.get("name", "")
    if literal and not family:
        return literal
    return family if not parts.get("given") and groups.is_group(family) else ""


def _person(parts: dict[str, str]) -> Name:
    """Return a person; particles go where NLM has them, in the family or behind the given name."""
    family, given = parts.get("family", ""), parts.get("given", "")
    suffix, ids = parts.get("suffix", ""), _orcid(parts.get("ORCID", ""))
    if not family:
        return Name(given, suffix=suffix, ids=ids)
    family = " ".join(filter(None, (parts.get("non-dropping-particle"), family)))
    given = " ".join(filter(None, (spaced_initials(given, family), parts.get("dropping-particle"))))
    return Name(family, given, suffix, ids=ids)


def _orcid(orcid: str) -> tuple[Identifier, ...]:
    """Return an ORCID, bare or as an address (Crossref's), as a name's identifiers."""
    bare = orcid.rpartition("/")[2]
    return (Identifier("orcid", bare, "AUID"),) if bare else ()
