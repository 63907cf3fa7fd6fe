"""Rules for worked tests as they are written; whether they come out is for those who can grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.book import course_rules, listed, meant
from cxkit.course.rules.once import once
from cxkit.course.rules.places import scope_of_route, scopes
from cxkit.course.rules.routes import names_of
from cxkit.course.scale import Scale, fold
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.components import Component
    from cxkit.course.model import Course, WorkedTest
    from cxkit.course.rules.places import Scope
    from cxkit.documents.document import Path_

RULES = course_rules()

BESIDE_MARKS = ("absent", "attended", "route")
"""What a worked test may give beside marks."""

_AMOUNT = re.compile(r"\d{1,9}(?:\.\d{1,6})?", re.ASCII)


@RULES.rule(
    "CX170",
    "worked-mark-misplaced",
    why="A mark that goes nowhere is not graded, and the case would show something else than it says.",
    bad="""
        tests:
          - {name: half the points pass, given: {exma: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
    good="""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
)
def marks_of_components(course: Course) -> Iterator[Finding]:
    """A worked test gives marks to components of the route it is about."""
    for number, case, scope, marked in _cases(course):
        for name in case.given:
            component = marked.get(name)
            if (component is not None and not component.parts) or name in BESIDE_MARKS:
                continue
            path: Path_ = ("tests", number, "given", name)
            if component is None:
                leaves = [id_ for id_, one in marked.items() if not one.parts]
                where = "of the route" if scope.path else "of the course"
                hint = meant(name, [*leaves, *BESIDE_MARKS], what="There are")
                yield Finding(path, f"{shown(name)} is not a component {where}", hint, at_key=True)
            else:
                parts = listed([part.id for part in component.parts])
                message = f"{shown(name)} is a group; it has no mark of its own"
                yield Finding(path, message, f"Give marks to its parts: {parts}.", at_key=True)


@RULES.rule(
    "CX174",
    "worked-attempts",
    why="The roster has no place for such an attempt, so no student can be in this case.",
    bad="""
        components: [{id: exam, weight: 100, max: 40, column: [Exam, Retake]}]
        tests:
          - {name: the retake passes, given: {exam: [10, 20, 30]}, grade: 1}
          - {name: both attempts fail, given: {exam: [10, 19]}, grade: 0}
        """,
    good="""
        components: [{id: exam, weight: 100, max: 40, column: [Exam, Retake]}]
        tests:
          - {name: the retake passes, given: {exam: [10, 20]}, grade: 1}
          - {name: both attempts fail, given: {exam: [10, 19]}, grade: 0}
        """,
)
def attempts_have_columns(course: Course) -> Iterator[Finding]:
    """A worked test gives no more marks to a component than it has columns in the roster."""
    for number, case, _, marked in _cases(course):
        for name, value in case.given.items():
            component = marked.get(name) if isinstance(value, tuple) else None
            if component is None or component.parts:
                continue
            attempts = max(1, len(component.columns))
            if len(value) > attempts:
                yield Finding(
                    ("tests", number, "given", name),
                    f"{shown(name)} has {len(value)} marks here but {attempts} "
                    f"column{'s' if attempts > 1 else ''} in the roster",
                    "Give one mark for each attempt that the component has a column for.",
                )


@RULES.rule(
    "CX173",
    "worked-route-unknown",
    why="The case would be graded by the course itself and not by the route it is about.",
    bad="""
        tests:
          - {name: half the points pass, given: {exam: 20, route: work}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
    good="""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
)
def routes_exist(course: Course) -> Iterator[Finding]:
    """A worked test names a route of the course."""
    for number, case in enumerate(course.tests):
        cell = case.given.get("route", "")
        if not isinstance(cell, str) or (fold(cell) and route_number(course, cell) is None):
            word = cell if isinstance(cell, str) else ", ".join(cell)
            known = [route.id for route in course.routes]
            yield Finding(
                ("tests", number, "given", "route"),
                f"The course has no route {shown(word)}",
                meant(word, known, what="The routes are"),
            )


@RULES.rule(
    "CX171",
    "worked-grade-unknown",
    why="A grade that does not exist can never come out.",
    bad="""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 6}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
    good="""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
)
def grades_on_the_scale(course: Course) -> Iterator[Finding]:
    """A worked test expects a grade that exists."""
    scale = Scale.of(course)
    for number, case in enumerate(course.tests):
        if case.grade is not None and scale.index(case.grade) is None:
            yield Finding(
                ("tests", number, "grade"),
                f"The expected grade {shown(case.grade)} is not on the scale",
                f"The grades are {listed(scale.labels)}.",
            )


@RULES.rule(
    "CX172",
    "worked-expects-nothing",
    why="A case that expects nothing can never fail, and so shows nothing.",
    bad="""
        tests:
          - {name: half the points pass, given: {exam: 20}}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
    good="""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
)
def something_expected(course: Course) -> Iterator[Finding]:
    """A worked test expects a percent, a grade (`null` for none) or a status."""
    for number, case in enumerate(course.tests):
        if case.status is None and case.model_fields_set.isdisjoint({"percent", "grade"}):
            yield Finding(
                ("tests", number),
                f"The worked test {shown(str(case.name))} expects nothing",
                "Add `percent`, `grade` or `status`.",
                at_key=True,
            )


@RULES.rule(
    "CX175",
    "worked-attendance",
    why="Sessions are counted; a word or two different counts cannot be.",
    bad="""
        tests:
          - {name: half the points pass, given: {exam: 20, absent: two}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
    good="""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
)
def attendance_is_a_number(course: Course) -> Iterator[Finding]:
    """A worked test tells attendance once, as a plain number."""
    for number, case in enumerate(course.tests):
        path: Path_ = ("tests", number, "given")
        if "absent" in case.given and "attended" in case.given:
            message = "A worked test gives either `absent` or `attended`"
            yield Finding((*path, "attended"), message, "Keep one of them.", at_key=True)
        for key in ("absent", "attended"):
            value = case.given.get(key)
            if value is not None and not (isinstance(value, str) and _AMOUNT.fullmatch(value)):
                hint = "Give the number of sessions, such as 2."
                yield Finding((*path, key), f"`{key}` must be a plain number", hint)


@once
def _cases(course: Course) -> Iterator[tuple[int, WorkedTest, Scope, dict[str, Component]]]:
    """Yield the worked tests, each with the components that it may give marks to, by id."""
    known: dict[Path_, dict[str, Component]] = {}
    for number, case in enumerate(course.tests):
        scope = scope_of_test(course, case)
        if scope.path not in known:
            known[scope.path] = {place.component.id: place.component for place in scope.places()}
        yield number, case, scope, known[scope.path]


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
    return scopes(course)[0] if number is None else scope_of_route(course, number)


@RULES.rule(
    "CX169",
    "no-failing-case",
    Severity.INFO,
    why="What it takes to fail is what students ask about most, and what a rule that is missing shows first.",
    bad="tests: [{name: full marks, given: {exam: 40}, grade: 5}]",
    good="""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
)
def a_case_fails(course: Course) -> Iterator[Finding]:
    """At least one of the worked tests expects that the course is failed."""
    scale = Scale.of(course)
    fails = [
        case.status == "failed" or (case.grade is not None and scale.index(case.grade) == 0)
        for case in course.tests
    ]
    if fails and not any(fails):
        yield Finding(
            ("tests",),
            "None of the worked tests expects a fail",
            "Add a case just below the limit, and one for each thing that has to be passed.",
            at_key=True,
        )


@RULES.rule(
    "CX168",
    "worked-test-repeated",
    Severity.WARNING,
    why="The second case shows nothing that the first does not; most often it was copied and not changed.",
    bad="""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 20}, status: passed}
          - {name: no points fail, given: {exam: 0}, grade: 0}
        """,
    good="""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
)
def cases_differ(course: Course) -> Iterator[Finding]:
    """No two worked tests give the same marks, route and attendance."""
    seen: dict[frozenset[tuple[str, object]], Path_] = {}
    for number, case in enumerate(course.tests):
        path: Path_ = ("tests", number, "given")
        earlier = seen.setdefault(frozenset(case.given.items()), path)
        if earlier != path:
            yield Finding(
                path,
                "The same is given as in line {line}",
                "Change what is given, or join the two cases.",
                at_key=True,
                earlier=earlier,
            )


@RULES.rule(
    "CX179",
    "no-worked-tests",
    Severity.INFO,
    why="Worked cases are the one way to see that the rules mean what was agreed, and that "
    "a later change of the file changes no grade by accident.",
    bad="tests: []",
    good="""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """,
)
def cases_given(course: Course) -> Iterator[Finding]:
    """A course has worked tests."""
    if not course.tests:
        written = "tests" in course.model_fields_set
        yield Finding(
            ("tests",) if written else (),
            "The course has no worked `tests`",
            "Add a few students whose grades you know.",
            at_key=True,
        )
