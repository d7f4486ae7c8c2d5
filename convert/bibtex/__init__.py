"""The .bib format, which BibTeX and BibLaTeX share: reading and writing its entries."""
