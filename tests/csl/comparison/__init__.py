"""Our CSL processor and citeproc-js, side by side on items of every kind."""
