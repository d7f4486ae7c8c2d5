r"""LaTeX's formulas in the fields of a .bib file, with the commands of text for what they print.

Titles have formulas for scripts, primes, degrees and single characters: ``H$_2$O``, ``5$'$``,
``{$\gtrsim$}``. pylatexenc decodes what is left of them.
"""

from __future__ import annotations

import re

from ..base.lazy_regex import regex
from ..tables.latex import MATH

MATHEMATICS = regex(
    r"(?<!\\)\$([^$]+)(?<!\\)\$|\\\((.+?)\\\)|\\ensuremath\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
)
SCRIPT = regex(
    r"([_^])\s*(?:\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}|(\\[A-Za-z]+(?:\{[^{}]*\})?|[^\\{}\s]))"
)
# {\rm 2} of plain TeX; the font of a script does not matter.
FONT_OF_SCRIPT = regex(
    r"\\(?:rm|it|bf|sf|tt|mathrm|text|textrm|mathit|mathsf|scriptsize|tiny|small)(?![A-Za-z])\s*"
)
# $\it E. coli$: the font of all that follows.
FONT_OF_REST = regex(r"\s*\\(?:(it|sl|em)|bf)\s+([^{].*)")
DEGREE = regex(r"\^(?:\{\\circ\}|\\circ(?![A-Za-z]))")
# An apostrophe of a formula is a prime, but for that of a word in \text.
PRIMES = regex(r"\^\{(?:\\prime)+\}|\^\\prime(?![A-Za-z])|(?<![A-Za-z\\'])'+|'+(?![A-Za-z'])")
PRIMES_BY_COUNT = dict(enumerate("′″‴⁗", start=1))
# Characters by their formulas; of several that share one, the first row's.
CHARACTERS = {formula: character for character, formula in reversed(MATH.items())}
# Formulas that are more than a sign or a command, which pylatexenc would take apart.
COMPOUND = regex(
    "|".join(
        re.escape(formula) + (r"(?![A-Za-z])" if formula[-1].isalpha() else "")
        for formula in sorted(CHARACTERS, key=len, reverse=True)
        if re.search(r".\W", formula)
    )
)


def without_formulas(latex: str) -> str:
    """Return LaTeX with the commands of text for the scripts, primes and characters of formulas."""
    return MATHEMATICS.sub(_decode_formula, latex)


def _decode_formula(match: re.Match[str]) -> str:
    """Return a formula with the commands of text for its scripts, primes and characters."""
    formula = match[1] or match[2] or match[3] or ""
    if character := CHARACTERS.get(formula.strip()):
        return character
    if font := FONT_OF_REST.fullmatch(formula):
        formula = rf"\text{'it' if font[1] else 'bf'}{{{font[2]}}}"
    formula = COMPOUND.sub(lambda match: CHARACTERS[match[0]], formula)
    formula = PRIMES.sub(_decode_prime, DEGREE.sub("°", formula))
    formula = SCRIPT.sub(_decode_script, formula)
    return f"${formula}$" if formula.strip() else ""


def _decode_prime(match: re.Match[str]) -> str:
    """Return the character for one prime or several."""
    count = match[0].count("prime") or len(match[0])
    return PRIMES_BY_COUNT.get(count, PRIMES_BY_COUNT[1] * count)


def _decode_script(match: re.Match[str]) -> str:
    """Return a superscript or subscript of a formula as that of text."""
    name = "textsubscript" if match[1] == "_" else "textsuperscript"
    script = match[2] if match[2] is not None else match[3]
    script = SCRIPT.sub(_decode_script, FONT_OF_SCRIPT.sub("", script))
    return rf"\{name}{{{script}}}"
