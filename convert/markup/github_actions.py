"""Workflow commands of GitHub Actions, which show a diagnostic beside the line of a file.

See "Workflow commands for GitHub Actions" in GitHub's documentation: a command is one line,
``::name key=value,key=value::message``, and the percent signs below are undone by the runner.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..base import terminal

DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def command(name: str, properties: Mapping[str, str], message: str) -> str:
    """Return a command as one line; properties that are empty are left out."""
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {given}::{_data(message)}"


def _property(value: str) -> str:
    """Escape a property, so that a line end in a file's name still names that file."""
    return terminal.line(value.translate(PROPERTY))


def _data(message: str) -> str:
    """Escape a message; a line end is shown as such, since GitHub's own would begin a line."""
    return terminal.line(message).translate(DATA)
