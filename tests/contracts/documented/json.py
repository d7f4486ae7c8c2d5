"""Our own JSON: every part of every attribute of the model, in every type, and an odd key."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import product
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from medcite.model.record import Record
from medcite.model.values import Origin

from tests.contracts.documented.tokens import Case, Token, Tokens, sampled
from tests.writers.schema import TYPES

Path = tuple[str, ...]
# What says again what another part says: a name as NLM prints it, a text that was understood, the
# ends of a range of pages; and what says where an identifier stood.
DERIVED = ("short", "raw", "first", "last", "tag", "medium")
BASE = {"title": "Main", "author": [{"family": "Doe", "given": "Jane"}]}


def cases(every: bool) -> Iterator[Case]:
    """Yield a record for each part of each attribute in each type, and an odd one."""
    tokens = Tokens()
    paths = {
        "/".join(path): path for path in _paths((), Record) if path[0] not in ("type", "origin")
    }
    kinds = {"/".join(path): kind for path, kind in _kinds((), Record)}
    pairs = sampled(product(TYPES.split(), [*paths, "xqz"]), every, 11)
    for number, (csl_type, name) in enumerate(pairs):
        path = paths.get(name, (name,))
        token = _token(tokens, path, kinds.get(name, str))
        if token is None:
            continue
        value = _nested(path[1:], token, kinds.get(name, str))
        if path[0] == "kept":
            value = [{"tag": "ZZ", "value": token.value}]
        record = BASE | {"key": f"key{number}", "type": csl_type} | {path[0]: value}
        yield Case(json.dumps(record), path[0], token, tuple(path[1:]))


def _kinds(path: Path, kind: Any) -> Iterator[tuple[Path, Any]]:
    """Yield the places of texts and numbers in a type of the model."""
    if get_origin(kind) in (Union, UnionType):
        kind = next(member for member in get_args(kind) if member is not type(None))
    if get_origin(kind) is tuple:
        yield from _kinds((*path, "[]"), get_args(kind)[0])
    elif kind in (str, int, bool):
        yield path, kind
    elif kind is not Origin:
        for name, hint in get_type_hints(kind).items():
            yield from _kinds((*path, name), hint)


def _paths(path: Path, kind: Any) -> list[Path]:
    return [place for place, _ in _kinds(path, kind)]


def _token(tokens: Tokens, path: Path, kind: Any) -> Token | None:
    """Return a value such as stands in a part; ``None`` for one that cannot be told apart."""
    if path[-1] == "year":
        return tokens.year()
    if kind is not str:  # months and days, and whether something is a main topic
        return None
    if path == ("relations", "[]", "kind") or path[-1] in DERIVED or path[-2:] == ("kept", "tag"):
        return None
    return {"issn": tokens.issn, "isbn": tokens.isbn}.get(path[0], tokens.word)()


def _nested(path: Path, token: Token, kind: Any) -> object:
    """Return the value of an attribute that has a token at ``path``."""
    if not path:
        return int(token.value) if kind is int else token.value
    inner = _nested(path[1:], token, kind)
    if path[0] == "[]":
        return [inner]
    return {**_beside(path[0]), path[0]: inner}


def _beside(part: str) -> dict[str, object]:
    """Return what stands beside a part of a value, without which it means nothing."""
    if part in ("given", "suffix", "short", "affiliations", "ids"):
        return {"family": "Roe"}
    if part in ("rest", "raw", "end"):
        return {"start": {"year": 2014}}
    if part == "kind":
        return {"date": {"start": {"year": 2014}}}
    if part == "scheme":
        return {"value": "12"}
    if part in ("citation", "pmid", "doi"):
        return {"kind": "comment-in"}
    return {}


def whole(records: Sequence[str]) -> str:
    """Return the file of some records."""
    return '{"medcite": 1, "records": [\n' + ",\n".join(records) + "\n]}\n"
