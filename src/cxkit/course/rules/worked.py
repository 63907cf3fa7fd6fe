"""Rules for worked tests as they are written; whether they come out is for those who can grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.finding import Finding, Path, Rule, meant
from cxkit.course.rules.places import Scope, scope_of_route
from cxkit.course.rules.routes import names_of
from cxkit.course.scale import Scale, fold
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from cxkit.course.components import Component
    from cxkit.course.model import Course, WorkedTest

BESIDE_MARKS = ("absent", "attended", "route")
"""What a worked test may give beside marks."""

_AMOUNT = re.compile(r"\d{1,9}(?:\.\d{1,6})?", re.ASCII)


def marks_of_components(course: Course) -> Iterator[Finding]:
    """A worked test gives marks to components of the route it is about."""
    for number, case in enumerate(course.tests):
        scope = scope_of_test(course, case)
        marked = {place.component.id: place.component for place in scope.places()}
        leaves = [id_ for id_, component in marked.items() if not component.parts]
        for name, value in case.given.items():
            path: Path = ("tests", number, "given", name)
            if name in BESIDE_MARKS:
                continue
            if name not in marked:
                where = "of the route" if scope.path else "of the course"
                hint = meant(name, [*leaves, *BESIDE_MARKS], what="There are")
                yield Finding("CX170", path, f"{shown(name)} is not a component {where}", hint, at_key=True)
            elif marked[name].parts:
                parts = ", ".join(part.id for part in marked[name].parts)
                message = f"{shown(name)} is a group; it has no mark of its own"
                yield Finding("CX170", path, message, f"Give marks to its parts: {parts}.", at_key=True)
            else:
                yield from _attempts(path, marked[name], value)


def _attempts(path: Path, component: Component, value: str | tuple[str, ...]) -> Iterator[Finding]:
    attempts = max(1, len(component.columns))
    if isinstance(value, tuple) and len(value) > attempts:
        yield Finding(
            "CX174",
            path,
            f"{shown(component.id)} has {len(value)} marks here but {attempts} "
            f"column{'s' if attempts > 1 else ''} in the roster",
            "Give one mark for each attempt that the component has a column for.",
        )


def routes_exist(course: Course) -> Iterator[Finding]:
    """A worked test names a route of the course."""
    for number, case in enumerate(course.tests):
        cell = case.given.get("route", "")
        if not isinstance(cell, str) or (fold(cell) and route_number(course, cell) is None):
            word = cell if isinstance(cell, str) else ", ".join(cell)
            known = [route.id for route in course.routes]
            yield Finding(
                "CX173",
                ("tests", number, "given", "route"),
                f"The course has no route {shown(word)}",
                meant(word, known, what="The routes are"),
            )


def grades_on_the_scale(course: Course) -> Iterator[Finding]:
    """A worked test expects a grade that exists."""
    scale = Scale.of(course)
    for number, case in enumerate(course.tests):
        if case.grade is not None and scale.index(case.grade) is None:
            yield Finding(
                "CX171",
                ("tests", number, "grade"),
                f"The expected grade {shown(case.grade)} is not on the scale",
                f"The grades are {', '.join(scale.labels)}.",
            )


def something_expected(course: Course) -> Iterator[Finding]:
    """A worked test expects a percent, a grade (`null` for none) or a status."""
    for number, case in enumerate(course.tests):
        if case.status is None and case.model_fields_set.isdisjoint({"percent", "grade"}):
            yield Finding(
                "CX172",
                ("tests", number),
                f"The worked test {shown(str(case.name))} expects nothing",
                "Add `percent`, `grade` or `status`.",
                at_key=True,
            )


def attendance_is_a_number(course: Course) -> Iterator[Finding]:
    """A worked test tells attendance once, as a plain number."""
    for number, case in enumerate(course.tests):
        path: Path = ("tests", number, "given")
        if "absent" in case.given and "attended" in case.given:
            message = "A worked test gives either `absent` or `attended`"
            yield Finding("CX175", (*path, "attended"), message, "Keep one of them.", at_key=True)
        for key in ("absent", "attended"):
            value = case.given.get(key, "0")
            if not isinstance(value, str) or not _AMOUNT.fullmatch(value):
                hint = "Give the number of sessions, such as 2."
                yield Finding("CX175", (*path, key), f"`{key}` must be a plain number", hint)


def route_number(course: Course, cell: str) -> int | None:
    """Return the place of the route that a roster's cell names by id or title, in any case."""
    wanted = fold(cell)
    for number, route in enumerate(course.routes):
        if any(fold(name) == wanted for _, name in names_of(route)):
            return number
    return None


def scope_of_test(course: Course, case: WorkedTest) -> Scope:
    """Return the components that a worked test is about; the course's when it names no known route."""
    cell = case.given.get("route")
    number = route_number(course, cell) if isinstance(cell, str) else None
    return Scope((), course.components) if number is None else scope_of_route(course, number)


RULES: tuple[Rule, ...] = (
    marks_of_components,
    routes_exist,
    grades_on_the_scale,
    something_expected,
    attendance_is_a_number,
)
