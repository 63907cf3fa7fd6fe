"""The folder outputs are written into until they are whole, and what a killed run left of it.

A running process holds a lock on its folder, so a folder without one belongs to a run that died.
Where the system has no such locks, a folder counts as left over after a day.
"""

from __future__ import annotations

import os
import re
import stat
import time
from contextlib import ExitStack, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

TEMPORARY = ".cxkit-tmp-"
"""How the name of every temporary folder begins."""

_OURS = re.compile(re.escape(TEMPORARY) + r"[0-9a-f]{16}")
_FILES = re.compile(r"(?:new|old)-\d+")
_DAY = 24 * 60 * 60


def make_folder(parent: Path, stack: ExitStack) -> Path:
    """Make a temporary folder that stays ours until ``stack`` closes, which removes it."""
    while True:
        folder = parent / f"{TEMPORARY}{os.urandom(8).hex()}"
        stack.callback(remove_folder, folder)
        folder.mkdir(mode=0o700)
        if _hold(folder, stack):
            return folder


def _hold(folder: Path, stack: ExitStack) -> bool:
    """Lock a folder; tell whether it is still there, for another run may have swept it before that."""
    if fcntl is None:
        return True
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return False
    stack.callback(os.close, descriptor)
    with suppress(OSError):  # a file system without locks
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    return folder.exists()


def sweep(parent: Path) -> None:
    """Remove from ``parent`` the folders of runs that were killed; what cannot be removed stays."""
    with suppress(OSError):
        for folder in parent.iterdir():
            if _OURS.fullmatch(folder.name):
                with suppress(OSError):
                    _remove_if_left(folder)


def _remove_if_left(folder: Path) -> None:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return
    if fcntl is None:
        if time.time() - found.st_mtime > _DAY:
            remove_folder(folder)
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        remove_folder(folder)
    finally:
        os.close(descriptor)


def remove_folder(folder: Path) -> None:
    """Remove a temporary folder with the files this program puts there, and nothing else."""
    with suppress(OSError):
        for file in folder.iterdir():
            if _FILES.fullmatch(file.name):
                file.unlink()
        folder.rmdir()
