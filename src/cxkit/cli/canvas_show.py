"""`cxkit canvas show`: a canvas on the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.canvas_options import OwnKinds, Shown


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The canvas to show.", show_default=False)],
    lang: Shown = None,
    kind: OwnKinds = None,
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
