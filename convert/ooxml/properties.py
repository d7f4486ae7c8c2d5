"""A document's custom properties, in which programs keep their settings."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from .names import Element
from .package import Package

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PART = "docProps/custom.xml"


def texts(package: Package, prefix: str) -> list[str]:
    """Return the properties called ``prefix`` with 1, 2... behind it, as far as they go."""
    part = package.related("custom-properties", "")
    known = {} if not part else {
        child.get("name", ""): "".join(map(str, child.itertext())) for child in package.tree(part)
    }  # fmt: skip
    found: list[str] = []
    while (name := f"{prefix}{len(found) + 1}") in known:
        found.append(known[name])
    return found


def set_texts(package: Package, prefix: str, values: Iterable[str]) -> None:
    """Set the properties called ``prefix`` with 1, 2... behind it; all others stay."""
    root = _root(package)
    for child in list(root):
        if child.get("name", "").startswith(prefix):
            root.remove(child)
    highest = max([1, *(int(child.get("pid", "1")) for child in root)])
    for number, value in enumerate(values, start=1):
        child = etree.SubElement(root, f"{{{_CUSTOM}}}property")
        child.set("fmtid", _USER_DEFINED)
        child.set("pid", str(highest + number))
        child.set("name", f"{prefix}{number}")
        etree.SubElement(child, f"{{{_TYPES}}}lpwstr").text = value


def _root(package: Package) -> Element:
    if part := package.related("custom-properties", ""):
        return package.changed(part)
    root = etree.fromstring(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}"/>')
    package.add(_PART, root, _CONTENT_TYPE)
    package.relate("custom-properties", _PART, part="", external=False)
    return root
