"""What other programs read in our files: the tables of ``docs/receivers.md``, and the corpus.

``pytest --accept -m long tests/receivers`` rewrites the tables. The programs come from Debian, PyPI
and npm; ``MEDCITE_RECEIVERS`` names a folder with a venv of ``requirements.txt`` and the packages
of ``package.json``, as ``.ci/run`` makes it.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report

from tests.conftest import ROOT
from tests.receivers import table
from tests.receivers.measure import Loss, measure
from tests.receivers.receiver import Receiver, receivers
from tests.sampled import corpus

PAGE = ROOT / "docs" / "receivers.md"
SOURCES = [
    *sorted((ROOT / "samples").glob("*.nbib")),
    ROOT / "tests" / "golden" / "every-tag.nbib",
    Path(__file__).with_name("records.json"),
]
RECEIVERS = receivers()
PAIRS = [(receiver, format) for receiver in RECEIVERS for format in receiver.reads]
QUICK = [(receiver, format) for receiver, format in PAIRS if receiver.quick]


def named(value: Receiver | str) -> str:
    return value if isinstance(value, str) else value.name


@cache
def golden() -> list[Record]:
    report = Report(sink=lambda _: None)
    return [record for source in SOURCES for record in medcite.read(source, report=report)]


def skip_if_missing(*needed: Receiver) -> None:
    missing = [receiver.name for receiver in needed if not receiver.version()]
    if missing:
        pytest.skip(f"{len(missing)} of {len(needed)} not installed: {', '.join(missing)}")


def described(losses: list[Loss]) -> str:
    lines = [f"  {loss}" for loss in islice(losses, 20)]
    return "\n".join([f"{len(losses)} facts are lost for no reason that is known:", *lines])


def idle_limits(outcomes: table.Outcomes) -> list[str]:
    """Return the limits of receivers that explain no loss."""
    used = {(name, limit) for (name, _), outcome in outcomes.items() for limit in outcome.reasons}
    return [
        f"{receiver.name} {limit.reason} {limit.facts}"
        for receiver in RECEIVERS
        for limit in receiver.limits
        if (receiver.name, limit) not in used
    ]


@pytest.mark.parametrize(("receiver", "format"), QUICK, ids=named)
def test_a_sample_arrives(receiver: Receiver, format: str, tmp_path: Path) -> None:
    skip_if_missing(receiver)
    outcome = measure(receiver, format, golden()[::4], tmp_path)
    assert not outcome.unexplained, described(outcome.unexplained)


@pytest.mark.long
def test_the_tables_are_those_of_the_page(tmp_path: Path, accept: bool) -> None:
    skip_if_missing(*RECEIVERS)
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(table.BEGIN)
    shown, _, after = rest.partition(table.END)
    if not accept and table.versions(RECEIVERS) not in shown:
        pytest.skip(f"the page has other versions than those here: {table.versions(RECEIVERS)}")
    outcomes = {
        (receiver.name, format): measure(receiver, format, golden(), tmp_path)
        for receiver, format in PAIRS
    }
    measured = f"\n{table.render(RECEIVERS, outcomes)}\n"
    if accept:
        PAGE.write_text(f"{before}{table.BEGIN}{measured}{table.END}{after}", "utf-8")
    unexplained = [loss for outcome in outcomes.values() for loss in outcome.unexplained]
    assert not unexplained, described(unexplained)
    assert not idle_limits(outcomes), "nothing is lost for these reasons"
    assert accept or shown == measured


@pytest.mark.exhaustive
@pytest.mark.parametrize(("receiver", "format"), PAIRS, ids=named)
def test_a_thousand_records_arrive(
    receiver: Receiver, format: str, shared: Path, tmp_path: Path
) -> None:
    skip_if_missing(receiver)
    outcome = measure(receiver, format, corpus(shared, 1)[::9], tmp_path)
    assert not outcome.unexplained, described(outcome.unexplained)
