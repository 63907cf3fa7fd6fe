"""`cxkit.report.views`: counts, exact statistics, and who needs a decision."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from tests.report.classes import COURSE, graded, plan_of, whole_class

from cxkit.report.views import Tally, bars, decisions, lacks_a_gate, quantile, statistics, summarise

PLAN = plan_of(COURSE)
CLASS = whole_class(PLAN)


def ids(students: object) -> list[int]:
    assert isinstance(students, tuple)
    return [int(student.id.removeprefix("a20000")) for student in students]


def test_summary() -> None:
    summary = summarise(PLAN, CLASS)
    assert (summary.students, summary.passed, summary.failed, summary.incomplete) == (15, 8, 4, 3)
    assert summary.distribution == (("H", 4), ("1", 0), ("2", 0), ("3", 2), ("4", 2), ("5", 4))
    assert sum(count for _, count in summary.distribution) == 12


def test_mean_and_median_are_rounded_down() -> None:
    shares = ["100", "100", "99.99"]
    students = [graded(PLAN, 1, {"demo": share}, route="demonstration") for share in shares]
    summary = summarise(PLAN, students)
    assert summary.mean_percent == Decimal("99.99")
    assert summary.median_percent == Decimal("100.00")


def test_nobody() -> None:
    summary = summarise(PLAN, [])
    assert summary.students == 0
    assert summary.mean_percent is summary.median_percent is None
    assert [found.count for found in statistics(PLAN, [])] == [0, 0, 0, 0, 0]


def test_a_tally_passes_students_on() -> None:
    tally = Tally(PLAN)
    assert list(tally.counting(iter(CLASS))) == CLASS
    assert tally.summary() == summarise(PLAN, CLASS)


@pytest.mark.parametrize(
    ("share", "expected"), [("0", 1), ("1/4", "7/4"), ("1/2", "5/2"), ("3/4", "13/4"), ("1", 4)]
)
def test_quartiles_lie_between_values(share: str, expected: int | str) -> None:
    assert quantile([Fraction(n) for n in (1, 2, 3, 4)], Fraction(share)) == Fraction(expected)
    assert quantile([Fraction(7)], Fraction(share)) == 7


def test_statistics_leave_out_who_has_no_mark() -> None:
    found = {statistic.id: statistic for statistic in statistics(PLAN, CLASS)}
    assert list(found) == ["exam", "exercises", "project", "own", "demo"]
    assert found["project"].count == 11
    assert found["exam"].minimum == Decimal("48.75")
    assert found["own"].passed == 10
    assert found["own"].count == 11
    assert found["own"].mean is None
    assert found["demo"].median == Decimal("89.99")


def test_decisions() -> None:
    picked = decisions(PLAN, CLASS)
    assert ids(picked.close) == [15]
    assert ids(picked.failed) == [3, 5, 7]
    assert ids(picked.incomplete) == [6, 10, 11]


CLOSE = """
kind: course
version: 1
id: X
title: X
credits: 1
bands: {1: 40, 2: 50, 3: 60}
components:
  - {id: exam, weight: 100, max: 100}
  - {id: own, mark: pass_fail, required: true}
attendance:
  sessions: 4
  column: {absent: Gone}
  rules: [{above: 25, lower: 3}, {above: 50, fail: true}]
"""


@pytest.mark.parametrize(
    ("exam", "own", "absent", "close", "blocked"),
    [
        ("39.5", "pass", 0, True, False),
        ("49.5", "pass", 0, True, False),
        ("39.5", "fail", 0, True, True),
        ("49.5", "fail", 0, False, False),  # failed although the percent passes
        ("39.5", "pass", 3, False, False),  # absence that nothing repairs
        ("59.5", "pass", 3, False, False),
        ("39.5", "pass", 2, False, False),  # lowered to the fail anyway
        ("49.5", "pass", 2, False, False),
        ("39.5", "fail", 2, False, False),
    ],
)
def test_close_are_those_whom_more_points_would_help(
    exam: str, own: str, absent: int, close: bool, blocked: bool
) -> None:
    plan = plan_of(CLOSE)
    student = graded(plan, 1, {"exam": exam, "own": own}, absent=absent, total=4)
    assert "close_to" in [note.code for note in student.notes]
    picked = decisions(plan, [student])
    assert picked.close == ((student,) if close else ())
    assert lacks_a_gate(student) is (own == "fail")
    assert (close and lacks_a_gate(student)) is blocked


def test_a_lowered_grade_may_still_be_close() -> None:
    plan = plan_of(CLOSE.replace("lower: 3", "lower: 1"))
    student = graded(plan, 1, {"exam": "59.5", "own": "pass"}, absent=2, total=4)
    assert decisions(plan, [student]).close == (student,)
    plan = plan_of(CLOSE.replace("sessions: 4\n", "sessions: 4\n  floor: lowest_pass\n"))
    student = graded(plan, 1, {"exam": "39.5", "own": "pass"}, absent=2, total=4)
    assert decisions(plan, [student]).close == (student,)


def test_bars_sum_to_all_students() -> None:
    summary = summarise(PLAN, CLASS)
    shown = bars(summary, "open")
    assert shown[-1] == ("open", 3)
    assert sum(count for _, count in shown) == summary.students
    assert "open" not in dict(bars(summarise(PLAN, CLASS[:1]), "open"))
