"""Citation keys: the pattern language, the words that keys are made of, and unique keys."""
