"""LaTeX in LaTeX: scripts in scripts, boxes and fonts in scripts, and what nobody knows."""

from __future__ import annotations

import pytest
from medcite.markup.latex_to_text import rich_text, unknown_commands


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"SO$_{\mathrm{\textrm{4}}}$", "SO<sub>4</sub>"),
        (r"y$^{n_{k}}$", "y<sup>n<sub>k</sub></sup>"),
        (r"$y_{n^{k}}$", "y<sub>n<sup>k</sup></sub>"),
        (r"Mg\ensuremath{^{2+}}", "Mg<sup>2+</sup>"),
        (r"O\ensuremath{_{\rm 3}}", "O<sub>3</sub>"),
        (r"K$_{\hbox{m}}$", "K<sub>m</sub>"),
        (r"K$_{\bm{m}}$", "K<sub>m</sub>"),
        (r"K$_{\scriptsize m}$", "K<sub>m</sub>"),
        (r"$\upbeta$-blocker", "β-blocker"),
        (r"hyphen\-ation", "hyphenation"),
        (r"methodology\hyphen independent", "methodology-independent"),
        (r"a tilde: \~", "a tilde: ~"),
        (r"{\~n} and \^", "ñ and ^"),
    ],
)
def test_nested(latex: str, text: str) -> None:
    assert rich_text(latex) == text


@pytest.mark.parametrize("latex", [r"\shout{loud} x", r"\shout{a}{b}", r"\shout x", r"{\shout}"])
def test_an_unknown_command_is_named_without_its_argument(latex: str) -> None:
    assert unknown_commands(latex) == [r"\shout"]
