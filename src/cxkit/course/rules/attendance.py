"""Rules for attendance, of the course and of routes with attendance of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from cxkit.course.attendance import Attendance
from cxkit.course.rules.finding import Finding, Path, Rule
from cxkit.course.scale import fold
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from cxkit.course.model import Course

WAYS = ("absent", "attended", "absent_percent", "sessions")


def rules_given(course: Course) -> Iterator[Finding]:
    """Attendance says what absence does."""
    for path, attendance in _all(course):
        if not attendance.rules:
            written = "rules" in attendance.model_fields_set
            yield Finding(
                "CX140",
                (*path, "rules") if written else path,
                "Attendance has no `rules`, so absence does nothing",
                "Add rules such as {above: 25, lower: 1}, or leave `attendance` out.",
                at_key=True,
            )


def limits_rise(course: Course) -> Iterator[Finding]:
    """The rules stand in the order of their limits, each with a limit of its own."""
    for path, attendance in _all(course):
        for number, (before, rule) in enumerate(pairwise(attendance.rules), start=1):
            if rule.above <= before.above:
                same = "the same as" if rule.above == before.above else "below"
                yield Finding(
                    "CX141",
                    (*path, "rules", number, "above"),
                    f"The limit {shown(rule.above)} is {same} the limit {shown(before.above)} before it",
                    "Write the rules from the lowest limit to the highest, one for each limit.",
                )


def limits_within_percent(course: Course) -> Iterator[Finding]:
    """A share of the sessions lies between 0 and 100 percent."""
    for path, attendance in _all(course):
        for number, rule in enumerate(attendance.rules):
            if not 0 <= rule.above <= 100:
                yield Finding(
                    "CX142",
                    (*path, "rules", number, "above"),
                    f"The limit {shown(rule.above)} is not between 0 and 100",
                    "Give the share of the sessions in percent.",
                )


def rules_do_one_thing(course: Course) -> Iterator[Finding]:
    """A rule lowers the grade or fails the course."""
    for path, attendance in _all(course):
        for number, rule in enumerate(attendance.rules):
            if (rule.lower is not None) == bool(rule.fail):
                both = "both lowers the grade and fails the course" if rule.fail else "does nothing"
                yield Finding(
                    "CX144",
                    (*path, "rules", number),
                    f"The rule above {shown(rule.above)} percent {both}",
                    "Give it either `lower: 1` or `fail: true`.",
                    at_key=True,
                )


def sessions_counted(course: Course) -> Iterator[Finding]:
    """The number of sessions is known: from the course, the timetable or the roster."""
    for path, attendance in _all(course):
        column = attendance.column
        in_roster = column is not None and (column.total or column.sessions or column.absent_percent)
        if attendance.sessions == 0 and not in_roster:
            message, where = "The course has no session, so no share can be missed", (*path, "sessions")
        elif attendance.sessions is None and not in_roster and not any(s.taught for s in course.sessions):
            message, where = "Nothing says how many sessions there are", path
        else:
            continue
        hint = "Add `sessions` with the number, a timetable of taught sessions, or a `total` column."
        yield Finding("CX143", where, message, hint, at_key=where == path)


def one_way_to_tell(course: Course) -> Iterator[Finding]:
    """The columns tell absence in one way, and a total only where absences are counted in a column."""
    for path, attendance in _all(course):
        column = attendance.column
        if column is None:
            continue
        ways = [way for way in WAYS if getattr(column, way) is not None]
        if len(ways) != 1:
            given = f"{' and '.join(f'`{way}`' for way in ways)} are both given" if ways else "none is given"
            yield Finding(
                "CX145",
                (*path, "column"),
                f"One of {', '.join(f'`{way}`' for way in WAYS)} says where absence is found; {given}",
                "Keep one of them.",
            )
        elif column.total is not None and ways[0] in ("absent_percent", "sessions"):
            yield Finding(
                "CX145",
                (*path, "column", "total"),
                f"`total` is not used beside `{ways[0]}`",
                "Leave `total` out.",
                at_key=True,
            )


def words_mean_one_thing(course: Course) -> Iterator[Finding]:
    """A word of the status cells means absent, present or excused, not two of them."""
    for path, attendance in _all(course):
        seen: dict[str, str] = {}
        for status in ("absent", "present", "excused") if attendance.statuses else ():
            for number, word in enumerate(getattr(attendance.statuses, status)):
                earlier = seen.setdefault(fold(word), status)
                if earlier != status:
                    yield Finding(
                        "CX146",
                        (*path, "statuses", status, number),
                        f"The word {shown(word)} means both {earlier} and {status}",
                        "Keep it in one list.",
                    )


def _all(course: Course) -> Iterator[tuple[Path, Attendance]]:
    if course.attendance is not None:
        yield ("attendance",), course.attendance
    for number, route in enumerate(course.routes):
        if isinstance(route.attendance, Attendance):
            yield ("routes", number, "attendance"), route.attendance


RULES: tuple[Rule, ...] = (
    rules_given,
    limits_rise,
    limits_within_percent,
    rules_do_one_thing,
    sessions_counted,
    one_way_to_tell,
    words_mean_one_thing,
)
