"""A test for each sentence of CSL 1.0.2, a file for each chapter.

A test is named after its section, its docstring says what the sentence asks for in our own words,
and what it expects follows from the sentence. Where processors may differ, citeproc-js was asked.
"""
