r"""Languages as babel and biblatex call them, by MEDLINE's code.

Sources: the babel manual, 1.25 (languages); the biblatex manual, 2.3.9 and 3.9 (``langid``),
4.9.2.16 (the language names of ``\DeclareBibliographyStrings``).
"""

from __future__ import annotations

LANGIDS = {
    "afr": "afrikaans", "baq": "basque", "bul": "bulgarian", "cat": "catalan", "cze": "czech",
    "dan": "danish", "dut": "dutch", "eng": "english", "est": "estonian", "fin": "finnish",
    "fre": "french", "ger": "ngerman", "gle": "irish", "glg": "galician", "gre": "greek",
    "heb": "hebrew", "hrv": "croatian", "hun": "hungarian", "ice": "icelandic",
    "ind": "indonesian", "ita": "italian", "lat": "latin", "lav": "latvian",
    "lit": "lithuanian", "mac": "macedonian", "nor": "norsk", "pol": "polish",
    "por": "portuguese", "rum": "romanian", "rus": "russian", "slo": "slovak",
    "slv": "slovene", "spa": "spanish", "srp": "serbian", "swe": "swedish", "tur": "turkish",
    "ukr": "ukrainian", "wel": "welsh",
}  # fmt: skip

# Languages that biblatex has no strings for, by babel's names: for programs that set nothing.
UNTRANSLATED = {
    "ara": "arabic", "chi": "chinese", "jpn": "japanese", "kor": "korean", "per": "persian",
    "tha": "thai", "vie": "vietnamese",
}  # fmt: skip

# Babel's other names, for varieties and from before.
VARIETIES = {
    **dict.fromkeys(("american", "australian", "british", "canadian", "newzealand", "ukenglish",
                     "usenglish"), "eng"),
    **dict.fromkeys(("austrian", "german", "germanb", "naustrian", "nswissgerman",
                     "swissgerman"), "ger"),
    **dict.fromkeys(("acadian", "canadien", "francais", "frenchb"), "fre"),
    **dict.fromkeys(("brazil", "brazilian", "portuges"), "por"),
    **dict.fromkeys(("norwegian", "nynorsk", "bokmal"), "nor"),
    **dict.fromkeys(("bahasa", "bahasai", "indon", "bahasaindonesian"), "ind"),
    **dict.fromkeys(("bahasam", "malay", "melayu"), "may"),
    **dict.fromkeys(("mexican", "spanishmx"), "spa"),
    "farsi": "per", "magyar": "hun", "polutonikogreek": "gre", "serbianc": "srp",
    "slovenian": "slv",
}  # fmt: skip

# The names that biblatex's ``language`` field translates.
LISTED = frozenset(
    ("bulgarian", "catalan", "croatian", "czech", "danish", "dutch", "english", "estonian",
     "finnish", "french", "galician", "german", "greek", "hungarian", "italian", "japanese",
     "latin", "latvian", "norwegian", "polish", "portuguese", "russian", "serbian", "slovak",
     "spanish", "swedish", "turkish", "ukrainian")
)  # fmt: skip
