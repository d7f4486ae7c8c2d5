"""The ground floor: frozen values, lazy patterns, plugins and suggestions; nothing of citations."""
