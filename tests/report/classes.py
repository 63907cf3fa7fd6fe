"""Courses and students for the tests of this room, from a course file's text and a student's cells."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from cxkit.course.model import Component, Course
from cxkit.documents.loader import load_text
from cxkit.grading.derive import derive
from cxkit.grading.plan import Plan, compile_plan
from cxkit.grading.results import Derivation
from cxkit.grading.student import Mark, Student
from cxkit.roster.marks import BadMark, grammar_for, read_mark

Cells = dict[str, str | list[str]]

HEAD = """
kind: course
version: 1
id: X
title: X
credits: 1
bands: {1: 50}
"""
"""How a course begins of which only the components matter."""

COURSE = """\
kind: course
version: 1
id: TESTI-1
title: {fi: Testikurssi, en: Test course}
language: fi
credits: 5
group: RYHMÄ1
campus: Porvoo
period: {start: 2020-01-20, end: 2020-03-20}
scale: H-5
bands: {1: 40, 3: 70, 5: 90}
between: midpoint
components:
  - id: exam
    title: {fi: Tentti, en: Exam}
    weight: 30
    max: 40
    pass_mark: 50
    column: [Tentti, Uusinta]
    retry_cap: 80
  - id: exercises
    title: {fi: Harjoitukset, en: Exercises}
    weight: 30
    combine: points
    drop_lowest: 1
    parts:
      - {id: h1, title: {fi: Harjoitus 1, en: Exercise 1}, max: 10}
      - {id: h2, title: {fi: Harjoitus 2, en: Exercise 2}, max: 10, over_max: cap}
      - {id: h3, title: {fi: Harjoitus 3, en: Exercise 3}, max: 20}
  - {id: project, title: {fi: Projekti, en: Project}, weight: 40, mark: percent, missing: skip}
  - id: own
    title: {fi: Itsearviointi, en: Self-assessment}
    mark: pass_fail
    required: true
    missing: incomplete
attendance:
  sessions: 6
  column: {absent: Poissa}
  rules:
    - {above: 25, lower: 1}
    - {above: 50, fail: true}
route_column: Suoritustapa
routes:
  - {id: work, title: {fi: Opinnollistaminen, en: Learning at work}, attendance: false}
  - id: demonstration
    title: {fi: Näyttö, en: Demonstration}
    bands: {1: 50, 5: 90}
    components:
      - {id: demo, title: {fi: Näyttötyö, en: Demonstration work}, weight: 100, max: 100}
"""


def plan_of(text: str) -> Plan:
    """Plan a course from the text of its file."""
    course, _document = load_text(text, Course, file="course.yaml").or_refuse()
    return compile_plan(course)


def graded(
    plan: Plan,
    number: int,
    cells: Cells,
    *,
    name: str | None = None,
    route: str | None = None,
    absent: int | Fraction | None = None,
    total: int | Fraction | None = None,
) -> Derivation:
    """Grade the student with this number, whose cells are given by component id."""
    at = [scheme.route for scheme in plan.schemes].index(route)
    components = {c.id: c for c in _leaves(plan, at)}
    marks = {
        id_: tuple(_mark(plan, component, cell) for cell in _attempts(component, cells))
        for id_, component in components.items()
    }
    student = Student(
        id=f"a{2000000 + number}",
        name=f"Testi Opiskelija {number:02}" if name is None else name,
        route=at,
        marks=marks,
        absent=None if absent is None else Fraction(absent),
        total=None if total is None else Fraction(total),
    )
    return derive(plan, student)


def _leaves(plan: Plan, route: int) -> Iterator[Component]:
    own = plan.course.routes[route - 1].components if route else ()
    waiting = list(own or plan.course.components)
    for component in waiting:
        if component.parts:
            waiting.extend(component.parts)
        else:
            yield component


def _attempts(component: Component, cells: Cells) -> list[str]:
    given = cells.get(component.id, "")
    written = [given] if isinstance(given, str) else given
    return written + [""] * (max(1, len(component.columns)) - len(written))


def _mark(plan: Plan, component: Component, cell: str) -> Mark:
    grammar = grammar_for(component, plan.course)
    reading = read_mark(cell, grammar)
    assert not isinstance(reading, BadMark), reading
    return Mark(reading.state, grammar.unit, reading.value)


def whole_class(plan: Plan) -> list[Derivation]:
    """Grade a class that has about every kind of outcome."""
    good: Cells = {"exam": "36", "h1": "9", "h2": "10", "h3": "18", "project": "95", "own": "pass"}
    students: list[tuple[Cells, dict[str, int | str]]] = [
        (good, {"absent": 0}),
        (good, {"absent": 2}),
        (good, {"absent": 4}),
        (good | {"exam": ["10", "39"]}, {"absent": 1}),
        (good | {"exam": ["19.5", ""]}, {"absent": 0}),
        (good | {"own": ""}, {"absent": 0}),
        (good | {"own": "fail"}, {"absent": 0}),
        (good | {"project": "", "h1": "", "h3": ""}, {"absent": 0}),
        (good | {"h1": "EX", "h2": "12"}, {"absent": 0}),
        ({}, {}),
        (dict.fromkeys(good, "EX"), {"absent": 0}),
        (good | {"exam": "28", "h2": "7", "h3": "14", "project": "69.99"}, {"absent": 0}),
        (good | {"exam": "20", "h1": "1", "h2": "1", "h3": "2", "project": "30"}, {"absent": 0}),
        (good, {"route": "work"}),
        ({"demo": "89.99"}, {"route": "demonstration", "absent": 0}),
    ]
    return [_graded(plan, number, cells, how) for number, (cells, how) in enumerate(students, 1)]


def _graded(plan: Plan, number: int, cells: Cells, how: dict[str, int | str]) -> Derivation:
    route, absent = how.get("route"), how.get("absent")
    assert isinstance(route, str | None)
    assert isinstance(absent, int | None)
    total = None if absent is None else 6
    return graded(plan, number, cells, route=route, absent=absent, total=total)
