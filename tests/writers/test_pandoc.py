"""What pandoc makes of our files: an independent reader that people feed with them."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from typing import Any

import medcite
import pytest

from tests.conftest import ROOT

PANDOC = shutil.which("pandoc")
pytestmark = pytest.mark.skipif(PANDOC is None, reason="no pandoc")

# What pandoc calls the formats, and the variables that each brings back as they were.
COMMON = ("volume", "issue", "DOI")
FORMATS = {
    "bibtex": ("bibtex", (*COMMON, "page", "PMID", "publisher")),
    "biblatex": ("biblatex", (*COMMON, "publisher")),
    "csl-json": ("csljson", (*COMMON, "page", "PMID", "publisher", "type")),
}
PREPRINT = {"publisher", "type"}  # a preprint's server is its publisher to pandoc


@cache
def items(target: str) -> dict[str, dict[str, Any]]:
    """Give the samples as CSL-JSON by key: our own, or what pandoc reads in a target's text."""
    records = [
        record
        for file in sorted((ROOT / "samples").glob("*.nbib"))
        if file.name != "refs.nbib"
        for record in medcite.read(file)
    ]
    text = medcite.write(records, target or "csl-json", abstract=False)
    if target:
        command = [str(PANDOC), "-f", FORMATS[target][0], "-t", "csljson"]
        text = subprocess.run(
            command, input=text, capture_output=True, check=True, text=True
        ).stdout
    return {item["id"]: item for item in json.loads(text)}


def people(item: dict[str, Any], kind: str) -> list[tuple[str, str, str]]:
    """Give names with their particles joined, and straight apostrophes."""
    return [
        (
            " ".join(
                name[part].replace("’", "'")
                for part in ("dropping-particle", "non-dropping-particle", "literal", "family")
                if part in name
            ),
            name.get("given", ""),
            name.get("suffix", ""),
        )
        for name in item.get(kind, ())
        if name.get("literal", name.get("family")) not in ("others", "et al.")
    ]


@pytest.mark.parametrize("target", FORMATS)
def test_every_record_arrives(target: str) -> None:
    assert items(target).keys() == items("").keys()


@pytest.mark.parametrize("target", FORMATS)
def test_people_are_the_same(target: str) -> None:
    for key, ours in items("").items():
        # A book in BibTeX has authors or editors; a note names the others.
        for kind in ("author",) if target == "bibtex" else ("author", "editor"):
            assert people(items(target)[key], kind) == people(ours, kind), key


@pytest.mark.parametrize("target", FORMATS)
def test_values_are_the_same(target: str) -> None:
    for key, ours in items("").items():
        theirs = items(target)[key]
        for variable in FORMATS[target][1]:
            if ours.get("genre") == "Preprint" and variable in PREPRINT:
                continue
            assert str(theirs.get(variable, "")).replace("\u2013", "-") == str(
                ours.get(variable, "")
            ), (key, variable)


@pytest.mark.parametrize("target", FORMATS)
def test_dates_are_the_same(target: str) -> None:
    for key, ours in items("").items():
        parts, found = (
            each.get("issued", {}).get("date-parts") for each in (ours, items(target)[key])
        )
        if "season" in ours["issued"]:
            continue  # pandoc has none
        if target == "bibtex" and parts[0][0] == parts[-1][0] and len(parts) > 1:
            assert found == [[parts[0][0]]], key  # a range of months is text to it
        else:
            assert found == parts, key
