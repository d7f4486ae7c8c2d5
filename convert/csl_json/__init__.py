"""CSL-JSON: items of every dialect read into records, and records written as CSL's items."""
