"""What a search found, counted and marked: the content of the page of ``medcite report``."""
