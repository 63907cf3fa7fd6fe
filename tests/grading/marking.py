"""Courses written in a few lines and students with marks in words, for the tests of grading."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import polars as pl

from cxkit.course.components import Component
from cxkit.course.model import Course
from cxkit.documents.loader import load_text
from cxkit.grading.derive import derive
from cxkit.grading.engine import grade_frame
from cxkit.grading.plan import Plan, compile_plan
from cxkit.grading.results import Derivation
from cxkit.grading.student import Mark, Student, Units
from cxkit.roster.marks import BadMark, Unit, grammar_for, read_mark

HEAD = """
kind: course
version: 1
id: TRIAL-1
title: Trial
credits: 5
"""

Cells = Mapping[str, str | Sequence[str]]


def plan_of(text: str, bands: str = "{1: 40, 3: 70, 5: 90}") -> Plan:
    """Return the plan of a course; `text` is what follows its head."""
    loaded = load_text(f"{HEAD}bands: {bands}\n{text}", Course, file="trial.yaml")
    assert loaded.model is not None, loaded.diagnostics
    return compile_plan(loaded.model)


def components_of(course: Course) -> dict[str, Component]:
    """Return the marked components of the course and its routes by id."""
    found: dict[str, Component] = {}

    def collect(components: Sequence[Component]) -> None:
        for component in components:
            if component.parts:
                collect(component.parts)
            else:
                found[component.id] = component

    collect(course.components)
    for route in course.routes:
        collect(route.components)
    return found


def marks_of(plan: Plan, cells: Cells) -> dict[str, tuple[Mark, ...]]:
    """Read the cells of one student; a component that is not named is empty."""
    marks = {}
    for id_, component in components_of(plan.course).items():
        texts = cells.get(id_, "")
        texts = [texts] if isinstance(texts, str) else list(texts)
        texts += [""] * (max(1, len(component.columns)) - len(texts))
        marks[id_] = tuple(_mark(text, component, plan.course) for text in texts)
    return marks


def _mark(text: str, component: Component, course: Course) -> Mark:
    grammar = grammar_for(component, course)
    reading = read_mark(text, grammar)
    assert not isinstance(reading, BadMark), reading
    return Mark(reading.state, grammar.unit, reading.value)


def student_of(
    plan: Plan,
    cells: Cells,
    *,
    id_: str = "t1",
    route: int = 0,
    absent: int | Fraction | None = None,
    total: int | Fraction | None = None,
) -> Student:
    """Return a student with these cells and absences."""
    return Student(
        id=id_,
        name="Testi Opiskelija 01",
        email=None,
        route=route,
        marks=marks_of(plan, cells),
        absent=None if absent is None else Fraction(absent),
        total=None if total is None else Fraction(total),
    )


def frame_of(plan: Plan, students: Sequence[Student]) -> tuple[Units, pl.DataFrame]:
    """Return the students as a frame of exact marks, and the units of its columns."""
    columns: dict[str, tuple[type[pl.DataType], list[object]]] = {
        "row": (pl.Int64, list(range(len(students)))),
        "id": (pl.String, [student.id for student in students]),
        "name": (pl.String, [student.name for student in students]),
        "email": (pl.String, [student.email for student in students]),
        "route": (pl.Int16, [student.route for student in students]),
    }
    units: dict[str, tuple[Unit, ...]] = {}
    for id_, component in components_of(plan.course).items():
        number = max(1, len(component.columns))
        units[id_] = (grammar_for(component, plan.course).unit,) * number
        for k in range(number):
            columns[f"{id_}#{k}.v"] = (pl.Int64, [student.marks[id_][k].value for student in students])
            columns[f"{id_}#{k}.s"] = (pl.Int8, [int(student.marks[id_][k].state) for student in students])
    for scope in {scheme.attendance.scope for scheme in plan.schemes if scheme.attendance}:
        columns[f"absent@{scope}"] = (pl.Int64, [_scaled(student.absent) for student in students])
        columns[f"total@{scope}"] = (pl.Int64, [_scaled(student.total) for student in students])
    schema = {name: dtype for name, (dtype, _) in columns.items()}
    return units, pl.DataFrame({name: values for name, (_, values) in columns.items()}, schema=schema)


def graded(plan: Plan, *students: Student) -> list[Derivation]:
    """Derive each student and hold the engine's row against it."""
    units, frame = frame_of(plan, students)
    rows = grade_frame(plan, units, frame).to_dicts()
    derivations = [derive(plan, student) for student in students]
    assert [
        in_engine_terms(plan, derivation, row) for derivation, row in zip(derivations, rows, strict=True)
    ] == rows
    return derivations


def in_engine_terms(plan: Plan, derivation: Derivation, row: Mapping[str, object]) -> dict[str, object]:
    """Return a derivation as the engine's row for the same student would have it."""
    labels = plan.scale.labels
    percents = {f"c.{one.id}": one.percent for one in derivation.components}
    scale = 10**plan.decimals
    known = {
        "id": derivation.id,
        "percent": None if derivation.percent is None else derivation.percent * 10**plan.decimals // 1,
        "base": None if derivation.base_grade is None else labels.index(derivation.base_grade),
        "grade": None if derivation.grade is None else labels.index(derivation.grade),
        "status": ["passed", "failed", "incomplete"].index(derivation.status.value),
        "notes": "; ".join(note.text() for note in derivation.notes),
        **{name: None if percent is None else percent * scale // 1 for name, percent in percents.items()},
    }
    return {
        name: known.get(name, value if not name.startswith("c.") else None) for name, value in row.items()
    }


def _scaled(sessions: Fraction | None) -> int | None:
    return None if sessions is None else int(sessions * 10**6)
