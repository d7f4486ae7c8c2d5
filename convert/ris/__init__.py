"""RIS: references read into records, in every dialect met, and records written for each program."""
