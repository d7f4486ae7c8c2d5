"""The errors that callers can catch: each is an ``Error`` and a built-in exception."""

from __future__ import annotations


class Error(Exception):
    """The base of all errors that medcite raises on purpose; the message is one line."""


class InputError(Error, ValueError):
    """An input that cannot be read at all; the message says what was expected."""


class InputFileError(InputError, OSError):
    """An input file that is missing, or that the system refuses to open."""


class OutputError(Error, OSError):
    """An output that cannot be written; ``filename`` and ``strerror`` say which and why."""


class ArgumentError(Error, TypeError):
    """An argument of the wrong type, or an option that does not exist."""


class MissingPackageError(Error, ImportError):
    """An optional package is not installed; the message has the command that installs it."""
