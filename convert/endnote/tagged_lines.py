"""EndNote's tagged text as references of RIS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..model.report import Location, Report
from ..model.values import Field
from ..ris.read.split import FieldLines, Reference
from ..tables.endnote import KEY, WITH_ISSUES, code_of
from ..tables.enw import HOUSEKEEPING, NAMES, TAGS
from ..tables.ris import LISTED

FORMAT = "enw"
_LINE = regex(r"(%[!-~])(?: (.*)|\s*)")
_TYPE = "%0"
# Of these tags of RIS each further line is a value of its own; other values go on in it.
_LISTED = LISTED | {"UR"}
_ONE_A_LINE = frozenset(name for name, tag in TAGS.items() if tag in _LISTED)


def split_references(
    lines: Iterable[str], file: str, report: Report, left_out: Counter[str]
) -> Iterator[Reference]:
    """Yield the references; what EndNote's libraries note of themselves is counted.

    A reference begins at its type (``%0``), or behind a blank line.
    """
    fields = FieldLines()
    for number, line in enumerate(lines, start=1):
        match = _LINE.fullmatch(line)
        is_blank = not line.strip()
        if fields and (is_blank or (match and match[1] == _TYPE)):
            yield _reference(fields.take(), left_out)
        if match:
            fields.add(match[1], (match[2] or "").strip(), number)
        elif fields:
            fields.continue_last(line.strip(), number, _ONE_A_LINE)
        elif not is_blank:
            message = f"{line[:60]!r} stands outside of any reference; left out"
            report.note("stray-line", Location(file, number), message)
    if fields:
        yield _reference(fields.take(), left_out)


def _reference(fields: list[Field], left_out: Counter[str]) -> Reference:
    """Return a reference with RIS's tags; a letter that EndNote does not have stays as it is."""
    first = fields[0].line
    type_ = next((field for field in fields if field.tag == _TYPE), Field(_TYPE, "", first))
    code = code_of(type_.value)
    reference = Reference(first, [Field("TY", code, type_.line)], FORMAT, NAMES)
    for letter, value, line in fields:
        if letter in HOUSEKEEPING:
            left_out[letter] += 1
        elif letter != _TYPE and value:
            reference.fields.append(Field(_tag(letter, code), value, line))
    reference.fields.sort(key=lambda field: field.tag not in KEY)
    return reference


def _tag(letter: str, code: str) -> str:
    tag = TAGS.get(letter, letter)
    return "M1" if tag == "IS" and code not in WITH_ISSUES else tag
