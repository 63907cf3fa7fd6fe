"""Reading ahead keeps order, passes errors on and stops when nobody asks any more."""

import threading
import time

import pytest

from cxkit.roster.ahead import WAIT, ahead


def threads() -> int:
    return sum(thread.name == "ahead" for thread in threading.enumerate())


@pytest.mark.parametrize("number", [0, 1, 7])
def test_items_come_in_their_order(number: int) -> None:
    assert list(ahead(iter(range(number)))) == list(range(number))
    assert threads() == 0


def test_an_error_comes_at_its_place() -> None:
    def items():
        yield 1
        yield 2
        raise ValueError("third")

    coming = ahead(items())
    assert [next(coming), next(coming)] == [1, 2]
    with pytest.raises(ValueError, match="third"):
        next(coming)
    assert threads() == 0


def test_items_are_prepared_while_others_are_used() -> None:
    made = []

    def items():
        for number in range(3):
            made.append(number)
            yield number

    coming = ahead(items(), depth=3)
    assert next(coming) == 0
    deadline = time.monotonic() + 10
    while len(made) < 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert made == [0, 1, 2]
    assert list(coming) == [1, 2]


def test_nobody_asking_any_more_ends_the_thread() -> None:
    def endless():
        while True:
            yield 0

    coming = ahead(endless())
    assert next(coming) == 0
    time.sleep(3 * WAIT)
    coming.close()
    assert threads() == 0
