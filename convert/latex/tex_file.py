"""Read .tex files: what a document cites before LaTeX has run, and the line of every key."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from ..library.real_path import real_path
from . import tex_commands
from .citations import CitationEvent, read_text, split_keys
from .tex_arguments import group, options, skip
from .tex_commands import ARGUMENTS_BEFORE_KEY, COMMAND, DATABASES, INPUTS

STYLE_OPTION = re.compile(r"(?<![\w-])(style|bibstyle)\s*=\s*\{?\s*([\w.-]+)")
# Whether a command loads packages, or passes options to them.
PACKAGES = {
    "usepackage": True, "RequirePackage": True, "PassOptionsToPackage": False,
    "ExecuteBibliographyOptions": False,
}  # fmt: skip
MAX_DEPTH = 50  # files within files
# The files that were read, each with the folder from which it names others.
Read: TypeAlias = set[tuple[Path, Path]]


def read_events(path: Path) -> Iterator[CitationEvent]:
    """Yield what the document ``path`` and the files that it inputs say, in reading order.

    Raises:
        OSError: ``path`` itself cannot be read; files that it names may be missing.

    """
    yield from _events(path, read_text(path), path.parent, 1, {(real_path(path), path.parent)})


def _events(path: Path, text: str, root: Path, depth: int, read: Read) -> Iterator[CitationEvent]:
    yield CitationEvent("file", str(path))
    text = tex_commands.blank_unread(text)
    line_ends = [position for position, character in enumerate(text) if character == "\n"]
    for match in COMMAND.finditer(text):
        name, end = match[1], match.end()
        if name in INPUTS:
            names = _input_names(name, text, end)
            yield from _input_events(names, path.parent, root, depth, read)
            continue
        for kind, value in _parse_command(name, text, end):
            line = bisect_left(line_ends, match.start()) + 1
            yield CitationEvent(kind, value, str(path), line)


def _parse_command(name: str, text: str, position: int) -> Iterator[tuple[str, str]]:
    """Yield the kind and value of each event that a command stands for."""
    if tex_commands.is_citation(name):
        yield from (("cite", key) for key in _keys(name, text, position))
    elif name in DATABASES:
        yield from (("bibliographies", file) for file in _databases(name, text, position))
    elif name == "bibliographystyle" and (argument := group(text, position)):
        yield "style", argument[0].strip()
    elif name in PACKAGES:
        yield from _packages(name, text, position)


def _packages(name: str, text: str, position: int) -> Iterator[tuple[str, str]]:
    """Yield the packages that a command loads or sets, and the style of biblatex."""
    if PACKAGES[name]:
        argument, chosen = group(text, options(text, position)), group(text, position, "[")
        packages = split_keys(argument[0]) if argument else []
        yield from (("package", package) for package in packages)
    else:
        chosen = group(text, options(text, position))
        argument = group(text, chosen[1]) if chosen and name.startswith("Pass") else None
        packages = split_keys(argument[0]) if argument else ["biblatex"]
    yield from _styles(chosen[0] if chosen else "", packages)


def _styles(chosen: str, packages: list[str]) -> Iterator[tuple[str, str]]:
    """Yield biblatex's style, if options of these packages choose one."""
    if "biblatex-chicago" in packages:
        yield "biblatex-style", "chicago-authordate" if "authordate" in chosen else "chicago-notes"
    elif "biblatex" in packages:
        by_name = {match[1]: match[2] for match in STYLE_OPTION.finditer(chosen)}
        if style := by_name.get("bibstyle") or by_name.get("style"):
            yield "biblatex-style", style


def _keys(name: str, text: str, position: int) -> Iterator[str]:
    """Yield the keys of a citation command, whatever arguments come before them."""
    is_multicite = tex_commands.MULTICITE.match(name)
    before = 1 if tex_commands.VOLUMES.search(name) else ARGUMENTS_BEFORE_KEY.get(name, 0)
    position = options(text, position, "(") if is_multicite else position
    while argument := _argument(text, options(text, position), before):
        # A parameter or a macro is no key: this is the definition of a command, not its use.
        yield from (key for key in split_keys(argument[0]) if "#" not in key and "\\" not in key)
        position = argument[1]
        if not is_multicite:
            return


def _argument(text: str, position: int, before: int) -> tuple[str, int] | None:
    """Return the brace group after ``before`` others and their optional arguments."""
    for _ in range(before):
        if not (argument := group(text, position)):
            return None
        position = options(text, argument[1])
    return group(text, position)


def _databases(name: str, text: str, position: int) -> list[str]:
    """Return the databases that a command names."""
    how = DATABASES[name]
    if how == "optional":
        argument = group(text, position, "[")
    else:
        argument = group(text, options(text, position))
    if not argument or "\\" in argument[0] or "#" in argument[0]:
        return []
    return split_keys(argument[0]) if how != "one" else [argument[0].strip()]


def _input_events(
    names: list[str], here: Path, root: Path, depth: int, read: Read
) -> Iterator[CitationEvent]:
    """Yield what a file says; ``names`` are its name, after its folder if the command has one.

    A file that was read already says nothing new.
    """
    path = _find_file("/".join(names), here, root)
    if not path or depth == MAX_DEPTH:
        return
    base = path.parent if len(names) > 1 else root
    place = (real_path(path), base)
    if place not in read:
        read.add(place)
        yield from _events(path, read_text(path), base, depth + 1, read)


def _input_names(command: str, text: str, position: int) -> list[str]:
    """Return the arguments that name the file which a command reads."""
    names: list[str] = []
    for _ in range(INPUTS[command] + 1):
        argument = group(text, position) or _bare_name(text, position)
        if not argument:
            return []
        names.append(argument[0].strip().strip('"'))
        position = argument[1]
    return names


def _bare_name(text: str, position: int) -> tuple[str, int] | None:
    """Return a file name without braces, as plain TeX allows: up to the next blank."""
    position = skip(text, position)
    word = text[position : position + 500].split(maxsplit=1)[:1]
    if not word or word[0].startswith(("\\", "}", "[")):
        return None
    return word[0], position + len(word[0])


def _find_file(name: str, here: Path, root: Path) -> Path | None:
    """Find a file as TeX does: with ``.tex`` first, in the document's folder, then in ``here``."""
    if not name or "\\" in name or "#" in name or "\0" in name:
        return None
    for folder in dict.fromkeys((root, here)):
        for path in (folder / f"{name}.tex", folder / name):
            if path.is_file():
                return path
    return None
