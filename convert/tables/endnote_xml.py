"""EndNote's XML: the path of each element below its record, and RIS's tag for the same field."""

from __future__ import annotations

from .endnote import names_by_tag, rows, tags_by_name

# In EndNote's order. Of several elements for one field the first is written.
ELEMENTS = (
    ("contributors/authors/author", "AU"),
    ("contributors/secondary-authors/author", "A2"),
    ("contributors/tertiary-authors/author", "A3"),
    ("contributors/subsidiary-authors/author", "A4"),
    ("contributors/translated-authors/author", "TA"),
    ("auth-address", "AD"),
    ("titles/title", "TI"),
    ("titles/secondary-title", "T2"),
    ("titles/tertiary-title", "T3"),
    ("titles/alt-title", "J2"),
    ("titles/short-title", "ST"),
    ("titles/translated-title", "TT"),
    ("periodical/full-title", "JF"),
    ("periodical/abbr-1", "J2"),
    ("periodical/abbr-2", "J2"),
    ("periodical/abbr-3", "J2"),
    ("alt-periodical/full-title", "J2"),
    ("alt-periodical/abbr-1", "J2"),
    ("alt-periodical/abbr-2", "J2"),
    ("pages", "SP"),
    ("volume", "VL"),
    ("number", "IS"),
    ("issue", "IS"),  # Mendeley's and Zotero's
    ("number", "M1"),  # of what has no issues
    ("num-vols", "NV"),
    ("edition", "ET"),
    ("section", "SE"),
    ("reprint-edition", "RP"),
    ("keywords/keyword", "KW"),
    ("dates/year", "PY"),
    ("dates/pub-dates/date", "DA"),
    ("pub-location", "CY"),
    ("publisher", "PB"),
    ("orig-pub", "OP"),
    ("isbn", "SN"),
    ("accession-num", "AN"),
    ("call-num", "CN"),
    ("electronic-resource-num", "DO"),
    ("abstract", "AB"),
    ("label", "LB"),
    ("caption", "CA"),
    ("notes", "N1"),
    ("research-notes", "RN"),
    ("work-type", "M3"),
    ("reviewed-item", "RI"),
    ("remote-database-name", "DB"),
    ("remote-database-provider", "DP"),
    ("language", "LA"),
    ("urls/related-urls/url", "UR"),
    ("urls/web-urls/url", "UR"),
    ("urls/text-urls/url", "L2"),
    ("urls/pdf-urls/url", "L1"),
    ("urls/image-urls/url", "L4"),
    ("access-date", "Y2"),
    ("custom1", "C1"),
    ("custom2", "C2"),
    ("custom3", "C3"),
    ("custom4", "C4"),
    ("custom5", "C5"),
    ("custom6", "C6"),
    ("custom7", "C7"),
    ("custom8", "C8"),
)  # fmt: skip
TAGS = tags_by_name(ELEMENTS)
# As each format with EndNote's fields has them; those that are kept go into the others.
ENDNOTE_FIELDS = TAGS
NAMES = {**names_by_tag(ELEMENTS), "TY": "ref-type"}
# Which library, program and entry in it a reference came from, and when it was changed there.
HOUSEKEEPING = frozenset(
    {"database", "source-app", "rec-number", "foreign-keys", "added-date", "modified-date"}
)
# What ``style`` has in ``face``, and a title's tags.
FACES = {"italic": "i", "bold": "b", "underline": "u", "superscript": "sup", "subscript": "sub"}
# The fields that may have such faces.
STYLED = frozenset({"TI", "ST", "TT", "AB"})

ROWS = rows(ELEMENTS)
