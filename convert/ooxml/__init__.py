"""The parts of a Word document: its archive, its paragraphs, their text and their fields."""
