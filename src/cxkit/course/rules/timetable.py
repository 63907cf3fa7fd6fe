"""Rules for the timetable: that its sessions lie within the course, and one after another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING

from cxkit.course.rules.book import course_rules
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.description import Session
    from cxkit.course.model import Course

RULES = course_rules()


@RULES.rule(
    "CX191",
    "session-outside-period",
    Severity.WARNING,
    why="A date outside the course is most often last year's, or a month and a day the wrong way round.",
    bad="""
        period: {start: 2026-01-12, end: 2026-03-27}
        sessions:
          - {date: 2026-01-20}
          - {date: 2025-01-27}
        """,
    good="""
        period: {start: 2026-01-12, end: 2026-03-27}
        sessions:
          - {date: 2026-01-20}
          - {date: 2026-01-27}
        """,
)
def sessions_within_the_period(course: Course) -> Iterator[Finding]:
    """Every session of the timetable lies within the period of the course."""
    period = course.period
    if period is None or period.end < period.start:
        return
    for number, session in enumerate(course.sessions):
        if not period.start <= session.date <= period.end:
            which = "before" if session.date < period.start else "after"
            yield Finding(
                ("sessions", number, "date"),
                f"The session of {session.date.isoformat()} is {which} the period, "
                f"{period.start.isoformat()} to {period.end.isoformat()}",
                "Check the date and the period.",
            )


@RULES.rule(
    "CX193",
    "sessions-at-once",
    Severity.WARNING,
    why="Nobody can be in two sessions at once, so every student would miss one of them.",
    bad="""
        sessions:
          - {date: 2026-01-20, start: "09:00", end: "12:00"}
          - {date: 2026-01-20, start: "11:00", end: "14:00"}
        """,
    good="""
        sessions:
          - {date: 2026-01-20, start: "09:00", end: "12:00"}
          - {date: 2026-01-20, start: "12:00", end: "14:00"}
        """,
)
def one_session_at_a_time(course: Course) -> Iterator[Finding]:
    """No two sessions of a day overlap, as far as their times are given."""
    days: dict[date, list[tuple[time, int, Session]]] = {}
    for number, session in enumerate(course.sessions):
        if session.start is not None:
            days.setdefault(session.date, []).append((session.start, number, session))
    for sessions in days.values():
        sessions.sort(key=lambda entry: entry[:2])
        latest, of = _end(sessions[0][2]), sessions[0]
        for entry in sessions[1:]:
            start, number, session = entry
            if start < latest or start == of[0]:
                first, second = sorted((number, of[1]))
                yield Finding(
                    ("sessions", second),
                    f"This session of {session.date.isoformat()} is at the same time as the one in line "
                    "{line}",
                    "Check the date and the times.",
                    at_key=True,
                    earlier=("sessions", first),
                )
            if _end(session) >= latest:
                latest, of = _end(session), entry


def _end(session: Session) -> time:
    """Return when a session ends; one that does not say ends as it begins."""
    return session.end or session.start or time.min
