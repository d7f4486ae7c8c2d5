"""NLM's publication types and the type of item that each makes a record: by weight, not order.

A type of printed matter weighs most (a chapter that is also a review is a chapter). Types
with ``journal=False`` describe the thing itself only where no journal holds it: a report or
a video *in a journal* is an article. ``genre`` is what CSL prints for it.
"""

from typing import NamedTuple


class Kind(NamedTuple):
    """One publication type: CSL's type and genre, and whether a journal's item may be it."""

    name: str  # lower case
    type: str
    genre: str = ""
    journal: bool = True


# CSL's types whose number, if they have one, is their place in a journal or book: an article
# number. That of a report, patent or standard is its own.
PAGED = frozenset((
    "article", "article-journal", "article-magazine", "article-newspaper", "chapter",
    "entry-dictionary", "entry-encyclopedia", "paper-conference", "review", "review-book",
))  # fmt: skip

# CSL's types of what is in a serial, whose title NLM's catalogue has.
SERIAL = PAGED - {"chapter", "entry-dictionary", "entry-encyclopedia", "paper-conference"}

# CSL's types of what has no publisher in a .bib file, but a site or server that holds it.
SERVED = frozenset(("article", "dataset", "document", "motion_picture", "software", "webpage"))
# What may stand in a series of books, whose number is then the one that a .bib file gives.
IN_SERIES = frozenset(("book", "chapter", "entry-encyclopedia", "paper-conference"))

# What has a number of its own, by which it is known.
NUMBERED = frozenset(("patent", "report", "standard"))

# Kinds of theses and reports, and what biblatex calls those that styles know a word for.
GENRES = {
    "PhD thesis": "phdthesis",
    "Master's thesis": "mathesis",
    "Bachelor's thesis": "bathesis",
    "Technical report": "techreport",
    "Research report": "resreport",
}

# The heaviest first.
KINDS: tuple[Kind, ...] = (
    Kind("book chapter", "chapter"),
    Kind("book", "book", journal=False),
    Kind("books", "book", journal=False),
    Kind("monograph", "book", journal=False),
    Kind("preprint", "article", "Preprint"),
    Kind("academic dissertation", "thesis", journal=False),
    Kind("dissertations", "thesis", journal=False),
    Kind("dissertation", "thesis", journal=False),
    Kind("academic dissertations", "thesis", journal=False),
    Kind("dissertations/theses", "thesis", journal=False),
    Kind("dissertations/theses - doctoral dissertations", "thesis", journal=False),
    Kind("dissertations/theses - masters theses", "thesis", journal=False),
    Kind("thesis", "thesis", journal=False),
    Kind("legal case", "legal_case", journal=False),
    Kind("legal cases", "legal_case", journal=False),
    Kind("legislation", "legislation", journal=False),
    Kind("technical report", "report", journal=False),
    Kind("government publication", "report", journal=False),
    Kind("government publications", "report", journal=False),
    Kind("reports - research", "report", journal=False),
    Kind("reports - descriptive", "report", journal=False),
    Kind("reports - evaluative", "report", journal=False),
    Kind("newspaper article", "article-newspaper"),
    Kind("video-audio media", "motion_picture", journal=False),
    Kind("webcast", "motion_picture", journal=False),
    Kind("webcasts", "motion_picture", journal=False),
    Kind("congress", "paper-conference", journal=False),
    Kind("congresses", "paper-conference", journal=False),
    Kind("clinical conference", "paper-conference", journal=False),
    Kind("speeches/meeting papers", "paper-conference", journal=False),
    Kind("dataset", "dataset", journal=False),
    Kind("letter", "article-journal", "letter"),
    Kind("editorial", "article-journal", "editorial"),
    Kind("comment", "article-journal", "comment"),
    Kind("news", "article-journal", "news"),
)
