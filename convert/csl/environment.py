"""The environment in which an area of a style is compiled to closures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from ..tables import own_styles
from .context import USED, Context, Render
from .item_shape import ItemShape
from .locale import Locale
from .punctuation.join import joiner
from .punctuation.quotes import QuotationMarks
from .rich_text.parse import reader, tagged
from .rich_text.tree import Out
from .style import Style
from .xml import Element

Compiler: TypeAlias = "Callable[[Element, Env], Render]"

_FROM_CITE = frozenset({"locator", "first-reference-note-number"})


def nothing(_ctx: Context) -> Out:
    """Render nothing: the closure of an element that never applies."""
    return ""


def empty_variable(ctx: Context) -> Out:
    """Render nothing, but note that an empty variable is used, so that cs:group can hide."""
    ctx.variables |= USED
    return ""


class Env:
    """A style compiled for one area (``citation`` or ``bibliography``) in one locale."""

    def __init__(
        self, style: Style, locale: Locale, area: str, compilers: Mapping[str, Compiler]
    ) -> None:
        self.style = style
        self.locale = locale
        self.area = area
        self.compilers = compilers
        root = style.bibliography if area == "bibliography" else style.citation
        self.options: dict[str, str] = {**style.root.attrs, **(root.attrs if root else {})}
        self.marks = quotation_marks(locale)
        english = (style.default_locale or locale.lang or "en").startswith("en")
        # The language whose rules of case the style's own words follow.
        self.own_language = "en" if english else locale.lang
        self.macros: dict[str, list[Render]] = {}
        self.own = own_styles.settings(style.info.id)
        self.page_format = "" if self.own.verbatim else style.root.get("page-range-format")
        self.rich: Callable[[str], Out] = tagged if self.own.verbatim else reader(self.marks)
        self.delimiter = ""  # of the nearest element with one, while its children are compiled
        # CSL 1.0.2, "Disambiguation": a year suffix that one area prints as a variable does not
        # follow the years of the other.
        self.prints_year_suffix = any(
            prints_variable(style, area_root, "year-suffix")
            for area_root in (style.citation, style.bibliography)
        )
        # Closures that follow the rule of cs:group by themselves: they note a variable that
        # they use, and print something only if it has a value.
        self.self_hiding: set[Render] = {nothing, empty_variable}
        # Closures that print the same for every item, and what they print.
        self.constants: dict[Render, Out] = {}
        # Whether names must be found again: by collapsing, or to be substituted.
        self.keeps_names = area == "citation" or "subsequent-author-substitute" in self.options
        self.shape: ItemShape | None = None  # None: items of any shape

    def specialized(self, shape: ItemShape) -> Env:
        """Return an environment to compile the area in for items of one shape."""
        env = object.__new__(Env)
        vars(env).update(vars(self))
        env.shape, env.macros = shape, {}
        return env

    def lacks(self, name: str) -> bool:
        """Whether a variable is known to be empty."""
        if name in _FROM_CITE:
            return self.area == "bibliography"
        return self.shape is not None and self.shape.lacks(name)

    def has(self, name: str) -> bool:
        """Whether a variable is known to have a value."""
        return self.shape is not None and self.shape.has(name)

    def hides_itself(self, render: Render) -> Render:
        """Note that a closure follows the rule of cs:group by itself; return it."""
        self.self_hiding.add(render)
        return render

    def constant(self, out: Out) -> Render:
        """Return the closure that renders ``out`` for every item."""

        def render(_ctx: Context) -> Out:
            return out

        self.constants[render] = out
        return render

    def compile(self, node: Element) -> Render:
        """Return the closure that renders ``node``."""
        return self.compilers[node.tag](node, self)

    def compile_all(self, nodes: tuple[Element, ...]) -> list[Render]:
        """Return the closures of those elements that render something or use a variable."""
        parts = [self.compile(node) for node in nodes if node.tag in self.compilers]
        kept = [part for part in parts if part is not nothing and part is not empty_variable]
        return [*kept, empty_variable] if empty_variable in parts else kept

    def compile_within(self, nodes: tuple[Element, ...], delimiter: str) -> list[Render]:
        """Return the closures of the children of an element with a ``delimiter``."""
        outer, self.delimiter = self.delimiter, delimiter
        parts = self.compile_all(nodes)
        self.delimiter = outer
        return parts

    def macro(self, name: str) -> list[Render]:
        """Return the closures of a macro's children, compiled at its first call."""
        parts = self.macros.get(name)
        if parts is None:
            parts = self.compile_within(self.style.macros[name].children, "")
            self.macros[name] = parts
        return parts


def sequence(parts: list[Render], delimiter: str = "") -> Render:
    """Return the closure that renders ``parts`` one after the other."""
    if len(parts) < 2:
        return parts[0] if parts else nothing
    join = joiner(delimiter)
    return lambda ctx: join([out for part in parts if (out := part(ctx))])


def quotation_marks(locale: Locale) -> QuotationMarks:
    """Return a locale's quotation marks."""
    return QuotationMarks(
        locale.term("open-quote") or "“",
        locale.term("close-quote") or "”",
        locale.term("open-inner-quote") or "‘",
        locale.term("close-inner-quote") or "’",
        locale.options.get("punctuation-in-quote") == "true",
    )


def prints_variable(style: Style, area: Element | None, variable: str) -> bool:
    """Whether an area, or a macro that it calls, prints a variable."""
    queue = [area] if area else []
    seen: set[str] = set()
    while queue:
        for node in queue.pop().walk():
            if node.get("variable") == variable and node.tag in ("text", "number"):
                return True
            macro = node.get("macro")
            if macro and macro not in seen and macro in style.macros:
                seen.add(macro)
                queue.append(style.macros[macro])
    return False
