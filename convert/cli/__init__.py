"""The command line; only this code parses arguments, prints and sets the exit status."""
