r"""Commands of LaTeX packages that titles use, spelled with LaTeX's own commands.

mhchem writes formulas (``\ce{CO2}``), siunitx numbers with units (``\SI{5}{\milli\gram}``),
csquotes quotes (``\enquote{x}``), babel and hyphenat say where a word may be hyphenated, and some
publishers' exports spell HTML's tags.
"""

from __future__ import annotations

import re

from ..base.lazy_regex import regex
from ..tables.biblatex_words import PHRASES
from . import babel_hyphens

_GROUP = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
_NESTED = r"[^{}]*"
for _ in range(6):
    _NESTED = rf"(?:[^{{}}]++|\{{{_NESTED}\}})*+"
_FORMULA = regex(rf"\\(?:ce|cf|chemfig|ch)\s*{_GROUP}")
_QUANTITY = regex(rf"\\(?:SI|qty)\s*(?:\[[^\]]*\]\s*)?{_GROUP}\s*{_GROUP}")
_RANGE = regex(rf"\\(?:SIrange|qtyrange)\s*(?:\[[^\]]*\]\s*)?{_GROUP}\s*{_GROUP}\s*{_GROUP}")
_UNIT = regex(rf"\\(?:si|unit)\s*(?:\[[^\]]*\]\s*)?{_GROUP}")
_NUMBER = regex(rf"\\num\s*(?:\[[^\]]*\]\s*)?{_GROUP}")
_ANGLE = regex(rf"\\ang\s*{_GROUP}")
# csquotes and biblatex: a language or citation key may stand before the quoted text, with options
# around it.
_OPTIONS = r"\s*(?:\[[^\]]*\]\s*)*"
_QUOTE = regex(
    r"\\(?:en|text|block|mkbib|(?P<key>(?:foreign|hyphen)(?:text|block)?|(?:text|block)c))quote"
    rf"(?P<inner>\*?){_OPTIONS}(?(key)\{{[^{{}}]*\}}{_OPTIONS})\{{(?P<quoted>{_NESTED})\}}"
)
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"))  # by the level, outermost first
_GERMAN_QUOTE = regex('"`([^"]*)"\'')
_BREAK = regex(
    r"\\(?:discretionary\s*\{[^{}]*\}\s*\{[^{}]*\}\s*\{(?P<unbroken>[^{}]*)\}"
    r"|babelhyphen\*?\s*\{(?P<babel>\w+)\}"
    r"|(?:(?:no)?(?:line|page|allow)?break|textcompwordmark)(?![A-Za-z])\s*(?:\[\d\])?)"
)
_PHRASE = regex(r"\\bibstring\s*\{(\w+)\}")
# BibTeX sorts by the argument, which is not printed.
_SORTING = regex(rf"\\(?:noopsort|NoopSort|SortNoop|sortnoop|nosort|noop)\s*{_GROUP}")
# $\less$sub$\greater$1$\less$/sub$\greater$ and the like, in Crossref's older records.
_TAG = regex(
    r"(?:\$\\less\$|\{?\\textless(?:\{\}|\}| )?|&lt;|<)(/?)(sub|sup|i|b|em|strong|scp|italic|bold)"
    r"(?:\$\\greater\$|\{?\\textgreater(?:\{\}|\}| )?|&gt;|>)"
)
_TAG_COMMANDS = {
    "sub": "textsubscript", "sup": "textsuperscript", "i": "textit", "em": "textit",
    "italic": "textit", "b": "textbf", "strong": "textbf", "bold": "textbf", "scp": "textsc",
}  # fmt: skip
# A part of a formula: a script, an index behind a letter or bracket, a charge at the end, an arrow.
_FORMULA_PART = regex(
    r"\^\{(?P<sup>[^{}]*)\}|\^(?P<sup1>[^\s{}]+)|_\{(?P<sub>[^{}]*)\}|_(?P<sub1>[^\s{}])"
    r"|(?<=[A-Za-z)\]}])(?P<index>\d+)|(?<=[A-Za-z0-9)\]}])(?P<charge>[+-])(?=\s|$|\))"
    r"|(?P<arrow><=>|<->|->|<-)"
)
_ARROWS = {"->": "→", "<-": "←", "<->": "↔", "<=>": "⇌"}
_EXPONENT = regex(r"(?P<number>[\d.,+-]*)[eEdD](?P<exponent>[+-]?\d+)")
_UNIT_COMMAND = regex(r"\\([A-Za-z]+)\s*|([~.])")
_UNITS = {
    "quecto": "q", "ronto": "r", "yocto": "y", "zepto": "z", "atto": "a", "femto": "f",
    "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "deca": "da",
    "hecto": "h", "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P",
    "gram": "g", "kilogram": "kg", "metre": "m", "meter": "m", "second": "s", "ampere": "A",
    "kelvin": "K", "mole": "mol", "candela": "cd", "litre": "L", "liter": "L", "minute": "min",
    "hour": "h", "day": "d", "degree": "°", "celsius": "°C", "degreeCelsius": "°C", "percent": "%",
    "hertz": "Hz", "newton": "N", "pascal": "Pa", "joule": "J", "watt": "W", "coulomb": "C",
    "volt": "V", "farad": "F", "ohm": "Ω", "siemens": "S", "weber": "Wb", "tesla": "T",
    "henry": "H", "lumen": "lm", "lux": "lx", "becquerel": "Bq", "gray": "Gy", "sievert": "Sv",
    "katal": "kat", "dalton": "Da", "electronvolt": "eV", "angstrom": "Å", "bar": "bar",
    "molar": "M", "bel": "B", "decibel": "dB", "tonne": "t", "hectare": "ha",
    "per": "/", "squared": "²", "cubed": "³", "square": "", "cubic": "",
    "kg": "kg", "g": "g", "mg": "mg", "ug": "µg", "ng": "ng", "m": "m", "km": "km", "cm": "cm",
    "mm": "mm", "um": "µm", "nm": "nm", "s": "s", "ms": "ms", "us": "µs", "L": "L", "mL": "mL",
    "ml": "mL", "ul": "µL", "uL": "µL", "mol": "mol", "mmol": "mmol", "umol": "µmol",
    "nmol": "nmol", "K": "K", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "V": "V", "mV": "mV",
}  # fmt: skip


def without_packages(latex: str) -> str:
    """Return LaTeX with its own commands in the place of these packages'."""
    if '"' in latex:
        latex = _GERMAN_QUOTE.sub(r"„\1“", latex)
        latex = babel_hyphens.without_shorthands(latex)
    if "\\" not in latex and "&lt;" not in latex:
        return latex
    latex = _SORTING.sub("", latex)
    latex = _PHRASE.sub(lambda match: PHRASES.get(match[1], match[0]), latex)
    latex = _BREAK.sub(_unbroken, _with_quotation_marks(latex))
    latex = _FORMULA.sub(lambda match: _formula(match[1]), latex)
    latex = _RANGE.sub(lambda match: f"{match[1]}–{match[2]} {_unit(match[3])}", latex)
    latex = _QUANTITY.sub(lambda match: f"{_number(match[1])} {_unit(match[2])}", latex)
    latex = _UNIT.sub(lambda match: _unit(match[1]), latex)
    latex = _ANGLE.sub(lambda match: f"{match[1]}°", latex)
    latex = _NUMBER.sub(lambda match: _number(match[1]), latex)
    return _with_commands_for_tags(latex)


def _with_quotation_marks(latex: str, level: int = 0) -> str:
    """Return LaTeX with quotation marks for csquotes' commands, which alternate as they nest."""

    def quote(match: re.Match[str]) -> str:
        own_level = level + 1 if match["inner"] else level
        opening, closing = _QUOTATION_MARKS[own_level % 2]
        return opening + _with_quotation_marks(match["quoted"], own_level + 1) + closing

    return _QUOTE.sub(quote, latex)


def _unbroken(match: re.Match[str]) -> str:
    """Return what a place where TeX may or may not break prints inside of a line."""
    if match["babel"]:
        return "" if match["babel"] in ("soft", "empty") else "-"
    return match["unbroken"] or ""


def _with_commands_for_tags(latex: str) -> str:
    """Return commands for tags of HTML that LaTeX spells, where each has its end."""
    tags = [(match[1], match[2]) for match in _TAG.finditer(latex)]
    names = [name for _, name in tags]
    if any(names.count(name) != 2 * tags.count(("/", name)) for name in names):
        return latex
    return _TAG.sub(lambda match: "}" if match[1] else rf"\{_TAG_COMMANDS[match[2]]}{{", latex)


def _formula(text: str) -> str:
    r"""Return a chemical formula with commands for its scripts: ``SO4^2-``."""
    return _FORMULA_PART.sub(_formula_part, text)


def _formula_part(match: re.Match[str]) -> str:
    parts = match.groupdict()
    if parts["arrow"]:
        return _ARROWS[parts["arrow"]]
    if above := parts["sup"] or parts["sup1"] or parts["charge"]:
        return rf"\textsuperscript{{{above}}}"
    return rf"\textsubscript{{{parts['sub'] or parts['sub1'] or parts['index']}}}"


def _number(text: str) -> str:
    """Return a number; an exponent is written as a power of ten."""
    match = _EXPONENT.fullmatch(text.strip())
    if not match:
        return text
    power = rf"10\textsuperscript{{{match['exponent']}}}"
    return f"{match['number']} × {power}" if match["number"] else power


def _unit(text: str) -> str:
    r"""Return a unit's symbol: ``\milli\gram\per\litre`` is ``mg/L``."""

    def symbol(match: re.Match[str]) -> str:
        if match[2]:
            return " "
        return _UNITS.get(match[1], match[0])

    return _UNIT_COMMAND.sub(symbol, text)
