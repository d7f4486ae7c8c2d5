"""One module a program, with its ``RECEIVER``; they are found by their place."""
