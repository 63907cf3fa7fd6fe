"""Rules for attendance, of the course and of routes with attendance of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from cxkit.course.attendance import Attendance
from cxkit.course.rules.book import course_rules
from cxkit.course.scale import Scale, fold
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.model import Course
    from cxkit.documents.document import Path_

RULES = course_rules()

WAYS = ("absent", "attended", "absent_percent", "sessions")
_TIMETABLE = "sessions: [{date: 2026-01-13}, {date: 2026-01-20}, {date: 2026-01-27}, {date: 2026-02-03}]\n"
_WITH_TIMETABLE = _TIMETABLE + "attendance:\n  column: {absent: Absences}\n"


@RULES.rule(
    "CX140",
    "attendance-without-rules",
    why="Absences would be asked for and read, and then do nothing.",
    bad=_WITH_TIMETABLE + "  rules: []",
    good=_WITH_TIMETABLE + "  rules: [{above: 25, lower: 1}]",
)
def rules_given(course: Course) -> Iterator[Finding]:
    """Attendance has rules that say what absence does."""
    for path, attendance in _all(course):
        if not attendance.rules:
            written = "rules" in attendance.model_fields_set
            yield Finding(
                (*path, "rules") if written else path,
                "Attendance has no `rules`, so absence does nothing",
                "Add rules such as {above: 25, lower: 1}, or leave `attendance` out.",
                at_key=True,
            )


@RULES.rule(
    "CX141",
    "attendance-limits-not-rising",
    why="In any other order it is easily overlooked that two rules contradict each other.",
    bad=_WITH_TIMETABLE + "  rules: [{above: 50, lower: 1}, {above: 25, fail: true}]",
    good=_WITH_TIMETABLE + "  rules: [{above: 25, lower: 1}, {above: 50, fail: true}]",
)
def limits_rise(course: Course) -> Iterator[Finding]:
    """The rules are in the order of their limits, each with a limit of its own."""
    for path, attendance in _all(course):
        for number, (before, rule) in enumerate(pairwise(attendance.rules), start=1):
            if rule.above <= before.above:
                same = "the same as" if rule.above == before.above else "below"
                yield Finding(
                    (*path, "rules", number, "above"),
                    f"The limit {shown(rule.above)} is {same} the limit {shown(before.above)} before it",
                    "Write the rules from the lowest limit to the highest, one for each limit.",
                )


@RULES.rule(
    "CX142",
    "attendance-limit-outside-percent",
    why="The share of sessions missed is a percent; a limit outside 0 to 100 is most often a number of "
    "sessions or of hours.",
    bad=_WITH_TIMETABLE + "  rules: [{above: 120, fail: true}]",
    good=_WITH_TIMETABLE + "  rules: [{above: 50, fail: true}]",
)
def limits_within_percent(course: Course) -> Iterator[Finding]:
    """The limit of an attendance rule lies between 0 and 100 percent of the sessions."""
    for path, attendance in _all(course):
        for number, rule in enumerate(attendance.rules):
            if not 0 <= rule.above <= 100:
                yield Finding(
                    (*path, "rules", number, "above"),
                    f"The limit {shown(rule.above)} is not between 0 and 100",
                    "Give the share of the sessions in percent.",
                )


@RULES.rule(
    "CX143",
    "sessions-unknown",
    why="A share of absences can only be taken of a number of sessions.",
    bad="attendance: {column: {absent: Absences}, rules: [{above: 25, lower: 1}]}",
    good=_TIMETABLE + "attendance: {column: {absent: Absences}, rules: [{above: 25, lower: 1}]}",
)
def sessions_counted(course: Course) -> Iterator[Finding]:
    """The number of sessions is known: from `attendance.sessions`, from the taught sessions of the timetable,
    or from the roster.
    """
    for path, attendance in _all(course):
        problem = _uncounted(course, attendance)
        if problem is not None:
            key, message = problem
            hint = "Add `sessions` with the number, a timetable of taught sessions, or a `total` column."
            yield Finding((*path, *key), message, hint, at_key=not key)


def _uncounted(course: Course, attendance: Attendance) -> tuple[Path_, str] | None:
    """Return why the number of sessions is not known, and under which key; None when it is."""
    column = attendance.column
    if column is not None and (column.total or column.sessions or column.absent_percent):
        return None
    if attendance.sessions == 0:
        return ("sessions",), "The course has no session, so no share can be missed"
    if attendance.sessions is None and not _timetable(course):
        return (), "Nothing says how many sessions there are"
    return None


@RULES.rule(
    "CX144",
    "attendance-rule-unclear",
    why="A rule that both lowers the grade and fails the course says two things, one that does neither none.",
    bad=_WITH_TIMETABLE + "  rules: [{above: 25}]",
    good=_WITH_TIMETABLE + "  rules: [{above: 25, lower: 1}]",
)
def rules_do_one_thing(course: Course) -> Iterator[Finding]:
    """An attendance rule either lowers the grade or fails the course."""
    for path, attendance in _all(course):
        for number, rule in enumerate(attendance.rules):
            if (rule.lower is not None) == bool(rule.fail):
                both = "both lowers the grade and fails the course" if rule.fail else "does nothing"
                yield Finding(
                    (*path, "rules", number),
                    f"The rule above {shown(rule.above)} percent {both}",
                    "Give it either `lower: 1` or `fail: true`.",
                    at_key=True,
                )


@RULES.rule(
    "CX145",
    "attendance-columns",
    why="If two columns told absence, they could disagree; if none does, nobody is ever absent.",
    bad="""
        sessions: [{date: 2026-01-13}, {date: 2026-01-20}]
        attendance:
          column: {absent: Absences, attended: Present}
          rules: [{above: 25, lower: 1}]
        """,
    good="""
        sessions: [{date: 2026-01-13}, {date: 2026-01-20}]
        attendance:
          column: {attended: Present}
          rules: [{above: 25, lower: 1}]
        """,
)
def one_way_to_tell(course: Course) -> Iterator[Finding]:
    """`column` tells absence in exactly one way (`absent`, `attended`, `absent_percent` or `sessions`), and
    has a `total` only where sessions are counted in a column.
    """
    for path, attendance in _all(course):
        column = attendance.column
        if column is None:
            continue
        ways = [way for way in WAYS if getattr(column, way) is not None]
        if len(ways) != 1:
            given = f"{' and '.join(f'`{way}`' for way in ways)} are both given" if ways else "none is given"
            yield Finding(
                (*path, "column"),
                f"One of {', '.join(f'`{way}`' for way in WAYS)} says where absence is found; {given}",
                "Keep one of them.",
            )
        elif column.total is not None and ways[0] in ("absent_percent", "sessions"):
            yield Finding(
                (*path, "column", "total"),
                f"`total` is not used beside `{ways[0]}`",
                "Leave `total` out.",
                at_key=True,
            )


@RULES.rule(
    "CX146",
    "status-ambiguous",
    why="A cell with the word would count as a session missed and as one attended.",
    bad="""
        sessions: [{date: 2026-01-13}, {date: 2026-01-20}]
        attendance:
          column: {sessions: "Session *"}
          statuses: {absent: [A, "-"], present: [P, a]}
          rules: [{above: 25, lower: 1}]
        """,
    good="""
        sessions: [{date: 2026-01-13}, {date: 2026-01-20}]
        attendance:
          column: {sessions: "Session *"}
          statuses: {absent: [A, "-"], present: [P, L]}
          rules: [{above: 25, lower: 1}]
        """,
)
def words_mean_one_thing(course: Course) -> Iterator[Finding]:
    """A word of the status cells stands in one of the lists `absent`, `present` and `excused`."""
    for path, attendance in _all(course):
        seen: dict[str, str] = {}
        for status in ("absent", "present", "excused") if attendance.statuses else ():
            for number, word in enumerate(getattr(attendance.statuses, status)):
                earlier = seen.setdefault(fold(word), status)
                if earlier != status:
                    yield Finding(
                        (*path, "statuses", status, number),
                        f"The word {shown(word)} means both {earlier} and {status}",
                        "Keep it in one list.",
                    )


@RULES.rule(
    "CX147",
    "attendance-without-timetable",
    Severity.WARNING,
    why="Students have to know which sessions their absences are counted from, and the number of sessions "
    "follows a timetable by itself when that changes.",
    bad="attendance: {sessions: 4, column: {absent: Absences}, rules: [{above: 25, lower: 1}]}",
    good=_TIMETABLE + "attendance: {column: {absent: Absences}, rules: [{above: 25, lower: 1}]}",
)
def sessions_in_the_timetable(course: Course) -> Iterator[Finding]:
    """A course with attendance rules has taught sessions in its timetable."""
    for path, attendance in _all(course):
        if attendance.rules and not _timetable(course) and _uncounted(course, attendance) is None:
            yield Finding(
                path,
                "There are attendance rules, but no taught session in the timetable",
                "Add `sessions` with the dates.",
                at_key=True,
            )


@RULES.rule(
    "CX148",
    "attendance-not-applied",
    Severity.INFO,
    why="The rules are read as if they held, and in this implementation they do not.",
    bad=f"""
        delivery: online
        {_TIMETABLE.strip()}
        attendance: {{applies_to: [contact], column: {{absent: A}}, rules: [{{above: 25, lower: 1}}]}}
        """,
    good=f"""
        delivery: contact
        {_TIMETABLE.strip()}
        attendance: {{applies_to: [contact], column: {{absent: A}}, rules: [{{above: 25, lower: 1}}]}}
        """,
)
def attendance_applies(course: Course) -> Iterator[Finding]:
    """Attendance applies to the way in which the course is delivered."""
    for path, attendance in _all(course):
        kinds = attendance.applies_to
        if kinds is not None and course.delivery is not None and course.delivery not in kinds:
            yield Finding(
                (*path, "applies_to"),
                f"The delivery is {shown(course.delivery)}, so these attendance rules do nothing",
                f"Add {shown(course.delivery)} to `applies_to` if they should hold.",
            )


@RULES.rule(
    "CX149",
    "attendance-rule-never-used",
    Severity.WARNING,
    why="Only the strongest rule that applies is used. A rule that does no more than one with a lower limit "
    "never is, so missing more sessions costs nothing more; and nobody can miss more than all of them.",
    bad=_WITH_TIMETABLE + "  rules: [{above: 25, lower: 2}, {above: 50, lower: 1}]",
    good=_WITH_TIMETABLE + "  rules: [{above: 25, lower: 1}, {above: 50, lower: 2}]",
)
def each_rule_does_more(course: Course) -> Iterator[Finding]:
    """An attendance rule with a higher limit does more than those before it, and its limit is below 100."""
    for path, attendance in _all(course):
        strongest = 0
        for number, rule in enumerate(attendance.rules):
            does = _FAILING if rule.fail else rule.lower or 0
            if rule.above == 100:
                yield Finding(
                    (*path, "rules", number, "above"),
                    "Nobody can be absent from more than `100` percent of the sessions",
                    "Give a lower limit: a rule holds above its limit, not at it.",
                )
            elif 0 < does <= strongest:
                yield Finding(
                    (*path, "rules", number),
                    f"The rule above {shown(rule.above)} percent does no more than one with a lower limit",
                    "Leave it out, or let it do more.",
                    at_key=True,
                )
            strongest = max(strongest, does)


_FAILING = 10**9


@RULES.rule(
    "CX158",
    "lowering-fails-all",
    Severity.WARNING,
    why="Every grade lowered by so many steps is a fail. If that is meant, `fail: true` says it plainly.",
    bad=_WITH_TIMETABLE + "  rules: [{above: 50, lower: 5}]",
    good=_WITH_TIMETABLE + "  rules: [{above: 50, fail: true}]",
)
def lowering_leaves_grades(course: Course) -> Iterator[Finding]:
    """A rule lowers by fewer steps than there are from the highest grade to the fail."""
    steps = len(Scale.of(course).labels) - 1
    for path, attendance in _all(course):
        for number, rule in enumerate(attendance.rules):
            if rule.lower is not None and rule.lower >= steps > 0 and attendance.floor == "fail":
                yield Finding(
                    (*path, "rules", number, "lower"),
                    f"Lowered by {rule.lower}, every grade of the scale is a fail",
                    "Write `fail: true`, or lower by fewer steps.",
                )


def _timetable(course: Course) -> bool:
    return any(session.taught for session in course.sessions)


def _all(course: Course) -> Iterator[tuple[Path_, Attendance]]:
    if course.attendance is not None:
        yield ("attendance",), course.attendance
    for number, route in enumerate(course.routes):
        if isinstance(route.attendance, Attendance):
            yield ("routes", number, "attendance"), route.attendance
