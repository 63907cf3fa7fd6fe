"""Findings for the tests of formats: harmless ones, and ones with everything in them that could do harm."""

from __future__ import annotations

from cxkit.checks.findings import Findings
from cxkit.documents.diagnostics import Diagnostic, Severity, Span

COURSE = """\
kind: course
components:
  - {id: exam, wieght: 100}
  - {id: exam, weight: 0}
notes: [one,
  two]
"""
KEY = Diagnostic(
    "CX030", Severity.ERROR, "`wieght` has no meaning here", "Did you mean `weight`?",
    "a/course.yaml", Span(3, 14, 3, 20), "demo-1",
)  # fmt: skip
LIST = Diagnostic("CX032", Severity.WARNING, "A list", None, "a/course.yaml", Span(5, 8, 6, 7), "demo-1")
REMARK = Diagnostic("CX999", Severity.INFO, "It could be better.", "Make it so.", "b.yaml")
LOST = Diagnostic("CX998", Severity.ERROR, "Nowhere in particular?")

NASTY = (
    "50 %,\r\n::error::x \x1b[31mred\x07 \u202etxt [a](javascript:x) "
    "<b> & \"q\" 'p' ]]> \ud800 \ufffe `c` | end"
)
HOSTILE = Diagnostic("CX030", Severity.ERROR, NASTY, NASTY, f"{NASTY}.yaml", Span(1, 1, 1, 2), NASTY)


def findings(*diagnostics: Diagnostic, **more: object) -> Findings:
    """Return the findings of a run over two files."""
    values = {"files": ("a/course.yaml", "b.yaml"), "texts": {"a/course.yaml": COURSE}, **more}
    return Findings(diagnostics=diagnostics, **values)  # type: ignore[arg-type]


USUAL = findings(LOST, KEY, LIST, REMARK)
