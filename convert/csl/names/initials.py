"""Given names to initials (CSL 1.0.2, ``initialize-with``)."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex

_TOKEN = regex(r"[^.\-‐]+\.?|[-‐]")
_HALF_RINGS = frozenset("ʿʾ")  # letters by Unicode's count; no name starts with them
_TAGGED = regex(r"(<[^<>]*>)")


def shortened(given: str, mark: str, initialize: bool, hyphen: bool) -> str:
    """Return ``given`` as initials, or with the initials in it written with ``mark``.

    Tags in it stay where they are.
    """
    if "<" not in given:
        return initials(given, mark, hyphen) if initialize else normalized(given, mark)
    out, gap = "", False
    for piece in _TAGGED.split(given):
        if piece[:1] == "<":
            out += piece
        elif piece.strip():
            text = _piece(piece, mark, initialize, hyphen)
            out += f" {text}" if gap and piece[0].isspace() else text
            # Between initials stands what their mark ends with.
            gap = " " in mark or not (initialize or len(text.rstrip(".")) == 1)
            out += " " if gap and piece[-1].isspace() else ""
    return out.rstrip(" ")


def _piece(piece: str, mark: str, initialize: bool, hyphen: bool) -> str:
    """Return what stands between two tags, which may start with a hyphen."""
    if piece[0] not in "-‐":
        return initials(piece, mark, hyphen) if initialize else normalized(piece, mark)
    if initialize:
        return ("-" if hyphen else "") + initials(piece[1:], mark, hyphen)
    return "-" + normalized(piece[1:], mark)


def initials(given: str, mark: str, hyphen: bool = True) -> str:
    """Return the initials of ``given``, each followed by ``mark``; hyphens kept if asked.

    A name that starts with no letter stays; so does a word that starts with none, or with a
    lowercase one ("de", "al-Rahman"), and an abbreviation ("Ph."). Without hyphens the parts
    of a compound are words.
    """
    if given.isalpha() and given[0].isupper():
        return _letters(given) + mark.rstrip(" ")
    out = ""
    for word in (given if hyphen else given.replace("-", " ").replace("‐", " ")).split():
        if _starts(word):
            out = _compound(out, word, mark, hyphen)
        elif out or (word[0].isalpha() and word[0] not in _HALF_RINGS):
            out = f"{out.rstrip(' ')} {word} " if out else f"{word} "
        else:
            return given.lstrip(" ")
    return out.rstrip(" ")


def _starts(word: str) -> bool:
    """Whether a word has an initial: a letter that is no small one."""
    first = word[0]
    return first.isalpha() and not first.islower() and first not in _HALF_RINGS


def _compound(out: str, word: str, mark: str, hyphen: bool) -> str:
    """Append the initials of a word: of each part that hyphens or full stops end."""
    if word.isalpha():
        return out + _letters(word) + mark
    joined = False
    for token in _TOKEN.findall(word):
        bare = token.rstrip(".")
        if token in "-‐":
            joined = True
        elif bare and not (joined and bare[0].islower()):
            if joined and hyphen:
                out = out.rstrip(" ") + "-"
            abbreviated = token != bare and len(bare) > 1 and not bare.islower()
            out += (bare if abbreviated else _letters(bare)) + mark
            joined = False
    return out


def _letters(word: str) -> str:
    """Return what stands for a word: its first letter; of "GBoris", "Gb" (as citeproc-js)."""
    if len(word) < 3 or not word[1].isupper() or word.isupper():
        return word[0]
    end = next(at for at, letter in enumerate(word) if not letter.isupper())
    return word[0] + word[1:end].lower()


def normalized(given: str, mark: str) -> str:
    """Return ``given`` with the initials in it written with ``mark``, full names kept.

    This is ``initialize="false"``.
    """
    out = ""
    for token in re.findall(r"[^\s.]+\.?", given):
        bare = token.rstrip(".")
        parts = re.split("[-‐]", bare)
        if bare[0] in "-‐":
            out = out.rstrip(" ") + bare + (mark if token != bare or len(bare) == 2 else " ")
        elif all(len(part) == 1 and part.isupper() for part in parts):
            out += mark.join(parts) + mark
        elif token != bare:
            gap = " " if out and out[-1] != " " and len(bare) > 1 else ""
            out += gap + bare + mark
        else:
            out += f"{token} " if not out or out[-1] == " " else f" {token} "
    return out.rstrip(" ")
