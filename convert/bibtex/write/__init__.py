"""Records into the entries of a .bib file, as BibTeX or as BibLaTeX."""
