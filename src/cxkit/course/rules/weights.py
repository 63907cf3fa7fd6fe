"""Rules for weights, of the course and of groups."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from cxkit.course.rules.finding import Finding, Path, Rule
from cxkit.course.rules.places import places, scopes
from cxkit.documents.base import shown
from cxkit.exact import fraction_text

if TYPE_CHECKING:
    from cxkit.course.components import Component
    from cxkit.course.model import Course


def weights_sum(course: Course) -> Iterator[Finding]:
    """Weights in percent sum to exactly 100, in the course and in each route."""
    if course.weights != "percent":
        return
    for scope in scopes(course):
        weights = [Fraction(component.weight) for component in regular(scope.components)]
        total = sum(weights, Fraction(0))
        if total == 100 or min(weights, default=0) < 0 or not any(weights):
            continue
        yield Finding(
            "CX101",
            (*scope.path, "components"),
            f"The weights of the counting components sum to {_plain(total)}, not to 100",
            _sum_hint(total),
            at_key=True,
        )


def weights_positive(course: Course) -> Iterator[Finding]:
    """No weight is below 0."""
    for place in places(course):
        if place.component.weight < 0:
            yield Finding(
                "CX102",
                (*place.path, "weight"),
                f"The weight of {shown(place.component.id)} is below 0",
                "Use 0 for a component that does not count.",
            )


def some_weight(course: Course) -> Iterator[Finding]:
    """Something counts in the course, in each route and in each group that goes by weights."""
    for scope in scopes(course):
        if scope.components and _all_zero(scope.components):
            yield _nothing_counts((*scope.path, "components"), "component")
    for place in places(course):
        parts = place.component.parts
        written = any("weight" in part.model_fields_set for part in regular(parts))
        by_weight = place.component.combine == "weighted" or (place.component.combine is None and written)
        if parts and by_weight and _all_zero(parts):
            yield _nothing_counts((*place.path, "parts"), f"part of {shown(place.component.id)}")


def extra_credit_weight(course: Course) -> Iterator[Finding]:
    """Extra credit says how much it adds, unless its points are added to those of a group."""
    for place in places(course):
        component = place.component
        in_points = place.parent is not None and place.parent.combined_by == "points"
        if component.extra_credit and not in_points and "weight" not in component.model_fields_set:
            yield Finding(
                "CX107",
                (*place.path, "extra_credit"),
                f"The extra credit {shown(component.id)} has no weight, so it adds nothing",
                "Add a weight: how much the full mark adds.",
                at_key=True,
            )


def regular(components: tuple[Component, ...]) -> list[Component]:
    """Return the components that are no extra credit."""
    return [component for component in components if not component.extra_credit]


def _all_zero(components: tuple[Component, ...]) -> bool:
    return all(component.weight == 0 for component in regular(components))


def _nothing_counts(path: Path, what: str) -> Finding:
    return Finding(
        "CX106",
        path,
        f"No {what} has a weight above 0, so nothing counts",
        "Add `weight` to what counts.",
        at_key=True,
    )


def _sum_hint(total: Fraction) -> str:
    missing = _plain(abs(100 - total))
    change = f"{missing} is missing" if total < 100 else f"{missing} is too much"
    return f"Change the weights ({change}), or write `weights: relative`."


def _plain(number: Fraction) -> str:
    """Write a sum of decimals as a decimal; its denominator has no other factors than 2 and 5."""
    text = format(Decimal(number.numerator) / Decimal(number.denominator), "f")
    return text if Fraction(text) == number else fraction_text(number)


RULES: tuple[Rule, ...] = (weights_sum, weights_positive, some_weight, extra_credit_weight)
