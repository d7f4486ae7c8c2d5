"""JATS, in which PMC and publishers have full texts: the references that an article cites."""
