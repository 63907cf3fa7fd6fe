"""From a course file and a roster to grades: the calls that `grade` and `explain` have in common."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from cxkit.cli import console
from cxkit.cli.console import STANDARD_INPUT, CommandError
from cxkit.cli.course_beside import course_beside
from cxkit.documents.diagnostics import Severity
from cxkit.report.grades import PlannedCourse, plan_course
from cxkit.roster.opening import YAML_ENDINGS

if TYPE_CHECKING:
    from cxkit.documents.diagnostics import Diagnostic
    from cxkit.roster.read import Roster


def planned_course(course: str | None, roster: str) -> PlannedCourse:
    """Read the course file, which may be left out when it is the only one beside the roster.

    Raises CommandError and UnreadableFile; Refused with what is wrong in it.
    """
    if course == STANDARD_INPUT and roster == STANDARD_INPUT:
        raise CommandError("Standard input can be the roster or the course file, not both.")
    if roster.lower().endswith(YAML_ENDINGS):
        raise CommandError(_no_roster(roster, course))
    file = course_beside(roster) if course is None else course
    return plan_course(file, stream=console.standard_input() if file == STANDARD_INPUT else None)


def failed_tests(course: PlannedCourse) -> list[Diagnostic]:
    """Grade the worked tests of the course file; return as warnings those that fail and are not accepted."""
    from cxkit.checks.suppressions import suppressions
    from cxkit.checks.worked import failed_cases

    found = [
        replace(diagnostic, severity=Severity.WARNING)
        for diagnostic in failed_cases(course.plan.course, course.document)
    ]
    accepted = suppressions(course.document.text, course.file)
    return list(accepted.apply(found, course.file, lambda _code: False))


def _no_roster(roster: str, course: str | None) -> str:
    if course is not None and not course.lower().endswith(YAML_ENDINGS):
        swapped = f"{shlex.quote(course)} --course {shlex.quote(roster)}"
        return f"`{roster}` is a YAML file, not a roster: did you mean `{swapped}`?"
    hint = "give the gradebook export (CSV) first and the course file with `--course`"
    return f"`{roster}` is a YAML file, not a roster: {hint}."


def load_engine() -> None:
    """Import what reads rosters and grades them; an interrupt waits until that is done."""
    from importlib import import_module

    from cxkit.files.interrupts import undisturbed

    with undisturbed():
        for module in ("cxkit.roster.read", "cxkit.report.grades"):
            import_module(module)


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
