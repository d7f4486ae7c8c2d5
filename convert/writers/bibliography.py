"""Formatted reference lists: a CSL engine lays out, a markup spells.

The engine and the markup are modules found by name; see ``convert/bibliography/engines``
and ``convert/markup``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias, cast

from ..base.errors import InputError
from ..bibliography import engine_registry, style_choice
from ..bibliography.items import items
from ..csl.locale import normalize_tag
from ..csl.style_repository import StyleSource
from ..format_registry import SELECTION, Format
from ..markup import registry as markup_registry
from ..model.record import Record
from ..model.report import Location, Report
from ..model.rich_text import Text, plain
from ..options import Options

if TYPE_CHECKING:
    from ..csl import Cluster
    from ..csl.bibliography import Bibliography
    from ..markup.reference_list import ReferenceList

FORMAT = Format(
    "bibliography", "a formatted reference list (see `medcite cite`)",
    # The rest is for the style's items; by the key some sort.
    ignores=tuple(name for name in SELECTION if name not in ("key", "journal", "date")),
)  # fmt: skip

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
    records, style = style_choice.with_style(records, options)
    style_choice.note(style, report)
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
    records, style = style_choice.with_style(records, options)
    style_choice.note(style, report)
    by_key = dict(keyed(records, options))
    resolved = cites.resolve(clusters, cites.aliases(by_key), report, file)
    cited = {cite.id: by_key[cite.id] for cluster in resolved for cite in cluster.cites}
    list(noted(cited.values(), options, report))
    listed = list(items(by_key.items(), style, options).values())
    locale = normalize_tag(options.locale)
    texts, bibliography = engine.citations(listed, style, locale, resolved)
    _tell_formless(texts, report, file)
    style_choice.tell_locators(style, resolved, report, file)
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


def check(options: Options) -> StyleSource | None:
    """Look up what the options name, before a long input is read; return the style.

    An ISSN that no style has may be a record's, so ``None`` is returned for it.

    Raises:
        UnknownError: There is no such style, markup, locale or engine.

    """
    markup_registry.find(options.markup)
    engine_registry.find(options.engine)
    normalize_tag(options.locale)
    return style_choice.find_unless_issn(options)


def _keyed(records: Iterable[Record], options: Options) -> Iterable[tuple[str, Record]]:
    """Yield records with their keys, in the order asked for; with numbers where no key is shown."""
    if options.sort == "none" and not markup_registry.find(options.markup).keyed:
        return ((str(number), record) for number, record in enumerate(records, start=1))
    from ..output.sorting import keyed  # noqa: PLC0415  # most lists need no keys

    return keyed(records, options)
