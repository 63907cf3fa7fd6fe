"""`cxkit explain`: how one grade came about."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxkit.cli import console
from cxkit.cli.languages import Language, report_language
from cxkit.escape import terminal

if TYPE_CHECKING:
    from cxkit.documents.diagnostics import Diagnostic
    from cxkit.grading.results import Derivation
    from cxkit.report.grades import PlannedCourse


def explain(
    roster: Annotated[
        str, typer.Argument(metavar="ROSTER", help="The gradebook export; - is standard input.")
    ],
    student: Annotated[
        str, typer.Argument(metavar="STUDENT", help="Id of the student, or the name or e-mail.")
    ],
    course: Annotated[
        str | None,
        typer.Option(
            "--course", metavar="FILE", help="The course file; default: the only one beside the roster."
        ),
    ] = None,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="Language of the explanation; default: the course's.")
    ] = None,
    delimiter: Annotated[
        str | None,
        typer.Option("--delimiter", metavar="C", help="What separates the columns; default: found."),
    ] = None,
) -> None:
    """Show step by step how a student's grade came about.

    Examples:

    \b
      cxkit explain gradebook.csv a2000001 --course course.yaml
      cxkit explain gradebook.csv opiskelija01@example.invalid
    """
    from cxkit.cli.grading_run import planned_course
    from cxkit.locale import Texts
    from cxkit.report.explain import explanation
    from cxkit.report.wrapping import HANGING, wrapped

    if roster != "-" and not Path(roster).exists() and Path(student).is_file():
        swapped = f"{shlex.quote(student)} {shlex.quote(roster)}"
        raise console.CommandError(f"There is no roster `{roster}`: did you mean `cxkit explain {swapped}`?")
    planned = planned_course(course, roster)
    with console.Progress() as progress:
        derivation, warnings = _derivation(roster, student, planned, delimiter, progress)
    console.diagnostics(warnings, sys.stderr)
    texts = Texts(report_language(lang, planned.plan.course.language))
    width = console.paper().width
    console.out(terminal(f"{derivation.name} ({derivation.id})" if derivation.name else derivation.id))
    console.out("")
    for step in explanation(
        planned.plan, derivation, texts, file=Path(planned.file).name, line_of=planned.line_of
    ):
        rule = f"  [{step.rule}]" if step.rule else ""
        lead = "  " * step.depth
        room = None if width is None else width - len(lead)
        for line in wrapped(terminal(step.text + rule), room, HANGING):
            console.out(lead + line)


def _derivation(
    roster: str, wanted: str, planned: PlannedCourse, delimiter: str | None, progress: console.Progress
) -> tuple[Derivation, Sequence[Diagnostic]]:
    """Find the student and derive the grade; what the roster's reading warns of comes with it."""
    from cxkit.cli.grading_run import load_engine, open_roster

    load_engine()
    from cxkit.cli.student_search import Search
    from cxkit.grading.student import Student, students
    from cxkit.report.grades import agreed, graded

    opened = open_roster(roster, planned, delimiter=delimiter, progress=progress)
    plan, units = planned.plan, opened.layout.units
    search: Search[tuple[Student, dict[str, object]]] = Search(wanted)
    for marks, results in graded(plan, opened):
        who = zip(marks["id"], marks["name"], marks["email"], strict=True)
        for number, (id_, name, email) in enumerate(who):
            if search.fits(id_, name, email):
                (one,) = students(plan, units, marks.slice(number, 1))
                search.add(id_, (one, results.row(number, named=True)))
    return agreed(plan, *search.found()), opened.diagnostics
