"""PubMed XML: its elements as MEDLINE's fields, so that one record is made of either."""
