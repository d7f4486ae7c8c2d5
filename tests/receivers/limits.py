"""What a program does not read of our files, and why.

Each program's module says so in its ``RECEIVER``, and the docs give the reasons below the tables. A
fact that is lost for no such reason is our fault, and fails a test; so does a reason without a
loss.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Facts that are lost together.
TITLE = ("title", "title's capitals")
MARKUP = ("title's markup",)
AUTHORS = ("authors", "particles", "suffixes", "groups", "single names")
KEYWORDS = ("keywords", "keywords with a comma")
RANGE = ("end of a range of dates",)

# What an entry has that is lost: expressions for its lines in .bib and RIS.
ESCAPED_URL = r"(?m)^  url = .*\\[&#%_]"
KEYWORD_WITH_COMMA = r"(?m)^  keywords = .*(?:; .*,|,.*;|\{[^{}]*,|=[^,;]*,[^,;]*\}$)"
TEX_IN_TEXT = r"(?m)^  (?:title|abstract|keywords) = .*(?:\$|\\[^%&#_$])"
TEX_IN_NAMES = r"(?m)^  (?:author|editor) = .*\\"
RANGE_OF_DATES = r"(?m)^  (?:year = \{.*--|month = .*--|date = .*/)"
REPEATED_NAME = (
    r"(?m)^  author = (?:\{|.* and )([^{}]+) and (?:.* and )?\1(?: and |\},$)"
    r"|(?s:^AU  - ([^\r\n]+)\r?\n.*^AU  - \2\r?$)"
)
RIS_SUFFIX = r"(?m)^(?:AU|A2|ED)  - [^,\n]+,[^,\n]+, *\w"
RIS_GROUP_WITH_COMMA = r"(?m)^AU  - .*,.*,\r?$"


class Limit(NamedTuple):
    """Facts that a program loses, and why; ``when`` is an expression for what entries.

    ``formats`` names the formats that it reads so, or is empty for all.
    """

    formats: str
    facts: tuple[str, ...]
    reason: str
    when: str = ""

    def explains(self, format: str, fact: str, entry: str) -> bool:
        """Whether this is why a fact of an entry, as it was written, is lost."""
        return (
            (not self.formats or format in self.formats.split())
            and fact in self.facts
            and re.search(self.when, entry) is not None
        )
