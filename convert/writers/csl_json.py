"""CSL-JSON, as CSL processors, Zotero and pandoc read it: an array of items.

The variables are CSL 1.0.2's and the output keeps to the official schema. The dicts of
:func:`item` are also what the CSL processor formats, so they are made fast: the table
compiles once to a list of functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from ..codecs import addresses, date_parts
from ..codecs.subjects import encode_heading
from ..format_registry import Format
from ..markup.inline import tidy
from ..model import peek
from ..model.record import NOT_IN_PUBMED, Record
from ..model.report import Report
from ..model.values import Name
from ..options import Options
from ..output import field_selection, unwritten, value_choice
from ..tables.csl_json import CUSTOM, RETURNED, ROWS, STRUCTURED
from ..tables.languages import BY_CODE
from ..tables.row import Row

if TYPE_CHECKING:
    from ..output.fragments import Draft, Spell

FORMAT = Format(
    "csl-json", "CSL-JSON", (".json", ".csl.json", ".csljson"),
    ignores=("protect", "ascii", "ris_profile"),
)  # fmt: skip

Encode = Callable[[Record], object]
Plan = tuple[tuple[str, Encode], ...]

DEFAULT = Options()
NOCASE = '<span class="nocase">{}</span>'
ET_AL = {"literal": "et al."}
TAGS = ("id", *(row.tag for row in ROWS), *sorted(RETURNED), "custom")
HOMES = frozenset({row.to for row in (*ROWS, *CUSTOM)} | {"et_al"})


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield a JSON array, one item a line, of ``records``.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no variable.

    """
    from ..output import sorting  # a reference list needs no key, and its start would wait

    spell = _speller(options)
    texts = (spell(record, key, report) for key, record in sorting.keyed(records, options))
    yield from _listed(texts)


def drafter(options: Options) -> Callable[[Iterable[Record], Report], Iterator[Draft]]:
    """Give what makes a part of the items, for :func:`finish`; raises as :func:`write`."""
    from ..output import fragments

    return fragments.drafter(fragments.cut(_speller(options)), options)


def finish(made: Iterable[Draft], options: Options) -> Iterator[str]:
    """Yield the array of all items that were made in parts."""
    from ..output import fragments

    return _listed(fragments.finish(made, options))


def _speller(options: Options) -> Spell:
    """Give what spells an item."""
    import json  # a reference list needs it as little

    field_selection.check(options, "CSL-JSON", TAGS)
    make, dumps = maker(options), json.JSONEncoder(ensure_ascii=False).encode

    def spell(record: Record, key: str, report: Report) -> str:
        unwritten.tell(record, _homes(record), report)
        return dumps(make(record, key))

    return spell


def _listed(texts: Iterable[str]) -> Iterator[str]:
    """Yield items as an array, one a line."""
    opening = "["
    for text in texts:
        yield f"{opening}\n{text}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def item(record: Record, options: Options = DEFAULT, key: str = "") -> dict[str, object]:
    """Give ``record`` as a CSL-JSON item called ``key`` (by default its own key or PMID)."""
    return maker(options)(record, key)


@lru_cache(maxsize=16)
def maker(options: Options) -> Callable[[Record, str], dict[str, object]]:
    """Give the function of record and key that makes items as ``options`` say, as :func:`item`."""
    usual = _plans(options, beyond=False)

    def make(record: Record, key: str) -> dict[str, object]:
        made: dict[str, object] = {"id": key or record.key or record.pmid}
        variables, custom = (
            _plans(options, beyond=True) if peek.may_exceed_pubmed(record) else usual
        )
        for tag, encode in variables:
            if value := encode(record):
                made[tag] = value
        rest = {tag: value for tag, encode in custom if (value := encode(record))}
        if record.kept:
            _restore(record, options, made, rest)
        if rest:
            made["custom"] = rest
        return made

    return make


def _homes(record: Record) -> frozenset[str]:
    """Give the attributes that are written: ``kept``, if it holds nothing but variables of CSL."""
    if record.kept and all(_returns(record, field.tag) for field in record.kept):
        return HOMES | {"kept"}
    return HOMES


def _returns(record: Record, tag: str) -> bool:
    """Tell whether a field that the model has no place for is one of CSL-JSON's own."""
    if record.origin is None or record.origin.format != FORMAT.name:
        return False
    return tag in RETURNED or tag.startswith("custom.")


def _restore(
    record: Record, options: Options, made: dict[str, object], custom: dict[str, object]
) -> None:
    """Add what the model has no place for, as the item had it: a translator, an archive."""
    for tag, value, _ in record.kept:
        group, _, name = tag.partition(".")
        if not _returns(record, tag) or not field_selection.wanted(group, options):
            continue
        if name:
            custom[name] = _parsed(value)
        else:
            made[tag] = _parsed(value) if tag in STRUCTURED else value


def _parsed(text: str) -> object:
    """Read a kept value that is no text; a text stays one."""
    import json

    try:
        return json.loads(text)
    except ValueError:
        return text


@lru_cache(maxsize=16)
def _plans(options: Options, beyond: bool) -> tuple[Plan, Plan]:
    """Compile the table, without what the user does not want, or no record of PubMed's has."""
    rows = [row for row in ROWS if row.tag == "type" or field_selection.wanted(row.tag, options)]
    if not beyond:
        rows = [row for row in rows if row.to not in NOT_IN_PUBMED]
    custom = CUSTOM if field_selection.wanted("custom", options) else ()
    return (
        tuple((row.tag, HOW[row.how](row, options)) for row in rows),
        tuple((row.tag, HOW[row.how](row, options)) for row in custom),
    )


def _text(row: Row, _: Options) -> Encode:
    return attrgetter(row.to)


def _plain(row: Row, _: Options) -> Encode:
    from ..model import serialize

    get = attrgetter(row.to)
    return lambda record: (value := get(record)) and serialize.dump(value)


def _title(_: Row, options: Options) -> Encode:
    original = field_selection.wanted("original-title", options)

    def encode(record: Record) -> str:
        # Without the original the brackets are all that tells of a translation (NLM prints
        # them); with it, styles such as APA put their own around the translated one.
        if record.translated and record.title and not (original and record.original_title):
            return f"[{tidy(record.title)}]"
        return tidy(record.title or record.original_title)

    return encode


def _original(_: Row, __: Options) -> Encode:
    """Make the encoder of the original title, in no language whose words begin with capitals.

    CSL leaves titles of items in other languages alone (CSL 1.0.2, "Non-English Items"), but
    not every processor does this one's.
    """

    def encode(record: Record) -> str:
        if record.title == record.original_title:
            return ""  # a record that has no other title has the original one in its place
        title = tidy(record.original_title)
        return title if record.language[:1] == ("eng",) or not title else NOCASE.format(title)

    return encode


def _names(row: Row, _: Options) -> Encode:
    get = attrgetter(row.to)
    return lambda record: [_name(name) for name in get(record)]


def _authors(_: Row, __: Options) -> Encode:
    def encode(record: Record) -> object:
        authors = peek.plain_authors(record)
        if authors and not record.et_al:  # usual authors, of whom no more is needed
            return [_person(name) for name in authors]
        names = [_name(name) for name in record.author]
        return [*names, ET_AL] if record.et_al else names

    return encode


def _person(name: str) -> dict[str, str]:
    """Give a person that is nothing but ``Family, Given``."""
    family, _, given = name.partition(",")
    return {"family": family.strip(), "given": given.strip()}


def _name(name: Name) -> dict[str, str]:
    """Give a person by parts, a group whole (NCBI's exporter makes it a family name)."""
    if name.literal:
        return {"literal": name.literal}
    made = {"family": name.family}
    if name.given:
        made["given"] = name.given
    if name.suffix:
        made["suffix"] = name.suffix
    return made


def _container(_: Row, options: Options) -> Encode:
    return lambda record: value_choice.container(record, options.journal)


def _page(_: Row, __: Options) -> Encode:
    # Most styles print `page` only, so an article number stands there too.
    return lambda record: record.page.full if record.page else value_choice.place(record)


def _issued(_: Row, options: Options) -> Encode:
    return lambda record: date_parts.encode(value_choice.issued(record, options.date))


def _when(row: Row, _: Options) -> Encode:
    get = attrgetter(row.to)
    return lambda record: date_parts.encode(get(record))


def _dates(_: Row, options: Options) -> Encode:
    """Make the encoder of dates, by variable, that say more than ``date-parts`` can."""
    from ..model import serialize

    def encode(record: Record) -> dict[str, object]:
        dates = {row.tag: getattr(record, row.to) for row in ROWS if row.how == "date"}
        dates["issued"] = value_choice.issued(record, options.date)
        return {
            tag: serialize.dump(date) for tag, date in dates.items() if date_parts.says_more(date)
        }

    return encode


def _status(_: Row, __: Options) -> Encode:
    return lambda record: "ahead of print" if record.status == "aheadofprint" else ""


def _publisher_place(_: Row, __: Options) -> Encode:
    # Of a journal PL is the country, which styles would print: it goes into ``custom``.
    return lambda record: "" if record.type == "article-journal" else record.publisher_place


def _country(_: Row, __: Options) -> Encode:
    return lambda record: record.publisher_place if record.type == "article-journal" else ""


def _notices(_: Row, __: Options) -> Encode:
    return lambda record: "".join(f"{each}. " for each in value_choice.notices(record)).rstrip()


def _spaced(row: Row, _: Options) -> Encode:
    get = attrgetter(row.to)
    return lambda record: " ".join(get(record))


def _issn(_: Row, __: Options) -> Encode:
    return value_choice.issn


def _url(_: Row, __: Options) -> Encode:
    return lambda record: record.url or addresses.of_bookshelf(record.nbk)


def _language(_: Row, __: Options) -> Encode:
    def encode(record: Record) -> str:
        if not record.language:
            return ""
        first = record.language[0]
        return BY_CODE[first].tag if first in BY_CODE else first

    return encode


def _several(_: Row, __: Options) -> Encode:
    return lambda record: list(record.language) if len(record.language) > 1 else None


def _keyword(_: Row, options: Options) -> Encode:
    return lambda record: "; ".join(value_choice.keywords(record, options))


def _abstract(_: Row, options: Options) -> Encode:
    return (lambda record: tidy(record.abstract)) if options.abstract else lambda _: ""


def _mesh(_: Row, options: Options) -> Encode:
    # Qualifiers are kept whatever `keyword` shows, but not what the user does not want at all.
    if options.mesh == "none":
        return lambda _: None
    if options.mesh == "major":
        return lambda record: [
            encode_heading(each) for each in filter(value_choice.is_major, record.mesh)
        ]
    return lambda record: [encode_heading(each) for each in record.mesh]


def _orcid(_: Row, __: Options) -> Encode:
    def encode(record: Record) -> dict[str, str]:
        return {
            str(place): each.value
            for place, name in enumerate(record.author, start=1)
            for each in name.ids
            if each.scheme == "orcid"
        }

    return encode


HOW: dict[str, Callable[[Row, Options], Encode]] = {
    "text": _text,
    "plain": _plain,
    "title": _title,
    "original": _original,
    "names": _names,
    "authors": _authors,
    "container": _container,
    "page": _page,
    "issued": _issued,
    "date": _when,
    "dates": _dates,
    "status": _status,
    "publisher-place": _publisher_place,
    "country": _country,
    "notices": _notices,
    "spaced": _spaced,
    "issn": _issn,
    "url": _url,
    "language": _language,
    "several": _several,
    "keyword": _keyword,
    "abstract": _abstract,
    "mesh": _mesh,
    "orcid": _orcid,
}
