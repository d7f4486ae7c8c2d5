"""Print diagnostics as text, JSON lines or GitHub annotations; work out the exit status."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TextIO, TypeVar

from ..base import terminal
from ..files import atomic
from ..model.report import Diagnostic, Level, Location, Report

Item = TypeVar("Item")

FORMS = ("text", "json", "github")
RETRACTED = "retracted"
CHOSEN = "chosen"  # says what was checked, and nothing against it
UNWRITTEN = "not-written"
SHOWN = 5  # notes of each kind that are printed; the rest is only counted
PROGRESS_DELAY = 1.0  # seconds of work before progress is shown
PROGRESS_INTERVAL = 0.1  # seconds between two updates of it
GITHUB = {Level.NOTE: "notice", Level.WARNING: "warning", Level.ERROR: "error"}


def show(text: str, stream: TextIO | None = None) -> None:
    """Print one line, on standard error unless another ``stream`` is given.

    Every line of medcite's messages goes through here, so that what a terminal would interpret is
    escaped, wherever it came from.
    """
    print(terminal.line(text), file=stream or sys.stderr)


class Console:
    """Prints the diagnostics of a run as the user wishes, and knows its exit status.

    Errors and retracted articles are always printed, warnings and notes unless ``quiet``. Without
    ``verbose``, only the first few notes of each kind are printed, and fields that a format has
    no place for are listed in one line at the end. JSON and annotations have everything.
    """

    def __init__(
        self,
        *,
        form: str = "text",
        quiet: bool = False,
        verbose: bool = False,
        strict: bool = False,
        fail_on: frozenset[str] = frozenset(),
    ) -> None:
        self.form, self.quiet, self.verbose = form, quiet, verbose
        self.strict, self.fail_on = strict, fail_on
        self.codes: Counter[str] = Counter()
        self.levels: Counter[Level] = Counter()
        self.notes: Counter[str] = Counter()
        self.unwritten: Counter[str] = Counter()  # by the whole message
        self.errors: list[Location] = []  # where something was skipped
        self.failed = False  # whether what a command checks is not as it should be
        self.progressing = False

    @property
    def report(self) -> Report:
        """Return a report that prints each diagnostic at once, so that none are kept in memory."""
        return Report(sink=self.tell)

    def tell(self, diagnostic: Diagnostic) -> None:
        """Count a diagnostic, and print it if the user wants to see it."""
        self.codes[diagnostic.code] += 1
        self.levels[diagnostic.level] += 1
        if diagnostic.level is Level.NOTE:
            self.notes[diagnostic.code] += 1
        elif diagnostic.level is Level.ERROR:
            self.errors.append(diagnostic.where)
        if self.form == "text" and not self._is_shown(diagnostic):
            return
        self.clear()
        show({"json": _json, "github": _github}.get(self.form, str)(diagnostic))

    def _is_shown(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic is printed as text, or only counted."""
        if diagnostic.level is Level.ERROR or diagnostic.code == RETRACTED or self.verbose:
            return True
        if self.quiet or diagnostic.level is Level.WARNING:
            return not self.quiet
        if diagnostic.code == UNWRITTEN:
            self.unwritten[diagnostic.message] += 1
            return False
        return self.notes[diagnostic.code] <= SHOWN

    def close(self) -> None:
        """Print how many diagnostics were counted and not printed."""
        self.clear()
        if self.form != "text" or self.quiet or self.verbose:
            return
        for code, count in sorted(self.notes.items()):
            if code != UNWRITTEN and count > SHOWN:
                summary = f"medcite: note[{code}]: {count - SHOWN} more such notes"
                show(f"{summary} (--verbose shows them)")
        if self.unwritten:
            fields = ", ".join(
                f"{terminal.shorten(name, terminal.NAME)} ({count})"
                for name, count in self._unwritten_fields().most_common()
            )
            summary = f"medcite: note[{UNWRITTEN}]: this format has no place for {fields}"
            show(f"{summary} (--verbose shows where)")

    def _unwritten_fields(self) -> Counter[str]:
        """Return how often each field had no place in the output."""
        fields: Counter[str] = Counter()
        for message, count in self.unwritten.items():
            for field in message.removeprefix("no place for ").split(","):
                if name := field.partition(" (")[0].strip():
                    fields[name] += count
        return fields

    def fail(self, program: str, message: str) -> None:
        """Print why a command failed, in the form that the user chose."""
        self.clear()
        if self.form == "text":
            show(f"{program}: error: {terminal.shorten(message, terminal.MESSAGE)}")
        else:
            self.tell(Diagnostic(Level.ERROR, "failed", Location(), message))

    def explain(self, lines: Iterable[str]) -> None:
        """Print for people, below a message, what shows where the mistake is."""
        for line in lines if self.form == "text" else ():
            show(f"  {line}")

    def status(self) -> int:
        """Return the exit status: 1 after an error, or as ``--strict`` and ``--fail-on`` demand."""
        failed = (
            self.failed
            or self.levels[Level.ERROR]
            or any(self.codes[code] for code in self.fail_on)
        )
        return 1 if failed or (self.strict and self.levels[Level.WARNING]) else 0

    def say(self, line: str) -> None:
        """Print a line of the result, unless ``quiet``."""
        if not self.quiet:
            self.clear()
            show(line, sys.stdout)

    def confirm(self, line: str) -> None:
        """Print for people that all is well, on standard error, unless something was told."""
        is_told = self.codes.keys() - {CHOSEN}
        if self.form == "text" and not self.quiet and not is_told:
            self.clear()
            show(f"medcite: {line}")

    def show_lines(self, lines: Iterable[str]) -> None:
        """Print the lines of a listing on standard output."""
        for line in lines:
            self.say(line)
        sys.stdout.flush()

    def deliver(
        self, pieces: Iterable[str | bytes], output: str, guard: atomic.Guard | None = None
    ) -> None:
        """Write to a file, which ``guard`` may refuse to replace, or to standard output.

        On a terminal, control characters are escaped; files and pipes get every byte.
        """
        if not atomic.is_standard_output(output):
            atomic.save(output, pieces, guard)
            return
        for piece in map(_escape, pieces) if sys.stdout.isatty() else pieces:
            if isinstance(piece, bytes):
                sys.stdout.buffer.write(piece)
            else:
                sys.stdout.write(piece)
        sys.stdout.flush()

    def follow(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield ``items``, and show their number on a terminal if the work takes long."""
        if not sys.stderr.isatty() or self.quiet or self.form != "text":
            yield from items
            return
        due = monotonic() + PROGRESS_DELAY
        for count, item in enumerate(items, start=1):
            if monotonic() > due:
                print(f"\r{count:,} records ", end="", file=sys.stderr, flush=True)
                self.progressing, due = True, monotonic() + PROGRESS_INTERVAL
            yield item
        self.clear()

    def clear(self) -> None:
        """Remove the progress display."""
        if self.progressing:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self.progressing = False


def _escape(piece: str | bytes) -> str:
    """Return a piece of a document with control characters escaped."""
    text = piece.decode("utf-8", "surrogateescape") if isinstance(piece, bytes) else piece
    return terminal.screen(text)


def _json(diagnostic: Diagnostic) -> str:
    """Return a diagnostic as one line of JSON, with its exact values."""
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
