"""What the reference styles of LaTeX print of an article number, by the field that has it.

``docs/latex.md`` says what each style prints; ``tests/tex/test_styles.py`` measures it.
"""

from __future__ import annotations

# The field to use in the place of the dialect's own. biblatex's styles named here print no eid, or
# print it right behind the volume; ACM's prints the words Article and pages around both fields.
ARTICLE_NUMBER_FIELDS = {
    "biblatex": dict.fromkeys(
        ("chem-acs", "mla", "nature", "nejm", "science", "vancouver"), "pages"
    ),
    "bibtex": {"ACM-Reference-Format": "eid"},
}
# Styles of BibTeX that set a DOI as text, where TeX stops at an underscore: the packages of which one
# makes it a letter. Those from spbasic on are not in TeX Live.
UNDERSCORE_PACKAGES = {
    **dict.fromkeys(
        ("abbrvnat", "apacite", "elsarticle-harv", "plainnat", "unsrtnat"),
        ("underscore", "hyperref", "url"),
    ),
    **dict.fromkeys(
        ("elsarticle-num", "elsarticle-num-names", "spbasic", "spmpsci", "plos2015",
         "bmc-mathphys", "Frontiers-Harvard", "frontiersinSCNS_ENG_HUMS", "frontiersinHLTH&FPHY"),
        ("underscore", "hyperref"),
    ),
}  # fmt: skip
