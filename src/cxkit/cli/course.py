"""`cxkit course new`: a course file to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cxkit.cli.languages import Language


def new_course_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The course file to write.", show_default=False)
    ],
    from_roster: Annotated[
        Path | None,
        typer.Option(
            "--from-roster", metavar="CSV", help="Take the components from a gradebook export's headers."
        ),
    ] = None,
    lang: Annotated[
        Language, typer.Option("--lang", help="Language of the course and the comments.")
    ] = Language.EN,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
) -> None:
    """Write a course file with comments that explain each choice.

    Examples:

    \b
      cxkit course new course.yaml
      cxkit course new course.yaml --from-roster gradebook.csv --lang fi
    """
