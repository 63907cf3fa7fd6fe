"""The formats in which findings are written: one module a format, each with a function `render`.

Which format is wanted, whether in colour, and where the text goes is for the command line to say.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module

from cxkit.checks.findings import Findings


class Format(StrEnum):
    """A format; its module in this package has the same name."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


def render(format_: Format, findings: Findings, *, colour: bool = False, columns: int | None = None) -> str:
    """Return the findings in a format, a whole text that ends with a line end (or is empty).

    ``colour`` is for a terminal, and ignored by the formats that programs read; ``columns`` is the width of
    one, for source lines of the format `text`.
    """
    # Imported by name, so that a run loads the one format that it writes.
    module = import_module(f"{__name__}.{format_.value}")
    fitting = {"columns": columns} if format_ is Format.TEXT else {}
    text: str = module.render(findings, colour=colour, **fitting)
    return text
