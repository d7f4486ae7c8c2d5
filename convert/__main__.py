"""The command ``medcite``, also as ``python -m medcite``."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the command line and give its exit status; ``--version`` alone imports nothing more."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from . import __version__  # noqa: PLC0415  # `--version` needs nothing else

        try:
            os.write(1, f"medcite {__version__}\n".encode())  # at once, so that what fails is told
        except OSError as error:
            sys.exit(f"medcite: error: {error.strerror}")
        return 0
    import gc  # noqa: PLC0415  # nor does it need this

    from .cli import signals  # noqa: PLC0415  # nor does it need this

    signals.install()
    from .cli import program  # noqa: PLC0415  # nor does it need this

    # Records hold no cycles, so counting references frees them. The collector would go
    # through a record's many small values again and again: a tenth of the time, for nothing.
    gc.freeze()
    gc.disable()
    if not os.environ.get("MEDCITE_DEBUG"):
        sys.excepthook = program.crash
    return program.main()


def run() -> None:
    """Run the command line and leave at once.

    To take a run's many small values apart, one by one, is a tenth of the work, for nothing.
    """
    status = main()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        from .cli.program import BROKEN_PIPE  # noqa: PLC0415  # loaded already, but for `--version`

        status = status or BROKEN_PIPE
    except OSError as error:  # some Pythons keep, and fail to write again, what was told of
        if not status:
            from .cli.console import show  # noqa: PLC0415  # loaded already, but for `--version`

            show(f"medcite: error: {error.strerror}")
            status = 1
    except (AttributeError, ValueError):  # a missing or closed stream
        pass
    os._exit(status)


if __name__ == "__main__":
    run()
