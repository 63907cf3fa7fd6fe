"""Rules for weights, of the course and of groups."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from cxkit.course.bands import BandConditions
from cxkit.course.rules.book import course_rules
from cxkit.course.rules.gates import gated
from cxkit.course.rules.places import all_bands, places, scopes
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding
from cxkit.exact import fraction_of, fraction_text

if TYPE_CHECKING:
    from cxkit.course.components import Component
    from cxkit.course.model import Course
    from cxkit.course.rules.places import Place
    from cxkit.documents.document import Path_

RULES = course_rules()


@RULES.rule(
    "CX101",
    "weights-sum",
    why="A weight that was forgotten or counted twice moves every grade of the course, and nobody sees it in "
    "a single student's result.",
    bad="""
        components:
          - {id: exam, weight: 60, max: 40}
          - {id: essay, weight: 30, max: 20}
        """,
    good="""
        components:
          - {id: exam, weight: 60, max: 40}
          - {id: essay, weight: 40, max: 20}
        """,
)
def weights_sum(course: Course) -> Iterator[Finding]:
    """The weights of the components that count sum to exactly 100, in the course and in each route with
    components of its own. With `weights: relative` any sum will do.
    """
    if course.weights != "percent":
        return
    for scope in scopes(course):
        weights = [fraction_of(component.weight) for component in regular(scope.components)]
        total = sum(weights, Fraction(0))
        if total == 100 or min(weights, default=0) < 0 or not any(weights):
            continue
        yield Finding(
            (*scope.path, "components"),
            f"The weights of the counting components sum to {_plain(total)}, not to 100",
            _sum_hint(total),
            at_key=True,
        )


@RULES.rule(
    "CX102",
    "weight-negative",
    why="A weight below zero would take points away from those who do better.",
    bad="""
        components:
          - {id: exam, weight: 110, max: 40}
          - {id: absences, weight: -10, max: 6}
        """,
    good="components: [{id: exam, weight: 100, max: 40}]",
)
def weights_positive(course: Course) -> Iterator[Finding]:
    """No weight is below 0."""
    for place in places(course):
        if place.component.weight < 0:
            yield Finding(
                (*place.path, "weight"),
                f"The weight of {shown(place.component.id)} is below 0",
                "Use 0 for a component that does not count.",
            )


@RULES.rule(
    "CX106",
    "nothing-counts",
    why="Without a weight nothing moves the percent, so no grade can come of the marks.",
    bad="components: [{id: exam, max: 40, required: true}]",
    good="components: [{id: exam, weight: 100, max: 40, required: true}]",
)
def some_weight(course: Course) -> Iterator[Finding]:
    """Something has a weight above 0: in the course, each route, and each group that goes by weights."""
    for scope in scopes(course):
        if scope.components and _all_zero(scope.components):
            yield _nothing_counts((*scope.path, "components"), "component")
    for place in places(course):
        if _all_zero_by_weight(place.component):
            yield _nothing_counts((*place.path, "parts"), f"part of {shown(place.component.id)}")


@RULES.rule(
    "CX107",
    "extra-credit-without-weight",
    why="Extra credit is not in the denominator, so only its weight says how much a full mark adds. Only in "
    "a group that adds points do its points say it.",
    bad="""
        components:
          - {id: exam, weight: 100, max: 40}
          - {id: bonus, max: 5, extra_credit: true}
        """,
    good="""
        components:
          - {id: exam, weight: 95, max: 40}
          - {id: quizzes, weight: 5, max: 5}
        """,
)
def extra_credit_weight(course: Course) -> Iterator[Finding]:
    """Extra credit has a weight, unless its points are added to those of a group."""
    for place in places(course):
        component = place.component
        in_points = place.parent is not None and place.parent.combined_by == "points"
        if component.extra_credit and not in_points and "weight" not in component.model_fields_set:
            yield Finding(
                (*place.path, "extra_credit"),
                f"The extra credit {shown(component.id)} has no weight, so it adds nothing",
                "Add a weight: how much the full mark adds.",
                at_key=True,
            )


@RULES.rule(
    "CX156",
    "weight-ignored",
    Severity.WARNING,
    why="The author believes that the parts weigh differently; in the grades they do not.",
    bad="""
        components:
          - id: labs
            weight: 100
            combine: mean
            parts: [{id: lab1, max: 10}, {id: lab2, weight: 2, max: 10}]
        """,
    good="""
        components:
          - id: labs
            weight: 100
            combine: weighted
            parts: [{id: lab1, weight: 1, max: 10}, {id: lab2, weight: 2, max: 10}]
        """,
)
def weights_are_used(course: Course) -> Iterator[Finding]:
    """A part has no weight when its group does not go by weights: it adds points, or takes the mean, the
    median or the best.
    """
    for place in places(course):
        parent, component = place.parent, place.component
        if parent is None or component.weight <= 0 or parent.combined_by == "weighted":
            continue
        if component.extra_credit and parent.combined_by != "points":
            continue
        yield Finding(
            (*place.path, "weight"),
            f"The weight {shown(component.weight)} of {shown(component.id)} is not used: "
            f"{shown(parent.id)} is combined by {parent.combined_by}",
            "Leave the weight out, or write `combine: weighted` on the group.",
            at_key=True,
        )


@RULES.rule(
    "CX157",
    "component-without-effect",
    Severity.INFO,
    why="Marks are collected that change nothing. Often a weight or `required: true` has been forgotten.",
    bad="""
        components:
          - {id: exam, weight: 100, max: 40}
          - {id: pre_task, mark: pass_fail}
        """,
    good="""
        components:
          - {id: exam, weight: 100, max: 40}
          - {id: pre_task, mark: pass_fail, required: true}
        """,
)
def everything_has_an_effect(course: Course) -> Iterator[Finding]:
    """A component has a weight, is extra credit, has to be passed or handed in, or a band asks for it."""
    needed = {
        id_
        for _, bands in all_bands(course)
        for band in bands.values()
        if isinstance(band, BandConditions)
        for id_ in band.components
    }
    for scope in scopes(course):
        if _all_zero(scope.components):
            continue
        for place in scope.places():
            if place.component.id not in needed and _without_effect(course, place):
                yield Finding(
                    place.path,
                    f"{shown(place.component.id)} has no weight and need not be passed: it changes nothing",
                    "Add `weight` or `required: true`, or leave the component out.",
                    at_key=True,
                )


def _without_effect(course: Course, place: Place) -> bool:
    """Tell whether a component neither counts nor holds anybody up; in a group only weights are looked at."""
    component, parent = place.component, place.parent
    if component.weight or component.extra_credit or gated(course, place):
        return False
    if place.missing in ("fail", "incomplete") or any(_holds_up(part) for part in component.parts):
        return False
    if parent is None:
        return True
    return parent.combined_by == "weighted" and not _all_zero_by_weight(parent)


def _holds_up(part: Component) -> bool:
    if part.required or part.pass_mark is not None or part.missing in ("fail", "incomplete"):
        return True
    return any(_holds_up(inner) for inner in part.parts)


def regular(components: tuple[Component, ...]) -> list[Component]:
    """Return the components that are no extra credit."""
    return [component for component in components if not component.extra_credit]


def _all_zero(components: tuple[Component, ...]) -> bool:
    return all(component.weight == 0 for component in regular(components))


def _all_zero_by_weight(group: Component) -> bool:
    """Tell whether a group goes by weights, or was meant to, and none of its parts has one."""
    if not group.parts:
        return False
    written = any("weight" in part.model_fields_set for part in regular(group.parts))
    by_weight = group.combine == "weighted" or (group.combine is None and written)
    return by_weight and _all_zero(group.parts)


def _nothing_counts(path: Path_, what: str) -> Finding:
    message = f"No {what} has a weight above 0, so nothing counts"
    return Finding(path, message, "Add `weight` to what counts.", at_key=True)


def _sum_hint(total: Fraction) -> str:
    missing = _plain(abs(100 - total))
    change = f"{missing} is missing" if total < 100 else f"{missing} is too much"
    return f"Change the weights ({change}), or write `weights: relative`."


def _plain(number: Fraction) -> str:
    """Write a sum of decimals as a decimal; its denominator has no other factors than 2 and 5."""
    text = format(Decimal(number.numerator) / Decimal(number.denominator), "f")
    return text if Fraction(text) == number else fraction_text(number)
