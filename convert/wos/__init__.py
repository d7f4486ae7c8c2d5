"""Web of Science's tagged text: the fields of RIS under other names."""
