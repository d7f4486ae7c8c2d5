"""Numbers: numerals, ranges, lists, locators, and which text is numeric."""
