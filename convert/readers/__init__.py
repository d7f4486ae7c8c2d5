"""Readers: one module a format, each with `FORMAT` and `read`."""
