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
    def group_starts(self) -> set[str]:
        """The words with which organizations' names start."""
        names = [name for item in self.items for key in NAMES for name in item.get(key, ())]
        return {name["literal"].split()[0].split("-")[0] for name in names if "literal" in name}

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
    """Whether marks differ before an organization's name, or before "and" in a list with one."""
    letters = "".join(_sides(difference)).replace("&amp;", "")
    following = re.search(r"&amp;|\w+", _plain(difference.after))
    starts = {"&amp;", case.locale.term("and"), *case.group_starts}
    if not case.group_starts or any(map(str.isalnum, letters)):
        return False
    return bool(following) and following[0] in starts


def affixes_of_names(case: Case, difference: Difference) -> bool:
    theirs, ours = _sides(difference)
    affixes = {
        node.get(name) for node in case.elements("name", "suffix", "prefix")
        for name in ("suffix", "prefix")
    }  # fmt: skip
    changed = (theirs or ours).strip()
    return not (theirs.strip() and ours.strip()) and any(changed == a.strip() for a in affixes if a)


def formatting_of_names(case: Case, difference: Difference) -> bool:
    """Whether only formatting differs, where the style formats names."""
    theirs, ours = _sides(difference)
    same = theirs == ours or _plain(case.theirs) == _plain(case.ours)
    return same and any(case.elements("name", *_FORMATTING))


def display(_case: Case, difference: Difference) -> bool:
    """Whether only the edges of blocks inside others differ."""
    theirs, ours = _sides(difference)
    return theirs == ours and "div" in difference.theirs + difference.ours


def blanks(_case: Case, difference: Difference) -> bool:
    """Whether one of two blanks is of another kind or missing, or that at a block's edge."""
    theirs, ours = _sides(difference)
    before, after = difference.before, _plain(difference.after)
    at_edge = not before or before.endswith(">") or re.match(r"(<>)*</?div", difference.after)
    doubled = len(theirs + ours) > 1 or _plain(before)[-1:].isspace() or after[:1].isspace()
    return not (theirs + ours).strip() and bool(theirs + ours) and bool(doubled or at_edge)


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


def label_alone(case: Case, _difference: Difference) -> bool:
    """Whether labels of numbers are all that is printed besides."""
    return _words_alone(case, _labelled(case))


def terms_alone(case: Case, _difference: Difference) -> bool:
    """Whether terms of groups or macros are all that is printed besides."""
    terms = {node.get("term") for node in case.elements("text", "term")}
    return _words_alone(case, terms | _labelled(case))


def _labelled(case: Case) -> set[str]:
    """Return the names of the terms that the style's labels can print."""
    names = {node.get("variable") for node in case.elements("label", "variable")}
    names |= {"page"} if "locator" in names else set()
    return names | ({"issue", "number"} if names & {"issue", "number"} else set())


def _words_alone(case: Case, names: set[str]) -> bool:
    """Whether the words of terms are all that is printed besides."""
    theirs, ours = _plain(case.theirs), _plain(case.ours)
    if re.sub(r"\D", "", theirs) != re.sub(r"\D", "", ours):
        return False
    words, our_words = (Counter(re.findall(r"[^\W\d]+", text)) for text in (theirs, ours))
    terms = [term for (name, _, _), term in case.locale.terms.items() if name in names]
    text = " ".join(f"{term.single} {term.multiple}" for term in terms).casefold()
    known = set(re.findall(r"[^\W\d]+", text))
    return (
        bool(words - our_words)
        and not our_words - words
        and {word.casefold() for word in words - our_words} <= known
    )


def year_suffix_delimiter(case: Case, difference: Difference) -> bool:
    """Whether a blank differs behind a year's letter, where the style sets what comes there."""
    citation = case.style.citation
    is_set = bool(citation and citation.get("year-suffix-delimiter"))
    behind = re.search(r"\d?[a-z],$", _plain(difference.before)) is not None
    return is_set and bool(case.cites) and behind and not "".join(_sides(difference)).strip()


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
        [token for token in TOKEN.findall(_plain(text)) if token.isalnum()]
        for text in (case.theirs, case.ours)
    ]
    return case.groups_cites and words[0] != words[1] and sorted(words[0]) == sorted(words[1])


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
    near = difference.before + letters + difference.after
    return ";" in near and bool(_QUOTES & set(letters)) and set(letters) <= _QUOTES | {";"}


def letter_after_date(_case: Case, difference: Difference) -> bool:
    """Whether a year's letter stands behind the date's brackets instead of the year."""
    return _sides(difference) == (")(", "") and difference.before[-1:].isdigit()


def letter_of_year(case: Case, difference: Difference) -> bool:
    """Whether a year has a letter that tells cites apart, and has none there."""
    citation = case.style.citation
    adds = citation is not None and citation.get("disambiguate-add-year-suffix") == "true"
    theirs, ours = _sides(difference)
    is_letter = len(ours) == 1 and ours.isalpha() and difference.before[-1:].isdigit()
    return adds and not theirs and is_letter


def numbers_tell_apart(case: Case, difference: Difference) -> bool:
    """Whether more is printed of cites that the numbers of their notes tell apart."""
    conditions = any(
        case.elements("if", "disambiguate") or case.elements("else-if", "disambiguate")
    )
    numbers = [node.get("variable") for node in case.elements("text", "variable")]
    printed = "first-reference-note-number" in numbers and conditions
    words = [Counter(re.findall(r"\w+", side)) for side in _sides(difference)]
    return bool(case.cites) and printed and words[1] <= words[0]


def whole_addresses(case: Case, difference: Difference) -> bool:
    """Whether an address is cut off where the style asks for a short form."""
    short = [node for node in case.elements("text", "form") if node.get("variable") == "URL"]
    urls = [item["URL"] for item in case.items if "URL" in item]
    return bool(short) and not _sides(difference)[0] and any(url in case.ours for url in urls)


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
