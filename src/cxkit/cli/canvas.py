"""The commands of `cxkit canvas`, each in a file of its own, put together as one group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cxkit.cli.canvas_diff import diff
from cxkit.cli.canvas_import import import_
from cxkit.cli.canvas_kinds import kinds
from cxkit.cli.canvas_new import new
from cxkit.cli.canvas_preview import preview
from cxkit.cli.canvas_render import render
from cxkit.cli.canvas_show import show

HELP = """Keep canvases as files: begin, show, draw, import, compare.

Examples:

\b
  cxkit canvas new journey.yaml --lang fi
  cxkit canvas show journey.yaml
  cxkit canvas render journey.yaml -o journey.html -o journey.svg
  cxkit canvas import touchpoints.csv -o journey.yaml
  cxkit canvas diff old/journey.yaml journey.yaml
  cxkit canvas kinds
"""

COMMANDS: dict[str, Callable[..., Any]] = {
    "new": new,
    "show": show,
    "preview": preview,
    "render": render,
    "import": import_,
    "diff": diff,
    "kinds": kinds,
}
"""The commands by the word that calls them, in the order of the help."""
