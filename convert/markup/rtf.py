r"""RTF 1.9 that pastes into Word: characters as ``\uN?``, tabs, hanging indents, link fields."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..model.rich_text import Text
from .direction import mark_numbers
from .file_mark import TextMark
from .links import link
from .paragraphs import Paragraph, TextRun, TextStyle, blocks, paragraphs
from .reference_list import ReferenceList
from .registry import Markup

ESCAPES = str.maketrans({"\\": r"\\", "{": r"\{", "}": r"\}"})
DIGIT_WIDTH = 120  # twips, at 12 points
INDENT = 720  # twips: half an inch
MARK = TextMark(r"{\*\generator medcite ", ";}", "}\n")
HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\uc1"
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}}"
    r"{\colortbl;\red5\green99\blue193;}"
    "\n"
)


def escape(text: str) -> str:
    """Return ``text`` escaped, in ASCII, so that no character of it is a control of RTF."""
    text = text.translate(ESCAPES)
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_character, text))


@lru_cache(maxsize=4096)
def _character(character: str) -> str:
    """Return a character as signed UTF-16 numbers, each with ``?`` for readers before 1997."""
    if " " <= character < "\x7f":
        return character
    if character < " " or "\x7f" <= character < "\xa0":
        return " "
    units = character.encode("utf-16-le", "surrogatepass")
    numbers = (
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    )
    return "".join(f"\\u{number}?" for number in numbers)


def render(text: Text) -> str:
    """Return a reference or a citation, without its paragraph's layout."""
    return r"\line ".join(map(_line, paragraphs(text)))


def inline(text: Text) -> str:
    """Return a citation, with the blanks at its ends."""
    return "".join(_run(run) for block in blocks(text) for run in mark_numbers(block.runs))


def _line(paragraph: Paragraph) -> str:
    """Return a paragraph: its label, a tab and the rest."""
    label = "".join(map(_run, paragraph.label))
    body = "".join(map(_run, mark_numbers(paragraph.runs)))
    return f"{label}\\tab {body}" if label else body


def _run(run: TextRun) -> str:
    """Return a run, in a group of its own if it has a text style."""
    codes = _codes(run.style)
    body = f"{{{codes} {escape(run.text)}}}" if codes else escape(run.text)
    if not run.style.href:
        return body
    target = escape(run.style.href.replace('"', "%22").replace("\\", "%5C"))
    return rf'{{\field{{\*\fldinst{{HYPERLINK "{target}"}}}}{{\fldrslt{{\ul\cf1 {body}}}}}}}'


def _codes(style: TextStyle) -> str:
    """Return the control words of a text style."""
    words = {
        r"\i": style.italic or style.oblique,
        r"\b": style.bold,
        r"\scaps": style.caps,
        r"\ul": style.underline,
        r"\super": style.rise == "sup",
        r"\sub": style.rise == "sub",
    }
    return "".join(word for word, on in words.items() if on)


def document(bibliography: ReferenceList, citations: Sequence[Text] = ()) -> str:
    """Return a whole file, ``citations`` first; text pasted from it keeps its layout."""
    cited = (rf"\pard\plain\sa120\f0\fs24 {inline(text)}\par" "\n" for text in citations)
    entries = (_entry(entry.text, bibliography) for entry in bibliography.entries)
    return f"{HEAD}{''.join(cited)}{''.join(entries)}}}\n"


def _entry(text: Text, bibliography: ReferenceList) -> str:
    """Return the paragraphs of an entry."""
    lines = paragraphs(link(text))
    spacing = rf"\sl{240 * bibliography.line_spacing}\slmult1"
    after = 240 * bibliography.entry_spacing
    return "".join(
        rf"\pard\plain{_indent(line, bibliography)}{spacing}"
        rf"\sa{after if line is lines[-1] else 0}\f0\fs24 {_line(line)}\par"
        "\n"
        for line in lines
    )


def _indent(paragraph: Paragraph, bibliography: ReferenceList) -> str:
    """Return the control words that indent a paragraph as the citation style asks."""
    if bibliography.second_field_align:
        width = DIGIT_WIDTH * (bibliography.max_offset + 1)
        left = 0 if bibliography.second_field_align == "margin" else width
        first = -width if paragraph.label else 0
        return rf"\li{left}\fi{first}\tx{left}"
    if paragraph.kind == "indent":
        return rf"\li{INDENT}"
    return rf"\li{INDENT}\fi-{INDENT}" if bibliography.hanging_indent else ""


MARKUP = Markup("rtf", document, suffixes=(".rtf",), mark=MARK)
