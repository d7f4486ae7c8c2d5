"""MathML's presentation elements as a line of text with ``<sup>`` and ``<sub>``.

PubMed's titles and abstracts have formulas in MathML, and so have Crossref's. Source: W3C,
Mathematical Markup Language 3.0, chapter 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeAlias
from unicodedata import normalize

from ..base.lazy_regex import regex
from ..tables.mathml import (
    ACCENTS,
    IGNORED,
    INVISIBLE,
    LINE_BELOW,
    LINES_BELOW,
    PRIMES,
    ROOTS,
    TOKENS,
)


class MathElement(Protocol):
    """An element of XML: its name, its attributes, and the texts and elements in it."""

    tag: str

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes by name."""

    @property
    def parts(self) -> Sequence[str | MathElement]:
        """The texts and elements in it, in order."""


class _ParsedElement:
    """An element of a formula that was found in a text."""

    def __init__(self, tag: str, attributes: str = "") -> None:
        self.tag = tag
        self.attributes: Mapping[str, str] = dict(_ATTRIBUTE.findall(attributes))
        self.parts: list[str | MathElement] = []


# Returns the text of an element whose children have these texts.
_Layout: TypeAlias = Callable[[MathElement, list[str]], str]

_DEEPEST = 50  # level of nested elements
_MATH = regex(r"<((?:\w+:)?math)(?:\s[^<>]*?)?(/?)>")
_REFERENCE = regex(r"&(?!lt;|gt;|amp;)#?\w{1,31};")  # but those of markup
_BLANKS = " \t\r\n"  # which XML knows; a no-break space is text
_TAG = regex(r"<(/?)(?:\w+:)?([A-Za-z]+)((?:\s[^<>]*)?/?)>")
_ATTRIBUTE = regex(r"([\w:-]+)\s*=\s*[\"']([^\"']*)[\"']")
_SCRIPT = regex(r"<(su[bp])>.*?</\1>")
# What stands in a fraction or under a root without parentheses.
_SIMPLE = regex(r"[-+−]?(?:[\w.,%′∂∞√]+|\([^()]*\))")
_FRACTION = regex(r"[\w)>]/[\w(√<]")
_NO_LINE = regex(r"0+(?:\.0*)?\s*(?:[a-z]*|%)")  # as a length: 0, 0pt, 0.0em
_SCRIPT_TAGS = regex(r"</?su[bp]>")


def is_math(element: MathElement) -> bool:
    """Whether an element is a formula, with whatever prefix."""
    return _name(element) == "math"


def text_of(element: MathElement) -> str:
    """Return a formula as text with ``<sup>`` and ``<sub>``."""
    return " ".join(_render(element).split())


def without_scripts(text: str) -> str:
    """Return a formula's text without its markup."""
    return _SCRIPT_TAGS.sub("", text)


def with_formulas(text: str) -> str:
    """Return a text that may have formulas in MathML with their own text in their place."""
    if "math" not in text:
        return text
    pieces: list[str] = []
    end = 0
    while opening := _MATH.search(text, end):
        if opening[2]:  # an empty element
            pieces.append(text[end : opening.start()])
            end = opening.end()
            continue
        close = text.find(f"</{opening[1]}>", opening.end())
        if close < 0:
            break
        formula = _parse(text[opening.end() : close])
        pieces += (text[end : opening.start()], text_of(formula))
        end = close + len(opening[1]) + 3
    return "".join((*pieces, text[end:]))


def _parse(text: str) -> MathElement:
    """Return the tree of a formula's content; what is not well formed is read as far as it is."""
    root = _ParsedElement("math")
    stack = [root]
    end = 0
    for match in _TAG.finditer(text):
        stack[-1].parts.append(_unescaped(text[end : match.start()]))
        end = match.end()
        closing, tag, attributes = match.groups()
        if closing:
            if tag in [element.tag for element in stack[1:]]:
                while stack.pop().tag != tag:
                    pass
        else:
            element = _ParsedElement(tag, attributes)
            stack[-1].parts.append(element)
            if not attributes.endswith("/") and len(stack) < _DEEPEST:
                stack.append(element)
    stack[-1].parts.append(_unescaped(text[end:]))
    return root


def _unescaped(text: str) -> str:
    """Return a text with characters for references, but for those of markup: ``&lt;`` stays."""
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415  # few formulas have character references

    return _REFERENCE.sub(lambda match: unescape(match[0]), text)


def _name(element: MathElement) -> str:
    return element.tag.rpartition(":")[2]


def _render(element: MathElement) -> str:
    name = _name(element)
    if name in IGNORED:
        return ""
    if name == "mspace":
        return " "
    if name in TOKENS:
        return "".join(_texts(element)).strip(_BLANKS).translate(INVISIBLE)
    layout = _LAYOUTS.get(name)
    children = _children(element)
    return layout(element, children) if layout else _row(children)


def _texts(element: MathElement) -> Iterator[str]:
    for part in element.parts:
        yield part if isinstance(part, str) else _render(part)


def _children(element: MathElement) -> list[str]:
    """Return the texts of the elements in it and what stands between; else the words in it."""
    if all(isinstance(part, str) for part in element.parts):
        return "".join(_texts(element)).split()
    return [
        part.strip() if isinstance(part, str) else _render(part)
        for part in element.parts
        if not isinstance(part, str) or part.strip()
    ]


def _row(pieces: Iterable[str]) -> str:
    """Return texts one after the other, with a blank where two would be read as one."""
    row, last = "", ""
    for piece in filter(None, pieces):
        row += " " + piece if last and _run_together(last, piece) else piece
        last = piece
    return row


def _run_together(first: str, second: str) -> bool:
    """Whether two texts side by side would be read as one: ``2`` ``1/2``, ``log`` ``x``."""
    if not (first[-1].isalnum() and second[0].isalnum()):
        return False
    if _FRACTION.search(first) or _FRACTION.search(second) or "√" in first:
        return True
    words = first.replace(" ", "").isalpha() and second.replace(" ", "").isalpha()
    return words and len(first) + len(second) > 2


def _grouped(text: str) -> str:
    """Return a text in parentheses, unless it is a single number or name."""
    bare = _SCRIPT.sub("", text)
    return text if not text or _SIMPLE.fullmatch(bare) else f"({text})"


def _sup(text: str) -> str:
    if not text or not text.strip(PRIMES):
        return text
    return f"<sup>{text}</sup>"


def _sub(text: str) -> str:
    return f"<sub>{text}</sub>" if text else ""


def _base(text: str) -> str:
    """Return what a script belongs to; a fraction in parentheses."""
    return f"({text})" if _FRACTION.search(text) else text


def _superscript(_: MathElement, children: list[str]) -> str:
    base, script, *rest = (*children, "", "")[: max(2, len(children))]
    return _row([_base(base) + _sup(script), *rest])


def _subscript(_: MathElement, children: list[str]) -> str:
    base, script, *rest = (*children, "", "")[: max(2, len(children))]
    return _row([_base(base) + _sub(script), *rest])


def _both_scripts(_: MathElement, children: list[str]) -> str:
    base, below, above, *rest = (*children, "", "", "")[: max(3, len(children))]
    return _row([_base(base) + _sub(below) + _sup(above), *rest])


def _over(element: MathElement, children: list[str]) -> str:
    """Return a base with what stands above it: an accent, or a limit."""
    if len(children) == 2 and children[1] in ACCENTS and children[0].isalnum():
        return normalize("NFC", "".join(letter + ACCENTS[children[1]] for letter in children[0]))
    return _superscript(element, children)


def _under(element: MathElement, children: list[str]) -> str:
    """Return a base with what stands below it: a line, or a limit."""
    if len(children) == 2 and children[1] in LINES_BELOW and children[0].isalnum():
        return "".join(letter + LINE_BELOW for letter in children[0])
    return _subscript(element, children)


def _fraction(element: MathElement, children: list[str]) -> str:
    """Return a fraction; without a line it is two rows, as in a binomial coefficient."""
    if _NO_LINE.fullmatch(element.attributes.get("linethickness", "")):
        return "; ".join(children)
    return "/".join(map(_grouped, children))


def _enclosed(element: MathElement, children: list[str]) -> str:
    """Return what is framed or crossed; only a radical's sign is in the text."""
    if "radical" in element.attributes.get("notation", "").split():
        return _square_root(element, children)
    return _row(children)


def _square_root(_: MathElement, children: list[str]) -> str:
    return f"√{_grouped(_row(children))}"


def _root(_: MathElement, children: list[str]) -> str:
    base, index = (*children, "", "")[:2]
    sign = ROOTS.get(index, f"{_sup(index)}√")
    return sign + _grouped(base)


def _fenced(element: MathElement, children: list[str]) -> str:
    attributes = element.attributes
    marks = [*attributes.get("separators", ",").replace(" ", "")] or [""]
    inside = "".join(children[:1])
    for place, piece in enumerate(children[1:]):
        inside += marks[min(place, len(marks) - 1)] + piece  # the last mark is repeated
    return f"{attributes.get('open', '(')}{inside}{attributes.get('close', ')')}"


def _multiscripts(element: MathElement, _: list[str]) -> str:
    """Return a base with pairs of scripts behind and, after ``mprescripts``, before it."""
    elements = [part for part in element.parts if not isinstance(part, str)]
    names = [_name(part) for part in elements]
    split = names.index("mprescripts") if "mprescripts" in names else len(elements)
    base, *behind = [_render(part) for part in elements[:split]] or [""]
    before = [_render(part) for part in elements[split + 1 :]]
    return _pairs(before) + base + _pairs(behind)


def _pairs(scripts: list[str]) -> str:
    marks = (_sup(text) if place % 2 else _sub(text) for place, text in enumerate(scripts))
    return "".join(marks)


def _first(_: MathElement, children: list[str]) -> str:
    return children[0] if children else ""


_LAYOUTS: dict[str, _Layout] = {
    "maction": _first,
    "menclose": _enclosed,
    "mfenced": _fenced,
    "mfrac": _fraction,
    "mmultiscripts": _multiscripts,
    "mover": _over,
    "mroot": _root,
    "msqrt": _square_root,
    "msub": _subscript,
    "msubsup": _both_scripts,
    "msup": _superscript,
    "mtable": lambda _, children: "; ".join(children),
    "mtr": lambda _, children: ", ".join(children),
    "munder": _under,
    "munderover": _both_scripts,
    "semantics": _first,
}
