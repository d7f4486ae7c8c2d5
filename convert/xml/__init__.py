"""XML that holds records: each record as a small tree, whatever the format."""
