"""Rules for one component by itself: its mark, its maximum, its attempts and its pass mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.finding import Finding, Rule
from cxkit.course.rules.places import places
from cxkit.course.scale import fold
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from cxkit.course.components import Component
    from cxkit.course.model import Course

KEYS_OF_MARKS = {
    "points": ("max", "min", "over_max"),
    "percent": ("over_max",),
    "pass_fail": ("max", "min", "over_max"),
    "level": ("criteria",),
}
"""The keys that only some kinds of mark have, by kind of mark."""

DEPENDENT_KEYS = ("max", "min", "over_max", "criteria")


def maximum_given(course: Course) -> Iterator[Finding]:
    """A mark in points has a maximum."""
    for place in places(course):
        component = place.component
        if component.mark == "points" and component.max is None and not _is_group(component):
            yield Finding(
                "CX110",
                place.path,
                f"{shown(component.id)} is marked in points but has no `max`",
                "Add `max`, or another `mark` such as percent or pass_fail.",
                at_key=True,
            )


def maximum_positive(course: Course) -> Iterator[Finding]:
    """A maximum is above zero: it is what marks are divided by."""
    for place in places(course):
        if place.component.max is not None and place.component.max <= 0:
            yield Finding(
                "CX108",
                (*place.path, "max"),
                f"The maximum of {shown(place.component.id)} is not above 0",
                "Give the points that make 100 percent.",
            )


def maximum_above_minimum(course: Course) -> Iterator[Finding]:
    """A maximum is above the lowest valid mark."""
    for place in places(course):
        component = place.component
        if component.max is not None and 0 < component.max <= component.min:
            yield Finding(
                "CX109",
                (*place.path, "max"),
                f"The maximum of {shown(component.id)} is not above its minimum {shown(component.min)}",
                "Raise `max` or lower `min`.",
            )


def keys_fit_the_mark(course: Course) -> Iterator[Finding]:
    """A key that belongs to one kind of mark does not stand beside another."""
    for place in places(course):
        component = place.component
        if _is_group(component):
            continue
        for key in DEPENDENT_KEYS:
            given = key in component.model_fields_set and getattr(component, key) is not None
            if given and key not in KEYS_OF_MARKS.get(component.mark, ()):
                yield Finding(
                    "CX111",
                    (*place.path, key),
                    f"`{key}` does not go with `mark: {component.mark}`",
                    f"Leave `{key}` out, or choose another `mark`.",
                    at_key=True,
                )


def attempts_have_columns(course: Course) -> Iterator[Finding]:
    """What chooses among attempts needs several of them."""
    for place in places(course):
        component = place.component
        if len(component.columns) > 1 or _is_group(component):
            continue
        for key in ("keep", "retry_cap"):
            if key in component.model_fields_set:
                yield Finding(
                    "CX115",
                    (*place.path, key),
                    f"`{key}` is for several attempts, but {shown(component.id)} has one column",
                    "Give `column` a list with a header for each attempt, or leave the key out.",
                    at_key=True,
                )


def columns_differ(course: Course) -> Iterator[Finding]:
    """Each attempt has a column of its own."""
    for place in places(course):
        component = place.component
        path = (*place.path, "column")
        if component.column == ():
            yield Finding("CX116", path, "The list of columns is empty", "Name the header of each attempt.")
        first: dict[str, int] = {}
        for number, column in enumerate(component.columns):
            if first.setdefault(fold(column), number) != number:
                yield Finding(
                    "CX116",
                    (*path, number),
                    f"The column {shown(column)} is named twice",
                    "Name the header of each attempt once.",
                )


def pass_fail_needs_a_pass_mark(course: Course) -> Iterator[Finding]:
    """Points in a pass/fail column say pass or fail only by a pass mark."""
    for place in places(course):
        component = place.component
        if component.mark == "pass_fail" and component.max is not None and component.pass_mark is None:
            yield Finding(
                "CX118",
                (*place.path, "max"),
                f"{shown(component.id)} is pass/fail with a maximum, but no `pass_mark` says what passes",
                "Add `pass_mark`, in percent of the maximum, or leave `max` out.",
                at_key=True,
            )


def pass_mark_within_percent(course: Course) -> Iterator[Finding]:
    """A pass mark is a percent that can be reached."""
    for place in places(course):
        mark = place.component.pass_mark
        if mark is not None and not 0 <= mark <= 100:
            yield Finding(
                "CX120",
                (*place.path, "pass_mark"),
                f"The pass mark {shown(mark)} is not between 0 and 100",
                "Give it in percent of the maximum, not in points.",
            )


def retry_cap_within_percent(course: Course) -> Iterator[Finding]:
    """A cap of later attempts is a percent."""
    for place in places(course):
        cap = place.component.retry_cap
        if cap is not None and not 0 <= cap <= 100:
            yield Finding(
                "CX121",
                (*place.path, "retry_cap"),
                f"The cap {shown(cap)} is not between 0 and 100",
                "Give it in percent of the maximum.",
            )


def _is_group(component: Component) -> bool:
    return "parts" in component.model_fields_set


RULES: tuple[Rule, ...] = (
    maximum_given,
    maximum_positive,
    maximum_above_minimum,
    keys_fit_the_mark,
    attempts_have_columns,
    columns_differ,
    pass_fail_needs_a_pass_mark,
    pass_mark_within_percent,
    retry_cap_within_percent,
)
