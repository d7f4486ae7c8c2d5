"""LaTeX of a .bib file that is written as it was, if TeX can do no harm with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from ...base.lazy_regex import regex
from ...markup.latex_to_text import unknown_commands
from ..braces import is_braced

# What could make TeX run or read something; such a field is written as text.
_ACTIVE = regex(
    r"\\(?:input|include|write|immediate|open(?:in|out)|read|catcode|csname|[egx]?def|let|directlua"
    r"|special|usepackage|ShellEscape)|\^\^"
)
_NON_ASCII = regex(r"[^\x00-\x7f]+")


def raw_latex(latex: str, spell: Callable[[str], str] | None = None) -> str:
    r"""Return LaTeX in one line, or ``""`` unless it is complete and known to be harmless.

    No list of dangerous commands is whole (``\lstinputlisting`` reads a file, too), so a command
    that no rule of ours knows counts as one. ``spell`` returns the LaTeX of what is not ASCII.
    """
    value = " ".join(latex.split())
    if not is_braced(f"{{{value}}}") or _ACTIVE.search(value) or unknown_commands(value):
        return ""
    if spell and not value.isascii():
        value = unicodedata.normalize("NFC", value)
        return _NON_ASCII.sub(lambda match: spell(match[0]), value)
    return value
