"""Every journal of the corpus: its title without NLM's additions, its abbreviation with stops."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from medcite.codecs.journals import clean, dotted, undotted
from medcite.csl import style_search

from tests.corpus.raw import corpus

# NLM's, in a title: a place or year in parentheses, a subtitle, a parallel title, a publisher.
ADDITION = re.compile(r"\([^()]*(?:, |\d{4}|Online)[^()]*\)| [:=/] |= |\.$")
# Titles that the abbreviation is not of.
UNALIGNED = 10


@pytest.fixture(scope="module")
def journals(shared: Path) -> set[tuple[str, str, str]]:
    """Title, abbreviation and an ISSN of each journal."""
    return {
        (raw.one("JT"), raw.one("TA"), raw.one("IS")[:9])
        for raw in corpus(shared, 1)
        if raw.one("JT") and raw.one("TA")
    }


def test_no_addition_is_left(
    journals: set[tuple[str, str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    titles = {(full, short) for full, short, _ in journals}
    added = {full for full, _ in titles if ADDITION.search(full)}
    left = sorted(title for title in (clean(*pair) for pair in titles) if ADDITION.search(title))
    with capsys.disabled():
        print(f"\njournals: {len(titles)}; with additions {len(added)}, {len(left)} when clean")
    assert left == []
    assert all(clean(clean(*pair), pair[1]) == clean(*pair) for pair in titles)


def test_abbreviations_align(
    journals: set[tuple[str, str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    titles = {(short, full) for full, short, _ in journals}
    # Without a stop no word is abbreviated, or nobody knows which.
    unstopped = sorted(
        short
        for short, full in titles
        if "." not in dotted(short, full) and not _bare(short) <= _bare(full)
    )
    with capsys.disabled():
        print(f"\nabbreviations: {len(titles)}; not aligned {len(unstopped)}: {unstopped}")
    assert len(unstopped) <= UNALIGNED
    assert all(undotted(dotted(short, full)) == short for short, full in titles)


def test_capitals_are_those_of_styles_titles(
    journals: set[tuple[str, str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """A CSL style is called like its journal, by people who wrote it as the journal does."""
    styles = {issn: style.title for style in style_search.search_styles("")
              for issn in style.issns}  # fmt: skip
    pairs = {(clean(full, short), styles[issn]) for full, short, issn in journals if issn in styles}
    same = {(ours, theirs) for ours, theirs in pairs if _letters(ours) == _letters(theirs)}
    equal = [ours for ours, theirs in same if _words(ours) == _words(theirs)]
    with capsys.disabled():
        print(f"\ncapitals: {len(equal)} of {len(same)} titles of styles, of {len(pairs)}")
    assert len(equal) >= 0.96 * len(same)


def _bare(text: str) -> set[str]:
    """Return the words of a title or abbreviation, without the place behind it."""
    return set(re.findall(r"\w+", re.sub(r" \(.*", "", text).lower().replace("'", "")))


def _words(title: str) -> list[str]:
    return re.findall(r"\w+", title.replace("&", "and").removeprefix("The "))


def _letters(title: str) -> str:
    return "".join(_words(title)).lower()
