"""What stands around a difference: the style, the items and cites; and which kind it is of.

Each function here recognizes one kind; ``settled.py`` says why these are settled.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from medcite.csl import Style
from medcite.csl.locale import Locale, style_locale
from medcite.csl.xml import Element
from medcite.tables.csl_variables import DATES

from tests.csl.comparison.differences import Difference
from tests.csl.comparison.document import Item

_MARKS = frozenset(".,:;?!")
_BLOCK = r"</?div[^>]*>"
_QUOTING = ("title", "container-title", "reviewed-title", "note")
_QUOTES = frozenset("“”‘’«»„‚‘›‹\"'")
FORMATTING = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")


class Case(NamedTuple):
    """An entry or a citation in one style, and the items in it."""

    style: Style
    items: list[Item]
    cites: list[dict[str, str]]  # none for an entry
    theirs: str
    ours: str
    # Where another order of the list is settled: the entry's places in both, or those of all
    # items in a citation, since what ties in a list stands in the order of citing.
    ranks: tuple[tuple[int, int], ...] = ()
    cited_before: tuple[str, ...] = ()  # the ids in the citation before

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
    def groups_cites(self) -> bool:
        """Whether the style groups cites."""
        citation = self.style.citation
        names = ("collapse", "cite-group-delimiter")
        return bool(self.cites and citation and any(map(citation.attrs.get, names)))


def plain(text: str) -> str:
    return re.sub(r"<[^>]*>", "", text)


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def sides(difference: Difference) -> tuple[str, str]:
    """Return what both sides have, without formatting."""
    return plain(difference.theirs), plain(difference.ours)


def _is_letter_case(difference: Difference) -> bool:
    theirs, ours = (" ".join(side.casefold().split()) for side in difference[1:3])
    return theirs == ours


def display(case: Case, difference: Difference) -> bool:
    """Whether only the edges of blocks differ, or a mark beside one, or behind the last one."""
    theirs, ours = sides(difference)
    if theirs == ours and "div" in difference.theirs + difference.ours:
        return True
    if (theirs or ours) not in _MARKS or (theirs and ours):
        return False
    beside = re.match(_BLOCK, difference.after) or re.search(f"{_BLOCK}$", difference.before)
    blocks = (node for tag in ("group", "text", "names") for node in case.elements(tag, "display"))
    at_end = not theirs and not plain(difference.after).strip()
    return bool(beside) or (at_end and any(blocks))


def blanks(_case: Case, difference: Difference) -> bool:
    """Whether one of two blanks is of another kind or missing, or that at a block's edge."""
    theirs, ours = sides(difference)
    before, after = difference.before, plain(difference.after)
    at_edge = not before or before.endswith(">") or re.match(r"(<>)*(</?div|$)", difference.after)
    doubled = len(theirs + ours) > 1 or plain(before)[-1:].isspace() or after[:1].isspace()
    return not (theirs + ours).strip() and bool(theirs + ours) and bool(doubled or at_edge)


def blanks_of_affixes(case: Case, difference: Difference) -> bool:
    """Whether a blank is missing behind the mark with which a suffix or delimiter has it."""
    before = plain(difference.before)
    tags = ("text", "group", "names", "date", "number", "label")
    names = ("suffix", "delimiter")
    affixes = {
        node.get(name) for tag in tags for node in case.elements(tag, *names) for name in names
    }
    return sides(difference) == ("", " ") and f"{before[-1:]} " in affixes


def marks_that_meet(case: Case, difference: Difference) -> bool:
    theirs, ours = (side.strip() for side in sides(difference))
    changed = theirs or ours
    if not changed:  # a blank, or formatting that ends or goes on at two marks that met
        return _is_at_marks(case, difference)
    if (theirs and ours) or len(changed) != 1 or changed not in _MARKS:
        return False
    before, after = plain(difference.before).rstrip(), plain(difference.after).lstrip()
    met = _MARKS | _QUOTES
    return before[-1:] in met or after[:1] in met


def _is_at_marks(case: Case, difference: Difference) -> bool:
    """Whether a blank or formatting differs behind a mark, and elsewhere only marks do."""
    letters = [re.sub(r"\W", "", plain(text)) for text in (case.theirs, case.ours)]
    behind_mark = plain(difference.before).rstrip()[-1:] in _MARKS or not any(sides(difference))
    return behind_mark and letters[0] == letters[1] and plain(case.theirs) != plain(case.ours)


def formatting_back_to_normal(case: Case, difference: Difference) -> bool:
    """Whether only formatting differs, where the style sets some back to normal."""
    tags = ("date", "date-part", "et-al", "label", "number", "text")
    nodes = [node for tag in tags for node in case.elements(tag, *FORMATTING)]
    resets = any("normal" in map(node.get, FORMATTING) for node in nodes)
    return resets and not any(sides(difference)) and plain(case.theirs) == plain(case.ours)


def label_alone(case: Case, difference: Difference) -> bool:
    """Whether labels of numbers are all that is printed besides, or before a number."""
    theirs, ours = sides(difference)
    label = theirs.removesuffix(ours).casefold()
    is_before = ours != "" and label in words_of_terms(case, labelled(case))
    return is_before or _words_alone(case, labelled(case))


def terms_alone(case: Case, _difference: Difference) -> bool:
    """Whether terms of groups or macros are all that is printed besides."""
    terms = {node.get("term") for node in case.elements("text", "term")}
    return _words_alone(case, terms | labelled(case))


def labelled(case: Case) -> set[str]:
    """Return the names of the terms that the style's labels can print."""
    names = {node.get("variable") for node in case.elements("label", "variable")}
    names |= {"page"} if "locator" in names else set()
    return names | ({"issue", "number"} if names & {"issue", "number"} else set())


def _words_alone(case: Case, names: set[str]) -> bool:
    """Whether the words of terms are all that is printed besides."""
    theirs, ours = plain(case.theirs), plain(case.ours)
    if re.sub(r"\D", "", theirs) != re.sub(r"\D", "", ours):
        return False
    texts = (
        re.sub(r"<[^>]*>", " ", re.sub("<sup>", "", text)) for text in (case.theirs, case.ours)
    )
    words, our_words = (Counter(re.findall(r"[^\W\d]+", text)) for text in texts)
    known = words_of_terms(case, names)
    return (
        bool(words - our_words)
        and not our_words - words
        and {word.casefold() for word in words - our_words} <= known
    )


def words_of_terms(case: Case, names: set[str]) -> set[str]:
    """Return the words of the terms that have one of ``names``, in small letters."""
    terms = [term for (name, _, _), term in case.locale.terms.items() if name in names]
    text = " ".join(f"{term.single} {term.multiple}" for term in terms).casefold()
    text = unicodedata.normalize("NFKC", text)
    return set(re.findall(r"[^\W\d]+", text))


def title_case_in_quotes(_case: Case, difference: Difference) -> bool:
    theirs, ours = (side.strip("".join(_QUOTES)) for side in sides(difference))
    quoted = plain(difference.before)[-1:] in _QUOTES or plain(difference.ours)[:1] in _QUOTES
    return theirs.casefold() == ours.casefold() and quoted


def title_case_of_languages(case: Case, difference: Difference) -> bool:
    languages = [item.get("language", "en") for item in case.items]
    return _is_letter_case(difference) and any(not tag.startswith("en") for tag in languages)


def text_case_of_macros(case: Case, difference: Difference) -> bool:
    cased = [node for node in case.elements("text", "text-case") if "macro" in node.attrs]
    return _is_letter_case(difference) and bool(cased or any(case.elements("date", "text-case")))


def date_ranges(case: Case, difference: Difference) -> bool:
    dates = [item[name] for item in case.items for name in DATES if name in item]
    has_ranges = any(len(date.get("date-parts", ())) > 1 for date in dates)
    theirs, ours = (side.strip(" ,()[]") for side in sides(difference))
    return has_ranges and "–" in case.ours and (not ours or theirs == ours)


def eras(case: Case, difference: Difference) -> bool:
    terms = {case.locale.term(name).strip() for name in ("ad", "bc")}
    context = difference.before + difference.after
    if sides(difference)[0] == "undefined":
        return True  # a year before our era that got lost
    in_reach = any(term and term in case.ours for term in terms) and re.search(r"\d|BC|AD", context)
    theirs, ours = sides(difference)
    if sorted(theirs) == sorted(ours) and any(term and term in ours for term in terms):
        return True  # the era stands behind the year's affix
    changed, known = words_of(theirs + " " + ours), words_of(" ".join(terms))
    if any(term and term in case.ours for term in terms) and changed and set(changed) <= set(known):
        return True
    return bool(in_reach) and {side.strip(" .,:)([]?") for side in sides(difference)} <= {
        "",
        *terms,
    }


def brackets(_case: Case, difference: Difference) -> bool:
    return sides(difference) in (("[", "("), ("]", ")"), ("(", "["), (")", "]"))


def semicolon_in_quotes(_case: Case, difference: Difference) -> bool:
    letters = "".join(sides(difference))
    near = difference.before + letters + difference.after
    return ";" in near and bool(_QUOTES & set(letters)) and set(letters) <= _QUOTES | {";"}


def whole_addresses(case: Case, difference: Difference) -> bool:
    """Whether an address is cut off where the style asks for a short form."""
    short = [node for node in case.elements("text", "form") if node.get("variable") == "URL"]
    urls = [item["URL"] for item in case.items if "URL" in item]
    return (
        bool(short) and not sides(difference)[0] and any(url in unescape(case.ours) for url in urls)
    )


def quotes_off(case: Case, difference: Difference) -> bool:
    off = any(node.get("quotes") == "false" for node in case.elements("text", "quotes"))
    return off and set("".join(sides(difference))) <= _QUOTES


def ordinals(case: Case, difference: Difference) -> bool:
    names = [node.get("name") for root in case.style.locales for node in root.walk()]
    own = [name for name in names if name.startswith("ordinal")]
    behind = re.search(r"\d([^\W\d]{1,4}\W*)?$", plain(difference.before))
    is_format = not any(sides(difference))
    if bool(own) and all(side[:1].isdigit() for side in sides(difference)):
        return True  # a suffix with a number in it
    return bool(own) and bool(behind and (is_format or not behind[1]))


def capitals_of_terms(case: Case, difference: Difference) -> bool:
    """Whether a term at the start of an entry or note, or behind one word, has a capital or not."""
    starts = re.match(r"\W*\w*\W*$", plain(difference.before))
    names = {node.get("term") for node in case.elements("text", "term")}
    words = words_of(plain(difference.ours).casefold())
    known = words_of_terms(case, names)
    return _is_letter_case(difference) and bool(starts) and bool(words) and set(words) <= known


def language_without_region(case: Case, difference: Difference) -> bool:
    """Whether we have words of the locale, where the style names its language alone."""
    names = {name for name, _, _ in case.locale.terms}
    ours = {word.casefold() for word in words_of(sides(difference)[1]) if not word.isdigit()}
    is_language = case.style.default_locale.isalpha()
    return is_language and bool(ours) and ours <= words_of_terms(case, names)


def periods_of_a_macro(case: Case, difference: Difference) -> bool:
    """Whether a full stop that a macro prints is left, where strip-periods is for the macro."""
    stripped = [node for node in case.elements("text", "strip-periods") if "macro" in node.attrs]
    return sides(difference) == (".", "") and any(
        node.get("strip-periods") == "true" for node in stripped
    )


def roman_capitals(case: Case, difference: Difference) -> bool:
    """Whether only the dot on the capital i of a Roman numeral differs."""
    is_roman = any(node.get("form") == "roman" for node in case.elements("number", "form"))
    theirs, ours = sides(difference)
    return is_roman and "İ" in theirs and theirs.replace("İ", "I") == ours


def markup_in_terms(case: Case, difference: Difference) -> bool:
    """Whether tags differ that a term of the style has."""
    terms = [node.text for root in case.style.locales for node in root.walk() if node.tag == "term"]
    return any("<" in text for text in terms) and bool(
        {"lt", "sup"} & set(words_of("".join(difference[1:3])))
    )


def marks_within_a_value(case: Case, difference: Difference) -> bool:
    """Whether other quotation marks stand where a value has some of its own."""
    marks = [re.sub(r"\s", "", side) for side in sides(difference)]
    values = " ".join(str(item.get(name, "")) for item in case.items for name in _QUOTING)
    return all(marks) and set("".join(marks)) <= _QUOTES and not _QUOTES.isdisjoint(values)
