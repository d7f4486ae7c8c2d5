"""Hayagriva's YAML, in which Typst keeps references."""
