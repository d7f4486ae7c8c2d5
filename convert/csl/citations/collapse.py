"""Join the cites of a citation: numbers as ranges, the same authors once, years as suffixes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from ..environment import Env, prints_variable
from ..rich_text.tree import Out, Run, text_of
from .rendered_cite import RenderedCite, fit_delimiter, nothing_between
from .year_suffix import year_suffix_index

# Renders a cite again without what it shares with the one before: "names" or "names date".
Rerender = Callable[[RenderedCite, str], Out]
_DATES_ONLY = "\0"  # the collapse key of cites that are a date and nothing else


class CiteJoiner:
    """Joins cites as the attributes of cs:citation ask (CSL 1.0.2, "Cite Collapsing")."""

    def __init__(self, env: Env, delimiter: str) -> None:
        options = env.options
        in_text = env.style.klass == "in-text"
        self.collapse = options.get("collapse", "")
        self.delimiter = delimiter
        # With an empty one, years would run into one another: it is none.
        self.cite_group_delimiter = options.get("cite-group-delimiter") or None
        self.groups_cites = (bool(self.collapse) and in_text) or ("cite-group-delimiter" in options)
        self.delimiter_in_group = self.cite_group_delimiter or (", " if in_text else delimiter)
        self.collapses_suffixes = (
            self.collapse.startswith("year-suffix")
            and options.get("disambiguate-add-year-suffix") == "true"
        )
        self.prints_locator = prints_variable(env.style, env.style.citation, "locator")
        self.year_suffix_delimiter = options.get(
            "year-suffix-delimiter", self.cite_group_delimiter or delimiter
        )
        self.after_collapse_delimiter = options.get("after-collapse-delimiter")
        self.range_delimiter = env.locale.term("citation-range-delimiter") or "–"

    def group(self, cites: list[RenderedCite]) -> list[RenderedCite]:
        """Move cites of the same authors to the first of them (CSL 1.0.2, "Cite Grouping")."""
        if not self.groups_cites or len(cites) < 3:
            return cites
        groups: dict[str, list[RenderedCite]] = {}
        for index, cite in enumerate(cites):
            groups.setdefault(cite.names or f"\0{index}", []).append(cite)
        return [cite for group in groups.values() for cite in group]

    def join(self, cites: list[RenderedCite], rerender: Rerender) -> Out:
        """Return the cites joined, each with its own affixes."""
        cites = [cite for cite in cites if cite.out or cite.cite.prefix]
        if not cites:
            return ""
        if self.collapse == "citation-number":
            return self._join_numbers(cites)
        if self.collapse.startswith("year"):
            return self._join_years(cites, rerender)
        return self._join_uncollapsed(cites)

    def _delimiter_between_authors(
        self, before: RenderedCite, cite: RenderedCite, *, collapsed: bool
    ) -> str:
        """Return the delimiter between two cites by different authors.

        As citeproc-js: ``after-collapse-delimiter`` stands after every locator, after a
        collapsed group, and before all names that do not follow a single year with
        collapsed suffixes.
        """
        if self.after_collapse_delimiter is None:
            return self.delimiter
        before_names = bool(cite.names) and self.collapse != "year-suffix"
        if before.cite.locator or collapsed or before_names:
            return self.after_collapse_delimiter
        return self.delimiter

    def _join_uncollapsed(self, cites: list[RenderedCite]) -> Out:
        """Join without collapsing; inside groups there may be another delimiter."""
        children: list[Out] = [cites[0].with_affixes()]
        for before, cite in pairwise(cites):
            delimiter = self._delimiter_between_authors(before, cite, collapsed=False)
            same_group = self.groups_cites and bool(cite.names) and cite.names == before.names
            if same_group and self.cite_group_delimiter is not None:
                delimiter = self.cite_group_delimiter
            children.append(fit_delimiter(delimiter, before.cite, cite.cite))
            children.append(cite.with_affixes())
        return Run(children)

    def _join_numbers(self, cites: list[RenderedCite]) -> Out:
        """Join citation numbers, three and more in a row as a range."""
        children: list[Out] = []
        start = 0
        while start < len(cites):
            end = _number_range_end(cites, start)
            if children:
                children.append(self._delimiter_between_numbers(cites[start - 1], cites[start]))
            children.append(cites[start].with_affixes())
            if end - start >= 2:
                children += [self.range_delimiter, cites[end].with_affixes()]
                start = end
            start += 1
        return Run(children)

    def _delimiter_between_numbers(self, before: RenderedCite, cite: RenderedCite) -> str:
        delimiter = self.delimiter
        if self.after_collapse_delimiter is not None and before.cite.locator:
            delimiter = self.after_collapse_delimiter
        return fit_delimiter(delimiter, before.cite, cite.cite)

    def _join_years(self, cites: list[RenderedCite], rerender: Rerender) -> Out:
        """Join cites, those in a row by the same authors as one group."""
        children: list[Out] = []
        start, collapsed = 0, False
        while start < len(cites):
            end = self._group_end(cites, start)
            if start:
                before, cite = cites[start - 1], cites[start]
                delimiter = self._delimiter_between_authors(before, cite, collapsed=collapsed)
                children.append(fit_delimiter(delimiter, before.cite, cite.cite))
            children.append(self._join_group(cites[start:end], rerender))
            collapsed = end - start > 1
            start = end
        return Run(children)

    def _group_end(self, cites: list[RenderedCite], start: int) -> int:
        """Return the index after the last cite by the same authors as the one at ``start``."""
        key = self._collapse_key(cites[start])
        end = start + 1
        while end < len(cites) and key and self._collapse_key(cites[end]) == key:
            end += 1
        return end

    def _collapse_key(self, cite: RenderedCite) -> str:
        """Return what cites must share to be collapsed: names, or that they are only dates."""
        if cite.names:
            return cite.names
        date, suffix = cite.date(), cite.year_suffix()
        if date and text_of(cite.out).strip() == date + suffix:
            return _DATES_ONLY
        return date if suffix and self.collapse != "year" else ""

    def _join_group(self, group: list[RenderedCite], rerender: Rerender) -> Out:
        """Join cites by the same authors: names once, then dates; for the same date, suffixes."""
        children: list[Out] = [group[0].with_affixes()]
        start = 1
        while start < len(group):
            end = self._suffix_range_end(group, start)
            suffix_only = self._is_suffix_enough(group[end - 1], group[end])
            out = rerender(group[end], "names date" if suffix_only else "names")
            later = group[end]._replace(out=out)
            if end > start:
                children += [self.range_delimiter, later.with_affixes()]
            elif later.out or later.cite.prefix:
                delimiter = self._delimiter_within_group(group[start - 1], group[end], suffix_only)
                children += [delimiter, later.with_affixes()]
            start = end + 1
        return Run(children)

    def _is_suffix_enough(self, before: RenderedCite, cite: RenderedCite) -> bool:
        """Whether a cite's date is that of the cite before, so that its suffix says all.

        CSL 1.0.2: a cite with a locator keeps its year. A cite of the same item, without a
        suffix, has none to keep (as citeproc-js).
        """
        if not self.collapses_suffixes or cite.date() != before.date():
            return False
        if not cite.year_suffix():
            return cite.cite.id == before.cite.id
        has_locator = self.prints_locator and (before.cite.locator or cite.cite.locator)
        return bool(before.year_suffix()) and not has_locator

    def _suffix_range_end(self, group: list[RenderedCite], start: int) -> int:
        """Return the index of the last cite of a range of year suffixes, or ``start``."""
        if self.collapse != "year-suffix-ranged":
            return start
        end = start
        while end < len(group) and self._continues_range(group[end - 1], group[end]):
            end += 1
        return end - 1 if end - start >= 2 else start

    def _continues_range(self, before: RenderedCite, cite: RenderedCite) -> bool:
        """Whether a cite has the year suffix after that of the cite before."""
        first, second = before.year_suffix(), cite.year_suffix()
        return (
            bool(first and second)
            and year_suffix_index(second) == year_suffix_index(first) + 1
            and nothing_between(before.cite, cite.cite)
            and self._is_suffix_enough(before, cite)
        )

    def _delimiter_within_group(
        self, before: RenderedCite, cite: RenderedCite, suffix_only: bool
    ) -> str:
        """Return the delimiter between two cites by the same authors."""
        delimiter = self.delimiter_in_group
        if suffix_only and cite.year_suffix() and nothing_between(before.cite, cite.cite):
            delimiter = self.year_suffix_delimiter
        elif self.after_collapse_delimiter is not None and self.cite_group_delimiter is None:
            after_locator = bool(before.cite.locator)
            delimiter = self.after_collapse_delimiter if after_locator else self.delimiter
        return fit_delimiter(delimiter, before.cite, cite.cite)


def _number_range_end(cites: list[RenderedCite], start: int) -> int:
    """Return the index of the last cite of a range of numbers; affixes end a range."""
    number = cites[start].number()
    end = start
    while number and end + 1 < len(cites) and cites[end + 1].number() == number + 1:
        if not nothing_between(cites[end].cite, cites[end + 1].cite):
            break
        number += 1
        end += 1
    return end
