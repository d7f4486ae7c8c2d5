"""Normalize an item before it is formatted: no empty variables, and those in its note read."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..tables.csl_variables import DATES, NAMES
from .context import Item
from .dates.raw_date import is_approximate, parse_raw

# Variables written into a note, one a line or in braces, as reference managers allow.
_VARIABLE = r"(?:[A-Z]{2,}|[a-z][a-z_-]*)"
_LINE = regex(rf"({_VARIABLE}):\s*(\S.*?)\s*")
_BRACED = regex(rf"\{{:({_VARIABLE}:[^{{}}\n]*)\}}")


def prepared(item: Item) -> Item:
    """Return ``item`` without empty variables, and with those that its note holds."""
    if not all(item.values()):
        item = {name: value for name, value in item.items() if value or value == 0}
    if item.get("type") == "legal_case" and "-" in str(item.get("number")):
        # A docket's number, "70-18", is no range.
        item = {**item, "number": str(item["number"]).replace("\\-", "-").replace("-", "\\-")}
    note = item.get("note")
    if not note or ":" not in str(note):
        return item
    variables: dict[str, object] = {}
    text = _read_note(_BRACED.sub(r"\n\1\n", str(note)).split("\n"), item, variables)
    if not variables:
        return item
    merged = {**item, "note": text, **variables}
    return {name: value for name, value in merged.items() if value != ""}


def _read_note(lines: list[str], item: Item, variables: dict[str, object]) -> str:
    """Add the variables in a note to ``variables``; return the text without them.

    They are in its first lines, after one line of text at most; other text ends them
    (citeproc-js).
    """
    kept = []
    for index, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        if match is None or not _add(item, variables, *match.groups()):
            kept.append(line)
        if match is None and index and line.strip():
            kept += lines[index + 1 :]
            break
    return "\n".join(kept).strip()


def _add(item: Item, variables: dict[str, object], name: str, text: str) -> bool:
    """Add a variable, and return True; False if the item has one.

    Only a date or the type takes the place of the item's own.
    """
    if name in DATES:
        variables[name] = _date(text)
    elif name == "type":
        variables[name] = text
    elif item.get(name):
        return False
    elif name in NAMES:
        earlier = variables.get(name)
        variables[name] = [*(earlier if isinstance(earlier, list) else ()), _name(text)]
    else:
        variables[name] = text
    return True


def _name(text: str) -> dict[str, str]:
    family, _, given = text.partition("||")
    return {"family": family.strip(), "given": given.strip()} if given else {"literal": text}


def _date(text: str) -> dict[str, object]:
    ends = parse_raw(text)
    if not ends:
        return {"literal": text}
    date: dict[str, object] = {"date-parts": [[part for part in end if part] for end in ends]}
    return {**date, "circa": True} if is_approximate(text) else date
