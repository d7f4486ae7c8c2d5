"""The codecs that MEDLINE's table names: text to value, and value to text."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from ..codecs import dates, identifiers, names, orcid, pages, subjects, titles
from ..model.values import Name
from ..tables import languages


def _same(text: str) -> str:
    return text


def _volume(text: str) -> str:
    """Read VI or IP: ``Suppl_1`` and a no-break space are exporters' ways to write a blank."""
    return text.replace("\u00a0", " ").replace("Suppl_", "Suppl ")


@lru_cache(maxsize=256)
def _language(text: str) -> str:
    """Read LA: a code, in capitals in some publishers' records; ERIC has English names."""
    code = text.lower()
    return languages.BY_NAME[code].code if code in languages.BY_NAME else code


class Codec(NamedTuple):
    """``decode`` and ``encode`` are inverse to each other but for blanks and NLM's full stop.

    The functions' types differ by codec: tests write and read records of every type.
    """

    decode: Callable[..., object] = _same
    encode: Callable[..., str] = _same


CODECS: dict[str, Codec] = {
    "text": Codec(),
    "number": Codec(str.strip),
    "stopped": Codec(titles.stopped),
    "original": Codec(titles.stopped, titles.encode),
    "title": Codec(lambda text: titles.title(text)[0], titles.encode),
    "volume": Codec(_volume),
    "language": Codec(_language),
    "date": Codec(dates.date, dates.encode),
    "event": Codec(dates.event, dates.encode_event),
    "pages": Codec(pages.pages, pages.encode),
    "issn": Codec(identifiers.issn, identifiers.encode_issn),
    "isbn": Codec(identifiers.isbn),
    "identifier": Codec(identifiers.identifier, identifiers.encode),
    "other-identifier": Codec(identifiers.other, identifiers.encode),
    "manuscript": Codec(identifiers.manuscript, identifiers.encode),
    "pmcid": Codec(identifiers.pmcid),
    "heading": Codec(subjects.heading, subjects.encode_heading),
    "keyword": Codec(subjects.keyword, subjects.encode_keyword),
    "substance": Codec(subjects.substance, subjects.encode_substance),
    "grant": Codec(subjects.grant, subjects.encode_grant),
    "databank": Codec(subjects.databank, subjects.encode_databank),
    "relation": Codec(subjects.relation, subjects.encode_relation),
    "full": Codec(lambda text: names.person(text, ""), names.encode),
    "short": Codec(lambda text: names.person("", text), names.encode_short),
    "group": Codec(lambda text: Name(literal=text), names.encode),
    "name-id": Codec(orcid.author_id, identifiers.encode_name_id),
    "affiliation": Codec(),
    "other-abstract": Codec(),
    "abstract-language": Codec(),
    "admin": Codec(),
}
