"""Run the command line in this process, and the command blocks of Markdown files.

A block is fenced; ``% `` begins a command (``medcite ...`` or ``cat FILE``). Then may come
standard input, ended by a line ``^D``. What follows is expected: lines that begin with
``2> `` on standard error, ``=> 1`` as the exit status, all others on standard output.
"""

from __future__ import annotations

import io
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from medcite.cli import program

FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Outcome(NamedTuple):
    out: str
    err: str
    status: int


class Step(NamedTuple):
    """One command, its standard input (``None``: none was given), and what is expected."""

    command: str
    given: str | None
    expected: str


def run_cli(patch: pytest.MonkeyPatch, *words: str, given: bytes = b"") -> Outcome:
    """Run ``medcite`` with ``words``."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    with patch.context() as patched:
        patched.setenv("COLUMNS", "80")
        patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        patched.setattr(sys, "stdout", out)
        patched.setattr(sys, "stderr", err)
        try:
            status = program.main(words)
        except SystemExit as end:
            status = int(end.code or 0)
    return Outcome(_text(out), _text(err), status)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8", "replace")


def blocks(text: str, kind: str = "") -> Iterator[re.Match[str]]:
    """Yield the fenced blocks of a kind."""
    return (found for found in FENCE.finditer(text) if found["kind"] == kind)


def steps(body: str, prompt: str = "% ") -> list[Step]:
    """Cut a block into its commands."""
    found = []
    for part in re.split(rf"^{re.escape(prompt)}", body, flags=re.MULTILINE)[1:]:
        command, _, rest = part.partition("\n")
        while command.endswith("\\"):
            more, _, rest = rest.partition("\n")
            command = command[:-1] + more
        given, mark, expected = rest.partition("^D\n")
        found.append(Step(command, given, expected) if mark else Step(command, None, rest))
    return found


def perform(patch: pytest.MonkeyPatch, step: Step) -> str:
    """Run a step and give what it should have expected."""
    name, *words = shlex.split(step.command)
    if name == "cat":
        return Path(words[0]).read_text("utf-8")
    assert name == "medcite", f"only medcite and cat can be run: {step.command}"
    outcome = run_cli(patch, *words, given=(step.given or "").encode())
    out = outcome.out.replace("\r\n", "\n")  # as RIS ends its lines
    out = out if not out or out.endswith("\n") else out + "\n"
    err = "".join(f"2> {line}\n" for line in outcome.err.splitlines())
    return out + err + (f"=> {outcome.status}\n" if outcome.status else "")


def written(prompt: str, done: list[tuple[Step, str]]) -> str:
    """Give the body of a block with what really came out."""
    parts = []
    for step, got in done:
        given = "" if step.given is None else f"{step.given}^D\n"
        parts.append(f"{prompt}{step.command}\n{given}{got}")
    return "".join(parts)
