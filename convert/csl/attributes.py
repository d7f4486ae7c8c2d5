"""Attributes that decorate an element's output, whichever element has them.

These are strip-periods, text-case, formatting, quotes, affixes and display (CSL 1.0.2, sections
of these names). ``_STEPS`` lists them in the order in which they apply: a new attribute is a
row there, or one of ``_FORMATTING``, and then works on every element.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from ..base.lazy_regex import regex
from .context import Context, Render
from .environment import Env, empty_variable, nothing
from .punctuation.join import affixer
from .rich_text.italics import has_italics
from .rich_text.text_case import cased, recase
from .rich_text.tree import Decorator, Out, Run

Attributes: TypeAlias = Mapping[str, str]


class Content(NamedTuple):
    """What an element prints: some attributes depend on it."""

    own: bool  # the style's own words, whose case follows the style's language, not the item's
    periods: re.Pattern[str]  # which of them strip-periods removes
    leaf: bool  # words, not other elements
    language: str = ""  # of the style's own words, if not the style's


_PERIODS = regex(r"\.")
_PERIODS_AFTER_WORDS = regex(r"\.(?![a-z])")  # not the one in "example.com"
OWN_WORDS = Content(own=True, periods=_PERIODS, leaf=True)
_NO_PERIODS = regex(r"(?!)")
IDENTIFIER = Content(own=False, periods=_NO_PERIODS, leaf=True)  # means another without them
ITEM_TEXT = Content(own=False, periods=_PERIODS_AFTER_WORDS, leaf=True)
ROMAN = Content(own=True, periods=_PERIODS, leaf=True, language="la")  # no dot on a capital i
ELEMENTS = Content(own=False, periods=_PERIODS, leaf=False)

# Attributes and their values, and the kind of run that each stands for.
_FORMATTING = {
    "font-style": {"italic": "italic", "oblique": "oblique", "normal": "upright"},
    "font-variant": {"small-caps": "small-caps", "normal": "normal-caps"},
    "font-weight": {"bold": "bold", "light": "light", "normal": "medium"},
    "text-decoration": {"underline": "underline", "none": "no-underline"},
    "vertical-align": {"sup": "sup", "sub": "sub", "baseline": "baseline"},
    "quotes": {"true": "quote"},
}
_ITALICS = ("italic", "oblique")


def format_kinds(attrs: Attributes) -> tuple[str, ...]:
    """Return the kinds of run that formatting attributes and quotes ask for, innermost first."""
    values = [(kinds, attrs[name]) for name, kinds in _FORMATTING.items() if name in attrs]
    return tuple([kinds[value] for kinds, value in values if value in kinds])


def _strip_periods(attrs: Attributes, content: Content, _env: Env) -> Decorator | None:
    if attrs["strip-periods"] != "true":
        return None
    return lambda out, _language: _without(content.periods, out)


def _without(pattern: re.Pattern[str], out: Out) -> Out:
    if isinstance(out, str):
        return pattern.sub("", out) if "." in out else out
    return out.with_children([_without(pattern, child) for child in out.children])


def _text_case(attrs: Attributes, content: Content, env: Env) -> Decorator | None:
    case, own = attrs["text-case"], content.language or env.own_language
    if content.own:
        return lambda out, _language: cased(out, case, own)
    return lambda out, language: recase(out, case, language or own)


def _formatting(attrs: Attributes, content: Content, _env: Env) -> Decorator | None:
    kinds = format_kinds(attrs)
    if not kinds:
        return None
    upright = tuple(kind for kind in kinds if kind not in _ITALICS)
    if not content.leaf or upright == kinds:
        return lambda out, _language: Run([out], kinds)

    def format_by_script(out: Out, _language: str) -> Out:
        if has_italics(out):
            return Run([out], kinds)
        return Run([out], upright) if upright else out

    return format_by_script


def _affixes(attrs: Attributes, _content: Content, _env: Env) -> Decorator | None:
    prefix, suffix = attrs.get("prefix", ""), attrs.get("suffix", "")
    return affixer(prefix, suffix) if prefix or suffix else None


def _display(attrs: Attributes, _content: Content, env: Env) -> Decorator | None:
    display = attrs["display"] if env.area == "bibliography" else ""  # it structures entries
    return (lambda out, _language: Run([out], (display,))) if display else None


_STEPS = (
    (frozenset({"strip-periods"}), _strip_periods),
    (frozenset({"text-case"}), _text_case),
    (frozenset(_FORMATTING), _formatting),
    (frozenset({"prefix", "suffix"}), _affixes),
    (frozenset({"display"}), _display),
)


def decorator(attrs: Attributes, env: Env, content: Content) -> Decorator | None:
    """Return the function that applies an element's attributes; None if it has none of these."""
    steps = [
        step
        for names, make in _STEPS
        if not names.isdisjoint(attrs) and (step := make(attrs, content, env))
    ]
    if len(steps) < 2:
        return steps[0] if steps else None

    def decorate(out: Out, language: str) -> Out:
        for step in steps:
            out = step(out, language)
            if not out:  # strip-periods has left nothing
                return ""
        return out

    return decorate


def decorated(render: Render, attrs: Attributes, env: Env, content: Content) -> Render:
    """Return a closure that renders what ``render`` does, with an element's attributes applied."""
    decorate = decorator(attrs, env, content)
    if decorate is None or render is nothing or render is empty_variable:
        return render

    def render_decorated(ctx: Context) -> Out:
        out = render(ctx)
        return decorate(out, ctx.lang) if out else ""

    if render in env.constants:
        return env.constant(render_decorated(Context({})))
    return env.hides_itself(render_decorated) if render in env.self_hiding else render_decorated


def without_affixes(attrs: Attributes) -> dict[str, str]:
    """Return attributes without affixes, for parts whose affixes do not always apply."""
    return {name: value for name, value in attrs.items() if name not in ("prefix", "suffix")}
