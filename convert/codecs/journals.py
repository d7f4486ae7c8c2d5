"""A journal's titles: as the journal prints it, and abbreviated with full stops.

NLM writes a title as its catalogue has it: in sentence case, with the place in parentheses where
two journals have one name, with subtitles, parallel titles and who publishes it ("Lancet (London,
England)", "Molecular & cellular proteomics : MCP"). None of it is in a reference list. NLM's own
abbreviation (TA), which leaves all of this out, tells what belongs to the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from ..base.contractions import is_contraction
from ..base.lazy_regex import regex
from ..tables.journals import (
    EDITION_WORDS,
    FOREIGN,
    FOREIGN_ENDINGS,
    LOWER,
    NOT_FOREIGN,
    SUBTITLE_WORDS,
)
from .characters import folded
from .titles import stopped

# Between a title and what is added; a stop between its sections, too, but not in "U.S. Army".
_SEPARATOR = regex(r"(?<=[^\W\d_]{2})(\.) +(?![:=/])|(?<=\S)(;|:) | (/|:|=) ?|(=) ")
_PARALLEL = "="  # behind it is the same title in another language
_STARTS = (". ", ": ")  # a part of the title begins with a capital
_STAYS = frozenset(".;:")  # may stand within a title
_OMISSION = regex(r" ?(?:\.\.\.|\[sic\])(?= |$)")
_TRANSLATION = regex(r"^\[([^\]]+)\] .*|(.*\S) ?\[.*\]$")
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_ARXIV = regex(r"arXiv(?: preprint|:)", re.IGNORECASE)
_DASH = regex(r"(?<=\w)-- ?(?=\w)")
_STOP = regex(r"(?<=[^\W\d_])\.")
_ELISION = regex(r"\b(?:dell|[dl])['’](?=\w)", re.IGNORECASE)
_INNER = regex(r"(?<=\w)-(?=\w)|(?<=[A-Z])\.(?=[A-Z])")
_QUALIFIER = regex(r" ?\(.*")
# As others than NLM abbreviate, a stop behind the last word and one before: "N. Engl. J. Med."
_STOPPED = regex(r"[\w&,' -]*[^\W\d_]\.[\w&,.' -]*[^\W\d_]\.")

Piece = tuple[str, str]  # what stands before it, and its text
_folded = lru_cache(maxsize=4096)(folded)  # words of journals are few


@lru_cache(maxsize=4096)  # a few thousand journals publish most articles
def clean(title: str, short: str = "") -> str:
    """Return a title without NLM's additions, with the capitals and dashes that journals print.

    ``short`` is the title's abbreviation (TA). Section names stay ("Proceedings. Biological
    sciences"); what the abbreviation has no word of does not ("Masui. The Japanese journal of
    anesthesiology"). Titles in other languages keep their capitals.
    """
    if _ARXIV.match(title):  # arXiv preprint arXiv:2101.00001 [cs.LG]
        return title
    return _with_capitals(_DASH.sub("\N{EN DASH}", _without_additions(title, short)), short)


@lru_cache(maxsize=4096)
def dotted(short: str, title: str) -> str:
    """Return an abbreviation with the full stops that NLM leaves out: ``J. Biol. Chem.``.

    A word of ``title`` that is not abbreviated gets none (``Nature``, ``Cell``). Without its
    stops it is ``short`` again. If the two do not agree, so that nobody knows what is
    abbreviated, ``short`` is returned as it is.
    """
    if _STOP.search(short):
        return short
    title_words = _abbreviated_words(short, title)
    if title_words is None:
        return short
    # "(Wien)" behind the abbreviation need not be a word of the title.
    places = _words(title[len(_QUALIFIER.sub("", title)) :])
    ends = [
        match.end()
        for match, word in zip_longest(_WORD.finditer(short), title_words)
        if _is_abbreviated(match[0], [word] if word else places)
    ]
    for end in reversed(ends):
        short = f"{short[:end]}.{short[end:]}"
    return short


def _abbreviated_words(short: str, title: str) -> list[str] | None:
    """Return the words of a title that an abbreviation's stand for, or ``None`` if one has none."""
    words = _words(_QUALIFIER.sub("", short))
    matches = (_matched(words, _words(spelling)) for spelling in _spellings(title))
    return next((match for match in matches if len(match) == len(words)), None)


@lru_cache(maxsize=4096)
def is_abbreviation(short: str, title: str) -> bool:
    """Whether a text is nothing but a title's abbreviation: ``J Biol Chem``."""
    return _abbreviated_words(undotted(short), title) is not None


@lru_cache(maxsize=4096)
def undotted(short: str) -> str:
    """Return an abbreviation without full stops: ``J Biol Chem``."""
    return _STOP.sub("", short)


def _spellings(title: str) -> Iterator[str]:
    """Yield a title, and how its words are counted otherwise: "d'hygiene", "oto-laryngologica"."""
    yield title
    yield _ELISION.sub("", title)
    yield _INNER.sub("", title)


def _is_abbreviated(word: str, words: Iterable[str]) -> bool:
    """Whether a word is short for one of a title's words; NLM itself shortens "edition"."""
    return not word.isdecimal() and any(
        _abbreviates(word, other) or word == other.title() == "Ed" for other in words
    )


def _matched(short: Sequence[str], title: Iterable[str]) -> list[str]:
    """Return the words of a title that the first words of ``short`` stand for, in order."""
    matched: list[str] = []
    wanted = iter(short)
    next_short = next(wanted, "")
    for word in title:
        if not next_short:
            break
        if _matches(next_short, word):
            matched.append(word)
            next_short = next(wanted, "")
    return matched


def _matches(short: str, word: str) -> bool:
    """Whether a word of an abbreviation stands for a title's word: is the same, or short for it."""
    first, second = _folded(short), _folded(word)
    return first[:1] == second[:1] and (first == second or _abbreviates(short, word))


def _abbreviates(short: str, word: str) -> bool:
    """Whether one word abbreviates another, which is longer.

    An acronym neither is nor has an abbreviation: the J of "J Pak Med Assoc" is not JPMA's.
    """
    if _is_acronym(short) or _is_acronym(word):
        return False
    short, folded = _folded(short), _folded(word)
    return len(short) < len(folded) and is_contraction(short, folded)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _without_additions(title: str, short: str) -> str:
    """Return a title without place, subtitle, parallel titles and publisher."""
    text = " ".join(title.split())
    if text.replace(" ", "").isalpha():  # most titles: nothing separates an addition
        return text
    if _has_stops(short or text) and _has_stops(text):  # an abbreviation; NLM's has none
        return text
    text = _without_parentheses(_without_translation(text), short)
    pieces = list(_pieces(text))
    if len(pieces) > 1:
        kept = _by_abbreviation(pieces, short) if short else None
        text = _joined(kept or _by_itself(pieces))
    return stopped(_without_parentheses(text, short)) or title


def _without_translation(text: str) -> str:
    """Return a title without its translation in brackets, nor a mark that something is left out."""
    if "[" not in text and "..." not in text:
        return text
    text = _OMISSION.sub("", text)
    match = _TRANSLATION.fullmatch(text)
    return match[1] or match[2] if match else text


def _has_stops(title: str) -> bool:
    """Whether a title is abbreviated with full stops, one of them behind its last word."""
    return title.endswith(".") and _STOPPED.fullmatch(title) is not None


def _without_parentheses(text: str, short: str) -> str:
    """Return a title without what stands in parentheses at its end: a place, a year, a publisher.

    An edition stays if the abbreviation has it too: "Frontiers in bioscience (Landmark edition)".
    """
    while text.endswith(")"):
        start = text.rfind("(")
        while start > 0 and text.count("(", start) < text.count(")", start):
            start = text.rfind("(", 0, start)  # it is within the outer ones
        if start <= 0 or (_names_edition(text[start:]) and _names_edition(short)):
            break
        text = text[:start].rstrip()
    return text


def _names_edition(text: str) -> bool:
    return not EDITION_WORDS.isdisjoint(map(_folded, _words(text)))


def _pieces(text: str) -> Iterator[Piece]:
    """Yield what stands between the separators of a title, each with the one before it."""
    separator, start = "", 0
    for match in _SEPARATOR.finditer(text):
        yield separator, text[start : match.start()].strip()
        separator, start = next(filter(None, match.groups())), match.end()
        if match[0].startswith(" "):
            separator = f" {separator}"
    yield separator, text[start:].strip()


def _by_abbreviation(pieces: list[Piece], short: str) -> list[Piece] | None:
    """Return the pieces that ``short`` abbreviates, or ``None`` if it does not say."""
    words = _words(_QUALIFIER.sub("", short))
    kept = []
    for separator, text in pieces:
        if separator.strip() == _PARALLEL or not words:
            break
        if matched := _matched(words, _words(text)):
            kept.append((separator, text))
            words = words[len(matched) :]
    return None if words else kept


def _by_itself(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces that look like parts of the title, where no abbreviation tells."""
    kept = pieces[:1]
    for separator, text in pieces[1:]:
        words = [_folded(word) for word in _words(text)]
        is_subtitle = text.isupper() or not SUBTITLE_WORDS.isdisjoint(words)
        if separator not in _STAYS or (separator != "." and is_subtitle):
            break
        if not _is_repeated(text, kept):
            kept.append((separator, text))
    return kept


def _is_repeated(text: str, pieces: Iterable[Piece]) -> bool:
    """Whether the words of a piece stand in an earlier one: "Medinfo. MEDINFO"."""
    words = _joined_words(text)
    return any(words in _joined_words(other) for _, other in pieces)


def _joined_words(text: str) -> str:
    return f" {' '.join(map(_folded, _words(text)))} "


def _joined(pieces: list[Piece]) -> str:
    """Return the title that the pieces make; a stop stands for a separator that is NLM's own."""
    _, text = pieces[0]
    for separator, piece in pieces[1:]:
        text += f"{separator if separator in _STAYS else '.'} {piece}"
    return text


def _with_capitals(title: str, short: str) -> str:
    """Return a title in title case if it is English or Latin, with the acronyms of ``short``."""
    if _is_foreign(title):
        return title
    acronyms = {word.casefold(): word for word in _words(short) if _count_capitals(word)}
    return _WORD.sub(lambda match: _capitalized(match, acronyms), title)


def from_capitals(title: str, short: str) -> str:
    """Return a title that is all in capitals as a journal prints it.

    ``short`` is its abbreviation, which tells the acronyms: of ``BMC MEDICINE``, ``BMC Med.``.
    """
    return _with_capitals(title.lower(), short) if title.isupper() else title


def _is_foreign(title: str) -> bool:
    words = title.split()
    first = words[0].lower() if words and words[0].istitle() and len(words[0]) > 1 else ""
    if not FOREIGN.isdisjoint((first, *words)):
        return True
    small = [first, *(word.rstrip(",.;:") for word in words if word[0].islower())]
    return any(
        word.startswith(("d'", "l'"))
        or (word.endswith(FOREIGN_ENDINGS) and word not in NOT_FOREIGN)
        for word in small
    )


def _capitalized(match: re.Match[str], acronyms: dict[str, str]) -> str:
    """Return one word of a title with its capital, if it has one there."""
    word, title, start = match[0], match.string, match.start()
    if acronyms and (acronym := acronyms.get(word.casefold(), "")):
        word = max(word, acronym, key=_count_capitals)
    if not word.islower() or not word[0].isalpha():
        return word
    is_first = not start or (title[start - 2 : start] in _STARTS and "(" not in title[:start])
    is_prefix = len(word) == 1 and title[match.end() : match.end() + 1] == "-"
    if not is_first and (word in LOWER or is_prefix):
        return word
    return word[0].upper() + word[1:]


def _count_capitals(word: str) -> int:
    """Return how many capitals a word has behind its first letter."""
    return 0 if word[1:].islower() else sum(map(str.isupper, word[1:]))
