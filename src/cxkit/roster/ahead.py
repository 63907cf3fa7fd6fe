"""Prepare the next items of an iterator while the last one is being used.

Reading a roster and grading it keep different cores busy; a thread of its own reads ahead.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import suppress
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

Item = TypeVar("Item")

WAIT = 0.05
"""Seconds after which a full queue is looked at again, to see whether anybody still wants its items."""


def ahead(items: Iterator[Item], depth: int = 2) -> Generator[Item, None, None]:
    """Yield the items in their order, up to ``depth`` of them prepared in advance.

    What the iterator raises is raised here, at its place in the order. The thread ends when the
    items do, or when the caller stops asking.
    """
    queue: Queue[tuple[Item | None, BaseException | None]] = Queue(depth)
    abandoned = Event()

    def put(item: Item | None, error: BaseException | None = None) -> None:
        waiting = True
        while waiting and not abandoned.is_set():
            with suppress(Full):
                queue.put((item, error), timeout=WAIT)
                waiting = False

    def prepare() -> None:
        try:
            for item in items:
                put(item)
                if abandoned.is_set():
                    return
            put(None)
        except BaseException as error:
            # It is raised again by the one who asks.
            put(None, error)

    thread = Thread(target=prepare, name="ahead", daemon=True)
    thread.start()
    try:
        while True:
            item, error = queue.get()
            if error is not None:
                raise error
            if item is None:
                return
            yield item
    finally:
        abandoned.set()
        thread.join()
