"""The sources that Word cites: its ``Sources.xml``."""
