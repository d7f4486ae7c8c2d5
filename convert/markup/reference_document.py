"""A reference list with the styles, fonts and pages of a Word document of the user's."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO

from ..base.errors import InputError
from ..ooxml.names import Element, value, w
from ..ooxml.package import Package
from ..ooxml.styles import Styles
from .docx import MARK
from .office_archive import signed

_PAGE = ("pgSz", "pgMar")  # headers and footers belong to the document that they are in


def styled(listed: bytes, template: bytes, name: str) -> bytes:
    """Return a list that :mod:`.docx` made with the styles of a template called ``name``.

    A style ``Bibliography`` that the template has is the list's. One that it lacks is added, with
    the distances of ours and the fonts of the template's ordinary text.

    Raises:
        InputError: The template is no Word document, or has no styles.

    """
    package, model = Package(listed, "the list"), Package(template, name)
    if not model.related("styles"):
        raise InputError(f"{name}: has no styles; give a document that Word or LibreOffice wrote")
    _take_styles(package, model)
    _take_part("theme", package, model)
    _take_page(package, model)
    core = MARK.unsigned(package.saved(MARK.part))
    package.replace(MARK.part, core)
    return signed(BytesIO(package.save()), MARK)


def _take_styles(package: Package, model: Package) -> None:
    """Replace the styles by the template's; the list's paragraphs name them by their ids."""
    own, known = Styles(package), Styles(model)
    document = package.changed(package.main)
    for used in {value(style) for style in document.iter(w("pStyle"))}:
        element = own.by_id(used)
        properties = element.find(w("pPr")) if element is not None else None
        style_id = known.named(used) or known.define(used, *_distances(properties))
        for style in document.iter(w("pStyle")):
            if value(style) == used:
                style.set(w("val"), style_id)
    package.replace(own.part, model.saved(known.part))


def _distances(properties: Element | None) -> list[Element]:
    names = ("spacing", "ind")
    found = [] if properties is None else [properties.find(w(name)) for name in names]
    return [deepcopy(element) for element in found if element is not None]


def _take_part(kind: str, package: Package, model: Package) -> None:
    """Replace a part by the template's, if both documents have one."""
    part, source = package.related(kind), model.related(kind)
    if part and source:
        package.replace(part, model.saved(source))


def _take_page(package: Package, model: Package) -> None:
    """Give the list the template's size of pages, and their margins."""
    sections = [*model.tree(model.main).iter(w("sectPr"))]
    section = next(package.changed(package.main).iter(w("sectPr")), None)
    if not sections or section is None:
        return
    for name in _PAGE:
        old, new = section.find(w(name)), sections[-1].find(w(name))
        if old is not None and new is not None:
            section.replace(old, deepcopy(new))
