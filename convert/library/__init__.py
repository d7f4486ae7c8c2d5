"""Files of references as a library in which an article is found by its names."""
