"""Course files for rule tests, with a mark in front of each place where a finding is expected."""

from collections.abc import Sequence

from cxkit.course.model import Course
from cxkit.course.rules import problems
from cxkit.documents.diagnostics import Diagnostic
from cxkit.documents.loader import load_text

MARK = "§"
HEAD = "kind: course\nversion: 1\nid: TEST-1\ntitle: Test\n"
DEFAULTS = {
    "credits": "credits: 5\n",
    "bands": "bands: {1: 40, 3: 70, 5: 90}\n",
    "components": "components: [{id: exam, weight: 100, max: 10}]\n",
}


def course_text(body: str) -> str:
    """A whole course file around the keys that a test is about."""
    keys = {line.replace(MARK, "").split(":")[0] for line in body.splitlines()}
    return HEAD + "".join(text for key, text in DEFAULTS.items() if key not in keys) + body


def places(text: str) -> list[tuple[int, int]]:
    """The line and column of what follows each mark, when the marks are taken out."""
    return [
        (number, column + 1 - before)
        for number, line in enumerate(text.splitlines(), start=1)
        for before, column in enumerate(i for i, character in enumerate(line) if character == MARK)
    ]


def found(body: str) -> list[Diagnostic]:
    """What the rules say about a course that is well-formed."""
    loaded = load_text(course_text(body).replace(MARK, ""), Course, file="course.yaml")
    assert loaded.model is not None, loaded.diagnostics
    assert loaded.document is not None
    return problems(loaded.model, loaded.document)


def judge(code: str, bad: str, good: str, *, beside: Sequence[str] = ()) -> list[Diagnostic]:
    """Hold that the bad body breaks one rule exactly at its marks, and the good body none.

    ``beside`` are codes that may be raised as well, in both.
    """
    findings = [finding for finding in found(bad) if finding.code not in beside]
    at = [(finding.span.line, finding.span.column) for finding in findings if finding.span]
    assert at == places(course_text(bad)), findings
    assert {finding.code for finding in findings} == {code}
    assert [finding for finding in found(good) if finding.code not in beside] == []
    return findings
