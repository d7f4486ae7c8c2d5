"""Differences that are settled: where the specification's sentence, or sense, is on our side.

A rule recognizes them by the difference itself and by what the style and the items are; NOTES.md
has the same names, with examples.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from medcite.csl import Style

from tests.csl.comparison import cases
from tests.csl.comparison.cases import Case
from tests.csl.comparison.differences import Difference


class Rule(NamedTuple):
    """A class of differences that is settled."""

    name: str
    section: str  # of CSL 1.0.2
    sentence: str
    holds: Callable[[Case, Difference], bool]


def settled_by(case: Case, difference: Difference) -> str:
    """Return the name of the rule that settles a difference, or "" if none does."""
    return next((rule.name for rule in RULES if rule.holds(case, difference)), "")


def order_settled_by(style: Style) -> str:
    """Return the name of the rule that settles another order of a whole list, or ""."""
    return next((rule.name for rule in ORDER_RULES if rule.holds(style)), "")


RULES = (
    Rule(
        "order of groups",
        "Cite Grouping",
        "Grouped cites maintain their relative order, and are moved to the original location of "
        "the first cite of the group.",
        cases.order_of_groups,
    ),
    Rule(
        "delimiter of groups",
        "Name",
        "Determines when the name delimiter is used to separate the second to last and the last "
        "name in name lists",
        cases.delimiter_of_groups,
    ),
    Rule(
        "label alone",
        "Label",
        "The term is only rendered if the selected variable is non-empty.",
        cases.label_alone,
    ),
    Rule(
        "formatting of names",
        "Name",
        "can be used to describe the formatting of individual names",
        cases.formatting_of_names,
    ),
    Rule(
        "affixes of names",
        "Name",
        "``cs:name`` may also carry affixes and formatting attributes.",
        cases.affixes_of_names,
    ),
    Rule(
        "hyphens between initials",
        "Hyphenation of Initialized Names",
        'should be initialized with a hyphen ("J.-L.", value "true", default)',
        cases.hyphens,
    ),
    Rule(
        "title case in quotes",
        "Title Case Conversion",
        "the first character of each lowercase word is capitalized",
        cases.title_case_in_quotes,
    ),
    Rule(
        "title case of languages",
        "Non-English Items",
        "title case conversion (with ``text-case`` set to \"title\") only affects English-language "
        "items",
        cases.title_case_of_languages,
    ),
    Rule(
        "text case of macros",
        "Text-case",
        "The ``text-case`` attribute may be set on ``cs:date``, ``cs:date-part``, ``cs:label``, "
        "``cs:name-part``, ``cs:number`` and ``cs:text``.",
        cases.text_case_of_macros,
    ),
    Rule(
        "year with a locator",
        "Cite Collapsing",
        "the cite for \"Doe 2000d\" has a locator that prevents the cite from further collapsing",
        cases.year_with_locator,
    ),
    Rule(
        "prefix of a number",
        "Layout",
        "the delimiter attribute may be used to specify a delimiter for cites within a citation",
        cases.prefix_of_a_number,
    ),
    Rule(
        "cites without names",
        "Cite Grouping",
        "The comparison is limited to the output of the (first) ``cs:names`` element",
        cases.nameless_in_groups,
    ),
    Rule(
        "date ranges",
        "Date Ranges",
        "the range delimiter is drawn from the ``cs:date-part`` element matching the largest date "
        "part",
        cases.date_ranges,
    ),
    Rule(
        "AD and BC",
        "AD and BC",
        'The "bc" term (Before Christ) is automatically appended to negative years',
        cases.eras,
    ),
    Rule(
        "initialize",
        "Name",
        "When set, given names are converted to initials.",
        cases.initialize,
    ),
    Rule(
        "brackets",
        "Affixes",
        "The attribute value is either added before (``prefix``) or after (``suffix``) the output "
        "of the element carrying the attribute",
        cases.brackets,
    ),
    Rule(
        "semicolons and quotes",
        "Quotes",
        "controls whether an adjoining comma or period appears outside (default) or inside the "
        "closing quotation mark",
        cases.semicolon_in_quotes,
    ),
    Rule(
        "letter behind the year",
        "Disambiguation",
        "By default, the year-suffix is appended the first year rendered through ``cs:date``",
        cases.letter_after_date,
    ),
    Rule(
        "quotes off",
        "Quotes",
        'When set to "true" ("false" is default), the rendered text is wrapped in quotes',
        cases.quotes_off,
    ),
    Rule(
        "ordinals of a style",
        "Ordinal Suffixes",
        '"ordinal-01" is used for numbers ending on a 1 (except those ending on 11)',
        cases.ordinals,
    ),
    Rule(
        "particles of short names",
        "Name-part Order",
        "``form`` set to \"short\" ... 1) non-dropping-particles 2) family",
        cases.particles,
    ),
    Rule(
        "names before the last",
        "Name",
        "name lists truncated by et-al abbreviation are followed by the name delimiter, the "
        "ellipsis character, and the last name of the original name list",
        cases.last_name,
    ),
    Rule(
        "numbers that are not printed",
        "Cite Collapsing",
        'collapses ranges of cite numbers (rendered through the "citation-number" variable)',
        cases.numbers_not_printed,
    ),
    Rule("marks that meet", "", "", cases.marks_that_meet),
    Rule("blanks", "", "", cases.blanks),
)  # fmt: skip


class OrderRule(NamedTuple):
    """Why a list stands in another order."""

    name: str
    section: str
    sentence: str
    holds: Callable[[Style], bool]


ORDER_RULES: tuple[OrderRule, ...] = ()
