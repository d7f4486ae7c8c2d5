"""Manuscripts in plain text, the bibliographies kept for them, and placeholders in any document."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import medcite
from medcite.manuscript import placeholders
from medcite.model.report import Report
from medcite.plain_documents.document import PlainLanguage
from medcite.plain_documents.plan import LANGUAGES, PlainRequest, plan

from fuzz import seeds
from fuzz.target import FaultError, Target

CITING = """[@pmid:27582220, p. 52; see also @PMC3593158] @{doi:10.1016/S0140-6736(07)61602-X}
(PMID: 6096719; doi:10.1000/a(b)c) [-@key, chap. xii-xv] `[@code]` @key{.x} <!-- [@no] -->
#cite(<pmid:27582220>, supplement: [p. 3]) @key[p. 4] // [@no]
"""


class _Place(NamedTuple):
    """A language of documents, and the suffix of a bibliography in it."""

    language: PlainLanguage
    suffix: str

    def document(self) -> bytes:
        """Return a document that names the bibliography."""
        file = f"refs{self.suffix}"
        heads = {".md": f"---\nbibliography: {file}\n---\n", ".typ": f'#bibliography("{file}")\n'}
        cited = " ".join(f"@pmid:{record.pmid}" for record in seeds.records()[:2])
        return f"{heads.get(self.language.suffixes[0], '')}{CITING}{cited}\n".encode()


def targets() -> Iterator[Target]:
    """Yield a target for each language and kind of bibliography, and one for placeholders."""
    yield Target("placeholders", lambda: [CITING.encode()], _find_placeholders)
    for language in LANGUAGES:
        name = language.suffixes[0].removeprefix(".")
        for suffix in language.makers:
            place = _Place(language, suffix)
            yield Target(f"document-{name}-{suffix[1:]}", lambda place=place: [place.document()],
                         partial(_update_by_document, place))  # fmt: skip
            yield Target(f"references-{name}-{suffix[1:]}", partial(_bibliographies, place),
                         partial(_update_references, place))  # fmt: skip


def _find_placeholders(data: bytes) -> None:
    """Look for citations in a paragraph, as Word's; they do not overlap."""
    text = data.decode("utf-8", "replace")
    placeholders.find_bare(text)
    end = 0
    for found in placeholders.find(text):
        if not end <= found.start < found.end <= len(text):
            raise FaultError(f"{found} overlaps with what ends at {end}")
        end = found.end


def _bibliographies(place: _Place) -> list[bytes]:
    """Return what medcite writes where nothing was, and an empty file."""
    return [b"", _update(place, place.document(), b"")]


def _update_by_document(place: _Place, document: bytes) -> None:
    _update(place, document, b"")


def _update_references(place: _Place, references: bytes) -> None:
    _update(place, place.document(), references)


def _update(place: _Place, document: bytes, old: bytes) -> bytes:
    """Return a bibliography's new content; fail if a second run changes it again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, target = folder / f"main{place.language.suffixes[0]}", folder / f"refs{place.suffix}"
        path.write_bytes(document)
        if old:
            target.write_bytes(old)
        export = folder / "export.nbib"
        export.write_bytes(seeds.written("medline"))
        request = PlainRequest(str(path), (str(export),), str(target))
        try:
            new = plan(request, place.language, Report()).revision.new
        except medcite.Error:
            return b""
        target.write_bytes(new)
        if plan(request, place.language, Report()).revision.new != new:
            raise FaultError(f"a second run changes it again:\n{new.decode('utf-8', 'replace')}")
        return new
