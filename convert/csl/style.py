"""Parse a style; it knows no item and no output format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..base.frozen import Frozen
from .errors import StyleError
from .xml import Element, parse

if TYPE_CHECKING:
    from pathlib import Path

    from .style_repository import StyleSource


class Info(Frozen):
    """A style's metadata (CSL 1.0.2, "Info")."""

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
    """A style, ready to be compiled; of a dependent one only ``info`` is of use."""

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
        """Whether the style only names the parent to use in its place."""
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
        StyleError: not XML, a DOCTYPE, not a style, neither a citation nor a parent, or what
            ``check_style`` refuses.

    """
    from .check_style import check_style  # noqa: PLC0415  # those of a package are not checked

    style = _parse(source, name)
    if style.citation is not None:
        check_style(style.root, style.macros, name)
    return style


def parse_found_style(found: StyleSource) -> Style:
    """Return a style that was looked up; raises as ``parse_style``.

    The styles of a package were checked before they were released.
    """
    return (_parse if found.packaged else parse_style)(found.source, found.file)


def _parse(source: bytes | str, name: str) -> Style:
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
    if style.citation is None and not style.info.parent:
        problem = 'a style needs <citation>, or a link with rel="independent-parent"'
        raise StyleError(name, root.line, problem)
    return style


def _info(info: Element | None) -> Info:
    if info is None:
        return Info()
    texts = {child.tag: child.text.strip() for child in reversed(info.children)}
    links = tuple((link.get("rel"), link.get("href")) for link in info.all("link"))
    return Info(
        title=texts.get("title", ""),
        id=texts.get("id", ""),
        title_short=texts.get("title-short", ""),
        parent=next((href for rel, href in links if rel == "independent-parent"), ""),
        links=links,
        fields=_categories(info, "field"),
        citation_format=next(iter(_categories(info, "citation-format")), ""),
        issn=_issns(info),
        summary=texts.get("summary", ""),
        updated=texts.get("updated", ""),
        rights=texts.get("rights", ""),
    )


def _categories(info: Element, attribute: str) -> tuple[str, ...]:
    """Return the values that the categories of a style have for an attribute."""
    return tuple(value for node in info.all("category") if (value := node.get(attribute)))


def _issns(info: Element) -> tuple[str, ...]:
    nodes = [node for node in info.children if node.tag in ("issn", "eissn")]
    return tuple(number for node in nodes if (number := node.text.strip()))
