"""Citation keys: generated from a pattern, safe everywhere, unique in one output, and stable.

A key depends only on its record. If two records of one output have the same key, the first keeps
it, and the PMID is appended to the key of the second (``smith2020effect-32674459``). Counting
letters (``2020a``, ``2020b``) would change with the other records. So no key changes when records
are appended; only another record with the same key, inserted before, can change it. A pattern with
``pmid`` rules out even that. BibTeX does not distinguish ``Fu2024`` from ``fu2024``, so neither
does the comparison.

The year is that of the issue, whichever date is written, so keys do not change with the options.
See :mod:`medcite.citekeys.pattern` for the grammar; ``FIELDS`` and ``FILTERS`` list the words.
"""

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
WordsOf = Callable[[Record], Words]


class Word(NamedTuple):
    """A field or filter of the pattern language: its function, its meaning, its arguments.

    ``args`` has the default of each argument, or its type if it has no default.
    """

    call: Callable[..., Words]
    doc: str
    args: tuple[Arg | type, ...] = ()


class Keys:
    """Generates the keys of one output.

    Raises:
        PatternError: ``pattern`` does not follow the grammar, or uses a word unknown to it.

    """

    def __init__(self, pattern: str = "default") -> None:
        self._make = compile(pattern)
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}  # how often a key was repeated

    def __call__(self, record: Record) -> str:
        """Return the key of ``record``, which differs from every key returned before."""
        key = self.wanted(record)
        return self.unique(key, identity(record) if key.lower() in self._taken else "")

    def wanted(self, record: Record) -> str:
        """Return the key that ``record`` gets unless another record has it."""
        return self._make(record) or identity(record)

    def unique(self, key: str, identity: str) -> str:
        """Return ``key``, with ``identity`` appended if another record has it."""
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
    """Return what distinguishes a record from others with the same key: its PMID or a checksum."""
    if pmid := clean(record.pmid):
        return pmid
    names = [name.literal or f"{name.family}, {name.given}" for name in record.author]
    facts = (record.doi.lower(), record.pmcid, record.title, record.container_title, *names,
             record.volume, record.page.raw if record.page else record.number)  # fmt: skip
    return f"{crc32(chr(31).join(facts).encode('utf-8', 'replace')):08x}"


def clean(text: str) -> str:
    """Transliterate ``text`` and remove characters that are not safe in a key."""
    return UNSAFE.sub("", ascii(text))


@lru_cache(maxsize=8)
def compile(pattern: str) -> Callable[[Record], str]:
    """Compile a pattern, or the name of one, to a function that returns a record's key.

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
        return "".join([part for term in terms for part in term(record)])

    return make


def _term(pattern: str, term: Term) -> WordsOf:
    """Compile a term: its text or field, then its filters from left to right."""
    text = [term.text]
    words_of = _field(pattern, term) if term.field else lambda record: text
    for call in term.filters:
        words_of = _filtered(words_of, pattern, call)
    return words_of


def _field(pattern: str, term: Term) -> WordsOf:
    """Compile a term's field, without its filters."""
    call = term.field or Call("")
    word = _find_word(FIELDS, "field", pattern, call)
    words_of, args = word.call, _arguments(pattern, call, word)
    return (lambda record: words_of(record, *args)) if args else words_of


def _filtered(words_of: WordsOf, pattern: str, call: Call) -> WordsOf:
    """Return ``words_of`` with a filter applied to its result."""
    word = _find_word(FILTERS, "filter", pattern, call)
    change, args = word.call, _arguments(pattern, call, word)
    return lambda record: change(words_of(record), *args)


def _find_word(known: dict[str, Word], kind: str, pattern: str, call: Call) -> Word:
    """Return a word by its name. Raises PatternError, which suggests the nearest ones."""
    if call.name not in known:
        raise unknown(pattern, call, kind, known)
    return known[call.name]


def _arguments(pattern: str, call: Call, word: Word) -> tuple[Arg, ...]:
    """Check the arguments of a call, and add defaults for those that are not given."""
    if len(call.args) > len(word.args):
        limit = f"takes {len(word.args)} arguments at most" if word.args else "takes no argument"
        raise PatternError(pattern, call.at, f"{call.name!r} {limit}")
    given = list(call.args)
    for index, default in enumerate(word.args):
        kind = default if isinstance(default, type) else type(default)
        if index >= len(given):
            if isinstance(default, type):
                raise PatternError(pattern, call.at, f"{call.name!r} needs {_kind(kind)}")
            given.append(default)
        elif kind is str:
            given[index] = str(given[index])
        elif not isinstance(given[index], kind):
            message = f"{call.name!r} needs {_kind(kind)}, found {given[index]!r}"
            raise PatternError(pattern, call.at, message)
    return tuple(given)


def _kind(kind: type) -> str:
    return "a number" if kind is int else "a text"


# Fields


def _auth(record: Record, letters: int = 0) -> Words:
    if authors := peek.plain_authors(record):
        name = words(authors[0].partition(",")[0])
    else:
        names = record.author or record.editor
        name = _name(names[0]) if names else []
    return ["".join(name)[:letters]] if letters and name else name


def _authors(record: Record, limit: int) -> Words:
    names = record.author or record.editor
    families = ["".join(_name(name)) for name in names[:limit]]
    return [*families, "EtAl"] if len(names) > limit or record.et_al else families


def _name(name: Name) -> Words:
    """Return a person's family name; or a group's acronym, if need be made of its initials."""
    if not name.literal:
        return words(name.family or name.given)
    parts = name.literal.replace("(", " ").replace(")", " ").split()
    acronyms = [part for part in parts if part.isupper() and len(part) > 2]
    if acronyms:
        return words(acronyms[-1]) or words(name.literal)
    long_name = list(significant(name.literal))
    return ["".join(word[0] for word in long_name)] if len(long_name) > 2 else long_name


def _year(record: Record) -> Words:
    for date in (record.issued, record.available_date):
        if date and date.start:
            return [str(date.start.year)]
    return []


def _month(record: Record) -> Words:
    date = record.issued
    return [f"{date.start.month:02}"] if date and date.start and date.start.month else []


def _title(record: Record, limit: int | None = None) -> Words:
    title = record.title or record.original_title or record.volume_title
    return [word[0].upper() + word[1:] for word in islice(significant(title), limit)]


def _journal(record: Record) -> Words:
    title = record.container_title_short or record.container_title
    return [word[0].upper() + word[1:] for word in words(title) if word.lower() not in SMALL]


def _first_page(record: Record) -> Words:
    return words(record.page.first or record.page.raw if record.page else record.number)


def _last_page(record: Record) -> Words:
    return words(record.page.last) if record.page else []


def _keyword(record: Record, number: int) -> Words:
    texts = [keyword.text for keyword in record.keywords]
    texts += [heading.descriptor for heading in record.mesh]
    return words(texts[number - 1]) if 0 < number <= len(texts) else []


def _identifier(attribute: str) -> WordsOf:
    """Return the field of an identifier, which stays in one piece."""

    def words_of(record: Record) -> Words:
        text = getattr(record, attribute)
        identifier = clean(text) if text else ""
        return [identifier] if identifier else []

    return words_of


FIELDS = {
    "auth": Word(_auth, "first author's or editor's family name, or a group's acronym", (0,)),
    "authors": Word(_authors, "family names of the first authors; EtAl if there are more", (3,)),
    "year": Word(_year, "year of the issue, four digits"),
    "shortyear": Word(lambda record: [word[-2:] for word in _year(record)], "its last two digits"),
    "month": Word(_month, "month of the issue, two digits"),
    "title": Word(_title, "significant words of the title, capitalised"),
    "shorttitle": Word(_title, "the first of them", (3,)),
    "veryshorttitle": Word(lambda record: _title(record, 1), "the first one"),
    "journal": Word(_journal, "words of the journal's abbreviated title"),
    "volume": Word(lambda record: words(record.volume), "volume"),
    "issue": Word(lambda record: words(record.issue), "issue"),
    "number": Word(lambda record: words(record.issue), "issue, by its name in BibTeX"),
    "firstpage": Word(_first_page, "first page, or the article number"),
    "page": Word(_first_page, "first page, or the article number"),
    "lastpage": Word(_last_page, "last page"),
    "keyword": Word(_keyword, "one of the keywords, by its number", (1,)),
    "pmid": Word(_identifier("pmid"), "PubMed's number"),
    "pmcid": Word(_identifier("pmcid"), "PubMed Central's number, with PMC"),
    "doi": Word(_identifier("doi"), "DOI, without characters that are not safe in a key"),
    "nbk": Word(_identifier("nbk"), "the NCBI Bookshelf ID of a book"),
    "key": Word(_identifier("key"), "the key in the input"),
    "type": Word(lambda record: words(record.type), "the item's type, as CSL names it"),
}  # fmt: skip


# Filters


def _first_words(values: Words, number: int) -> Words:
    return values[:number]


def _word(values: Words, number: int) -> Words:
    return values[number - 1 : number] if number else []


def _truncate(values: Words, number: int) -> Words:
    return ["".join(values)[:number]]


def _substring(values: Words, start: int, length: int) -> Words:
    return ["".join(values)[max(start - 1, 0) :][:length]]


def _replace(values: Words, old: str, new: str) -> Words:
    return [word.replace(old, new) if old else word for word in values]


def _skip(values: Words) -> Words:
    return [word for word in values if word.lower() not in SMALL]


def _prefix(values: Words, text: str) -> Words:
    return [text, *values] if any(values) else values


def _postfix(values: Words, text: str) -> Words:
    return [*values, text] if any(values) else values


def _default(values: Words, text: str) -> Words:
    return values if any(values) else [text]


FILTERS = {
    "lower": Word(lambda values: [word.lower() for word in values], "lower case"),
    "upper": Word(lambda values: [word.upper() for word in values], "upper case"),
    "capitalize": Word(lambda values: [word.capitalize() for word in values], "capitalised words"),
    "abbr": Word(lambda values: [word[0] for word in values if word], "the words' initials"),
    "word": Word(_word, "one word, by its number", (1,)),
    "words": Word(_first_words, "the first words", (3,)),
    "skipwords": Word(_skip, "without articles, prepositions and conjunctions"),
    "truncate": Word(_truncate, "the first letters", (int,)),
    "substring": Word(_substring, "so many letters from a position (counted from 1)", (int, 9999)),
    "replace": Word(_replace, "one text replaced by another", (str, "")),
    "join": Word(lambda values, mark: [mark.join(values)], "the words with a mark between", ("-",)),
    "prefix": Word(_prefix, "a text before what is not empty", (str,)),
    "postfix": Word(_postfix, "a text after what is not empty", (str,)),
    "default": Word(_default, "a text for what is empty", (str,)),
}  # fmt: skip
