"""What stands around a difference: the style, the items and cites; and which kind it is of.

Each function here recognizes one kind; ``settled.py`` says why these are settled.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
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


def _plain(text: str) -> str:
    return re.sub(r"<[^>]*>", "", text)


def _sides(difference: Difference) -> tuple[str, str]:
    """Return what both sides have, without formatting."""
    return _plain(difference.theirs), _plain(difference.ours)


def _is_letter_case(difference: Difference) -> bool:
    return difference.theirs.casefold() == difference.ours.casefold()


def delimiter_of_groups(case: Case, difference: Difference) -> bool:
    letters = "".join(_sides(difference)).replace("&amp;", "").replace("&#38;", "")
    return case.has_groups and not any(map(str.isalnum, letters))


def affixes_of_names(case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    affixes = {
        node.get(name) for node in case.elements("name", "suffix", "prefix")
        for name in ("suffix", "prefix")
    }  # fmt: skip
    changed = (theirs or ours).strip()
    return not (theirs.strip() and ours.strip()) and any(changed == a.strip() for a in affixes if a)


def formatting_of_names(case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    return theirs == ours and any(case.elements("name", *_FORMATTING))


def blanks(_case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    return not theirs.strip() and not ours.strip() and bool(theirs or ours)


def marks_that_meet(_case: Case, difference: Difference) -> bool:
    theirs, ours = (side.strip() for side in _sides(difference))
    changed = theirs or ours
    if (theirs and ours) or len(changed) != 1 or changed not in _MARKS:
        return False
    before, after = _plain(difference.before).rstrip(), _plain(difference.after).lstrip()
    met = _MARKS | _QUOTES
    return before[-1:] in met or after[:1] in met


def hyphens(_case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    return ours == "-" and not theirs.strip()


def label_alone(case: Case, difference: Difference) -> bool:
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


def title_case_in_quotes(_case: Case, difference: Difference) -> bool:
    return _is_letter_case(difference) and _plain(difference.before)[-1:] in _QUOTES


def title_case_of_languages(case: Case, difference: Difference) -> bool:
    languages = [item.get("language", "en") for item in case.items]
    return _is_letter_case(difference) and any(not tag.startswith("en") for tag in languages)


def text_case_of_macros(case: Case, difference: Difference) -> bool:
    cased = [node for node in case.elements("text", "text-case") if "macro" in node.attrs]
    return _is_letter_case(difference) and bool(cased or any(case.elements("date", "text-case")))


def year_with_locator(case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    has_locators = sum("locator" in cite for cite in case.cites) > 1
    return has_locators and case.groups_cites and not theirs and ours.isdigit()


def prefix_of_a_number(case: Case, difference: Difference) -> bool:
    has_prefix = any("prefix" in cite for cite in case.cites)
    letters = "".join(_sides(difference))
    return has_prefix and not any(map(str.isalnum, letters))


def order_of_groups(case: Case, _difference: Difference) -> bool:
    words = [
        sorted(token for token in TOKEN.findall(_plain(text)) if token.isalnum())
        for text in (case.theirs, case.ours)
    ]
    return case.groups_cites and len(case.cites) > 1 and words[0] == words[1]


def nameless_in_groups(case: Case, difference: Difference) -> bool:
    theirs, ours = (side.strip() for side in _sides(difference))
    nameless = any("author" not in item for item in case.items)
    return case.groups_cites and nameless and {theirs, ours} <= {",", ";", "·"}


def date_ranges(case: Case, difference: Difference) -> bool:
    dates = [item[name] for item in case.items for name in DATES if name in item]
    has_ranges = any(len(date.get("date-parts", ())) > 1 for date in dates)
    theirs, ours = (side.strip(" ,()[]") for side in _sides(difference))
    return has_ranges and "–" in case.ours and (not ours or theirs == ours)


def eras(case: Case, difference: Difference) -> bool:
    terms = {case.locale.term(name).strip() for name in ("ad", "bc")}
    context = difference.before + difference.after
    in_reach = any(term and term in case.ours for term in terms) and re.search(r"\d|BC|AD", context)
    return bool(in_reach) and {side.strip(" )(") for side in _sides(difference)} <= {"", *terms}


def initialize(case: Case, difference: Difference) -> bool:
    theirs, ours = (re.findall(r"[^\W\d]+", side) for side in _sides(difference))
    initials = {word[0] for word in ours}
    is_set = case.style.root.get("initialize") == "true"
    return is_set and bool(initials) and initials <= {word[0] for word in theirs}


def brackets(_case: Case, difference: Difference) -> bool:
    return _sides(difference) in (("[", "("), ("]", ")"), ("(", "["), (")", "]"))


def semicolon_in_quotes(_case: Case, difference: Difference) -> bool:
    letters = "".join(_sides(difference))
    return ";" in difference.before + letters + difference.after and set(letters) <= _QUOTES | {";"}


def letter_after_date(case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    return theirs == ")(" and not ours and any(case.elements("date", "suffix"))


def quotes_off(case: Case, difference: Difference) -> bool:
    off = any(node.get("quotes") == "false" for node in case.elements("text", "quotes"))
    return off and set("".join(_sides(difference))) <= _QUOTES


def ordinals(case: Case, difference: Difference) -> bool:
    names = [node.get("name") for root in case.style.locales for node in root.walk()]
    own = [name for name in names if name.startswith("ordinal")]
    return bool(own) and "ordinal" not in own and _plain(difference.before)[-1:].isdigit()


def particles(case: Case, difference: Difference) -> bool:
    has_particles = any(
        "particle" in " ".join(name) or name.get("family", "X")[:1].islower()
        for item in case.items
        for variable in NAMES
        for name in item.get(variable, ())
    )
    words = [re.findall(r"\w+", _plain(text).casefold()) for text in (case.theirs, case.ours)]
    is_short = any(node.get("form") == "short" for node in case.elements("name", "form"))
    return has_particles and is_short and sorted(words[0]) == sorted(words[1])


def last_name(case: Case, difference: Difference) -> bool:
    return "… " in case.ours and not _sides(difference)[0] and "…" in difference.after


def numbers_not_printed(case: Case, _difference: Difference) -> bool:
    citation = case.style.citation
    collapse = citation.get("collapse") if citation else ""
    return bool(case.cites) and collapse == "citation-number" and ", ," in case.theirs
