"""Collapsing: numbers to ranges, cites of the same names to years, years to suffixes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from convert.csl.context import Cite, Env
from convert.csl.rich import rich
from convert.csl.tree import Out, Run, find, text_of


class Made(NamedTuple):
    """A cite and its output."""

    cite: Cite
    out: Out


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
        self.bare = ", " if env.style.klass == "in-text" else delimiter
        self.suffixes = options.get("year-suffix-delimiter", self.own or delimiter)
        self.after = options.get("after-collapse-delimiter")
        self.range = env.locale.term("citation-range-delimiter") or "–"

    def grouped(self, made: list[Made]) -> list[Made]:
        """Bring cites of the same names together at the first of them."""
        if not self.groups or len(made) < 3:
            return made
        places: dict[str, list[Made]] = {}
        for at, one in enumerate(made):
            names = _names(one.out)
            places.setdefault(names or f"\0{at}", []).append(one)
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

    def key(self, out: Out) -> str:
        """Return what cites must share to be collapsed: names, or a year with a suffix."""
        return _names(out) or (_year(out) if self.how != "year" else "")

    def _grouped(self, made: list[Made]) -> Out:
        """Join without collapsing, with the group's delimiter inside groups."""
        children: list[Out] = [affixed(made[0])]
        for before, one in pairwise(made):
            names = _names(one.out)
            same = self.groups and bool(names) and names == _names(before.out)
            mark = self._mark(before, False, bool(names))
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
                before = made[at - 1]
                mark = self.delimiter if _number(before) else self._mark(before, False, False)
                children.append(_between(mark, before.cite, made[at].cite))
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
            names = self.key(made[at].out)
            while end < len(made) and names and self.key(made[end].out) == names:
                end += 1
            if children:
                mark = self._mark(made[at - 1], collapsed, True)
                children.append(_between(mark, made[at - 1].cite, made[at].cite))
            group = made[at:end]
            collapsed = len(group) > 1
            children.append(self._group(group, again))
            at = end
        return Run(children)

    def _group(self, group: list[Made], again: Again) -> Out:
        """Return cites of the same names: names once, then years."""
        later = [Made(one.cite, again(one, "names")) for one in group[1:]]
        cites = [group[0], *[one for one in later if one.out]]
        if not self.how.startswith("year-suffix"):
            return self._joined(cites)
        children: list[Out] = []
        at = 0
        while at < len(cites):
            end = at + 1
            year = _year(cites[at].out)
            while (
                end < len(cites)
                and year
                and _year(cites[end].out) == year
                and _plain(cites[end - 1], cites[end])
            ):
                end += 1
            if children:
                children.append(self._inner(cites[at - 1], cites[at]))
            children.append(self._suffixes(cites[at:end]))
            at = end
        return Run(children)

    def _joined(self, cites: list[Made]) -> Out:
        children: list[Out] = [affixed(cites[0])]
        for before, one in pairwise(cites):
            children.append(self._inner(before, one))
            children.append(affixed(one))
        return Run(children)

    def _inner(self, before: Made, one: Made) -> str:
        """Return what stands before a later cite of a group: by default, what fits a year."""
        return _between(self._within(before, one), before.cite, one.cite)

    def _within(self, before: Made, one: Made) -> str:
        if self.after is not None:
            return self.after if before.cite.locator else self.delimiter
        if self.own is not None:
            return self.own
        year = find(one.out, "year")
        if year is None or one.cite.suffix:
            return self.delimiter
        suffix = find(one.out, "suffix")
        letters = text_of(year) + (text_of(suffix) if suffix is not None else "")
        return self.bare if text_of(one.out).strip() == letters else self.delimiter

    def _suffixes(self, cites: list[Made]) -> Out:
        """Return cites of one year: the year once, then suffixes, ranges if the style asks."""
        children: list[Out] = [affixed(cites[0])]
        letters = [text_of(find(one.out, "suffix") or "") for one in cites]
        ranged = self.how == "year-suffix-ranged"
        at = 1
        while at < len(cites):
            end = at
            while ranged and end < len(cites) and _next(letters[end - 1], letters[end]):
                end += 1
            if end - at >= 2:
                children.extend((self.range, letters[end - 1]))
                at = end
                continue
            children.append(self.suffixes)
            children.append(_with_suffix(cites[at], letters[at]))
            at += 1
        return Run(children)


def _with_suffix(one: Made, letter: str) -> Out:
    suffix = one.cite.suffix
    return Run([letter, rich(suffix)]) if suffix else letter


def affixed(made: Made) -> Out:
    """Return a cite with the prefix and suffix that its author gave it."""
    cite, out = made
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


def _names(out: Out) -> str:
    run = find(out, "names")
    return text_of(run) if run is not None else ""


def _year(out: Out) -> str:
    run = find(out, "year")
    if run is None or find(out, "suffix") is None:
        return ""
    return text_of(run)


def _plain(before: Made, one: Made) -> bool:
    """Whether nothing between two cites keeps them from sharing a year."""
    return not (before.cite.suffix or before.cite.locator or one.cite.prefix or one.cite.locator)


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
