"""Differences that are settled: where the specification's sentence, or sense, is on our side.

A rule recognizes them by the difference itself and by what the style and the items are; NOTES.md
has the same names, with examples.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from medcite.csl import Style
from medcite.csl.locale import Locale, style_locale
from medcite.csl.xml import Element
from medcite.tables.csl_variables import DATES, NAMES

from tests.csl.comparison.differences import TOKEN, Difference
from tests.csl.comparison.document import Item

_MARKS = frozenset(".,:;?!")
_QUOTES = frozenset("“”‘’«»„‚‘›‹\"'")
_FORMATTING = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")
_LABELS = ("label",)


class Case(NamedTuple):
    """An entry or a citation in one style, and the items in it."""

    style: Style
    items: list[Item]
    cites: list[dict[str, str]]  # none for an entry
    theirs: str
    ours: str

    def elements(self, tag: str, *attributes: str) -> Iterator[Element]:
        """Yield the style's elements of a kind that have one of ``attributes``, if any is given."""
        style = self.style
        for root in (*style.macros.values(), style.citation, style.bibliography):
            for node in root.walk() if root else ():
                if node.tag == tag and (not attributes or any(map(node.attrs.get, attributes))):
                    yield node

    @property
    def locale(self) -> Locale:
        """The locale that the style is printed in."""
        return style_locale(self.style.default_locale or "en-US", self.style.locales)

    @property
    def has_groups(self) -> bool:
        """Whether one of several names is an organization's."""
        lists = [item[name] for item in self.items for name in NAMES if name in item]
        return any("literal" in name for names in lists for name in names)

    @property
    def groups_cites(self) -> bool:
        """Whether the style groups cites."""
        citation = self.style.citation
        names = ("collapse", "cite-group-delimiter")
        return bool(self.cites and citation and any(map(citation.attrs.get, names)))


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


def _plain(text: str) -> str:
    return re.sub(r"<[^>]*>", "", text)


def _sides(difference: Difference) -> tuple[str, str]:
    """Return what both sides have, without formatting."""
    return _plain(difference.theirs), _plain(difference.ours)


def _is_letter_case(difference: Difference) -> bool:
    return difference.theirs.casefold() == difference.ours.casefold()


def _delimiter_of_groups(case: Case, difference: Difference) -> bool:
    letters = "".join(_sides(difference)).replace("&amp;", "").replace("&#38;", "")
    return case.has_groups and not any(map(str.isalnum, letters))


def _affixes_of_names(case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    affixes = {
        node.get(name) for node in case.elements("name", "suffix", "prefix")
        for name in ("suffix", "prefix")
    }  # fmt: skip
    changed = (theirs or ours).strip()
    return not (theirs.strip() and ours.strip()) and any(changed == a.strip() for a in affixes if a)


def _formatting_of_names(case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    return theirs == ours and any(case.elements("name", *_FORMATTING))


def _blanks(_case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    return not theirs.strip() and not ours.strip() and bool(theirs or ours)


def _marks_that_meet(_case: Case, difference: Difference) -> bool:
    theirs, ours = (side.strip() for side in _sides(difference))
    changed = theirs or ours
    if (theirs and ours) or len(changed) != 1 or changed not in _MARKS:
        return False
    before, after = _plain(difference.before).rstrip(), _plain(difference.after).lstrip()
    met = _MARKS | _QUOTES
    return before[-1:] in met or after[:1] in met


def _hyphens(_case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    return ours == "-" and not theirs.strip()


def _label_alone(case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    words = Counter(re.findall(r"[^\W\d]+", theirs)) - Counter(re.findall(r"[^\W\d]+", ours))
    if not words or re.findall(r"\d", theirs) != re.findall(r"\d", ours):
        return False
    return {word.casefold() for word in words} <= _label_words(case)


def _label_words(case: Case) -> set[str]:
    """Return the words of all labels of numbers that the style can print."""
    names = {node.get("variable") for node in case.elements("label", "variable")}
    names |= {"page"} if "locator" in names else set()
    names |= {"issue", "number"} if names & {"issue", "number"} else set()
    terms = [
        term
        for (name, _, _), term in case.locale.terms.items()
        if name in names
    ]  # fmt: skip
    text = " ".join(f"{term.single} {term.multiple}" for term in terms)
    return set(re.findall(r"[^\W\d]+", text.casefold()))


def _title_case_in_quotes(_case: Case, difference: Difference) -> bool:
    return _is_letter_case(difference) and _plain(difference.before)[-1:] in _QUOTES


def _title_case_of_languages(case: Case, difference: Difference) -> bool:
    languages = [item.get("language", "en") for item in case.items]
    return _is_letter_case(difference) and any(not tag.startswith("en") for tag in languages)


def _text_case_of_macros(case: Case, difference: Difference) -> bool:
    cased = [node for node in case.elements("text", "text-case") if "macro" in node.attrs]
    return _is_letter_case(difference) and bool(cased or any(case.elements("date", "text-case")))


def _year_with_locator(case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    has_locators = sum("locator" in cite for cite in case.cites) > 1
    return has_locators and case.groups_cites and not theirs and ours.isdigit()


def _prefix_of_a_number(case: Case, difference: Difference) -> bool:
    has_prefix = any("prefix" in cite for cite in case.cites)
    letters = "".join(_sides(difference))
    return has_prefix and not any(map(str.isalnum, letters))


def _order_of_groups(case: Case, _difference: Difference) -> bool:
    words = [
        sorted(token for token in TOKEN.findall(_plain(text)) if token.isalnum())
        for text in (case.theirs, case.ours)
    ]
    return case.groups_cites and len(case.cites) > 1 and words[0] == words[1]


def _nameless_in_groups(case: Case, difference: Difference) -> bool:
    theirs, ours = (side.strip() for side in _sides(difference))
    nameless = any("author" not in item for item in case.items)
    return case.groups_cites and nameless and {theirs, ours} <= {",", ";", "·"}


def _date_ranges(case: Case, difference: Difference) -> bool:
    dates = [item[name] for item in case.items for name in DATES if name in item]
    has_ranges = any(len(date.get("date-parts", ())) > 1 for date in dates)
    theirs, ours = (side.strip(" ,()[]") for side in _sides(difference))
    return has_ranges and "–" in case.ours and (not ours or theirs == ours)


def _eras(case: Case, difference: Difference) -> bool:
    terms = {case.locale.term(name).strip() for name in ("ad", "bc")}
    context = difference.before + difference.after
    in_reach = any(term and term in case.ours for term in terms) and re.search(r"\d|BC|AD", context)
    return bool(in_reach) and {side.strip(" )(") for side in _sides(difference)} <= {"", *terms}


def _initialize(case: Case, difference: Difference) -> bool:
    theirs, ours = (re.findall(r"[^\W\d]+", side) for side in _sides(difference))
    initials = {word[0] for word in ours}
    is_set = case.style.root.get("initialize") == "true"
    return is_set and bool(initials) and initials <= {word[0] for word in theirs}


def _brackets(_case: Case, difference: Difference) -> bool:
    return _sides(difference) in (("[", "("), ("]", ")"), ("(", "["), (")", "]"))


def _semicolon_in_quotes(_case: Case, difference: Difference) -> bool:
    letters = "".join(_sides(difference))
    return ";" in difference.before + letters + difference.after and set(letters) <= _QUOTES | {";"}


def _letter_after_date(case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    return theirs == ")(" and not ours and any(case.elements("date", "suffix"))


def _quotes_off(case: Case, difference: Difference) -> bool:
    off = any(node.get("quotes") == "false" for node in case.elements("text", "quotes"))
    return off and set("".join(_sides(difference))) <= _QUOTES


def _ordinals(case: Case, difference: Difference) -> bool:
    names = [node.get("name") for root in case.style.locales for node in root.walk()]
    own = [name for name in names if name.startswith("ordinal")]
    return bool(own) and "ordinal" not in own and _plain(difference.before)[-1:].isdigit()


def _particles(case: Case, difference: Difference) -> bool:
    has_particles = any(
        "particle" in " ".join(name) or name.get("family", "X")[:1].islower()
        for item in case.items
        for variable in NAMES
        for name in item.get(variable, ())
    )
    words = [re.findall(r"\w+", _plain(text).casefold()) for text in (case.theirs, case.ours)]
    is_short = any(node.get("form") == "short" for node in case.elements("name", "form"))
    return has_particles and is_short and sorted(words[0]) == sorted(words[1])


def _last_name(case: Case, difference: Difference) -> bool:
    return "… " in case.ours and not _sides(difference)[0] and "…" in difference.after


def _numbers_not_printed(case: Case, _difference: Difference) -> bool:
    citation = case.style.citation
    collapse = citation.get("collapse") if citation else ""
    return bool(case.cites) and collapse == "citation-number" and ", ," in case.theirs


RULES = (
    Rule(
        "order of groups",
        "Cite Grouping",
        "Grouped cites maintain their relative order, and are moved to the original location of "
        "the first cite of the group.",
        _order_of_groups,
    ),
    Rule(
        "delimiter of groups",
        "Name",
        "Determines when the name delimiter is used to separate the second to last and the last "
        "name in name lists",
        _delimiter_of_groups,
    ),
    Rule(
        "label alone",
        "Label",
        "The term is only rendered if the selected variable is non-empty.",
        _label_alone,
    ),
    Rule(
        "formatting of names",
        "Name",
        "can be used to describe the formatting of individual names",
        _formatting_of_names,
    ),
    Rule(
        "affixes of names",
        "Name",
        "``cs:name`` may also carry affixes and formatting attributes.",
        _affixes_of_names,
    ),
    Rule(
        "hyphens between initials",
        "Hyphenation of Initialized Names",
        'should be initialized with a hyphen ("J.-L.", value "true", default)',
        _hyphens,
    ),
    Rule(
        "title case in quotes",
        "Title Case Conversion",
        "the first character of each lowercase word is capitalized",
        _title_case_in_quotes,
    ),
    Rule(
        "title case of languages",
        "Non-English Items",
        "title case conversion (with ``text-case`` set to \"title\") only affects English-language "
        "items",
        _title_case_of_languages,
    ),
    Rule(
        "text case of macros",
        "Text-case",
        "The ``text-case`` attribute may be set on ``cs:date``, ``cs:date-part``, ``cs:label``, "
        "``cs:name-part``, ``cs:number`` and ``cs:text``.",
        _text_case_of_macros,
    ),
    Rule(
        "year with a locator",
        "Cite Collapsing",
        "the cite for \"Doe 2000d\" has a locator that prevents the cite from further collapsing",
        _year_with_locator,
    ),
    Rule(
        "prefix of a number",
        "Layout",
        "the delimiter attribute may be used to specify a delimiter for cites within a citation",
        _prefix_of_a_number,
    ),
    Rule(
        "cites without names",
        "Cite Grouping",
        "The comparison is limited to the output of the (first) ``cs:names`` element",
        _nameless_in_groups,
    ),
    Rule(
        "date ranges",
        "Date Ranges",
        "the range delimiter is drawn from the ``cs:date-part`` element matching the largest date "
        "part",
        _date_ranges,
    ),
    Rule(
        "AD and BC",
        "AD and BC",
        'The "bc" term (Before Christ) is automatically appended to negative years',
        _eras,
    ),
    Rule(
        "initialize",
        "Name",
        "When set, given names are converted to initials.",
        _initialize,
    ),
    Rule(
        "brackets",
        "Affixes",
        "The attribute value is either added before (``prefix``) or after (``suffix``) the output "
        "of the element carrying the attribute",
        _brackets,
    ),
    Rule(
        "semicolons and quotes",
        "Quotes",
        "controls whether an adjoining comma or period appears outside (default) or inside the "
        "closing quotation mark",
        _semicolon_in_quotes,
    ),
    Rule(
        "letter behind the year",
        "Disambiguation",
        "By default, the year-suffix is appended the first year rendered through ``cs:date``",
        _letter_after_date,
    ),
    Rule(
        "quotes off",
        "Quotes",
        'When set to "true" ("false" is default), the rendered text is wrapped in quotes',
        _quotes_off,
    ),
    Rule(
        "ordinals of a style",
        "Ordinal Suffixes",
        '"ordinal-01" is used for numbers ending on a 1 (except those ending on 11)',
        _ordinals,
    ),
    Rule(
        "particles of short names",
        "Name-part Order",
        "``form`` set to \"short\" ... 1) non-dropping-particles 2) family",
        _particles,
    ),
    Rule(
        "names before the last",
        "Name",
        "name lists truncated by et-al abbreviation are followed by the name delimiter, the "
        "ellipsis character, and the last name of the original name list",
        _last_name,
    ),
    Rule(
        "numbers that are not printed",
        "Cite Collapsing",
        'collapses ranges of cite numbers (rendered through the "citation-number" variable)',
        _numbers_not_printed,
    ),
    Rule("marks that meet", "", "", _marks_that_meet),
    Rule("blanks", "", "", _blanks),
)  # fmt: skip


class OrderRule(NamedTuple):
    """Why a list stands in another order."""

    name: str
    section: str
    sentence: str
    holds: Callable[[Style], bool]


ORDER_RULES: tuple[OrderRule, ...] = ()
