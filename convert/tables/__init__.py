"""Field knowledge as data: one table a format."""
