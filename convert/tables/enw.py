"""EndNote's tagged text: its letters, and RIS's tag for the same field."""

from __future__ import annotations

from .endnote import names_by_tag, rows, tags_by_name

# In EndNote's order. Of several letters for one field the first is written.
LETTERS = (
    ("%A", "AU"),
    ("%E", "A2"),
    ("%Y", "A3"),
    ("%?", "A4"),
    ("%H", "TA"),
    ("%D", "PY"),
    ("%8", "DA"),
    ("%T", "TI"),
    ("%!", "ST"),
    ("%Q", "TT"),
    ("%B", "T2"),
    ("%J", "T2"),
    ("%S", "T3"),
    ("%O", "J2"),
    ("%C", "CY"),
    ("%I", "PB"),
    ("%V", "VL"),
    ("%N", "IS"),
    ("%N", "M1"),  # of what has no issues
    ("%6", "NV"),
    ("%]", "C7"),
    ("%P", "SP"),
    ("%&", "SE"),
    ("%7", "ET"),
    ("%)", "RP"),
    ("%(", "OP"),
    ("%@", "SN"),
    ("%R", "DO"),
    ("%M", "AN"),
    ("%2", "C2"),
    ("%$", "C6"),
    ("%1", "C1"),
    ("%3", "C3"),
    ("%4", "C4"),
    ("%#", "C5"),
    ("%9", "M3"),
    ("%*", "RI"),
    ("%^", "CA"),
    ("%G", "LA"),
    ("%~", "DB"),
    ("%W", "DP"),
    ("%L", "CN"),
    ("%F", "LB"),
    ("%K", "KW"),
    ("%Z", "N1"),
    ("%<", "RN"),
    ("%U", "UR"),
    ("%>", "L1"),
    ("%f", "L4"),
    ("%[", "Y2"),
    ("%+", "AD"),
    ("%X", "AB"),
)  # fmt: skip
TAGS = tags_by_name(LETTERS)
# As each format with EndNote's fields has them; those that are kept go into the others.
ENDNOTE_FIELDS = TAGS
NAMES = {**names_by_tag(LETTERS), "TY": "%0"}
# The letter of what a journal's article and everything else appeared in.
IN_JOURNAL, IN_OTHERS = "%J", "%B"
# Generic fields that no reference is made of, and when it was changed in its library.
HOUSEKEEPING = frozenset({"%="})

ROWS = rows(LETTERS)
