"""`cxkit course new`: a course file to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.languages import Language


def new_course_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The course file to write.", show_default=False)
    ],
    from_roster: Annotated[
        str | None,
        typer.Option(
            "--from-roster", metavar="CSV", help="Take the components from the headers of a gradebook export."
        ),
    ] = None,
    lang: Annotated[
        Language, typer.Option("--lang", help="Language of the course and of the comments.")
    ] = Language.EN,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
) -> None:
    """Write a course file with comments that explain each choice.

    Examples:

    \b
      cxkit course new course.yaml
      cxkit course new course.yaml --from-roster gradebook.csv --lang fi
    """
    from cxkit.course.scaffold import new_course
    from cxkit.files import check_targets, write_all
    from cxkit.roster.guess import guess_columns

    inputs = [from_roster] if from_roster is not None and from_roster != "-" else []
    check_targets([file], force=force, inputs=inputs)
    stream = console.standard_input() if from_roster == "-" else None
    columns = [] if from_roster is None else guess_columns(from_roster, stream=stream)
    text = new_course(language=lang.value, id=file.stem, columns=columns)
    write_all({file: text.encode()}, force=force, inputs=inputs)
    console.out(f"Written: {file}. Fill it in, then run: cxkit check {file}")
