"""Fields of a .bib file that no attribute takes, which go back when a .bib file is written."""

from __future__ import annotations

from collections.abc import Container

from ...base.lazy_regex import regex
from ...markup.latex_to_text import plain_text, unknown_commands
from ...model import peek
from ...model.record import Record
from ..braces import is_braced
from .encoder import EncodingContext

FORMAT = "bibtex"
# What could make TeX run or read something; such a field is written as text.
_ACTIVE = regex(
    r"\\(?:input|include|write|immediate|open(?:in|out)|read|catcode|csname|[egx]?def|let|directlua"
    r"|special|usepackage|ShellEscape)|\^\^"
)


def is_from_bib(record: Record) -> bool:
    """Whether a record was read from a .bib file."""
    return peek.origin_format(record) == FORMAT


def kept_fields(
    record: Record, written: Container[str], context: EncodingContext
) -> dict[str, str]:
    """Return the right sides of a record's kept fields by tag, but for tags that are written."""
    if not is_from_bib(record):
        return {}
    return {
        field.tag: right_side
        for field in record.kept
        if field.tag not in written and context.wants(field.tag)
        if (right_side := _right_side(field.value, context)) != "{}"
    }


def _right_side(latex: str, context: EncodingContext) -> str:
    r"""Return a value as it was, in braces; as text unless it is complete and known to be harmless.

    No list of dangerous commands is whole (``\lstinputlisting`` reads a file, too), so a command
    that no rule of ours knows counts as one.
    """
    value = " ".join(latex.split())
    braced = f"{{{value}}}"
    if is_braced(braced) and not _ACTIVE.search(value) and not unknown_commands(value):
        return braced
    return f"{{{context.spell(plain_text(value))}}}"
