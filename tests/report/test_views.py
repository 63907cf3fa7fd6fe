"""`cxkit.report.views`: counts, exact statistics, and who needs a decision."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from tests.report.classes import COURSE, graded, plan_of, whole_class

from cxkit.report.views import Tally, bars, decisions, quantile, statistics, summarise

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


def test_bars_sum_to_all_students() -> None:
    summary = summarise(PLAN, CLASS)
    shown = bars(summary, "open")
    assert shown[-1] == ("open", 3)
    assert sum(count for _, count in shown) == summary.students
    assert "open" not in dict(bars(summarise(PLAN, CLASS[:1]), "open"))
