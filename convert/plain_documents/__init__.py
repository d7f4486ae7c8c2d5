"""Manuscripts in Markdown, Quarto, R Markdown and Typst: what they cite, and the file they name.

``markdown`` and ``typst`` read what a document cites, from the text that ``markdown_mask`` and
``typst_mask`` leave of it; ``markdown_settings`` finds the bibliographies that it, or its project,
names. ``plan`` has :mod:`medcite.reference_file` keep the one of them that medcite writes.
"""
