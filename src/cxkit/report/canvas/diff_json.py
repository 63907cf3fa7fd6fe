"""What changed between two versions of a canvas as JSON, for programs.

`docs/guide/canvas-exchange.md` describes the fields, which are a contract; a change that would break a
program raises the number in the schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cxkit.canvas.diff import Change, What
from cxkit.canvas.journey import Stage
from cxkit.documents.base import Model, Text
from cxkit.documents.diagnostics import Diagnostic
from cxkit.report.canvas.diff_text import Comparison
from cxkit.report.json_text import on_lines

SCHEMA = "cxkit/canvas-diff/1"


def diff_json(comparison: Comparison, before: str, after: str) -> str:
    """Return the comparison as a JSON document; ``before`` and ``after`` are the names of the files."""
    canvas = comparison.view.canvas
    document = {
        "schema": SCHEMA,
        "kind": canvas.kind,
        "before": {"file": before, "id": comparison.before.id},
        "after": {"file": after, "id": canvas.id},
        "changes": [_change(one) for one in comparison.changes],
        "findings": {
            "opened": [_finding(one) for one in comparison.opened],
            "closed": [_finding(one) for one in comparison.closed],
        },
    }
    return on_lines(document) + "\n"


def _change(change: Change) -> dict[str, object]:
    found: dict[str, object] = {"change": change.what.value, "path": [step.key for step in change.path]}
    if change.path[-1].called is not None:
        found["name"] = plain(change.path[-1].called)
    before, after = change.before, change.after
    if (isinstance(before, Stage) or isinstance(after, Stage)) and change.path[0].key == "touchpoints":
        return found | {"stage_before": before and before.id, "stage_after": after and after.id}
    if change.what is What.MOVED:
        return found
    return found | {"before": plain(before), "after": plain(after)}


def plain(value: Any) -> object:
    """Return a value of a model as JSON has it: a text in several languages is a map of them."""
    match value:
        case Text():
            return dict(value.entries) if value.languages else str(value)
        case Model():
            fields = type(value).model_fields
            return {name: plain(getattr(value, name)) for name in fields if getattr(value, name) is not None}
        case Mapping():
            return {str(key): plain(one) for key, one in value.items()}
        case tuple():
            return [plain(one) for one in value]
        case date():
            return value.isoformat()
    return value


def _finding(found: Diagnostic) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "line": found.span.line if found.span is not None else None,
    }
