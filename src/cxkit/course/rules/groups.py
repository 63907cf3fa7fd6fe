"""Rules for groups of parts: that there are parts, that some are left, that they fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.finding import Finding, Path, Rule
from cxkit.course.rules.places import Place, places
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from cxkit.course.components import Component
    from cxkit.course.model import Course

KEYS_OF_LEAVES = ("mark", "max", "min", "column", "keep", "retry_cap", "criteria", "late")
KEYS_OF_GROUPS = ("combine", "drop_lowest", "drop_highest", "keep_highest")


def something_inside(course: Course) -> Iterator[Finding]:
    """The course, a route with components of its own and a group hold at least one component."""
    hint = "Add what is marked, or leave the key out."
    if not course.components:
        yield Finding("CX105", ("components",), "The course has no components", "Add what is marked.", True)
    for number, route in enumerate(course.routes):
        if "components" in route.model_fields_set and not route.components:
            path: Path = ("routes", number, "components")
            yield Finding("CX105", path, f"The route {shown(route.id)} has an empty list", hint, True)
    for place in places(course):
        if "parts" in place.component.model_fields_set and not place.component.parts:
            path = (*place.path, "parts")
            yield Finding("CX105", path, f"The group {shown(place.component.id)} has no parts", hint, True)


def keys_in_their_place(course: Course) -> Iterator[Finding]:
    """A group has no mark of its own, and a mark has no parts to choose among."""
    for place in places(course):
        group = "parts" in place.component.model_fields_set
        for key in KEYS_OF_LEAVES if group else KEYS_OF_GROUPS:
            if key in place.component.model_fields_set and getattr(place.component, key) not in (None, ()):
                yield _misplaced(place, key, group=group)


def _misplaced(place: Place, key: str, *, group: bool) -> Finding:
    who = shown(place.component.id)
    message = f"{who} has parts, so `{key}` has no meaning on it" if group else f"`{key}` needs `parts`"
    hint = "Move it to the parts." if group else f"Leave `{key}` out, or give {who} parts."
    return Finding("CX112", (*place.path, key), message, hint, at_key=True)


def some_part_is_left(course: Course) -> Iterator[Finding]:
    """What is dropped is less than what there is, and at least one part is kept."""
    for place in places(course):
        group = place.component
        lowest, highest = group.drop_lowest or 0, group.drop_highest or 0
        counting = len(counting_parts(group))
        if group.parts and counting and lowest + highest >= counting:
            yield Finding(
                "CX113",
                (*place.path, "drop_lowest" if lowest else "drop_highest"),
                f"{lowest + highest} of {counting} parts that count are dropped, so none is left",
                "Drop fewer parts.",
            )
        if group.keep_highest == 0:
            path = (*place.path, "keep_highest")
            yield Finding("CX113", path, "`keep_highest: 0` keeps no part", "Keep at least one.")


def keep_or_drop(course: Course) -> Iterator[Finding]:
    """A group either keeps its best parts or drops some, so that no order has to be guessed."""
    for place in places(course):
        group = place.component
        if group.keep_highest is not None and (group.drop_lowest or group.drop_highest):
            yield Finding(
                "CX114",
                (*place.path, "keep_highest"),
                f"{shown(group.id)} has both `keep_highest` and parts to drop",
                "Choose one of them.",
                at_key=True,
            )


def points_have_maxima(course: Course) -> Iterator[Finding]:
    """Inside a group that adds points, marks are in points or at least in percent."""
    for place in places(course):
        component = place.component
        if "parts" in component.model_fields_set or not any(g.combined_by == "points" for g in place.groups):
            continue
        if component.mark in ("grade", "level") or (component.mark == "pass_fail" and component.max is None):
            yield Finding(
                "CX119",
                (*place.path, "mark"),
                f"{shown(component.id)} is in a group that adds points, but has none itself",
                "Mark it in points with `max`, or combine the group by mean or weights.",
            )


def counting_parts(group: Component) -> list[Component]:
    """Return the parts that can count in a group: no extra credit, and no weight 0 where weights decide."""
    by_weight = group.combined_by == "weighted"
    return [part for part in group.parts if not part.extra_credit and not (by_weight and part.weight == 0)]


RULES: tuple[Rule, ...] = (
    something_inside,
    keys_in_their_place,
    some_part_is_left,
    keep_or_drop,
    points_have_maxima,
)
