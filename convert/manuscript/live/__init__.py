"""What citations are in the new document, each a module with a ``FORM``: fields, text..."""
