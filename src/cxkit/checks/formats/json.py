"""The format `json`: every finding with all that is known about it, for programs."""

from __future__ import annotations

import json
from typing import Any

from cxkit.checks.findings import Findings
from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.escape import json_text

SCHEMA_VERSION = 1


def render(findings: Findings, *, colour: bool = False) -> str:  # noqa: ARG001  # programs see no colours
    """Return a JSON object with the keys `schema_version`, `diagnostics` and `summary`.

    What is not known is null. Lines and columns count from 1 in characters, the end is exclusive.
    """
    document = {
        "schema_version": SCHEMA_VERSION,
        "diagnostics": [_finding(found) for found in findings.diagnostics],
        "summary": {
            "files": len(findings.files),
            "errors": findings.count(Severity.ERROR),
            "warnings": findings.count(Severity.WARNING),
            "infos": findings.count(Severity.INFO),
        },
    }
    return json_text(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _finding(found: Diagnostic) -> dict[str, Any]:
    span = found.span
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
        "file": found.file,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "document": found.document,
    }
