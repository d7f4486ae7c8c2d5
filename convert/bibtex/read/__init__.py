"""A .bib file's entries into records: values put together, names parted, LaTeX decoded."""
