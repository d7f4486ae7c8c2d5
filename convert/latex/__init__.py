"""LaTeX documents: which articles they cite, and the bibliography that they need.

``document`` finds what is cited (``aux``, ``bcf``, ``tex``), ``names`` reads a key as the
name of an article, ``exports`` and ``index`` find the article in the author's files,
``entries`` and ``database`` keep the ``.bib`` file, and ``bbl`` does without one.
"""
