"""Collapsing: numbers to ranges, cites of the same names to years, years to suffixes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from ..context import Cite
from ..environment import Env, prints_variable
from ..rich_text.parse import rich
from ..rich_text.tree import Out, Run, find, text_of


class Made(NamedTuple):
    """A cite, its output, and the names in it, or those that it would have were they not hidden."""

    cite: Cite
    out: Out
    names: str


Again = Callable[[Made, str], Out]


class Collapse:
    """How the cites of a citation are joined."""

    def __init__(self, env: Env, delimiter: str) -> None:
        options = env.options
        self.how = options.get("collapse", "")
        self.delimiter = delimiter
        in_text = env.style.klass == "in-text"
        self.groups = (bool(self.how) and in_text) or "cite-group-delimiter" in options
        self.own = options.get("cite-group-delimiter")
        self.inner = options.get("cite-group-delimiter", ", " if in_text else delimiter)
        self.letters = self.how.startswith("year-suffix") and (
            options.get("disambiguate-add-year-suffix") == "true"
        )
        self.located = prints_variable(env.style, env.style.citation, "locator")
        self.suffixes = options.get("year-suffix-delimiter", self.own or delimiter)
        self.after = options.get("after-collapse-delimiter")
        self.range = env.locale.term("citation-range-delimiter") or "–"

    def grouped(self, made: list[Made]) -> list[Made]:
        """Bring cites of the same names together at the first of them."""
        if not self.groups or len(made) < 3:
            return made
        places: dict[str, list[Made]] = {}
        for at, one in enumerate(made):
            places.setdefault(one.names or f"\0{at}", []).append(one)
        return [one for group in places.values() for one in group]

    def join(self, made: list[Made], again: Again) -> Out:
        """Return the cites joined, each with its own affixes."""
        made = [one for one in made if one.out or one.cite.prefix]
        if not made:
            return ""
        if self.how == "citation-number":
            return self._numbers(made)
        if self.how.startswith("year"):
            return self._years(made, again)
        return self._grouped(made)

    def _mark(self, before: Made, collapsed: bool, named: bool) -> str:
        """Return what parts two cites of different names, the first perhaps a group's last.

        As citeproc-js: ``after-collapse-delimiter`` stands after every locator, and before
        all names that do not follow a single year with collapsed suffixes.
        """
        if self.after is None:
            return self.delimiter
        plain = named and self.how != "year-suffix"
        return self.after if before.cite.locator or collapsed or plain else self.delimiter

    def key(self, made: Made) -> str:
        """Return what cites must share to be collapsed: names, or else to be but dates."""
        if made.names:
            return made.names
        date, letter = _date(made.out), _letter(made)
        if date and text_of(made.out).strip() == date + letter:
            return "\0"
        return date if letter and self.how != "year" else ""

    def _grouped(self, made: list[Made]) -> Out:
        """Join without collapsing, with the group's delimiter inside groups."""
        children: list[Out] = [affixed(made[0])]
        for before, one in pairwise(made):
            same = self.groups and bool(one.names) and one.names == before.names
            mark = self._mark(before, False, bool(one.names))
            if same and self.own is not None and self.after is None:
                mark = self.own
            children.append(_between(mark, before.cite, one.cite))
            children.append(affixed(one))
        return Run(children)

    def _numbers(self, made: list[Made]) -> Out:
        """Join numbers, runs of three and more as ranges; these are no cite groups."""
        children: list[Out] = []
        at = 0
        while at < len(made):
            end = _run_end(made, at)
            if children:
                before, cite = made[at - 1].cite, made[at].cite
                mark = self.after if self.after is not None and before.locator else self.delimiter
                children.append(_between(mark, before, cite))
            children.append(affixed(made[at]))
            if end - at >= 2:
                children.extend((self.range, affixed(made[end])))
                at = end
            at += 1
        return Run(children)

    def _years(self, made: list[Made], again: Again) -> Out:
        children: list[Out] = []
        at, collapsed = 0, False
        while at < len(made):
            end = at + 1
            names = self.key(made[at])
            while end < len(made) and names and self.key(made[end]) == names:
                end += 1
            if children:
                mark = self._mark(made[at - 1], collapsed, bool(made[at].names))
                children.append(_between(mark, made[at - 1].cite, made[at].cite))
            group = made[at:end]
            collapsed = len(group) > 1
            children.append(self._group(group, again))
            at = end
        return Run(children)

    def _group(self, group: list[Made], again: Again) -> Out:
        """Return cites of the same names: names once, then dates, of the same dates letters."""
        children: list[Out] = [affixed(group[0])]
        at = 1
        while at < len(group):
            end = self._range_end(group, at)
            one = group[end]
            short = self._short(group[end - 1], one)
            later = one._replace(out=again(one, "names date" if short else "names"))
            if end > at:
                children.extend((self.range, affixed(later)))
            elif later.out or one.cite.prefix:
                children.extend((self._inner(group[at - 1], one, short), affixed(later)))
            at = end + 1
        return Run(children)

    def _short(self, before: Made, one: Made) -> bool:
        """Whether a cite's date is that of the cite before, so that its letter says all.

        CSL 1.0.2: a cite with a locator keeps its year. One that is the same item's, without
        a letter, has none to keep (as citeproc-js).
        """
        if not self.letters or _date(one.out) != _date(before.out):
            return False
        if not _letter(one):
            return one.cite.id == before.cite.id
        return bool(_letter(before)) and not (
            self.located and (before.cite.locator or one.cite.locator)
        )

    def _range_end(self, group: list[Made], at: int) -> int:
        """Return the place of the last cite of a range of letters; ``at`` if there is none."""
        end = at
        while self.how == "year-suffix-ranged" and end < len(group) and self._next(group, end):
            end += 1
        return end - 1 if end - at >= 2 else at

    def _next(self, group: list[Made], at: int) -> bool:
        """Whether a cite carries on a range of letters."""
        before, one = group[at - 1], group[at]
        return (
            _next(_letter(before), _letter(one))
            and _bare(before.cite, one.cite)
            and self._short(before, one)
        )

    def _inner(self, before: Made, one: Made, short: bool) -> str:
        """Return what stands before a later cite of a group."""
        mark = self.inner
        if short and _letter(one) and _bare(before.cite, one.cite):
            mark = self.suffixes
        elif self.after is not None:
            mark = self.after if before.cite.locator else self.delimiter
        return _between(mark, before.cite, one.cite)


def _bare(before: Cite, cite: Cite) -> bool:
    """Whether nothing that the author of a cite adds comes between it and the cite before."""
    return not (before.suffix or cite.prefix or cite.suffix)


def affixed(made: Made) -> Out:
    """Return a cite with the prefix and suffix that its author gave it."""
    cite, out = made.cite, made.out
    if not cite.prefix and not cite.suffix:
        return out
    prefix, suffix = cite.prefix, cite.suffix
    if prefix and not prefix[-1].isspace() and prefix[-1] not in "([{“‘\"'’«—–-/":
        prefix += " "
    if suffix and suffix[0] not in " ,.;:!?)]}’”'\"—–-/":
        suffix = " " + suffix
    return Run([rich(prefix), out, rich(suffix)])


def _between(delimiter: str, before: Cite, cite: Cite) -> str:
    """Return the delimiter before a cite: no more of it than what affixes leave to say."""
    if before.suffix:
        if before.suffix[-1] not in ",;.":
            return delimiter
        return delimiter[delimiter.index(" ") :] if " " in delimiter else ""
    return "" if cite.prefix[:1] and cite.prefix[0] in ",;:." else delimiter


def names_of(out: Out) -> str:
    """Return the text of a cite's first names."""
    run = find(out, "names")
    return text_of(run) if run is not None else ""


def _letter(made: Made) -> str:
    """Return a cite's year suffix."""
    run = find(made.out, "suffix")
    return text_of(run) if run is not None else ""


def _date(out: Out) -> str:
    """Return the dates in a cite, without the year's suffix."""
    if isinstance(out, str):
        return ""
    if out.role == "date":
        suffix = find(out, "suffix")
        return text_of(out).replace(text_of(suffix), "") if suffix is not None else text_of(out)
    return "".join([_date(child) for child in out.children])


def _number(made: Made) -> int:
    """Return a cite's number if it is all there is to the cite but for marks, else 0."""
    run = find(made.out, "number")
    if run is None or sum(map(str.isalnum, text_of(made.out))) != len(text_of(run)):
        return 0
    return int(text_of(run))


def _run_end(made: list[Made], at: int) -> int:
    """Return the place of the last cite of a run of numbers; a prefix or suffix parts it."""
    number = _number(made[at])
    end = at
    while number and end + 1 < len(made) and _number(made[end + 1]) == number + 1:
        if made[end].cite.suffix or made[end + 1].cite.prefix or made[end + 1].cite.suffix:
            break
        number += 1
        end += 1
    return end


def _next(before: str, letter: str) -> bool:
    return bool(before) and bool(letter) and index_of(letter) == index_of(before) + 1


def index_of(letters: str) -> int:
    """Return the place of a year suffix: a is 1, z is 26, aa is 27."""
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 96
    return value


def suffix_of(index: int) -> str:
    """Return the year suffix at a place: 1 is a, 27 is aa."""
    letters = ""
    while index > 0:
        index, rest = divmod(index - 1, 26)
        letters = chr(97 + rest) + letters
    return letters
