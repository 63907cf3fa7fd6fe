"""Signals while files are written: they end the run in an orderly way, or wait until it is done."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType


class Watch:
    """What a signal does: raise KeyboardInterrupt, or once ``postponed`` only be ``caught``."""

    def __init__(self) -> None:
        self.postponed = False
        self.caught = False
        self.raised = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        """Handle a signal."""
        if not self.postponed:
            self.raised = True
            raise KeyboardInterrupt
        self.caught = True


@contextmanager
def interruptible() -> Iterator[Watch]:
    """Let SIGINT, SIGTERM and SIGHUP raise KeyboardInterrupt, so that a termination cleans up as well.

    One that was caught while postponed is raised at the end, and what code that cannot stand an interrupt
    makes of it is taken for the interrupt. Handlers that somebody else has set are left alone, and so are
    all outside the main thread.
    """
    watch = Watch()
    before = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            with suppress(ValueError):  # not the main thread
                before[number] = signal.signal(number, watch)
    try:
        yield watch
    except BaseException as error:
        if watch.raised and not isinstance(error, KeyboardInterrupt):
            raise KeyboardInterrupt from error
        raise
    finally:
        for number, usual in before.items():
            signal.signal(number, usual)
    if watch.caught:
        raise KeyboardInterrupt


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let signals wait until a block has ended, and raise KeyboardInterrupt then.

    For loading what cannot stand an interrupt: Polars would panic, and say so on standard error.
    """
    with interruptible() as watch:
        watch.postponed = True
        yield
