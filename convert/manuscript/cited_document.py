"""Write a manuscript's citations and list into its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..base.lazy_regex import regex
from ..csl.locale import normalize_tag
from ..csl.style_repository import StyleSource, style_id
from ..markup.wordprocessing import base_properties, runs
from ..model.report import Report
from ..model.rich_text import Text, plain
from ..ooxml import edit, properties
from ..ooxml.complex_field import field_runs
from ..ooxml.notes import Footnotes
from ..options import Options
from ..tables import own_styles
from . import formatted, reference_list, zotero
from .articles import CitedArticle, ResolvedCite
from .citations import CitationPlace
from .document import Manuscript

_BLANKS = " \u00a0"
_OPENING = regex(r"[\s(\[{“„‘«/–—-]$")


@dataclass(frozen=True, slots=True)
class ResolvedCitation:
    """A citation whose articles are known, in the note with this number, 0 for the text."""

    place: CitationPlace
    cites: tuple[ResolvedCite, ...]
    note: int


def numbered(
    manuscript: Manuscript,
    resolved: Sequence[tuple[CitationPlace, tuple[ResolvedCite, ...]]],
    *,
    in_notes: bool,
) -> list[ResolvedCitation]:
    """Return the citations with the numbers of their notes.

    ``in_notes`` says that those of the text get notes of their own.
    """
    places = list(manuscript.notes.values())
    if in_notes:
        places += [place.order for place, _ in resolved if not place.placed.note]
    numbers = {place: number for number, place in enumerate(sorted(places), start=1)}
    return [
        ResolvedCitation(place, cites, _note(manuscript, place, numbers))
        for place, cites in resolved
    ]


def _note(manuscript: Manuscript, place: CitationPlace, numbers: dict[tuple[int, ...], int]) -> int:
    if place.placed.note:
        return numbers[manuscript.notes[place.placed.note]]
    return numbers.get(place.order, 0)


class CitedDocument:
    """Writes the citations and the list of one document, as fields of Zotero's or as text."""

    def __init__(self, manuscript: Manuscript, *, live: bool) -> None:
        self._manuscript, self._live = manuscript, live
        self._footnotes: Footnotes | None = None

    def write(
        self,
        citations: Sequence[ResolvedCitation],
        result: formatted.Formatted,
        style: StyleSource,
        options: Options,
        report: Report,
    ) -> None:
        """Change the document's parts."""
        in_notes = formatted.is_note_style(style)
        language = reference_list.language_of(self._manuscript, options.locale)
        place = reference_list.find_place(self._manuscript, language, report)
        ids = zotero.citation_ids({citation.place.citation_id for citation in citations})
        named = [(citation.place.citation_id or next(ids)) for citation in citations]
        written = list(zip(citations, result.citations, named, strict=True))
        for citation, text, id_ in reversed(_unique_ids(written, ids)):
            self._write_citation(citation, text, id_, in_notes=in_notes)
        if self._footnotes:
            package = self._manuscript.package
            self._footnotes.arrange(package.tree(package.main))
        if result.bibliography.entries:
            code = zotero.BIBLIOGRAPHY if self._live else ""
            reference_list.write(self._manuscript, place, result.bibliography, code)
        if self._live:
            articles = [cite.article for citation in citations for cite in citation.cites]
            self._set_preferences(articles, style, options, in_notes=in_notes)

    def _write_citation(
        self, citation: ResolvedCitation, text: Text, id_: str, *, in_notes: bool
    ) -> None:
        place = citation.place
        paragraph = place.placed.paragraph
        base = base_properties(edit.properties(paragraph, place.start, place.end))
        needs_note = in_notes and not place.placed.note
        start, before = _start(place, raised=needs_note or formatted.is_raised(text))
        shown = runs((before, *text) if before else text, base if not needs_note else None)
        lead, shown = (shown[:1], shown[1:]) if before else ([], shown)
        if self._live:
            code = zotero.citation(id_, citation.cites, plain(text), citation.note)
            shown = field_runs(code, shown, None if needs_note else base)
        if needs_note:
            shown = [self._notes().add(shown, base)]
        self._mark_changed(place)
        edit.replace(paragraph, start, place.end, [*lead, *shown])

    def _notes(self) -> Footnotes:
        if self._footnotes is None:
            styles = self._manuscript.styles
            self._footnotes = Footnotes(
                self._manuscript.package,
                styles.named("footnote text"),
                styles.named("footnote reference", "character"),
            )
        return self._footnotes

    def _mark_changed(self, place: CitationPlace) -> None:
        package = self._manuscript.package
        kind = place.placed.note.partition(" ")[0]
        package.changed(package.related(kind) if kind else package.main)

    def _set_preferences(
        self,
        articles: Sequence[CitedArticle],
        style: StyleSource,
        options: Options,
        *,
        in_notes: bool,
    ) -> None:
        package = self._manuscript.package
        id_ = style_id(style.source)
        locale = normalize_tag(options.locale) or style.locale or "en-US"
        values = zotero.preferences(
            "".join(properties.texts(package, zotero.PREFERENCES)),
            " ".join(article.id for article in articles),
            own_styles.settings(id_).in_repository or id_,
            locale,
            is_note_style=in_notes,
        )
        properties.set_texts(package, zotero.PREFERENCES, values)


def _start(place: CitationPlace, *, raised: bool) -> tuple[int, str]:
    """Return where the citation begins, and the blank to put before it.

    A superscript has no blank before it. In the place of a former superscript, which had none
    either, anything else needs one.
    """
    text, start = place.placed.paragraph.text, place.start
    if raised:
        return len(text[:start].rstrip(_BLANKS)) if text[:start].strip(_BLANKS) else start, ""
    needs_blank = place.fields and text[:start] and not _OPENING.search(text[:start])
    return start, " " if needs_blank else ""


def _unique_ids(
    written: list[tuple[ResolvedCitation, Text, str]], ids: Iterator[str]
) -> list[tuple[ResolvedCitation, Text, str]]:
    """Return citations with ids of their own: a copied citation has that of the other."""
    known: set[str] = set()
    unique = []
    for citation, text, id_ in written:
        unique.append((citation, text, next(ids) if id_ in known else id_))
        known.add(id_)
    return unique
