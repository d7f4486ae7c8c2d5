"""Formatted reference lists: a CSL engine lays out, a markup spells.

The engine and the markup are modules found by name; see ``convert/bibliography/engines``
and ``convert/markup``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias, cast

from ..base.errors import InputError
from ..base.lazy_regex import regex
from ..bibliography import engine_registry
from ..bibliography.initials import CslNames, set_initials
from ..csl import style_repository
from ..csl.locale import normalize_tag
from ..csl.style_repository import StyleSource
from ..csl_json.items import item_maker
from ..csl_json.supplements import supplement_placer
from ..format_registry import SELECTION, Format
from ..markup import registry as markup_registry
from ..model import peek
from ..model.record import Record
from ..model.report import Location, Report
from ..model.rich_text import Text, plain
from ..options import Options
from ..output.value_choice import ABBREVIATED, container_title_short
from ..tables import own_styles
from ..tables.csl_json import RETURNED, ROWS
from ..tables.unstopped_styles import UNSTOPPED

if TYPE_CHECKING:
    from ..csl import Cluster
    from ..csl.bibliography import Bibliography
    from ..markup.reference_list import ReferenceList

FORMAT = Format(
    "bibliography", "a formatted reference list (see `medcite cite`)",
    # The rest is for the style's items; by the key some sort.
    ignores=tuple(name for name in SELECTION if name not in ("key", "journal", "date")),
)  # fmt: skip

# What a processor reads without being told: for fallbacks, case, labels, names' scripts.
UNNAMED = ("type", "language", "author", "editor", "issued", "container-title-short")
# An element that prints a journal's title, before its attribute strip-periods and after it.
_STRIPPED_JOURNAL = regex(
    rb"""(<text\b(?=[^>]*["']container-title(?:-short)?["'])[^>]*?)\sstrip-periods=["']true["']"""
)
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
UNKNOWN = "[?]"  # a citation of nothing that is known
# A part of a list: its text, or what a markup needs whole.
Part: TypeAlias = "str | Bibliography"
# Makes a part of a list of its records, and how many there are in the parts before.
MakePart: TypeAlias = Callable[[Iterable[Record], int], Part]


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield the reference list as text.

    Raises:
        UnknownError: There is no such style, markup, locale or engine.
        InputError: The markup is docx, which is no text (see ``render``).

    """
    references = render(records, options, report)
    if isinstance(references, bytes):
        raise InputError(f"{options.markup} is no text: write it with `medcite cite -o FILE`")
    yield references


def render(records: Iterable[Record], options: Options, report: Report) -> str | bytes:
    """Return the whole reference list: text, or the bytes of a .docx.

    Raises:
        UnknownError: There is no such style, markup, locale or engine.
        StyleError: The style is broken.

    """
    markup = markup_registry.find(options.markup)
    engine = engine_registry.find(options.engine)
    style = _find_style(options)
    keyed = _keyed(noted(records, options, report), options)
    listed = list(items(keyed, style, options).values())
    return markup.document(engine.bibliography(listed, style, normalize_tag(options.locale)))


def noted(records: Iterable[Record], options: Options, report: Report) -> Iterable[Record]:
    """Pass records on; note the superscripts of titles that the markup has no characters for."""
    if not markup_registry.find(options.markup).plain:
        return records
    return map(partial(_noted, report=report), records)


def _noted(record: Record, report: Report) -> Record:
    if "sup" in record.title and "</" in record.title:
        from ..output.superscripts import note_carets  # noqa: PLC0415  # few titles have any

        note_carets(record, (record.title,), report)
    return record


def parts(style: StyleSource, options: Options) -> MakePart | None:
    """Return what makes a part of the list, or ``None`` if it has to be made as a whole.

    ``style`` is what :func:`check` found; :func:`joined` puts the parts together.

    Raises:
        StyleError: The style is broken.

    """
    markup = markup_registry.find(options.markup)
    if options.sort != "none" or markup.keyed:
        return None
    locale = normalize_tag(options.locale)
    format_chunk = engine_registry.chunk_formatter(options.engine, style, locale)
    if format_chunk is None:
        return None

    def make(records: Iterable[Record], before: int) -> Part:
        keyed = ((str(number), record) for number, record in enumerate(records, before + 1))
        chunk = format_chunk(list(items(keyed, style, options).values()), before)
        return markup.entries(chunk) if markup.entries else chunk

    return make


def joined(parts: Sequence[Part], options: Options) -> str | bytes:
    """Return the list whose parts these are."""
    markup = markup_registry.find(options.markup)
    if markup.framed:
        return markup.framed("".join(cast("Sequence[str]", parts)))
    lists = cast("Sequence[Bibliography]", parts)
    entries = chain.from_iterable(part.entries for part in lists)
    offset = max(part.max_offset for part in lists)
    return markup.document(lists[0].replace(entries=tuple(entries), max_offset=offset))


def render_citations(
    records: Iterable[Record],
    clusters: Sequence[Cluster],
    options: Options,
    report: Report,
    file: str = "citations",
) -> tuple[list[str], str]:
    """Return each citation of a text, and the list of what they cite.

    Raises:
        UnknownError: There is no such style, or citations cannot be spelled in this markup
            or be made by this engine.
        StyleError: The style is broken.

    """
    inline = markup_registry.find_inline(options.markup)
    texts, listed = _cited(records, clusters, options, report, file)
    document = markup_registry.find(options.markup).document
    return [inline(text) for text in texts], str(document(listed))


def cited(
    records: Iterable[Record],
    clusters: Sequence[Cluster],
    options: Options,
    report: Report,
    file: str = "citations",
) -> str | bytes:
    """Return one text (or .docx): each citation a line or paragraph, then the list.

    Raises as ``render_citations``; every markup will do.
    """
    markup = markup_registry.find(options.markup)
    if markup.inline:
        texts, listed = render_citations(records, clusters, options, report, file)
        return "".join([*(f"{text}\n" for text in texts), "\n", listed])
    citations, bibliography = _cited(records, clusters, options, report, file)
    return markup.document(bibliography, citations)


def _cited(
    records: Iterable[Record],
    clusters: Sequence[Cluster],
    options: Options,
    report: Report,
    file: str,
) -> tuple[list[Text], ReferenceList]:
    """Return the citations and the list of what they cite, laid out but not yet in a markup."""
    from ..bibliography import citations as cites  # noqa: PLC0415  # few lists have citations
    from ..output.sorting import keyed  # noqa: PLC0415  # it loads the citation keys' patterns

    engine = engine_registry.find_for_citations(options.engine)
    by_key = dict(keyed(records, options))
    resolved = cites.resolve(clusters, cites.aliases(by_key), report, file)
    style = _find_style(options)
    cited = {cite.id: by_key[cite.id] for cluster in resolved for cite in cluster.cites}
    list(noted(cited.values(), options, report))
    listed = list(items(by_key.items(), style, options).values())
    locale = normalize_tag(options.locale)
    texts, bibliography = engine.citations(listed, style, locale, resolved)
    _tell_formless(texts, report, file)
    citations: list[Text] = [
        text if cluster.cites else (UNKNOWN,) for text, cluster in zip(texts, resolved, strict=True)
    ]
    return citations, bibliography


def _tell_formless(texts: Iterable[Text], report: Report, file: str) -> None:
    """Warn of the citations that the style prints nothing for, as a number has no author."""
    from ..csl.bibliography import NO_FORM  # noqa: PLC0415  # most lists are without citations

    for number, text in enumerate(texts, start=1):
        if NO_FORM in plain(text):
            message = f"cluster {number}: the style has nothing to print for it"
            report.warning("unprinted", Location(file), message)


def check(options: Options) -> StyleSource:
    """Look up what the options name, before a long input is read; return the style.

    Raises:
        UnknownError: There is no such style, markup, locale or engine.

    """
    markup_registry.find(options.markup)
    engine_registry.find(options.engine)
    normalize_tag(options.locale)
    return _find_style(options)


def _keyed(records: Iterable[Record], options: Options) -> Iterable[tuple[str, Record]]:
    """Yield records with their keys, in the order asked for; with numbers where no key is shown."""
    if options.sort == "none" and not markup_registry.find(options.markup).keyed:
        return ((str(number), record) for number, record in enumerate(records, start=1))
    from ..output.sorting import keyed  # noqa: PLC0415  # most lists need no keys

    return keyed(records, options)


def items(
    keyed: Iterable[tuple[str, Record]], style: StyleSource, options: Options
) -> dict[str, dict[str, object]]:
    """Return CSL-JSON items by their keys, in NLM's own words if ``style`` asks for them."""
    named = _named(style, options)
    style_id = style_repository.style_id(style.source)
    if own_styles.settings(style_id).nlm_facts:  # which prints a supplement twice where NLM does
        from ..medline.source_line import facts  # noqa: PLC0415  # for NLM's own style alone

        make = item_maker(named.replace(omit=facts.REPLACED))
        return {key: facts.cited(record, make(record, key)) for key, record in keyed}
    make = item_maker(named)
    place_supplement = supplement_placer(style.source)
    dotted = options.journal not in ABBREVIATED and _prints_stops(style)
    is_ours = style_id.startswith(own_styles.PREFIX)
    has_initials = options.engine == "medcite"  # others know no names with initials
    items_by_key = {}
    for key, record in keyed:
        items_by_key[key] = item = make(record, key)
        if dotted and "container-title-short" in item:
            item["container-title-short"] = container_title_short(record, "dotted")
        if has_initials and (authors := item.get("author")):
            set_initials(cast("CslNames", authors), peek.short_authors(record))
        place_supplement(item)
        if not is_ours:
            _fit(item, style)
    return items_by_key


def _prints_stops(style: StyleSource) -> bool:
    """Whether a style prints the full stops of abbreviations, if they have any.

    Most styles strip them, or print no abbreviations. A style in UTF-16 may print them.
    """
    name, _ = os.path.splitext(os.path.basename(style.file))
    if name in UNSTOPPED:
        return False
    return b"<style" not in style.source or bool(_STOPPED_ABBREVIATION.search(style.source))


def _find_style(options: Options) -> StyleSource:
    """Return the style; with ``dotted`` journals, it strips no full stops of their titles."""
    style = style_repository.find_style(options.style)
    if options.journal != "dotted":
        return style
    return style.replace(source=_STRIPPED_JOURNAL.sub(rb"\1", style.source))


def _fit(item: dict[str, object], style: StyleSource) -> None:
    """Change an item to what styles expect that were written with other sources in mind.

    PubMed's names are in Latin letters with the family's part known: they need no language's
    order of names, which processors follow ("Wang Y." for APA's "Wang, Y.").
    """
    if item.get("genre") == "Preprint":
        _publish(item, "publisher" if PREPRINTS.search(style.source) else "container-title")
    if str(item.get("language", "")).partition("-")[0] in ORDERED:
        item["language"] = UNDETERMINED


def _publish(item: dict[str, object], home: str) -> None:
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


def _named(style: StyleSource, options: Options) -> Options:
    """Return options for items with only what the style names: few print abstracts, none MeSH.

    Names are looked for anywhere in its text, so that none is missed; a style in UTF-16 gets
    everything.
    """
    chosen = Options(journal=options.journal, date=options.date)
    source = style.source
    if b"<style" not in source:
        return chosen
    tags = (*(row.tag for row in ROWS), *RETURNED)
    named = (tag for tag in tags if tag.encode() in source)
    return chosen.replace(fields=(*named, *UNNAMED))
