"""Word manuscripts: placeholders and citation fields become citations and their list."""
