"""MathML: which elements hold text, and what accents, roots and invisible marks are in Unicode.

Source: W3C, Mathematical Markup Language 3.0, chapter 3.
"""

from __future__ import annotations

TOKENS = frozenset({"mi", "mn", "mo", "ms", "mtext"})
# Elements that print nothing, or repeat the formula in another language.
IGNORED = frozenset({
    "annotation", "annotation-xml", "maligngroup", "malignmark", "mphantom", "mprescripts", "none",
})  # fmt: skip
# Function application, invisible times, comma and plus; the byte order mark.
INVISIBLE = dict.fromkeys((0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF))
PRIMES = "'′″‴*"  # raised already
ROOTS = {"2": "√", "3": "∛", "4": "∜"}
# Marks above a letter, as the combining characters of the same look.
ACCENTS = {
    "¯": "\u0304",
    "‾": "\u0304",
    "―": "\u0304",
    "_": "\u0304",
    "-": "\u0304",
    "^": "\u0302",
    "ˆ": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "∼": "\u0303",
    "˙": "\u0307",
    ".": "\u0307",
    "¨": "\u0308",
    "ˇ": "\u030c",
    "˘": "\u0306",
    "→": "\u20d7",
    "⃗": "\u20d7",
    "⇀": "\u20d1",
    "ˉ": "\u0304",
    "ˋ": "\u0300",
    "`": "\u0300",
    "´": "\u0301",
    "˚": "\u030a",
    "\u0302": "\u0302",
    "\u0303": "\u0303",
    "\u0304": "\u0304",
    "\u0305": "\u0304",
    "\u0307": "\u0307",
    "\u0308": "\u0308",
}
LINES_BELOW = "_¯‾ˍ\u0332"
LINE_BELOW = "\u0332"
