"""PubMed's other displays of a record, as its web site prints them, made of MEDLINE's fields."""

from __future__ import annotations

from textwrap import wrap

from medcite.medline.source_line.compare import render
from medcite.model.record import Record
from medcite.model.values import Name


def summary(number: int, record: Record) -> str:
    """Return a record in PubMed's Summary (text)."""
    end = f"PMID: {record.pmid}" + (f"; PMCID: {record.pmcid}" if record.pmcid else "")
    authors = _authors(record)
    parts = [f"{authors}." if authors else "", _title(record), render(record), f"{end}."]
    return f"{number}: {' '.join(filter(None, parts))}\n\n"


def abstract(number: int, record: Record) -> str:
    """Return a record in PubMed's Abstract (text): paragraphs of 80 columns."""
    ids = [f"DOI: {record.doi}" if record.doi else "", f"PMCID: {record.pmcid}" if record.pmcid
           else "", f"PMID: {record.pmid} [Indexed for MEDLINE]"]  # fmt: skip
    addresses = list(dict.fromkeys(text for name in record.author for text in name.affiliations))
    paragraphs = [
        _wrapped(f"{number}. {render(record)}"),
        _wrapped(_title(record)),
        _wrapped(f"{authors}.") if (authors := _authors(record, addresses)) else "",
        "\n".join(["Author information:", *(_wrapped(f"({place}){text}") for place, text in
                   enumerate(addresses, start=1))]) if addresses else "",
        _wrapped(record.abstract),
        "\n".join(filter(None, ids)),
    ]  # fmt: skip
    return "\n\n".join(filter(None, paragraphs)) + "\n\n\n"


def _title(record: Record) -> str:
    title = f"[{record.title}]" if record.translated else record.title
    return title if title[-1:] in ".?!" else f"{title}."


def _wrapped(text: str) -> str:
    lines = wrap(text, 80, break_long_words=False, break_on_hyphens=False)
    return " \n".join(lines)


def _authors(record: Record, addresses: list[str] | None = None) -> str:
    """Return the persons with commas between, then the groups with semicolons before."""
    persons = [name for name in record.author if not name.literal]
    groups = [name.literal for name in record.author if name.literal]
    people = ", ".join(_marked(name, addresses or []) for name in persons)
    return "; ".join(filter(None, [people, *groups]))


def _marked(name: Name, addresses: list[str]) -> str:
    text = name.short or f"{name.family} {name.given}".strip()
    return text + "".join(f"({addresses.index(place) + 1})" for place in name.affiliations
                          if place in addresses)  # fmt: skip
