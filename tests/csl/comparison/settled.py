"""Differences that are settled: where the specification's sentence, or sense, is on our side.

A rule recognizes them by the difference itself and by what the style and the items are; NOTES.md
has the same names, with examples.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.csl.comparison import cases, cite_cases, name_cases
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


RULES = (
    Rule(
        "prefix of a number",
        "Layout",
        "the delimiter attribute may be used to specify a delimiter for cites within a citation",
        cite_cases.prefix_of_a_number,
    ),
    Rule(
        "order of groups",
        "Cite Grouping",
        "Grouped cites maintain their relative order, and are moved to the original location of "
        "the first cite of the group.",
        cite_cases.order_of_groups,
    ),
    Rule(
        "delimiter of groups",
        "Name",
        "Determines when the name delimiter is used to separate the second to last and the last "
        "name in name lists",
        name_cases.delimiter_of_groups,
    ),
    Rule(
        "label alone",
        "Label",
        "The term is only rendered if the selected variable is non-empty.",
        cases.label_alone,
    ),
    Rule(
        "terms alone",
        "Group",
        "``cs:group`` and its child elements are suppressed if a) at least one rendering element "
        "in ``cs:group`` calls a variable (either directly or via a macro), and b) all variables "
        "that are called are empty.",
        cases.terms_alone,
    ),
    Rule(
        "delimiter of letters",
        "Cite Collapsing",
        "Specifies the delimiter for year-suffixes.",
        cite_cases.year_suffix_delimiter,
    ),
    Rule(
        "formatting of names",
        "Name",
        "can be used to describe the formatting of individual names",
        name_cases.formatting_of_names,
    ),
    Rule(
        "display",
        "Display",
        "may be used to structure individual bibliographic entries into one or more text blocks",
        cases.display,
    ),
    Rule("blanks", "", "", cases.blanks),
    Rule(
        "affixes of names",
        "Name",
        "``cs:name`` may also carry affixes and formatting attributes.",
        name_cases.affixes_of_names,
    ),
    Rule(
        "hyphens between initials",
        "Hyphenation of Initialized Names",
        'should be initialized with a hyphen ("J.-L.", value "true", default)',
        name_cases.hyphens,
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
        cite_cases.year_with_locator,
    ),
    Rule(
        "cites without names",
        "Cite Grouping",
        "The comparison is limited to the output of the (first) ``cs:names`` element",
        cite_cases.nameless_in_groups,
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
        name_cases.initialize,
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
        cite_cases.letter_after_date,
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
        "Conditions: ``form`` set to \"short\" Order: 1) non-dropping-particles 2) family",
        name_cases.particles,
    ),
    Rule(
        "names before the last",
        "Name",
        "name lists truncated by et-al abbreviation are followed by the name delimiter, the "
        "ellipsis character, and the last name of the original name list",
        name_cases.last_name,
    ),
    Rule(
        "last names of short lists",
        "Name",
        "only possible when the original name list has at least two more names than the truncated "
        "name list",
        name_cases.last_name_of_short_list,
    ),
    Rule(
        "numbers that are not printed",
        "Cite Collapsing",
        'collapses ranges of cite numbers (rendered through the "citation-number" variable)',
        cite_cases.numbers_not_printed,
    ),
    Rule(
        "letter of a year",
        "Disambiguation",
        "This final disambiguation method is always successful.",
        cite_cases.letter_of_year,
    ),
    Rule(
        "numbers tell cites apart",
        "Disambiguation",
        "A cite is ambiguous when it matches multiple bibliographic entries",
        cite_cases.numbers_tell_apart,
    ),
    Rule(
        "whole addresses",
        "Text",
        'If the "short" form is selected but unavailable, the "long" form is rendered instead.',
        cases.whole_addresses,
    ),
    Rule("marks that meet", "", "", cases.marks_that_meet),
    Rule(
        "blanks of affixes",
        "Affixes",
        "The attribute value is either added before (``prefix``) or after (``suffix``) the output "
        "of the element carrying the attribute",
        cases.blanks_of_affixes,
    ),
    Rule(
        "names of later cites",
        "Name",
        "the values of these attributes replace those of respectively ``et-al-min`` and "
        "``et-al-use-first`` for subsequent cites",
        name_cases.names_of_later_cites,
    ),
    Rule(
        "names that distinguish",
        "Disambiguation",
        "detail that distinguishes cites (such as names, initials, and full given names) must be "
        "shown in the corresponding bibliography entries",
        name_cases.names_that_distinguish,
    ),
    Rule("case of names", "", "", name_cases.case_of_names),
    Rule(
        "particles told apart",
        "Disambiguation",
        'names that are identical in their "short" or initialized "long" form',
        name_cases.particles_told_apart,
    ),
    Rule(
        "first names of cites",
        "Disambiguation",
        "disambiguation is limited to the first name of each cite",
        name_cases.first_names_of_cites,
    ),
    Rule(
        "initials in one list",
        "Disambiguation",
        "Only ambiguous names in ambiguous cites are affected",
        name_cases.initials_in_one_list,
    ),
    Rule(
        "years without letters",
        "Disambiguation",
        'If "year-suffix" is rendered through ``cs:text`` in the scope of ``cs:citation``, it is '
        "suppressed for ``cs:bibliography``",
        cite_cases.years_without_letters,
    ),
    Rule(
        "periods of a macro",
        "Strip-periods",
        "any periods in the rendered text are removed",
        cases.periods_of_a_macro,
    ),
    Rule(
        "formatting back to normal",
        "Formatting",
        "The following formatting attributes may be set on ``cs:date``, ``cs:date-part``, "
        "``cs:et-al``, ``cs:group``, ``cs:label``, ``cs:layout``, ``cs:name``, ``cs:name-part``, "
        "``cs:names``, ``cs:number`` and ``cs:text``",
        cases.formatting_back_to_normal,
    ),
    Rule(
        "et al. of levels",
        "Inheritable Name Options",
        "If an attribute is set on multiple hierarchical levels, the value set at the lowest level "
        "is used.",
        name_cases.et_al_of_levels,
    ),
    Rule(
        "markup in terms",
        "Terms",
        "Term content should not contain markup such as LaTeX or HTML.",
        cases.markup_in_terms,
    ),
    Rule("Roman capitals", "", "", cases.roman_capitals),
    Rule("marks within a value", "", "", cases.marks_within_a_value),
    Rule(
        "letters of cites that differ",
        "Disambiguation",
        "an alphabetic year-suffix is added to ambiguous cites",
        cite_cases.letters_of_cites_that_differ,
    ),
    Rule("capitals of terms", "", "", cases.capitals_of_terms),
    Rule("locators twice", "", "", cite_cases.locator_twice),
    Rule("labels", "", "", cite_cases.labels),
    Rule("cites of nothing", "", "", cite_cases.cites_of_nothing),
    Rule(
        "languages without a region",
        "Locale Fallback",
        'If the chosen output locale is a language (e.g. "de"), the (primary) dialect is used',
        cases.language_without_region,
    ),
    Rule(
        "ibid in the text",
        "Choose",
        "the previous citation consists of a single cite referencing the same item",
        cite_cases.ibid,
    ),
    Rule(
        "numbers and letters of another order",
        "Disambiguation",
        "The assignment of year-suffixes follows the order of the bibliographies entries",
        cite_cases.numbers_and_letters_of_another_order,
    ),
    Rule(
        "numbers of sorted cites",
        "Sorting",
        "In the absence of ``cs:sort``, cites and bibliographic entries appear in the order in "
        "which they are cited.",
        cite_cases.numbers_of_sorted_cites,
    ),
)  # fmt: skip
