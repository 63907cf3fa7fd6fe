"""`cxkit explain`: how one grade came about."""

from __future__ import annotations

from typing import Annotated

import typer

from cxkit.cli.languages import Language


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
