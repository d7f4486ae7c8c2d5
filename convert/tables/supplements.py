"""How families of styles print supplements, by what their names begin with.

Most styles print the volume as NLM writes it: ``32 Suppl 1``. Styles that know CSL's
``supplement-number`` print that, and need a row only for their word.
"""

from typing import NamedTuple


class SupplementForm(NamedTuple):
    """A style's word for a supplement, and what stands between an issue and it."""

    word: str
    after_issue: str


FORMS = {
    # AMA Manual of Style, 11th ed., 3.11.10: 30(suppl 1), 115(5 suppl 1)
    "american-medical-association": SupplementForm("suppl", " "),
    # Publication Manual of the American Psychological Association, 7th ed., 9.25: 32(Suppl. 1)
    "apa": SupplementForm("Suppl.", ", "),
}
WORD = "suppl."  # where a style has no word of its own

# Families that know the variable, but are to print what NLM prints. Source: NLM's source lines.
AS_NLM = ("nlm",)
