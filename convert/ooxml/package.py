"""The archive of a Word document: its parts by name, each kept as its bytes until it changes.

A part that changes is parsed by lxml and written from its tree, which keeps prefixes, unknown
elements and the order of attributes: ``mc:Ignorable`` names prefixes, and Word calls a file
corrupt where they are gone (ElementTree renames them). python-docx would write every part anew,
and knows no notes or fields.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from copy import copy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from ..base.archive import unpack
from ..base.errors import InputError
from ..base.signatures import OLE, ZIP
from ..base.xml_tree import parse
from .names import CONTENT_TYPES, RELATIONSHIPS, STRICT, Element, R

_TYPES_PART, _ROOT_RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
_KINDS = (
    "openxmlformats-officedocument.wordprocessingml.document.main",
    "openxmlformats-officedocument.wordprocessingml.template.main",
    "ms-word.document.macroEnabled",
    "ms-word.template.macroEnabled",
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of ZIP's calendar, so that equal inputs give equal files
_SAVE_AS = "in Word, save it as Word Document (*.docx)"


class Package:
    """A document's parts. Raises InputError if the data are no Word document."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        _refuse_other_kinds(data, name)
        self._entries, self._contents = unpack(data, name, ".docx")
        self._trees: dict[str, Element] = {}
        self._changed: dict[str, None] = {}
        self.main = self._find_main()

    def refuse_macros(self) -> None:
        """Raise InputError if the document has macros, and so is no .docx when it is written."""
        if ".macroEnabled" in self._type_of(self.main):
            raise InputError(f"{self.name}: has macros (.docm); {_SAVE_AS}")

    def __contains__(self, part: str) -> bool:
        return part in self._contents or part in self._trees

    def names(self) -> Iterator[str]:
        """Yield the names of all parts."""
        yield from dict.fromkeys([*self._contents, *self._trees])

    def tree(self, part: str) -> Element:
        """Return the root of a part. Raises InputError if it is broken."""
        if part not in self._trees:
            self._trees[part] = parse(self._contents[part], f"{self.name}: {part}")
        return self._trees[part]

    def changed(self, part: str) -> Element:
        """Return the root of a part that is going to be changed."""
        self._changed[part] = None
        return self.tree(part)

    def add(self, part: str, root: Element, content_type: str) -> None:
        """Add a part of this type."""
        self._trees[part] = root
        self._changed[part] = None
        override = etree.SubElement(self.changed(_TYPES_PART), f"{{{CONTENT_TYPES}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", content_type)

    def related(self, kind: str, part: str | None = None) -> str:
        """Return the part to which ``part`` (the document itself) has a relationship of a kind.

        ``kind`` is the end of the relationship's type, such as ``footnotes``; ``""``: none.
        """
        part = self.main if part is None else part
        for relationship in self._relationships(part):
            is_kind = relationship.get("Type", "").rpartition("/")[2] == kind
            if is_kind and relationship.get("TargetMode") != "External":
                target = _target(part, relationship.get("Target", ""))
                return target if target in self else ""
        return ""

    def relate(self, kind: str, target: str, *, part: str | None = None, external: bool) -> str:
        """Add a relationship of ``part`` (the document itself), and return its id.

        ``kind`` is a type of relationship, by its end or in full. One to the same address is used
        again.
        """
        part = self.main if part is None else part
        kind = kind if "/" in kind else f"{R}/{kind}"
        rels = _relationships_part(part)
        if rels not in self:
            self._trees[rels] = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>')
        root = self.changed(rels)
        ids = set()
        for known in root:
            if known.get("Type") == kind and known.get("Target") == target:
                return known.get("Id", "")
            ids.add(known.get("Id"))
        number = next(number for number in range(1, len(ids) + 2) if f"rId{number}" not in ids)
        added = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship")
        for name, attribute in (("Id", f"rId{number}"), ("Type", kind), ("Target", target)):
            added.set(name, attribute)
        if external:
            added.set("TargetMode", "External")
        return f"rId{number}"

    def replace(self, part: str, data: bytes) -> None:
        """Replace a part by these bytes."""
        self._trees.pop(part, None)
        self._changed.pop(part, None)
        self._contents[part] = data

    def save(self) -> bytes:
        """Return the archive: what did not change byte for byte, in the same order."""
        saved = BytesIO()
        with ZipFile(saved, "w") as archive:
            for entry in self._entries:
                archive.writestr(copy(entry), self.saved(entry.filename))
            known = {entry.filename for entry in self._entries}
            for part in self.names():
                if part not in known:
                    entry = ZipInfo(part, _FIRST_DAY)
                    entry.compress_type = ZIP_DEFLATED
                    archive.writestr(entry, self.saved(part))
        return saved.getvalue()

    def saved(self, part: str) -> bytes:
        """Return a part as it is written, ``b""`` if there is none."""
        if part in self._changed:
            root = self._trees[part]
            return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return self._contents.get(part, b"")

    def _relationships(self, part: str) -> list[Element]:
        rels = _relationships_part(part)
        return list(self.tree(rels)) if rels in self else []

    def _find_main(self) -> str:
        """Return the part with the text. Raises InputError, which names what the file is."""
        main = self.related("officeDocument", "")
        if not main or _TYPES_PART not in self._contents:
            relationships = self._contents.get(_ROOT_RELATIONSHIPS, b"")
            if STRICT.encode() in relationships:
                raise InputError(f"{self.name}: is strict OOXML; {_SAVE_AS}")
            raise InputError(f"{self.name}: {_other_archive(self._contents)}; expected a .docx")
        root = etree.QName(self.tree(main)).namespace or ""
        if root.startswith(STRICT):
            raise InputError(f"{self.name}: is strict OOXML; {_SAVE_AS}")
        content_type = self._type_of(main)
        if not any(kind in content_type for kind in _KINDS):
            raise InputError(f"{self.name}: is no Word document, but {content_type or 'unknown'}")
        return main

    def _type_of(self, part: str) -> str:
        """Return the content type of a part: its own, else that of its suffix."""
        suffix = part.rpartition(".")[2].lower()
        types = {
            rule.get("PartName") or rule.get("Extension", "").lower(): rule.get("ContentType", "")
            for rule in self.tree(_TYPES_PART)
        }
        return types.get(f"/{part}") or types.get(suffix, "")


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if data.startswith(OLE):
        if _ENCRYPTED in data:
            raise InputError(f"{name}: is protected by a password; save it without one")
        raise InputError(f"{name}: is an old Word file (.doc); {_SAVE_AS}")
    if not data.startswith(ZIP):
        raise InputError(f"{name}: is no Word document; expected a .docx")


def _other_archive(contents: dict[str, bytes]) -> str:
    """Return what an archive without a Word document is."""
    kind = contents.get("mimetype", b"")[:100].decode("latin-1")
    return f"is {kind}, no Word document" if kind else "is a ZIP archive, no Word document"


def _relationships_part(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _target(part: str, target: str) -> str:
    """Return the name of the part that a relationship of ``part`` leads to."""
    folder = "" if target.startswith("/") else posixpath.dirname(part)
    return posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
