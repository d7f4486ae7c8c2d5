"""The tables of ``docs/receivers.md``: one a format, with the reasons for what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from tests.receivers.facts import FACTS
from tests.receivers.measure import Outcome, Rate
from tests.receivers.receiver import SUFFIXES, Receiver

# By receiver and format.
Outcomes: TypeAlias = Mapping[tuple[str, str], Outcome]

TITLES = {"bibtex": "BibTeX", "biblatex": "BibLaTeX", "ris": "RIS", "csl-json": "CSL-JSON"}
BEGIN, END = "<!-- measured -->\n", "<!-- end -->\n"
MEASURED = "Measured with "


def render(receivers: Iterable[Receiver], outcomes: Outcomes) -> str:
    """Return what stands between the marks of the page."""
    everyone = list(receivers)
    parts = [versions(everyone)]
    for format in SUFFIXES:
        readers = [receiver for receiver in everyone if format in receiver.reads]
        parts += [f"## {TITLES[format]}", "\n".join(_table(format, readers, outcomes))]
        parts.append("\n".join(_reasons(format, readers, outcomes)))
    return "\n\n".join(parts) + "\n"


def versions(receivers: Iterable[Receiver]) -> str:
    """Return the sentence that says which versions were measured."""
    return f"{MEASURED}{', '.join(f'{each.name} {each.version()}' for each in receivers)}."


def _table(format: str, readers: list[Receiver], outcomes: Outcomes) -> Iterator[str]:
    names = [reader.name for reader in readers]
    yield f"| | records | {' | '.join(names)} |"
    yield f"|---|--:|{':-:|' * len(names)}"
    for fact in FACTS:
        rates = [outcomes[name, format].rates.get(fact.name) for name in names]
        if first := rates[0]:
            cells = " | ".join(_cell(rate) for rate in rates if rate)
            yield f"| {fact.name} | {first.total} | {cells} |"


def _cell(rate: Rate) -> str:
    if rate.right == rate.total:
        return "✓"
    return f"{rate.right}" if rate.right else "–"


def _reasons(format: str, readers: list[Receiver], outcomes: Outcomes) -> Iterator[str]:
    for reader in readers:
        reasons = outcomes[reader.name, format].reasons
        if reasons:
            yield f"- **{reader.name}**"
            yield from (
                f"  - {_names(reasons[limit])}: {limit.reason}"
                for limit in reader.limits
                if limit in reasons
            )


def _names(lost: set[str]) -> str:
    """Return the facts that are lost for a reason, in the table's order."""
    return ", ".join(fact.name for fact in FACTS if fact.name in lost)
