"""Rules for what describes a course: dates, seats, credits and workload."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from cxkit.course.rules.book import course_rules
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.model import Course

RULES = course_rules()

HOURS_A_CREDIT = (26, 27)
"""1,600 hours make a year of 60 credits: between 26 and 27 for one."""

MOST_CREDITS = 60
"""A whole year of studies."""

_PERIOD = "period: {start: 2026-01-12, end: 2026-03-27}\n"


@RULES.rule(
    "CX160",
    "end-before-start",
    why="One of the two dates is wrong, and students plan by both.",
    bad="period: {start: 2026-01-12, end: 2025-03-27}",
    good="period: {start: 2026-01-12, end: 2026-03-27}",
)
def ends_after_its_start(course: Course) -> Iterator[Finding]:
    """The period, the enrolment and each session end no earlier than they start."""
    for name, period in (("period", course.period), ("enrolment", course.enrolment)):
        if period is not None and period.end < period.start:
            yield Finding(
                (name, "end"),
                f"The {name} ends {period.end.isoformat()}, before it starts {period.start.isoformat()}",
                "Check both dates.",
            )
    for number, session in enumerate(course.sessions):
        if session.start is not None and session.end is not None and session.end < session.start:
            yield Finding(
                ("sessions", number, "end"),
                f"The session ends at {session.end:%H:%M}, before it starts at {session.start:%H:%M}",
                "Check both times.",
            )


@RULES.rule(
    "CX161",
    "seats-reversed",
    why="A course that needs more students than it takes can never be held.",
    bad="""
        enrolment: {start: 2026-01-02, end: 2026-01-16}
        seats: {min: 40, max: 15}
        """,
    good="""
        enrolment: {start: 2026-01-02, end: 2026-01-16}
        seats: {min: 15, max: 40}
        """,
)
def seats_in_order(course: Course) -> Iterator[Finding]:
    """There are at least as many seats as the course needs to be held."""
    seats = course.seats
    if seats is not None and seats.min is not None and seats.max is not None and seats.min > seats.max:
        yield Finding(
            ("seats", "min"),
            f"The fewest seats {shown(seats.min)} are more than the most {shown(seats.max)}",
            "Check both numbers.",
        )


@RULES.rule(
    "CX123",
    "amount-impossible",
    why="A course without credits gives nothing, and no activity takes less than no time.",
    bad="credits: 0",
    good="credits: 5",
)
def amounts_are_real(course: Course) -> Iterator[Finding]:
    """Credits are above 0, and the hours of an activity are not below 0."""
    if course.credits <= 0:
        yield Finding(("credits",), "The credits must be above 0", "Give the credits of the course.")
    for number, work in enumerate(course.workload):
        if work.hours < 0:
            path = ("workload", number, "hours")
            yield Finding(path, "The hours are below 0", "Give the hours of the activity.")


@RULES.rule(
    "CX192",
    "enrolment-after-period",
    Severity.WARNING,
    why="Whoever enrols after the last day cannot take part any more.",
    bad=_PERIOD + "enrolment: {start: 2026-01-02, end: 2026-04-16}",
    good=_PERIOD + "enrolment: {start: 2026-01-02, end: 2026-01-16}",
)
def enrolment_ends_in_time(course: Course) -> Iterator[Finding]:
    """Enrolment does not go on after the course has ended."""
    period, enrolment = course.period, course.enrolment
    if period is not None and enrolment is not None and period.start <= period.end < enrolment.end:
        yield Finding(
            ("enrolment", "end"),
            f"The enrolment ends {enrolment.end.isoformat()}, after the period, "
            f"which ends {period.end.isoformat()}",
            "Check both dates.",
        )


@RULES.rule(
    "CX196",
    "workload-off-credits",
    Severity.WARNING,
    why="A credit is 26 to 27 hours of a student's work. A course that asks for much more or less is unfair "
    "to its students, or its plan has forgotten something.",
    bad="""
        workload:
          - {activity: Classes, hours: 40}
          - {activity: Independent work, hours: 60}
        """,
    good="""
        workload:
          - {activity: Classes, hours: 40}
          - {activity: Independent work, hours: 93}
        """,
)
def workload_fits_the_credits(course: Course) -> Iterator[Finding]:
    """The hours of the workload are within 10 percent of 26 to 27 hours a credit."""
    if not course.workload or course.credits <= 0 or any(work.hours < 0 for work in course.workload):
        return
    hours = sum((work.hours for work in course.workload), Decimal(0))
    least, most = (course.credits * a_credit for a_credit in HOURS_A_CREDIT)
    if not least * 9 <= hours * 10 <= most * 11:
        yield Finding(
            ("workload",),
            f"The workload is {_plain(hours)} hours, and {_plain(course.credits)} credits are "
            f"{_plain(least)} to {_plain(most)}",
            "Correct the hours or the credits.",
            at_key=True,
        )


@RULES.rule(
    "CX197",
    "seats-without-enrolment",
    Severity.INFO,
    why="Where seats are few, students have to know by when to enrol.",
    bad="seats: {max: 40}",
    good="""
        enrolment: {start: 2026-01-02, end: 2026-01-16}
        seats: {max: 40}
        """,
)
def seats_have_an_enrolment(course: Course) -> Iterator[Finding]:
    """A course with a largest number of seats says when students enrol."""
    if course.seats is not None and course.seats.max is not None and course.enrolment is None:
        yield Finding(
            ("seats", "max"),
            f"There are {course.seats.max} seats, but nothing says when to enrol",
            "Add `enrolment: {start: …, end: …}`.",
        )


@RULES.rule(
    "CX198",
    "teaching-without-objectives",
    Severity.INFO,
    why="What is taught and assessed follows from what students are to learn; without it neither they nor a "
    "colleague can judge whether the course does it.",
    bad="contents: The journey of a customer, its channels and touchpoints.",
    good="""
        objectives: The student describes the journey of a customer.
        contents: The journey of a customer, its channels and touchpoints.
        """,
)
def teaching_has_objectives(course: Course) -> Iterator[Finding]:
    """A course that describes its contents or methods says what its objectives are."""
    if course.objectives:
        return
    for key in ("contents", "methods"):
        if getattr(course, key):
            yield Finding(
                (key,),
                f"The course has {key}, but no objectives",
                "Add `objectives`: what a student knows and can do afterwards.",
                at_key=True,
            )
            return


@RULES.rule(
    "CX199",
    "credits-implausible",
    Severity.WARNING,
    why="A year of studies has 60 credits. More in one course is most often a slip, such as 50 for 5.0, or "
    "hours instead of credits.",
    bad="credits: 135",
    good="credits: 5",
)
def credits_fit_into_a_year(course: Course) -> Iterator[Finding]:
    """A course has no more credits than a year of studies."""
    if course.credits > MOST_CREDITS:
        yield Finding(
            ("credits",),
            f"{shown(course.credits)} credits are more than the {MOST_CREDITS} of a whole year",
            "Give the credits of this course, in ECTS.",
        )


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
