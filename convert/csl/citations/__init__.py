"""Citations: position, collapsing, layout."""
