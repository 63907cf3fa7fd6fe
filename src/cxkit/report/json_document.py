"""Results as JSON, written piece by piece: one student a line, numbers exact.

The shape is that of schema version 1. Numbers come from decimals and fractions and are written as
they are, without a detour through binary floats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from cxkit.exact import floor_to, fraction_text, terminating_decimals
from cxkit.grading.plan import Plan
from cxkit.grading.results import AttendanceResult, ComponentResult, Derivation
from cxkit.locale import Texts
from cxkit.report.json_text import on_one_line
from cxkit.report.messages import Wording
from cxkit.report.views import Summary, Tally

SCHEMA_VERSION = 1


def json_document(plan: Plan, derivations: Iterable[Derivation], texts: Texts) -> Iterator[str]:
    """Yield the document in pieces, in the order of ``derivations``; they are taken one by one."""
    course = {"id": plan.course.id, "title": plan.course.title.get(texts.language, plan.course.language)}
    words, tally = Wording.of(plan, texts), Tally(plan)
    yield f'{{"schema_version": {SCHEMA_VERSION}, "course": {on_one_line(course)}, "students": ['
    before = "\n"
    for derivation in tally.counting(derivations):
        yield before + on_one_line(_student(plan, derivation, words))
        before = ",\n"
    yield f'\n], "summary": {on_one_line(_summary(tally.summary()))}}}\n'


def _student(plan: Plan, derivation: Derivation, words: Wording) -> dict[str, object]:
    student: dict[str, object] = {
        "id": derivation.id,
        "name": derivation.name,
        "route": derivation.route,
        "percent": _shown(derivation.percent, plan.decimals),
        "percent_exact": _exact(derivation.percent),
    }
    if plan.rounding is not None:
        student["percent_unrounded"] = _exact(derivation.percent_unrounded)
    return student | {
        "base_grade": derivation.base_grade,
        "grade": derivation.grade,
        "status": derivation.status.value,
        "notes": [
            {"code": note.code, "component": note.component, "message": words.note(note, derivation.route)}
            for note in derivation.notes
        ],
        "attendance": _attendance(derivation.attendance),
        "components": [_component(result, plan.decimals) for result in derivation.components],
    }


def _component(result: ComponentResult, places: int) -> dict[str, object]:
    component: dict[str, object] = {
        "id": result.id,
        "percent": _shown(result.percent, places),
        "percent_exact": _exact(result.percent),
        "counted": result.counted,
        "weight": fraction_text(result.weight),
        "contribution_exact": fraction_text(result.contribution),
    }
    if result.parts:
        component["parts"] = [_component(part, places) for part in result.parts]
    return component


def _attendance(attendance: AttendanceResult | None) -> dict[str, object] | None:
    if attendance is None:
        return None
    return {
        "absent": _sessions(attendance.absent),
        "total": _sessions(attendance.total),
        "share": _exact(attendance.share),
    }


def _summary(summary: Summary) -> dict[str, object]:
    return {
        "students": summary.students,
        "passed": summary.passed,
        "failed": summary.failed,
        "incomplete": summary.incomplete,
        "distribution": dict(summary.distribution),
        "mean_percent": summary.mean_percent,
        "median_percent": summary.median_percent,
    }


def _shown(percent: Fraction | None, places: int) -> Decimal | None:
    return None if percent is None else floor_to(percent, places)


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else fraction_text(value)


def _sessions(value: Fraction | None) -> int | Decimal | None:
    if value is None or value.denominator == 1:
        return None if value is None else value.numerator
    return floor_to(value, terminating_decimals(value) or 0)
