"""Rules for assessment criteria and the components that are marked by them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.finding import Finding, Path, Rule, meant
from cxkit.course.rules.places import places
from cxkit.course.scale import Scale, fold
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from cxkit.course.model import Course


def criteria_differ(course: Course) -> Iterator[Finding]:
    """Each criterion has an id of its own."""
    seen: dict[str, Path] = {}
    for number, criterion in enumerate(course.criteria):
        path: Path = ("criteria", number, "id")
        earlier = seen.setdefault(fold(criterion.id), path)
        if earlier != path:
            message = f"The criterion id {shown(criterion.id)} is already used in line {{line}}"
            yield Finding("CX162", path, message, "Give each criterion an id of its own.", earlier=earlier)


def level_marks_have_criteria(course: Course) -> Iterator[Finding]:
    """A component marked by levels says by which criteria."""
    for place in places(course):
        if place.component.mark == "level" and not place.component.criteria:
            yield Finding(
                "CX117",
                (*place.path, "mark"),
                f"{shown(place.component.id)} is marked by levels but names no criteria",
                "Add `criteria` with the ids of the course's criteria.",
            )


def criteria_exist(course: Course) -> Iterator[Finding]:
    """Components name criteria of the course."""
    known = [criterion.id for criterion in course.criteria]
    for place in places(course):
        for number, name in enumerate(place.component.criteria):
            if place.component.mark == "level" and name not in known:
                yield Finding(
                    "CX163",
                    (*place.path, "criteria", number),
                    f"The course has no criterion {shown(name)}",
                    meant(name, known, what="The criteria are"),
                )


def levels_are_grades(course: Course) -> Iterator[Finding]:
    """Criteria describe grades of the scale."""
    scale = Scale.of(course)
    for number, criterion in enumerate(course.criteria):
        for label in criterion.levels:
            if scale.index(label) is None:
                yield Finding(
                    "CX164",
                    ("criteria", number, "levels", label),
                    f"The level {shown(label)} is not a grade of the scale",
                    f"The grades are {', '.join(scale.labels)}.",
                    at_key=True,
                )


RULES: tuple[Rule, ...] = (criteria_differ, level_marks_have_criteria, criteria_exist, levels_are_grades)
