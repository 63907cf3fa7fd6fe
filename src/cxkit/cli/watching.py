"""Waiting for files to be saved, by looking at them now and then; what to do about it is for the commands.

Looking needs no library, works on every file system and in containers, and a folder of canvases is small.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator

ENDINGS = (".yaml", ".yml", ".toml")
"""The files that count in a folder that is watched: canvases, kinds, and configurations."""

PAUSE = 0.3
"""Seconds between two looks."""

Sleep = Callable[[float], None]
_Stamps = dict[str, tuple[int, int, int]]


def changes(
    watched: Callable[[], Iterable[str]], *, pause: float = PAUSE, sleep: Sleep = time.sleep
) -> Iterator[list[str]]:
    """Yield the files that changed, came or went, each time some did; goes on until it is interrupted.

    ``watched`` names the files and folders, and is asked anew at each look; of a folder, the files that
    canvases are made of count, in folders below it too. A save that comes in several steps is waited for:
    nothing is yielded until a look finds all files as the look before did.
    """
    known = _stamps(watched())
    while True:
        sleep(pause)
        found = _stamps(watched())
        if found == known:
            continue
        settled = found
        while True:
            sleep(pause / 3)
            again = _stamps(watched())
            if again == settled:
                break
            settled = again
        changed = sorted(file for file in known.keys() | settled if known.get(file) != settled.get(file))
        known = settled
        if changed:
            yield changed


def _stamps(watched: Iterable[str]) -> _Stamps:
    """Return when each file was last written, how long it is, and which file it is."""
    found: _Stamps = {}
    for path in watched:
        files = _below(path) if os.path.isdir(path) else [path]  # noqa: PTH112
        for file in files:
            try:
                status = os.stat(file)  # noqa: PTH116
            except OSError:
                continue
            found[file] = status.st_mtime_ns, status.st_size, status.st_ino
    return found


def _below(folder: str) -> Iterator[str]:
    """The files that count in a folder, without hidden folders such as `.git`."""
    for place, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".")]
        yield from (os.path.join(place, file) for file in files if file.endswith(ENDINGS))  # noqa: PTH118
