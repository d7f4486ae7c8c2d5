"""Supplements in reference lists: once, and as each style prints them."""

from __future__ import annotations

import json

import medcite
import pytest
from medcite.codecs import dates, pages
from medcite.codecs.supplements import split_issue, split_volume, without_supplement
from medcite.model.record import Record
from medcite.model.values import Name


def listed(volume: str, issue: str, style: str) -> str:
    record = Record(
        title="Birches",
        author=(Name("Doe", "J"),),
        container_title="J Trees",
        volume=volume,
        issue=issue,
        page=pages.pages("S7-16"),
        issued=dates.date("2015 Jan"),
    )
    assert json.loads(medcite.write([record], "csl-json"))[0]["volume"] == volume
    return medcite.format_bibliography([record], style=style)


@pytest.mark.parametrize("issue", ["", "Suppl 1", "Suppl. 1", "Supplement 1", "0 1"])
@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("american-medical-association", "2015;32(suppl 1):S7"),
        ("american-medical-association-10th-edition", "2015;32(suppl 1):S7"),
        ("jama", "2015;32(suppl 1):S7"),
        ("apa", "32(Suppl. 1), S7"),
        ("apa-6th-edition", "32(Suppl. 1), S7"),
        ("chicago-author-date", "32 (supp. 1): S7"),
        ("nlm-citation-sequence", ";32 Suppl 1:S7"),
        ("vancouver", ";32 Suppl 1:S7"),
        ("the-lancet", "32 Suppl 1: S7"),
        ("nature", "32 Suppl 1, S7"),
    ],
)
def test_a_volumes_supplement_in_each_style(style: str, printed: str, issue: str) -> None:
    text = listed("32 Suppl 1", issue, style)
    assert printed in text
    assert text.lower().count("supp") == 1


@pytest.mark.parametrize(
    ("issue", "printed"), [("", ";32 Suppl 1:S7"), ("Suppl 1", ";32 Suppl 1(Suppl 1):S7")]
)
def test_the_style_of_pubmed_prints_what_pubmed_prints(issue: str, printed: str) -> None:
    assert printed in listed("32 Suppl 1", issue, "nlm")


@pytest.mark.parametrize(
    ("volume", "issue", "ama", "apa", "vancouver"),
    [
        ("75Suppl 2", "Suppl 2", "75(suppl 2)", "75(Suppl. 2)", "75 Suppl 2"),
        ("55 Suppl", "", "55(suppl)", "55(Suppl.)", "55 Suppl"),
        ("55 Suppl", "Suppl", "55(suppl)", "55(Suppl.)", "55 Suppl"),
        ("11 Suppl A", "", "11(suppl A)", "11(Suppl. A)", "11 Suppl A"),
        ("11", "Suppl 3", "11(suppl 3)", "11(Suppl. 3)", "11(Suppl 3)"),
        ("11", "4 Suppl 3", "11(4 suppl 3)", "11(4, Suppl. 3)", "11(4 Suppl 3)"),
        ("11 Suppl 3", "4", "11(4 suppl 3)", "11(4, Suppl. 3)", "11 Suppl 3(4)"),
        ("11 Suppl 3", "4 Suppl 3", "11(4 suppl 3)", "11(4, Suppl. 3)", "11 Suppl 3(4)"),
        ("8 Pt 1", "2", "8 Pt 1(2)", "8 Pt 1(2)", "8 Pt 1(2)"),
        ("14", "14 Suppl 3", "14(suppl 3)", "14(Suppl. 3)", "14(14 Suppl 3)"),
        ("14 Suppl", "Suppl 3", "14(suppl 3)", "14(Suppl. 3)", "14 Suppl 3"),
        ("14 Suppl 3", "S3", "14(suppl 3)", "14(Suppl. 3)", "14 Suppl 3"),
        ("14", "suppl_3", "14(suppl 3)", "14(Suppl. 3)", "14(suppl_3)"),
        ("14", "Supplementum 3", "14(suppl 3)", "14(Suppl. 3)", "14(Supplementum 3)"),
        ("14", "2, Suppl 3", "14(2 suppl 3)", "14(2, Suppl. 3)", "14(2, Suppl 3)"),
        ("14, Suppl 3", "", "14(suppl 3)", "14(Suppl. 3)", "14, Suppl 3"),
        ("Suppl Web Exclusives", "", "Suppl Web Exclusives", "Suppl Web Exclusives",
         "Suppl Web Exclusives"),
    ],
)  # fmt: skip
def test_other_supplements(volume: str, issue: str, ama: str, apa: str, vancouver: str) -> None:
    assert f";{ama}:S7" in listed(volume, issue, "ama")
    assert f" {apa}, S7" in listed(volume, issue, "apa")
    assert f";{vancouver}:S7" in listed(volume, issue, "vancouver")


@pytest.mark.parametrize(
    ("volume", "parts"),
    [
        ("32 Suppl 1", ("32", "1")),
        ("32 (Suppl. 1)", ("32", "1")),
        ("34-35 Supplement 12", ("34-35", "12")),
        ("32suppl1", ("32", "1")),
        ("32 Suppl 1 Pt 2", ("32", "1 Pt 2")),
        ("32", None),
        ("32 Supplies", None),
        ("Suppl", None),
        ("9" * 500 + " Suppl 1", None),
    ],
)
def test_a_volume_and_its_supplement(volume: str, parts: tuple[str, str] | None) -> None:
    assert split_volume(volume) == parts


def test_an_issue_and_its_supplement() -> None:
    assert split_issue("Suppl 2") == ("", "2")
    assert split_issue("4 (Suppl)") == ("4", "")
    assert split_issue("4") is None
    assert without_supplement("Suppl 3", "2") == "Suppl 3"
