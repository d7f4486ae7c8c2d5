"""What Zotero's fields and preferences say: the JSON and XML that its plugin for Word reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from ..base.lazy_regex import regex
from ..csl.locale import normalize_tag
from ..csl.style_repository import style_id
from ..csl_json.items import item_maker
from ..markup.json_text import json_text
from ..markup.xml_text import serialize
from ..ooxml import properties
from ..options import Options
from ..tables import own_styles
from .articles import CitedArticle, ResolvedCite
from .live_form import CitedWhole

SCHEMA = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"
BIBLIOGRAPHY = 'BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY'
PREFERENCES = "ZOTERO_PREF_"
TRANSFER_MARK = "ZOTERO_TRANSFER_DOCUMENT"  # how Zotero's transfer document begins
_LONGEST_PREFERENCE = 255  # characters of a property
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ID_LENGTH = 8
_SESSION = regex(r'(?:<session id="|"sessionID"\s*:\s*")([A-Za-z0-9]+)"')
# What a citation prints none of would stand in each of its fields.
_ITEM_OPTIONS = Options(abstract=False, keywords=False, mesh="none", omit=("custom",))


def citation(id_: str, cites: Sequence[ResolvedCite], shown: str, note: int) -> str:
    """Return the code of a citation; ``shown`` is the text that it stands for.

    Zotero asks whether the citation was edited by hand if its ``plainCitation`` differs from
    the text that it finds.
    """
    value = {
        "citationID": id_,
        "properties": {"plainCitation": shown, "noteIndex": note},
        "citationItems": [_cited_item(cite) for cite in cites],
        "schema": SCHEMA,
    }
    return f"ITEM CSL_CITATION {json_text(value)}"


def _cited_item(resolved: ResolvedCite) -> dict[str, Any]:
    cite, article = resolved.wanted, resolved.article
    uris = list(article.uris) or [_uri(article)]
    cited: dict[str, Any] = {"id": article.id, "uris": uris, "itemData": item(article)}
    texts = {"locator": cite.locator, "label": cite.label, "prefix": cite.prefix,
             "suffix": cite.suffix}  # fmt: skip
    cited |= {name: text for name, text in texts.items() if text}
    if cite.suppress_author:
        cited["suppress-author"] = True
    if getattr(cite, "author_only", False):
        cited["author-only"] = True
    return cited


def item(article: CitedArticle) -> dict[str, Any]:
    """Return an article's CSL-JSON: what its field had, else what its record says."""
    data = article.item or item_maker(_ITEM_OPTIONS)(article.record, article.id)
    return {**data, "id": article.id}


def _uri(article: CitedArticle) -> str:
    """Return the one address by which Zotero tells an article's occurrences from other articles.

    It never stands for an item of a library: such have addresses of Zotero's.
    """
    record = article.record
    if record.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{record.pmid}/"
    if record.doi:
        return f"https://doi.org/{quote(record.doi, safe='/:;()')}"
    if record.pmcid:
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{record.pmcid}/"
    return f"urn:medcite:{quote(article.id, safe='')}"


def citation_ids(taken: set[str]) -> Iterator[str]:
    """Yield ids for citations, none of them among ``taken``: the same ones in each run."""
    number = 0
    while True:
        number += 1
        id_ = _letters(f"citation {number}")
        if id_ not in taken:
            yield id_


@cache
def _letters(seed: str) -> str:
    number = int.from_bytes(sha256(seed.encode()).digest()[:8], "big")
    letters = []
    for _ in range(_ID_LENGTH):
        number, rest = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[rest])
    return "".join(letters)


def preferences(whole: CitedWhole) -> str:
    """Return a document's preferences.

    Of the old ones the session's id stays, by which Zotero knows the document; a new one is made
    of its articles.

    Zotero would abbreviate journals' titles by its own list, word by word, if
    ``automaticJournalAbbreviations`` were true: the items have NLM's abbreviations.
    """
    id_ = style_id(whole.style.source)
    session = _SESSION.search("".join(properties.texts(whole.manuscript.package, PREFERENCES)))
    seed = " ".join(article.id for article in whole.articles)
    data = Element("data", {"data-version": "3", "zotero-version": "7.0.32"})
    SubElement(data, "session", {"id": session[1] if session else _letters(f"session {seed}")})
    SubElement(data, "style", {
        "id": own_styles.settings(id_).in_repository or id_,
        "locale": normalize_tag(whole.options.locale) or whole.style.locale or "en-US",
        "hasBibliography": "1", "bibliographyStyleHasBeenSet": "1",
    })  # fmt: skip
    settings = {"fieldType": "Field", "automaticJournalAbbreviations": "false"}
    if whole.in_notes:
        settings["noteType"] = "1"
    preferences = SubElement(data, "prefs")
    for name, value in settings.items():
        SubElement(preferences, "pref", {"name": name, "value": value})
    return serialize(data)


def pieces(text: str) -> list[str]:
    """Return a text cut as the properties of a document can hold it."""
    starts = range(0, len(text), _LONGEST_PREFERENCE)
    return [text[start : start + _LONGEST_PREFERENCE] for start in starts]
