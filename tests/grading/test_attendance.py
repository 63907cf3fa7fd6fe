"""Attendance and routes: strict limits, the strongest rule, floors, and who is asked at all."""

from fractions import Fraction

import pytest
from tests.grading.marking import graded, plan_of, student_of

from cxkit.grading.results import AttendanceResult, Status

ATTENDANCE = """
delivery: contact
attendance:
  sessions: 8
  column: {absent: Poissa}
  rules: [{above: 25, lower: 1}, {above: 50, fail: true}]
%s
components: [{id: exam, weight: 100, max: 10}, {id: pre, mark: pass_fail, missing: incomplete}]
"""


def one(text, exam="9", absent=0, total=8, pre="ok", **settings):
    plan = plan_of(text)
    return graded(plan, student_of(plan, {"exam": exam, "pre": pre}, absent=absent, total=total, **settings))[
        0
    ]


def codes(derivation):
    return [note.text() for note in derivation.notes]


@pytest.mark.parametrize(
    ("absent", "grade", "notes"),
    [
        (0, "5", []),
        (2, "5", []),
        (Fraction(2000001, 1000000), "4", ["attendance_lowered"]),
        (4, "4", ["attendance_lowered"]),
        (5, "0", ["attendance_failed"]),
    ],
)
def test_a_limit_must_be_exceeded(absent, grade, notes):
    found = one(ATTENDANCE % "", absent=absent)
    assert (found.base_grade, found.grade, codes(found)) == ("5", grade, notes)
    assert found.attendance == AttendanceResult(Fraction(absent), Fraction(8), Fraction(absent) / 8)


def test_one_step_lower_is_one_step_down_the_scale():
    assert [one(ATTENDANCE % "", exam, 3).grade for exam in ("9", "7", "4", "3.9")] == ["4", "2", "0", "0"]
    assert codes(one(ATTENDANCE % "", "3", 3)) == []


def test_lowering_can_stop_at_the_lowest_passing_grade():
    text = (ATTENDANCE % "").replace("  rules:", "  floor: lowest_pass\n  rules:")
    assert [one(text, exam, 3).grade for exam in ("7", "4", "3")] == ["2", "1", "0"]
    assert one(text, "9", 5).grade == "0"


def test_only_the_strongest_rule_is_used():
    text = (ATTENDANCE % "").replace("{above: 50, fail: true}", "{above: 50, lower: 3}")
    assert [one(text, "9", absent).grade for absent in (3, 5)] == ["4", "2"]


def test_no_share_no_rule():
    for absent, total in ((None, None), (0, 0)):
        found = one(ATTENDANCE % "", absent=absent, total=total)
        assert found.grade == "5"
        assert found.attendance is None or found.attendance.share is None


def test_absence_beyond_repair_beats_incomplete_and_no_marks():
    waiting = one(ATTENDANCE % "", absent=5, pre="")
    assert (waiting.status, waiting.base_grade, waiting.grade) == (Status.FAILED, "5", "0")
    unmarked = one(ATTENDANCE % "", "", absent=5, pre="")
    assert (unmarked.status, unmarked.base_grade, unmarked.grade) == (Status.FAILED, None, "0")
    assert codes(unmarked) == ["no_marks", "attendance_failed"]
    nothing = one(ATTENDANCE % "", "EX", absent=5)
    assert (nothing.status, nothing.percent, nothing.grade) == (Status.FAILED, None, "0")


def test_while_incomplete_nothing_is_lowered():
    found = one(ATTENDANCE % "", absent=3, pre="")
    assert (found.status, found.base_grade, found.grade) == (Status.INCOMPLETE, None, None)
    assert codes(found) == ["incomplete:pre"]


def test_attendance_concerns_the_ways_of_delivery_it_names():
    text = (ATTENDANCE % "").replace("  sessions:", "  applies_to: [online]\n  sessions:")
    assert one(text, absent=8).grade == "5"
    assert one(text.replace("delivery: contact\n", ""), absent=8).grade == "0"


def test_only_a_share_is_known_with_absent_percent():
    text = (ATTENDANCE % "").replace("absent: Poissa", "absent_percent: Poissa-%")
    found = one(text, absent=30, total=100)
    assert found.attendance == AttendanceResult(None, None, Fraction(3, 10))
    assert found.notes[0].values["share"] == Fraction(3, 10)


ROUTES = """
routes:
  - {id: work, attendance: false}
  - id: demo
    title: {fi: Näyttö, en: Demonstration}
    attendance: true
    bands: {1: 50, 5: 80}
    components: [{id: show, weight: 100, max: 4}]
  - {id: online, attendance: {sessions: 4, column: {absent: Verkosta}, rules: [{above: 75, lower: 5}]}}
route_column: Suoritustapa
"""


def test_a_route_has_components_bands_and_attendance_of_its_own():
    plan = plan_of(ATTENDANCE % ROUTES)
    cells = {"exam": "9", "pre": "ok", "show": "3"}
    found = graded(
        plan,
        *(
            student_of(plan, cells, id_=f"t{n}", route=n, absent=absent, total=4)
            for n, absent in enumerate((3, 4, 2, 4))
        ),
        student_of(plan, cells, id_="t4", route=0, absent=2, total=8),
    )
    assert [one.route for one in found] == [None, "work", "demo", "online", None]
    assert [one.grade for one in found] == ["0", "5", "0", "0", "5"]
    assert [one.percent for one in found] == [90, 90, 75, 90, 90]
    assert [one.attendance is None for one in found] == [False, True, False, False, False]
    assert found[2].base_grade == "1"
    assert [step.path for step in found[2].steps if step.code == "band"] == [("routes", 1, "bands")]
