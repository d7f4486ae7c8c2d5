"""RIS: its lines into references, and each reference into a record, in every dialect met."""
