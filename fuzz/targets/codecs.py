"""One target a module of codecs: each function of texts gets the input's lines."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

from medcite import codecs
from medcite.base.plugins import submodules
from medcite.codecs import dates, edtf, pages

from fuzz.target import FaultError, Target

SEEDS = (
    "2020 Jan 3-2021 Feb\n2019 Winter\n2020-03-31/2021\n12 March 1999",
    "123-9, e12\nS12-S19\nxii-xv, 3A\n1234567",
    "van der Foe, Ann-Marie B Jr\nDoe JA 3rd\nDoe, A; Roe, B, and Poe C, et al.",
    "https://doi.org/10.1000/a(b)[c];2-#\n1234-5678 (Print)\nPMC1234567\nISBN 978-3-16-148410-0",
    "[A <i>title</i> of <sup>2</sup> $x^2$ &lt; 3.]\nJ Test. (Paris)\n12 Suppl 1\n3rd ed.",
    "<jats:p>One</jats:p><mml:math><mml:mi>x</mml:mi></mml:math>\n*Aged/drug therapy\neng",
)
# A value, and the text by which the same value is read again.
SPELLED: dict[ModuleType, tuple[tuple[Callable[[str], Any], Callable[[Any], str]], ...]] = {
    dates: ((dates.date, dates.encode),),
    edtf: ((edtf.edtf, edtf.encode_edtf),),
    pages: ((pages.pages, pages.encode),),
}


def targets() -> Iterator[Target]:
    """Yield a target for each module with functions of texts."""
    for name in submodules(codecs):
        module = import_module(f"{codecs.__name__}.{name}")
        if functions := list(_functions_of_texts(module)):
            run = partial(_call, functions, SPELLED.get(module, ()))
            yield Target(f"codec-{name.replace('_', '-')}", _seeds, run)


def _seeds() -> list[bytes]:
    return [text.encode() for text in SEEDS]


def _functions_of_texts(module: ModuleType) -> Iterator[tuple[Callable[..., object], int]]:
    """Yield the public functions whose parameters are texts, with the number of these."""
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if name.startswith("_") or function.__module__ != module.__name__:
            continue
        kinds = [p.annotation for p in inspect.signature(function).parameters.values()]
        if kinds and all(kind in ("str", str) for kind in kinds):
            yield function, len(kinds)


def _call(
    functions: list[tuple[Callable[..., object], int]],
    spelled: tuple[tuple[Callable[[str], Any], Callable[[Any], str]], ...],
    data: bytes,
) -> None:
    """Call functions with lines of the input, and read again what a value is spelled as."""
    lines = data.decode("utf-8", "replace").split("\n")
    for number in range(min(len(lines), 9)):
        for function, count in functions:
            function(*(lines[(number + place) % len(lines)] for place in range(count)))
        for decode, encode in spelled:
            value = decode(lines[number])
            if encode(decode(encode(value))) != encode(value):
                raise FaultError(f"{value!r} is spelled {encode(value)!r}, which is another value")
