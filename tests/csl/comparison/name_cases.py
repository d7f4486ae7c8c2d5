"""Kinds of differences in lists of names: how many are shown, how they look, what they lead to."""

from __future__ import annotations

import re
from collections import Counter

from medcite.tables.csl_variables import NAMES

from tests.csl.comparison.cases import FORMATTING, Case, plain, sides, words_of
from tests.csl.comparison.differences import Difference


def formatting_of_names(case: Case, difference: Difference) -> bool:
    """Whether only formatting differs, where the style formats names or parts of them."""
    theirs, ours = sides(difference)
    same = theirs == ours or plain(case.theirs) == plain(case.ours)
    formatted = *case.elements("name", *FORMATTING), *case.elements("name-part", *FORMATTING)
    return same and bool(formatted)


def case_of_names(case: Case, difference: Difference) -> bool:
    """Whether names have another case, where the style sets it for parts of some names."""
    theirs, ours = sides(difference)
    same = theirs.translate(_TURKISH).casefold() == ours.translate(_TURKISH).casefold()
    return same and any(case.elements("name-part", "text-case")) and _are_names(case, ours)


def names_of_later_cites(case: Case, difference: Difference) -> bool:
    """Whether more names are shown, where the style has a larger minimum for later cites."""
    citation = case.style.citation
    larger = citation and citation.get("et-al-subsequent-min")
    return bool(larger) and are_shown(case, difference)


def et_al_of_levels(case: Case, difference: Difference) -> bool:
    """Whether more names are shown, where cs:name elements have another minimum than their area."""
    style = case.style
    areas = [root for root in (style.root, style.citation, style.bibliography) if root]
    above = {root.get("et-al-min") for root in areas} - {""}
    own = {node.get("et-al-min") for node in case.elements("name", "et-al-min")}
    return bool(above and own - above) and are_shown(case, difference)


def names_that_distinguish(case: Case, difference: Difference) -> bool:
    """Whether an entry shows the names that were added to its cites."""
    citation = case.style.citation
    adds = citation and citation.get("disambiguate-add-names") == "true"
    shown = are_shown(case, difference) and _are_other_people(case, difference)
    return bool(adds) and not case.cites and shown


def are_shown(case: Case, difference: Difference) -> bool:
    """Whether only names, "and" and "et al." differ, or what parts cites by the same authors."""
    words = [sorted(words_of(plain(text))) for text in (case.theirs, case.ours)]
    changed = words_of(" ".join(sides(difference)))
    is_letter = changed != [] and all(len(word) == 1 and word.islower() for word in changed)
    same = words[0] == words[1] or is_letter  # another order, or a year's letter
    return not same and all(_are_names(case, side) for side in sides(difference))


def _are_other_people(case: Case, difference: Difference) -> bool:
    """Whether family names or "et al." differ, if any word does: not given names alone."""
    names = [name for item in case.items for key in NAMES for name in item.get(key, ())]
    known = [f"{name.get('family', '')} {name.get('literal', '')}" for name in names]
    known += [case.locale.term("et-al"), case.locale.term("and others")]
    words = {word.casefold() for word in words_of(" ".join(sides(difference)))}
    return not words or not words.isdisjoint(words_of(" ".join(known).casefold()))


_TURKISH = str.maketrans({"İ": "i", "ı": "i", "I": "i"})


def _are_names(case: Case, text: str) -> bool:
    """Whether all words of a text are of the items' names, or stand between or behind these."""
    names = [name for item in case.items for key in NAMES for name in item.get(key, ())]
    known = {word for name in names for value in name.values() for word in words_of(str(value))}
    terms = ("and", "et-al", "and others")
    known |= {word for term in terms for word in words_of(case.locale.term(term))} | {"amp"}
    known = {word.translate(_TURKISH).casefold() for word in known}
    words = [word.translate(_TURKISH).casefold() for word in words_of(text)]
    return all((len(word) == 1 and word.isalpha()) or word in known for word in words)


def particles(case: Case, _difference: Difference) -> bool:
    has_particles = any(
        "particle" in " ".join(name) or name.get("family", "X")[:1].islower()
        for item in case.items
        for variable in NAMES
        for name in item.get(variable, ())
    )
    words = [re.findall(r"\w+", plain(text).casefold()) for text in (case.theirs, case.ours)]
    is_short = any(node.get("form") == "short" for node in case.elements("name", "form"))
    return has_particles and is_short and sorted(words[0]) == sorted(words[1])


def affixes_of_names(case: Case, difference: Difference) -> bool:
    """Whether an affix of cs:name is missing, or one of a cs:names that stands in."""
    theirs, ours = sides(difference)
    stand_ins = [node for choice in case.elements("substitute") for node in choice.all("names")]
    nodes = [*case.elements("name", "suffix", "prefix"), *stand_ins]
    affixes = {node.get(name) for node in nodes for name in ("suffix", "prefix")} - {""}
    if re.sub(r"\W", "", theirs) == re.sub(r"\W", "", ours):  # a mark or blank of an affix
        letters = "".join((theirs, ours))
        return any((affix.strip() or affix) in letters for affix in affixes)
    words = words_of(theirs + ours)
    is_affix = any(words == words_of(affix) for affix in affixes)
    return not (theirs.strip() and ours.strip()) and is_affix


def delimiter_of_groups(case: Case, difference: Difference) -> bool:
    """Whether marks differ before an organization's name, or before "and" in a list with one."""
    letters = "".join(sides(difference)).replace("&amp;", "")
    following = re.search(r"&amp;|\w+", plain(difference.after))
    starts = {"&amp;", *words_of(case.locale.term("and")), *_group_starts(case)}
    if not _group_starts(case) or any(map(str.isalnum, letters)):
        return False
    return bool(following) and following[0] in starts


def _group_starts(case: Case) -> set[str]:
    """Return the words with which organizations' names start."""
    names = [name for item in case.items for key in NAMES for name in item.get(key, ())]
    return {name["literal"].split()[0].split("-")[0] for name in names if "literal" in name}


def initialize(case: Case, difference: Difference) -> bool:
    theirs, ours = (re.findall(r"[^\W\d]+", side) for side in sides(difference))
    initials = {word[0] for word in ours}
    is_set = case.style.root.get("initialize") == "true"
    return is_set and bool(initials) and initials <= {word[0] for word in theirs}


def hyphens(_case: Case, difference: Difference) -> bool:
    theirs, ours = sides(difference)
    return "-" in ours and ours.replace("-", "") == theirs.strip()


def particles_told_apart(case: Case, difference: Difference) -> bool:
    """Whether more of given names is shown, of names that are alike but for their particles."""
    citation = case.style.citation
    rule = citation.get("givenname-disambiguation-rule") if citation else ""
    adds = citation and citation.get("disambiguate-add-givenname") == "true"
    is_global = rule.startswith(("all-names", "primary-name"))
    shown = all(_are_names(case, side) for side in sides(difference))
    return bool(adds) and is_global and _have_particles(case) and shown


def _have_particles(case: Case) -> bool:
    return any(
        "particle" in " ".join(name)
        or re.match("[a-z]|.* [a-z]", name.get("family", ""))
        or re.search(" [a-z]+$", name.get("given", ""))
        for item in case.items
        for variable in NAMES
        for name in item.get(variable, ())
    )


def last_name(case: Case, difference: Difference) -> bool:
    return "… " in case.ours and not sides(difference)[0] and "…" in difference.after


def last_name_of_short_list(case: Case, difference: Difference) -> bool:
    """Whether the last name is shown behind an ellipsis though a single name is left out."""
    sizes = [len(item.get(key, ())) for item in case.items for key in NAMES]
    uses_last = [
        (int(node.get("et-al-use-first") or 0), int(node.get("et-al-min") or 0))
        for root in (case.style.citation, case.style.bibliography)
        for node in ([root] if root else [])
        if node.get("et-al-use-last") == "true"
    ]
    is_short = any(min_ <= size < first + 2 for size in sizes for first, min_ in uses_last)
    return is_short and "…" in case.theirs and _are_names(case, " ".join(sides(difference)))


def first_names_of_cites(case: Case, difference: Difference) -> bool:
    """Whether more or less of a name is shown, where only first names are told apart."""
    citation = case.style.citation
    adds = citation and citation.get("disambiguate-add-givenname") == "true"
    rule = citation.get("givenname-disambiguation-rule") if citation else ""
    theirs, ours = sides(difference)
    has_name = any(word[0].isupper() for word in words_of(theirs + ours))
    is_part = has_name and _are_names(case, theirs) and _are_names(case, ours)
    return bool(adds) and rule.startswith("primary-name") and is_part


def initials_in_one_list(case: Case, difference: Difference) -> bool:
    """Whether a given name is in full in an entry that has another with the same initials."""
    citation = case.style.citation
    adds = citation and citation.get("disambiguate-add-givenname") == "true"
    theirs, ours = (words_of(side) for side in sides(difference))
    lists = [item.get(key, ()) for item in case.items for key in NAMES]
    starts = [
        Counter((name.get("family"), str(name.get("given", ""))[:1]) for name in names)
        for names in lists
    ]
    is_initial = [word[0] for word in theirs] == ours and ours != []
    return bool(adds) and is_initial and any(max(names.values(), default=0) > 1 for names in starts)
