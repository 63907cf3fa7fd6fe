"""Worked cases of a course file: what comes out as written, and what is said when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxkit.checks.runner import check_course
from cxkit.documents.diagnostics import Diagnostic, Severity

COURSE = """\
kind: course
version: 1
id: C-1
title: Course
credits: 5
bands: {1: 40, 3: 70, 5: 90}
roster: {excused: [vapautettu], decimal: ","}
sessions:
  - {date: 2026-01-12}
  - {date: 2026-01-19}
  - {date: 2026-01-26}
  - {date: 2026-02-02, taught: false}
  - {date: 2026-02-09}
attendance:
  column: {absent: Poissa}
  rules:
    - {above: 25, lower: 1}
    - {above: 50, fail: true}
route_column: Tapa
routes:
  - id: work
    title: {fi: Opinnollistaminen, en: Learning at work}
    attendance: false
    components:
      - {id: plan, weight: 100, max: 3}
components:
  - {id: exam, weight: 50, max: 30, column: [Tentti, Uusinta]}
  - id: labs
    weight: 50
    over_max: cap
    parts:
      - {id: lab1, max: 10}
      - {id: lab2, max: 10, missing: skip}
  - {id: pre, mark: pass_fail}
tests:
"""

FIRST = COURSE.count("\n") + 1

DIGITS = "up to 9 digits before and 6 after a decimal point"
EITHER = "Give pass or fail, or a plain number"

MORE = COURSE.replace(
    "{id: exam, weight: 50, max: 30, column: [Tentti, Uusinta]}",
    "{id: exam, weight: 50, max: 30, column: [Tentti, Uusinta], retry_cap: 80, "
    "required: true, missing: fail}",
).replace(
    "  - {id: pre, mark: pass_fail}",
    """\
  - {id: pre, mark: pass_fail}
  - {id: talk, mark: pass_fail, max: 10, pass_mark: 50, required: true}
  - {id: essay, mark: grade, weight: 0}
  - {id: open, max: 5, weight: 0, missing: incomplete}""",
)


def findings(tmp_path: Path, *cases: str, course: str = COURSE) -> list[Diagnostic]:
    """Return the errors of a course with these cases, each on a line of its own from line `FIRST`."""
    file = tmp_path / "course.yaml"
    file.write_text(course + "".join(f"  - {{name: case, {case}}}\n" for case in cases), encoding="utf-8")
    return [found for found in check_course(str(file)).diagnostics if found.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "case",
    [
        "given: {exam: 30, lab1: 10, lab2: 10}, percent: 100, grade: 5, status: passed",
        "given: {exam: 15, lab1: 8}, percent: 65, grade: 1",
        "given: {exam: [15, 24], lab1: 8, lab2: 8}, percent: 80, grade: 3",
        "given: {exam: [15], lab1: 10}, percent: 75",
        "given: {exam: [EX, 24], lab1: 8}, percent: 80",
        "given: {exam: vapautettu, lab1: 8}, percent: 80",
        "given: {exam: 7.5, lab1: 10}, percent: 62.5",
        'given: {exam: "7,5", lab1: 10}, percent: 62.5',
        "given: {exam: 10, lab1: 10}, percent: 66.66",
        "given: {exam: 30, lab1: 99}, percent: 100",
        "given: {exam: 30, lab1: 10, absent: 1}, grade: 5",
        "given: {exam: 30, lab1: 10, absent: 2}, grade: 4",
        "given: {exam: 30, lab1: 10, attended: 2}, grade: 4",
        "given: {exam: 30, lab1: 10, attended: 1}, grade: 0, status: failed",
        "given: {exam: 30, lab1: 10, attended: 1}, grade: 0.00",
        "given: {plan: 2, route: LEARNING AT WORK}, percent: 66.66, grade: 1",
        "given: {plan: 3, route: opinnollistaminen, absent: 4}, grade: 5",
        "given: {plan: 3, route: work}, grade: 5",
        "given: {exam: 30, lab1: 10, route: ''}, grade: 5",
        "given: {}, status: incomplete",
        "given: {exam: EX, lab1: EX, lab2: EX}, status: incomplete",
    ],
)
def test_a_case_that_comes_out(tmp_path: Path, case: str) -> None:
    assert findings(tmp_path, case) == []


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("given: {exam: 30, lab1: 10}, percent: 99", "expected percent 99, got percent 100"),
        ("given: {exam: 10, lab1: 10}, percent: 66.67", "expected percent 66.67, got percent 66.66"),
        ("given: {exam: 30, lab1: 10}, grade: 4", "expected grade 4, got grade 5"),
        ("given: {exam: 30, lab1: 10}, status: failed", "expected status failed, got status passed"),
        (
            "given: {exam: 30, lab1: 10}, percent: 50, grade: 1, status: failed",
            "expected percent 50, grade 1 and status failed, got percent 100, grade 5 and status passed",
        ),
        ("given: {}, percent: 0", "expected percent 0, got percent none"),
        ("given: {}, grade: 0", "expected grade 0, got grade none"),
    ],
)
def test_a_case_that_does_not(tmp_path: Path, case: str, said: str) -> None:
    (found,) = findings(tmp_path, case)
    assert found.code == "CX178"
    assert found.message == f"The worked test `case` does not come out as written: {said}"
    assert found.span is not None
    assert (found.span.line, found.span.column) == (FIRST, 5)
    assert found.document == "C-1"


def test_why_it_came_out_otherwise(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "given: {exam: 30, lab1: 8, absent: 2}, grade: 5")
    assert found.hint == (
        "It was graded as percent 90, base grade 5, grade 4, passed "
        "(`lab2` has no mark and is left out; `pre` has no mark and counts as zero; "
        "absent from 2 of 4 sessions, more than 25 percent, which lowers 5 to 4); "
        "correct the case or the rule."
    )


def test_each_failed_case_is_told_at_its_line(tmp_path: Path) -> None:
    right = "given: {exam: 30, lab1: 10}, grade: 5"
    wrong = "given: {exam: 30, lab1: 10}, grade: 4"
    found = findings(tmp_path, right, wrong, right, wrong)
    assert [one.span.line for one in found if one.span] == [FIRST + 1, FIRST + 3]


def test_an_expected_nothing_is_compared_too(tmp_path: Path) -> None:
    assert findings(tmp_path, "given: {}, status: incomplete, grade: null, percent: null") == []
    (found,) = findings(tmp_path, "given: {exam: 30, lab1: 10}, status: passed, grade: null, percent: null")
    assert "expected percent none and grade none, got percent 100 and grade 5" in found.message


@pytest.mark.parametrize(
    ("given", "value", "said"),
    [
        ("{exam: 31}", "31", "above the maximum 30"),
        ("{exam: [15, 1e2]}", "1e2", "1e2"),
        ("{exam: -1}", "-1", "below the minimum 0"),
        ("{pre: perhaps}", "perhaps", "neither a pass nor a fail"),
        ("{pre: 5}", "5", "is a number"),
    ],
)
def test_a_mark_that_cannot_be(tmp_path: Path, given: str, value: str, said: str) -> None:
    (found,) = findings(tmp_path, f"given: {given}, grade: 1")
    assert found.code == "CX176"
    assert said in found.message
    line = f"  - {{name: case, given: {given}, grade: 1}}"
    assert found.span is not None
    assert (found.span.line, found.span.column) == (FIRST, line.index(value, line.index("given")) + 1)


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        (
            "{exam: -1}",
            f"Give a plain number, not below 0, not above 30 unless `over_max` lets it, {DIGITS}.",
        ),
        (
            "{lab1: 1e1}",
            f"Give a plain number, not below 0, {DIGITS}.",
        ),
        ("{pre: 5}", "Give pass or fail."),
        (
            "{talk: 11}",
            f"{EITHER}, not below 0, not above 10 unless `over_max` lets it, {DIGITS}.",
        ),
        ("{essay: 3+}", "Give a grade of the scale, which has 0, 1, 2, 3, 4, 5."),
    ],
)
def test_what_a_case_can_give_is_said_without_a_gradebook(tmp_path: Path, given: str, hint: str) -> None:
    (found,) = findings(tmp_path, f"given: {given}, grade: 1", course=MORE)
    assert (found.code, found.hint) == ("CX176", hint)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("{exam: [0, 30], lab1: 10, pre: x}", "attempt 2 at `exam` counts for 80 percent at most"),
        ("{exam: EX, lab1: 10, pre: x}", "`exam` is excused"),
        ("{exam: 30, lab1: 11, pre: x}", "`lab1` is brought down to 10"),
        ("{exam: 30, lab1: 10, pre: x, talk: 2}", "`talk` is not passed"),
        (
            "{exam: 30, lab1: 10, pre: x, absent: 3}",
            "absent from 3 of 4 sessions, more than 50 percent, which fails the course",
        ),
        ("{exam: 9.999999, lab1: 10, pre: x}", "`exam` has 33.33 percent and needs 40"),
        ("{lab1: 10, pre: x}", "`exam` has no mark and fails the course"),
        ("{exam: 30, pre: x, lab1: 10, essay: 3}", "`open` has no mark yet"),
        ("{}", "there are no marks at all"),
    ],
)
def test_reasons_are_in_words(tmp_path: Path, given: str, why: str) -> None:
    (found,) = findings(tmp_path, f"given: {given}, percent: 99.5", course=MORE)
    assert found.code == "CX178"
    assert found.hint is not None
    assert why in found.hint


def test_reasons_of_absence_in_percent_and_of_what_is_left_out(tmp_path: Path) -> None:
    course = without_timetable("{absent_percent: Poissa}")
    (found,) = findings(tmp_path, "given: {exam: 30, lab1: 10, absent: 25.1}, grade: 5", course=course)
    assert "absent for 25.1 percent, more than 25 percent, which lowers 5 to 4" in str(found.hint)
    dropping = COURSE.replace("    over_max: cap\n", "    drop_lowest: 1\n")
    (found,) = findings(tmp_path, "given: {exam: 30, lab1: 10, lab2: 3}, grade: 1", course=dropping)
    assert "`lab2` is dropped" in str(found.hint)
    (found,) = findings(tmp_path, "given: {exam: EX, lab1: EX, lab2: EX, pre: x}, grade: 1")
    assert "nothing that counts is left" in str(found.hint)


def test_more_absences_than_sessions(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "given: {exam: 30, absent: 5}, grade: 1")
    assert (found.code, found.message) == ("CX177", "5 is not between 0 and the 4 sessions of the course")
    (found,) = findings(tmp_path, "given: {exam: 30, attended: 4.5}, grade: 1")
    assert found.code == "CX177"


def without_timetable(column: str) -> str:
    """Return the course with attendance from another column and no sessions of its own."""
    start, end = COURSE.index("sessions:"), COURSE.index("attendance:")
    return (COURSE[:start] + COURSE[end:]).replace("{absent: Poissa}", column)


def test_absences_of_an_unknown_number_of_sessions(tmp_path: Path) -> None:
    course = without_timetable("{absent: Poissa, total: Kerrat}")
    (found,) = findings(tmp_path, "given: {exam: 30, absent: 1}, grade: 1", course=course)
    assert found.code == "CX177"
    assert "how many sessions" in found.message
    assert findings(tmp_path, "given: {exam: 30, lab1: 10}, grade: 5", course=course) == []


def test_absence_in_percent(tmp_path: Path) -> None:
    course = without_timetable("{absent_percent: Poissa}")
    cases = [
        "given: {exam: 30, lab1: 10, absent: 25}, grade: 5",
        "given: {exam: 30, lab1: 10, absent: 25.1}, grade: 4",
        "given: {exam: 30, lab1: 10, attended: 49}, grade: 0",
    ]
    assert findings(tmp_path, *cases, course=course) == []


def test_a_route_with_its_own_attendance(tmp_path: Path) -> None:
    own = "attendance: {sessions: 10, column: {absent: Poissa}, rules: [{above: 10, fail: true}]}"
    course = COURSE.replace("attendance: false", own)
    cases = [
        "given: {plan: 3, route: work, absent: 1}, grade: 5",
        "given: {plan: 3, route: work, absent: 2}, grade: 0",
    ]
    assert findings(tmp_path, *cases, course=course) == []


def test_the_name_of_a_case_is_in_the_course_s_language(tmp_path: Path) -> None:
    course = COURSE.replace("credits: 5", "credits: 5\nlanguage: fi")
    file = tmp_path / "course.yaml"
    case = "  - {name: {en: good, fi: hyvä}, given: {exam: 30, lab1: 10}, grade: 1}\n"
    file.write_text(course + case, encoding="utf-8")
    (found,) = [one for one in check_course(str(file)).diagnostics if one.code == "CX178"]
    assert "`hyvä`" in found.message
