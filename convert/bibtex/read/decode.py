"""The fields that need no look at others: from LaTeX to a record's values."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ...codecs import identifiers, pages, titles
from ...codecs.edtf import edtf
from ...markup import latex_to_text, verbatim
from ...model.values import Issn, Keyword
from ...tables import languages
from ...tables.babel import LANGIDS
from .field_value import whole

# EndNote's keywords, one a line: no line but the last ends as if a list went on.
LISTED = re.compile(r"[^\s;][^;\n]*[^\s,;](?:\n[^\s;](?:[^;\n]*[^\s,;])?)+")
BARE = re.compile(r"^(\d{4})(\d{3}[\dXx])$")
STATES = {"prepublished": "aheadofprint", "inpress": "aheadofprint", "aheadofprint": "aheadofprint"}


def _keywords(latex: str) -> tuple[Keyword, ...]:
    """Part keywords at line ends, at semicolons or, without any, at commas outside of braces."""
    if whole(latex):  # Web of Science
        latex = latex[1:-1]
    words = latex.split("\n") if LISTED.fullmatch(latex) else _parted(latex, ";")
    if len(words) == 1:
        words = _parted(latex, ",")
    found = (latex_to_text.plain_text(word.strip()) for word in words)
    return tuple(Keyword(word.lstrip("*"), word.startswith("*")) for word in found if word)


def _parted(latex: str, sign: str) -> list[str]:
    """Part a list at a sign outside of braces, which may nest."""
    words, depth, start = [], 0, 0
    for found in re.finditer(rf"[{{}}{sign}]", latex):
        if found[0] != sign:
            depth = max(0, depth + (1 if found[0] == "{" else -1))
        elif not depth:
            words.append(latex[start : found.start()])
            start = found.end()
    return [*words, latex[start:]]


def _issns(latex: str) -> tuple[Issn, ...]:
    texts = re.split(r"[,;]\s*|\s+(?=\d)", latex_to_text.plain_text(latex))
    return tuple(identifiers.issn(BARE.sub(r"\1-\2", each)) for each in texts if each)


def _electronic(latex: str) -> tuple[Issn, ...]:
    return tuple(each._replace(medium="electronic") for each in _issns(latex))


def _isbns(latex: str) -> tuple[str, ...]:
    return tuple(identifiers.isbn(each) for each in re.split(r"[,;]\s*|\s+and\s+", latex) if each)


def _doi(latex: str) -> str:
    """Return the DOI: LaTeX's backslashes and our percent signs taken out."""
    text = latex_to_text.plain_text(latex) if "\\" in latex or "{" in latex else latex
    text = verbatim.decoded(text)
    return identifiers.doi(text) or text.strip()


def _pages(latex: str) -> Any:
    return pages.pages(re.sub(r"\s*[-–—]+\s*", "-", latex_to_text.plain_text(latex)))


def _languages(latex: str) -> tuple[str, ...]:
    words = re.split(r"\s+and\s+|[,;]\s*", latex_to_text.plain_text(latex))
    return tuple(LANGUAGE.get(word.lower(), word.lower()) for word in words if word)


LANGUAGE = {
    **{name: code for code, name in LANGIDS.items()},
    **{row.tag: row.code for row in languages.ROWS},
    **{row.name.lower(): row.code for row in languages.ROWS},
    **dict.fromkeys(("american", "usenglish", "british", "ukenglish", "english"), "eng"),
}


def _day(latex: str) -> Any:
    found = edtf(latex_to_text.plain_text(latex))
    return found._replace(raw="") if found.start and not found.rest else found


DECODE: dict[str, Callable[[str], Any]] = {
    "text": latex_to_text.plain_text,
    "rich": latex_to_text.rich_text,
    "pages": _pages,
    "listed": _isbns,
    "issn": _issns,
    "eissn": _electronic,
    "doi": _doi,
    "pmcid": lambda latex: identifiers.pmcid(latex_to_text.plain_text(latex)),
    "day": _day,
    "edition": lambda latex: titles.edition(latex_to_text.plain_text(latex)),
    "keywords": _keywords,
    "languages": _languages,
    "state": lambda latex: STATES.get(latex.strip().lower(), latex.strip()),
}
