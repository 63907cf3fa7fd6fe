"""The grades of a roster by a course file: what the command line and Python programs have in common.

Reading, rules, planning and the engine are the rooms' below; this module calls them in order and
holds every derivation against the engine's row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from cxkit.checks.runner import read_course
from cxkit.documents.diagnostics import Diagnostic, Refused
from cxkit.documents.document import Document
from cxkit.exact import floor_scaled
from cxkit.grading.derive import derive
from cxkit.grading.plan import Plan, compile_plan
from cxkit.grading.results import Derivation, ModelPath

if TYPE_CHECKING:
    import polars as pl

    from cxkit.grading.student import Student, Units
    from cxkit.roster.read import Roster


@dataclass(frozen=True, slots=True)
class PlannedCourse:
    """A course file that can be graded by, and the plan made from it."""

    file: str
    document: Document
    plan: Plan

    def line_of(self, path: ModelPath) -> int | None:
        """Return the line of the course file on which a rule stands; None for a default it leaves unsaid."""
        while path and path not in self.document.places:
            path = path[:-1]
        return self.document.key_span(path).line if path else None


@dataclass(frozen=True, slots=True)
class ClassGrades:
    """The grades of a class: a derivation for each student, in the roster's order, and the warnings."""

    plan: Plan
    students: tuple[Derivation, ...]
    warnings: tuple[Diagnostic, ...]


def grade(roster: str, course: str, *, delimiter: str | None = None) -> ClassGrades:
    """Grade a roster by a course file, exactly and with every step.

    Raises `UnreadableFile` for a file that cannot be read at all and `Refused`, with all findings,
    for one with errors inside.
    """
    from cxkit.roster.read import read

    planned = plan_course(course)
    opened = read(roster, planned.plan.course, planned.document, delimiter=delimiter)
    students = tuple(
        derivation
        for marks, results in graded(planned.plan, opened)
        for derivation in derived(planned.plan, opened.layout.units, marks, results)
    )
    return ClassGrades(planned.plan, students, opened.diagnostics)


def plan_course(file: str, *, stream: BinaryIO | None = None) -> PlannedCourse:
    """Read and plan a course file; ``stream`` stands in for it. Raises `UnreadableFile` and `Refused`."""
    checked = read_course(file, stream=stream)
    if not checked.sound or checked.course is None or checked.document is None:
        raise Refused(checked.diagnostics)
    return PlannedCourse(file, checked.document, compile_plan(checked.course))


def graded(plan: Plan, roster: Roster) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Yield the exact marks and the engine's results, batch by batch.

    Nothing may be used for good before the end: Refused is raised there when any cell is wrong.
    """
    from cxkit.grading.engine import grade_frame

    for marks in roster.batches():
        yield marks, grade_frame(plan, roster.layout.units, marks)


def derived(plan: Plan, units: Units, marks: pl.DataFrame, results: pl.DataFrame) -> Iterator[Derivation]:
    """Derive every student of a batch and hold each derivation against the engine's row."""
    from cxkit.grading.student import students

    for student, row in zip(students(plan, units, marks), results.iter_rows(named=True), strict=True):
        yield agreed(plan, student, row)


def agreed(plan: Plan, student: Student, row: dict[str, object]) -> Derivation:
    """Derive one student; raises AssertionError, a bug, when the engine has graded otherwise."""
    from cxkit.grading.engine.frame import STATUS_CODES

    derivation = derive(plan, student)
    labels = plan.scale.labels
    base, grade = row["base"], row["grade"]
    engine = {
        "percent": row["percent"],
        "base grade": labels[base] if isinstance(base, int) else None,
        "grade": labels[grade] if isinstance(grade, int) else None,
        "status": row["status"],
        "notes": row["notes"],
    } | {part.id: row[f"c.{part.id}"] for part in derivation.components}
    steps = {
        "percent": None if derivation.percent is None else floor_scaled(derivation.percent, plan.decimals),
        "base grade": derivation.base_grade,
        "grade": derivation.grade,
        "status": STATUS_CODES[derivation.status],
        "notes": "; ".join(note.text() for note in derivation.notes),
    } | {
        part.id: None if part.percent is None else floor_scaled(part.percent, plan.decimals)
        for part in derivation.components
    }
    if engine != steps:
        wrong = ", ".join(
            f"{key} {engine[key]!r} and {steps[key]!r}" for key in engine if engine[key] != steps[key]
        )
        raise AssertionError(f"engine and derivation differ for {student.id!r}: {wrong}")
    return derivation
