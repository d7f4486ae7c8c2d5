"""A cite with its output, and what collapsing needs to know of both."""

from typing import NamedTuple

from ..context import Cite
from ..rich_text.parse import rich
from ..rich_text.tree import Out, Run, find, text_of

# No space is added between a cite and a prefix that ends, or a suffix that starts, like this.
_PREFIX_ENDS = "([{“‘\"'’«—–-/"
_SUFFIX_STARTS = " ,.;:!?)]}’”'\"—–-/"


class RenderedCite(NamedTuple):
    """A cite, its output, and the names in it, also if they are hidden there."""

    cite: Cite
    out: Out
    names: str

    def with_affixes(self) -> Out:
        """Return the output with the prefix and suffix that the author gave the cite."""
        prefix, suffix = self.cite.prefix, self.cite.suffix
        if not prefix and not suffix:
            return self.out
        if prefix and not prefix[-1].isspace() and prefix[-1] not in _PREFIX_ENDS:
            prefix += " "
        if suffix and suffix[0] not in _SUFFIX_STARTS:
            suffix = f" {suffix}"
        return Run([rich(prefix), self.out, rich(suffix)])

    def year_suffix(self) -> str:
        """Return the letters after the year, if any."""
        run = find(self.out, "suffix")
        return text_of(run) if run is not None else ""

    def date(self) -> str:
        """Return the dates in the output, without year suffixes."""
        return _date(self.out)

    def number(self) -> int:
        """Return the citation number if the output has no other letters or digits, else 0."""
        run = find(self.out, "number")
        if run is None or sum(map(str.isalnum, text_of(self.out))) != len(text_of(run)):
            return 0
        return int(text_of(run))


def names_of(out: Out) -> str:
    """Return the text of the first names in a cite's output."""
    run = find(out, "names")
    return text_of(run) if run is not None else ""


def _date(out: Out) -> str:
    if isinstance(out, str):
        return ""
    if out.role == "date":
        suffix = find(out, "suffix")
        return text_of(out).replace(text_of(suffix), "") if suffix is not None else text_of(out)
    return "".join([_date(child) for child in out.children])


def nothing_between(before: Cite, cite: Cite) -> bool:
    """Whether neither cite has an affix that ends a range or a list of letters."""
    return not (before.suffix or cite.prefix or cite.suffix)


def fit_delimiter(delimiter: str, before: Cite, cite: Cite) -> str:
    """Return the delimiter between two cites, or what their affixes leave of it.

    After a suffix that ends with a mark only the delimiter's space stays; before a prefix
    that starts with one, nothing.
    """
    if before.suffix:
        if before.suffix[-1] not in ",;.":
            return delimiter
        return delimiter[delimiter.index(" ") :] if " " in delimiter else ""
    return "" if cite.prefix[:1] and cite.prefix[0] in ",;:." else delimiter
