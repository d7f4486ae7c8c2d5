"""The command ``medcite``, also as ``python -m medcite``."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the command line and return the exit status; ``--version`` imports nothing more."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from . import __version__  # noqa: PLC0415  # `--version` needs nothing else

        try:
            os.write(
                1, f"medcite {__version__}\n".encode()
            )  # unbuffered, so that a failure is reported
        except OSError as error:
            sys.exit(f"medcite: error: {error.strerror}")
        return 0
    import gc  # noqa: PLC0415  # nor does it need this

    from .cli import signals  # noqa: PLC0415  # nor does it need this

    signals.install()
    from .cli import program  # noqa: PLC0415  # nor does it need this

    # Records have no cycles, so reference counting frees them. The garbage collector would look at
    # their many small values again and again: a tenth of the time, for nothing.
    gc.freeze()
    gc.disable()
    if not os.environ.get("MEDCITE_DEBUG"):
        sys.excepthook = program.crash
    return program.main()


def run() -> None:
    """Run the command line and exit without teardown.

    Freeing the many small values of the records one by one costs a tenth of the run.
    """
    status = main()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        from .cli.program import BROKEN_PIPE  # noqa: PLC0415  # imported already, except for `--version`

        status = status or BROKEN_PIPE
    except OSError as error:  # some Pythons fail again on output whose failure was reported
        if not status:
            from .cli.console import show  # noqa: PLC0415  # imported already, except for `--version`

            show(f"medcite: error: {error.strerror}")
            status = 1
    except (AttributeError, ValueError):  # a missing or closed stream
        pass
    os._exit(status)


if __name__ == "__main__":
    run()
