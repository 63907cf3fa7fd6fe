"""Late rules, and an honest word about what the model knows but grading does not compute yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from cxkit.course.bands import BandConditions
from cxkit.course.rules.bands import conditions_name_components, limits_within_percent
from cxkit.course.rules.book import course_rules
from cxkit.course.rules.criteria import criteria_exist, level_marks_have_criteria
from cxkit.course.rules.places import Place, all_bands, places
from cxkit.course.rules.weights import extra_credit_weight
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.components import Component, Late
    from cxkit.course.model import Course
    from cxkit.documents.document import Path_

RULES = course_rules()

_LATE = "components:\n  - id: essay\n    weight: 100\n    max: 20\n"
_ON_TIME = _LATE + "    column: Essay"
_DURATION = re.compile(r"\d{1,6}:[0-5]\d:[0-5]\d", re.ASCII)


@RULES.rule(
    "CX180",
    "late-without-column",
    why="Nothing would say who is late, so the rule would never be used.",
    bad=_LATE + "    late: {per: day, deduct: 10}",
    good=_ON_TIME,
)
def late_has_a_column(course: Course) -> Iterator[Finding]:
    """A late rule names the column that holds the lateness, or with `due` the time of submission."""
    for place, late in _late(course):
        if late.column is None:
            yield Finding(
                (*place.path, "late", "column"),
                f"The late rule of {shown(place.component.id)} has no `column`",
                "Name the column that holds the lateness or the submission time.",
                at_key=True,
            )


@RULES.rule(
    "CX181",
    "deduction-outside-percent",
    why="More than everything cannot be taken off a mark. Most often the deduction was meant in points.",
    bad=_LATE + "    late: {column: Lateness, per: day, deduct: 110}",
    good=_ON_TIME,
)
def deductions_within_percent(course: Course) -> Iterator[Finding]:
    """What a late rule deducts for a unit, at most, and to which floor, lies between 0 and 100 percent."""
    for place, late in _late(course):
        for key in ("deduct", "at_most", "floor"):
            percent = getattr(late, key)
            if percent is not None and not 0 <= percent <= 100:
                path = (*place.path, "late", key)
                message = f"`{key}` is {shown(percent)}, which is not between 0 and 100"
                yield Finding(path, message, "Give it in percent.")


@RULES.rule(
    "CX182",
    "late-time-unreadable",
    why="Lateness is counted to the second; a time that can be read in two ways would decide about grades.",
    bad=_LATE + "    late: {column: Submitted, due: 31.3.2026 klo 12, per: day, deduct: 10}",
    good=_ON_TIME,
)
def late_times_can_be_read(course: Course) -> Iterator[Finding]:
    """`due` of a late rule is an ISO date and time, and `grace` is hours, minutes and seconds."""
    for place, late in _late(course):
        if late.due is not None and not _is_time(late.due):
            yield Finding(
                (*place.path, "late", "due"),
                f"{shown(late.due)} is not a date and time",
                'Write it as "2026-03-31 23:59", in quotes.',
            )
        if late.grace is not None and not _DURATION.fullmatch(late.grace):
            yield Finding(
                (*place.path, "late", "grace"),
                f"{shown(late.grace)} is not a time in hours, minutes and seconds",
                'Write it as "00:15:00", in quotes.',
            )


@RULES.rule(
    "CX183",
    "late-stops-at-once",
    Severity.WARNING,
    why="The largest deduction is reached with the first day or hour, so `deduct` is never what is taken "
    "off, and a week late costs no more than a minute.",
    bad=_LATE + "    late: {column: Lateness, per: day, deduct: 20, at_most: 10}",
    good=_ON_TIME,
)
def late_can_grow(course: Course) -> Iterator[Finding]:
    """The largest deduction of a late rule is not smaller than what one unit costs."""
    for place, late in _late(course):
        if late.at_most is not None and 0 <= late.at_most < late.deduct:
            yield Finding(
                (*place.path, "late", "at_most"),
                f"At most {shown(late.at_most)} percent are taken off, less than the {shown(late.deduct)} "
                f"of the first {late.per}",
                "Raise `at_most`, or lower `deduct`.",
            )


@RULES.rule(
    "CX190",
    "not-computed-yet",
    why="A grade that silently leaves out a rule of its course is wrong; refusing the file is not.",
    bad="""
        components:
          - {id: exam, weight: 100, max: 40}
          - {id: bonus, weight: 5, max: 5, extra_credit: true}
        """,
    good="""
        components:
          - {id: exam, weight: 95, max: 40}
          - {id: quizzes, weight: 5, max: 5}
        """,
)
def computed(course: Course) -> Iterator[Finding]:
    """The file asks for nothing that is specified but not computed by this version: late rules, marks by
    levels, extra credit, caps, medians, and bands with conditions.
    """
    wanted = list(_uncomputed(course))
    broken = _broken(course) if wanted else frozenset()
    for path, key, what in wanted:
        # What is wrong in itself has been said, and said better.
        if path not in broken:
            message = f"{what} is not computed yet"
            yield Finding((*path, *key), message, "Leave it out until a later version of cxkit.", at_key=True)


def _broken(course: Course) -> frozenset[Path_]:
    """Return the ways to what breaks a rule about the things that are not computed, and all on the way."""
    return frozenset(
        finding.path[:length]
        for find in _RULES_OF_UNCOMPUTED
        for finding in find(course)
        for length in range(len(finding.path) + 1)
    )


_RULES_OF_UNCOMPUTED = (
    late_has_a_column,
    deductions_within_percent,
    late_times_can_be_read,
    late_can_grow,
    level_marks_have_criteria,
    criteria_exist,
    extra_credit_weight,
    conditions_name_components,
    limits_within_percent,
)


def _uncomputed(course: Course) -> Iterator[tuple[Path_, Path_, str]]:
    """Yield where something is not computed: the way to what holds it, its own key, and what it is."""
    if course.cap is not None:
        yield ("cap",), (), "A cap"
    for place in places(course):
        for key, what in _of_component(place.component):
            yield place.path, (key,), what
    for path, bands in all_bands(course):
        for label, band in bands.items():
            if isinstance(band, BandConditions):
                yield (*path, label), (), "A band with conditions"


def _of_component(component: Component) -> Iterator[tuple[str, str]]:
    if component.late is not None:
        yield "late", "A late rule"
    if component.mark == "level":
        yield "mark", "A mark by levels"
    if component.extra_credit:
        yield "extra_credit", "Extra credit"
    if component.cap is not None:
        yield "cap", "A cap"
    if component.combine == "median":
        yield "combine", "A median of parts"


def _late(course: Course) -> Iterator[tuple[Place, Late]]:
    for place in places(course):
        if place.component.late is not None:
            yield place, place.component.late


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return len(text) > len("2026-03-31")
