"""What `medcite merge` writes: one record an article, whatever the order of its inputs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest
from medcite.cli import parallel
from medcite.files import workers
from medcite.files.atomic import save
from medcite.merge.review import MEMORY

from tests.run import run_cli

NBIB = """\
PMID- 1
TI  - Copper surfaces in intensive care units of hospitals.
DP  - 2013 May
FAU - Salgado, Cassandra D
AU  - Salgado CD
JT  - Infection control and hospital epidemiology
TA  - Infect Control Hosp Epidemiol
VI  - 34
PG  - 479-86
LID - 10.1086/670207 [doi]

PMID- 2
TI  - Another article about something else entirely.
DP  - 2014
AU  - Doe J
JT  - BMJ
VI  - 1
PG  - 1
"""
RIS = """\
TY  - JOUR
TI  - Copper Surfaces in Intensive Care Units of Hospitals
AU  - Salgado, C. D.
PY  - 2013
T2  - Infect. Control Hosp. Epidemiol.
VL  - 34
SP  - 479
AB  - Background: copper.
DB  - Embase
AN  - L2005
DO  - 10.1086/670207
ER  -

TY  - JOUR
TI  - Another article about something else entirely, in two parts
AU  - Doe, J.
PY  - 2014
T2  - The Lancet
VL  - 7
SP  - 99
ER  -
"""


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    Path("pubmed.nbib").write_text(NBIB)
    Path("embase.ris").write_text(RIS)
    return ["pubmed.nbib", "embase.ris"]


def test_one_record_for_one_article(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done = run_cli(monkeypatch, "merge", *inputs, "-o", "all.ris", "--report", "prisma.json")
    assert done.status == 0
    text = Path("all.ris").read_text()
    assert text.count("TY  - ") == 3
    assert "AB  - Background: copper." in text
    counts = json.loads(Path("prisma.json").read_text())
    assert counts == {
        "read": {"total": 4, "by_source": {"Embase": 1, "PubMed": 2, "embase": 1}},
        "duplicates": {"total": 1, "by_rule": {"doi": 1}},
        "left": 3, "retracted": 0, "without_abstract": 2, "near": 1,
    }  # fmt: skip
    assert "4 read (Embase 1, PubMed 2, embase 1); 1 duplicate (doi 1); 3 left" in done.err


def test_the_order_of_inputs_changes_nothing(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    outputs = {
        run_cli(monkeypatch, "merge", *order, "--to", "ris", "-q").out
        for order in permutations(inputs)
    }
    assert len(outputs) == 1


def test_merging_again_changes_nothing(inputs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run_cli(monkeypatch, "merge", *inputs, "-o", "all.ris", "-q")
    again = run_cli(monkeypatch, "merge", "all.ris", "--to", "ris", "-q").out
    assert again == Path("all.ris").read_bytes().decode()
    assert run_cli(monkeypatch, "merge", "all.ris", *inputs, "--to", "ris", "-q").out == again


def test_every_record_has_a_line(inputs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run_cli(monkeypatch, "merge", *inputs, "-o", "all.ris", "--groups", "groups.tsv", "-q")
    rows = [line.split("\t") for line in Path("groups.tsv").read_text().splitlines()]
    assert rows[0] == ["input", "number", "id", "group", "rule"]
    by_place = {(row[0], row[1]): row[2:] for row in rows[1:]}
    assert len(by_place) == 4
    assert by_place["pubmed.nbib", "1"][1] == by_place["embase.ris", "1"][1]
    assert {by_place["pubmed.nbib", "1"][2], by_place["embase.ris", "1"][2]} == {"", "doi"}


@pytest.mark.parametrize(("decision", "left"), [("same", 2), ("other", 3), ("", 3)])
def test_a_decision_is_followed_and_kept(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch, decision: str, left: int
) -> None:
    command = ("merge", *inputs, "-o", "all.ris", "--review", "near.csv", "-q", "--force")
    run_cli(monkeypatch, *command)
    head, row = Path("near.csv").read_text().splitlines()
    Path("near.csv").write_text(f"{head},remark\n{decision}{row},mine\n")
    for _ in range(2):
        assert run_cli(monkeypatch, *command).status == 0
        assert Path("all.ris").read_text().count("TY  - ") == left
        assert Path("near.csv").read_text() == f"{head},remark\n{decision}{row},mine\n"


def test_a_decision_is_remembered_beside_the_inputs(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def left(*words: str) -> int:
        done = run_cli(monkeypatch, "merge", *inputs, "--to", "ris", "-q", *words)
        return done.out.count("TY  - ")

    assert left("--review", "near.csv") == 3
    assert not Path(MEMORY).exists()
    head, row = Path("near.csv").read_text().splitlines()
    Path("near.csv").write_text(f"{head}\nsame{row}\n")
    assert left("--review", "near.csv") == 2
    assert left() == 2  # without the table
    assert left("--review", "new.csv") == 2
    assert Path("new.csv").read_text() == f"{head}\nsame{row}\n"  # which shows it
    Path("new.csv").write_text(f"{head}\n{row}\n")
    assert left("--review", "new.csv") == 3  # forgotten
    assert left() == 3


def test_decisions_that_cannot_be_remembered_are_told(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ("merge", *inputs, "--to", "ris", "--review", "near.csv", "-q")
    run_cli(monkeypatch, *command)
    head, row = Path("near.csv").read_text().splitlines()
    Path("near.csv").write_text(f"{head}\nsame{row}\n")

    def refuse(name: str, pieces: Iterable[str]) -> None:
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr(
        "medcite.cli.commands.merge.atomic.save",
        lambda name, pieces, *rest: (refuse if name == MEMORY else save)(name, pieces, *rest),
    )
    done = run_cli(monkeypatch, *command[:-1])
    assert done.status == 0
    assert f"{MEMORY}: warning[not-remembered]: decisions cannot be remembered here" in done.err


def test_several_processes_read_what_one_does(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("merge", *inputs, "broken.nbib", "missing.ris", "--to", "ris", "-v")
    Path("broken.nbib").write_text("no citations\n")
    outcomes = []
    for number in (1, 2):
        monkeypatch.setattr(workers, "number", lambda number=number: number)
        monkeypatch.setattr(parallel, "MIN_SIZE", 1)
        Path("missing.ris").unlink(missing_ok=True)
        if number == 2:
            assert parallel.process_files([*inputs, "broken.nbib"], str) is not None
        Path("missing.ris").write_text("")
        outcomes.append(run_cli(monkeypatch, *words))
    assert outcomes[0] == outcomes[1]
    assert "broken.nbib: error[unreadable]" in outcomes[0].err


def test_a_list_of_articles_may_come_from_standard_input(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("merge", *inputs, "--to", "csv", "--columns", "pubmed_id", "--ids", "-", "-q")
    assert run_cli(monkeypatch, *words, given=b"PMID: 1\n").out == "pubmed_id\r\n1\r\n"


def test_a_database_that_is_counted_is_not_told_as_kept(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run_cli(monkeypatch, "merge", *inputs, "--to", "ris")
    assert "Embase" in done.err
    assert "note[kept]" not in done.err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("my own list\n", "is no table of pairs"),
        ("decision,key_1,key_2\nperhaps,a,b\n", "near.csv:2: unknown decision 'perhaps'"),
    ],
)
def test_what_is_no_table_of_pairs_is_refused(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    Path("near.csv").write_text(text)
    done = run_cli(monkeypatch, "merge", *inputs, "-o", "all.ris", "--review", "near.csv")
    assert done.status == 1
    assert message in done.err
    assert not Path("all.ris").exists()
    assert Path("near.csv").read_text() == text


@pytest.mark.parametrize("option", ["--report", "--groups"])
def test_a_file_of_another_is_not_replaced(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    Path("mine").write_text("my notes\n")
    done = run_cli(monkeypatch, "merge", *inputs, "-o", "all.ris", option, "mine")
    assert (done.status, Path("mine").read_text()) == (2, "my notes\n")


def test_why(inputs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_cli(monkeypatch, "merge", *inputs, "--explain", "10.1086/670207").out == (
        "pubmed.nbib:1 (PubMed 1)\n"
        "  one article with embase.ris:1 (Embase L2005): the same DOI\n"
        "embase.ris:1 (Embase L2005)\n"
        "  one article with pubmed.nbib:1 (PubMed 1): the same DOI\n"
    )
    assert "no record has" in run_cli(monkeypatch, "merge", *inputs, "--explain", "77").err


def test_the_sources_survive(inputs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    done = run_cli(monkeypatch, "merge", *inputs, "--to", "ris", "--source-tag", "C7", "-q")
    assert "C7  - Embase L2005; PubMed 1" in done.out.splitlines()
