"""Numbers in CSL: page ranges, locators, numerals."""
