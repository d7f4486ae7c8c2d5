"""A style: parsed once, checked, frozen. Knows no record and no output format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..base.frozen import Frozen
from .errors import StyleError
from .xml import Element, parse

if TYPE_CHECKING:
    from pathlib import Path


class Info(Frozen):
    """What a style says of itself (CSL 1.0.2, "Info")."""

    title: str = ""
    id: str = ""
    title_short: str = ""
    parent: str = ""
    links: tuple[tuple[str, str], ...] = ()
    fields: tuple[str, ...] = ()
    citation_format: str = ""
    issn: tuple[str, ...] = ()
    summary: str = ""
    updated: str = ""
    rights: str = ""


class Style(Frozen):
    """An independent style, ready to be compiled; a dependent one has ``info.parent`` only."""

    name: str
    info: Info
    root: Element
    macros: Mapping[str, Element]
    citation: Element | None
    bibliography: Element | None
    locales: tuple[Element, ...]
    default_locale: str = ""
    klass: str = "in-text"

    @property
    def dependent(self) -> bool:
        """Whether the style only names a parent to format with."""
        return self.citation is None and bool(self.info.parent)


def parse_style_file(path: Path | str) -> Style:
    """Read a style from a file.

    Raises:
        StyleError: see ``parse_style``.
        OSError: the file cannot be read.

    """
    with open(path, "rb") as stream:
        return parse_style(stream.read(), str(path))


def parse_style(source: bytes | str, name: str = "style") -> Style:
    """Return the style in ``source``; ``name`` stands for it in errors.

    Raises:
        StyleError: not XML, a DOCTYPE, not a style, an unknown macro, macros that call
            each other in a circle, or neither a citation nor a parent.

    """
    root = parse(source, name)
    if root.tag != "style":
        raise StyleError(name, root.line, f"expected a CSL style, found <{root.tag}>")
    macros = {macro.get("name"): macro for macro in root.all("macro")}
    style = Style(
        name=name,
        info=_info(root.child("info")),
        root=root,
        macros=macros,
        citation=root.child("citation"),
        bibliography=root.child("bibliography"),
        locales=tuple(root.all("locale")),
        default_locale=root.get("default-locale"),
        klass=root.get("class", "in-text"),
    )
    _check(style)
    return style


def _check(style: Style) -> None:
    if style.citation is None and not style.info.parent:
        problem = 'a style needs <citation>, or a link with rel="independent-parent"'
        raise StyleError(style.name, style.root.line, problem)
    for area in (style.citation, style.bibliography):
        if area is not None and area.child("layout") is None:
            raise StyleError(style.name, area.line, f"<{area.tag}> has no <layout>")
    calls = {name: _calls(style, macro) for name, macro in style.macros.items()}
    for area in (style.citation, style.bibliography):
        if area is not None:
            _calls(style, area)
    _refuse_circles(style, calls)


def _calls(style: Style, element: Element) -> list[Element]:
    """Return the elements below that call a macro; each must exist."""
    found = []
    for node in element.walk():
        called = node.attrs.get("macro")
        if called is None or node.tag not in ("text", "key"):
            continue
        if called not in style.macros:
            problem = f"macro {called!r} is called but not defined"
            raise StyleError(style.name, node.line, problem)
        found.append(node)
    return found


def _refuse_circles(style: Style, calls: Mapping[str, list[Element]]) -> None:
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        if name in done:
            return
        for node in calls[name]:
            target = node.attrs["macro"]
            if target in path:
                circle = " -> ".join((*path[path.index(target) :], target))
                problem = f"macros call each other in a circle: {circle}"
                raise StyleError(style.name, node.line, problem)
            visit(target, (*path, target))
        done.add(name)

    for name in calls:
        visit(name, (name,))


def _info(info: Element | None) -> Info:
    if info is None:
        return Info()
    texts = {child.tag: child.text.strip() for child in reversed(info.children)}
    links = tuple((link.get("rel"), link.get("href")) for link in info.all("link"))
    categories = info.all("category")
    parent = next((href for rel, href in links if rel == "independent-parent"), "")
    numbers = [child.text.strip() for child in info.children if child.tag in ("issn", "eissn")]
    formats = [category.get("citation-format") for category in categories]
    return Info(
        title=texts.get("title", ""),
        id=texts.get("id", ""),
        title_short=texts.get("title-short", ""),
        parent=parent,
        links=links,
        fields=tuple(field for category in categories if (field := category.get("field"))),
        citation_format=next((form for form in formats if form), ""),
        issn=tuple(number for number in numbers if number),
        summary=texts.get("summary", ""),
        updated=texts.get("updated", ""),
        rights=texts.get("rights", ""),
    )
