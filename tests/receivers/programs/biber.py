"""biber, as its BibLaTeXML shows what it hands to biblatex."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tests.receivers import bib_fields
from tests.receivers.entry import OTHERS, Entry, Person, person
from tests.receivers.limits import KEYWORDS, Limit
from tests.receivers.receiver import Receiver, program_version, run

_NAMESPACE = "{http://biblatex-biber.sourceforge.net/biblatexml}"
# BibLaTeXML splits names at the tilde of an accent, too, which is whole in a .bbl.
_TIE = re.compile(r"(?<=\\) (?=\\endcsname)")
_VERBATIM = {"doi", "eprint", "url"}
_COMMAND = (
    "biber", "--tool", "--quiet", "--output-format=biblatexml", "--no-bltxml-schema",
    "--output-file=read.xml", "refs.bib",
)  # fmt: skip


def _read(path: Path) -> list[Entry]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(path, folder / "refs.bib")
        run(*_COMMAND, cwd=folder)
        root = ElementTree.parse(folder / "read.xml").getroot()
    return [_entry(element) for element in root.iter(f"{_NAMESPACE}entry")]


def _entry(element: Element) -> Entry:
    fields = {_name(child): _text(child) for child in element if _name(child) != "names"}
    fields |= {
        name: bib_fields.decode(text) for name, text in fields.items() if name not in _VERBATIM
    }
    people = {names.get("type"): _people(names) for names in element.iter(f"{_NAMESPACE}names")}
    return bib_fields.read(
        element.get("id", ""), fields, people.get("author", []), people.get("editor", [])
    )


def _name(element: Element) -> str:
    return element.tag.removeprefix(_NAMESPACE)


def _text(element: Element) -> str:
    """Return a field: a text, a list, or a range or a list of ranges."""
    children = list(element)
    if not children:
        return element.text or ""
    if _name(children[0]) == "start":
        return ("/" if _name(element) == "date" else "-").join(map(_text, children)).strip("-")
    between = {"pages": ", ", "keywords": "; "}.get(_name(element), " and ")
    return between.join(map(_text, element.iter(f"{_NAMESPACE}item"))) or _text(children[0])


def _people(names: Element) -> list[Person]:
    people = [_person(name) for name in names.iter(f"{_NAMESPACE}name")]
    return [*people, OTHERS] if names.get("morenames") else people


def _person(name: Element) -> Person:
    parts = {
        part.get("type", ""): " ".join(filter(None, map(str.strip, part.itertext())))
        for part in name
        if part.get("type")
    }
    decoded = {kind: bib_fields.decode(_TIE.sub("~", text)) for kind, text in parts.items()}
    family, given = decoded.get("family", ""), decoded.get("given", "")
    return person(decoded.get("prefix", ""), family, given, decoded.get("suffix", ""))


RECEIVER = Receiver(
    "biber",
    lambda: program_version("biber", "--version"),
    {"biblatex": _read},
    (
        Limit("", ("PMCID",), "drops the field unless a `.dbx` file declares it"),
        Limit("", KEYWORDS, "uses them to select entries; none is printed"),
    ),
)
