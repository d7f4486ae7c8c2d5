"""The command line: the only code that sees arguments, prints and sets the exit status."""
