"""Citation keys: patterns, the words they are made of, and keeping keys unique."""
