"""Convert PubMed citations: one canonical record, readers on one side, writers on the other."""

__version__ = "0.1.0"
