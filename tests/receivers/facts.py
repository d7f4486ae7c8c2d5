"""The facts that are looked for: which records have them, and whether they arrived."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from urllib.parse import unquote

from medcite.codecs import languages
from medcite.model.record import Record
from medcite.model.values import Date, Name, PartialDate
from medcite.options import Options
from medcite.output import value_choice

from tests.receivers.entry import OTHERS, Entry, Person, person_in_order
from tests.receivers.normal import folded, markup, plain

# Of these, a place is the journal's country, or the preprint server's.
_ARTICLES = {"article-journal", "article-magazine", "article-newspaper"}
_NO_PLACE = {"article", *_ARTICLES}
_EDITION = re.compile(r"\d+|\w+")
_HAN = re.compile("[\u4e00-\u9fff]")
_PARTICLE = re.compile(r"[^\W\dA-Z_]+[ '’]")


class Fact(NamedTuple):
    """A row of the table: ``wanted`` is empty where a record does not have the fact.

    ``part`` is the part of an entry that has it.
    """

    name: str
    part: str
    wanted: Callable[[Record], Any]
    arrived: Callable[[Any, Entry], bool]
    formats: tuple[str, ...] = ("bibtex", "biblatex", "ris", "csl-json")


def same(name: str, form: Callable[[str], str] = folded) -> Callable[[Any, Entry], bool]:
    """Return a test whether one of an entry's texts is the wanted one, or one of the wanted."""

    def arrived(wanted: Any, entry: Entry) -> bool:
        texts = [wanted] if isinstance(wanted, str) else wanted
        return not {form(text) for text in texts}.isdisjoint(map(form, entry.get(name, ())))

    return arrived


def _people(names: Iterable[Name]) -> list[Person]:
    return [Person(name.literal or name.family, name.given, name.suffix) for name in names]


def _read_people(entry: Entry, kind: str) -> list[Person]:
    """Return an entry's people; the dots that some programs add to initials do not count."""
    return [_bare(person) for person in entry.get(kind, ()) if person.family not in _GOES_ON]


_GOES_ON = (OTHERS.family, "et al.", "et al")


def _bare(person: Person) -> Person:
    """Return a name in one form; a Chinese or Japanese one in one piece, as it is printed."""
    bare = person_in_order(*(plain(part).replace(".", "") for part in person))
    return Person(bare.family + bare.given) if _HAN.match(bare.family) else bare


def _all_there(kind: str) -> Callable[[list[Person], Entry], bool]:
    def arrived(wanted: list[Person], entry: Entry) -> bool:
        return [_bare(person)[:2] for person in wanted] == [
            person[:2] for person in _read_people(entry, kind)
        ]

    return arrived


def _editors_there(wanted: list[Person], entry: Entry) -> bool:
    """Whether the editors arrived; in BibTeX a book with authors has them in a note."""
    note = " ".join(entry.get("notes", ()))
    return _all_there("editors")(wanted, entry) or all(
        f"{person.given} {person.family}" in note for person in wanted
    )


def _some_there(wanted: list[Person], entry: Entry) -> bool:
    return {_bare(person)[:2] for person in wanted} <= {
        person[:2] for person in _read_people(entry, "authors")
    }


def _suffixes(wanted: list[Person], entry: Entry) -> bool:
    return set(map(_bare, wanted)) <= set(_read_people(entry, "authors"))


def _goes_on(_: bool, entry: Entry) -> bool:
    return any(person.family in _GOES_ON for person in entry.get("authors", [])[-1:])


def _start(record: Record) -> PartialDate | None:
    return record.issued.start if record.issued else None


def _part(attribute: str) -> Callable[[Record], Any]:
    def wanted(record: Record) -> Any:
        start = _start(record)
        return getattr(start, attribute) if start else 0

    return wanted


def _date_part(index: int) -> Callable[[int, Entry], bool]:
    def arrived(wanted: int, entry: Entry) -> bool:
        parts = entry.get("date", [""])[0].split("-")
        return [part.lstrip("0") for part in parts[index : index + 1]] == [str(wanted)]

    return arrived


def _season(wanted: int, entry: Entry) -> bool:
    words = ("spring", "summer", "autumn", "winter")
    text = " ".join(entry.get("date", [])).casefold()
    return f"-{20 + wanted}" in text or words[wanted - 1] in text


def _end(record: Record) -> Date | None:
    date = record.issued
    return date if date and date.end and date.end != date.start else None


def _end_there(wanted: Date, entry: Entry) -> bool:
    """Whether a range's end arrived: as a date, or as RIS has it, in the words of the record."""
    end = wanted.end
    assert end
    dates = entry.get("date", [])
    if len(dates) < 2:
        return False
    parts = [end.year, end.month or end.season + 20 * bool(end.season), end.day]
    edtf = "-".join(f"{part:02}" for part in parts if part)
    return dates[1] == edtf or str(wanted).endswith(dates[1])


def _pages(record: Record) -> str:
    pages = str(record.page) if record.page else ""
    return "" if pages == _number(record) else pages


def _tight(text: str) -> str:
    return re.sub("[ ,;:]", "", plain(text))


def _number_there(wanted: str, entry: Entry) -> bool:
    return any(plain(wanted) in map(plain, entry.get(name, ())) for name in ("number", "pages"))


def _number(record: Record) -> str:
    return value_choice.article_number(record)


def _framed(text: str) -> str:
    """Return a title without the brackets that say that it is a translation."""
    return plain(text).strip("[]. ")


def _doi(text: str) -> str:
    return re.sub(r"^https?://doi\.org/", "", text).casefold()


def _identifier(name: str) -> Callable[[str, Entry], bool]:
    """Return a test whether an identifier stands in its place, in an address, or in a note."""

    def arrived(wanted: str, entry: Entry) -> bool:
        texts = [*entry.get(name, ()), *entry.get("url", ()), *entry.get("notes", ())]
        number = re.compile(rf"(?<!\d){re.escape(wanted.removeprefix('PMC'))}(?!\d)")
        return any(number.search(text) for text in texts)

    return arrived


def _keywords(record: Record) -> list[str]:
    """Return the keywords that are written; some that authors gave are several."""
    words = value_choice.keywords(record, Options())
    return [part.strip() for word in words for part in word.split(";") if part.strip()]


def _with_comma(record: Record) -> list[str]:
    return [word for word in _keywords(record) if "," in word]


def _read_keywords(entry: Entry) -> set[str]:
    """Return keywords; a program that does not part them gives one text, with one separator."""
    texts = entry.get("keywords", [])
    if len(texts) == 1:
        texts = [*texts, *texts[0].split(";" if ";" in texts[0] else ",")]
    return set(map(folded, texts))


def _keywords_there(wanted: list[str], entry: Entry) -> bool:
    return set(map(folded, wanted)) <= _read_keywords(entry)


def _foreign(record: Record) -> list[str]:
    return [] if record.language == ("eng",) else list(record.language)


def _language_there(wanted: list[str], entry: Entry) -> bool:
    names = re.split(r"[,; ]+(?:and )?", " ".join(entry.get("language", ())))
    return wanted[0] in {languages.code(name) or name.lower() for name in names}


def _books_only(attribute: str) -> Callable[[Record], Any]:
    def wanted(record: Record) -> Any:
        return "" if record.type in _NO_PLACE else getattr(record, attribute)

    return wanted


def _edition(text: str) -> str:
    match = _EDITION.search(text)
    return match[0].casefold() if match else ""


def _journals(record: Record) -> list[str]:
    if record.type == "article":  # a preprint's server is told in many ways
        return []
    clean = value_choice.container_title(record, "clean")
    return list(filter(None, (record.container_title, clean)))


def _abbreviation(record: Record) -> str:
    return record.container_title_short if record.type in _ARTICLES else ""


def _issns(record: Record) -> list[str]:
    return [issn.value for issn in record.issn] if record.type in _ARTICLES else []


def _retraction_there(wanted: list[str], entry: Entry) -> bool:
    text = folded(" ".join(entry.get("notes", ())))
    return folded(wanted[0]) in text


FACTS = (
    Fact("title", "title", lambda record: record.title, same("title")),
    Fact("title's capitals", "title", lambda record: record.title, same("title", _framed)),
    Fact("title's markup", "title", lambda record: markup(record.title),
        lambda wanted, entry: markup(entry.get("title", [""])[0]) == wanted,
        ("bibtex", "biblatex", "csl-json")),
    Fact("authors", "authors", lambda record: _people(record.author), _all_there("authors")),
    Fact("particles", "authors", lambda record: [
        person for person in _people(name for name in record.author if name.family)
        if _PARTICLE.match(person.family)], _some_there),
    Fact("suffixes", "authors", lambda record: [
        person for person in _people(record.author) if person.suffix], _suffixes),
    Fact("groups", "authors", lambda record: [
        Person(name.literal) for name in record.author if name.literal], _some_there),
    Fact("single names", "authors", lambda record: [
        Person(name.family) for name in record.author if name.family and not name.given],
        _some_there),
    Fact("et al.", "authors", lambda record: record.et_al, _goes_on),
    Fact("editors", "editors", lambda record: _people(record.editor), _editors_there),
    Fact("journal or book", "journal", _journals, same("journal")),
    Fact("journal's abbreviation", "abbreviation", _abbreviation,
        same("abbreviation"), ("biblatex", "ris", "csl-json")),
    Fact("volume", "volume", lambda record: record.volume, same("volume")),
    Fact("issue", "issue", lambda record: record.issue, same("issue")),
    Fact("pages", "pages", _pages, same("pages", _tight)),
    Fact("article number", "number", _number, _number_there),
    Fact("year", "date", _part("year"), _date_part(0)),
    Fact("month", "date", _part("month"), _date_part(1)),
    Fact("day", "date", _part("day"), _date_part(2)),
    Fact("season", "date", _part("season"), _season),
    Fact("end of a range of dates", "date", _end, _end_there),
    Fact("DOI", "doi", lambda record: record.doi, same("doi", _doi)),
    Fact("PMID", "pmid", lambda record: record.pmid, _identifier("pmid")),
    Fact("PMCID", "pmcid", lambda record: record.pmcid, _identifier("pmcid")),
    Fact("ISSN", "issn", _issns, same("issn")),
    Fact("ISBN", "isbn", _books_only("isbn"), same("isbn")),
    Fact("URL", "url", lambda record: "" if record.doi else record.url, same("url", unquote)),
    Fact("abstract", "abstract", lambda record: record.abstract, same("abstract")),
    Fact("keywords", "keywords", _keywords, _keywords_there),
    Fact("keywords with a comma", "keywords", _with_comma, _keywords_there),
    Fact("language, if not English", "language", _foreign, _language_there),
    Fact("publisher", "publisher", _books_only("publisher"), same("publisher")),
    Fact("place", "place", _books_only("publisher_place"), same("place")),
    Fact("edition", "edition", _books_only("edition"), same("edition", _edition)),
    Fact("notice of retraction", "notes", value_choice.notices, _retraction_there),
)  # fmt: skip
