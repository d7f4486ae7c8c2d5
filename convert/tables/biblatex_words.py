"""Words with a meaning of their own in biblatex's fields. Source: the biblatex manual, 2.2, 4.9.2."""

from __future__ import annotations

# What pubstate says, as the record's status; any other word is the status.
STATES = {
    "prepublished": "aheadofprint",
    "inpress": "aheadofprint",
    "aheadofprint": "aheadofprint",
}
# What pubstate prints, for a note of BibTeX. What medcite writes itself is "prepublished".
STATES_IN_WORDS = {
    "forthcoming": "Forthcoming",
    "inpreparation": "In preparation",
    "inpress": "In press",
    "submitted": "Submitted",
}
_COUNTRIES = {
    "de": "Germany", "ep": "European Union", "eu": "European Union", "fr": "France",
    "uk": "United Kingdom", "us": "United States of America",
}  # fmt: skip
_NATIONALITIES = {"de": "German", "eu": "European", "fr": "French", "uk": "British", "us": "U.S."}
# Keys that stand for a phrase in the language of the document, as the English one.
PHRASES = {
    "newseries": "New series",
    "oldseries": "Old series",
    "candthesis": "Candidate thesis",
    "patent": "Patent",
    "patreq": "Patent request",
    **{f"country{code}": name for code, name in _COUNTRIES.items()},
    **{f"patent{code}": f"{name} patent" for code, name in _NATIONALITIES.items()},
    **{f"patreq{code}": f"{name} patent request" for code, name in _NATIONALITIES.items()},
}
# What entrysubtype calls an article of CSL's types.
SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
