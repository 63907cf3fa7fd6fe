"""The format `github`: workflow commands that become annotations, and a table for the job's summary.

The summary goes to the file that the job names; which one that is, the command line knows.
"""

from __future__ import annotations

import re

from cxkit.checks.findings import Findings
from cxkit.checks.formats.lines import place
from cxkit.checks.formats.summary import summary
from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.escape import markdown, plain

ROWS = 300
"""How many findings the table has at most; a summary over one mebibyte would be refused as a whole."""

_CARRIED = re.compile(r"[^\r\n\t]+")
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SIGNS = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.INFO: "ℹ️ info"}


def render(findings: Findings, *, colour: bool = False) -> str:  # noqa: ARG001  # the log has colours of its own
    """Return a command a finding, and the summary as a plain line of the log."""
    lines = [_command(found, findings) for found in findings.diagnostics]
    return "".join(f"{line}\n" for line in (*lines, summary(findings)) if line)


def step_summary(findings: Findings) -> str:
    """Return Markdown with the counts and a table of the findings."""
    lines = ["### cxkit check", "", summary(findings), ""]
    if findings.diagnostics:
        lines += ["| Severity | Where | What is wrong | What to do |", "|---|---|---|---|"]
        lines += [_row(found) for found in findings.diagnostics[:ROWS]]
        lines.append("")
    if len(findings.diagnostics) > ROWS:
        lines += [f"{len(findings.diagnostics) - ROWS:,} more are in the log.", ""]
    lines += [f"* {markdown(sentence)}" for sentence in findings.unreadable]
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(found: Diagnostic) -> str:
    what = f"**{found.code}** {markdown(found.message)}"
    cells = (_SIGNS[found.severity], markdown(place(found)), what, markdown(found.hint or ""))
    return f"| {' | '.join(cells)} |"


def _command(found: Diagnostic, findings: Findings) -> str:
    rule = findings.rules.get(found.code)
    properties = _properties(found) | {"title": f"{found.code} {rule.name}" if rule else found.code}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = plain(found.message) + (f"\n{plain(found.hint)}" if found.hint else "")
    return f"::{_COMMANDS[found.severity]} {listed}::{_data(message)}"


def _properties(found: Diagnostic) -> dict[str, str]:
    properties = {} if found.file is None else {"file": _name(found.file)}
    span = found.span
    if span is not None:
        properties |= {"line": str(span.line), "col": str(span.column), "endLine": str(span.line)}
        # Columns are only shown within one line, so a longer span is narrowed to where it begins.
        if span.end_line == span.line:
            properties["endColumn"] = str(span.end_column)
    return properties


def _name(file: str) -> str:
    """Return a file's name as it is, as far as a command can carry it: GitHub reads only some signs back."""
    return _CARRIED.sub(lambda part: plain(part[0]), file)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
