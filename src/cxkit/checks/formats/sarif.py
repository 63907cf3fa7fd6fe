"""The format `sarif`: SARIF 2.1.0, which code scanning services and editors read.

Nothing in it depends on when, where or in which folder the check ran.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from cxkit import __version__
from cxkit.checks.excerpts import Excerpts
from cxkit.checks.findings import Findings
from cxkit.checks.formats.rules import described
from cxkit.documents.diagnostics import Diagnostic, Severity, Span
from cxkit.escape import json_text, plain

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
FINGERPRINT = "cxkitFinding/v1"
BASE = "SRCROOT"

_BRACKET = re.compile(r"[\[\]]")
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # the other surrogates stand for bytes of a file's name


def render(findings: Findings, *, colour: bool = False) -> str:  # noqa: ARG001  # programs see no colours
    """Return one run with the rules that were broken and a result a finding."""
    codes = sorted({found.code for found in findings.diagnostics})
    index = {code: number for number, code in enumerate(codes)}
    fingerprints = _fingerprints(findings)
    results = [
        _result(found, index, fingerprint)
        for found, fingerprint in zip(findings.diagnostics, fingerprints, strict=True)
    ]
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "cxkit",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(code, findings) for code in codes],
            }
        },
        "invocations": [_invocation(findings)],
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder that the file names start from."}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _invocation(findings: Findings) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": not findings.unreadable}
    if findings.unreadable:
        invocation["toolExecutionNotifications"] = [
            {"level": "error", "message": {"text": _message(sentence)}} for sentence in findings.unreadable
        ]
    return invocation


def _rule(code: str, findings: Findings) -> dict[str, Any]:
    rule = findings.rules.get(code)
    if rule is None:
        return {"id": code}
    short, full, text, formatted = described(rule)
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": text, "markdown": formatted},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.kind]},
    }


def _result(found: Diagnostic, index: Mapping[str, int], fingerprint: str) -> dict[str, Any]:
    text = found.message + ("" if found.message.endswith((".", "?", "!")) else ".")
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index[found.code],
        "level": LEVELS[found.severity],
        "message": {"text": _message(f"{text} {found.hint}" if found.hint else text)},
    }
    if found.file is not None:
        location: dict[str, Any] = {"artifactLocation": _artifact(found.file)}
        if found.span is not None:
            location["region"] = _region(found.span)
        result["locations"] = [{"physicalLocation": location}]
    return result | {"partialFingerprints": {FINGERPRINT: fingerprint}}


def _message(text: str) -> str:
    """Return a message in which brackets make no link."""
    return _BRACKET.sub(lambda bracket: "\\" + bracket[0], plain(text)) if "](" in text else plain(text)


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(file: str) -> dict[str, str]:
    path = PurePath(file)
    name = _NO_BYTE.sub("\ufffd", path.as_posix())
    encoded = quote(name.encode("utf-8", "surrogateescape"))
    if path.is_absolute():
        return {"uri": f"file://{'' if encoded.startswith('/') else '/'}{encoded}"}
    if ".." in path.parts:
        return {"uri": encoded}
    return {"uri": encoded, "uriBaseId": BASE}


def _fingerprints(findings: Findings) -> list[str]:
    """Return what tells each finding from the others as long as its own line stays as it is.

    It is made of the code, the file, the line without its indentation and what the span covers of it, not
    of the line's number, nor of the message, which may name other lines. Equal ones are counted.
    """
    lines = Excerpts(findings.diagnostics, findings.texts)
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for found in findings.diagnostics:
        line, covered = "", ""
        if found.file is not None and found.span is not None:
            line = lines(found.file, found.span.line) or ""
            end = found.span.end_column - 1 if found.span.end_line == found.span.line else len(line)
            covered = line[found.span.column - 1 : end]
        parts = (found.code, found.file or "", line.strip(), covered)
        seen[parts] += 1
        content = "\0".join((*parts, str(seen[parts])))
        made.append(sha256(content.encode("utf-8", "backslashreplace")).hexdigest())
    return made
