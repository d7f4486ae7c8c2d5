from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.model.record import Record
from medcite.model.values import Heading, Keyword, Substance
from medcite.output.title_protection import protect


def guarded(title: str, record: Record | None = None) -> str:
    """The title with braces where it is protected."""
    pieces, end = [], 0
    for start, stop in protect(title, record or Record(title=title)):
        pieces += [title[end:start], "{", title[start:stop], "}"]
        end = stop
    return "".join([*pieces, title[end:]])


@pytest.mark.parametrize(
    "title",
    [
        "no capitals at all",
        "Effects of food on growth",
        "Effect of {TGF-beta} on {CD8(+)} {T} cells in {São Paulo}",
        "{HIV-1}, ({HCV}) and \"{HBV}\": the {mRNA} of {p53/MDM2}",
        "Deficiency of vitamin {C} and hepatitis {A}",
        "A study of hepatitis {B}: A review",
        "{mRNA} vaccines",
        "{pH} of water",
        "{COVID-19} in {Rio} de {Janeiro}",
        "{E. coli} and {B. subtilis} in {U.S}. farms",
        "What is it? The answer. Another one",
        "Cancer: Treatment of the {Hodgkin} lymphoma",
        "A cure - Preliminary results in {Europe}",
        "Surgery in {St}. {Louis}",
        "Outcomes vs. {Paris} criteria",
        "{Guillain-Barré} syndrome",
        "Pain: {Crohn's} disease and {Raynaud's} phenomenon",
        "Growth in {H(2)O} and {(13)C-urea}",
        "{(13)C-urea} breath test",
        "[{Increased} food supply]",
        "\"{Do} no harm\"",
        "The {New England Journal} of medicine",
        "{RETRACTED}: a study in {pH}—{Japan}",
        "{IL-2}",
    ],
)  # fmt: skip
def test_sentence_case(title: str) -> None:
    assert guarded(title.replace("{", "").replace("}", "")) == title


@pytest.mark.parametrize(
    "title",
    [
        "Early Outcomes in Children With Fever: A Cohort Study in {Puerto Rico}",
        "Severe Infections in Hospitalized Older Patients in {Brazil}",
        "Water and Food Security of Rural People in {South Africa} and {New Zealand}",
        "New Ways of Teaching Young Nurses ({United States} of {America})",
        "Rural {Chinese-American} Families With Children and {China's} Growing Cities",
        "Growing Up in Poor Families: {German} Data on Early Life",
        "Guinea Pigs and Other Small Animals as Early Warning",
    ],
)
def test_names_of_places_and_peoples_need_no_evidence(title: str) -> None:
    assert guarded(title.replace("{", "").replace("}", "")) == title


@pytest.mark.parametrize(
    ("title", "record"),
    [
        ("Water: {Brazil} in drought", Record(abstract="We saw that in Brazil it is dry.")),
        ("Water: Drought in it", Record(abstract="We saw that Drought is a drought.")),
        ("Water: Drought in it", Record(abstract="Dry. Drought is bad. RESULTS: Drought.")),
        ("Germs: {Salmonella} again", Record(mesh=(Heading("Salmonella enterica"),))),
        ("Life: Quality matters", Record(mesh=(Heading("Quality of Life"),))),
    ],
)
def test_start_of_a_subtitle_needs_evidence(title: str, record: Record) -> None:
    assert guarded(title.replace("{", "").replace("}", ""), record) == title


@pytest.mark.parametrize(
    ("title", "record"),
    [
        ("Deep Learning for Image Analysis in {Japan}: A Survey of {MRI}",
         Record(abstract="In Japan, deep learning of images, and analysis.")),
        ("Drugs in Hospitalized Patients With {Covid-19}: Preliminary Report",
         Record(abstract="In hospitalized patients it did.")),
        ("Outcomes of {mRNA} Vaccines Among Adults With {T} Cells", Record()),
        ("Larvicidal Oils Against {Aedes} albopictus Following Exposure of Larvae", Record()),
        ("[{Deep} Learning for 10-Year Outcomes of Older Adults in Four {SARS-Related} Trials]",
         Record()),
        ("Burden of {Parkinson's} Disease Among Older Adults", Record()),
        ("Burden of {Alzheimer} Disease Among Older Adults", Record()),
        ("Trends in {Creutzfeldt-Jakob} Disease Among Adults With {Alzheimer-Type} Dementia",
         Record()),
        ("Adults With {Turner} Syndrome Who Turner Down Still Sweet Offers", Record()),
        ("{Williams} Syndrome in the Williams Cohort of Young Adults", Record()),
        ("The Cohen and Kennedy Trials Among Becker Readers by Mann", Record()),
        ("Burden of {Becker's} Disease Among the Readers of Becker", Record()),
        ("Trends in {Mann-Whitney} Tests Among Adults of Mann", Record()),
        ("A {Bland-Altman} Plot for Bland Diets After {Lynch} Syndrome", Record()),
    ],
)  # fmt: skip
def test_capitals_throughout_say_little(title: str, record: Record) -> None:
    assert guarded(title.replace("{", "").replace("}", ""), record) == title


def test_german_title_keeps_its_nouns() -> None:
    title = "Sekundäre Immundefekte bei Kindern in der Rheumatologie"
    record = Record(title=title, original_title=title)
    assert guarded(title, record) == "Sekundäre {Immundefekte} bei {Kindern} in der {Rheumatologie}"


@pytest.mark.parametrize(
    "record",
    [
        Record(abstract="We studied DNA repair in London."),
        Record(keywords=(Keyword("DNA"),), abstract="The people in London."),
        Record(substances=(Substance("0", "DNA, Viral"),), abstract="In the London area."),
        Record(mesh=(Heading("DNA Repair"),), abstract="A cohort from London."),
    ],
)
def test_title_in_capitals_keeps_what_the_record_writes_so(record: Record) -> None:
    title = "THE REPAIR OF DNA IN LONDON AND IL-2"
    assert guarded(title, record) == "THE REPAIR OF {DNA} IN {LONDON} AND {IL-2}"


def test_abstract_in_capitals_is_no_evidence() -> None:
    record = Record(abstract="THE REPAIR OF DNA IN LONDON AND ALL THAT")
    assert guarded("THE REPAIR OF DNA IN LONDON", record) == "THE REPAIR OF DNA IN LONDON"


@given(st.text(st.sampled_from("aAbB éÉ.:()-—'[]\"1αΔ"), max_size=30), st.text(max_size=20))
def test_bounds_are_in_order_and_within(title: str, abstract: str) -> None:
    end = 0
    for start, stop in protect(title, Record(title=title, abstract=abstract)):
        assert end <= start < stop <= len(title)
        end = stop
