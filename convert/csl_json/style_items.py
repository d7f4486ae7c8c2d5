"""Items for a style: with only what it may print, made as late as it prints them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..model.record import Record
from ..options import Options
from ..output.value_choice import container_title
from ..tables.csl_json import RETURNED, ROWS
from .items import Item, item_maker

# What a processor reads without being told: for fallbacks, case, labels, names' scripts.
UNNAMED = {"type", "language", "author", "editor", "issued", "container-title-short"}
VARIABLES = RETURNED.union([row.tag for row in ROWS])


class DeferredText:
    """Stands in an item for a text that is not empty, which ``str`` returns.

    Many styles name a variable that they print of few items, or only if another one is empty.
    """

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def __str__(self) -> str:
        """Return the text."""
        return self._make()


def style_item_maker(
    style: bytes, options: Options, omit: tuple[str, ...] = ()
) -> Callable[[Record, str], Item]:
    """Return the function of record and key that makes items with what a style may print.

    ``style`` is its text; ``omit`` are variables to leave out besides.

    Cleaning a journal's title takes long, and most styles print its abbreviation: our own
    engine is given a title that is cleaned when it is printed.
    """
    chosen = _without_unnamed(style, options)
    chosen = chosen.replace(omit=(*chosen.omit, *omit))
    if options.journal != "clean" or options.engine != "medcite":
        return item_maker(chosen)
    make = item_maker(chosen.replace(journal="full"))

    def make_with_deferred_title(record: Record, key: str) -> Item:
        item = make(record, key)
        if "container-title" in item:
            item["container-title"] = DeferredText(partial(container_title, record, "clean"))
        return item

    return make_with_deferred_title


def _without_unnamed(style: bytes, options: Options) -> Options:
    """Return options for items with only what the style names: few print abstracts, none MeSH.

    Names are looked for anywhere in its text, so that none is missed; a style in UTF-16 gets
    everything.
    """
    chosen = Options(journal=options.journal, date=options.date)
    if b"<style" not in style:
        return chosen
    unnamed = [name for name in VARIABLES - UNNAMED if name.encode() not in style]
    return chosen.replace(omit=(*unnamed, "custom"))
