"""Refuse a style that cannot be used, with the line and what was expected there.

Elements and variables that CSL does not know are ignored, as its extensions need it; a value
that an attribute cannot have is an error, and so is a style that would take hours.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from ..tables.csl_attributes import ANYWHERE, BY_ELEMENT, LIMITED, MOST_DIGITS, NUMBERS
from .errors import StyleError
from .xml import Element

# Chicago's notes print up to 2,553 elements for one entry, 72 deep: no style in use has more.
MOST_ELEMENTS = 100_000
DEEPEST = 200
# How many elements an element prints at most, its macros' included, and how deep they are nested.
Extent: TypeAlias = tuple[int, int]
_TOO_DEEP = f"elements and the macros that they call are nested more than {DEEPEST} deep"

Refuse: TypeAlias = Callable[[Element, str], StyleError]


def check_style(root: Element, macros: Mapping[str, Element], name: str) -> None:
    """Check a style that has a citation area.

    Raises:
        StyleError: an area without a layout, a macro that is called but not defined, macros
            that call each other in a circle, too many or too deep elements, or a value that
            an attribute cannot have.

    """

    def refuse(node: Element, problem: str) -> StyleError:
        return StyleError(name, node.line, problem)

    areas = [area for area in root.children if area.tag in ("citation", "bibliography")]
    for area in areas:
        if area.child("layout") is None:
            raise refuse(area, f"<{area.tag}> has no <layout>")
    _refuse_values(root, refuse)
    extents = _Extents(macros, refuse)
    for macro, element in macros.items():
        extents.of_macro(element, macro, 0)
    for area in areas:
        extents.of(area, 0)


def _refuse_values(root: Element, refuse: Refuse) -> None:
    """Refuse the first attribute with a value that it cannot have."""
    for node in root.walk():
        for name, value in node.attrs.items():
            if name not in LIMITED:
                continue
            expected = BY_ELEMENT.get((node.tag, name)) or ANYWHERE.get(name)
            if expected and value not in expected:
                raise refuse(node, _unexpected(node, name, ", ".join(expected)))
            if name in NUMBERS and not _is_number(value):
                numbers = f"a whole number of at most {MOST_DIGITS} digits"
                raise refuse(node, _unexpected(node, name, numbers))


def _unexpected(node: Element, name: str, expected: str) -> str:
    return f"<{node.tag}> has {name}={node.attrs[name][:40]!r}; expected {expected}"


def _is_number(value: str) -> bool:
    digits = value.strip()  # XML Schema: blanks around a number do not count
    return digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS


class _Extents:
    """Measures elements, each macro once."""

    def __init__(self, macros: Mapping[str, Element], refuse: Refuse) -> None:
        self.macros = macros
        self.refuse = refuse
        self.known: dict[str, Extent] = {}
        self.calling: list[str] = []  # the macros that are being measured, the outermost first

    def of(self, node: Element, level: int) -> Extent:
        """Return an element's extent; only the largest branch of cs:choose counts."""
        if level > DEEPEST:
            raise self.refuse(node, _TOO_DEEP)
        total = largest = deepest = 0
        for child in node.children:
            elements, depth = self.of(child, level + 1) if child.children else (1, 1)
            if "macro" in child.attrs and child.tag in ("text", "key"):
                elements, depth = self.of_macro(child, child.attrs["macro"], level + 1)
            total += elements
            largest = max(largest, elements)
            deepest = max(deepest, depth)
        if deepest >= DEEPEST:
            raise self.refuse(node, _TOO_DEEP)
        if total >= MOST_ELEMENTS and node.tag != "choose":
            problem = f"<{node.tag}> prints more than {MOST_ELEMENTS:,} elements, macros included"
            raise self.refuse(node, problem)
        return 1 + (largest if node.tag == "choose" else total), 1 + deepest

    def of_macro(self, call: Element, name: str, level: int) -> Extent:
        """Return the extent of a call."""
        if name in self.known:
            return self.known[name]
        macro = self.macros.get(name)
        if macro is None:
            raise self.refuse(call, f"macro {name!r} is called but not defined")
        if name in self.calling:
            circle = " -> ".join((*self.calling[self.calling.index(name) :], name))
            raise self.refuse(call, f"macros call each other in a circle: {circle}")
        self.calling.append(name)
        extent = self.of(macro, level)
        self.calling.pop()
        self.known[name] = extent
        return extent
