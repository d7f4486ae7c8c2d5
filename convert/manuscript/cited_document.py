"""Write a manuscript's citations and list into its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..base.lazy_regex import regex
from ..markup.wordprocessing import base_properties, runs
from ..model.report import Report
from ..model.rich_text import Text, plain
from ..ooxml import edit
from ..ooxml.notes import Footnotes
from . import formatted, reference_list, zotero
from .articles import ResolvedCite
from .citations import CitationPlace
from .document import Manuscript
from .live.no import FORM as PLAIN
from .live_form import CitedWhole, LiveForm, WrittenCitation

# Behind a citation; of a field in it no text is known.
_PUNCTUATION = regex(r"[.,;:!?]+[”’\"')\]]*|[”’\"]+[.,;:!?]*")
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
    if place.placed.note in manuscript.notes:
        return numbers[manuscript.notes[place.placed.note]]
    return numbers.get(place.order, 0)


class CitedDocument:
    """Writes the citations and the list of one document in a form, such as fields of Zotero's."""

    def __init__(self, manuscript: Manuscript, form: LiveForm) -> None:
        self._manuscript, self._form = manuscript, form
        self._footnotes: Footnotes | None = None

    def write(
        self,
        citations: Sequence[ResolvedCitation],
        result: formatted.Formatted,
        whole: CitedWhole,
        report: Report,
    ) -> None:
        """Change the document's parts."""
        language = reference_list.language_of(self._manuscript, whole.options.locale)
        place = reference_list.find_place(self._manuscript, language, report)
        ids = zotero.citation_ids({citation.place.citation_id for citation in citations})
        named = [(citation.place.citation_id or next(ids)) for citation in citations]
        written = list(zip(citations, result.citations, named, strict=True))
        for citation, text, id_ in reversed(_unique_ids(written, ids)):
            self._write_citation(citation, text, id_, whole)
        if self._footnotes:
            package = self._manuscript.package
            self._footnotes.arrange(package.tree(package.main))
        self._form.bibliography(self._manuscript, place, result.bibliography)
        self._form.finish(whole)

    def _write_citation(
        self,
        citation: ResolvedCitation,
        text: Text,
        id_: str,
        whole: CitedWhole,
    ) -> None:
        place = citation.place
        needs_note = whole.in_notes and not place.placed.note
        paragraph = place.placed.paragraph
        base = base_properties(edit.properties(paragraph, place.start, place.end))
        start, before = _start(place, raised=needs_note or formatted.is_raised(text))
        part = self._changed_part(place, needs_note=needs_note)
        in_note = None if needs_note else base
        end = _note_end(place, whole) if needs_note else place.end

        def link_id(address: str) -> str:
            return self._manuscript.package.relate("hyperlink", address, part=part, external=True)

        # No program keeps citations in comments.
        form = PLAIN if place.placed.in_comment else self._form
        shown = form.citation(WrittenCitation(
            id_, citation.cites, plain(text), runs(text, in_note), in_note, citation.note,
            whole.numbers, link_id,
        ))  # fmt: skip
        if needs_note:
            shown = [self._notes().add(shown, base)]
        lead = runs((before or paragraph.text[place.end : end],), base)
        edit.replace(paragraph, start, end, [*lead, *shown])

    def _notes(self) -> Footnotes:
        if self._footnotes is None:
            styles = self._manuscript.styles
            self._footnotes = Footnotes(
                self._manuscript.package,
                styles.named("footnote text"),
                styles.named("footnote reference", "character"),
            )
        return self._footnotes

    def _changed_part(self, place: CitationPlace, *, needs_note: bool) -> str:
        """Return the part that a citation is written to, which changes as its paragraph's does."""
        package = self._manuscript.package
        kind = place.placed.note.partition(" ")[0]
        part = package.related(kind) if kind else package.main
        package.changed(part)
        return self._notes().part if needs_note else part


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


def _note_end(place: CitationPlace, whole: CitedWhole) -> int:
    """Return the end of what a note takes the place of: in English it goes behind punctuation.

    The punctuation then goes before the note. Other languages differ among themselves, so that
    notes stay where their authors have put them.
    """
    if not whole.language.startswith("en"):
        return place.end
    match = _PUNCTUATION.match(place.placed.paragraph.text, place.end)
    return match.end() if match else place.end


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
