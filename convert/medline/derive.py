"""What several tags of a record say together: its type, DOI, article number, titles."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest

from ..base.lazy_regex import regex
from ..codecs import addresses, dates, identifiers, titles
from ..model.record import Values
from ..model.values import Abstract, Date
from ..tables.kinds import KINDS, Kind
from . import eric
from .article_number import article_number, repeats_doi

Groups = dict[str, list[str]]

# The attributes that `derive` sets; no row of the table does it alone.
DERIVED = frozenset(
    (
        "title", "translated", "container_title", "type", "genre", "doi", "pii", "pmcid",
        "nihmsid", "nbk", "url", "number", "issue_label",
    )
)  # fmt: skip

_KINDS = {kind.name: (rank, kind) for rank, kind in enumerate(KINDS)}
_LABEL = regex(r"\b(eCollection|Print) ?(?=\d{4})")
# PubMed XML's PubModel: how the date differs from the electronic one.
_MODELS = {"Electronic-eCollection": "eCollection", "Electronic-Print": "Print"}
_ADDRESSES = ("url]", "uri]")
_MAY_HAVE_FORMULAS = ("title", "original_title", "abstract")


def derive(values: Values, groups: Groups) -> None:
    """Add to ``values`` what no tag says alone."""
    _set_titles(values, groups)
    if "<" in (original := values.get("original_title", "")):
        values["original_title"] = titles.without_bold(original)
    for name in _MAY_HAVE_FORMULAS:
        if "<" in (text := values.get(name, "")) and "math" in text:  # few have any tag
            values[name] = _with_formulas(text)
    journal = "JT" in groups or "TA" in groups
    if groups.get("OWN") == ["ERIC"]:
        journal = eric.derive(values, groups)
    _set_type(values, groups, journal)
    _set_identifiers(values, groups)
    _set_archive_numbers(values, groups)
    _set_number(values, groups)
    source = values.get("source_line", "")
    # No other tag tells how the date is to be called, or that it is called at all.
    if ("eCollection" in source or "Print" in source) and (label := _LABEL.search(source)):
        values["issue_label"] = label[1]
    elif model := _MODELS.get(_first_text(groups, "PUBM")):
        values["issue_label"] = model


def _with_formulas(text: str) -> str:
    """Return text with its MathML as characters and inline markup."""
    from ..codecs.mathml import with_formulas  # noqa: PLC0415  # few records have any

    return with_formulas(text)


def _first_text(groups: Groups, *tags: str) -> str:
    """Return the first text that one of ``tags`` has."""
    for tag in tags:
        if tag in groups and groups[tag][0]:
            return groups[tag][0]
    return ""


def _set_titles(values: Values, groups: Groups) -> None:
    """Set the titles: TI, without it a book's (BTI), without both the vernacular one."""
    text = titles.without_bold(groups["TI"][0]) if "TI" in groups else ""
    title, translated = titles.title(text) if "TI" in groups else ("", False)
    book = _first_text(groups, "BTI", "BTT")
    if translated and title == titles.NOT_AVAILABLE and "TT" in groups:
        title, translated = "", False  # NLM's way to say that nobody translated it
    container = _first_text(groups, "JT") or (book if title else "")
    values["container_title"] = titles.stopped(container)
    values["title"] = title or titles.stopped(book or _first_text(groups, "TT"))
    values["translated"] = translated


def _set_type(values: Values, groups: Groups, journal: bool) -> None:
    """Set type and genre by the publication types, and by a book's title."""
    if "BTI" in groups and not journal:
        values["type"] = "chapter" if "TI" in groups else "book"
    elif kind := _weightiest(values.get("publication_types", ()), journal):
        values["type"] = kind.type
        values.setdefault("genre", kind.genre)


@lru_cache(maxsize=256)
def _weightiest(types: tuple[str, ...], journal: bool) -> Kind | None:
    """Return the weightiest of some publication types."""
    kinds = [
        _KINDS[name]
        for name in map(str.lower, types)
        if name in _KINDS and (_KINDS[name][1].journal or not journal)
    ]
    return min(kinds)[1] if kinds else None


def _set_identifiers(values: Values, groups: Groups) -> None:
    """Set the identifiers that LID and AID hold.

    The DOI is LID's, which NLM prints, then AID's; of a chapter AID's, for its LID has the
    book's. A DOI that is marked as a PII serves where there is no other.
    """
    tags = ("AID", "LID") if "BTI" in groups else ("LID", "AID")
    mislabelled = ""
    for text in [text for tag in tags for text in groups.get(tag, ())]:
        value, scheme = _split_scheme(text)
        if not scheme or value.startswith("http"):
            _set_by_address(values, value)
        elif scheme == "pii]" and (doi := identifiers.doi(value)):
            mislabelled = mislabelled or doi
        else:
            _set_identifier(values, scheme, value)
    if mislabelled:
        values.setdefault("doi", mislabelled)


def _split_scheme(text: str) -> tuple[str, str]:
    """Return an identifier and its scheme, with the bracket behind it; ``""`` if it has none."""
    value, bracket, scheme = text.rpartition(" [")
    return (value, scheme) if bracket and scheme.endswith("]") else (text, "")


def _set_identifier(values: Values, scheme: str, value: str) -> None:
    """Set what an identifier with its scheme says; the first of a scheme counts."""
    if scheme == "doi]":
        if doi := identifiers.doi(value):
            values.setdefault("doi", doi)
    elif scheme == "pii]" and value:
        values.setdefault("pii", value)
    elif scheme == "bookaccession]":
        values.setdefault("nbk", value)
        values.setdefault("url", addresses.of_bookshelf(value))
    elif scheme.lower() in _ADDRESSES:
        values.setdefault("url", value)
    elif scheme == "pmc]":
        values.setdefault("pmcid", identifiers.pmcid(value))


def _set_by_address(values: Values, text: str) -> None:
    """Take a bare LID or AID that is an address (ERIC's are), perhaps a DOI's."""
    if doi := identifiers.doi(text):
        values.setdefault("doi", doi)
    elif text.startswith("http"):
        values.setdefault("url", text)


def _set_archive_numbers(values: Values, groups: Groups) -> None:
    """Set PMCID, manuscript number and address; old records have the PMCID in OID."""
    if "PMC" in groups:
        values["pmcid"] = identifiers.pmcid(groups["PMC"][0])
    elif "OID" in groups and "pmcid" not in values:
        pmcids = filter(None, map(identifiers.pmcid_in, groups["OID"]))
        values["pmcid"] = next(pmcids, "")
    if "MID" in groups:
        texts = groups["MID"]
        nih = (text for text in texts if text.startswith("NIHMS"))
        values["nihmsid"] = next(nih, texts[0])
    if "URL" in groups:
        values["url"] = groups["URL"][0]


def _set_number(values: Values, groups: Groups) -> None:
    """Set the article number; a preprint's pages that repeat its DOI are none."""
    if number := article_number(values, groups):
        values["number"] = number
    page = values.get("page")
    if page and repeats_doi(page.raw, values):
        values["page"] = None


def submitted(groups: Groups) -> Date | None:
    """Return the date on which the article was received."""
    received = [text for text in groups.get("PHST", ()) if text.endswith("[received]")]
    return dates.event(received[0]).date if received else None


def other_abstracts(groups: Groups) -> tuple[Abstract, ...]:
    """Pair other abstracts with their languages."""
    texts = map(_with_formulas, groups.get("OAB", ()))
    pairs = zip_longest(texts, groups.get("OABL", ()), fillvalue="")
    return tuple(Abstract(text, language) for text, language in pairs)
