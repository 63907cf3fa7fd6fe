"""Generated data as grading takes it, and what grading answers as the oracle would put it."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import floor
from typing import Any

import polars as pl
from tests.oracle import Grading, Outcome
from tests.property.strategies import leaves_of

from cxkit.course.model import Component, Course
from cxkit.exact import SCALE
from cxkit.grading.plan import Plan, compile_plan
from cxkit.grading.results import ComponentResult, Derivation
from cxkit.grading.student import Mark, Student, Units
from cxkit.roster.marks import MarkGrammar, Reading, grammar_for, read_mark

STATUSES = ["passed", "failed", "incomplete"]


def modelled(course: dict) -> Course:
    """The course as cxkit's model, without going through a file."""
    return Course.model_validate(_with_text_keys(course))


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(one) for key, one in value.items()}
    return [_with_text_keys(one) for one in value] if isinstance(value, list) else value


class Planned:
    """A generated course with its plan and the grammars of its marks; turns students into cxkit's."""

    def __init__(self, course: dict):
        self.course, self.model = course, modelled(course)
        self.plan: Plan = compile_plan(self.model)
        lists = [self.model.components, *(route.components for route in self.model.routes)]
        found = {one.id: one for components in lists for one in _walk(components)}
        self.grammars: dict[str, MarkGrammar] = {}
        self.units: Units = {}
        for name, leaf in leaves_of(course).items():
            grammar = grammar_for(found[name], self.model, over_max=leaf.over_max)
            self.grammars[name] = grammar
            self.units = {**self.units, name: (grammar.unit,) * leaf.attempts}

    def student(self, cells: dict, name: str = "") -> Student:
        """The student with exact marks; what the attendance cells say is the oracle's reading."""
        ids = ["", *(route["id"] for route in self.course.get("routes", []))]
        absent, total = Grading(self.course, cells).absence()
        return Student(
            id=name,
            name=name,
            route=ids.index(cells.get("route", "")[-1:].lower()),
            marks={leaf: tuple(self._marks(leaf, cells[leaf])) for leaf in self.grammars},
            absent=absent,
            total=total,
        )

    def _marks(self, leaf: str, cells: list[str]) -> Iterator[Mark]:
        for cell in cells:
            reading = read_mark(cell, self.grammars[leaf])
            assert isinstance(reading, Reading), reading
            yield Mark(reading.state, self.grammars[leaf].unit, reading.value)

    def frame(self, students: list[Student]) -> pl.DataFrame:
        """The students as the frame of exact marks that a roster is read into."""
        columns: dict[str, pl.Series] = {
            "row": pl.Series(range(len(students)), dtype=pl.Int64),
            "id": pl.Series([student.id for student in students], dtype=pl.String),
            "name": pl.Series([student.name for student in students], dtype=pl.String),
            "email": pl.Series([None for _ in students], dtype=pl.String),
            "route": pl.Series([student.route for student in students], dtype=pl.Int16),
        }
        for leaf, units in self.units.items():
            for k in range(len(units)):
                marks = [student.marks[leaf][k] for student in students]
                columns[f"{leaf}#{k}.v"] = pl.Series([mark.value for mark in marks], dtype=pl.Int64)
                columns[f"{leaf}#{k}.s"] = pl.Series([int(mark.state) for mark in marks], dtype=pl.Int8)
        scopes = {scheme.attendance.scope for scheme in self.plan.schemes if scheme.attendance is not None}
        for scope in scopes:
            for which in ("absent", "total"):
                numbers = [self._sessions(student, scope, which) for student in students]
                columns[f"{which}@{scope}"] = pl.Series(numbers, dtype=pl.Int64)
        return pl.DataFrame(columns)

    def _sessions(self, student: Student, scope: int, which: str) -> int | None:
        attendance = self.plan.schemes[student.route].attendance
        number: Fraction | None = getattr(student, which)
        if number is None or attendance is None or attendance.scope != scope:
            return None
        return int(number * SCALE)

    def row(self, outcome: Outcome) -> dict:
        """What the engine has to say of a student with this outcome."""
        labels = self.plan.scale.labels
        tops = {one.id for scheme in self.plan.schemes for one in scheme.components}
        shown = {name: outcome.percents.get(name) for name in tops}
        return {
            "percent": _floored(outcome.percent, self.plan.decimals),
            "base": None if outcome.base_grade is None else labels.index(outcome.base_grade),
            "grade": None if outcome.grade is None else labels.index(outcome.grade),
            "status": STATUSES.index(outcome.status),
            "notes": {name if part is None else f"{name}:{part}" for name, part in outcome.notes},
            **{f"c.{name}": _floored(percent, self.plan.decimals) for name, percent in shown.items()},
        }


def rows_of(graded: pl.DataFrame) -> list[dict]:
    """The engine's answers, to be compared with `Planned.row`."""
    rows = graded.drop("row", "id", "name", "email", "route").to_dicts()
    return [row | {"notes": set(filter(None, row["notes"].split("; ")))} for row in rows]


def outcome_of(derivation: Derivation) -> Outcome:
    """The derivation as the oracle would have put it."""
    notes = [(note.code, note.component) for note in derivation.notes]
    assert len(notes) == len(set(notes)), notes
    return Outcome(
        percent=derivation.percent,
        percent_unrounded=derivation.percent_unrounded,
        base_grade=derivation.base_grade,
        grade=derivation.grade,
        status=str(derivation.status),
        share=derivation.attendance.share if derivation.attendance else None,
        notes=set(notes),
        percents={one.id: one.percent for one in _results(derivation.components)},
    )


def expected(outcome: Outcome) -> Outcome:
    """The oracle's outcome; a derivation has the number before rounding even where nothing is rounded."""
    unrounded = outcome.percent if outcome.percent_unrounded is None else outcome.percent_unrounded
    return replace(outcome, percent_unrounded=unrounded)


def _walk(components: tuple[Component, ...]) -> Iterator[Component]:
    for one in components:
        yield one
        yield from _walk(one.parts)


def _results(components: tuple[ComponentResult, ...]) -> Iterator[ComponentResult]:
    for one in components:
        yield one
        yield from _results(one.parts)


def _floored(percent: Fraction | None, decimals: int) -> int | None:
    return None if percent is None else floor(percent * 10**decimals)
