"""A record's CSL variables in NLM's own words, for a style that prints PubMed's citation.

The style ``nlm`` gets them (see ``tables/own_styles.py``). CSL alone cannot say what NLM's
source line says: which of two dates is the article's, whether the other is its Epub's or its
issue's, and how an author is abbreviated stand in PST, SO and AU, which no variable of CSL holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...markup.inline_tags import tidy
from ...model.record import Record
from ...model.values import Name
from ...tables.csl_variables import MORE_NAMES
from ...tables.kinds import PAGED
from .slots import slots

# The variables that print the slots of the source line, and the words that the style puts
# before them.
DATES = {"issued": "date", "available-date": "Epub", "original-date": "issue date"}
TEXTS = {"page": "pages", "DOI": "DOI", "status": "status"}
PREFIXES = {"pages": ":", "DOI": "doi: ", "Epub": "Epub ", "status": "Online "}
# The variables that `cited` sets: an item need not have them.
REPLACED = ("author", "title", "DOI", "status", *DATES)


def cited(record: Record, item: dict[str, object]) -> dict[str, object]:
    """Return ``item`` with names, title, dates and place as NLM prints them for ``record``.

    ``item`` is made without the variables in ``REPLACED``.
    """
    others = [MORE_NAMES] if record.et_al else []
    cited_item = item | {"author": [*map(_name, record.author), *others]}
    if title := _title(record):
        cited_item["title"] = title
        cited_item.pop("original-title", None)  # for which the style puts brackets around it
    facts = {slot.fact: slot.today for slot in slots(record)}
    if record.type in PAGED:  # the place in the journal may not be printed twice
        cited_item.pop("page", None)
        cited_item.pop("number", None)
    else:  # a report's number is no page
        facts.pop("pages", None)
    cited_item |= {name: {"literal": text} for name, text in _variables(facts, DATES)}
    cited_item |= _variables(facts, TEXTS)
    return cited_item


def _variables(facts: dict[str, str], names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield variables and the words of their slots, without what the style puts around them."""
    for variable, fact in names.items():
        text = facts.get(fact, "").strip().removesuffix(".")
        if text := text.removeprefix(PREFIXES.get(fact, "")).strip():
            yield variable, text


def _title(record: Record) -> str:
    """Return the title; a translation stands in brackets, whether or not there is an original."""
    if record.translated and record.title:
        return f"[{tidy(record.title)}]"
    return tidy(record.title or record.original_title)


def _name(name: Name) -> dict[str, str]:
    """Return a name as AU has it; one from another format is abbreviated as NLM does."""
    if name.literal:
        return {"literal": name.literal}
    short = name.short or " ".join(filter(None, (name.family, _initials(name.given), name.suffix)))
    family = name.family if short.startswith(f"{name.family} ") else short
    given = short.removeprefix(family).strip()
    if not given:
        return {"family": family}
    # Other engines make initials of the given name.
    spaced = " ".join(given) if given.isalpha() and given.isupper() else given
    return {"family": family, "given": spaced, "initials": given}


def _initials(given: str) -> str:
    """Return initials as NLM writes them: the first letters in capitals, nothing between."""
    words = given.replace("-", " ").replace(".", " ").split()
    return "".join(word if word.isupper() and len(word) < 3 else word[0].upper() for word in words)
