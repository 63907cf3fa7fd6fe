"""Rules for one component by itself: its mark, its maximum and its attempts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.book import course_rules
from cxkit.course.rules.places import places
from cxkit.course.scale import fold
from cxkit.course.structure import PERCENT_RANGE
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.components import Component
    from cxkit.course.model import Course
    from cxkit.documents.document import Path_

RULES = course_rules()

KEYS_OF_MARKS = {
    "points": ("max", "min", "over_max"),
    "percent": ("over_max",),
    "pass_fail": ("max", "min", "over_max"),
    "level": ("criteria",),
}
"""The keys that only some kinds of mark have, by kind of mark."""

DEPENDENT_KEYS = ("max", "min", "over_max", "criteria")


@RULES.rule(
    "CX108",
    "maximum-not-positive",
    why="The percent of a mark is its points divided by the maximum.",
    bad="components: [{id: exam, weight: 100, max: 0}]",
    good="components: [{id: exam, weight: 100, max: 40}]",
)
def maximum_positive(course: Course) -> Iterator[Finding]:
    """A maximum is above 0."""
    for place in places(course):
        if place.component.max is not None and place.component.max <= 0:
            yield Finding(
                (*place.path, "max"),
                f"The maximum of {shown(place.component.id)} is not above 0",
                "Give the points that make 100 percent.",
            )


@RULES.rule(
    "CX109",
    "maximum-below-minimum",
    why="No mark could lie between the two, so every cell of the roster would be refused.",
    bad="components: [{id: exam, weight: 100, max: 40, min: 40}]",
    good="components: [{id: exam, weight: 100, max: 40, min: -10}]",
)
def maximum_above_minimum(course: Course) -> Iterator[Finding]:
    """A maximum is above the lowest valid mark."""
    for place in places(course):
        component = place.component
        if component.max is not None and 0 < component.max <= component.min:
            yield Finding(
                (*place.path, "max"),
                f"The maximum of {shown(component.id)} is not above its minimum {shown(component.min)}",
                "Raise `max` or lower `min`.",
            )


@RULES.rule(
    "CX110",
    "maximum-missing",
    why="Points say nothing until it is known out of how many.",
    bad="components: [{id: exam, weight: 100}]",
    good="components: [{id: exam, weight: 100, mark: percent}]",
)
def maximum_given(course: Course) -> Iterator[Finding]:
    """A component that is marked in points, as all are that do not say otherwise, has a maximum."""
    for place in places(course):
        component = place.component
        if component.mark == "points" and component.max is None and not _is_group(component):
            yield Finding(
                place.path,
                f"{shown(component.id)} is marked in points but has no `max`",
                "Add `max`, or another `mark` such as percent or pass_fail.",
                at_key=True,
            )


@RULES.rule(
    "CX111",
    "key-of-another-mark",
    why="A maximum beside a grade would be read by nobody, and the file would say something that is not so.",
    bad="components: [{id: exam, weight: 100, mark: grade, max: 5}]",
    good="components: [{id: exam, weight: 100, mark: grade}]",
)
def keys_fit_the_mark(course: Course) -> Iterator[Finding]:
    """A key that belongs to one kind of mark does not stand beside another: `max` and `min` are for points,
    `over_max` for points and percents, `criteria` for levels. Percents may say that they run from 0 to 100.
    """
    for place in places(course):
        component = place.component
        if _is_group(component):
            continue
        allowed = KEYS_OF_MARKS.get(component.mark, ())
        for key in DEPENDENT_KEYS:
            value = getattr(component, key) if key in component.model_fields_set else None
            if value is None:
                continue
            if component.mark == "percent" and key in PERCENT_RANGE:
                yield from _other_range((*place.path, key), key, value)
            elif key not in allowed:
                yield Finding(
                    (*place.path, key),
                    f"`{key}` does not go with `mark: {component.mark}`",
                    f"Leave `{key}` out, or choose another `mark`.",
                    at_key=True,
                )


def _other_range(path: Path_, key: str, value: object) -> Iterator[Finding]:
    if value != PERCENT_RANGE[key]:
        yield Finding(
            path,
            f"`{key}: {value}` does not go with `mark: percent`, which runs from 0 to 100",
            f"Leave `{key}` out, or choose `mark: points`.",
        )


@RULES.rule(
    "CX115",
    "attempts-without-columns",
    Severity.WARNING,
    why="With one column there is one attempt: the rule for retakes would never be used.",
    bad="components: [{id: exam, weight: 100, max: 40, column: Exam, retry_cap: 80}]",
    good="components: [{id: exam, weight: 100, max: 40, column: [Exam, Retake], retry_cap: 80}]",
)
def attempts_have_columns(course: Course) -> Iterator[Finding]:
    """`keep: last` and `retry_cap` stand on components with a column for each of several attempts."""
    for place in places(course):
        component = place.component
        if len(component.columns) > 1 or _is_group(component):
            continue
        for key in ("keep", "retry_cap"):
            if getattr(component, key) not in (None, "best"):
                yield Finding(
                    (*place.path, key),
                    f"`{key}` is for several attempts, but {shown(component.id)} has one column",
                    "Give `column` a list with a header for each attempt, or leave the key out.",
                    at_key=True,
                )


@RULES.rule(
    "CX116",
    "column-repeated",
    why="One column read twice is no second attempt.",
    bad="components: [{id: exam, weight: 100, max: 40, column: [Exam, Retake, exam]}]",
    good="components: [{id: exam, weight: 100, max: 40, column: [Exam, Retake, Second retake]}]",
)
def columns_differ(course: Course) -> Iterator[Finding]:
    """A list of columns names at least one, and each of them once."""
    for place in places(course):
        component = place.component
        path = (*place.path, "column")
        if component.column == ():
            yield Finding(path, "The list of columns is empty", "Name the header of each attempt.")
        first: dict[str, int] = {}
        for number, column in enumerate(component.columns):
            if first.setdefault(fold(column), number) != number:
                yield Finding(
                    (*path, number),
                    f"The column {shown(column)} is named twice",
                    "Name the header of each attempt once.",
                )


@RULES.rule(
    "CX118",
    "pass-fail-without-pass-mark",
    why="Points in a pass/fail column say neither until it is known how many pass.",
    bad="""
        components:
          - {id: exam, weight: 100, max: 40}
          - {id: quiz, mark: pass_fail, max: 10, required: true}
        """,
    good="""
        components:
          - {id: exam, weight: 100, max: 40}
          - {id: quiz, mark: pass_fail, max: 10, pass_mark: 70}
        """,
)
def pass_fail_needs_a_pass_mark(course: Course) -> Iterator[Finding]:
    """A pass/fail component with a maximum has a pass mark, in percent of the maximum."""
    for place in places(course):
        component = place.component
        if component.mark == "pass_fail" and component.max is not None and component.pass_mark is None:
            yield Finding(
                (*place.path, "max"),
                f"{shown(component.id)} is pass/fail with a maximum, but no `pass_mark` says what passes",
                "Add `pass_mark`, in percent of the maximum, or leave `max` out.",
                at_key=True,
            )


@RULES.rule(
    "CX121",
    "retry-cap-outside-percent",
    why="A cap above 100 percent caps nothing, and one below 0 leaves nothing; neither is what was meant.",
    bad="components: [{id: exam, weight: 100, max: 400, column: [Exam, Retake], retry_cap: 320}]",
    good="components: [{id: exam, weight: 100, max: 400, column: [Exam, Retake], retry_cap: 80}]",
)
def retry_cap_within_percent(course: Course) -> Iterator[Finding]:
    """The cap of attempts after the first lies between 0 and 100 percent."""
    for place in places(course):
        cap = place.component.retry_cap
        if cap is not None and not 0 <= cap <= 100:
            yield Finding(
                (*place.path, "retry_cap"),
                f"The cap {shown(cap)} is not between 0 and 100",
                "Give it in percent of the maximum.",
            )


def _is_group(component: Component) -> bool:
    return "parts" in component.model_fields_set
