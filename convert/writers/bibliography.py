"""Formatted reference lists: a CSL engine lays out, a markup spells.

The engine and the markup are modules found by name; see ``convert/engines`` and
``convert/markup``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

from ..base.errors import InputError
from ..base.lazy_regex import regex
from ..base.suggestions import UnknownError
from ..csl import style_repository
from ..csl.locale import normalize_tag
from ..csl.style_repository import StyleSource
from ..csl_json.items import item_maker
from ..format_registry import SELECTION, Format
from ..model.record import Record
from ..model.report import Location, Report
from ..options import Options
from ..tables.csl_json import RETURNED, ROWS

if TYPE_CHECKING:
    from ..csl import Cluster
    from ..markup.listing import Bibliography
    from ..markup.mark import Mark
    from ..model.rich_text import Text

FORMAT = Format(
    "bibliography", "a formatted reference list (see `medcite cite`)",
    ignores=tuple(option for option in SELECTION if option != "key"),  # some sort by it
)  # fmt: skip

ENGINES = {
    "medcite": "medcite.bibliography.engines.medcite",
    "citeproc-py": "medcite.bibliography.engines.citeproc_py",
}
# A markup's module and the function in it that spells a whole bibliography.
MARKUPS = {
    "text": ("plain", "document"),
    "html": ("html", "fragment"),
    "html-page": ("html", "document"),
    "markdown": ("markdown", "document"),
    "latex": ("latex", "document"),
    "latex-items": ("latex", "listing"),
    "rtf": ("rtf", "document"),
    "docx": ("docx", "document"),
}

# Those whose list is no more than its entries in a frame.
LISTED = ("text", "html")

# The function of a markup that spells one citation; the others spell all with the list.
INLINE = {
    "text": "inline", "html": "render", "markdown": "inline", "latex": "render",
    "latex-items": "render",
}  # fmt: skip
# What a processor reads without being told: for fallbacks, case, labels, names' scripts.
UNNAMED = ("type", "language", "author", "editor", "issued", "container-title-short")
# Found in a style that knows preprints, for which CSL has the type "article".
PREPRINTS = regex(rb'type="(?:[^"]*\s)?article(?:\s[^"]*)?"')
OURS = b"urn:medcite:csl"
# Languages whose names keep their order, whoever prints them; BCP 47's word for no language.
ORDERED = frozenset({"zh", "ja", "ko", "vi", "hu"})
UNDETERMINED = "und"
UNKNOWN = "[?]"  # a citation of nothing that is known
# Makes a part of a list of its records, and how many there are in the parts before.
Part: TypeAlias = Callable[[Iterable[Record], int], Any]
CITING = {"medcite": ENGINES["medcite"]}


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield the reference list as text.

    Raises:
        UnknownError: There is no such style, markup, locale or engine.
        InputError: The markup is docx, which is no text (see ``render``).

    """
    made = render(records, options, report)
    if isinstance(made, bytes):
        raise InputError(f"{options.markup} is no text: write it with `medcite cite -o FILE`")
    yield made


def render(records: Iterable[Record], options: Options, _: Report) -> str | bytes:
    """Give the whole reference list: text, or the bytes of a .docx.

    Raises:
        UnknownError: There is no such style, markup, locale or engine.
        StyleError: The style is broken.

    """
    spell = markup(options.markup)
    engine = import_module(_known("engine", options.engine, ENGINES))
    style = style_repository.find_style(options.style)
    made = items(_keyed(records, options), style, options)
    return spell(engine.bibliography(list(made.values()), style, normalize_tag(options.locale)))


def parts(style: StyleSource, options: Options) -> Part | None:
    """Return what makes a part of the list, or ``None`` where it has to be made as a whole.

    ``style`` is what :func:`check` found; :func:`joined` puts the parts together.

    Raises:
        StyleError: The style is broken.

    """
    if options.engine != "medcite" or options.sort != "none" or options.markup.startswith("latex"):
        return None
    part = import_module(ENGINES[options.engine]).chunk_formatter(
        style, normalize_tag(options.locale)
    )
    if part is None:
        return None
    spell = markup(options.markup, "entries") if options.markup in LISTED else None

    def make(records: Iterable[Record], before: int) -> Any:
        keyed = ((str(number), record) for number, record in enumerate(records, before + 1))
        made = part(list(items(keyed, style, options).values()), before)
        return spell(made) if spell else made

    return make


def joined(parts: Sequence[Any], options: Options) -> str | bytes:
    """Spell the list whose parts these are."""
    if options.markup in LISTED:
        return markup(options.markup, "framed")("".join(parts))
    first, *others = parts
    entries = chain(first.entries, *(each.entries for each in others))
    offset = max(each.max_offset for each in parts)
    return markup(options.markup)(first.replace(entries=tuple(entries), max_offset=offset))


def render_citations(
    records: Iterable[Record],
    found: Sequence[Cluster],
    options: Options,
    report: Report,
    file: str = "citations",
) -> tuple[list[str], str]:
    """Give each citation of a text, and the list of what they cite.

    Raises:
        UnknownError: There is no such style, or citations cannot be spelt in this markup
            or be made by this engine.
        StyleError: The style is broken.

    """
    inline = markup(options.markup, _known("markup for citations", options.markup, INLINE))
    texts, listed = _cited(records, found, options, report, file)
    return [str(inline(text)) for text in texts], str(markup(options.markup)(listed))


def cited(
    records: Iterable[Record],
    found: Sequence[Cluster],
    options: Options,
    report: Report,
    file: str = "citations",
) -> str | bytes:
    """Give one text (or .docx): each citation a line or paragraph, then the list.

    Raises as ``render_citations``; every markup will do.
    """
    if options.markup in INLINE:
        texts, listed = render_citations(records, found, options, report, file)
        return "".join([*(f"{text}\n" for text in texts), "\n", listed])
    spell = markup(options.markup)
    citations, bibliography = _cited(records, found, options, report, file)
    return spell(bibliography, citations)


def _cited(
    records: Iterable[Record],
    found: Sequence[Cluster],
    options: Options,
    report: Report,
    file: str,
) -> tuple[list[Text], Bibliography]:
    """Give the citations and the list of what they cite, laid out but not spelt."""
    from ..bibliography.citations import aliases, resolve
    from ..output.sorting import keyed

    engine = import_module(_known("engine for citations", options.engine, CITING))
    named = dict(keyed(records, options))
    known = resolve(found, aliases(named), report, file)
    style = style_repository.find_style(options.style)
    made = items(named.items(), style, options)
    texts, listed = engine.citations(
        list(made.values()), style, normalize_tag(options.locale), known
    )
    _tell_formless(texts, report, file)
    return [
        text if each.cites else (UNKNOWN,) for text, each in zip(texts, known, strict=True)
    ], listed


def _tell_formless(texts: Iterable[Text], report: Report, file: str) -> None:
    """Warn of the citations that the style prints nothing for, as a number has no author."""
    from ..csl.bibliography import NO_FORM
    from ..model.rich_text import plain

    for number, text in enumerate(texts, start=1):
        if NO_FORM in plain(text):
            message = f"cluster {number}: the style has nothing to print for it"
            report.warning("unprinted", Location(file), message)


def check(options: Options) -> StyleSource:
    """Look up all that the options name, before a long input is read, and give the style.

    Raises:
        UnknownError: There is no such style, markup, locale or engine.

    """
    markup(options.markup)
    _known("engine", options.engine, ENGINES)
    normalize_tag(options.locale)
    return style_repository.find_style(options.style)


def _keyed(records: Iterable[Record], options: Options) -> Iterable[tuple[str, Record]]:
    """Give each record a key, in the order asked for; a number where nobody sees it."""
    if options.sort == "none" and not options.markup.startswith("latex"):
        return ((str(number), record) for number, record in enumerate(records, start=1))
    from ..output.sorting import keyed

    return keyed(records, options)


def items(
    keyed: Iterable[tuple[str, Record]], style: StyleSource, options: Options
) -> dict[str, dict[str, Any]]:
    """Give records as CSL-JSON items by their keys, in NLM's own words if ``style`` asks so."""
    make = item_maker(_named(style, options))
    if b"medcite:facts" in style.source:
        from ..medline.source_line import facts

        return {key: facts.cited(record, make(record, key)) for key, record in keyed}
    made = {key: make(record, key) for key, record in keyed}
    if OURS not in style.source:
        for item in made.values():
            _fit(item, style)
    return made


def _fit(item: dict[str, Any], style: StyleSource) -> None:
    """Say what styles expect that were made with other sources than PubMed in mind.

    PubMed's names are in Latin letters with the family's part known: they need no language's
    order of names, which processors follow ("Wang Y." for APA's "Wang, Y.").
    """
    if item.get("genre") == "Preprint":
        _publish(item, "publisher" if PREPRINTS.search(style.source) else "container-title")
    if str(item.get("language", "")).partition("-")[0] in ORDERED:
        item["language"] = UNDETERMINED


def _publish(item: dict[str, Any], home: str) -> None:
    """Name a preprint's server shortly, as ``home``: publisher where a style knows preprints.

    That is how Zotero has them, and a preprint's number is no page to it. Otherwise APA says
    "In bioRxiv : the preprint server for biology", and the number twice. The place is only
    the server's country.
    """
    full, short = item.pop("container-title", ""), item.pop("container-title-short", "")
    item.pop("publisher-place", None)
    server = short or full or item.get("publisher", "")
    item[home] = server
    if home == "publisher" and item.get("page") == item.get("number"):
        item.pop("page", None)


def _named(style: StyleSource, options: Options) -> Options:
    """Let items have only what the style names: few print an abstract, and none MeSH.

    Names are looked for anywhere in its text, so that none is missed; one in UTF-16 gets all.
    """
    chosen = Options(journal=options.journal, date=options.date)
    source = style.source
    if b"<style" not in source:
        return chosen
    tags = (*(row.tag for row in ROWS), *RETURNED)
    named = (tag for tag in tags if tag.encode() in source)
    return chosen.replace(fields=(*named, *UNNAMED))


def markup(name: str, function: str = "") -> Callable[..., str | bytes]:
    """Give the function that spells a bibliography (or what ``function`` says) in a markup.

    Raises:
        UnknownError: There is no such markup.

    """
    module, whole = _known("markup", name, MARKUPS)
    found = getattr(import_module(f"medcite.markup.{module}"), function or whole)
    spell: Callable[..., str | bytes] = found
    return spell


def marks() -> list[Mark]:
    """Return the marks of files in every markup that has a place for one."""
    found = (mark(name) for name in MARKUPS)
    return [each for each in found if each]


def mark(name: str) -> Mark | None:
    """Return the mark of files in a markup, if it has a place for one.

    Raises:
        UnknownError: There is no such markup.

    """
    module, _ = _known("markup", name, MARKUPS)
    found: Mark | None = getattr(import_module(f"medcite.markup.{module}"), "MARK", None)
    return found


def _known(kind: str, name: str, table: dict[str, Any]) -> Any:
    """Look ``name`` up, or say what it may have meant."""
    if name not in table:
        raise UnknownError(kind, name, table)
    return table[name]
