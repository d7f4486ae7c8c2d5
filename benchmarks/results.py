"""What was measured, and how it is told: lines, a Markdown table, goals that were missed."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .job import OURS
from .measure import Cost, Failed
from .peers.installed import versions


class Result(NamedTuple):
    """A job's title, what each program took, and the most that medcite may take (see ``Job``)."""

    title: str
    costs: Mapping[str, Cost | Failed]
    goals: Mapping[str, float] = {}

    @property
    def own(self) -> Cost | Failed:
        """What medcite took."""
        return self.costs[OURS]

    def times(self, name: str) -> float | None:
        """Return how many times as long as medcite a program took."""
        own, other = self.own, self.costs[name]
        if isinstance(own, Failed) or isinstance(other, Failed):
            return None
        return other.seconds / own.seconds

    def missed(self) -> Iterator[str]:
        """Yield the goals that medcite misses."""
        if isinstance(self.own, Failed):
            yield f"{self.title}: medcite {self.own}"
        for peer, most in self.goals.items():
            times = self.times(peer) if peer in self.costs else None
            if times and 1 / times > most:
                yield f"{self.title}: {1 / times:.2f} times {peer}, at most {most}"


def rows(result: Result) -> Iterator[tuple[str, str, str, str]]:
    """Yield program, seconds, megabytes and times of medcite's time, for people."""
    for name, cost in result.costs.items():
        if isinstance(cost, Failed):
            yield name, str(cost), "", ""
        else:
            times = result.times(name)
            shown = "" if times is None else f"{times:.2f}"
            yield name, f"{cost.seconds:.2f}", f"{cost.megabytes:.0f}", shown


def markdown(results: Iterable[Result]) -> str:
    """Return all results as a table; in it a job's first row has its title."""
    lines = ["| job | program | seconds | MB | times medcite |", "|---|---|--:|--:|--:|"]
    for result in results:
        for index, row in enumerate(rows(result)):
            lines.append(f"| {'' if index else result.title} | {' | '.join(row)} |")
    return "\n".join(lines)


def machine() -> str:
    """Return the kind of machine, and what was measured on it."""
    kind = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
    return f"{kind}; {', '.join(versions())}"
