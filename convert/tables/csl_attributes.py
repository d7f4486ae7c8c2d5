"""The values of CSL 1.0.2's attributes that take one of a list, or a number.

Sources: the specification's sections on each element and attribute, and its schema. Attributes
that hold text, such as ``prefix``, have no row; nor have those that hold names of variables,
types or terms, which a style may invent.
"""

from __future__ import annotations

from collections.abc import Mapping

_BOOLEAN = "true false"
_INHERITABLE_FORM = "long short count"  # of cs:name, also as name-form
_ANYWHERE = {
    "and": "text symbol",
    "collapse": "citation-number year year-suffix year-suffix-ranged",
    "date-parts": "year year-month year-month-day",
    "delimiter-precedes-et-al": "after-inverted-name always contextual never",
    "delimiter-precedes-last": "after-inverted-name always contextual never",
    "demote-non-dropping-particle": "never sort-only display-and-sort",
    "disambiguate": "true",
    "disambiguate-add-givenname": _BOOLEAN,
    "disambiguate-add-names": _BOOLEAN,
    "disambiguate-add-year-suffix": _BOOLEAN,
    "display": "block indent left-margin right-inline",
    "et-al-use-last": _BOOLEAN,
    "font-style": "italic normal oblique",
    "font-variant": "normal small-caps",
    "font-weight": "bold light normal",
    "givenname-disambiguation-rule": (
        "all-names all-names-with-initials by-cite primary-name primary-name-with-initials"
    ),
    "hanging-indent": _BOOLEAN,
    "initialize": _BOOLEAN,
    "initialize-with-hyphen": _BOOLEAN,
    "limit-day-ordinals-to-day-1": _BOOLEAN,
    "match": "all any none",
    "name-as-sort-order": "all first",
    "name-form": _INHERITABLE_FORM,
    "names-use-last": _BOOLEAN,
    "page-range-format": "chicago chicago-15 chicago-16 expanded minimal minimal-two",
    "punctuation-in-quote": _BOOLEAN,
    "quotes": _BOOLEAN,
    "second-field-align": "flush margin",
    "sort": "ascending descending",
    "strip-periods": _BOOLEAN,
    "subsequent-author-substitute-rule": "complete-all complete-each partial-each partial-first",
    "text-case": "capitalize-all capitalize-first lowercase sentence title uppercase",
    "text-decoration": "none underline",
    "vertical-align": "baseline sub sup",
}
_BY_ELEMENT = {
    ("date", "form"): "numeric text",
    ("date-part", "form"): "long numeric numeric-leading-zeros ordinal short",
    ("date-part", "name"): "day month year",
    ("label", "form"): "long short symbol verb verb-short",
    ("label", "plural"): "always contextual never",
    ("name", "form"): _INHERITABLE_FORM,
    ("name-part", "name"): "family given",
    ("number", "form"): "long-ordinal numeric ordinal roman",
    ("style", "class"): "in-text note",
    ("term", "form"): "long short symbol verb verb-short",
    ("term", "match"): "last-digit last-two-digits whole-number",
    ("text", "form"): "long short symbol verb verb-short",
    ("text", "plural"): _BOOLEAN,
}
NUMBERS = frozenset({
    "entry-spacing", "et-al-min", "et-al-subsequent-min", "et-al-subsequent-use-first",
    "et-al-use-first", "line-spacing", "names-min", "names-use-first", "near-note-distance",
})  # fmt: skip
MOST_DIGITS = 9  # of such a number


def _split(values: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words.split()) for name, words in values.items()}


ANYWHERE = _split(_ANYWHERE)
BY_ELEMENT = {key: tuple(words.split()) for key, words in _BY_ELEMENT.items()}
LIMITED = NUMBERS.union(ANYWHERE, (name for _, name in BY_ELEMENT))
