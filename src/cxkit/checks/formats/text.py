"""The format `text`: each finding with its source line and what to do, and a summary at the end."""

from __future__ import annotations

from cxkit.checks.excerpts import Excerpts
from cxkit.checks.findings import Findings
from cxkit.checks.formats.lines import text
from cxkit.checks.formats.summary import summary


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return the findings for people to read."""
    excerpts = Excerpts(findings.diagnostics, findings.texts)
    blocks = [text(found, excerpts, colour=colour) for found in findings.diagnostics]
    return "".join(f"{block}\n" for block in (*blocks, summary(findings)) if block)
