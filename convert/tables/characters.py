"""Characters that no text of a reference means, as the inside of a regular expression's ``[]``."""

from __future__ import annotations

CONTROLS = r"\x00-\x1f\x7f-\x9f"  # C0 (tab and line ends among them), DEL and C1
# Unicode's line and paragraph separators, which some readers take for the end of a line.
SEPARATORS = r"\u2028\u2029"
# Code points that are no characters: 32 in a block of Arabic forms, and the last two of each plane
# (The Unicode Standard, 23.7).
_PLANES = range(0, 0x110000, 0x10000)
NONCHARACTERS = "".join(
    map(
        chr,
        (*range(0xFDD0, 0xFDF0), *(plane + end for plane in _PLANES for end in (0xFFFE, 0xFFFF))),
    )
)
