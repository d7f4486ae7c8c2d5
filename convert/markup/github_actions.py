"""Workflow commands of GitHub Actions, which show a diagnostic beside the line of a file.

See "Workflow commands for GitHub Actions" in GitHub's documentation: a command is one line,
``::name key=value,key=value::message``, and the percent signs below are undone by the runner.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..base import terminal

_MESSAGE_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = _MESSAGE_ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


def command(name: str, properties: Mapping[str, str], message: str) -> str:
    """Return a command as one line; empty properties are left out."""
    filled = {key: value for key, value in properties.items() if value}
    pairs = ",".join(f"{key}={_escaped_property(value)}" for key, value in filled.items())
    return f"::{name} {pairs}::{_escaped_message(message)}"


def _escaped_property(value: str) -> str:
    """Escape a property, so that a line end in a file's name still names that file."""
    return terminal.line(value.translate(_PROPERTY_ESCAPES))


def _escaped_message(message: str) -> str:
    """Escape a message; a line end is shown as such, since GitHub's own would begin a line."""
    return terminal.line(message).translate(_MESSAGE_ESCAPES)
