"""cs:date in all its forms, ranges included."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...base.frozen import Frozen
from ..context import Context, Env, Render, absent, finisher
from ..dates.date_parts import Moment, When, sort_text, when
from ..punctuation.join import add_affixes, join
from ..rich_text.parse import rich
from ..rich_text.text_case import cased, recase
from ..rich_text.tree import Out, Run, find
from ..specialize import lacks
from ..xml import Element
from .number import ordinal
from .text import without_periods

_RANKS = {"year": 3, "month": 2, "day": 1}
_WANTED = {
    "year": ("year",),
    "year-month": ("year", "month"),
    "year-month-day": ("year", "month", "day"),
}


class _Part(Frozen):
    """A cs:date-part made ready."""

    name: str
    rank: int
    write: Callable[[Moment], str]
    case: str
    strip: bool
    prefix: str
    suffix: str
    finish: Callable[[Out], Out] | None
    range: str


class _Form(Frozen):
    """A cs:date made ready."""

    name: str
    parts: list[_Part]
    delimiter: str
    env: Env
    marked: bool  # the date must be found again, by collapsing
    suffixed: bool  # the year's suffix goes behind the year


def compile_date(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:date``."""
    if lacks(env, node.get("variable")):
        return absent
    form, outer = _form(node, env)
    name = form.name
    finish = finisher(outer)
    case = node.get("text-case")
    accessed = name == "accessed"  # no one tells cites apart by it
    written = _remembered(form)

    def render(ctx: Context) -> Out:
        ctx.called = True
        value = ctx.item.get(name)
        if not value or (accessed and ctx.probe) or (ctx.suppressed and name in ctx.suppressed):
            return ""
        date = when(value)
        if date is None:
            return ""
        out = written(date, ctx)
        if not out:
            return ""
        ctx.got = True
        if ctx.record is not None:
            ctx.record.add(name)
        if form.marked and ctx.sorting is None:
            out = _marked(out, ctx)
        if case:
            out = recase(out, case, env.language(ctx))
        return finish(out) if finish and out and ctx.sorting is None else out

    return render


def _remembered(form: _Form) -> Callable[[When, Context], Out]:
    """Return what writes a date, and knows it again: a list's dates repeat."""
    known: dict[tuple[When, str], Out] = {}

    def written(date: When, ctx: Context) -> Out:
        if ctx.dis is not None or ctx.sorting is not None:
            return _written(date, form, ctx)
        key = date, ctx.lang
        out = known.get(key)
        if out is None:
            out = known[key] = _written(date, form, ctx)
        return out

    return written


def _marked(out: Out, ctx: Context) -> Out:
    """Mark a date for collapsing, or leave only its suffix: it is that of the cite before."""
    if "date" in ctx.hide:
        return find(out, "suffix") or ""
    return Run([out], (), "date")


def _form(node: Element, env: Env) -> tuple[_Form, dict[str, str]]:
    parts, delimiter, outer = _parts(node, env)
    name = node.get("variable")
    form = _Form(
        name,
        parts,
        delimiter,
        env,
        marked=env.area == "citation" and "collapse" in env.options,
        suffixed=not env.suffix_named,
    )
    return form, outer


def _written(date: When, form: _Form, ctx: Context) -> Out:
    if ctx.sorting is not None:
        return sort_text(date, tuple(part.name for part in form.parts))
    if date.start is None:
        return _in_place_of_year(date.literal, form, ctx)
    if date.end is None and not date.open:
        return join(_sequence(date.start, form.parts, form, ctx), form.delimiter)
    return _range(date, form, ctx)


def _in_place_of_year(words: str, form: _Form, ctx: Context) -> Out:
    """Write a date in words where, and as, its year would be."""
    for part in form.parts:
        if part.name == "year":
            return _dressed(part, rich(words), form, ctx, "suffix year")
    return ""


def _parts(node: Element, env: Env) -> tuple[list[_Part], str, dict[str, str]]:
    """Return a date's parts, delimiter, and the attributes that dress the whole."""
    form = node.get("form")
    if not form:
        parts = [_part(child.attrs, env) for child in node.children if child.tag == "date-part"]
        return parts, node.get("delimiter"), node.attrs
    local = env.locale.dates.get(form)
    if local is None:
        return [], "", node.attrs
    wanted = _WANTED.get(node.get("date-parts"), _WANTED["year-month-day"])
    own = {child.get("name"): child.attrs for child in node.children}
    parts = []
    for child in local.children:
        if child.get("name") in wanted:
            parts.append(_part({**child.attrs, **own.get(child.get("name"), {})}, env))
    outer = {**local.attrs, **node.attrs}
    return parts, local.get("delimiter"), outer


def _part(attrs: Mapping[str, str], env: Env) -> _Part:
    name, form = attrs.get("name", ""), attrs.get("form", "")
    return _Part(
        name=name,
        rank=_RANKS.get(name, 0),
        write=_WRITERS[name](form, env),
        case=attrs.get("text-case", ""),
        strip=attrs.get("strip-periods") == "true",
        prefix=attrs.get("prefix", ""),
        suffix=attrs.get("suffix", ""),
        finish=finisher(
            {key: value for key, value in attrs.items() if key not in ("prefix", "suffix")}
        ),
        range=attrs.get("range-delimiter") or "–",
    )


def _year(form: str, env: Env) -> Callable[[Moment], str]:
    after = env.locale.term("ad")
    before = env.locale.term("bc")

    def write(moment: Moment) -> str:
        year = moment.year
        if not year:
            return ""
        if form == "short" and year > 999:
            return f"{year % 100:02d}"
        if year < 0:
            return f"{-year}{before}"
        return f"{year}{after}" if year < 1000 else str(year)

    return write


def _month(form: str, env: Env) -> Callable[[Moment], str]:
    numeric = form in ("numeric", "numeric-leading-zeros")
    width = 2 if form == "numeric-leading-zeros" else 1
    term_form = "short" if form == "short" else "long"
    months = [env.locale.term(f"month-{month:02d}", term_form) for month in range(1, 13)]
    seasons = [env.locale.term(f"season-{season:02d}", term_form) for season in range(1, 5)]

    def write(moment: Moment) -> str:
        month = moment.month
        if 1 <= month <= 12:
            return f"{month:0{width}d}" if numeric else months[month - 1]
        if 13 <= month <= 24:
            return "" if numeric else seasons[(month - 13) % 4]
        season = moment.season
        if not season:
            return ""
        return seasons[int(season) - 1] if season in ("1", "2", "3", "4") else season

    return write


def _day(form: str, env: Env) -> Callable[[Moment], str]:
    locale = env.locale
    only_first = locale.options.get("limit-day-ordinals-to-day-1") == "true"

    def write(moment: Moment) -> str:
        day = moment.day
        if day < 1:
            return ""
        if form == "numeric-leading-zeros":
            return f"{day:02d}"
        if form == "ordinal" and not (only_first and day != 1):
            return ordinal(day, locale, locale.gender(f"month-{moment.month:02d}"))
        return str(day)

    return write


_WRITERS: dict[str, Callable[[str, Env], Callable[[Moment], str]]] = {
    "year": _year,
    "month": _month,
    "day": _day,
}


def _sequence(
    moment: Moment, parts: list[_Part], form: _Form, ctx: Context, tail: str = "suffix year"
) -> list[Out]:
    """Return the parts that a moment has.

    ``tail`` says what the last one keeps: its ``suffix``, and the ``year``'s letter.
    """
    written = [(part, text) for part in parts if (text := part.write(moment))]
    last = len(written) - 1
    return [
        _dressed(part, text, form, ctx, tail if at == last else f"suffix {tail}")
        for at, (part, text) in enumerate(written)
    ]


def _dressed(part: _Part, out: Out, form: _Form, ctx: Context, tail: str) -> Out:
    if part.strip:
        out = without_periods(out)
    if part.case:
        out = cased(out, part.case, form.env.language(ctx))
    if part.finish:
        out = part.finish(out)
    if part.name == "year":
        out = _year_out(out, form, ctx, tail)
    suffix = part.suffix if "suffix" in tail else ""
    if not (part.prefix or suffix):
        return out
    if isinstance(out, str) and not part.prefix and suffix[0] == " ":
        return out + suffix
    return add_affixes(part.prefix, out, suffix)


def _year_out(out: Out, form: _Form, ctx: Context, tail: str) -> Out:
    dis = ctx.dis
    if dis is None or not dis.suffix or ctx.suffix_done or not form.suffixed or "year" not in tail:
        return out
    ctx.suffix_done = True
    return Run([out, Run([dis.suffix], (), "suffix")])


def _range(date: When, form: _Form, ctx: Context) -> Out:
    """Write a range: what both ends share once, the rest twice with a mark between."""
    start, end, parts, delimiter = date.start, date.end, form.parts, form.delimiter
    assert start is not None
    if end is None:
        body = _sequence(start, parts, form, ctx, "year")
        mark = next((part.range for part in parts if part.name == "year"), "–")
        return Run([join(body, delimiter), mark]) if body else ""
    differing = [part for part in parts if part.write(start) != part.write(end)]
    if not differing:
        return join(_sequence(start, parts, form, ctx), delimiter)
    top = max(differing, key=lambda part: part.rank)
    varying = [
        at
        for at, part in enumerate(parts)
        if part.rank <= top.rank and (part.write(start) or part.write(end))
    ]
    low, high = varying[0], varying[-1] + 1
    before = _sequence(start, parts[:low], form, ctx)
    left = _sequence(start, parts[low:high], form, ctx, "")
    # The mark stands for what comes before the second end's first part.
    bare = [part.replace(prefix="") if part.write(end) else part for part in parts[low : low + 1]]
    right = _sequence(end, [*bare, *parts[low + 1 : high]], form, ctx)
    after = _sequence(start, parts[high:], form, ctx)
    middle: Out = Run([join(left, delimiter), top.range, join(right, delimiter)])
    return join([*before, middle, *after], delimiter)
