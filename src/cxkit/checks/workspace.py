"""The workspace of a file: the cxkit files that it is looked at together with.

It is the folder with the nearest `cxkit.toml` and what lies below, or else the file's own folder and
below, so that a single changed file can be checked on its own.
"""

# Names are shown as the user gave them, and a path object would tidy them.
# ruff: noqa: PTH100, PTH113, PTH117, PTH118, PTH120

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxkit.checks.configuration import OWN_FILE
from cxkit.checks.walk import identity, targets
from cxkit.checks.workspace_rules import SAME_ID
from cxkit.course.scale import fold
from cxkit.documents.diagnostics import Diagnostic, Refused, Span, UnreadableFile
from cxkit.documents.kinds import kind_in
from cxkit.documents.problem import shown
from cxkit.documents.source import read_text

_VALUE = r"""(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s"'#][^\r\n]*?))"""
_ID = re.compile(rf"^id\s*:[ \t]+{_VALUE}[ \t]*(?:[ \t]#.*)?\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CourseId:
    """The id of one course and where it stands. Without a ``span`` it is of a file that is not checked."""

    file: str
    id: str
    span: Span | None = None


def root_of(file: str) -> tuple[str, bool]:
    """Return the folder of a file's workspace, and whether a `cxkit.toml` declares it."""
    own = os.path.dirname(file)
    here = os.path.abspath(own)
    while True:
        if os.path.isfile(os.path.join(here, OWN_FILE)):
            near = os.path.relpath(here) if not os.path.isabs(file) else here
            return near, True
        above = os.path.dirname(here)
        if above == here:
            return own or ".", False
        here = above


def courses_beside(files: Iterable[str]) -> Iterator[CourseId]:
    """Yield the ids of the courses in the declared workspaces of some files, those files left out.

    An id is looked up without reading its file whole; a file that cannot be read has none.
    """
    checked = list(files)
    folders = {os.path.dirname(file) for file in checked}
    around = (root_of(os.path.join(folder, "")) for folder in folders)
    roots = {root for root, declared in around if declared}
    known = {identity(file) for file in checked}
    for target in targets(sorted(roots)).files:
        if identity(target.file) in known:
            continue
        try:
            text = read_text(target.file)
        except (UnreadableFile, Refused):
            continue
        found = _ID.search(text) if kind_in(text) == "course" else None
        if found:
            yield CourseId(target.file, found[1] or found[2] or found[3])


def same_ids(checked: Iterable[CourseId], beside: Iterable[CourseId]) -> Iterator[Diagnostic]:
    """Yield a finding for each checked course whose id another course has, too; the first one is let be."""
    first: dict[str, CourseId] = {}
    for course in beside:
        first.setdefault(fold(course.id), course)
    for course in checked:
        other = first.setdefault(fold(course.id), course)
        if other is not course:
            where = other.file + (f", line {other.span.line}" if other.span else "")
            yield Diagnostic(
                SAME_ID.code,
                SAME_ID.severity,
                f"The course id {shown(course.id)} is also used in {where}",
                "Give each course an id of its own.",
                course.file,
                course.span,
                course.id,
            )
