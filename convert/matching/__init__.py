"""Find the records of one article: what is compared, which records, and when they are the same."""
