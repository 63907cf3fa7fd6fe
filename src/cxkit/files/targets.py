"""Where an output may go: what is refused before anything is written, each in one sentence."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "it would become larger than is allowed",
    errno.EACCES: "there is no permission",
    errno.EROFS: "the disk is read-only",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EEXIST: "it has come into being in the meantime",
}


class UnwritableFile(Exception):
    """An output cannot be written; the message is one sentence for a person."""


def unwritable(target: Path, error: OSError) -> UnwritableFile:
    """Say for which reason the system would not write ``target``."""
    reason = _REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()
    return UnwritableFile(f"{target} cannot be written: {reason}.")


def check_targets(
    targets: Sequence[str | Path], *, force: bool = False, inputs: Sequence[str | Path] = ()
) -> list[os.stat_result | None]:
    """Refuse targets that must not be written, with `UnwritableFile`; return what stands there now.

    Refused are a target that exists (without ``force``), is one of ``inputs``, is named twice, is a
    folder, a link or no regular file, and one whose folder is missing or write-protected. A command
    calls this before its long work as well, so that it fails at once.
    """
    paths = [Path(target) for target in targets]
    found: list[os.stat_result | None] = []
    for number, path in enumerate(paths):
        try:
            found.append(_look(path, force=force, inputs=inputs))
        except OSError as error:
            raise unwritable(path, error) from error
        if any(_same(path, earlier) for earlier in paths[:number]):
            raise UnwritableFile(f"{path} is named as an output twice.")
    return found


def _look(target: Path, *, force: bool, inputs: Sequence[str | Path]) -> os.stat_result | None:
    if any(_same(target, Path(source)) for source in inputs):
        raise UnwritableFile(f"{target} is an input of this command; choose another name for the output.")
    try:
        old = target.lstat()
    except (FileNotFoundError, NotADirectoryError):
        old = None
        if not target.parent.is_dir():
            raise UnwritableFile(f"{target} cannot be written: there is no folder {target.parent}.") from None
    if old is not None:
        _refuse_old(target, old, force=force)
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise UnwritableFile(f"{target} cannot be written: its folder is write-protected.")
    return old


def _refuse_old(target: Path, old: os.stat_result, *, force: bool) -> None:
    if stat.S_ISLNK(old.st_mode):
        raise UnwritableFile(f"{target} is a symbolic link; name the file it leads to.")
    if stat.S_ISDIR(old.st_mode):
        raise UnwritableFile(f"{target} is a folder; name a file.")
    if not stat.S_ISREG(old.st_mode):
        raise UnwritableFile(f"{target} is not a regular file.")
    if not force:
        raise UnwritableFile(f"{target} exists already; --force replaces it.")
    if not os.access(target, os.W_OK):
        raise UnwritableFile(f"{target} is write-protected.")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.name == other.name and os.path.realpath(one.parent) == os.path.realpath(other.parent)
