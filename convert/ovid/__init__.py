"""Ovid's exports: the fields of RIS under other names, and a source that names several."""
