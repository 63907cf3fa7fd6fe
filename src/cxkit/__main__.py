"""The way into the program, for its script and for `python -m cxkit`."""

import signal
import sys


def main() -> int:
    """Run the program; an interrupt while it is still loading ends it without a word."""
    interrupt = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from cxkit.cli.app import main as run

    signal.signal(signal.SIGINT, interrupt)
    return run()


if __name__ == "__main__":
    sys.exit(main())
