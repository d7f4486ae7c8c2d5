"""EndNote's XML and tagged text: the fields of RIS under other names."""
