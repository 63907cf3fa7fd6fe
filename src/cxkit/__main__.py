"""The way into the program, for its script and for `python -m cxkit`."""

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

OF_ONE_REPOSITORY = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
)
"""The variables by which git tells a hook where its repository is, often as seen from one folder only."""

COLLECT_AFTER = 200_000
"""How many more objects there must be before the interpreter looks for garbage.

A run is short, and what it makes lives to its end: looking often is lost time, while loading most of all.
"""


def main() -> int:
    """Run the program; an interrupt while it is still loading ends it without a word."""
    gc.set_threshold(COLLECT_AFTER)
    # The models are the program's own: no plug-in of the environment may change what a file means, and
    # looking for some takes longer than reading a course file.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Git is asked in each folder that is looked through, and has to look for the repository from there.
    for name in OF_ONE_REPOSITORY:
        os.environ.pop(name, None)
    interrupt = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from cxkit.cli.app import main as run
    from cxkit.cli.endings import Exit

    signal.signal(signal.SIGINT, interrupt)
    try:
        status = run()
    except KeyboardInterrupt:  # between the places that say how an interrupt ends
        status = Exit.INTERRUPTED
    if status == Exit.INTERRUPTED:
        # CPython remembers an interrupt in executed text (a dataclass being made while a module loads)
        # although it was caught, and would end `python -m` by the signal; executing anything forgets it.
        exec("")
    return status


def run_and_leave() -> NoReturn:
    """Run the program and leave the process at once: taking a large run apart object by object takes time.

    Everything that has to be written or removed is by then: `main` flushes the streams.
    """
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    run_and_leave()
