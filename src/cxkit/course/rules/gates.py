"""Rules for gates: components that must be passed, and what it takes to pass them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from cxkit.course.rules.book import course_rules
from cxkit.course.rules.places import Place, bands_of_scopes, places
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.components import Component
    from cxkit.course.model import Course

RULES = course_rules()


def gated(course: Course, place: Place) -> bool:
    """Tell whether the course is failed when a component is not passed."""
    component = place.component
    own = component.required or component.pass_mark is not None
    return own or (course.all_required and not place.groups)


@RULES.rule(
    "CX120",
    "pass-mark-outside-percent",
    why="Nobody can reach a pass mark above 100 percent, so everybody would fail. Most often it was meant in "
    "points.",
    bad="components: [{id: exam, weight: 100, max: 400, pass_mark: 200}]",
    good="components: [{id: exam, weight: 100, max: 400, pass_mark: 50}]",
)
def pass_mark_within_percent(course: Course) -> Iterator[Finding]:
    """A pass mark lies between 0 and 100 percent."""
    for place in places(course):
        mark = place.component.pass_mark
        if mark is not None and not 0 <= mark <= 100:
            yield Finding(
                (*place.path, "pass_mark"),
                f"The pass mark {shown(mark)} is not between 0 and 100",
                "Give it in percent of the maximum, not in points.",
            )


@RULES.rule(
    "CX124",
    "required-never-fails",
    Severity.WARNING,
    why="The file promises that the component must be passed, but whatever a student does, it is passed.",
    bad="components: [{id: exam, weight: 100, max: 40, required: true, pass_mark: 0}]",
    good="components: [{id: exam, weight: 100, max: 40, required: true, pass_mark: 50}]",
)
def gates_can_fail(course: Course) -> Iterator[Finding]:
    """A component that has to be passed can be failed: its pass mark, or the lowest band when it has none,
    is above 0, or marks below 0, a fail or an empty mark can fail it.
    """
    for scope, bands in bands_of_scopes(course):
        if not bands:
            continue
        lowest = min(bands.values())
        for place in scope.places():
            component = place.component
            mark = lowest if component.pass_mark is None else component.pass_mark
            if gated(course, place) and mark <= 0 and not _fails_otherwise(place):
                key = "pass_mark" if component.pass_mark is not None else "required"
                yield Finding(
                    (*place.path, key),
                    f"{shown(component.id)} has to be passed, but 0 percent is enough",
                    "Give a `pass_mark` above 0, or `missing: fail` if it is enough to hand it in.",
                    at_key=key in component.model_fields_set,
                )


def _fails_otherwise(place: Place) -> bool:
    own = place.component
    return place.missing in ("fail", "incomplete") or any(
        part.mark == "pass_fail" or part.min < 0 or part.missing in ("fail", "incomplete")
        for part in _within(own)
    )


def _within(component: Component) -> Iterator[Component]:
    yield component
    for part in component.parts:
        yield from _within(part)


@RULES.rule(
    "CX125",
    "pass-mark-in-points",
    Severity.INFO,
    why="Pass marks are percents. One that was meant in points is far too low, and students pass who should "
    "not.",
    bad="components: [{id: exam, weight: 100, max: 30, pass_mark: 15}]",
    good="components: [{id: exam, weight: 100, max: 30, pass_mark: 50}]",
)
def pass_marks_are_percents(course: Course) -> Iterator[Finding]:
    """A pass mark that is no more than the maximum is not lower than the lowest band: it may have been meant
    in points.
    """
    for scope, bands in bands_of_scopes(course):
        for place in scope.places():
            mark, most = place.component.pass_mark, place.component.max
            if mark is None or most is None or most == 100:
                continue
            if 0 < mark <= most and mark < min(bands.values(), default=Decimal(0)):
                points = format((mark * most / 100).normalize(), "f")
                yield Finding(
                    (*place.path, "pass_mark"),
                    f"The pass mark {shown(mark)} is in percent: {points} of {shown(most)} points",
                    "If it was meant in points, give their percent of the maximum.",
                )


@RULES.rule(
    "CX159",
    "retry-cannot-pass",
    Severity.WARNING,
    why="A retake that cannot pass whatever its marks is no retake; students sit it for nothing.",
    bad="components: [{id: exam, weight: 100, max: 40, column: [A, B], retry_cap: 40, pass_mark: 50}]",
    good="components: [{id: exam, weight: 100, max: 40, column: [A, B], retry_cap: 60, pass_mark: 50}]",
)
def retries_can_pass(course: Course) -> Iterator[Finding]:
    """The cap of later attempts is not below what it takes to pass a component that must be passed."""
    for scope, bands in bands_of_scopes(course):
        lowest = min(bands.values(), default=Decimal(0))
        for place in scope.places():
            component = place.component
            cap, mark = component.retry_cap, component.pass_mark
            needed = lowest if mark is None else mark
            if cap is not None and 0 <= cap < needed <= 100 and gated(course, place):
                yield Finding(
                    (*place.path, "retry_cap"),
                    f"A retake of {shown(component.id)} gives at most {shown(cap)} percent, "
                    f"and {shown(needed)} are needed to pass",
                    "Raise `retry_cap` to the pass mark at least.",
                )


@RULES.rule(
    "CX189",
    "required-but-skipped",
    Severity.WARNING,
    why="A skipped component passes its gate, so whoever hands nothing in passes what has to be passed.",
    bad="""
        components:
          - {id: exam, weight: 60, max: 40}
          - {id: essay, weight: 40, max: 20, required: true, missing: skip}
        """,
    good="""
        components:
          - {id: exam, weight: 60, max: 40}
          - {id: essay, weight: 40, max: 20, required: true, missing: incomplete}
        """,
)
def required_is_not_skipped(course: Course) -> Iterator[Finding]:
    """A component that has to be passed is not left out when its mark is empty."""
    for place in places(course):
        if gated(course, place) and place.missing == "skip":
            written = place.component.missing is not None
            yield Finding(
                (*place.path, "missing") if written else place.path,
                f"{shown(place.component.id)} has to be passed, but an empty mark is skipped and so passes",
                "Write `missing: fail` or `missing: incomplete`, and EX in the roster for those excused.",
                at_key=not written,
            )
