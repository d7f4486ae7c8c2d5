"""Reference lists and citations: the CSL engines and the citations to format."""
