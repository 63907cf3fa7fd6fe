"""`cxkit course new`: a course file to begin with."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxkit.cli import console
from cxkit.cli.languages import Language
from cxkit.escape import terminal

if TYPE_CHECKING:
    from cxkit.course.export_columns import ColumnGuess
    from cxkit.course.guesses import GuessedComponent

LONGEST_CELL = 40
"""How many characters of a cell are shown."""


def new_course_file(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="The course file to write; a name without an ending gets .yaml.",
            show_default=False,
        ),
    ],
    from_roster: Annotated[
        str | None,
        typer.Option(
            "--from-roster", metavar="CSV", help="Take the components from the headers of a gradebook export."
        ),
    ] = None,
    lang: Annotated[
        Language | None,
        typer.Option(
            "--lang",
            help="Language of course and comments; default: fi for a Finnish export, else en.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
) -> None:
    """Write a course file with comments that explain each choice.

    Examples:

    \b
      cxkit course new course.yaml
      cxkit course new course.yaml --from-roster gradebook.csv --lang fi
    """
    from cxkit.course.export_columns import likely_language
    from cxkit.course.scaffold import new_course
    from cxkit.files import check_targets, write_all
    from cxkit.report.wrapping import HANGING, wrapped
    from cxkit.roster.guess import guess_columns

    file = file if file.suffix or not file.name else file.with_name(f"{file.name}.yaml")
    inputs = [from_roster] if from_roster is not None and from_roster != "-" else []
    check_targets([file], force=force, inputs=inputs)
    stream = console.standard_input() if from_roster == "-" else None
    columns = [] if from_roster is None else guess_columns(from_roster, stream=stream)
    language = lang.value if lang is not None else likely_language(columns) or Language.EN.value
    text = new_course(language=language, id=file.stem, columns=columns)
    write_all({file: text.encode()}, force=force, inputs=inputs)
    said = f"Written: {file}. Fill it in, then run: cxkit check {shlex.quote(str(file))}"
    console.out(terminal(said))
    if file.suffix.lower() not in (".yaml", ".yml"):
        console.out("Name it .yaml: only such files are found in a folder or beside a roster.")
    width = console.paper().width
    for sentence in _what_became_of(columns):
        for line in wrapped(terminal(sentence), width, HANGING):
            console.out(line)


def _what_became_of(columns: Sequence[ColumnGuess]) -> Iterator[str]:
    """Say which columns of the export were not taken and why, and which hold cells that are no marks."""
    from cxkit.course.export_columns import NotTaken
    from cxkit.course.guesses import components_from_headers

    guess = components_from_headers(columns)
    if guess.components:
        yield f"Components: {', '.join(map(_with_attempts, guess.components))}"
    for component in guess.components:
        if component.retake_of is not None:
            both = f"{component.title} a retake of {component.retake_of}"
            yield f"  Is {both}? Then make one component of the two, as the file says."
    if guess.not_taken:
        yield "Columns not taken:"
        for why in dict.fromkeys(why for _, why in guess.not_taken):
            columns = [column for column, reason in guess.not_taken if reason is why]
            cells = why is NotTaken.TEXT
            headers = [_header(column) + (_odd_cells(column) if cells else "") for column in columns]
            yield f"  {', '.join(headers)}: {why}"
    odd = [column for column in guess.taken if column.odd]
    if odd:
        yield "Columns taken, with cells that are no marks; correct them before grading:"
        yield from (f"  {_header(column)}{_odd_cells(column)}" for column in odd)


def _with_attempts(component: GuessedComponent) -> str:
    retakes = ", ".join(component.attempts[1:])
    return f"{component.title} (with {retakes})" if retakes else component.title


def _header(column: ColumnGuess) -> str:
    return " ".join(column.header.split())


def _odd_cells(column: ColumnGuess) -> str:
    cells = [f'line {cell.line}: "{" ".join(cell.text.split())[:LONGEST_CELL]}"' for cell in column.odd]
    more = column.odd_count - len(cells)
    if more:
        cells.append(f"and {more} more")
    return f" ({', '.join(cells)})" if cells else ""
