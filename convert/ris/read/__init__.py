"""RIS in: lines into references, and each reference into a record."""
