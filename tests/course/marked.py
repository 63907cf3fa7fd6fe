"""Course files for rule tests, with a mark in front of each place where a finding is expected."""

from collections.abc import Callable, Sequence

from cxkit.course.model import Course
from cxkit.course.rules import RULES, problems, remarks
from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.documents.document import Document
from cxkit.documents.loader import load_text

MARK = "§"
HEAD = "kind: course\nversion: 1\nid: TEST-1\ntitle: Test\n"
DEFAULTS = {
    "credits": "credits: 5\n",
    "bands": "bands: {1: 40, 3: 70, 5: 90}\n",
    "components": "components: [{id: exam, weight: 100, max: 10}]\n",
}
A_FAIL = {"no_marks": "no_marks: fail\n", "tests": "tests: [{name: none, given: {}, status: failed}]\n"}
"""What keeps the rules about worked tests silent on any course."""

ERRORS = {one.rule.code for one in RULES if one.rule.severity is Severity.ERROR}


def course_text(body: str) -> str:
    """A whole course file around the keys that a test is about."""
    return HEAD + _left_out(DEFAULTS, body) + body


def _left_out(texts: dict[str, str], body: str) -> str:
    keys = {line.replace(MARK, "").split(":")[0] for line in body.splitlines()}
    return "".join(text for key, text in texts.items() if key not in keys)


def places(text: str) -> list[tuple[int, int]]:
    """The line and column of what follows each mark, when the marks are taken out."""
    return [
        (number, column + 1 - before)
        for number, line in enumerate(text.splitlines(), start=1)
        for before, column in enumerate(i for i, character in enumerate(line) if character == MARK)
    ]


def found(body: str) -> list[Diagnostic]:
    """The errors of a course that is well-formed."""
    return _said(body, problems)


def noticed(body: str) -> list[Diagnostic]:
    """The warnings and infos about a course that is well-formed."""
    return _said(body + _left_out(A_FAIL, body), remarks)


def _said(body: str, by: Callable[[Course, Document], list[Diagnostic]]) -> list[Diagnostic]:
    loaded = load_text(course_text(body).replace(MARK, ""), Course, file="course.yaml")
    assert loaded.model is not None, loaded.diagnostics
    assert loaded.document is not None
    return by(loaded.model, loaded.document)


def judge(code: str, bad: str, good: str, *, beside: Sequence[str] = ()) -> list[Diagnostic]:
    """Hold that the bad body breaks one rule exactly at its marks, and the good body none.

    A rule of warnings is held against all warnings and infos, one of errors against all errors.
    ``beside`` are codes that may be raised as well, in both.
    """
    said = found if code in ERRORS else noticed
    findings = [finding for finding in said(bad) if finding.code not in beside]
    at = [(finding.span.line, finding.span.column) for finding in findings if finding.span]
    assert at == places(course_text(bad)), findings
    assert {finding.code for finding in findings} == {code}
    assert [finding for finding in said(good) if finding.code not in beside] == []
    return findings
