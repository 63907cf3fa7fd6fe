"""`cxkit canvas show`: a canvas on the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.languages import Language


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The canvas to show.", show_default=False)],
    lang: Annotated[
        Language | None,
        typer.Option("--lang", help="Language shown; default: that of the canvas.", show_default=False),
    ] = None,
    kind: Annotated[
        list[Path] | None,
        typer.Option(
            "--kind", metavar="FILE", help="A kind of canvas of your own; may repeat.", show_default=False
        ),
    ] = None,
) -> None:
    """Show a canvas on the terminal: what it says, and how full it is.

    Examples:

    \b
      cxkit canvas show journey.yaml
      cxkit canvas show journey.yaml --lang en
    """
    from cxkit.cli.canvas_reading import read_view
    from cxkit.report.canvas.terminal import terminal_lines

    view = read_view(file, lang, kind or ())
    for line in terminal_lines(view, console.paper()):
        console.out(line)
