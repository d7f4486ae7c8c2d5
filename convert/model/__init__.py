"""The canonical citation: records and their values, rich text, diagnostics."""
