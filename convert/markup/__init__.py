"""Markups: each escapes its own way, and nothing else in the program escapes."""
