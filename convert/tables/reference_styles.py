"""What the reference styles of LaTeX print, where they differ from what most do.

``docs/latex.md`` says what each style prints; ``tests/tex/test_styles.py`` measures it.
"""

from __future__ import annotations

# The field for article numbers in the place of the dialect's own. biblatex's styles named here print
# no eid, or print it right behind the volume; ACM's prints the words Article and pages around both
# fields; revtex's print only the 17 of the pages 17-00161.
ARTICLE_NUMBER_FIELDS = {
    "biblatex": dict.fromkeys(
        ("chem-acs", "mla", "nature", "nejm", "science", "vancouver"), "pages"
    ),
    "bibtex": dict.fromkeys(
        ("ACM-Reference-Format", "aipauth4-2", "aipnum4-2", "apsrev4-2", "apsrmp4-2"), "eid"
    ),
}
# Styles of BibTeX that set a DOI as text, where TeX stops at an underscore: the packages of which one
# makes it a letter. Those from spbasic to Frontiers' are not in TeX Live.
UNDERSCORE_PACKAGES = {
    **dict.fromkeys(
        ("abbrvnat", "apacite", "elsarticle-harv", "elsarticle-num-names", "plainnat", "unsrtnat"),
        ("underscore", "hyperref", "url"),
    ),
    **dict.fromkeys(
        ("elsarticle-num", "spbasic", "spmpsci", "plos2015",
         "bmc-mathphys", "Frontiers-Harvard", "frontiersinSCNS_ENG_HUMS", "frontiersinHLTH&FPHY"),
        ("underscore", "hyperref"),
    ),
    **dict.fromkeys(("aipauth4-2", "aipnum4-2", "apsrev4-2", "apsrmp4-2"), ("underscore",)),
}  # fmt: skip
# Attributes of a record that a style prints wrongly: elsarticle-num puts a note right behind the
# journal, if there is no volume ("Nursing OpenEpub ahead of print").
MISPRINTED = {"elsarticle-num": ("status",)}
