"""Whether the comparison itself can tell: what is there arrives, what is not does not."""

from __future__ import annotations

import json

import medcite
import pytest
from medcite.model.report import Report

from tests.receivers import bib_fields, csl_item
from tests.receivers.entry import Person, person, person_in_order
from tests.receivers.facts import FACTS, Fact
from tests.receivers.normal import folded, markup
from tests.receivers.test_receivers import golden


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_fact_is_in_a_record_and_not_in_an_empty_entry(fact: Fact) -> None:
    wanted = [value for record in golden() if (value := fact.wanted(record))]
    assert wanted
    assert not any(fact.arrived(value, {}) for value in wanted)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_our_csl_json_has_every_fact(fact: Fact) -> None:
    text = medcite.write(golden(), "csl-json", report=Report(sink=lambda _: None))
    for record, item in zip(golden(), json.loads(text), strict=True):
        wanted = fact.wanted(record)
        assert not wanted or fact.arrived(wanted, csl_item.read(item)), item


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"CO\textsubscript{2} in {RNA}", "CO<sub>2</sub> in RNA"),
        (r"\textit{{Escherichia} coli}", "<i>Escherichia coli</i>"),
        (r"A{$\beta$} {$\geq$} 5\%", "Aβ ≥ 5%"),
        (r"$^{18}$F", "<sup>18</sup>F"),
        (r"Nguy{\csname?\string\~\endcsname{\^e}}n", "Nguyễn"),
    ],
)
def test_tex_is_decoded(tex: str, text: str) -> None:
    assert folded(bib_fields.decode(tex)) == folded(text)
    assert markup(bib_fields.decode(tex)) == markup(text)


def test_particles_are_found_behind_given_names() -> None:
    assert person_in_order("Berg", "Anna van der", "Jr") == Person("van der Berg", "Anna", "Jr")
    assert person("d’", "Exemple", "Noël") == Person("d’Exemple", "Noël")


def test_superscripts_of_unicode_are_markup() -> None:
    assert markup("10⁻³ of CO₂") == markup("10<sup>−3</sup> of CO<sub>2</sub>")
