"""The programs that medcite is measured against, and how each is called."""
