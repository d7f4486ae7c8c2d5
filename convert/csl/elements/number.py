"""cs:number: a number variable as a number, an ordinal, in words or in Roman numerals."""

from __future__ import annotations

from ..attributes import OWN_WORDS, ROMAN, decorated
from ..context import Context, Render
from ..environment import Env, empty_variable
from ..numbers.labelled import write_numbers
from ..numbers.locator import without_label
from ..numbers.number_range import number_text, range_delimiter
from ..numbers.numerals import in_form
from ..numbers.page_range import page_writer
from ..rich_text.parse import rich
from ..rich_text.tree import Out
from ..variables import number_of, use, value_of
from ..xml import Element


def compile_number(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:number``."""
    name, form, locale = node.get("variable"), node.get("form", "numeric"), env.locale
    if env.lacks(name):
        return empty_variable
    gender = locale.gender(name)
    delimiter = range_delimiter(name, locale)
    write_pages = page_writer(env.page_format, locale)

    def write(text: str) -> str:
        if "\\" in text:
            return number_text(text)
        if name == "page":
            text = write_pages(text)
        return in_form(number_text(text, delimiter), form, locale, gender)

    def render(ctx: Context) -> Out:
        text = number_of(value_of(ctx, name))
        if not use(ctx, name, text):
            return ""
        numbers = write_numbers(without_label(name, text), name, locale, write)
        # The term of an ordinal's suffix may have tags.
        return rich(numbers) if form == "ordinal" and "<" in numbers else numbers

    return decorated(
        env.hides_itself(render), node.attrs, env, ROMAN if form == "roman" else OWN_WORDS
    )
