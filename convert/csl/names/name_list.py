"""A list of names: how many are shown, and what stands between and after them."""

from __future__ import annotations

from ..attributes import OWN_WORDS, decorator
from ..context import SUBSEQUENT, Context
from ..environment import Env
from ..punctuation.join import concatenate, join, joiner
from ..rich_text.parse import rich
from ..rich_text.tree import TRUNCATED, Named, Out, Run, text_of
from ..xml import Element
from .name_format import NameFormat
from .name_parts import NameParts, ParsedNames
from .write_name import WriteName, name_writer, sort_name


def shown_count(total: int, form: NameFormat, ctx: Context) -> int:
    """Return how many of ``total`` names CSL's et-al attributes leave."""
    et_al = form.et_al
    minimum, use_first = et_al.minimum, et_al.use_first
    if ctx.sorting:
        minimum = int(ctx.sorting.get("names-min") or minimum)
        use_first = int(ctx.sorting.get("names-use-first") or use_first)
    elif ctx.cite.position >= SUBSEQUENT:
        minimum, use_first = et_al.subsequent_minimum, et_al.subsequent_use_first
    if minimum and use_first >= 0 and total >= minimum and use_first < total:
        return use_first
    return total


class NameJoiner:
    """Joins the names of a cs:names by delimiters, "and" and "et al."."""

    def __init__(self, form: NameFormat, et_al: Element | None, env: Env) -> None:
        self.form = form
        self.and_ = _and_term(form, env)
        self.et_al = _et_al_term(et_al, env)
        self._space_before_et_al = _space_beside(text_of(self.et_al)[:1])
        self._join_outs = joiner(form.delimiter)
        self._writers: dict[tuple[bool, int], WriteName] = {}
        self._et_als: dict[str, Out] = {}
        # As far as names are written where none must be told apart.
        self.write_first, self.write_other = (
            self.writer(at, form.given_name_level) for at in (0, 1)
        )

    def writer(self, at: int, level: int) -> WriteName:
        """Return the function that writes a name at its place in the list, as far as ``level``."""
        form = self.form
        inverted = (form.inverts_others if at else form.inverts_first) and level > 0
        write = self._writers.get((inverted, level))
        if write is None:
            write = self._writers[inverted, level] = _decorated(form, inverted, level)
        return write

    def join(self, names: list[NameParts], outs: list[Out], total: int, shown: int) -> Out:
        """Return the list of the ``shown`` names, and of the last one if it follows an ellipsis.

        ``outs`` are ``names`` as written; ``total`` is their number before any were left out.
        """
        if shown >= total:
            return self._join_all(names, outs)
        if not shown:
            return ""
        if len(names) > shown:
            return self._join_with_last(names, outs)
        return self._join_with_et_al(names, outs)

    def _join_all(self, names: list[NameParts], outs: list[Out]) -> Out:
        """Return names of which none is left out, the last after "and"."""
        if not self.and_ or len(names) < 2:
            return self._list(self._delimited(names, outs))
        space = _space_beside(self.and_[0])
        # A word without spaces around it needs no comma (citeproc-js).
        contextual = len(names) > 2 and bool(space)
        precedes = self._precedes(self.form.delimiter_precedes_last, contextual, names[:-1])
        before = self.form.delimiter if precedes else space
        and_ = f"{before}{self.and_}{_space_beside(self.and_[-1])}"
        return self._list([*self._delimited(names[:-1], outs[:-1]), and_, outs[-1]])

    def _join_with_last(self, names: list[NameParts], outs: list[Out]) -> Out:
        """Return the first names, an ellipsis, and the last name (``et-al-use-last``)."""
        shown = self._delimited(names[:-1], outs[:-1])
        return self._list([*shown, self.form.delimiter, "… ", outs[-1]])

    def _join_with_et_al(self, names: list[NameParts], outs: list[Out]) -> Out:
        """Return the first names and "et al."."""
        if not any(outs):  # a name may have nothing that is printed
            return ""
        body = self._delimited(names, outs)
        if self.et_al:
            rule = self.form.et_al.delimiter_precedes
            precedes = self._precedes(rule, len(names) > 1, names)
            before = self.form.delimiter if precedes else self._space_before_et_al
            body += [before, self.et_al] if self.form.keep_names else [self._et_al_after(before)]
        return self._list(body)

    def _et_al_after(self, before: str) -> Out:
        """Return "et al." with what stands before it: two texts, one of which a list has."""
        if before not in self._et_als:
            self._et_als[before] = concatenate([before, self.et_al])
        return self._et_als[before]

    def _precedes(self, rule: str, contextual: bool, names: list[NameParts]) -> bool:
        """Whether a delimiter stands between ``names`` and the "and" or "et al." after them."""
        if rule == "after-inverted-name":
            inverts = self.form.inverts_others if len(names) > 1 else self.form.inverts_first
            return inverts and not names[-1].literal
        return rule == "always" or (rule == "contextual" and contextual)

    def _delimited(self, names: list[NameParts], outs: list[Out]) -> list[Out]:
        """Return names with delimiters between them; an organization may have one of its own."""
        form = self.form
        is_uniform = form.group_delimiter == form.delimiter
        if not form.keep_names and (is_uniform or not any(name.literal for name in names)):
            return [self._join_outs(outs)]
        body = [outs[0]]
        for before, name, out in zip(names, names[1:], outs[1:], strict=False):
            is_group = before.literal or name.literal
            body += [form.group_delimiter if is_group else form.delimiter, out]
        return body

    def _list(self, body: list[Out]) -> Out:
        return Run(body, (), "list") if self.form.keep_names else join(body, "")


def _and_term(form: NameFormat, env: Env) -> str:
    """Return what stands before the last name."""
    if form.and_ == "symbol":
        return env.locale.ampersand
    return env.locale.term("and") if form.and_ == "text" else ""


def _et_al_term(et_al: Element | None, env: Env) -> Out:
    """Return what stands for the names left out, as cs:et-al formats it."""
    term = et_al.get("term") if et_al else ""
    text = rich(env.locale.term(term or "et-al"))
    decorate = decorator(et_al.attrs, env, OWN_WORDS) if et_al else None
    return decorate(text, "") if decorate and text else text


def _space_beside(letter: str) -> str:
    """Return the space beside a word with this letter at its edge: none in some scripts."""
    if letter == "\u05d5" or "\u2e80" <= letter <= "\uffef":
        return ""
    return " " if letter.isalnum() or letter in "&+.…" else ""


def render_names(
    names: ParsedNames, form: NameFormat, joiner: NameJoiner, ctx: Context, index: int
) -> Out:
    """Return the names of one variable; ``index`` is its number among the cite's names."""
    if ctx.sorting is not None:
        return sort_names(names, form, ctx, index)
    if not names.total:
        return ""
    shown = _shown_in_cite(names, form, ctx, index)
    positions = _positions(shown, names, form, ctx)
    written = names.at(positions)
    if _is_disambiguated(ctx):
        levels = [
            _level(name, at, form, ctx, index) for name, at in zip(written, positions, strict=True)
        ]
        outs = [
            joiner.writer(at, level)(name)
            for name, at, level in zip(written, positions, levels, strict=True)
        ]
    else:
        outs = [*map(joiner.write_first, written[:1]), *map(joiner.write_other, written[1:])]
    out = joiner.join(written, outs, names.total, shown)
    return Run([out], (), TRUNCATED) if names.truncated and form.keep_names else out


def sort_names(names: ParsedNames, form: NameFormat, ctx: Context, index: int) -> str:
    """Return the names of one variable as a sort key, without "and" and "et al."."""
    positions = _positions(_shown_in_cite(names, form, ctx, index), names, form, ctx)
    keys = [sort_name(names[at], form, _level(names[at], at, form, ctx, index)) for at in positions]
    return ", ".join(keys)


def _positions(shown: int, names: ParsedNames, form: NameFormat, ctx: Context) -> list[int]:
    """Return which names are written: the first ones, and perhaps the last, if it is known."""
    positions = list(range(shown))
    if 0 < shown < len(names) - 1 and not names.truncated and _use_last(form, ctx):
        positions.append(len(names) - 1)
    return positions


def _shown_in_cite(names: ParsedNames, form: NameFormat, ctx: Context, index: int) -> int:
    """Return how many names are shown: more than usual if that tells cites apart."""
    shown = shown_count(names.total, form, ctx)
    if ctx.disambiguation is not None and index in ctx.disambiguation.names:
        shown = max(shown, ctx.disambiguation.names[index])
    return min(shown, len(names))


def _use_last(form: NameFormat, ctx: Context) -> bool:
    """Whether the last name follows an ellipsis (``et-al-use-last``)."""
    if ctx.sorting is not None and "names-use-last" in ctx.sorting:
        return ctx.sorting["names-use-last"] == "true"
    return form.et_al.use_last


def _decorated(form: NameFormat, inverted: bool, level: int) -> WriteName:
    """Return the function that writes a name with the attributes of its cs:name."""
    write = name_writer(form, inverted, level)
    if not form.decorate and not form.keep_names:
        return write

    def write_decorated(name: NameParts) -> Out:
        out = write(name)
        if form.decorate:
            out = form.decorate(out, form.lang)
        return Named(out, name.identity) if form.keep_names else out

    return write_decorated


def _is_disambiguated(ctx: Context) -> bool:
    """Whether some given names may be written further than usual."""
    if ctx.given_name_level is not None:
        return True
    return ctx.disambiguation is not None and bool(ctx.disambiguation.givens)


def _level(name: NameParts, at: int, form: NameFormat, ctx: Context, index: int) -> int:
    """Return how much of a given name is written: more than usual if that tells names apart."""
    level = form.given_name_level
    if ctx.given_name_level is not None:
        level = max(level, ctx.given_name_level(name, at, form.initials is not None))
    if ctx.disambiguation is not None and ctx.disambiguation.givens:
        level = max(level, ctx.disambiguation.givens.get((index, at), 0))
    return level
