"""`cxkit canvas render`: canvases as documents and pictures."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.canvas_options import OwnKinds, Shown


class PrintedFormat(StrEnum):
    """The formats that are text, and can be printed."""

    HTML = "html"
    SVG = "svg"
    MD = "md"
    MERMAID = "mermaid"
    CSV = "csv"
    JSON = "json"


class Theme(StrEnum):
    """The colours of a picture."""

    LIGHT = "light"
    DARK = "dark"


def render(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Canvases, and folders with canvases in them.")
    ],
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="[FORMAT:]FILE",
            help="Write html, svg, pdf, png, md, mermaid, csv or json, by the ending; may repeat. "
            "Several canvases need a folder: html:FOLDER/.",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        PrintedFormat | None,
        typer.Option("--format", help="Print this instead of writing a file.", show_default=False),
    ] = None,
    lang: Shown = None,
    theme: Annotated[Theme, typer.Option("--theme", help="Colours of svg and png.")] = Theme.LIGHT,
    font: Annotated[
        list[Path] | None,
        typer.Option(
            "--font",
            metavar="FILE",
            help="A font for letters of pdf and png that Inter lacks; may repeat.",
            show_default=False,
        ),
    ] = None,
    kind: OwnKinds = None,
    watch: Annotated[bool, typer.Option("--watch", help="Write again whenever a file is saved.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace files that exist.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not say what was written.")] = False,
) -> None:
    """Write canvases as documents and pictures.

    Examples:

    \b
      cxkit canvas render journey.yaml -o journey.html -o journey.svg
      cxkit canvas render journey.yaml -o journey.pdf --lang en
      cxkit canvas render canvases/ -o html:pages/ -o svg:pictures/
      cxkit canvas render journey.yaml -o journey.html --watch
    """
    from cxkit.cli.rendering import Rendering, Wishes
    from cxkit.report.canvas.formats import CanvasFormat

    wishes = Wishes(lang, theme.value, tuple(font or ()), tuple(kind or ()))
    rendering = Rendering(files, output or (), wishes)
    if format_ is not None:
        if output or watch:
            raise console.CommandError("--format prints one canvas; it goes with neither -o nor --watch.")
        rendering.print(CanvasFormat(format_.value))
        return
    if not output:
        raise console.CommandError(
            "Say where to write, such as `-o journey.html`, or print it with `--format md`."
        )
    rendering.write(force=force, quiet=quiet)
    if watch:
        rendering.keep_writing(quiet=quiet)
