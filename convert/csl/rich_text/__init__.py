"""The tree that rendering produces: parsing, text-case, italics."""
