"""What evaluation carries: the environment a style is compiled in, and one cite's state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from ..base.frozen import Frozen
from .locale import Locale
from .punctuation.join import affixer, joiner
from .punctuation.quotes import QuotationMarks
from .rich_text.parse import reader, tagged
from .rich_text.tree import Out, Run
from .specialize import Shape
from .style import Style
from .xml import Element

Item: TypeAlias = Mapping[str, Any]

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = range(4)


class Cite(Frozen):
    """One reference inside a citation, as the author placed it and as its place implies."""

    id: str
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: int = FIRST
    near_note: bool = False
    first_note: int = 0  # the note of the first reference
    note: int = 0  # the note this cite stands in; 0: in the text


NO_CITE = Cite("")


class Disambiguation:
    """How far a cite is spelled out: names shown, given-name levels, condition, year suffix."""

    __slots__ = ("flag", "givens", "names", "suffix")

    def __init__(self) -> None:
        self.names: dict[int, int] = {}  # names element -> names shown
        self.givens: dict[tuple[int, int], int] = {}  # (names element, name) -> 0, 1 or 2
        self.flag = 0  # how many of the style's disambiguate conditions hold
        self.suffix = ""

    def copy(self) -> Disambiguation:
        """Return a copy to try a further step on."""
        other = Disambiguation()
        other.names = dict(self.names)
        other.givens = dict(self.givens)
        other.flag = self.flag
        other.suffix = self.suffix
        return other


class Context:
    """The state while one cite or entry is evaluated."""

    __slots__ = (
        "called",
        "cite",
        "conditions",
        "dis",
        "got",
        "hide",
        "item",
        "lang",
        "levels",
        "names_at",
        "names_seen",
        "number",
        "people",
        "probe",
        "record",
        "sorting",
        "suffix_done",
        "suppressed",
    )

    def __init__(self, item: Item, cite: Cite = NO_CITE, number: int = 0) -> None:
        self.item = item
        self.cite = cite
        self.number = number
        self.lang: str = item.get("language") or ""
        self.called = False  # a variable was called in the group being evaluated
        self.got = False  # and had a value
        self.suppressed: set[str] | None = None  # printed by cs:substitute already
        self.dis: Disambiguation | None = None
        self.levels: Callable[[Any, int, bool], int] | None = None  # given-name rules
        self.conditions = 0  # disambiguate conditions met so far
        self.names_at = 0  # how many names elements came before
        self.names_seen: list[Any] | None = None  # filled while cites are compared
        self.suffix_done = False
        self.people: dict[int, Any] = {}  # names read already, shared by a document's contexts
        self.probe = False  # this is only a comparison
        self.record: set[str] | None = None  # the variables printed, inside cs:substitute
        self.hide = ""  # parts left out by collapsing: "names", "names date" or nothing
        self.sorting: Mapping[str, str] | None = None  # a sort key's attributes


Render: TypeAlias = Callable[[Context], Out]
Compiler: TypeAlias = "Callable[[Element, Env], Render]"

_STYLES = {"italic": "italic", "oblique": "oblique", "normal": "upright"}
_VARIANTS = {"small-caps": "small-caps", "normal": "normal-caps"}
_WEIGHTS = {"bold": "bold", "light": "light", "normal": "medium"}
_DECORATIONS = {"underline": "underline", "none": "no-underline"}
_ALIGNS = {"sup": "sup", "sub": "sub", "baseline": "baseline"}
_FORMATS = (
    ("font-style", _STYLES),
    ("font-variant", _VARIANTS),
    ("font-weight", _WEIGHTS),
    ("text-decoration", _DECORATIONS),
    ("vertical-align", _ALIGNS),
)


def kinds_of(attrs: Mapping[str, str]) -> tuple[str, ...]:
    """Return the kinds that an element's formatting attributes ask for, innermost first."""
    found = []
    for name, values in _FORMATS:
        value = attrs.get(name)
        if value and value in values:
            found.append(values[value])
    if attrs.get("quotes") == "true":
        found.append("quote")
    return tuple(found)


def finisher(attrs: Mapping[str, str]) -> Callable[[Out], Out] | None:
    """Return what puts an element's formatting, affixes and display around its output.

    Nothing for an element that has none of them.
    """
    kinds = kinds_of(attrs)
    prefix, suffix = attrs.get("prefix", ""), attrs.get("suffix", "")
    display = attrs.get("display", "")
    affixed = affixer(prefix, suffix) if prefix or suffix else None
    if not (kinds or display):
        return affixed

    def finish(out: Out) -> Out:
        if kinds:
            out = Run([out], kinds)
        if affixed:
            out = affixed(out)
        return Run([out], (display,)) if display else out

    return finish


def nothing(_ctx: Context) -> Out:
    """Print nothing: the closure of an element that never applies."""
    return ""


def absent(ctx: Context) -> Out:
    """Call a variable that has no value: the closure of an element that only does so."""
    ctx.called = True
    return ""


class Env:
    """A style compiled for one area (``citation`` or ``bibliography``) in one locale."""

    def __init__(
        self, style: Style, locale: Locale, area: str, table: Mapping[str, Compiler]
    ) -> None:
        self.style = style
        self.locale = locale
        self.area = area
        self.table = table
        root = style.bibliography if area == "bibliography" else style.citation
        self.options: dict[str, str] = {**style.root.attrs, **(root.attrs if root else {})}
        self.marks = quotation_marks(locale)
        self.page_format = style.root.get("page-range-format")
        self.english = (style.default_locale or locale.lang or "en").startswith("en")
        self.macros: dict[str, Render] = {}
        # Our own styles only: NLM prints quotes, apostrophes and hyphens as the record has them.
        self.verbatim = style.root.get("urn:medcite:csl text") == "verbatim"
        self.rich: Callable[[str], Out] = tagged if self.verbatim else reader(self.marks)
        self.delimiter = ""  # of the nearest element that delimits, while it is compiled
        self.suffix_named = prints(style, root, "year-suffix")
        # The closures that keep the rule of cs:group: they print only what calls a variable
        # with a value, and say so.
        self.closed: set[Render] = {nothing, absent}
        # Those that print the same whatever the item is, and what they print.
        self.constants: dict[Render, Out] = {}
        # Whether names must be found again: by collapsing, or to be substituted.
        self.keeps_names = area == "citation" or "subsequent-author-substitute" in self.options
        self.shape: Shape | None = None  # what is known of the items to be formatted

    def narrowed(self, shape: Shape) -> Env:
        """Return an environment to compile the area in for items of one shape."""
        env = object.__new__(Env)
        vars(env).update(vars(self))
        env.shape, env.macros = shape, {}
        return env

    def close(self, render: Render) -> Render:
        """Note that a closure keeps the rule of ``cs:group`` by itself."""
        self.closed.add(render)
        return render

    def constant(self, out: Out) -> Render:
        """Return the closure that prints ``out`` whatever the item is."""

        def render(_ctx: Context) -> Out:
            return out

        self.constants[render] = out
        return render

    def compile(self, node: Element) -> Render:
        """Return the closure that renders ``node``."""
        render = self.table[node.tag](node, self)
        return self.close(render) if node.tag in ("date", "number") else render

    def compile_all(self, nodes: tuple[Element, ...]) -> list[Render]:
        """Return the closures of those elements that render something or call a variable."""
        parts = [self.compile(node) for node in nodes if node.tag in self.table]
        kept = [part for part in parts if part is not nothing and part is not absent]
        return [*kept, absent] if absent in parts else kept

    def compile_within(self, nodes: tuple[Element, ...], delimiter: str) -> list[Render]:
        """Return the closures of the children of an element that puts ``delimiter`` between."""
        outer, self.delimiter = self.delimiter, delimiter
        parts = self.compile_all(nodes)
        self.delimiter = outer
        return parts

    def macro(self, name: str) -> Render:
        """Return a macro's closure, compiled at its first call."""
        render = self.macros.get(name)
        if render is None:
            parts = self.compile_within(self.style.macros[name].children, "")
            render = self.macros[name] = sequence(parts)
        return render

    @property
    def own_language(self) -> str:
        """The language whose rules of case the style's own words follow."""
        return "en" if self.english else self.locale.lang

    def language(self, ctx: Context) -> str:
        """Return the language whose rules of case an item's text follows."""
        return ctx.lang or self.own_language


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


def prints(style: Style, root: Element | None, variable: str) -> bool:
    """Whether an area has a place for a variable's text, itself or in its macros."""
    queue = [root] if root else []
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
