"""The .tex files: what a document cites before TeX has run, and the line of every key."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from . import tex_commands
from .citations import CitationEvent, read_text, split
from .tex_arguments import group, options, skip
from .tex_commands import BEFORE, COMMAND, DATABASES, INPUTS

DEPTH = 50  # files within files


def events(path: Path) -> Iterator[CitationEvent]:
    """Yield what the document ``path`` and the files it reads say, in reading order.

    Raises:
        OSError: ``path`` itself cannot be read; files that it names may be missing.

    """
    yield from _events(path, read_text(path), path.parent, (path.resolve(),))


def _events(path: Path, text: str, root: Path, above: tuple[Path, ...]) -> Iterator[CitationEvent]:
    text = tex_commands.readable(text)
    ends = [at for at, sign in enumerate(text) if sign == "\n"]
    for found in COMMAND.finditer(text):
        name, at = found[1], found.end()
        if name in INPUTS:
            yield from _input(_named(name, text, at), path.parent, root, above)
            continue
        for what, value in _says(name, text, at):
            yield CitationEvent(what, value, str(path), bisect_left(ends, found.start()) + 1)


def _says(name: str, text: str, at: int) -> Iterator[tuple[str, str]]:
    """Yield what one command says: its keys, databases or style."""
    if tex_commands.cites(name):
        yield from (("cite", key) for key in _keys(name, text, at))
    elif name in DATABASES:
        yield from (("bibliographies", each) for each in _databases(name, text, at))
    elif name == "bibliographystyle" and (found := group(text, at)):
        yield "style", found[0].strip()
    elif name in ("usepackage", "RequirePackage"):
        found = group(text, options(text, at))
        yield from (("package", each) for each in split(found[0] if found else ""))


def _keys(name: str, text: str, at: int) -> Iterator[str]:
    """Yield the keys of a citing command, whatever stands before them."""
    many = tex_commands.MANY.match(name)
    before = 1 if tex_commands.VOLUMES.search(name) else BEFORE.get(name, 0)
    at = options(text, at, "(") if many else at
    while found := _argument(text, options(text, at), before):
        # A parameter or a macro is no key: the definition of a command, not its use.
        yield from (key for key in split(found[0]) if "#" not in key and "\\" not in key)
        at = found[1]
        if not many:
            return


def _argument(text: str, at: int, before: int) -> tuple[str, int] | None:
    """Return the brace group behind ``before`` others and their optional arguments."""
    for _ in range(before):
        if not (found := group(text, at)):
            return None
        at = options(text, found[1])
    return group(text, at)


def _databases(name: str, text: str, at: int) -> list[str]:
    """Return the databases that a command names."""
    how = DATABASES[name]
    found = group(text, at, "[") if how == "optional" else group(text, options(text, at))
    if not found or "\\" in found[0] or "#" in found[0]:
        return []
    return split(found[0]) if how != "one" else [found[0].strip()]


def _input(
    words: list[str], here: Path, root: Path, above: tuple[Path, ...]
) -> Iterator[CitationEvent]:
    """Yield what a file says; ``words`` are its name, after its folder if a command names one."""
    path = _find("/".join(words), here, root)
    if path and path.resolve() not in above and len(above) < DEPTH:
        base = path.parent if len(words) > 1 else root
        yield from _events(path, read_text(path), base, (*above, path.resolve()))


def _named(name: str, text: str, at: int) -> list[str]:
    """Return the arguments that name the file which a command reads."""
    words: list[str] = []
    for _ in range(INPUTS[name] + 1):
        found = group(text, at) or _word(text, at)
        if not found:
            return []
        words.append(found[0].strip().strip('"'))
        at = found[1]
    return words


def _word(text: str, at: int) -> tuple[str, int] | None:
    """Return a file name without braces, as plain TeX has it: up to the next blank."""
    at = skip(text, at)
    word = text[at : at + 500].split(maxsplit=1)[:1]
    if not word or word[0].startswith(("\\", "}", "[")):
        return None
    return word[0], at + len(word[0])


def _find(name: str, here: Path, root: Path) -> Path | None:
    """Find a file as TeX does: ``.tex`` added first, from the document's folder, then from here."""
    if not name or "\\" in name or "#" in name or "\0" in name:
        return None
    for folder in dict.fromkeys((root, here)):
        for path in (folder / f"{name}.tex", folder / name):
            if path.is_file():
                return path
    return None
