"""A filter of pandoc's: what a document cites gets its references from the author's exports.

``syntax_tree`` reads and makes parts of pandoc's document, ``placeholders`` makes citations of
texts such as ``[PMID: 1]``, ``references`` makes a record a reference, and ``plan`` is the way
through all this.
"""
