"""The format `junit`: a test case a file, for the test pages of build servers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from cxkit.checks.findings import Findings
from cxkit.checks.formats.lines import concise
from cxkit.checks.formats.summary import counts
from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.escape import plain

_NO_XML = re.compile("[\ufffe\uffff]")
_ELSEWHERE = "cxkit"


def render(findings: Findings, *, colour: bool = False) -> str:  # noqa: ARG001  # programs see no colours
    """Return XML in which a file fails by what fails the run; the rest is told as its output.

    A file that could not be opened is a test case with an error. Times are left out, for they differ.
    """
    by_file: dict[str, list[Diagnostic]] = {file: [] for file in findings.files}
    for found in findings.diagnostics:
        by_file.setdefault(found.file or _ELSEWHERE, []).append(found)
    cases = [_case(file, found, strict=file in findings.strict) for file, found in by_file.items()]
    cases += [_unopened(sentence) for sentence in findings.unreadable]
    failures = sum("<failure " in case for case in cases)
    numbers = f'tests="{len(cases)}" failures="{failures}" errors="{len(findings.unreadable)}"'
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="cxkit" {numbers}>',
            f'  <testsuite name="cxkit check" {numbers} skipped="0">',
            *cases,
            "  </testsuite>",
            "</testsuites>",
            "",
        ]
    )


def _case(file: str, found: Sequence[Diagnostic], *, strict: bool) -> str:
    levels = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    failing = [one for one in found if one.severity in levels]
    passing = [one for one in found if one.severity not in levels]
    inside = []
    if failing:
        attributes = f"type={_attribute(failing[0].code)} message={_attribute(counts(failing))}"
        inside.append(f"<failure {attributes}>{_told(failing)}</failure>")
    if passing:
        inside.append(f"<system-out>{_told(passing)}</system-out>")
    return _element(file, inside)


def _unopened(sentence: str) -> str:
    file = sentence.partition(": ")[0]
    return _element(file, [f'<error type="unreadable" message={_attribute(sentence)}/>'])


def _element(name: str, inside: Sequence[str]) -> str:
    opening = f'    <testcase classname="cxkit" name={_attribute(name)}'
    if not inside:
        return f"{opening}/>"
    return "\n".join([f"{opening}>", *(f"      {part}" for part in inside), "    </testcase>"])


def _told(found: Sequence[Diagnostic]) -> str:
    lines = []
    for one in found:
        lines.append(concise(one))
        if one.hint is not None:
            lines.append(f"  help: {plain(one.hint)}")
    return escape(_harmless("\n".join(lines), lines=True))


def _attribute(text: str) -> str:
    return quoteattr(_harmless(text))


def _harmless(text: str, *, lines: bool = False) -> str:
    """Return text that XML can hold: it has no place for most control characters, not even as numbers."""
    clean = "\n".join(map(plain, text.split("\n"))) if lines else plain(text)
    return _NO_XML.sub("\ufffd", clean)
