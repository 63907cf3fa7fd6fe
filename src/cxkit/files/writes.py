"""Writing: into a temporary folder beside the targets, then into place when everything is on the disk.

Whatever happens before that leaves the old files alone and the folder gone; only a killed process
leaves its folder (``.cxkit-tmp-…``) behind, and the next run takes that away. What is written, and
how a refusal is shown, is for the callers.
"""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from cxkit.files.interrupts import Watch, interruptible
from cxkit.files.leftovers import make_folder, sweep
from cxkit.files.targets import check_targets, unwritable

_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV)


class _Draft(io.FileIO):
    """A file being written, whose failures name the target."""

    def __init__(self, draft: Path, target: Path) -> None:
        self.target = target
        super().__init__(draft, "xb")

    def write(self, data: object) -> int:
        """Write all of ``data``, bytes or a buffer of them, or raise `UnwritableFile`."""
        rest = memoryview(cast(bytes, data)).cast("B")
        whole = len(rest)
        try:
            while rest:
                rest = rest[super().write(rest) :]
        except OSError as error:
            raise unwritable(self.target, error) from error
        return whole


@dataclass(slots=True)
class _Output:
    """One output: where it goes, where it is written meanwhile, and what an undo needs."""

    target: Path
    old: os.stat_result | None
    draft: _Draft
    path: Path
    saved: Path
    moved: bool = False


@contextmanager
def writes(
    targets: Sequence[str | Path], *, force: bool = False, inputs: Sequence[str | Path] = ()
) -> Iterator[list[BinaryIO]]:
    """Give one open binary handle a target, and put all of them in place when the block ends well.

    What `check_targets` refuses is refused before anything is written. An exception in the block, a
    full disk (`UnwritableFile`), SIGINT and SIGTERM (both as KeyboardInterrupt) leave every old file
    as it was and nothing else behind. The handles are not buffered: write large pieces.
    """
    found = check_targets(targets, force=force, inputs=inputs)
    with interruptible() as watch, ExitStack() as stack:
        outputs: list[_Output] = []
        try:
            _open_drafts([Path(target) for target in targets], found, outputs, stack)
            yield [cast(BinaryIO, output.draft) for output in outputs]
            for output in outputs:
                _finish(output)
        finally:
            # From here on files are moved and removed; a signal waits until they are, and undoes the moves.
            watch.postponed = True
            for output in outputs:
                with suppress(OSError):
                    output.draft.close()
        _move_all(outputs, watch)


def write_all(
    contents: Mapping[str | Path, bytes], *, force: bool = False, inputs: Sequence[str | Path] = ()
) -> None:
    """Write each content to its target, all or none; refusals and errors as in `writes`."""
    with writes(list(contents), force=force, inputs=inputs) as handles:
        for handle, content in zip(handles, contents.values(), strict=True):
            handle.write(content)


def _open_drafts(
    targets: Sequence[Path],
    found: Sequence[os.stat_result | None],
    outputs: list[_Output],
    stack: ExitStack,
) -> None:
    folders: dict[str, Path] = {}
    for number, (target, old) in enumerate(zip(targets, found, strict=True)):
        try:
            where = os.path.realpath(target.parent)
            if where not in folders:
                sweep(target.parent)
                folders[where] = make_folder(target.parent, stack)
            path = folders[where] / f"new-{number}"
            draft = _Draft(path, target)
        except OSError as error:
            raise unwritable(target, error) from error
        outputs.append(_Output(target, old, draft, path, folders[where] / f"old-{number}"))


def _finish(output: _Output) -> None:
    """Bring a draft to the disk, with the rights of the file it replaces."""
    try:
        if output.old is not None:
            output.path.chmod(stat.S_IMODE(output.old.st_mode))
        os.fsync(output.draft.fileno())
        output.draft.close()
    except OSError as error:
        raise unwritable(output.target, error) from error


def _move_all(outputs: Sequence[_Output], watch: Watch) -> None:
    """Put every draft in place; when one cannot be, or a signal came, put back what stood there before."""
    try:
        for output in outputs:
            _move(output)
        if watch.caught:
            raise KeyboardInterrupt
    except BaseException:
        for output in reversed(outputs):
            if output.moved:
                _undo(output)
        raise
    for folder in {output.target.parent for output in outputs}:
        _sync_folder(folder)


def _move(output: _Output) -> None:
    try:
        if output.old is None:
            _move_new(output)
        else:
            with suppress(OSError):  # only an undo misses the link
                os.link(output.target, output.saved)
            output.path.replace(output.target)
    except OSError as error:
        raise unwritable(output.target, error) from error
    output.moved = True


def _move_new(output: _Output) -> None:
    # A link fails where a rename would replace what somebody else wrote there in the meantime.
    try:
        os.link(output.path, output.target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        output.path.rename(output.target)


def _undo(output: _Output) -> None:
    with suppress(OSError):
        if output.old is None:
            output.target.unlink()
        else:
            output.saved.replace(output.target)


def _sync_folder(folder: Path) -> None:
    # The names live in the folder; where a folder cannot be synced the system does it in its own time.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
