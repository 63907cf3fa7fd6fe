"""Options that several canvas commands share, each said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cxkit.cli.languages import Language

Shown = Annotated[
    Language | None,
    typer.Option("--lang", help="Language to show it in; default: the canvas's.", show_default=False),
]
"""The language of what is shown or written; without it, that of the canvas."""

OwnKinds = Annotated[
    list[Path] | None,
    typer.Option(
        "--kind", metavar="FILE", help="A kind of canvas of your own; may repeat.", show_default=False
    ),
]
"""Files with kinds of the user's own, beside those of the configuration."""
