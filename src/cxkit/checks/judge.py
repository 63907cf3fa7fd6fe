"""One file of a run, judged by itself; many files by several processes at once.

What of it is reported, and what several files together are found to be, is for `run`.
"""

from __future__ import annotations

import os
import signal
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cxkit.checks.runner import check_text
from cxkit.checks.suppressions import NONE, Suppressions, suppressions
from cxkit.checks.walk import Target
from cxkit.checks.workspace import CourseId, course_id_in
from cxkit.course.model import Course
from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic, Refused, UnreadableFile
from cxkit.documents.document import Document
from cxkit.documents.kinds import is_ours, kind_in, nearly, seems_ours
from cxkit.documents.source import decode, read_bytes

MANY = 100
"""From how many files on the work is shared: fewer are checked before other processes have started."""

_AT_A_TIME = 16
_MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Judged:
    """One file after it was read and judged by itself; ``ours`` when its kind is ours, or nearly so.

    What may be a canvas is not judged yet: it is ``canvas``, and ``document`` is what was read, unless that
    was in another process.
    """

    file: str
    diagnostics: tuple[Diagnostic, ...]
    text: str | None = None
    course: CourseId | None = None
    sound: bool = False
    suppressions: Suppressions = NONE
    ours: bool = True
    canvas: bool = False
    document: Document | None = None


Wanted = tuple[Target, frozenset[str]]
"""A file, and the names of the user's kinds that it may be of."""


def judge_all(files: Sequence[Wanted]) -> Iterator[Judged | str | None]:
    """Yield each file judged, in order, or a sentence why it cannot be opened, or None for none of ours."""
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    # Elsewhere a process begins by loading everything anew, which takes longer than most checks.
    if len(files) < MANY or processes < 2 or not hasattr(os, "fork"):
        yield from map(_judge_target, files)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, context, initializer=_begin_apart) as pool:
        yield from pool.map(_judge_apart, files, chunksize=_AT_A_TIME)


def _begin_apart() -> None:
    """Leave interrupts to the parent, and do not outlive it: it may be killed, and say nothing then."""
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    """Wait for the end of a pipe into which only the parent, and processes begun later, could write.

    The last of the processes sees it first, and by leaving shows it to the one before.
    """
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGKILL)


def _judge_apart(wanted: Wanted) -> Judged | str | None:
    """Judge a file in another process: what it holds of a canvas would not survive the way back."""
    judged = _judge_target(wanted)
    return replace(judged, document=None) if isinstance(judged, Judged) and judged.canvas else judged


def _judge_target(wanted: Wanted) -> Judged | str | None:
    target, kinds = wanted
    try:
        raw = read_bytes(target.file)
    except UnreadableFile as error:
        return str(error)
    if target.named:
        return judge(raw, target.file, kinds)
    if not _may_be_ours(raw, target.file, kinds):
        return None
    judged = judge(raw, target.file, kinds)
    return judged if judged.ours else None


def _may_be_ours(raw: bytes, file: str, kinds: frozenset[str]) -> bool:
    """Tell whether a found file says that it is of one of our kinds, or nearly so, or of a user's."""
    try:
        text = decode(raw, file)
    except Refused:
        text = _as_far_as_possible(raw)
    return seems_ours(text) or (bool(kinds) and nearly(kind_in(text) or "", kinds) is not None)


def of_kinds(files: Iterable[str], kinds: frozenset[str]) -> Iterator[Judged]:
    """Yield the files judged whose kind is one of some, by its exact name; the others are passed over."""
    for file in files:
        try:
            raw = read_bytes(file)
            of_one = kind_in(decode(raw, file)) in kinds
        except (UnreadableFile, Refused):
            continue
        if of_one:
            yield judge(raw, file, kinds)


def judge(raw: bytes, file: str, kinds: frozenset[str] = frozenset()) -> Judged:
    """Judge the content of one file by itself; ``kinds`` are the names of the user's own."""
    try:
        text = decode(raw, file)
    except Refused as refused:
        large = refused.diagnostics[0].code == Code.TOO_LARGE
        return Judged(file, refused.diagnostics, None if large else _as_far_as_possible(raw))
    checked = check_text(text, file)
    document = checked.document
    own = suppressions(text, file) if document is not None else NONE
    if document is not None and checked.of_another_kind:
        ours = is_ours(document.data) or nearly(str(document.data.get("kind")), kinds) is not None
        return Judged(file, (), text, suppressions=own, ours=ours, canvas=True, document=document)
    kept = text if checked.diagnostics or own is not NONE else None
    if document is None:  # whatever it is, it began like one of ours
        return Judged(file, checked.diagnostics, kept, course_id_in(text, file))
    ours = is_ours(document.data)
    return Judged(file, checked.diagnostics, kept, _course_id(document), checked.sound, own, ours)


def _as_far_as_possible(raw: bytes) -> str:
    """Return bytes that their encoding does not allow as a text, with a sign for what cannot be read."""
    encoding = "utf-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    return raw.decode(encoding, errors="replace")


def _course_id(document: Document) -> CourseId | None:
    if document.data.get("kind") != Course.KIND or document.id is None:
        return None
    return CourseId(document.file, document.id, document.value_span(("id",)))
