"""What the benchmarks make of their measurements; they themselves are run by hand."""

from __future__ import annotations

import sys
from xml.etree import ElementTree

from benchmarks.job import OURS
from benchmarks.measure import Cost, Failed, in_turns
from benchmarks.plot import svg
from benchmarks.results import Result, markdown

RESULTS = [
    Result(
        "BibTeX <to> RIS",
        {
            OURS: Cost(2.0, 30),
            "a & b": Cost(4.0, 90),
            "c": Cost(0.5, 20),
            "e, half": Cost(1, 9),
            "d": Failed("fails"),
        },
        {"a & b": 0.4, "c": 5.0, "absent": 1.0},
    ),
    Result("alone", {OURS: Cost(1.0, 30)}),
]


def test_a_table_has_a_row_for_each_program() -> None:
    assert markdown(RESULTS).split("\n")[2:] == [
        "| BibTeX <to> RIS | medcite | 2.00 | 30 | 1.00 |",
        "|  | a & b | 4.00 | 90 | 2.00 |",
        "|  | c | 0.50 | 20 | 0.25 |",
        "|  | e, half | 1.00 | 9 | 0.50 |",
        "|  | d | fails |  |  |",
        "| alone | medcite | 1.00 | 30 | 1.00 |",
    ]


def test_goals_that_are_missed_are_told() -> None:
    missed = [goal for result in RESULTS for goal in result.missed()]
    assert missed == ["BibTeX <to> RIS: 0.50 times a & b, at most 0.4"]


def test_the_plot_is_xml_with_a_bar_for_each_peer() -> None:
    plot = ElementTree.fromstring(svg(RESULTS))
    bars = plot.findall("{*}rect")
    assert [bar.get("class") for bar in bars] == ["slower", "faster", "less"]
    assert "BibTeX <to> RIS" in [
        text.text for text in plot.iter("{http://www.w3.org/2000/svg}text")
    ]


def test_a_process_that_fails_is_told_and_the_others_are_measured() -> None:
    commands = {name: [sys.executable, "-c", code] for name, code in
                {"well": "pass", "ill": "raise SystemExit(3)"}.items()}  # fmt: skip
    well, ill = in_turns(commands, rounds=2).values()
    assert isinstance(well, Cost)
    assert well.seconds > 0
    assert isinstance(ill, Failed)
    assert str(ill) == "fails"
