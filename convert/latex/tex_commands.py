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

# What TeX does not read as text; the alternative that begins first wins.
UNREAD = re.compile(
    r"""(?P<kept>\\[^A-Za-z])
    | (?P<comment>%[^\n]*)
    | \\verb\*?(?P<sign>[^A-Za-z*\s])[^\n]*?(?P=sign)
    | \\(?:lstinline|mintinline)\b(?:\[[^]\n]*\])?(?:\{[a-z]+\})?
        (?:(?P<mark>[^A-Za-z{\s])[^\n]*?(?P=mark)|\{[^}\n]*\})
    | \\begin\{(?P<name>verbatim\*?|Verbatim\*?|BVerbatim\*?|LVerbatim\*?|lstlisting|minted|comment
        |filecontents\*?)\}.*?\\end\{(?P=name)\}
    | \\iffalse\b.*?\\fi\b
    | \\(?:end\{document\}|endinput\b).*""",
    re.X | re.S,
)


def blank_unread(text: str) -> str:
    """Blank out comments, verbatim text and what follows the document; keep the line ends."""
    return UNREAD.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    if match["kept"]:
        return match[0]
    return re.sub(r"[^\n]", " ", match[0])


def is_citation(name: str) -> bool:
    """Whether the argument of the command ``name`` (without its backslash) holds keys."""
    return name in OTHER_CITATIONS or ("cite" in name.lower() and not NOT_CITATIONS.fullmatch(name))
