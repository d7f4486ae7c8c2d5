"""What BibTeX and BibLaTeX have in common: names, dates and other values, entries."""
