"""The format `json`: every finding with all that is known about it, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cxkit.checks.findings import Findings
from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.escape import json_text

if TYPE_CHECKING:
    from cxkit.canvas.completeness import Completeness

SCHEMA_VERSION = 1


def render(findings: Findings, *, colour: bool = False) -> str:  # noqa: ARG001  # programs see no colours
    """Return a JSON object with the keys `schema_version`, `diagnostics` and `summary`.

    Where canvases were checked, `completeness` says of each how many of its places are filled, those at
    touchpoints apart, and the share of all in percent, rounded down. What is not known is null. Lines and
    columns count from 1 in characters, the end is exclusive.
    """
    document: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "diagnostics": [_finding(found) for found in findings.diagnostics],
        "summary": {
            "files": len(findings.files),
            "errors": findings.count(Severity.ERROR),
            "warnings": findings.count(Severity.WARNING),
            "infos": findings.count(Severity.INFO),
        },
    }
    if findings.completeness:
        document["completeness"] = [_filled(file, found) for file, found in findings.completeness.items()]
    return json_text(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _filled(file: str, found: Completeness) -> dict[str, Any]:
    at_touchpoints, elsewhere = found.at_touchpoints, found.elsewhere
    return {
        "file": file,
        "percent": int(found.percent),
        "filled": found.filled,
        "places": len(found.places),
        "blocks_and_keys": {"filled": elsewhere.filled, "places": len(elsewhere.places)},
        "touchpoint_fields": {"filled": at_touchpoints.filled, "places": len(at_touchpoints.places)},
    }


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
