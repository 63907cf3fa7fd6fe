"""`cxkit grade`: the grades of a roster, as a table for people or as files."""

from __future__ import annotations

from typing import Annotated

import typer

from cxkit.cli.languages import Language
from cxkit.cli.outputs import ReportFormat


def grade(
    roster: Annotated[
        str, typer.Argument(metavar="ROSTER", help="The gradebook export; - is standard input.")
    ],
    course: Annotated[
        str | None,
        typer.Option(
            "--course", metavar="FILE", help="The course file; default: the only one beside the roster."
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="[FORMAT:]FILE",
            help="Write csv, json or md, by the ending; may repeat.",
        ),
    ] = None,
    format_: Annotated[
        ReportFormat | None, typer.Option("--format", help="Print this instead of the table.")
    ] = None,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="Language of table and report; default: the course's.")
    ] = None,
    delimiter: Annotated[
        str | None,
        typer.Option("--delimiter", metavar="C", help="What separates the columns; default: found."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that exist.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no summary and no progress.")] = False,
) -> None:
    """Grade a roster by a course file.

    Examples:

    \b
      cxkit grade gradebook.csv --course course.yaml
      cxkit grade gradebook.csv -o grades.csv -o report.md
      cxkit grade gradebook.csv --format json > grades.json
    """
