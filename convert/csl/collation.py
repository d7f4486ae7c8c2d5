"""Compare texts as people do: by letters, not by punctuation, case or accents.

This is the Unicode collation at its base strength, with punctuation ignored and numbers by
value, in the order of the locale's language; citeproc-js sorts the same way. The letters of
the Latin, Greek and Cyrillic alphabets get their order from decomposition and from
``medcite.tables.collation``; lists with other letters go through ``pyuca``.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from ..base.lazy_regex import regex
from ..tables.collation import DOTTED, DOTTING, FIRST, LETTERS, ROOT

# All keys of one list are of the same type.
Key: TypeAlias = str | tuple[int, ...]
_ASCII_PUNCTUATION = {
    code: None for code in range(128) if not chr(code).isalnum() and not chr(code).isspace()
}
_DIGITS = regex(r"\d+")
# Appended to a base letter, these make another letter, after all texts that the base starts.
_AFTER_BASE = 0x10FF00
AFTER_LETTERS = "\U0010fffd"  # sorts behind all letters
# Where another script comes first: Latin letters, and what all other scripts' letters follow.
_LATIN_SECOND = {chr(ord("a") + index): chr(0x10FE00 + index) for index in range(26)}
_THIRD = chr(0x10FE80)
# Composed small letters, in Latin and Cyrillic.
_COMPOSED = (range(0xDF, 0x250), range(0x430, 0x530), range(0x1E00, 0x1F00))
_RELATION = regex(r"[<=]")
_RELATED_LETTER = regex(r"([<=])([^<=]+)")


class LetterOrder(NamedTuple):
    """A language's order of letters."""

    sort_as: dict[str, str]  # a letter, or several that count as one -> the text it sorts as
    letters: re.Pattern[str]  # finds what is in ``sort_as``
    dotted: dict[int, str]  # capitals whose small letters differ from Unicode's
    script: str  # that comes before Latin, if one does
    plain_ascii: bool  # whether letters of ASCII have their usual order


def keys(texts: Iterable[str], lang: str = "en") -> Sequence[Key]:
    """Return a key for each text; comparing keys sorts by the order of the language."""
    order = letter_order(lang)
    folded = [fold(text, order) for text in texts]
    if all(map(_sorts_by_code_point, folded)):
        return folded
    sort_key = _unicode_collation()
    return [_base_weights(sort_key(text)) for text in folded]


@cache
def letter_order(lang: str) -> LetterOrder:
    """Return the order of letters in a language, given by the tag of a locale."""
    language, _, script_or_region = lang.lower().replace("_", "-").partition("-")
    script_tag = f"{language}-{script_or_region[:4]}"
    rules = LETTERS.get(script_tag, LETTERS.get(language, ""))
    tailored = dict(pair for rule in rules.split() for pair in _parse_rule(rule))
    sort_as = {"æ": "ae", "œ": "oe", "ʻ": "", "ʿ": "", "ʾ": ""}
    for rule in ROOT.split():
        sort_as.update(_parse_rule(rule))
    sort_as.update(tailored)
    sort_as.update(_with_more_accents(tailored, sort_as))
    letters = regex("|".join(sorted(map(re.escape, sort_as), key=len, reverse=True)))
    dotted = str.maketrans(DOTTED) if language in DOTTING else {}
    script = FIRST.get(language, "") if script_tag not in LETTERS else ""
    plain_ascii = not dotted and not script and not any(map(str.isascii, tailored))
    return LetterOrder(sort_as, letters, dotted, script, plain_ascii)


def _parse_rule(rule: str) -> Iterator[tuple[str, str]]:
    """Yield each letter of a rule with the text it sorts as (see ``medcite.tables.collation``)."""
    base = key = _RELATION.split(rule, 1)[0]
    code = _AFTER_BASE
    for relation, letter in _RELATED_LETTER.findall(rule):
        if relation == "<":
            key = base + chr(code)
            code += 1
        yield letter, key


def _with_more_accents(
    tailored: dict[str, str], known: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield letters that have more accents than one of the language's, with the key of that."""
    decomposed = {unicodedata.normalize("NFD", letter): key for letter, key in tailored.items()}
    accented = {letter: key for letter, key in decomposed.items() if len(letter) > 1}
    for composed in map(chr, chain(*_COMPOSED)) if accented else ():
        if composed not in known:
            base, accents = _split_accents(unicodedata.normalize("NFD", composed))
            for letter, key in accented.items():
                if letter[0] == base and accents.issuperset(letter[1:]):
                    yield composed, key


def _split_accents(decomposed: str) -> tuple[str, set[str]]:
    return decomposed[0], set(decomposed[1:])


def fold(text: str, order: LetterOrder) -> str:
    """Return the text by which ``text`` is compared."""
    if order.plain_ascii and text.isascii():
        lower = text.lower()
        if lower.isalpha():
            return lower
        return " ".join(_DIGITS.sub(_zero_padded, lower).translate(_ASCII_PUNCTUATION).split())
    folded = _letters_only(_DIGITS.sub(_zero_padded, _replace_letters(text, order)))
    if not order.script:
        return folded
    return "".join([_in_script_order(letter, order.script) for letter in folded])


@cache
def _in_script_order(letter: str, script: str) -> str:
    """Return a letter so that it sorts behind those of ``script``, and Latin ones before others."""
    if not letter.isalpha() or unicodedata.name(letter, "").startswith(script):
        return letter
    return _LATIN_SECOND.get(letter) or _THIRD + letter


def _zero_padded(number: re.Match[str]) -> str:
    return number.group().zfill(12)


def _replace_letters(text: str, order: LetterOrder) -> str:
    """Return a text in small letters, those of the language replaced by what they sort as."""
    text = unicodedata.normalize("NFC", text.translate(order.dotted).casefold())
    return order.letters.sub(lambda match: order.sort_as[match.group()], text)


def _letters_only(text: str) -> str:
    """Return a text without accents and punctuation."""
    text = unicodedata.normalize("NFKD", text)
    kept = [
        letter
        for letter in text
        if letter.isalnum() or letter.isspace() or ord(letter) >= _AFTER_BASE
    ]
    return " ".join("".join(kept).split())


def _sorts_by_code_point(text: str) -> bool:
    """Whether code points order a folded text well: alphabets in their order, and Han."""
    return text.isascii() or all(
        letter < "\u0080"
        or "α" <= letter <= "ω"
        or "а" <= letter <= "я"
        or "\u4e00" <= letter <= "\u9fff"
        or letter >= "\U0010fe00"
        for letter in text
    )


@cache
def _unicode_collation() -> Callable[[str], tuple[int, ...]]:
    """Return pyuca's sort key function."""
    from pyuca import Collator  # noqa: PLC0415  # reading its table takes a while

    return Collator().sort_key  # type: ignore[no-any-return]  # pyuca has no types


def _base_weights(weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return the weights of the letters, without those of accents and case."""
    return weights[: weights.index(0)] if 0 in weights else weights
