"""Given names as initials (CSL 1.0.2, ``initialize-with``)."""

from functools import lru_cache
from typing import NamedTuple

from ...base.lazy_regex import regex

_TOKEN = regex(r"[^.\-‐]+\.?|[-‐]")
_WORD = regex(r"[^\s.]+\.?")
_HYPHEN = regex("[-‐]")
_TAG = regex(r"(<[^<>]*>)")
_HYPHENS = "-‐"
_FIRST_EASTERN = "\u1100"  # the first letter of Hangul, kana and Han
_HALF_RINGS = frozenset("ʿʾ")  # letters to Unicode, but no name starts with them


class InitialsFormat(NamedTuple):
    """How initials are written: the attributes of cs:name that start with ``initialize``."""

    mark: str  # initialize-with
    initialize: bool = True  # false: initials are marked, but full given names stay
    hyphen: bool = True  # initialize-with-hyphen


@lru_cache(maxsize=1 << 14)  # many names of a list have the same initials or given names
def abbreviate(given: str, form: InitialsFormat) -> str:
    """Return a given name as initials, or with the initials in it marked; tags stay in place."""
    if "<" not in given:
        return _abbreviate_text(given, form)
    out, space_may_follow = "", False
    for piece in _TAG.split(given):
        if piece[:1] == "<":
            out += piece
        elif piece.strip():
            text = _abbreviate_piece(piece, form)
            out += f" {text}" if space_may_follow and piece[0].isspace() else text
            space_may_follow = _ends_a_word(text, form)
            out += " " if space_may_follow and piece[-1].isspace() else ""
    return out.rstrip()


def _abbreviate_text(given: str, form: InitialsFormat) -> str:
    if form.initialize:
        return initials(given, form.mark, form.hyphen)
    return mark_initials(given, form.mark)


def _abbreviate_piece(piece: str, form: InitialsFormat) -> str:
    """Return the initials of the text between two tags, which may start with a hyphen."""
    if piece[0] not in _HYPHENS:
        return _abbreviate_text(piece, form)
    hyphen = "-" if form.hyphen or not form.initialize else ""
    return hyphen + _abbreviate_text(piece[1:], form)


def _ends_a_word(text: str, form: InitialsFormat) -> bool:
    """Whether a space may follow: after an initial only if the mark has one."""
    return " " in form.mark or not (form.initialize or len(text.rstrip(".")) == 1)


def initials(given: str, mark: str, hyphen: bool = True) -> str:
    """Return the initials of ``given``, each followed by ``mark``, with hyphens if asked for.

    A name that does not start with a letter stays as it is; so does a word that starts with
    a lowercase letter or with none ("de", "al-Rahman"), and an abbreviation ("Ph."). Without
    hyphens, the parts of a compound are separate words.
    """
    if given.isalpha() and given[0].isupper():
        return _initial(given) + mark.rstrip()
    text = given if hyphen else _HYPHEN.sub(" ", given)
    if _is_of_capitalized_words(text):  # as nearly all
        return "".join([word[0] + mark for word in text.split()]).rstrip()
    out = ""
    for word in text.split():
        if _has_initial(word):
            out = _append_initials(out, word, mark, hyphen)
        elif out or (word[0].isalpha() and word[0] not in _HALF_RINGS):
            out = f"{out.rstrip(' ')} {word} " if out else f"{word} "
        else:
            return given.lstrip(" ")
    return out.rstrip()


def _is_of_capitalized_words(text: str) -> bool:
    """Whether a text is of letters and blanks, each word's first letter its only capital."""
    return text.istitle() and text.replace(" ", "").isalpha() and _HALF_RINGS.isdisjoint(text)


def _has_initial(word: str) -> bool:
    """Whether a word starts with a letter that is not lowercase, nor a syllable or more."""
    first = word[0]
    if first >= _FIRST_EASTERN or first in _HALF_RINGS:
        return False
    return first.isalpha() and not first.islower()


def _append_initials(out: str, word: str, mark: str, hyphen: bool) -> str:
    """Append the initial of each part of a word; parts end at hyphens and full stops."""
    if word.isalpha():
        return out + _initial(word) + mark
    after_hyphen = False
    for token in _TOKEN.findall(word):
        part = token.rstrip(".")
        if token in _HYPHENS:
            after_hyphen = True
        elif part and not (after_hyphen and part[0].islower()):
            if after_hyphen and hyphen:
                out = out.rstrip() + "-"
            out += (part if _is_abbreviation(token, part) else _initial(part)) + mark
            after_hyphen = False
    return out


def _is_abbreviation(token: str, part: str) -> bool:
    """Whether a token is an abbreviation such as "Ph.", which is not shortened further."""
    return token != part and len(part) > 1 and not part.islower()


def _initial(word: str) -> str:
    """Return a word's first letter; of "GBoris", "Gb" (as citeproc-js)."""
    if len(word) < 3 or not word[1].isupper() or word.isupper():
        return word[0]
    end = next(index for index, letter in enumerate(word) if not letter.isupper())
    return word[0] + word[1:end].lower()


def mark_initials(given: str, mark: str) -> str:
    """Return ``given`` with ``mark`` after each initial in it; full names stay.

    This is ``initialize="false"``.
    """
    out = ""
    for token in _WORD.findall(given):
        word = token.rstrip(".")
        parts = _HYPHEN.split(word)
        if word[0] in _HYPHENS:
            out = out.rstrip() + word + (mark if token != word or len(word) == 2 else " ")
        elif all(len(part) == 1 and part.isupper() for part in parts):
            out += mark.join(parts) + mark
        elif token != word:
            out += _space_before_abbreviation(out, word) + word + mark
        else:
            out += f"{token} " if not out or out[-1] == " " else f" {token} "
    return out.rstrip()


def _space_before_abbreviation(out: str, word: str) -> str:
    return " " if out and out[-1] != " " and len(word) > 1 else ""
