"""The format `text`: each finding with its source line and a hint, a summary, and how full canvases are."""

from __future__ import annotations

from cxkit.checks.excerpts import Excerpts
from cxkit.checks.findings import Findings
from cxkit.checks.formats.fullness import fullness
from cxkit.checks.formats.lines import text
from cxkit.checks.formats.summary import summary


def render(findings: Findings, *, colour: bool = False, columns: int | None = None) -> str:
    """Return the findings for people to read, on a terminal of so many ``columns``."""
    excerpts = Excerpts(findings.diagnostics, findings.texts)
    blocks = [text(found, excerpts, colour=colour, columns=columns) for found in findings.diagnostics]
    return "".join(f"{block}\n" for block in (*blocks, summary(findings), *fullness(findings)) if block)
