r"""Tables of LaTeX commands that cite, input files or name databases.

A command cites if ``cite`` is in its name (``\parencite``, ``\citealp``, ``\onlinecite``). That
holds for natbib, biblatex and csquotes, and for the many commands that journals and authors
define. The tables list the exceptions.
"""

from __future__ import annotations

import re

COMMAND = re.compile(r"\\([A-Za-z@]+)\*?")

# These have ``cite`` in their names, but no key in their argument.
NOT_CITATIONS = re.compile(
    r"""cite(?:text|style|reset|setup|index.*|form|punct|mid|left|right|open|close|sep|dash|numfont
        |prefix|suffix|init|counter|(?:search|tracker|index)(?:true|false))
    | (?:new|provide)cites? | setcitestyle | shorthandcite | mkcitation | if.* | .*delim
    | (?:At|Declare|Renew|New|Provide).* | citation.*
    """,
    re.X,
)

# How many arguments in braces come before the key.
ARGUMENTS_BEFORE_KEY = {
    "volcite": 1, "Volcite": 1, "pvolcite": 1, "Pvolcite": 1, "fvolcite": 1, "ftvolcite": 1,
    "svolcite": 1, "Svolcite": 1, "tvolcite": 1, "Tvolcite": 1, "avolcite": 1, "Avolcite": 1,
    "foreigntextcquote": 1, "hyphentextcquote": 1, "foreignblockcquote": 1,
    "hyphenblockcquote": 1, "hybridblockcquote": 1,
}  # fmt: skip

# These take keys, though ``cite`` is not in their names.
OTHER_CITATIONS = frozenset(
    [
        "bibentry",
        "textcquote",
        "blockcquote",
        *(name for name in ARGUMENTS_BEFORE_KEY if "quote" in name),
    ]
)

# biblatex's multicite commands: (pre)(post)[pre][post]{key}[pre][post]{key}...
MULTICITE = re.compile(r"(?i)^(?:p|f|ft|s|t|a)?(?:vol)?[a-z]*cites$")
VOLUMES = re.compile(r"(?i)volcites$")

# Commands that input another file: how many arguments name its folder.
INPUTS = {
    "input": 0, "include": 0, "subfile": 0, "subfileinclude": 0, "InputIfFileExists": 0,
    "import": 1, "subimport": 1, "inputfrom": 1, "includefrom": 1, "subinputfrom": 1,
    "subincludefrom": 1, "loadglsentries": 0,
}  # fmt: skip

# Commands that name databases: a comma-separated list, one file, or an optional argument.
DATABASES = {
    "bibliography": "many", "addbibresource": "one", "addglobalbib": "one", "addsectionbib": "one",
    "putbib": "optional",
}  # fmt: skip

# Where something begins that TeX does not read as text, or a character that begins nothing.
UNREAD = re.compile(
    r"""(?P<comment>%)
    | \\(?:verb\*?(?P<verb>[^A-Za-z*\s])
        | (?:lstinline\b(?:\[[^]\n]{0,300}\])?
            | mintinline\b(?:\[[^]\n]{0,300}\])?\{[^}\n]{1,40}\})(?P<inline>[^A-Za-z\s])
        | begin\{(?P<environment>verbatim\*?|Verbatim\*?|BVerbatim\*?|LVerbatim\*?|lstlisting|minted
            |comment|filecontents\*?)\}
        | (?P<iffalse>iffalse)\b
        | (?P<last>end\{document\}|endinput\b)
        | (?P<kept>[^A-Za-z]))""",
    re.X | re.S,
)
FI = re.compile(r"\\fi\b")


def blank_unread(text: str) -> str:
    """Blank out comments, verbatim text and what follows the document; keep the line ends.

    What never ends is read as text.
    """
    closings = _Closings(text)
    pieces, done, position = [], 0, 0
    while match := UNREAD.search(text, position):
        start, position = match.start(), match.end()
        end = position if match["kept"] else closings.after(match)
        if end < 0:
            position = start + 1
        elif not match["kept"]:
            pieces += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
            done = position = end
    return "".join([*pieces, text[done:]])


class _Closings:
    """Finds where unread text ends, and remembers where no end was found: none is sought twice."""

    def __init__(self, text: str) -> None:
        self.text, self.line_end = text, -1
        self.absent: dict[str, int] = {}  # up to where there is no such closing

    def after(self, match: re.Match[str]) -> int:
        """Return the position after the text that begins with a match of UNREAD, or -1."""
        if match["last"]:
            return len(self.text)
        if match["environment"]:
            return self._find(f"\\end{{{match['environment']}}}", match.end(), len(self.text))
        if match["iffalse"]:
            return self._find_fi(match.end())
        line_end = self._line_end(match.end())
        if match["comment"]:
            return line_end
        opening = match["verb"] or match["inline"]
        closing = "}" if match["inline"] == "{" else opening
        return self._find(closing, match.end(), line_end)

    def _find(self, closing: str, start: int, limit: int) -> int:
        """Return the position after the first ``closing`` between two positions, or -1."""
        if self.absent.get(closing, 0) > start:
            return -1
        found = self.text.find(closing, start, limit)
        if found < 0:
            self.absent[closing] = limit
            return -1
        return found + len(closing)

    def _line_end(self, position: int) -> int:
        """Return where the line of a position ends; positions only grow."""
        if position > self.line_end:
            end = self.text.find("\n", position)
            self.line_end = len(self.text) if end < 0 else end
        return self.line_end

    def _find_fi(self, start: int) -> int:
        if self.absent.get(FI.pattern, 0) > start:
            return -1
        if match := FI.search(self.text, start):
            return match.end()
        self.absent[FI.pattern] = len(self.text)
        return -1


def is_citation(name: str) -> bool:
    """Whether the argument of the command ``name`` (without its backslash) holds keys."""
    return name in OTHER_CITATIONS or ("cite" in name.lower() and not NOT_CITATIONS.fullmatch(name))
