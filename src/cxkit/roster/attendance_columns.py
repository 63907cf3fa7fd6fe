"""Find the columns of a roster that tell attendance, as the course file asks for them.

Whose attendance matters is decided by scope: 0 is the course's, k that of the k-th route with settings of its
own. What the cells say is read in `presence`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from cxkit.course.attendance import Attendance, AttendanceColumn
from cxkit.course.model import Course
from cxkit.course.scale import fold
from cxkit.documents.diagnostics import Diagnostic
from cxkit.documents.document import Document, Path_
from cxkit.roster.headers import Kind, header_key
from cxkit.roster.layout import AttendanceColumns, How
from cxkit.roster.matching import HeaderLine
from cxkit.roster.quoting import quoted

STATUS_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "absent": ("a", "poissa", "ei"),
    "present": ("p", "l", "läsnä", "x"),
    "excused": ("e",),
}
"""What status cells may say for what; words of the course file come on top and win."""

COUNTED: Final[tuple[How, ...]] = ("absent", "attended", "absent_percent")


def applies(attendance: Attendance, course: Course) -> bool:
    """Tell whether the attendance settings concern this course's way of delivery."""
    return (
        attendance.applies_to is None or course.delivery is None or course.delivery in attendance.applies_to
    )


def scope_of_routes(course: Course) -> tuple[int | None, ...]:
    """Give each route's attendance scope, the course's own first; None where attendance does not matter."""
    own = 0 if course.attendance is not None and applies(course.attendance, course) else None
    scopes: list[int | None] = [own]
    for number, route in enumerate(course.routes, start=1):
        if isinstance(route.attendance, Attendance):
            scopes.append(number if applies(route.attendance, course) else None)
        else:
            scopes.append(None if route.attendance is False else own)
    return tuple(scopes)


def find_attendance(line: HeaderLine, course: Course, document: Document) -> tuple[AttendanceColumns, ...]:
    """Find the columns of every scope; what is missing goes to the findings."""
    found = []
    for scope in sorted({scope for scope in scope_of_routes(course) if scope is not None}):
        settings = course.attendance if scope == 0 else course.routes[scope - 1].attendance
        path: Path_ = ("attendance",) if scope == 0 else ("routes", scope - 1, "attendance")
        assert isinstance(settings, Attendance)
        if settings.column is None:
            line.findings.keep(_no_column(document, path))
            continue
        columns = _columns(line, scope, settings, settings.column, course)
        if columns is not None:
            found.append(columns)
    return tuple(found)


def status_words(attendance: Attendance) -> dict[str, str]:
    """Tell what each folded status word stands for."""
    words = {word: status for status, known in STATUS_WORDS.items() for word in known}
    if attendance.statuses is not None:
        for status in STATUS_WORDS:
            words.update({fold(word): status for word in getattr(attendance.statuses, status)})
    if attendance.excused != "left_out":
        words = {
            word: attendance.excused if status == "excused" else status for word, status in words.items()
        }
    return words


def taught_sessions(attendance: Attendance, course: Course) -> int | None:
    """Give the number of sessions that the course file tells, None when it tells none."""
    if attendance.sessions is not None:
        return attendance.sessions
    return sum(session.taught for session in course.sessions) or None


def _columns(
    line: HeaderLine, scope: int, settings: Attendance, column: AttendanceColumn, course: Course
) -> AttendanceColumns | None:
    if column.sessions is not None:
        indices = _session_columns(line, column.sessions)
        words = status_words(settings)
        return (
            AttendanceColumns(scope, "sessions", indices, missing=settings.missing, words=words)
            if indices
            else None
        )
    how, name = next((how, name) for how in COUNTED if (name := getattr(column, how)) is not None)
    kinds = (Kind.PERCENTAGE, Kind.REAL) if how == "absent_percent" else (Kind.REAL,)
    header = line.named(name, kinds, "attendance")
    total = line.named(column.total, (Kind.REAL,), "the number of sessions") if column.total else None
    if header is None or (column.total and total is None):
        return None
    sessions = 100 if how == "absent_percent" else taught_sessions(settings, course)
    own_total = None if total is None else total.index
    return AttendanceColumns(scope, how, (header.index,), own_total, sessions, settings.missing)


def _session_columns(line: HeaderLine, pattern: str) -> tuple[int, ...]:
    parts = [re.escape(part) for part in header_key(pattern).split("*")]
    wanted = re.compile(".*".join(parts), re.DOTALL)
    found = tuple(header.index for header in line.headers if wanted.fullmatch(header.key))
    if not found:
        message = f"No column matches {quoted(pattern)}, which the course file names for attendance"
        line.missing("CX206", message, [pattern.replace("*", "")])
    return found


def _no_column(document: Document, path: Path_) -> Diagnostic:
    return document.diagnostic(
        "CX209",
        "Attendance counts in this course, but nothing says where the roster has it",
        at=path,
        at_key=True,
        hint="Add `column: {absent: …}` with the header of the column of absences; "
        "attended, absent_percent or sessions can stand for absent.",
    )
