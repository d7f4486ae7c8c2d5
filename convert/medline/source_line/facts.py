"""A record's CSL variables in NLM's own words, for a style that prints PubMed's citation.

A style asks for them by ``medcite:facts="nlm"`` on its root (see ``styles/nlm.csl``). CSL
alone cannot say what NLM's source line says: which of two dates is the article's, whether
the other is its Epub's or its issue's, and how an author is abbreviated stand in PST, SO
and AU, which no variable of CSL holds.
"""

from __future__ import annotations

from typing import Any

from ...markup.inline import tidy
from ...model.record import Record
from ...model.values import Name
from ...tables.kinds import PAGED
from .slots import slots

# The slots of the source line, the variable that prints each, and its words in the style.
PREFIXES = {"pages": ":", "DOI": "doi: ", "Epub": "Epub "}
# What the style prints from the item's own variables may not say it twice.
REPLACED = ("page", "number", "DOI", "available-date", "original-date", "status", "issued")


def marked(style: bytes) -> bool:
    """Tell whether a style's text asks for NLM's facts."""
    return b'medcite:facts="nlm"' in style


def cited(record: Record, item: dict[str, Any]) -> dict[str, Any]:
    """Give ``item`` with names, title, dates and place as NLM prints them for ``record``."""
    made = {name: value for name, value in item.items() if name not in REPLACED}
    made["author"] = [_name(name) for name in record.author]
    if record.et_al:
        made["author"].append({"family": "et al."})
    if title := _title(record):
        made["title"] = title
    said = {slot.fact: slot.today for slot in slots(record)}
    if record.type not in PAGED:  # a report's number is no page
        said.pop("pages", None)
        made |= {name: item[name] for name in ("page", "number") if name in item}
    made |= _dates(said)
    for fact, variable in (("pages", "page"), ("DOI", "DOI"), ("status", "status")):
        if text := _words(said, fact):
            made[variable] = text
    return made


def _words(said: dict[str, str], fact: str) -> str:
    """Give a slot's words, without what the style puts around them."""
    text = said.get(fact, "").strip().removesuffix(".")
    return text.removeprefix(PREFIXES.get(fact, "")).strip()


def _dates(said: dict[str, str]) -> dict[str, Any]:
    """Give the dates, each as the text that NLM prints."""
    named = (("date", "issued"), ("Epub", "available-date"), ("issue date", "original-date"))
    return {variable: {"literal": text} for fact, variable in named if (text := _words(said, fact))}


def _title(record: Record) -> str:
    """Give the title; a translation stands in brackets, whether or not there is an original."""
    if record.translated and record.title:
        return f"[{tidy(record.title)}]"
    return tidy(record.title or record.original_title)


def _name(name: Name) -> dict[str, str]:
    """Give a name as AU has it; one from another format is abbreviated as NLM does."""
    if name.literal:
        return {"literal": name.literal}
    short = name.short or " ".join(filter(None, (name.family, _initials(name.given), name.suffix)))
    family = name.family if short.startswith(f"{name.family} ") else short
    given = short.removeprefix(family).strip()
    return {"family": family, "given": given} if given else {"family": family}


def _initials(given: str) -> str:
    """Give initials as NLM writes them: the first letters in capitals, nothing between."""
    words = given.replace("-", " ").replace(".", " ").split()
    return "".join(word if word.isupper() and len(word) < 3 else word[0].upper() for word in words)
