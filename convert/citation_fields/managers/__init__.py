"""Reference managers, each a module with a ``MANAGER``: how it marks citations in a document."""
