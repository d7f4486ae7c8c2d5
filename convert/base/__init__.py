"""General helpers: frozen values, lazy patterns, plugins, suggestions, terminal text, errors."""
