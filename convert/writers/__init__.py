"""Writers: one module a format, each with `FORMAT` and `write`."""
