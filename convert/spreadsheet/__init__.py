"""Tables with a row for each publication: CSV and TSV, by the rules of RIS."""
