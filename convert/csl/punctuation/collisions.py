"""Which marks collide when two pieces of output meet, and what is left of them."""

from __future__ import annotations

MARKS = frozenset("!?.:,;")
SPACES = " \u00a0"
# What becomes of two marks that meet, where not both stay (as citeproc-js).
COLLISIONS = {
    "!!": "!",
    "!.": "!",
    "!:": "!",
    "??": "?",
    "?.": "?",
    "?:": "?",
    "..": ".",
    "::": ":",
    ":!": "!",
    ":?": "?",
    ":.": ":",
    ",,": ",",
    ";;": ";",
    ";!": "!",
    ";?": "?",
    ";:": ";",
    ";.": ";",
}
# All pairs of characters that do not both stay.
COLLIDING = frozenset({*COLLISIONS, *(left + right for left in f"{SPACES}\n" for right in SPACES)})
