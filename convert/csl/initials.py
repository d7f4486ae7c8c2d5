"""Given names to initials (CSL 1.0.2, ``initialize-with``)."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[^\s.\-‐]+\.?|[-‐]")
_UNTOUCHED = frozenset('ʿʾ"“‘(')
_TAG = re.compile(r"</?(?:i|b|sup|sub|sc|span)[^<>]*>")


def initials(given: str, mark: str, hyphen: bool = True) -> str:
    """Return the initials of ``given``, each followed by ``mark``; hyphens kept if asked.

    A name that starts with no letter stays; so does a word in parentheses.
    A word written with a full stop and more than one letter ("Ph.") is an abbreviation
    and stays; a lowercase word inside ("de") stays as it is.
    """
    if given.isalpha() and given[0].isupper():
        return given[0] + mark.rstrip(" ") if mark else given[0]
    if given.lstrip(" ")[:1] in _UNTOUCHED:
        return given
    out = ""
    pending = ""
    for match in _TOKEN.finditer(given):
        token = match.group()
        if token in "-‐":
            pending = "-" if hyphen else ""
            out = out.rstrip(" ") if hyphen else out
            continue
        out = _append(out + pending, token, mark, first=not out, joined=bool(pending))
        pending = ""
    return out.rstrip(" ")


def _append(out: str, token: str, mark: str, first: bool, joined: bool) -> str:
    bare = token.rstrip(".")
    if token != bare and len(bare) > 1 and not bare.islower():
        return out + bare + mark
    if bare[0] in "([":
        return _word(out, token)
    letter = _initial(bare)
    if joined and letter.islower():
        return out.removesuffix("-")
    if letter.islower() and not joined and not token.endswith("."):
        return bare + " " if first else _word(out, bare)
    return out + letter + mark


def _initial(word: str) -> str:
    """Return the letters that stand for a word: the first, past an apostrophe too."""
    word = word.lstrip("'’`ʿ\"“(") or word
    return word[0]


def _word(out: str, word: str) -> str:
    return f"{out.rstrip(' ')} {word} "


def normalized(given: str, mark: str) -> str:
    """Return ``given`` with the initials in it written with ``mark``, full names kept.

    This is ``initialize="false"``.
    """
    out = ""
    for token in re.findall(r"[^\s.]+\.?", given):
        bare = token.rstrip(".")
        parts = re.split("[-‐]", bare)
        if all(len(part) == 1 and part.isupper() for part in parts):
            out += mark.join(parts) + mark
        elif token != bare:
            out += bare + mark
        else:
            out += f"{token} " if not out or out[-1] == " " else f" {token} "
    return out.rstrip(" ")


def untagged(given: str) -> str:
    """Return a given name without inline tags."""
    return _TAG.sub("", given)
