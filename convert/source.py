"""Bytes to text: files, standard input, gzip, encodings, newlines. The only code that opens inputs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(slots=True)
class Source:
    """An opened input: its name for diagnostics, its first characters, and its lines."""

    name: str
    head: str
    lines: Iterator[str]  # without line ends; U+2028 and the like do not end a line

    def text(self) -> str:
        """Give all of the (remaining) input as one text, lines joined by a newline."""
        return "\n".join(self.lines)
