"""Rules for groups of parts: that there are parts, that some are left, that they fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.book import course_rules
from cxkit.course.rules.places import Place, places
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.components import Component
    from cxkit.course.model import Course
    from cxkit.documents.document import Path_

RULES = course_rules()

KEYS_OF_LEAVES = ("mark", "max", "min", "column", "keep", "retry_cap", "criteria", "late")
KEYS_OF_GROUPS = ("combine", "drop_lowest", "drop_highest", "keep_highest")


@RULES.rule(
    "CX105",
    "group-empty",
    why="An empty group has no percent, and would leave its weight to nobody.",
    bad="""
        components:
          - {id: exam, weight: 60, max: 40}
          - {id: labs, weight: 40, parts: []}
        """,
    good="""
        components:
          - {id: exam, weight: 60, max: 40}
          - {id: labs, weight: 40, parts: [{id: lab1, max: 10}, {id: lab2, max: 10}]}
        """,
)
def something_inside(course: Course) -> Iterator[Finding]:
    """The course, a route that lists its own components, and a group hold at least one component."""
    hint = "Add what is marked, or leave the key out."
    if not course.components:
        yield Finding(("components",), "The course has no components", "Add what is marked.", True)
    for number, route in enumerate(course.routes):
        if "components" in route.model_fields_set and not route.components:
            path: Path_ = ("routes", number, "components")
            yield Finding(path, f"The route {shown(route.id)} has an empty list", hint, True)
    for place in places(course):
        if "parts" in place.component.model_fields_set and not place.component.parts:
            path = (*place.path, "parts")
            yield Finding(path, f"The group {shown(place.component.id)} has no parts", hint, True)


@RULES.rule(
    "CX112",
    "key-out-of-place",
    why="The percent of a group comes from its parts, so a mark or a maximum on it would be read by nobody; "
    "and without parts there is nothing to drop.",
    bad="""
        components:
          - id: labs
            weight: 100
            max: 20
            parts: [{id: lab1, max: 10}, {id: lab2, max: 10}]
        """,
    good="""
        components:
          - id: labs
            weight: 100
            parts: [{id: lab1, max: 10}, {id: lab2, max: 10}]
        """,
)
def keys_in_their_place(course: Course) -> Iterator[Finding]:
    """A group has no keys of marks (`mark`, `max`, `column` and the like), and a component without parts has
    none of groups (`combine`, `drop_lowest` and the like).
    """
    for place in places(course):
        written = place.component.model_fields_set
        group = "parts" in written
        for key in KEYS_OF_LEAVES if group else KEYS_OF_GROUPS:
            if key in written and getattr(place.component, key) not in (None, ()):
                yield _misplaced(place, key, group=group)


def _misplaced(place: Place, key: str, *, group: bool) -> Finding:
    who = shown(place.component.id)
    message = f"{who} has parts, so `{key}` has no meaning on it" if group else f"`{key}` needs `parts`"
    hint = "Move it to the parts." if group else f"Leave `{key}` out, or give {who} parts."
    return Finding((*place.path, key), message, hint, at_key=True)


@RULES.rule(
    "CX113",
    "no-part-left",
    why="When everything is dropped, nothing is left to make a percent of.",
    bad="""
        components:
          - id: labs
            weight: 100
            drop_lowest: 2
            parts: [{id: lab1, max: 10}, {id: lab2, max: 10}]
        """,
    good="""
        components:
          - id: labs
            weight: 100
            drop_lowest: 1
            parts: [{id: lab1, max: 10}, {id: lab2, max: 10}]
        """,
)
def some_part_is_left(course: Course) -> Iterator[Finding]:
    """Fewer parts are dropped than there are that count, and at least one is kept."""
    for place in places(course):
        group = place.component
        lowest, highest = group.drop_lowest or 0, group.drop_highest or 0
        counting = len(counting_parts(group)) if lowest or highest else 0
        if counting and lowest + highest >= counting:
            yield Finding(
                (*place.path, "drop_lowest" if lowest else "drop_highest"),
                f"{lowest + highest} of {counting} parts that count are dropped, so none is left",
                "Drop fewer parts.",
            )
        if group.keep_highest == 0:
            path = (*place.path, "keep_highest")
            yield Finding(path, "`keep_highest: 0` keeps no part", "Keep at least one.")


@RULES.rule(
    "CX114",
    "keep-and-drop",
    why="The result would depend on which of the two is done first, and the file does not say.",
    bad="""
        components:
          - id: labs
            weight: 100
            drop_lowest: 1
            keep_highest: 2
            parts: [{id: lab1, max: 10}, {id: lab2, max: 10}, {id: lab3, max: 10}]
        """,
    good="""
        components:
          - id: labs
            weight: 100
            keep_highest: 2
            parts: [{id: lab1, max: 10}, {id: lab2, max: 10}, {id: lab3, max: 10}]
        """,
)
def keep_or_drop(course: Course) -> Iterator[Finding]:
    """A group either keeps its best parts or drops some, not both."""
    for place in places(course):
        group = place.component
        if group.keep_highest is not None and (group.drop_lowest or group.drop_highest):
            yield Finding(
                (*place.path, "keep_highest"),
                f"{shown(group.id)} has both `keep_highest` and parts to drop",
                "Choose one of them.",
                at_key=True,
            )


@RULES.rule(
    "CX119",
    "part-without-points",
    why="A grade or a word has no points that could be added to those of the other parts.",
    bad="""
        components:
          - id: labs
            weight: 100
            combine: points
            parts: [{id: lab1, max: 10}, {id: talk, mark: grade}]
        """,
    good="""
        components:
          - id: labs
            weight: 100
            combine: mean
            parts: [{id: lab1, max: 10}, {id: talk, mark: grade}]
        """,
)
def points_have_maxima(course: Course) -> Iterator[Finding]:
    """Inside a group that adds points, marks are in points or at least in percent."""
    for place in places(course):
        component = place.component
        without = component.mark in ("grade", "level") or (
            component.mark == "pass_fail" and component.max is None
        )
        if not without or "parts" in component.model_fields_set:
            continue
        if any(group.combined_by == "points" for group in place.groups):
            yield Finding(
                (*place.path, "mark"),
                f"{shown(component.id)} is in a group that adds points, but has none itself",
                "Mark it in points with `max`, or combine the group by mean or weights.",
            )


def counting_parts(group: Component) -> list[Component]:
    """Return the parts that can count in a group: no extra credit, and no weight 0 where weights decide."""
    by_weight = group.combined_by == "weighted"
    return [part for part in group.parts if not part.extra_credit and not (by_weight and part.weight == 0)]


@RULES.rule(
    "CX186",
    "nothing-left-out",
    Severity.WARNING,
    why="The students are told that their weakest parts are left out, and none is.",
    bad="""
        components:
          - id: labs
            weight: 100
            keep_highest: 2
            parts: [{id: lab1, max: 10}, {id: lab2, max: 10}]
        """,
    good="""
        components:
          - id: labs
            weight: 100
            keep_highest: 2
            parts: [{id: lab1, max: 10}, {id: lab2, max: 10}, {id: lab3, max: 10}]
        """,
)
def keeping_leaves_some_out(course: Course) -> Iterator[Finding]:
    """A group that keeps its best parts has more parts that count than it keeps."""
    for place in places(course):
        kept = place.component.keep_highest
        counting = 0 if kept is None else len(counting_parts(place.component))
        if kept is not None and 0 < counting <= kept:
            yield Finding(
                (*place.path, "keep_highest"),
                f"{kept} parts are kept and {counting} count, so none is left out",
                "Keep fewer parts, or leave `keep_highest` out.",
            )
