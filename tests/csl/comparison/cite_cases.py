"""Kinds of differences in citations: cites and their groups, numbers, years' letters, locators."""

from __future__ import annotations

import re
from collections import Counter

from medcite.csl import Cite, Cluster, Processor, Style
from medcite.csl.bibliography import NO_FORM
from medcite.csl.xml import Element
from medcite.model.rich_text import plain as as_text

from tests.csl.comparison.cases import Case, labelled, plain, sides, words_of, words_of_terms
from tests.csl.comparison.differences import TOKEN, Difference
from tests.csl.comparison.name_cases import are_shown


def year_suffix_delimiter(case: Case, difference: Difference) -> bool:
    """Whether a blank differs behind a year's letter, where the style sets what comes there."""
    citation = case.style.citation
    is_set = bool(citation and citation.get("collapse").startswith("year-suffix"))
    behind = re.search(r"\d?[a-z]\)?,?$", plain(difference.before)) is not None
    changed = "".join(sides(difference))
    return is_set and bool(case.cites) and behind and not any(map(str.isalnum, changed))


def year_with_locator(case: Case, difference: Difference) -> bool:
    theirs, ours = sides(difference)
    has_locators = sum("locator" in cite for cite in case.cites) > 1
    return has_locators and case.groups_cites and not theirs and ours.strip().isdigit()


def prefix_of_a_number(case: Case, difference: Difference) -> bool:
    has_prefix = any("prefix" in cite for cite in case.cites)
    letters = "".join(sides(difference))
    return has_prefix and not any(map(str.isalnum, letters))


def order_of_groups(case: Case, _difference: Difference) -> bool:
    words = [
        [token for token in TOKEN.findall(plain(text)) if token.isalnum()]
        for text in (case.theirs, case.ours)
    ]
    return case.groups_cites and words[0] != words[1] and sorted(words[0]) == sorted(words[1])


def nameless_in_groups(case: Case, difference: Difference) -> bool:
    theirs, ours = (side.strip() for side in sides(difference))
    nameless = any("author" not in item for item in case.items)
    return case.groups_cites and nameless and {theirs, ours} <= {",", ";", "·"}


def letter_after_date(case: Case, difference: Difference) -> bool:
    """Whether a year's letter stands behind the date's brackets instead of the year."""
    theirs, ours = sides(difference)
    dates = [*case.elements("date"), *case.elements("date-part")]
    prefixes, suffixes = (
        {node.get(name) for node in dates} | {""} for name in ("prefix", "suffix")
    )
    affixes = {" ".join(f"{suffix}{prefix}".split()) for suffix in suffixes for prefix in prefixes}
    is_apart = theirs == ")(" or theirs.strip() in affixes
    letter = re.match(r"[a-z]{1,2}\b", plain(difference.after))
    return is_apart and not ours and difference.before[-1:].isdigit() and bool(letter)


def letter_of_year(case: Case, difference: Difference) -> bool:
    """Whether a year has a letter that tells cites apart, and has none there."""
    citation = case.style.citation
    adds = citation is not None and citation.get("disambiguate-add-year-suffix") == "true"
    theirs, ours = sides(difference)
    is_letter = len(ours) == 1 and ours.isalpha() and difference.before[-1:].isdigit()
    return adds and not theirs and is_letter


def numbers_tell_apart(case: Case, difference: Difference) -> bool:
    """Whether more is printed of cites that the numbers of their notes tell apart."""
    conditions = any(
        case.elements("if", "disambiguate") or case.elements("else-if", "disambiguate")
    )
    numbers = [node.get("variable") for node in case.elements("text", "variable")]
    if not case.cites or "first-reference-note-number" not in numbers:
        return False
    words = [Counter(re.findall(r"\w+", side)) for side in sides(difference)]
    return (conditions and words[1] <= words[0]) or are_shown(case, difference)


def numbers_not_printed(case: Case, difference: Difference) -> bool:
    """Whether cites without numbers differ, or names stay, where numbers alone collapse."""
    citation = case.style.citation
    collapse = citation.get("collapse") if citation else ""
    printed = "citation-number" in _variables(case.style, citation)
    names_stay = sides(difference)[0] == "" and are_shown(case, difference)
    collapses = bool(case.cites) and collapse == "citation-number"
    return collapses and (not printed or names_stay)


def numbers_and_letters_of_another_order(case: Case, difference: Difference) -> bool:
    """Whether numbers, or years' letters, follow the order of a list that is settled."""
    numbers, letters = ([re.findall(rf"{kind}+", side) for side in sides(difference)]
        for kind in (r"\d", r"[^\W\d]"))  # fmt: skip
    if not case.ranks:
        return False
    substitute = (
        case.style.bibliography.get("subsequent-author-substitute")
        if case.style.bibliography
        else ""
    )
    if substitute and not case.cites and substitute in sides(difference):
        return True
    if not any(letters):
        return all(
            set(numbers[side]) <= {str(rank[side]) for rank in case.ranks} for side in (0, 1)
        )
    is_letter = all(len("".join(side)) == 1 for side in letters)
    before, after = plain(difference.before), plain(difference.after)
    is_beside_year = re.search(r"\d[-–]?$", before) or re.match(r"[-–]\d", after)
    return is_letter and not any(numbers) and bool(is_beside_year)


def letters_of_cites_that_differ(case: Case, difference: Difference) -> bool:
    """Whether a year has a letter though its cites have numbers or titles, or print nothing."""
    theirs, ours = sides(difference)
    letters = re.sub(r"\W", "", theirs.removeprefix(ours))
    is_letter = theirs.startswith(ours) and letters.isalpha() and len(letters) < 3
    printed = _variables(case.style, case.style.citation)
    nameless = not any("author" in item or "issued" in item for item in case.items)
    numbers = {"citation-number", "first-reference-note-number"}
    by_title = "title" in printed and any("author" not in item for item in case.items)
    is_told = not numbers.isdisjoint(printed) or (nameless and not case.cites) or by_title
    behind = re.search(r"\d\W*$", plain(difference.before))
    return is_letter and bool(behind) and (is_told or _cites_print_nothing(case))


def _cites_print_nothing(case: Case) -> bool:
    """Whether the cite of an entry's item has no words."""
    if case.cites:
        return False
    items = {str(item["id"]): item for item in case.items if "id" in item}
    clusters = [Cluster((Cite(id_),), 0) for id_ in items]
    texts = Processor(case.style, items).cite(clusters)
    return not any(words_of(as_text(text).replace(NO_FORM, "")) for text in texts)


def _variables(style: Style, root: Element | None) -> set[str]:
    """Return the variables that an area prints, be it in a macro."""
    names = set()
    for node in root.walk() if root else ():
        names.add(node.get("variable"))
        if node.tag == "text" and node.get("macro") in style.macros:
            names |= _variables(style, style.macros[node.get("macro")])
    return names


def locator_twice(case: Case, difference: Difference) -> bool:
    """Whether we print a cite's locator once more, with its label, as the style asks."""
    theirs, ours = sides(difference)
    numbers = [number for cite in case.cites for number in words_of(str(cite.get("locator", "")))]
    counts = [
        min((text.count(number) for number in numbers), default=0)
        for text in (case.theirs, case.ours)
    ]
    return not theirs and bool(ours) and counts[0] < counts[1]


def years_without_letters(case: Case, difference: Difference) -> bool:
    """Whether a year is repeated, where years collapse by letters that stand in entries alone."""
    citation = case.style.citation
    collapses = citation and citation.get("collapse").startswith("year-suffix")
    elsewhere = "year-suffix" in _variables(case.style, case.style.bibliography)
    theirs, ours = sides(difference)
    is_year = not any(map(str.isalpha, theirs + ours)) and any(map(str.isdigit, ours))
    return bool(case.cites and collapses) and elsewhere and is_year


def ibid(case: Case, _difference: Difference) -> bool:
    """Whether a cite in the text is of an item of the citation before, which has several."""
    conditions = [*case.elements("if", "position"), *case.elements("else-if", "position")]
    is_asked = any("ibid" in node.get("position") for node in conditions)
    repeated = {cite["id"] for cite in case.cites} & set(case.cited_before)
    in_text = case.style.klass == "in-text"
    return is_asked and bool(repeated) and len(case.cited_before) > 1 and in_text


def cites_of_nothing(case: Case, _difference: Difference) -> bool:
    """Whether nothing is printed but the affixes of a cite, or words that say so."""
    no_form = "[NO_PRINTED_FORM]"
    texts = (plain(text).replace(no_form, "") for text in (case.theirs, case.ours))
    known = words_of_terms(case, labelled(case))
    return no_form in case.ours and all(
        word.casefold() in known for text in texts for word in words_of(text)
    )


def labels(case: Case, difference: Difference) -> bool:
    """Whether a label that the style makes is of other letters, before the same year."""
    theirs, ours = sides(difference)
    makes = any(node.get("variable") == "citation-label" for node in case.elements("text"))
    is_other = not ours.isascii() or not any("author" in item for item in case.items)
    is_label = theirs.isalpha() and ours.isalpha() and re.match(r"\d\d\b", difference.after)
    return makes and is_other and bool(is_label)


def numbers_of_sorted_cites(case: Case, difference: Difference) -> bool:
    """Whether numbers differ, where cites are sorted by their labels."""
    sort = case.style.citation.child("sort") if case.style.citation else None
    by_label = sort and any(key.get("variable") == "citation-label" for key in sort.all("key"))
    return bool(by_label) and not any(map(str.isalpha, "".join(sides(difference))))
