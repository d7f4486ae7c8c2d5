"""AU's initials in reference lists."""

from __future__ import annotations

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.values import Name, initials_of

# FAU, AU, as printed without full stops, and with them.
NAMES = [
    ("Chen, Jing xiong", "Chen JX", "Chen JX", "Chen, J. X."),
    ("Freddi, Tomás de A L", "Freddi TAL", "Freddi TAL", "Freddi, T. de A. L."),
    ("Franca, Danilo Alves de", "Franca DA", "Franca DA", "Franca, D. A. de"),
    ("Madden, Pamela A F", "Madden PA", "Madden PA", "Madden, P. A. F."),
    ("Kettelhut, Isis do Carmo", "Kettelhut Ido C", "Kettelhut Ido C", "Kettelhut, I. do C."),
    ("Ruppel, Edward James 3rd", "Ruppel EJ 3rd", "Ruppel EJ 3rd", "Ruppel, E. J., 3rd"),
    ("Ware, J E Jr", "Ware JE Jr", "Ware JE Jr", "Ware, J. E., Jr"),
    ("van der Berg, Jean-Pierre", "van der Berg JP", "van der Berg JP", "van der Berg, J.-P."),
    ("Wang, Xiao-Ming", "Wang XM", "Wang XM", "Wang, X.-M."),
    ("Hill, BG", "Hill BG", "Hill BG", "Hill, B. G."),
    ("Salle", "Salle M", "Salle M", "Salle, M."),
    ("Plato", "Plato", "Plato", "Plato"),
    ("Müller, Jörg K L", "Muller JK", "Müller JKL", "Müller, J. K. L."),  # another family name
]
TEXT = "PMID- 1\nTI  - Test.\nFAU - {}\nAU  - {}\nPT  - Journal Article\n"


@pytest.mark.parametrize(("full", "short", "plain", "stopped"), NAMES)
def test_au_is_the_authority(full: str, short: str, plain: str, stopped: str) -> None:
    (record,) = medcite.read(text=TEXT.format(full, short), format="medline")
    text = medcite.format_bibliography([record], style="vancouver")
    assert text.startswith(f"1. {plain}. Test."), text
    text = medcite.format_bibliography([record], style="apa")
    assert text.startswith(stopped), text
    # Decoded before or after makes no difference.
    assert record.author
    assert medcite.format_bibliography([record], style="apa") == text


def test_names_without_au_keep_to_the_rules() -> None:
    record = Record(title="Test", author=(Name("Doe", "Jane Ann"), Name(literal="A Group")))
    assert medcite.format_bibliography([record]).startswith("1. Doe JA; A Group. Test.")


def test_groups_between_persons_keep_their_places() -> None:
    text = "PMID- 1\nTI  - Test.\nCN  - A Group\nFAU - Chen, Jing xiong\nAU  - Chen JX\n"
    (record,) = medcite.read(text=text, format="medline")
    assert medcite.format_bibliography([record]).startswith("1. A Group; Chen JX. Test.")


@pytest.mark.parametrize(
    ("short", "family", "suffix", "expected"),
    [
        ("O'Brien MA Jr", "O'Brien", "Jr", "MA"),
        ("van der Berg J", "van der Berg", "", "J"),
        ("Plato", "Plato", "", ""),
        ("Muller J", "Müller", "", ""),
        ("", "Doe", "", ""),
    ],
)
def test_initials_of(short: str, family: str, suffix: str, expected: str) -> None:
    assert initials_of(short, family, suffix) == expected
    assert Name(family, "J", suffix, "", short).initials == expected
