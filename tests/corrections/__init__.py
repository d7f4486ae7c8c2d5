"""References with the fields that differ set right."""
