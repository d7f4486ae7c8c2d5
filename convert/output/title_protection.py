"""Which words of a title keep their capitals in every style, judged by the record.

BibTeX's and BibLaTeX's styles put titles into sentence case, so braces stand around words whose
capitals matter. NLM's titles are in sentence case already, which makes a capital
inside a sentence evidence by itself: ``{São Paulo}``, ``{TGF-beta}``, vitamin ``{C}``.
Where a capital says nothing, the record's own vocabulary decides: at the start of a title
or subtitle, In A Title With Capitals Throughout, and IN CAPITALS. No case is ever changed.
"""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple, TypeAlias

from ..base.lazy_regex import regex
from ..model.record import Record
from ..tables import eponyms, places
from ..tables.keys import SMALL

Bounds: TypeAlias = tuple[int, int]

BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2009\u200a\u202f—", " "))
WORD = regex(r"[^\W_]+(?:['’+/.-]+[^\W_]+)*")
# A word whose capitals only begin it or its parts: Paris, Guillain-Barré, O'Brien, 10-Year.
SMALLS = r"(?:[^\W\d_A-Z]|['’])*"
SIMPLE = regex(rf"(?:\d+[-–])?[^\W\d_a-z]{SMALLS}(?:[-–/'’][^\W\d_]?{SMALLS})*")
JOINT = regex(r"[-–/'’]")
# What may follow a genus, where all words but these and prepositions have a capital.
EPITHET = regex(r"(?!\w*(?:ing|ed)\b)[a-z]{4,}(?![\w'’])")
PAIRS = {"(": ")", "[": "]", "{": "}"}
CLOSERS = {close: opening for opening, close in PAIRS.items()}
LEADING = "\"'“‘«„‚¿¡`*"
TRAILING = "\"'”’».,;:?!*"
WITHIN = regex(r"[\w,;)%][ -]")
END = regex(r"[:.?!][\"'”’»)\]]*$|^[-–]+$")
# A full stop behind these ends no sentence.
SHORT = frozenset(("vs", "al", "spp", "sp", "subsp", "var", "cf", "ca", "etc", "approx", "ssp"))
# What follows the name of a person, or its possessive.
EPONYMIC = frozenset(
    ("disease", "syndrome", "sign", "palsy", "lymphoma", "sarcoma", "tumor", "tumour", "chorea",
     "thyroiditis", "contracture", "encephalopathy", "granulomatosis", "phenomenon", "anomaly",
     "ataxia", "test", "oesophagus", "esophagus", "paralysis", "law", "theorem")
)  # fmt: skip


class CapitalizedWord(NamedTuple):
    """A word without punctuation around it, its bounds, and whether it begins a sentence."""

    core: str
    start: int
    end: int
    first: bool


def protect(title: str, record: Record) -> Sequence[Bounds]:
    """Return in order the bounds of the words of ``title`` that must keep their case.

    ``title`` has no markup.
    """
    if title[1:] == title[1:].lower():
        return ()
    tokens = list(_tokens(title))
    must_keep = _keeps_in_sentence_case
    if 2 * len(tokens) > title.count(" "):
        words = [_core(word, 0)[0] for word in _with_plain_blanks(title).split()]
        if _is_all_capitals(title, words):
            return _merged(_of_vocabulary(tokens, record))
        if title != record.original_title and _is_title_case(tokens, words, record.abstract):
            must_keep = _keeps_in_title_case
    tokens = [token for token in tokens if must_keep(token, title, record)]
    if species := _species(tokens, title):
        tokens = sorted(tokens + species, key=lambda token: (token.start, -token.end))
    return _merged(tokens)


def _tokens(title: str) -> Iterator[CapitalizedWord]:
    """Yield the words that have a capital."""
    at = 0
    before = ""
    for word in _with_plain_blanks(title).split(" "):
        if not word.islower() and word != word.lower():
            core, start = (word, at) if word.isalnum() else _core(word, at)
            if core:
                first = not before or (not before[-1].isalnum() and _ends(before))
                yield CapitalizedWord(core, start, start + len(core), first)
        at += len(word) + 1
        before = word or before


def _with_plain_blanks(title: str) -> str:
    """Return ``title`` with a plain blank for each character that separates words."""
    return title if title.isascii() else title.translate(BLANKS)


def _following(token: CapitalizedWord, title: str) -> str:
    """Return the word that follows, in small letters and without punctuation."""
    word, *_ = title[token.end : token.end + 41].lstrip(". ").split(" ", 1)
    return word.rstrip(TRAILING + ")]").lower()


def _core(word: str, start: int) -> tuple[str, int]:
    """Return a word without punctuation around it, and its place: ``(HIV-1),`` is HIV-1."""
    end = len(word)
    at = 0
    while at < end:
        first, last = word[at], word[end - 1]
        inside = word[at:end]
        if last in TRAILING or (
            last in CLOSERS and inside.count(last) > inside.count(CLOSERS[last])
        ):
            end -= 1
        elif first in LEADING or (
            first in PAIRS and inside.count(first) > inside.count(PAIRS[first])
        ):
            at += 1
        elif PAIRS.get(first) == last and inside.count(first) == 1:
            at, end = at + 1, end - 1
        else:
            break
    return word[at:end], start + at


def _ends(word: str) -> bool:
    """Return whether a word ends a sentence: not if it is an abbreviation (``St.``, ``vs.``)."""
    if not END.search(word):
        return False
    if not word.endswith("."):
        return True
    core = _core(word, 0)[0]
    return core.lower() not in SHORT and not (len(core) <= 3 and core[:1].isupper())


def _is_all_capitals(title: str, words: list[str]) -> bool:
    """Return whether a title is all in capitals."""
    long = [word for word in words if len(word) > 3]
    upper = sum(word.isupper() for word in long)
    return (title.isupper() and len(words) > 3) or (len(long) > 2 and upper > 0.8 * len(long))


def _is_title_case(tokens: list[CapitalizedWord], words: list[str], abstract: str) -> bool:
    """Return whether a title is in Title Case.

    Three words may be a name (New England Journal) unless the abstract has one in small letters.
    """
    first = {token.core for token in tokens if token.first}
    plain = [word for word in words if _is_plain(word) and word not in first]
    if sum(word[0].isupper() for word in plain) <= 0.6 * len(plain):
        return False
    return len(plain) > 3 or (
        len(plain) == 3 and any(_places(word.lower(), abstract, start=True) for word in plain)
    )


def _is_plain(word: str) -> bool:
    """Return whether a word is long, no abbreviation and not always in small letters."""
    return len(word) > 3 and word.isalpha() and not word.isupper() and word not in SMALL


def _keeps_in_title_case(token: CapitalizedWord, title: str, record: Record) -> bool:
    """Return whether a capital must be kept in a title in title case."""
    if _has_unusual_capitals(token.core) or (token.first and 0 < token.start < 3):
        return True
    species = EPITHET.match(title, token.end + 1)
    if species and title[token.end] == " " and species[0] not in SMALL and len(token.core) > 2:
        return True
    return _is_name(token, title, record)


def _keeps_in_sentence_case(token: CapitalizedWord, title: str, record: Record) -> bool:
    """Return whether a capital must be kept in a title in sentence case.

    Styles keep a title's first character as it is, so its first word needs nothing to
    keep one capital; behind a bracket or quotation mark it does.
    """
    if not token.first or 0 < token.start < 3:
        return True
    core = token.core
    return (
        _has_unusual_capitals(core)
        or _has_capital_in_part(core)
        or (token.start > 0 and _is_name(token, title, record))
    )


def _has_unusual_capitals(core: str) -> bool:
    """Return whether a word has capitals where no rule of writing puts them: mRNA, HIV-1, C."""
    return core != "A" and (len(core) == 1 or not _simple(core))


def _simple(core: str) -> bool:
    """Return whether a word's capitals only begin it or its parts."""
    if core.isalpha() and core.isascii():  # as most are, for which the pattern is slow
        return core[0].isupper() and (core[1:].islower() or len(core) == 1)
    return SIMPLE.fullmatch(core) is not None


def _has_capital_in_part(core: str) -> bool:
    """Return whether a part of a compound behind the first has a capital: Guillain-Barré."""
    if core.isalnum():
        return False
    return any(part[:1].isupper() for part in JOINT.split(core)[1:] if len(part) > 1)


def _is_name(token: CapitalizedWord, title: str, record: Record) -> bool:
    """Return whether a capitalised word is a name: of a place, or as the record shows."""
    if len(token.core) < 2:
        return False
    if _is_place(token, title):
        return True
    name = token.core.removesuffix("'s").removesuffix("’s")
    parts = JOINT.split(name)
    if not eponyms.NAMES.isdisjoint(parts):
        return True
    if _following(token, title) in EPONYMIC and (
        name != token.core or not eponyms.WORDS.isdisjoint(parts)
    ):
        return True
    return _is_name_in(name, record.abstract) or any(
        _genus(heading.descriptor) == name
        for heading in record.mesh
        if heading.descriptor.startswith(name)
    )


def _is_place(token: CapitalizedWord, title: str) -> bool:
    """Return whether a word is the name of a place or people, or belongs to one (New Zealand)."""
    name = token.core.partition("-")[0].removesuffix("'s").removesuffix("’s")
    if name in places.WORDS:
        return True
    after = title[token.end : token.end + 41].split(" ", 2)
    if len(after) > 1 and not after[0]:
        following = after[1].rstrip(TRAILING + ")]")
        if f"{token.core} {following}" in places.PAIRS:
            return True
    before = title[max(0, token.start - 41) : token.start].split(" ")[-2:]
    return before[-1] == "" and f"{before[0].lstrip(LEADING + '([')} {token.core}" in places.PAIRS


def _genus(descriptor: str) -> str:
    """Return the genus of a species: MeSH writes only those as ``Escherichia coli``."""
    first, _, second = descriptor.partition(" ")
    return first if second[:1].islower() and second.split()[0] not in SMALL else ""


def _is_name_in(word: str, text: str) -> bool:
    """Return whether ``text`` has ``word`` within a sentence, and never in small letters."""
    if _places(word.lower(), text, start=True):
        return False
    return bool(_places(word, text, start=False))


def _places(word: str, text: str, start: bool) -> bool:
    """Return whether ``word`` stands in ``text`` by itself; ``start``: also at a sentence's."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[end : end + 1].isalnum():
            before = text[max(at - 2, 0) : at]
            if not before[-1:].isalnum() and (start or WITHIN.fullmatch(before)):
                return True
        at = text.find(word, at + 1)
    return False


def _of_vocabulary(tokens: list[CapitalizedWord], record: Record) -> list[CapitalizedWord]:
    """Return the words of a title in capitals that are written so elsewhere in the record."""
    vocabulary = {word for text in _vocabulary(record) for word in WORD.findall(text)}
    return [token for token in tokens if _is_written_so(token, record, vocabulary)]


def _is_written_so(token: CapitalizedWord, record: Record, vocabulary: Set[str]) -> bool:
    """Return whether a word of a title in capitals is in the vocabulary or the abstract."""
    core = token.core
    if token.first and core == "A":
        return False
    if any(character.isdigit() for character in core) or (len(core) > 1 and core in vocabulary):
        return True
    return not record.abstract.isupper() and (
        (len(core) > 1 and _is_name_in(core, record.abstract))
        or _is_name_in(core.capitalize(), record.abstract)
    )


def _vocabulary(record: Record) -> Iterator[str]:
    """Yield what the record calls things: substances, genes, MeSH headings, keywords."""
    yield from record.genes
    for substance in record.substances:
        yield substance.name
    for heading in record.mesh:
        yield heading.descriptor
    for keyword in record.keywords:
        if not keyword.text.isupper() or " " not in keyword.text:
            yield keyword.text


def _species(tokens: list[CapitalizedWord], title: str) -> list[CapitalizedWord]:
    """Return each abbreviated genus with its species: ``E. coli``."""
    species_names = []
    for token in tokens:
        if len(token.core) == 1 and title.startswith(". ", token.end):
            species = _following(token, title)
            whole = f"{token.core}. {species}"
            if species.isalpha() and title.startswith(whole, token.start):
                end = token.start + len(whole)
                species_names.append(token._replace(core=whole, end=end))
    return species_names


def _merged(tokens: list[CapitalizedWord]) -> list[Bounds]:
    """Return the bounds of words, which are in order; names in a row are one phrase (São Paulo)."""
    bounds: list[Bounds] = []
    after_name = False  # whether the last one is a name, not an acronym
    last_end = -1
    for core, start, end, _ in tokens:
        if start < last_end:
            continue
        is_name = len(core) > 1 and _simple(core)
        if after_name and is_name and start == last_end + 1:
            bounds[-1] = (bounds[-1][0], end)
        else:
            bounds.append((start, end))
        after_name, last_end = is_name, end
    return bounds
