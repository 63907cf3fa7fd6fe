"""Rules for the descriptive parts: dates, seats and numbers that cannot be negative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.finding import Finding, Rule
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from cxkit.course.model import Course


def ends_after_its_start(course: Course) -> Iterator[Finding]:
    """Periods and sessions end no earlier than they start."""
    for name, period in (("period", course.period), ("enrolment", course.enrolment)):
        if period is not None and period.end < period.start:
            yield Finding(
                "CX160",
                (name, "end"),
                f"The {name} ends {period.end.isoformat()}, before it starts {period.start.isoformat()}",
                "Check both dates.",
            )
    for number, session in enumerate(course.sessions):
        if session.start is not None and session.end is not None and session.end < session.start:
            yield Finding(
                "CX160",
                ("sessions", number, "end"),
                f"The session ends at {session.end:%H:%M}, before it starts at {session.start:%H:%M}",
                "Check both times.",
            )


def seats_in_order(course: Course) -> Iterator[Finding]:
    """There are at least as many seats as the course needs to run."""
    seats = course.seats
    if seats is not None and seats.min is not None and seats.max is not None and seats.min > seats.max:
        yield Finding(
            "CX161",
            ("seats", "min"),
            f"The fewest seats {shown(seats.min)} are more than the most {shown(seats.max)}",
            "Check both numbers.",
        )


def amounts_are_real(course: Course) -> Iterator[Finding]:
    """Credits are above 0 and hours are not below it."""
    if course.credits <= 0:
        yield Finding("CX123", ("credits",), "The credits must be above 0", "Give the credits of the course.")
    for number, work in enumerate(course.workload):
        if work.hours < 0:
            path = ("workload", number, "hours")
            yield Finding("CX123", path, "The hours are below 0", "Give the hours of the activity.")


RULES: tuple[Rule, ...] = (ends_after_its_start, seats_in_order, amounts_are_real)
