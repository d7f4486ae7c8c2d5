"""MODS, in which libraries describe publications: the fields of RIS in other elements."""
