"""`cxkit canvas kinds`: which kinds of canvas there are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.languages import Language
from cxkit.escape import terminal

GAP = "  "
_NARROW = 60
"""On fewer cells the line stands under the name and not beside it."""


def kinds(
    lang: Annotated[Language, typer.Option("--lang", help="Language of the names.")] = Language.EN,
    kind: Annotated[
        list[Path] | None,
        typer.Option(
            "--kind", metavar="FILE", help="A kind of canvas of your own; may repeat.", show_default=False
        ),
    ] = None,
) -> None:
    """List the kinds of canvas with a line on what each is for.

    Examples:

    \b
      cxkit canvas kinds
      cxkit canvas kinds --lang fi
    """
    from rich.cells import cell_len

    from cxkit.cli.canvas_reading import kinds_for
    from cxkit.report.wrapping import wrapped

    known = kinds_for("cxkit.toml", kind or ())
    width = console.paper().width
    widest = max(cell_len(name) for name in known.names)
    for name in known.names:
        one = known.kind(name)
        line = terminal(f"{one.title.get(lang.value)}. {one.purpose.get(lang.value)}")
        if width is not None and width < _NARROW:
            console.out(name)
            indent = GAP
        else:
            indent = " " * (widest + len(GAP))
        room = None if width is None else max(width - len(indent), 1)
        lines = [indent + part for part in wrapped(line, room)]
        if indent != GAP:
            lines[0] = name + lines[0][cell_len(name) :]
        for part in lines:
            console.out(part)
