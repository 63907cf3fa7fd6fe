"""Rules for the ids of components."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.model import RESERVED_IDS
from cxkit.course.rules.finding import Finding, Path, Rule
from cxkit.course.rules.places import places, scopes
from cxkit.course.scale import fold
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from cxkit.course.model import Course
    from cxkit.course.rules.places import Place


def unique_ids(course: Course) -> Iterator[Finding]:
    """Ids differ in the course and in each route, in any spelling of one and the same text."""
    for scope in scopes(course):
        seen: dict[str, Path] = {}
        for place in scope.places():
            path = (*place.path, "id")
            earlier = seen.setdefault(fold(place.component.id), path)
            if earlier != path:
                yield Finding(
                    "CX103",
                    path,
                    f"The component id {shown(place.component.id)} is already used in line {{line}}",
                    "Give each component and part an id of its own; upper and lower case count as the same.",
                    earlier=earlier,
                )


def free_ids(course: Course) -> Iterator[Finding]:
    """No component takes a word that worked tests and bands use for something else."""
    for place in places(course):
        if fold(place.component.id) in RESERVED_IDS:
            yield Finding(
                "CX104",
                (*place.path, "id"),
                f"{shown(place.component.id)} cannot be a component id: the word has a meaning of its own",
                "Choose another id.",
            )


def one_way_to_mark(course: Course) -> Iterator[Finding]:
    """A component that a route shares with the course, or with another route, is marked the same way."""
    seen: dict[str, tuple[Path, Place]] = {}
    for scope in scopes(course):
        for place in scope.places():
            where, earlier = seen.setdefault(fold(place.component.id), (scope.path, place))
            if where != scope.path and _reading(earlier) != _reading(place):
                yield Finding(
                    "CX122",
                    (*place.path, "id"),
                    f"{shown(place.component.id)} reads its marks in another way than in line {{line}}, "
                    "but both share one column of the roster",
                    "Make mark, max, min, over_max and column the same, or use another id and column.",
                    earlier=(*earlier.path, "id"),
                )


def _reading(place: Place) -> tuple[object, ...]:
    """Return what decides how a cell of the component's column is read."""
    component = place.component
    if component.parts:
        return ("group",)
    from_points = component.mark == "pass_fail" and component.max is not None
    return (
        component.mark,
        component.max,
        component.min,
        component.columns,
        place.over_max,
        component.pass_mark if from_points else None,
        component.criteria,
    )


RULES: tuple[Rule, ...] = (unique_ids, free_ids, one_way_to_mark)
