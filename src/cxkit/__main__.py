"""The way into the program, for its script and for `python -m cxkit`."""

import gc
import signal
import sys

INTERRUPTED = 130
"""The exit status of an interrupted program."""

COLLECT_AFTER = 200_000
"""How many more objects there must be before the interpreter looks for garbage.

A run is short, and what it makes lives to its end: looking often is lost time, while loading most of all.
"""


def main() -> int:
    """Run the program; an interrupt while it is still loading ends it without a word."""
    gc.set_threshold(COLLECT_AFTER)
    interrupt = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from cxkit.cli.app import main as run

    signal.signal(signal.SIGINT, interrupt)
    try:
        return run()
    except KeyboardInterrupt:  # between the places that say how an interrupt ends
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
