"""The workspace of a file: the cxkit files that it is looked at together with.

It is the folder with the nearest `cxkit.toml` and what lies below, or else the file's own folder and
below, so that a single changed file can be checked on its own.
"""

# Names are shown as the user gave them, and a path object would tidy them.
# ruff: noqa: PTH100, PTH113, PTH117, PTH118, PTH120

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cxkit.checks.configuration import OWN_FILE
from cxkit.checks.walk import identity, targets
from cxkit.checks.workspace_rules import SAME_ID
from cxkit.course.model import Course
from cxkit.course.scale import fold
from cxkit.documents.diagnostics import Diagnostic, Refused, Span, UnreadableFile
from cxkit.documents.document import Lines
from cxkit.documents.kinds import kind_in
from cxkit.documents.problem import shown
from cxkit.documents.source import read_text

_VALUE = r"""(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s"'#][^\r\n]*?))"""
_ID = re.compile(rf"(?:^|[\r\n])id\s*:[ \t]+{_VALUE}[ \t]*(?=[ \t]#|[\r\n]|\Z)")


@dataclass(frozen=True, slots=True)
class CourseId:
    """The id of one course and where its value stands."""

    file: str
    id: str
    span: Span


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


def id_in(text: str) -> str | None:
    """Find the top-level id of a document in its text, however much of it cannot be read."""
    found = _ID.search(text)
    return next((one for one in found.groups() if one is not None), None) if found else None


def course_id_in(text: str, file: str) -> CourseId | None:
    """Find the id of a course in its text without reading it whole; None when it is no course or has none."""
    found = _ID.search(text) if kind_in(text) == Course.KIND else None
    if found is None:
        return None
    number = next(number for number in (1, 2, 3) if found[number] is not None)
    quote = number < 3  # which the place of a value takes in
    start, end = found.start(number) - quote, found.end(number) + quote
    return CourseId(file, found[number], Lines.of(text).span(start, end))


def courses_beside(files: Iterable[str], left_out: Callable[[str], bool]) -> Iterator[CourseId]:
    """Yield the ids of the courses in the declared workspaces of some files, those files left out.

    ``left_out`` tells of a file that the configuration excludes. A file that cannot be read has no id.
    """
    checked = list(files)
    folders = {os.path.dirname(file) for file in checked}
    around = (root_of(os.path.join(folder, "")) for folder in folders)
    roots = {root for root, declared in around if declared}
    known = {identity(file) for file in checked} if roots else set()
    for target in targets(sorted(roots)).files:
        if identity(target.file) in known or left_out(target.file):
            continue
        try:
            course = course_id_in(read_text(target.file), target.file)
        except (UnreadableFile, Refused):
            continue
        if course is not None:
            yield course


def same_ids(checked: Iterable[CourseId], beside: Iterable[CourseId]) -> Iterator[Diagnostic]:
    """Yield a finding for each checked course whose id another course has, too; it names another one."""
    courses = list(checked)
    sharing: dict[str, list[CourseId]] = {}
    for course in [*courses, *beside]:
        sharing.setdefault(fold(course.id), []).append(course)
    for same in sharing.values():
        if len(same) > 1:
            # In the order of the files themselves: what they are called depends on what was named.
            same.sort(key=lambda course: identity(course.file))
    for course in courses:
        other = next((one for one in sharing[fold(course.id)][:2] if one is not course), None)
        if other is not None:
            yield Diagnostic(
                SAME_ID.code,
                SAME_ID.severity,
                f"The course id {shown(course.id)} is also used in `{other.file}`, line {other.span.line}",
                "Give each course an id of its own.",
                course.file,
                course.span,
                course.id,
            )
