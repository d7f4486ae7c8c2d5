"""Names in .bib files: letters that LaTeX spells, lists that go on, groups without braces."""

from __future__ import annotations

from itertools import product

import medcite
import pytest
from medcite.bibtex.read.names import parse_names
from medcite.model.values import Name

LETTERS = {
    r"\v{S}": "Š", r"{\v{S}}": "Š", r"{\v S}": "Š", r"\O{}": "Ø", r"{\O}": "Ø", r"\L{}": "Ł",
    r"\'{E}": "É", r"\'E": "É", r"{\'E}": "É", r"\c{C}": "Ç", r"\~{N}": "Ñ", r"{\~N}": "Ñ",
    r"\AA{}": "Å", r"{\DJ}": "Đ", r"\H{O}": "Ő", r"\'{\^{E}}": "Ế", r"{\'{\I}}": "Í",
}  # fmt: skip


@pytest.mark.parametrize("spelled", [key for key in LETTERS if r"\I" not in key])
def test_no_letter_is_lost_wherever_it_stands(spelled: str) -> None:
    letter = LETTERS[spelled]
    name, want = f"{spelled}x{spelled}", f"{letter}x{letter}"
    for text, expected in (
        (f"{name}, Jan", Name(want, "Jan")),
        (f"Jan {name}", Name(want, "Jan")),
        (f"{name} Doe", Name("Doe", want)),
        (f"Doe, {name}", Name("Doe", want)),
        (f"von {name}, Jr, Jan", Name(f"von {want}", "Jan", "Jr")),
    ):
        for list_ in (text, f"Roe, A and {text}", f"{text} and Roe, A", f"A and {text} and B"):
            assert expected in parse_names(list_).names, list_


@pytest.mark.parametrize(
    ("end", "field"),
    [
        *product(
            [" and others", " and others, ", " and et al.", " and et. al", ", et al."],
            ["author", "editor", "translator"],
        )
    ],
)
def test_a_list_that_goes_on(end: str, field: str) -> None:
    report = medcite.Report()
    text = f"@book{{k, {field} = {{Doe, Jane and Roe, R.{end}}}}}"
    (record,) = medcite.read(text=text, report=report)
    assert getattr(record, field) == (Name("Doe", "Jane"), Name("Roe", "R."))
    told = [note.code for note in report.diagnostics]
    assert (record.et_al, record.editor_et_al, "et-al" in told) == (
        field == "author", field == "editor", field == "translator"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Centers for Disease Control and Prevention", 1),
        ("Food and Drug Administration", 1),
        ("Agency for Healthcare Research and Quality", 1),
        ("National Institute of Diabetes and Digestive and Kidney Diseases", 1),
        ("Doe, Jane and Centers for Disease Control and Prevention", 2),
        ("World Health Organization and Jane Doe", 2),
        ("European Research Council", 1),
    ],
)
def test_groups_without_braces(text: str, names: int) -> None:
    parsed = parse_names(text).names
    assert len(parsed) == names
    assert any(name.literal and name.literal in text for name in parsed)


@pytest.mark.parametrize(
    "group",
    [
        "Department of Labour and Social Affairs",
        "U.S. Department of Health and Human Services",
        "National Institute for Health and Care Excellence",
        "Royal College of Obstetricians and Gynaecologists of Ruritania",
        "International Union of Pure and Applied Chemistry",
        "National Academies of Sciences, Engineering, and Medicine",
        "Centers for Disease Control and Prevention",
    ],
)
def test_groups_among_people(group: str) -> None:
    roe = Name("Roe", "Ann")
    for text, names in (
        (group, (Name(literal=group),)),
        (f"{group} and Roe, Ann", (Name(literal=group), roe)),
        (f"Roe, Ann and {group}", (roe, Name(literal=group))),
        (f"{group} and Ann Roe", (Name(literal=group), roe)),
        (f"Ann Roe and {group} and Ann Roe", (roe, Name(literal=group), roe)),
    ):
        parsed = parse_names(text)
        assert parsed.names == names
        assert f"{group!r} read as one group" in parsed.guesses


def test_two_groups_stay_two() -> None:
    for text in (
        "Institute of Medicine and Council of Ruritania",
        "Ministry of Health and Department of Defense",
        "National Institutes of Health and World Health Organization",
    ):
        parsed = parse_names(text)
        assert [name.literal for name in parsed.names] == text.split(" and ")
        assert not parsed.guesses


def test_what_may_be_a_person_is_told_with_the_whole_name() -> None:
    parsed = parse_names("Ministry of Health and Ann Roe")
    assert parsed.names == (Name(literal="Ministry of Health"), Name("Roe", "Ann"))
    assert parsed.guesses == ("'Ministry of Health and Ann Roe' read as a group and a person",)


def test_a_guess_about_names_is_told_with_the_name() -> None:
    report = medcite.Report()
    text = "@book{k,\n title = {T},\n author = {Food and Drug Administration}}"
    list(medcite.read(text=text, report=report))
    (note,) = report.diagnostics
    assert (note.code, note.where.tag) == ("guessed-names", "author")
    assert "'Food and Drug Administration'" in note.message


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Smith, J., Doe, K.", ["Smith", "Doe"]),
        ("Smith, John, Doe, Jane", ["Smith", "Doe"]),
        ("Anna Smith, Bob Jones, Carl Doe", ["Smith", "Jones", "Doe"]),
        ("Smith J; Doe K", ["Smith", "Doe"]),
        ("Fu H, Sun X, Roe AB", ["Fu", "Sun", "Roe"]),
        ("von Last, Jr, First", ["von Last"]),
        ("García Márquez, Gabriel José", ["García Márquez"]),
    ],
)
def test_several_people_with_commas_between(text: str, families: list[str]) -> None:
    parsed = parse_names(text)
    assert [name.family for name in parsed.names] == families
    assert bool(parsed.guesses) == (len(families) > 1)


def test_joined_initials() -> None:
    assert parse_names("Hill, BG and Lee, Jo").names == (Name("Hill", "B G"), Name("Lee", "Jo"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Roe, A., Poe, B., and Coe, C.", ["Roe|A.", "Poe|B.", "Coe|C."]),
        ("Roe, A. and Poe, B., Coe, C.", ["Roe|A.", "Poe|B.", "Coe|C."]),
        ("A. B. Roe, C. Poe, and D.-E. Coe", ["Roe|A. B.", "Poe|C.", "Coe|D.-E."]),
        ("Roe, A.; Poe, B.; and Coe, C.", ["Roe|A.", "Poe|B.", "Coe|C."]),
        (r"Roe, A. \& Poe, B.", ["Roe|A.", "Poe|B."]),
        (r"Roe, A., \& Poe, B.", ["Roe|A.", "Poe|B."]),
        ("Anna Roe & Bob Poe", ["Roe|Anna", "Poe|Bob"]),
        ("Roe AB and Poe C", ["Roe|A B", "Poe|C"]),
    ],
)
def test_pasted_lists_beside_and(text: str, names: list[str]) -> None:
    parsed = parse_names(text)
    assert [f"{name.family}|{name.given}" for name in parsed.names] == names
    assert parsed.guesses


@pytest.mark.parametrize(
    "end",
    [
        r"{et al.}",
        "{others}",
        r"\emph{et al.}",
        r"{\it et al.}",
        "et~al.",
        "...",
        r"\ldots",
        r"\dots{}",
    ],
)
def test_the_end_of_a_list_in_any_spelling(end: str) -> None:
    parsed = parse_names(f"Roe, Ann and {end}")
    assert (parsed.names, parsed.has_others) == ((Name("Roe", "Ann"),), True)


def test_others_before_a_group_are_told() -> None:
    parsed = parse_names("Roe, A. and others and {Big Collaboration}")
    assert parsed.names == (Name("Roe", "A."), Name(literal="Big Collaboration"))
    assert parsed.has_others
    assert parsed.guesses


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Mary Roe, Jr.", Name("Roe", "Ann Mary", "Jr.")),
        ("Ann Roe, PhD", Name("Roe", "Ann", "PhD")),
        ("Roe, Ann, Ph.D.", Name("Roe", "Ann", "Ph.D.")),
        ("Ann Roe III", Name("Roe", "Ann", "III")),
        ("Roe Poe, A", Name("Roe Poe", "A")),
        ("XYZ collaboration", Name(literal="XYZ collaboration")),
        ("Acme Inc.", Name(literal="Acme Inc.")),
    ],
)
def test_suffixes_and_short_groups(text: str, name: Name) -> None:
    assert parse_names(text) == ((name,), False, ())


@pytest.mark.parametrize("text", ["{}", "and", ", ,", "{} and {}", " and and "])
def test_no_name_without_letters(text: str) -> None:
    assert parse_names(text).names == ()


def test_an_empty_place_between_names() -> None:
    assert parse_names("Roe, A and and {Poe}, B").names == (Name("Roe", "A"), Name("Poe", "B"))


def test_a_command_in_a_name_is_not_cut_up() -> None:
    (name,) = parse_names(r"\emph{Roe}, Ann\footnote{chair}").names
    assert (name.family, name.given) == ("Roe", "Ann[chair]")
