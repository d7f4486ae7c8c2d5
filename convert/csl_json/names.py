"""Names in CSL-JSON: ``family``, ``given`` and ``suffix`` of a person, ``literal`` of a group."""

from __future__ import annotations

from collections.abc import Iterator

from ..codecs.names import spaced_initials
from ..model.serialize import ShapeError
from ..model.values import Identifier, Name
from ..tables import groups
from ..tables.csl_json import OF_NAMES_ORDER
from .texts import as_text, clean, is_empty

_PLAIN = frozenset({"family", "given"})
_PERSON = _PLAIN | {"suffix", "ORCID", "dropping-particle", "non-dropping-particle"}


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


def unread_parts(value: object) -> Iterator[tuple[str, object]]:
    """Yield the parts of names that :func:`decode_names` reads nothing from, by their path."""
    for place, name in enumerate(value if isinstance(value, list) else (), start=1):
        if isinstance(name, dict) and not name.keys() <= _PLAIN:
            taken = _taken(name)
            for key, part in name.items():
                if key not in taken | OF_NAMES_ORDER:
                    yield f"{place}.{key}", part


def _taken(name: dict[str, object]) -> set[str]:
    """Return the parts of a name that are read, and those that say nothing."""
    nothing = {key for key, part in name.items() if is_empty(part) or part is False}
    return nothing | _used_texts(name) | ({"affiliation"} if _has_plain_places(name) else set())


def _used_texts(name: dict[str, object]) -> set[str]:
    """Return the texts of a name that its form needs: a person's, or a group's."""
    texts = {key for key, part in name.items() if isinstance(part, str)}
    if name.get("family") or name.get("given"):
        return texts & _PERSON
    return texts & ({"literal"} if name.get("literal") else {"name"})


def _has_plain_places(name: dict[str, object]) -> bool:
    """Whether an author's places have names and nothing else."""
    places = _places(name)
    return bool(places) and all(place.keys() == {"name"} for place in places)


def _affiliations(name: dict[str, object]) -> tuple[str, ...]:
    """Return the names of the places that Crossref says an author is at."""
    names = [place.get("name") for place in _places(name)]
    return tuple([clean(text) for text in names if isinstance(text, str)])


def _places(name: dict[str, object]) -> list[dict[str, object]]:
    places = name.get("affiliation")
    return (
        [place for place in places if isinstance(place, dict)] if isinstance(places, list) else []
    )


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
    person = Name(literal=group) if group else _person(parts)
    affiliations = _affiliations(value) if "affiliation" in value else ()
    return person._replace(affiliations=affiliations) if affiliations else person


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
