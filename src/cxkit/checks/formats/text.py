"""The format `text`: each finding with its source line and what to do, and a summary at the end."""

from __future__ import annotations

from cxkit.checks.excerpts import Excerpts
from cxkit.checks.findings import Findings
from cxkit.checks.formats.lines import text
from cxkit.documents.diagnostics import Severity


def render(findings: Findings, *, colour: bool = False) -> str:
    """Return the findings for people to read."""
    excerpts = Excerpts(findings.diagnostics, findings.texts)
    shown = [text(found, excerpts, colour=colour) + "\n" for found in findings.diagnostics]
    return "".join(shown) + summary(findings)


def summary(findings: Findings) -> str:
    """Return the last line: how many files were checked and what was found."""
    if not findings.files and not findings.diagnostics:
        return "" if findings.unreadable else "No cxkit files found.\n"
    number = len(findings.files)
    checked = "1 file checked" if number == 1 else f"{number:,} files checked"
    counts = [(findings.count(severity), severity.value) for severity in Severity]
    found = ", ".join(_counted(count, word) for count, word in counts if count)
    return f"{checked}: {found or 'no findings'}.\n"


def _counted(count: int, word: str) -> str:
    plural = "" if count == 1 or word == "info" else "s"
    return f"{count:,} {word}{plural}"
