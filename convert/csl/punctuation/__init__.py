"""Punctuation where pieces of output meet, and quotation marks."""
