"""What a row of the table is compiled to: the function that encodes its value of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from ...model.record import Record
from ...options import Options
from ...tables.row import Row

# Returns the lines that a tag gets of a record; empty ones are not written.
Encoder: TypeAlias = Callable[[Record], Iterable[str]]
# Compiles a row for a user's options.
EncoderMaker: TypeAlias = Callable[[Row, Options], Encoder]
