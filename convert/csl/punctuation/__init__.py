"""Punctuation where pieces of output meet."""
