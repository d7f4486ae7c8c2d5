"""Characters that no text of a reference means, as the inside of a regular expression's ``[]``."""

from __future__ import annotations

CONTROLS = r"\x00-\x1f\x7f-\x9f"  # C0 (tab and line ends among them), DEL and C1
# Unicode's line and paragraph separators, which some readers take for the end of a line.
SEPARATORS = r"\u2028\u2029"
