"""Codecs: one tag's text to one value and back, pure, and never refusing.

Each module holds the codecs of one kind of value. A text that no rule understands stays as
its value's raw text; ``problem`` functions return what is wrong with a value, in words.
"""
