"""The format `concise`: one line a finding."""

from __future__ import annotations

from cxkit.checks.findings import Findings
from cxkit.checks.formats.lines import concise


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return `file:line:column: CX103 error: message` for each finding."""
    return "".join(concise(found, colour=colour) + "\n" for found in findings.diagnostics)
