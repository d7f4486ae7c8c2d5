"""When two records are of one article: by their identifiers, else by what their citations say.

Conservative: to keep a duplicate costs a glance, to lose an article costs a review. What agrees in
its title, but not in all else, is ``near``: a person has to look at it.
"""

from collections.abc import Callable
from typing import NamedTuple

from ..base.lazy_regex import regex
from . import similarity
from .traits import MEETING, NOTICES, PREPRINT, Traits

SAME, NEAR, OTHER = "same", "near", "other"
# The rules by which records are the same, the surest first.
RULES = ("pmid", "pmcid", "doi", "citation", "title")

_SURE = 0.9  # similarity of the titles of one article, with typing errors
_LIKELY = 0.75  # where volume and page agree as well
_UNLIKE = 0.5  # below, an identifier is wrong, or several articles have it
_SHARED = 0.5  # share of the authors


# The publisher's prefix, and the letters by which it tells its journals apart.
_JOURNAL_IN_DOI = regex(r"^(10\.\d+/)([a-z.]*[a-z]{3,})[.\d-]")


class Verdict(NamedTuple):
    """Whether two records are of one article: ``same``, ``near`` or ``other``; and why."""

    answer: str
    rule: str = ""
    reason: str = ""


class Evidence(NamedTuple):
    """What two records agree in; ``None`` where one of them says nothing."""

    title: float | None
    authors: float | None
    years: int | None
    volume: bool | None
    page: bool | None
    journal: bool | None

    @property
    def contradicted(self) -> str:
        """Return the first thing in which the two differ, ``""`` if there is none."""
        if self.years is not None and self.years > 1:
            return "years"
        if self.authors is not None and self.authors < _SHARED:
            return "authors"
        if self.volume is False:
            return "volumes"
        return "pages" if self.page is False else ""


def compare(one: Traits, two: Traits) -> Verdict:
    """Return whether two records are of one article."""
    evidence = gather(one, two)
    if reason := veto(one, two):
        return _vetoed(reason, one, two, evidence)
    for rule, first, second in (("pmid", one.pmid, two.pmid), ("pmcid", one.pmcid, two.pmcid)):
        if first and first == second:
            return Verdict(SAME, rule, f"the same {rule.upper()}")
    if one.doi and two.doi:  # not of two works, see above
        return _by_doi(evidence)
    return _by_citation(one, two, evidence)


def _vetoed(reason: str, one: Traits, two: Traits, evidence: Evidence) -> Verdict:
    """Decide on two records of which something says that they are not of one article."""
    if reason == OTHER_DOIS and _is_anothers_doi(one, two) and _agrees_in_all(evidence):
        return Verdict(SAME, "citation", "all agrees but a DOI, which is another journal's")
    is_told = reason in _TOLD and _have_one_title(evidence)
    return Verdict(NEAR if is_told else OTHER, "", reason)


def gather(one: Traits, two: Traits) -> Evidence:
    """Return what two records agree in."""
    return Evidence(
        similarity.titles(one, two),
        similarity.authors(one, two),
        similarity.years_apart(one, two),
        similarity.same_number(one.volume, two.volume),
        similarity.pages(one, two),
        similarity.journals(one, two),
    )


def differ(one: str, two: str) -> bool:
    """Whether both records have a value, and not the same."""
    return bool(one and two) and one != two


def _is_one(kind: str, one: Traits, two: Traits) -> bool:
    return (one.kind == kind) != (two.kind == kind)


def _is_one_notice(one: Traits, two: Traits) -> bool:
    """Whether one of two records is an erratum, a comment and the like, and the other is not."""
    return differ(one.typed, two.typed) or (
        one.kind != two.kind and (one.kind in NOTICES or two.kind in NOTICES)
    )


def _have_other_numbers(one: Traits, two: Traits) -> bool:
    """Whether the titles have other digits, unless one is cut or the records share a DOI."""
    is_cut = one.title.startswith(two.title) or two.title.startswith(one.title)
    return one.digits != two.digits and not is_cut and not (one.doi and one.doi == two.doi)


OTHER_DOIS = "other DOIs"
# What two records of one article cannot differ in, and the test for it, in this order.
_VETOES: tuple[tuple[str, Callable[[Traits, Traits], bool]], ...] = (
    ("a notice and its article", _is_one_notice),
    ("other PMIDs", lambda one, two: differ(one.pmid, two.pmid)),
    ("other PMCIDs", lambda one, two: differ(one.pmcid, two.pmcid)),
    (OTHER_DOIS, lambda one, two: differ(one.work_doi, two.work_doi)),
    ("a preprint and its article", lambda one, two: _is_one(PREPRINT, one, two)),
    ("other parts of a series", lambda one, two: one.part != two.part),
    ("other numbers in the titles", _have_other_numbers),
)
# Of these, records with one title are told to a person.
_TOLD = (
    OTHER_DOIS,
    "a preprint and its article",
    "other parts of a series",
    "other numbers in the titles",
)


def veto(one: Traits, two: Traits) -> str:
    """Return why two records cannot be of one article, ``""`` if nothing speaks against it."""
    if one.pmid and one.pmid == two.pmid:
        return ""
    return next((reason for reason, differs in _VETOES if differs(one, two)), "")


def _have_one_title(evidence: Evidence) -> bool:
    shared = evidence.authors is None or evidence.authors >= _SHARED
    return evidence.title is not None and evidence.title >= _SURE and shared


def _is_anothers_doi(one: Traits, two: Traits) -> bool:
    """Whether one of two DOIs of a publisher names another journal: ``j.appet``, ``j.regpep``.

    The two records, which agree in their journal, cannot both have the right one.
    """
    first, second = (_JOURNAL_IN_DOI.match(traits.doi) for traits in (one, two))
    return bool(first and second and first[1] == second[1] and first[2] != second[2])


def _agrees_in_all(evidence: Evidence) -> bool:
    exact = evidence.title == evidence.authors == 1 and evidence.years == 0
    return bool(exact and evidence.page and evidence.journal)


def _by_doi(evidence: Evidence) -> Verdict:
    """Decide on two records with one DOI, which all abstracts of a supplement may have."""
    is_page = evidence.page is not False or evidence.title == 1
    if evidence.title is None or (evidence.title >= _SURE and is_page):
        return Verdict(SAME, "doi", "the same DOI")
    if evidence.title >= _LIKELY and not evidence.contradicted:
        return Verdict(SAME, "doi", "the same DOI, volume and page")
    return Verdict(NEAR, "", "the same DOI, but other titles")


def _by_citation(one: Traits, two: Traits, evidence: Evidence) -> Verdict:
    """Decide on two records that no identifier links."""
    title, contradiction = evidence.title, evidence.contradicted
    if title is None or title < _LIKELY:
        return Verdict(OTHER, "", "other titles")
    if _agree_in_place(evidence):
        return Verdict(SAME, "citation", "title, authors, journal and page agree")
    if title < _SURE or contradiction in ("authors", "years"):
        return Verdict(OTHER, "", f"other {'titles' if title < _SURE else contradiction}")
    if doubt := _doubt(one, two, evidence):
        return Verdict(NEAR, "", doubt)
    return Verdict(SAME, "title", "title, authors and journal agree")


def _agree_in_place(evidence: Evidence) -> bool:
    """Whether two records stand on one page; some files have a supplement's number as volume."""
    if not evidence.page or evidence.journal is False:
        return False
    if evidence.volume:
        return not evidence.contradicted
    is_exact = evidence.title is not None and evidence.title >= _SURE and evidence.years == 0
    return bool(is_exact and evidence.contradicted == "volumes" and evidence.journal
                and evidence.authors)  # fmt: skip


def _doubt(one: Traits, two: Traits, evidence: Evidence) -> str:
    """Return why a person has to look at two records with one title, ``""`` if nobody has."""
    if evidence.contradicted:
        return f"the same title and authors, but other {evidence.contradicted}"
    if evidence.authors is None and not (evidence.volume or evidence.page):
        return "the same title, but nothing else to compare"
    if _is_one(MEETING, one, two):
        return "the same title and authors, but one is of a meeting"
    is_placed = bool(evidence.volume and evidence.page)
    if not (evidence.journal or is_placed or (evidence.journal is None and evidence.authors == 1)):
        return "the same title and authors, but another journal or none"
    return ""
