"""English words that title case leaves in lowercase.

CSL 1.0.2, "Title Case Conversion", names the short ones; the others are citeproc-js's.
"""

from __future__ import annotations

_WORDS = """
    a about above across afore after against al along alongside amid amidst among amongst an
    and anenst apropos apud around as aside astride at athwart atop barring before behind
    below beneath beside besides between beyond but by c ca circa d' de despite down during d’
    et except for forenenst from given in inside into l' lest like l’ modulo near next nor
    notwithstanding of off on onto or out over per plus pro qua sans since so than the through
    throughout till to toward towards under underneath until unto up upon v van versus via
    vis-à-vis von vs with within without yet
"""
STOP_WORDS = frozenset(_WORDS.split())
