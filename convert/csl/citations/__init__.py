"""Citations in the text or in notes: positions, collapsing, layout."""
