"""What the reference styles of LaTeX print of an article number, by the field that has it.

``docs/latex.md`` says what each style prints; ``tests/tex/test_styles.py`` measures it.
"""

from __future__ import annotations

# The field to use in the place of the dialect's own. biblatex's styles named here print no eid, or
# print it right behind the volume; ACM's prints the words Article and pages around both fields.
ARTICLE_NUMBERS = {
    "biblatex": dict.fromkeys(
        ("chem-acs", "mla", "nature", "nejm", "science", "vancouver"), "pages"
    ),
    "bibtex": {"ACM-Reference-Format": "eid"},
}
# Styles of BibTeX that set a DOI as text, where TeX stops at an underscore, unless the document
# loads one of the packages that make it a letter.
DOI_AS_TEXT = frozenset(
    ("abbrvnat", "apacite", "elsarticle-harv", "elsarticle-num", "elsarticle-num-names",
     "plainnat", "unsrtnat")
)  # fmt: skip
UNDERSCORE_PACKAGES = ("hyperref", "url", "underscore")
