"""Diagnostics on standard error: as text, JSON lines or GitHub annotations; the exit status."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TextIO, TypeVar

from ..base import terminal
from ..files import atomic
from ..model.report import Diagnostic, Level, Location, Report

Thing = TypeVar("Thing")

SHAPES = ("text", "json", "github")
RETRACTED = "retracted"
UNWRITTEN = "not-written"
SHOWN = 5  # notes of one kind that are printed before the rest is only counted
PATIENCE = 1.0  # seconds of work before progress is shown
BEAT = 0.1  # seconds between two signs of progress
GITHUB = {Level.NOTE: "notice", Level.WARNING: "warning", Level.ERROR: "error"}


def show(text: str, stream: TextIO | None = None) -> None:
    """Print one line, on standard error unless another ``stream`` is given.

    Every line that medcite says goes through here: what a terminal would obey is escaped,
    wherever in the text it came from.
    """
    print(terminal.line(text), file=stream or sys.stderr)


class Console:
    """Prints what a run reports, as the user wishes, and knows what its exit status is.

    Errors and retracted articles are printed always; warnings unless ``quiet``; notes too,
    but of each kind only the first few, and what a format has no home for as one line at
    the end, unless ``verbose``. JSON and annotations hold everything.
    """

    def __init__(
        self,
        *,
        shape: str = "text",
        quiet: bool = False,
        verbose: bool = False,
        strict: bool = False,
        fail_on: frozenset[str] = frozenset(),
    ) -> None:
        self.shape, self.quiet, self.verbose = shape, quiet, verbose
        self.strict, self.fail_on = strict, fail_on
        self.codes: Counter[str] = Counter()
        self.notes: Counter[str] = Counter()
        self.unwritten: Counter[str] = Counter()
        self.progressing = False

    @property
    def report(self) -> Report:
        """Return a report that prints each diagnostic as it comes, so that memory stays flat."""
        return Report(sink=self.tell)

    def tell(self, diagnostic: Diagnostic) -> None:
        """Count a diagnostic, and print it if it is to be printed."""
        self.codes[diagnostic.code] += 1
        self.codes[diagnostic.level.name] += 1
        if diagnostic.level is Level.NOTE:
            self.notes[diagnostic.code] += 1
        if self.shape == "text" and not self._wanted(diagnostic):
            return
        self.clear()
        show({"json": _json, "github": _github}.get(self.shape, str)(diagnostic))

    def _wanted(self, diagnostic: Diagnostic) -> bool:
        """Return whether the text form prints a diagnostic, or only counts it."""
        if diagnostic.level is Level.ERROR or diagnostic.code == RETRACTED or self.verbose:
            return True
        if self.quiet or diagnostic.level is Level.WARNING:
            return not self.quiet
        if diagnostic.code == UNWRITTEN:
            fields = diagnostic.message.removeprefix("no place for ")
            self.unwritten.update(each.strip() for each in fields.split(",") if each.strip())
            return False
        return self.notes[diagnostic.code] <= SHOWN

    def close(self) -> None:
        """Say what was counted and not printed: nothing is lost in silence."""
        self.clear()
        if self.shape != "text" or self.quiet or self.verbose:
            return
        for code, count in sorted(self.notes.items()):
            if code != UNWRITTEN and count > SHOWN:
                said = f"medcite: note[{code}]: {count - SHOWN} more such notes"
                show(f"{said} (--verbose shows them)")
        if self.unwritten:
            fields = ", ".join(
                f"{terminal.shorten(name, terminal.NAME)} ({count})"
                for name, count in self.unwritten.most_common()
            )
            said = f"medcite: note[{UNWRITTEN}]: this format has no place for {fields}"
            show(f"{said} (--verbose shows where)")

    def fail(self, program: str, message: str) -> None:
        """Print why a command could not do its work, in the form that was asked for."""
        self.clear()
        if self.shape == "text":
            show(f"{program}: error: {terminal.shorten(message, terminal.MESSAGE)}")
        else:
            self.tell(Diagnostic(Level.ERROR, "failed", Location(), message))

    def status(self) -> int:
        """Return the exit status: 1 if something was skipped, or as ``--strict`` and such say."""
        failed = self.codes[Level.ERROR.name] or any(self.codes[code] for code in self.fail_on)
        return 1 if failed or (self.strict and self.codes[Level.WARNING.name]) else 0

    def say(self, line: str) -> None:
        """Print a line of the result itself, unless ``quiet``."""
        if not self.quiet:
            self.clear()
            show(line, sys.stdout)

    def show_lines(self, lines: Iterable[str]) -> None:
        """Print the lines of a listing on standard output."""
        for line in lines:
            self.say(line)
        sys.stdout.flush()

    def deliver(
        self, pieces: Iterable[str | bytes], output: str, guard: atomic.Guard | None = None
    ) -> None:
        """Write to a file, which ``guard`` may refuse to replace, or to standard output.

        A file or a pipe gets every byte; on a terminal, control characters are shown escaped.
        """
        if not atomic.is_standard_output(output):
            atomic.save(output, pieces, guard)
            return
        for piece in map(_legible, pieces) if sys.stdout.isatty() else pieces:
            if isinstance(piece, bytes):
                sys.stdout.buffer.write(piece)
            else:
                sys.stdout.write(piece)
        sys.stdout.flush()

    def follow(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """Pass ``things`` on, counting them on a terminal when the work is long."""
        if not sys.stderr.isatty() or self.quiet or self.shape != "text":
            yield from things
            return
        due = monotonic() + PATIENCE
        for count, thing in enumerate(things, start=1):
            if monotonic() > due:
                print(f"\r{count:,} records ", end="", file=sys.stderr, flush=True)
                self.progressing, due = True, monotonic() + BEAT
            yield thing
        self.clear()

    def clear(self) -> None:
        """Remove the sign of progress."""
        if self.progressing:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self.progressing = False


def _legible(piece: str | bytes) -> str:
    """Return a piece of a document as a terminal may have it."""
    text = piece.decode("utf-8", "surrogateescape") if isinstance(piece, bytes) else piece
    return terminal.screen(text)


def _json(diagnostic: Diagnostic) -> str:
    """Return a diagnostic as one line of JSON, with its true values."""
    where = diagnostic.where
    row = {
        "level": diagnostic.level.name.lower(),
        "code": diagnostic.code,
        "file": where.file,
        "line": where.line,
        "record": where.record,
        "tag": where.tag,
        "message": diagnostic.message,
    }
    return terminal.json_line(row)


def _github(diagnostic: Diagnostic) -> str:
    """Return a diagnostic as a workflow command of GitHub Actions."""
    from ..markup import github_actions  # noqa: PLC0415  # most runs print none

    where = diagnostic.where
    line = str(where.line or "")
    properties = {"file": where.file, "line": line, "title": diagnostic.code}
    return github_actions.command(GITHUB[diagnostic.level], properties, diagnostic.summary)
