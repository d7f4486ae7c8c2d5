"""Which records of the inputs a user wants: by a condition, a list, one an article, a sample."""
