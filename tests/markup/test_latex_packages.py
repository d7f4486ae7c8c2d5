"""LaTeX that titles of .bib files have beyond its letters: formulas, units, spelled tags."""

from __future__ import annotations

import medcite
import pytest
from medcite.markup.latex_to_text import plain_text, rich_text, unknown_commands


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"12{\textendash}34", "12–34"),
        (r"a{\textemdash}b", "a—b"),
        (r"CO$_{\textrm{2}}$", "CO<sub>2</sub>"),
        (r"CO$_{\mathrm{2}}$", "CO<sub>2</sub>"),
        (r"Ca$^{\textrm{2+}}$", "Ca<sup>2+</sup>"),
        (r"H$_\mathrm{2}$O", "H<sub>2</sub>O"),
        (r"H$_{\rm 2}$O", "H<sub>2</sub>O"),
        (r"10$^{\mathrm{-3}}$", "10<sup>-3</sup>"),
        (r"x$_{\text{max}}^{2}$", "x<sub>max</sub><sup>2</sup>"),
        (r"H$\less$sub$\greater$2$\less$/sub$\greater$O", "H<sub>2</sub>O"),
        (r"$\less$i$\greater$E. coli$\less$/i$\greater$", "<i>E. coli</i>"),
        (r"H{\textless}sub{\textgreater}2{\textless}/sub{\textgreater}O", "H<sub>2</sub>O"),
        (r"\textless{}em\textgreater{}E. coli\textless{}/em\textgreater{}", "<i>E. coli</i>"),
        (r"$a\less b$", "a< b"),
        (r"\textalpha-synuclein and \textbeta", "α-synuclein and β"),
        (r"\textOmega", "Ω"),
        (r"\ce{CO2}", "CO<sub>2</sub>"),
        (r"\ce{SO4^2-}", "SO<sub>4</sub><sup>2-</sup>"),
        (r"\ce{Na+}", "Na<sup>+</sup>"),
        (r"\ce{2 H2 + O2 -> 2 H2O}", "2 H<sub>2</sub> + O<sub>2</sub> → 2 H<sub>2</sub>O"),
        (r"\ce{Fe(OH)3}", "Fe(OH)<sub>3</sub>"),
        (r"\ce{^{13}C}", "<sup>13</sup>C"),
        (r"\SI{5}{\milli\gram}", "5 mg"),
        (r"\qty{2.5}{\micro\litre}", "2.5 µL"),
        (r"\SI{3}{\milli\gram\per\deci\litre}", "3 mg/dL"),
        (r"\SIrange{2}{8}{\celsius}", "2–8 °C"),
        (r"\num{1e5}", "1 × 10<sup>5</sup>"),
        (r"\noopsort{Aa}Title", "Title"),
        (r"a\~{}b", "a~b"),
        (r"\apj", "Astrophysical Journal"),
    ],
)
def test_what_it_says_is_kept(latex: str, text: str) -> None:
    assert rich_text(latex) == text
    assert not unknown_commands(latex)
    assert "<s" not in plain_text(latex)


def test_what_nobody_knows_is_told() -> None:
    report = medcite.Report()
    text = "@article{k,\n title = {The \\foo{bar} and \\baz},\n url = {http://a.org/\\x}}"
    list(medcite.read(text=text, report=report))
    (warning,) = report.diagnostics
    assert (warning.code, warning.where.line, warning.where.tag) == ("unknown-command", 2, "title")
    assert r"\foobar, \baz" in warning.message or r"\foo" in warning.message
