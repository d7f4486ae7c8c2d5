"""Values that are commands to TeX, and records that hold them in every text they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from medcite.model.record import Record
from medcite.model.values import Date, Issn, Name, PartialDate, Relation
from medcite.tables import biblatex, bibtex

# Each runs a command that makes the file ``pwned``, reads the file ``secret``, or ends the
# field, entry or line that it stands in.
VALUES = (
    "^^5cimmediate^^5cwrite18^^7btouch^^20pwned^^7d",
    "^^5cinput^^20secret^^20",
    '^^5cinput|"touch^^20pwned"^^20',
    "^^5ccsname^^20@@input^^5cendcsname^^20secret^^20",
    "^^M^^5cinput^^20secret^^20",
    "^^5ccatcode`^^5c|=0|input^^20secret^^20",
    "^^5copenin5=secret^^5cread5^^20to^^5cx^^5cx",
    "^^5cimmediate^^5copenout5=pwned^^20",
    "^^^^005cinput^^^^0020secret^^^^0020",
    "^^^^^^00005cinput^^^^^^000020secret^^^^^^000020",
    "^^5cdirectlua^^7bos.execute('touch^^20pwned')^^7d",
    "\\immediate\\write18{touch pwned}",
    "\\input{secret}",
    '\\input|"touch pwned"',
    "\\csname input\\endcsname secret ",
    "}\\input{secret}{",
    "}}\\input{secret}{{",
    "},\n}\n@preamble{\"\\input{secret}\"}\n@misc{x, note={",
    "%\n\\input{secret}",
    "%}\n\\input{secret}\n{",
    "\n\\endverb\n\\input{secret}\n\\verb{doi}\n\\verb ",
    "\r\\input{secret}",
    "\x0c\\input{secret}",
    "\x85\u2028\u2029\\input{secret}",
    "\x00\x07\x1b\x7f",
    "$\\input{secret}$ # & ~ _ ^ ' ` \" | < >",
    '", note="\\input{secret}',
    "a; b=c, d",
)  # fmt: skip
TYPES = (*dict.fromkeys((*bibtex.TYPES, *biblatex.TYPES)), "odd")
# All that may stand behind a backslash where a text of ASCII alone is spelt.
SPELT = re.compile(
    r"\\(?:[%&#_$]|(?:textbackslash|textasciitilde|textasciicircum)(?=\})|[lr]brace(?=\$\}))"
)


def filled(kind: Any, text: str) -> Any:
    """Make a value of a type of the model whose every text is ``text``."""
    if kind is str:
        return text
    if kind in (int, bool):
        return kind(1)
    if get_origin(kind) in (Union, UnionType):
        return filled(get_args(kind)[0], text)
    if get_origin(kind) is tuple:
        return _several(get_args(kind)[0], text)
    return kind(**{name: filled(hint, text) for name, hint in get_type_hints(kind).items()})


def _several(kind: Any, text: str) -> tuple[Any, ...]:
    """Make a list: where its values are names, one of a person and one of a group."""
    one = filled(kind, text)
    if kind is Name:
        return one._replace(literal=""), one
    return (one._replace(scheme="orcid"),) if "scheme" in getattr(one, "_fields", ()) else (one,)


HINTS = {name: hint for name, hint in get_type_hints(Record).items() if name != "origin"}
DATES = ("issued", "available_date", "accessed", "submitted")


def records(text: str) -> Iterator[Record]:
    """Yield records of every type with ``text`` in every place.

    Where one attribute hides another from a writer, further records lack the former: an
    eprint is PubMed's number or a preprint's, and an address is written for want of a DOI.
    """
    values = {name: filled(hint, text) for name, hint in HINTS.items()}
    values["relations"] = (Relation("retraction-in", text),)
    values["issn"] = (Issn(text, "print"),)
    undated = dict.fromkeys(DATES, Date(None, raw=text, rest=text))
    named = dict.fromkeys(DATES, Date(PartialDate(2020), rest=text))
    identified = dict.fromkeys(("pmid", "doi", "nbk", "genre", "number"), "")
    for kind in TYPES:
        whole = Record(**{**values, "type": kind})
        yield whole
        yield replace(whole, **named, **identified, archive="arXiv", translated=False)
        yield replace(whole, **undated, archive="a_rxiv", author=(), editor=(), doi="", nbk="")


def acts(spelt: str) -> list[str]:
    """List what TeX would act on in a text, of ASCII but for blanks, that was spelt for it."""
    rest = SPELT.sub("", spelt)
    found = re.findall(r"\\.?|\^\^|[^\n\x20-\x7e\xa0]|[%#&]", rest)
    return found + ["{}"] * (not balanced(spelt)) + ["$"] * (rest.count("$") % 2)


def balanced(text: str) -> bool:
    """Whether braces pair as BibTeX counts them: an escaped one counts too."""
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0
