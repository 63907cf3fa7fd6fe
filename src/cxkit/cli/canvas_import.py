"""`cxkit canvas import`: journeys out of Mermaid text and tables of touchpoints."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxkit.cli import console
from cxkit.cli.languages import Language
from cxkit.escape import terminal

if TYPE_CHECKING:
    from cxkit.canvas.journey import Journey
    from cxkit.cli.canvas_onto import Destination

ENDINGS = (".yaml", ".yml")


def import_(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="Mermaid text, a Markdown page with Mermaid in it, or a table as CSV; - for standard input.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="The canvas to write; several journeys need a folder: FOLDER/.",
            show_default=False,
        ),
    ],
    lang: Annotated[
        Language | None,
        typer.Option(
            "--lang", help="Language that the journey is in, where its file does not say.", show_default=False
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Go onto journeys that exist; replace what is no document of cxkit."),
    ] = False,
) -> None:
    """Make journeys of Mermaid user journeys or a table of touchpoints.

    Onto a journey that is there, with --force: what they cannot say of it is kept, such as its goal.

    Examples:

    \b
      cxkit canvas import journey.mmd -o journey.yaml
      cxkit canvas import README.md -o journeys/
      cxkit canvas import touchpoints.csv -o journey.yaml --lang fi
    """
    from cxkit.canvas.import_text import text_of
    from cxkit.canvas.importing import journeys_in
    from cxkit.canvas.writing import SCHEMAS, canvas_yaml
    from cxkit.cli.canvas_onto import destination
    from cxkit.documents.source import read_bytes
    from cxkit.files import write_all

    stream = console.standard_input() if file == console.STANDARD_INPUT else None
    text, warnings = text_of(read_bytes(file, stream=stream), file)
    console.diagnostics(warnings, sys.stderr)
    _refuse_canvas(text, file)
    inputs = [] if stream is not None else [file]
    name = Path(file).stem if stream is None else "journey"
    language = None if lang is None else lang.value
    found = journeys_in(text, file, name=name, language=language)
    targets = _targets([one.journey for one in found], output, file)
    goes = [
        destination(target, one, file, lang=language, force=force)
        for target, one in zip(targets, found, strict=True)
    ]
    _make_folder(targets, output)
    contents: dict[str | Path, bytes] = {
        one.file: canvas_yaml(one.journey, schemas=one.schemas or SCHEMAS).encode() for one in goes
    }
    write_all(contents, force=force, inputs=inputs)
    for one in goes:
        _say(one)
    console.out(terminal(f"See what is still missing: cxkit check {shlex.quote(output)}"))


def _say(written: Destination) -> None:
    """Say what was written and in which language, what was kept or is missing."""
    stages, points = len(written.journey.stages), sum(1 for _ in written.journey.touchpoints())
    parts = f"{_count(stages, 'stage')}, {_count(points, 'touchpoint')}"
    language = f"; {written.language}" if written.language else ""
    console.out(terminal(f"Written: {written.file} ({parts}{language})"))
    if written.said:
        console.out(terminal(written.said))


def _refuse_canvas(text: str, file: str) -> None:
    from cxkit.documents.kinds import WHAT_KINDS_ARE, kind_in

    kind = kind_in(text)
    if kind in WHAT_KINDS_ARE:
        raise console.CommandError(
            f"{file} is {WHAT_KINDS_ARE[kind]} of cxkit already; there is nothing to import."
        )


def _targets(journeys: Sequence[Journey], output: str, file: str) -> list[Path]:
    """Return where each journey goes; raises CommandError where that cannot be."""
    path = Path(output)
    if output.endswith(("/", "\\")) or path.is_dir():
        return [path / f"{journey.id}.yaml" for journey in journeys]
    if len(journeys) > 1:
        raise console.CommandError(
            f"{file} holds {len(journeys)} user journeys; name a folder for them, such as `-o journeys/`."
        )
    if not path.suffix and path.name:
        path = path.with_name(f"{path.name}.yaml")
    if path.suffix.lower() not in ENDINGS:
        raise console.CommandError(
            f"{path} cannot be a canvas: its name has to end in .yaml, as all that is looked for in a folder."
        )
    return [path]


def _make_folder(targets: Sequence[Path], output: str) -> None:
    from cxkit.files import UnwritableFile

    folder = targets[0].parent
    if not output.endswith(("/", "\\")) or folder.is_dir():
        return
    if folder.exists():
        raise UnwritableFile(f"{folder} is a file; name a folder.")
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnwritableFile(f"{folder} cannot be made: {reason}.") from error


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
