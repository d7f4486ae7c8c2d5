"""A document of each format that is read, with citations of Zotero's.

For a format called ``x`` there is a function ``make_x`` of the codes of the citations, each of
which gets a paragraph, one after the other.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.manuscript import documents

FIRST = "A título of one article"
SECOND = "Another title"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_TYPE = "application/vnd.oasis.opendocument.text"
FIELD = "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"
ODT_NAMESPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:meta="{ODF}:meta:1.0" '
    f'xmlns:table="{ODF}:table:1.0" xmlns:draw="{ODF}:drawing:1.0" xmlns:field="{FIELD}"'
)


def item(title: str, number: int, **variables: object) -> dict[str, object]:
    """Return an item of Zotero's; ``number`` is in its address and its DOI."""
    return {
        "id": number, "type": "article-journal", "title": title, "DOI": f"10.1000/{number}",
        "author": [{"family": "Foe", "given": "Kim"}], "container-title": "Journal of tests",
        "issued": {"date-parts": [["2019"]]}, **variables,
    }  # fmt: skip


def code(*items: Mapping[str, object]) -> str:
    """Return the code of a citation of Zotero's."""
    cited = [
        {"id": each["id"], "uris": [f"http://zotero.org/users/1/items/{each['id']}"],
         "itemData": each}
        for each in items
    ]  # fmt: skip
    return f"ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': cited})}"


CODES = (
    code(item(FIRST, 1)),
    code(item(FIRST, 1), item(SECOND, 2)),
)


def make(name: str, codes: tuple[str, ...]) -> bytes:
    """Return a document of the format called ``name``."""
    maker: Callable[[tuple[str, ...]], bytes] = getattr(sys.modules[__name__], f"make_{name}")
    return maker(codes)


def make_docx(codes: tuple[str, ...]) -> bytes:
    """Return a Word document."""
    fields = (documents.field(f" ADDIN {escape(code)} ", "(1)") for code in codes)
    return documents.docx("".join(documents.paragraph("Seen ", field) for field in fields))


def make_odt(codes: tuple[str, ...]) -> bytes:
    """Return an OpenDocument text."""
    return odt("".join(f"<text:p>Seen {reference_mark(code)}.</text:p>" for code in codes))


def reference_mark(code: str) -> str:
    """Return a citation as LibreOffice keeps those of Zotero's."""
    name = escape(f"{code} RNDabcdefghij")
    return (
        f'<text:reference-mark-start text:name="{name}"/>(1)'
        f'<text:reference-mark-end text:name="{name}"/>'
    )


def odt(text: str, meta: str = "", **parts: str) -> bytes:
    """Return an OpenDocument text with this content and these properties."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODT_TYPE, ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {ODT_NAMESPACES}><office:body><office:text>{text}"
            "</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "meta.xml",
            f"<office:document-meta {ODT_NAMESPACES}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
        )
        archive.writestr("META-INF/manifest.xml", parts.get("manifest", "<manifest/>"))
    return file.getvalue()
