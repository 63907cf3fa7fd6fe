"""From a course file and a roster to grades: the calls that `grade` and `explain` have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxkit.checks.runner import read_course
from cxkit.cli import console
from cxkit.cli.console import CommandError
from cxkit.cli.course_beside import course_beside
from cxkit.documents.diagnostics import Refused
from cxkit.documents.document import Document
from cxkit.exact import floor_scaled
from cxkit.grading.derive import derive
from cxkit.grading.plan import Plan, compile_plan
from cxkit.grading.results import Derivation, ModelPath

if TYPE_CHECKING:
    import polars as pl

    from cxkit.grading.student import Student, Units
    from cxkit.roster.layout import Layout
    from cxkit.roster.read import Roster

STANDARD_INPUT = "-"


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


def planned_course(course: str | None, roster: str) -> PlannedCourse:
    """Read the course file, which may be left out when it is the only one beside the roster.

    Raises CommandError and UnreadableFile; Refused with what is wrong in it.
    """
    if course == STANDARD_INPUT and roster == STANDARD_INPUT:
        raise CommandError("Standard input can be the roster or the course file, not both.")
    file = course_beside(roster) if course is None else course
    checked = read_course(file, stream=console.standard_input() if file == STANDARD_INPUT else None)
    if not checked.sound or checked.course is None or checked.document is None:
        raise Refused(checked.diagnostics)
    return PlannedCourse(file, checked.document, compile_plan(checked.course))


def open_roster(
    file: str, course: PlannedCourse, *, delimiter: str | None, progress: Callable[[int], None]
) -> Roster:
    """Open the roster of a course; raises UnreadableFile and Refused."""
    from cxkit.roster.read import read

    return read(
        file,
        course.plan.course,
        course.document,
        delimiter=delimiter,
        stream=console.standard_input() if file == STANDARD_INPUT else None,
        progress=progress,
    )


def graded(plan: Plan, roster: Roster) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Yield the exact marks and the engine's results, batch by batch.

    Nothing may be used for good before the end: Refused is raised there when any cell is wrong.
    """
    from cxkit.grading.engine import grade_frame

    units = units_of(roster.layout)
    for marks in roster.batches():
        yield marks, grade_frame(plan, units, marks)


def units_of(layout: Layout) -> Units:
    """Return the unit of each column of a component."""
    columns = sorted(layout.marks, key=lambda column: column.attempt)
    ids = dict.fromkeys(column.component for column in layout.marks)
    return {id_: tuple(column.unit for column in columns if column.component == id_) for id_ in ids}


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
