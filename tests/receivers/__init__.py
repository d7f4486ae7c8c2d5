"""What other programs read in our files: a table for the docs, and a check that nothing is lost."""
