"""Records as CSL-JSON items for a style, with what it expects of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias, cast

from ..base.lazy_regex import regex
from ..codecs import editions, titles
from ..csl.locale import load_locale, normalize_tag
from ..csl.style_repository import StyleSource, default_locale, style_id
from ..csl_json.items import Item
from ..csl_json.style_items import style_item_maker
from ..csl_json.supplements import supplement_placer
from ..model import peek
from ..model.record import Record
from ..options import Options
from ..output.value_choice import ABBREVIATED, container_title_short, retraction_mark
from ..tables import own_styles
from ..tables.status_terms import STATUS_TERMS
from ..tables.unstopped_styles import UNSTOPPED
from .initials import CslNames, set_initials

# An element that prints a journal's abbreviation with the full stops that it has.
_STOPPED_ABBREVIATION = regex(
    rb"""<text\b(?=[^>]*["']container-title(?:-short)?["'])(?=[^>]*short["'])"""
    rb"""(?![^>]*\sstrip-periods=["']true["'])"""
)
# Found in a style that knows preprints, for which CSL has the type "article".
PREPRINTS = regex(rb'type="(?:[^"]*\s)?article(?:\s[^"]*)?"')
# Languages whose names keep their order, whoever prints them; BCP 47's word for no language.
ORDERED = frozenset({"zh", "ja", "ko", "vi", "hu"})
UNDETERMINED = "und"

# Makes the item of a record with a key.
MakeItem: TypeAlias = Callable[[Record, str], Item]
# Changes an item of a record.
Fit: TypeAlias = Callable[[Record, Item], None]


def items(
    keyed: Iterable[tuple[str, Record]], style: StyleSource, options: Options
) -> dict[str, Item]:
    """Return CSL-JSON items by their keys, in NLM's own words if ``style`` asks for them."""
    id_ = style_id(style.source)
    is_nlm = own_styles.settings(id_).nlm_facts
    make = _make_nlm(style, options) if is_nlm else style_item_maker(style.source, options)
    fits = list(_fits(style, id_, options))
    items_by_key = {}
    for key, record in keyed:
        items_by_key[key] = item = make(record, key)
        for fit in fits:
            fit(record, item)
    return items_by_key


def _make_nlm(style: StyleSource, options: Options) -> MakeItem:
    """Return what makes items for NLM's own style, which prints a supplement where NLM does."""
    from ..medline.source_line import facts  # noqa: PLC0415  # for this style alone

    make = style_item_maker(style.source, options, facts.REPLACED)
    return lambda record, key: facts.cited(record, make(record, key))


def _fits(style: StyleSource, id_: str, options: Options) -> Iterator[Fit]:
    """Yield what changes an item, so that the style prints what its editors expect."""
    yield _number_edition
    if options.mark_retracted:
        yield _mark_retracted
    if own_styles.settings(id_).nlm_facts:
        return
    yield _set_dashes
    is_ours = id_.startswith(own_styles.PREFIX)
    if options.journal not in ABBREVIATED and not is_ours and _prints_stops(style):
        yield _dot_abbreviation
    if options.engine == "medcite":  # others know no names with initials
        yield _set_initials
    place_supplement = supplement_placer(style.source)
    yield lambda _, item: place_supplement(item)
    if term := _status_term(id_):
        text = load_locale(_locale(style, options)).term(term)
        yield partial(_set_status, text)
    if not is_ours:
        yield partial(_fit, style)


def _number_edition(_: Record, item: Item) -> None:
    """Leave the word of a numbered edition to the style, which has it in its language."""
    if edition := item.get("edition"):
        item["edition"] = editions.number(str(edition)) or edition


def _mark_retracted(record: Record, item: Item) -> None:
    """Mark the title of a retracted article, unless it says so itself."""
    mark = retraction_mark(record)
    if mark and (title := item.get("title")):
        item["title"] = f'{title} <span class="nocase">[{mark}]</span>'


def _set_dashes(_: Record, item: Item) -> None:
    """Print dashes where PubMed has the hyphens of a typewriter, as its own citations have."""
    if title := item.get("title"):
        item["title"] = titles.with_dashes(str(title))


def _dot_abbreviation(record: Record, item: Item) -> None:
    if "container-title-short" in item:
        item["container-title-short"] = container_title_short(record, "dotted")


def _set_initials(record: Record, item: Item) -> None:
    if authors := item.get("author"):
        set_initials(cast("CslNames", authors), peek.short_authors(record))


def _status_term(id_: str) -> str:
    """Return the term of CSL that a style has for "ahead of print", if it asks for another word."""
    name = id_.rpartition("/")[2]
    return next(
        (
            term
            for family, term in STATUS_TERMS.items()
            if name == family or name.startswith(f"{family}-")
        ),
        "",
    )


def _locale(style: StyleSource, options: Options) -> str:
    """Return the language that the style's words are in."""
    return normalize_tag(options.locale) or style.locale or default_locale(style.source) or "en-US"


def _set_status(text: str, _: Record, item: Item) -> None:
    """Say in the style's words that an article is ahead of print; with pages it no longer is."""
    if "status" in item:
        item["status"] = text
        if "volume" in item and ("page" in item or "number" in item):
            del item["status"]


def _prints_stops(style: StyleSource) -> bool:
    """Whether a style prints the full stops of abbreviations, if they have any.

    Most styles strip them, as ours do, or print no abbreviations. A style in UTF-16 may print them.
    """
    name, _ = os.path.splitext(os.path.basename(style.file))
    if name in UNSTOPPED:
        return False
    return b"<style" not in style.source or bool(_STOPPED_ABBREVIATION.search(style.source))


def _fit(style: StyleSource, _: Record, item: Item) -> None:
    """Change an item to what styles expect that were written with other sources in mind.

    PubMed's names are in Latin letters with the family's part known: they need no language's
    order of names, which processors follow ("Wang Y." for APA's "Wang, Y.").
    """
    if item.get("genre") == "Preprint":
        _publish(item, "publisher" if PREPRINTS.search(style.source) else "container-title")
    if str(item.get("language", "")).partition("-")[0] in ORDERED:
        item["language"] = UNDETERMINED


def _publish(item: Item, home: str) -> None:
    """Move a preprint's server, by its short name, to ``home``.

    That is the publisher in a style that knows preprints, as in Zotero, to which a preprint's
    number is no page. Otherwise APA says "In bioRxiv : the preprint server for biology", and
    the number twice. The place is only the server's country.
    """
    full, short = item.pop("container-title", ""), item.pop("container-title-short", "")
    item.pop("publisher-place", None)
    server = short or full or item.get("publisher", "")
    item[home] = server
    if home == "publisher" and item.get("page") == item.get("number"):
        item.pop("page", None)
