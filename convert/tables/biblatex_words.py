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
# What entrysubtype calls an article of CSL's types.
SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
