"""The rendering elements of CSL, one module each, compiled to functions."""
