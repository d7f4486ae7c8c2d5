"""Straight quotation marks of a title, which TeX prints in one form, and pairs in their place."""

from __future__ import annotations

import medcite
import pytest
from medcite.markup.latex_title import quoted


@pytest.mark.parametrize(
    ("straight", "pairs"),
    [
        ('The "gold" x', "The ``gold'' x"),
        ('"a", "b"; ("c").', "``a'', ``b''; (``c'')."),
        ('{"Gold"} x of \\textit{"b"}', "{``Gold''} x of \\textit{``b''}"),
        ('"the dogs\'" and "x"\'s', "``the dogs'{}'' and ``x''{}'s"),
        ('\\"A "x"', "\\\"A ``x''"),
        ('"{G}old"', "``{G}old''"),
        ('a 5" and 3" pipe', 'a 5" and 3" pipe'),
        ('one "more', 'one "more'),
        ('"a "b" c"', '"a "b" c"'),
        ('"" and " x "', '"" and " x "'),
    ],
)
def test_pairs(straight: str, pairs: str) -> None:
    assert quoted(straight) == pairs


@pytest.mark.parametrize("target", ["bibtex", "biblatex"])
@pytest.mark.parametrize("ascii", [True, False])
def test_titles_for_tex(target: str, ascii: bool) -> None:
    record = medcite.Record(title='A "Gold" standard', container_title='The "J"')
    text = medcite.write([record], target, ascii=ascii)
    assert "A ``{Gold}'' standard" in text
    assert "{The ``J''}" in text


def test_titles_for_programs_stay() -> None:
    record = medcite.Record(title='A "gold" standard', abstract='"x"')
    assert 'A "gold" standard' in medcite.write([record], "bibtex", receiver="zotero")
    assert '{"x"}' in medcite.write([record], "bibtex")
