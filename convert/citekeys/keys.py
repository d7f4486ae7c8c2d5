"""Citation keys: made from a pattern, safe everywhere, unique in one output, and stable.

A key depends on its record alone. When two records of one output want the same key, the
first keeps it and the other's gets its own PMID behind it (``smith2020effect-32674459``):
never a letter that counts, which would change with what else there is. So no key changes
when records are appended, and only a namesake put before a record can change its key;
a pattern with ``pmid`` rules out even that. BibTeX does not tell ``Fu2024`` from
``fu2024``, so neither does the comparison.

The year is the issue's, whatever date is written: a key outlives a change of options.
See :mod:`medcite.citekeys.pattern` for the grammar, and ``FIELDS`` and ``FILTERS`` for the words.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from zlib import crc32

from ..model import peek
from ..model.record import Record
from ..model.values import Name
from ..tables.keys import PRESETS, SMALL
from .pattern import UNSAFE, Arg, Call, PatternError, Term, parse, unknown
from .words import ascii, significant, words

Words = list[str]
Make = Callable[[Record], Words]


class Word(NamedTuple):
    """A field or filter of the language: what it does, its arguments' defaults, what it is.

    An argument without a default is given as its type.
    """

    call: Callable[..., Words]
    doc: str
    args: tuple[Arg | type, ...] = ()


class Keys:
    """Makes the keys of one output.

    Raises:
        PatternError: ``pattern`` does not follow the grammar, or uses a word unknown to it.

    """

    def __init__(self, pattern: str = "default") -> None:
        self._make = compile(pattern)
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}  # where to go on counting the same record's keys

    def __call__(self, record: Record) -> str:
        """Return ``record``'s key, different from every key given before."""
        key = self.wanted(record)
        return self.unique(key, identity(record) if key.lower() in self._taken else "")

    def wanted(self, record: Record) -> str:
        """Return the key that ``record`` has if no other took it."""
        return self._make(record) or identity(record)

    def unique(self, key: str, identity: str) -> str:
        """Return ``key``, with ``identity`` behind it if another record took it."""
        if key.lower() in self._taken:
            key = f"{key}-{identity}"
        unique, count = key, self._counts.get(key, 1)
        while unique.lower() in self._taken:  # the same record again
            count += 1
            unique = f"{key}-{count}"
            self._counts[key] = count
        self._taken.add(unique.lower())
        return unique


def identity(record: Record) -> str:
    """Return what distinguishes a record from others with its key: its PMID, else a checksum."""
    if pmid := clean(record.pmid):
        return pmid
    names = [name.literal or f"{name.family}, {name.given}" for name in record.author]
    facts = (record.doi.lower(), record.pmcid, record.title, record.container_title, *names,
             record.volume, record.page.raw if record.page else record.number)  # fmt: skip
    return f"{crc32(chr(31).join(facts).encode('utf-8', 'replace')):08x}"


def clean(text: str) -> str:
    """Transliterate ``text`` and leave out what is not safe in a key."""
    return UNSAFE.sub("", ascii(text))


@lru_cache(maxsize=8)
def compile(pattern: str) -> Callable[[Record], str]:
    """Turn a pattern, or the name of one, into a function that makes keys.

    Raises:
        PatternError: The pattern does not follow the grammar, or uses a word unknown to it.

    """
    pattern = PRESETS.get(pattern.strip().lower(), pattern)
    formulas = [
        ([_field(pattern, term) for term in formula if term.field],
         [_term(pattern, term) for term in formula])
        for formula in parse(pattern)
    ]  # fmt: skip
    if len(formulas) == 1:
        terms = formulas[0][1]
        return lambda record: "".join(part for term in terms for part in term(record))

    def make(record: Record) -> str:
        for fields, terms in formulas[:-1]:  # noqa: B007 (read below)
            if all(field(record) for field in fields):
                break
        else:
            terms = formulas[-1][1]
        return "".join(part for term in terms for part in term(record))

    return make


def _term(pattern: str, term: Term) -> Make:
    """Compile a term: its text or field, then its filters from left to right."""
    text = [term.text]
    make = _field(pattern, term) if term.field else lambda record: text
    for call in term.filters:
        make = _filtered(make, FILTERS, pattern, call)
    return make


def _field(pattern: str, term: Term) -> Make:
    """Compile a term's field, without its filters."""
    call = term.field or Call("")
    word = _known(FIELDS, "field", pattern, call)
    make, args = word.call, _arguments(pattern, call, word)
    return (lambda record: make(record, *args)) if args else make


def _filtered(make: Make, known: dict[str, Word], pattern: str, call: Call) -> Make:
    """Put a filter behind ``make``."""
    word = _known(known, "filter", pattern, call)
    change, args = word.call, _arguments(pattern, call, word)
    return lambda record: change(make(record), *args)


def _known(known: dict[str, Word], kind: str, pattern: str, call: Call) -> Word:
    """Find a word by name; raises PatternError with the nearest ones."""
    if call.name not in known:
        raise unknown(pattern, call, kind, known)
    return known[call.name]


def _arguments(pattern: str, call: Call, word: Word) -> tuple[Arg, ...]:
    """Check a call's arguments and add the defaults of those that are not given."""
    if len(call.args) > len(word.args):
        most = f"takes {len(word.args)} arguments at most" if word.args else "takes no argument"
        raise PatternError(pattern, call.at, f"{call.name!r} {most}")
    given = list(call.args)
    for place, default in enumerate(word.args):
        kind = default if isinstance(default, type) else type(default)
        if place >= len(given):
            if isinstance(default, type):
                raise PatternError(pattern, call.at, f"{call.name!r} wants {_kind(kind)}")
            given.append(default)
        elif kind is str:
            given[place] = str(given[place])
        elif not isinstance(given[place], kind):
            message = f"{call.name!r} wants {_kind(kind)}, found {given[place]!r}"
            raise PatternError(pattern, call.at, message)
    return tuple(given)


def _kind(kind: type) -> str:
    return "a number" if kind is int else "a text"


# Fields


def _auth(record: Record, letters: int = 0) -> Words:
    if authors := peek.plain_authors(record):
        found = words(authors[0].partition(",")[0])
    else:
        names = record.author or record.editor
        found = _name(names[0]) if names else []
    return ["".join(found)[:letters]] if letters and found else found


def _authors(record: Record, most: int) -> Words:
    names = record.author or record.editor
    found = ["".join(_name(name)) for name in names[:most]]
    return [*found, "EtAl"] if len(names) > most or record.et_al else found


def _name(name: Name) -> Words:
    """Return a person's family name, or a group's acronym: its own, or its words' initials."""
    if not name.literal:
        return words(name.family or name.given)
    said = [word for word in name.literal.replace("(", " ").replace(")", " ").split()
            if word.isupper() and len(word) > 2]  # fmt: skip
    if said:
        return words(said[-1]) or words(name.literal)
    found = list(significant(name.literal))
    return ["".join(word[0] for word in found)] if len(found) > 2 else found


def _year(record: Record) -> Words:
    for date in (record.issued, record.available_date):
        if date and date.start:
            return [str(date.start.year)]
    return []


def _month(record: Record) -> Words:
    date = record.issued
    return [f"{date.start.month:02}"] if date and date.start and date.start.month else []


def _title(record: Record, most: int | None = None) -> Words:
    title = record.title or record.original_title or record.volume_title
    return [word[0].upper() + word[1:] for word in islice(significant(title), most)]


def _journal(record: Record) -> Words:
    title = record.container_title_short or record.container_title
    return [word[0].upper() + word[1:] for word in words(title) if word.lower() not in SMALL]


def _page(record: Record) -> Words:
    return words(record.page.first or record.page.raw if record.page else record.number)


def _last(record: Record) -> Words:
    return words(record.page.last) if record.page else []


def _keyword(record: Record, number: int) -> Words:
    texts = [each.text for each in record.keywords] + [each.descriptor for each in record.mesh]
    return words(texts[number - 1]) if 0 < number <= len(texts) else []


def _whole(attribute: str) -> Callable[[Record], Words]:
    """Make the field for an identifier, which stays in one piece."""

    def make(record: Record) -> Words:
        found = clean(getattr(record, attribute))
        return [found] if found else []

    return make


FIELDS = {
    "auth": Word(_auth, "first author's or editor's family name, or a group's acronym", (0,)),
    "authors": Word(_authors, "family names of the first authors; EtAl if there are more", (3,)),
    "year": Word(_year, "year of the issue, four digits"),
    "shortyear": Word(lambda record: [word[-2:] for word in _year(record)], "its last two digits"),
    "month": Word(_month, "month of the issue, two digits"),
    "title": Word(_title, "words of the title that tell it from others, capitalised"),
    "shorttitle": Word(_title, "the first of them", (3,)),
    "veryshorttitle": Word(lambda record: _title(record, 1), "the first one"),
    "journal": Word(_journal, "words of the journal's abbreviated title"),
    "volume": Word(lambda record: words(record.volume), "volume"),
    "issue": Word(lambda record: words(record.issue), "issue"),
    "number": Word(lambda record: words(record.issue), "issue, by its name in BibTeX"),
    "firstpage": Word(_page, "first page, or the article number"),
    "page": Word(_page, "first page, or the article number"),
    "lastpage": Word(_last, "last page"),
    "keyword": Word(_keyword, "one of the keywords, by its place", (1,)),
    "pmid": Word(_whole("pmid"), "PubMed's number"),
    "pmcid": Word(_whole("pmcid"), "PubMed Central's number, with PMC"),
    "doi": Word(_whole("doi"), "DOI, without what is not safe in a key"),
    "nbk": Word(_whole("nbk"), "a book's number at NCBI"),
    "key": Word(_whole("key"), "the key that the input has"),
    "type": Word(lambda record: words(record.type), "the item's type, as CSL names it"),
}  # fmt: skip


# Filters


def _words(found: Words, number: int) -> Words:
    return found[:number]


def _nth(found: Words, number: int) -> Words:
    return found[number - 1 : number] if number else []


def _cut(found: Words, number: int) -> Words:
    return ["".join(found)[:number]]


def _substring(found: Words, start: int, length: int) -> Words:
    return ["".join(found)[max(start - 1, 0) :][:length]]


def _replace(found: Words, old: str, new: str) -> Words:
    return [word.replace(old, new) if old else word for word in found]


def _skip(found: Words) -> Words:
    return [word for word in found if word.lower() not in SMALL]


def _prefix(found: Words, text: str) -> Words:
    return [text, *found] if any(found) else found


def _postfix(found: Words, text: str) -> Words:
    return [*found, text] if any(found) else found


def _default(found: Words, text: str) -> Words:
    return found if any(found) else [text]


FILTERS = {
    "lower": Word(lambda found: [word.lower() for word in found], "small letters"),
    "upper": Word(lambda found: [word.upper() for word in found], "capitals"),
    "capitalize": Word(lambda found: [word.capitalize() for word in found], "one capital a word"),
    "abbr": Word(lambda found: [word[0] for word in found if word], "the words' initials"),
    "word": Word(_nth, "one word, by its place", (1,)),
    "words": Word(_words, "the first words", (3,)),
    "skipwords": Word(_skip, "no articles, prepositions and conjunctions"),
    "truncate": Word(_cut, "the first letters", (int,)),
    "substring": Word(_substring, "letters from a place (from 1), so many", (int, 9999)),
    "replace": Word(_replace, "one text for another", (str, "")),
    "join": Word(lambda found, mark: [mark.join(found)], "the words with a mark between", ("-",)),
    "prefix": Word(_prefix, "a text before what is not empty", (str,)),
    "postfix": Word(_postfix, "a text after what is not empty", (str,)),
    "default": Word(_default, "a text for what is empty", (str,)),
}  # fmt: skip
