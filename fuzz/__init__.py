"""Fuzz targets: what reads anything that a user or a stranger may have written.

``python -m fuzz MINUTES [TARGET...]`` runs them with atheris. A target fails on an exception that
is no ``medcite.Error``, on a hang, and on output that its own reader does not read.
"""
