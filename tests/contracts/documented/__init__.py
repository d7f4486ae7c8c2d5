"""What each format's documentation names, as records with a token in one field each.

A module is called like the format (``pubmed_xml``), and has

- ``cases(every)``: yield a :class:`~tests.contracts.documented.tokens.Case` for each field, in each
  type of record; not ``every`` one, but a sample in which each field and each type is;
- ``whole(records)``: return the file that holds some records.

A format without a module is tested by its sample, of which each word in turn becomes a token.
"""
