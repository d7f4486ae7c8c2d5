"""MEDLINE text: its lines into fields, its fields into records, in every dialect met."""
