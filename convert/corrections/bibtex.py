"""Corrects entries of a .bib file; comments, order, other fields and all spacing stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..base.errors import InputError
from ..model import peek
from ..options import Options
from ..reference_file.bib_entries import BibEntryMaker
from ..reference_file.bib_file import FieldSpan, field_spans, parse
from ..reference_file.entry import BrokenError, Entry, EntryDraft
from ..tables.verified_fields import BY_NAME
from ..verify.correction import Correction
from ..verify.fields import FieldDifference
from .result import CorrectedFile, KeyedChange

# A field that our writer calls otherwise.
_WRITTEN_AS = {"issue": "number", "articleno": "eid", "pmc": "pmcid"}
# A title in two fields, which only its author can divide.
_DIVIDED = frozenset({"subtitle"})


def correct(data: bytes, name: str, corrections: Sequence[Correction]) -> CorrectedFile:
    """Return the file with the corrected values in the entries' own fields.

    What an entry has in another field, or from another entry, is left.

    Raises:
        InputError: It is not UTF-8, or has an entry that never ends.

    """
    try:
        text = data.decode("utf-8")
        bib = parse(text)
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not in UTF-8, and was not changed") from error
    except BrokenError as error:
        raise InputError(f"{name}:{error.line}: {error}") from error
    wanted = {(peek.location(each.reference)[1], each.key): each for each in corrections}
    bodies: list[str] = []
    changed: list[KeyedChange] = []
    left: list[KeyedChange] = []
    for part in bib.parts:
        bodies.append(part.body)
        if correction := wanted.pop((part.line, part.key), None):
            bodies[-1], fields = _corrected(part, correction)
            for field in correction.fields:
                (changed if field in fields else left).append(KeyedChange(part.key, field))
    left += [KeyedChange(each.key, field) for each in wanted.values() for field in each.fields]
    pieces = (part.before + part.mark + body for part, body in zip(bib.parts, bodies, strict=True))
    return CorrectedFile("".join(pieces).encode("utf-8"), tuple(changed), tuple(left))


def _corrected(entry: Entry, correction: Correction) -> tuple[str, list[FieldDifference]]:
    """Return an entry's text with the values that can be set right, and their fields."""
    written = _written(correction)
    spans = list(field_spans(entry.body))
    values: dict[int, str] = {}
    fields = []
    for field in correction.fields:
        new = dict(_new_values(field.field, spans, written))
        is_plain = all(_is_plain(entry.body, spans[number]) for number in new)
        if (
            new
            and is_plain
            and not (field.field == "title" and _DIVIDED & {span.name for span in spans})
        ):
            values |= new
            fields.append(field)
    body = entry.body
    for number in sorted(values, reverse=True):
        span = spans[number]
        body = body[: span.start] + values[number] + body[span.end :]
    return body, fields


def _new_values(
    field: str, spans: Sequence[FieldSpan], written: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the entry's fields that hold a value, with the new text of each."""
    tags = BY_NAME[field].bibtex
    for number, span in enumerate(spans):
        value = written.get(_WRITTEN_AS.get(span.name, span.name))
        if span.name in tags and value:
            yield number, value


def _is_plain(body: str, span: FieldSpan) -> bool:
    """Whether a value is one text, number or macro, not several that ``#`` joins."""
    value = body[span.start : span.end]
    is_one = span.is_closed and (span.is_quoted or not set("{#") & set(value))
    return is_one and not body[span.end :].lstrip().startswith("#")


def _written(correction: Correction) -> dict[str, str]:
    """Return the fields of the corrected reference as they are written, with braces."""
    fields: dict[str, str] = {}
    for dialect in ("biblatex", "bibtex"):
        maker = BibEntryMaker(dialect, Options())
        draft = EntryDraft(correction.corrected, "key", ())
        (body,) = maker.render([draft])
        fields |= {span.name: body[span.start : span.end] for span in field_spans(body)}
    return fields
