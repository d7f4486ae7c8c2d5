"""Names in CSL: their parts, their forms, and lists of them."""
