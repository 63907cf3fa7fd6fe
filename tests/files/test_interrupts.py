"""Signals that wait, and interrupts that code makes something else of."""

import os
import signal

import pytest

from cxkit.files.interrupts import interruptible, undisturbed


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_waits_until_the_block_has_ended(number: signal.Signals) -> None:
    done = []

    def load() -> None:
        with undisturbed():
            os.kill(os.getpid(), number)
            done.append("loaded")

    with pytest.raises(KeyboardInterrupt):
        load()
    assert done == ["loaded"]
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_nothing_happens_without_a_signal() -> None:
    with undisturbed():
        pass
    assert signal.getsignal(signal.SIGINT) == signal.default_int_handler


def test_what_an_interrupt_was_made_into_is_taken_for_the_interrupt() -> None:
    def panic() -> None:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
        except KeyboardInterrupt:
            raise SystemError("panic") from None

    def interrupted() -> None:
        with interruptible():
            panic()

    with pytest.raises(KeyboardInterrupt) as raised:
        interrupted()
    assert isinstance(raised.value.__cause__, SystemError)


def test_another_exception_stays_itself() -> None:
    with pytest.raises(ValueError, match="mistake"), interruptible():
        raise ValueError("mistake")
