"""CSL-JSON's rules as a JSON schema, put together from the CSL 1.0.2 specification.

Ordinary variables are texts, number variables texts or numbers, name variables lists of
names, date variables objects; no other property may stand in an item, a name or a date.
"""

from __future__ import annotations

from typing import Any

TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture
    musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software
    song speech standard thesis treaty webpage
"""
NAMES = """
    author chair collection-editor compiler composer container-author contributor curator
    director editor editorial-director executive-producer guest host interviewer illustrator
    narrator organizer original-author performer producer recipient reviewed-author
    script-writer series-creator translator
"""
DATES = "accessed available-date event-date issued original-date submitted"
NUMBERS = """
    chapter-number citation-number collection-number edition first-reference-note-number
    issue locator number number-of-pages number-of-volumes page page-first part printing
    supplement volume
"""
TEXTS = """
    citation-key language journalAbbreviation shortTitle abstract annote archive
    archive_collection archive_location archive-place authority call-number citation-label
    collection-title container-title container-title-short dimensions division DOI event
    event-title event-place genre ISBN ISSN jurisdiction keyword medium note
    original-publisher original-publisher-place original-title part-title PMCID PMID
    publisher publisher-place references reviewed-genre reviewed-title scale section source
    status title title-short URL version volume-title volume-title-short year-suffix
"""
PARTS = "family given dropping-particle non-dropping-particle suffix literal"
SWITCHES = "comma-suffix static-ordering parse-names"

Schema = dict[str, Any]


def _each(names: str, rule: Schema) -> Schema:
    return dict.fromkeys(names.split(), rule)


def _closed(properties: Schema, **more: Any) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": ["string", "number"]}
SWITCH: Schema = {"type": ["string", "number", "boolean"]}
NAME = _closed({**_each(PARTS, TEXT), **_each(SWITCHES, SWITCH)})
PARTED: Schema = {"type": "array", "items": NUMBER, "minItems": 1, "maxItems": 3}
DATE = _closed(
    {
        "date-parts": {"type": "array", "items": PARTED, "minItems": 1, "maxItems": 2},
        "season": NUMBER,
        "circa": SWITCH,
        "literal": TEXT,
        "raw": TEXT,
    }
)
ITEM = _closed(
    {
        "type": {"enum": TYPES.split()},
        "id": NUMBER,
        "categories": {"type": "array", "items": TEXT},
        "custom": {"type": "object"},
        **_each(NAMES, {"type": "array", "items": NAME}),
        **_each(DATES, DATE),
        **_each(NUMBERS, NUMBER),
        **_each(TEXTS, TEXT),
    },
    required=["type", "id"],
)
SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": ITEM,
}
