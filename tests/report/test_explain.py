"""`cxkit.report.explain`: what the golden files do not show; they have a page for each kind of student."""

from __future__ import annotations

import pytest
from tests.report.classes import COURSE, HEAD, Cells, graded, plan_of

from cxkit.grading.results import ModelPath
from cxkit.locale import Texts
from cxkit.report.explain import explanation

PLAN = plan_of(COURSE)
POLICIES = """
kind: course
version: 1
id: X
title: X
credits: 1
weights: relative
scale: {grades: [F, C, A]}
bands: {C: 50, A: 90}
rounding: {to: 1, mode: half_up}
all_required: true
components:
  - {id: quiz, title: Quiz, weight: 1, mark: percent, column: [Q1, Q2], keep: last}
  - id: labs
    title: Labs
    weight: 2
    missing: skip
    parts: [{id: lab1, max: 7}, {id: lab2, max: 9}]
  - {id: essay, title: Essay, weight: 1, mark: grade}
  - {id: own, title: Own, mark: pass_fail}
"""


def lines(cells: Cells, text: str = POLICIES) -> list[str]:
    plan = plan_of(text)
    steps = explanation(plan, graded(plan, 1, cells), Texts("en"), file="c.yaml", line_of=lambda _: None)
    assert all(step.rule == "" for step in steps)
    return [f"{'  ' * step.depth}{step.text}" for step in steps]


def test_grades_fractions_and_rounding() -> None:
    assert lines({"quiz": ["90", "80"], "lab1": "5", "lab2": "9", "essay": "A", "own": "pass"}) == [
        "Quiz: 80%, weight 25%, adds 20%",
        "  attempt 1: 90%",
        "  attempt 2: 80%, this one counts",
        "Labs: 85.71% (exactly 85 5/7%), weight 50%, adds 42.85% (exactly 42 6/7%)",
        (
            "  lab1: 5/7 points, 71.42% (exactly 71 3/7%), "
            "weight in the group 50%, adds 35.71% (exactly 35 5/7%) to it"
        ),
        "  lab2: 9/9 points, 100%, weight in the group 50%, adds 50% to it",
        "Essay: grade A, 90%, weight 25%, adds 22.5%",
        "Own: pass, weight 0, adds nothing",
        "Course percent: 85.35% (exactly 85 5/14%).",
        "Rounded from 85.35% (exactly 85 5/14%) to 85%.",
        "By percent: grade C, at least 50%. Grade A begins at 90%.",
        "Gate, Quiz: 80%, at least 50% is needed: passed.",
        "Gate, Labs: 85.71% (exactly 85 5/7%), at least 50% is needed: passed.",
        "Gate, Essay: 90%, at least 50% is needed: passed.",
        "Gate, Own: passed.",
        "Outcome: grade C, the course is passed.",
    ]


SMALL = (
    HEAD
    + """components:
  - {id: debt, title: Velka, weight: 50, max: 3, min: -9}
  - {id: rest, title: Muut, weight: 50, max: 300}
"""
)


def test_an_exact_fraction_is_written_as_a_mixed_number() -> None:
    plan = plan_of(SMALL)
    student = graded(plan, 1, {"debt": "-2", "rest": "1"})
    steps = explanation(plan, student, Texts("fi"), file="c.yaml", line_of=lambda _: None)
    assert [step.text for step in steps][:3] == [
        (
            "Velka: -2/3 pistettä, -66,67 % (tarkalleen -66 2/3 %), paino 50 %, "
            "tuottaa -33,34 % (tarkalleen -33 1/3 %)"
        ),
        "Muut: 1/300 pistettä, 0,33 % (tarkalleen 1/3 %), paino 50 %, tuottaa 0,16 % (tarkalleen 1/6 %)",
        "Opintojakson prosentti: -33,17 % (tarkalleen -33 1/6 %).",
    ]


def test_what_is_missing() -> None:
    found = lines({"quiz": ["EX", ""], "essay": "F"})
    assert found[:7] == [
        "Quiz: excused, left out",
        "  attempt 1: excused, left out",
        "  attempt 2: no mark",
        "Labs: left out",
        "  lab1: no mark, left out",
        "  lab2: no mark, left out",
        "Essay: grade F, 0%, weight 100%, adds 0%",
    ]
    assert found[-2:] == [
        "Gate, Own: not passed, no mark.",
        "Outcome: grade F, the course is failed (percent below 50%; not passed: Essay and Own).",
    ]


@pytest.mark.parametrize("above", ["25", "50"])
def test_attendance_of_an_incomplete_student(above: str) -> None:
    text = COURSE.replace("above: 50", "above: 90").replace("above: 25", f"above: {above}")
    plan = plan_of(text)
    student = graded(plan, 1, {"exam": "40"}, absent=2, total=6)
    steps = explanation(plan, student, Texts("en"), file="c.yaml", line_of=len)
    effect = ", above 25%: grade lowered by one." if above == "25" else ": no effect."
    assert f"Attendance: absent 2/6 (33.33%){effect}" in [step.text for step in steps]


@pytest.mark.parametrize(("absent", "said"), [(0, 1), (None, 0)])
def test_a_student_of_whom_no_session_counts(absent: int | None, said: int) -> None:
    plan = plan_of(COURSE)
    student = graded(plan, 1, {"exam": "40", "own": "pass"}, absent=absent, total=absent)
    steps = explanation(plan, student, Texts("en"), file="c.yaml", line_of=len)
    assert [step.text for step in steps].count(
        "Attendance: no session counts, so absence has no effect."
    ) == said


def test_a_rule_names_its_line() -> None:
    plan = plan_of(COURSE)
    student = graded(plan, 1, {"exam": "40", "own": "pass"})
    steps = explanation(plan, student, Texts("en"), file="c.yaml", line_of=lambda path: 10 + len(path))
    assert {step.rule for step in steps} == {"c.yaml:11", "c.yaml:12", "c.yaml:13", "c.yaml:14", ""}


def test_a_route_without_a_title() -> None:
    plan = plan_of(COURSE.replace("title: {fi: Opinnollistaminen, en: Learning at work}, ", ""))
    student = graded(plan, 1, {"exam": "40", "own": "pass"}, route="work")
    first = explanation(plan, student, Texts("fi"), file="c.yaml", line_of=len)[0]
    assert first.text == "Suoritustapa: work."


@pytest.mark.parametrize("attendance", ["false", "{applies_to: [online], rules: [{above: 25, lower: 1}]}"])
@pytest.mark.parametrize("own", ["pass", ""])
def test_a_route_that_asks_for_no_attendance_says_so(attendance: str, own: str) -> None:
    text = COURSE.replace("attendance: false", f"attendance: {attendance}")
    plan = plan_of(text.replace("group: RYHMÄ1", "delivery: contact"))
    for route, said in (("work", 1), (None, 0), ("demonstration", 0)):
        student = graded(plan, 1, {"exam": "40", "demo": "50", "own": own}, route=route)
        steps = explanation(plan, student, Texts("en"), file="c.yaml", line_of=len)
        unasked = [step for step in steps if step.text == "Attendance: absence has no effect on this route."]
        assert [step.rule for step in unasked] == ["c.yaml:3"] * said


def test_attendance_that_is_not_asked_for_stands_before_the_gates() -> None:
    student = graded(PLAN, 1, {"exam": "40", "own": "pass"}, route="work")
    steps = explanation(PLAN, student, Texts("fi"), file="c.yaml", line_of=lambda _: None)
    codes = [step.text.partition(" ")[0] for step in steps if step.depth == 0]
    assert codes[-5:] == ["Prosentin", "Läsnäolo:", "Läpäisyehto,", "Läpäisyehto,", "Lopputulos:"]
    assert steps[-4].text == "Läsnäolo: poissaolot eivät vaikuta tällä suoritustavalla."


COUNTED = "column: {absent: Poissa}"
EACH = "column: {sessions: Kerta *}, statuses: {absent: [a], present: [p]}"


@pytest.mark.parametrize(
    ("missing", "column", "absent", "said"),
    [
        ("error", COUNTED, 0, False),
        ("present", COUNTED, 0, True),
        ("present", COUNTED, 1, False),
        ("absent", COUNTED, 4, True),
        ("absent", COUNTED, 0, False),
        ("present", EACH, 1, True),
        ("present", EACH, 4, False),
        ("absent", EACH, 1, True),
        ("absent", EACH, 0, False),
    ],
)
def test_attendance_that_may_not_have_been_recorded(
    missing: str, column: str, absent: int, said: bool
) -> None:
    rules = "rules: [{above: 25, lower: 1}]"
    course = SMALL + f"attendance: {{sessions: 4, missing: {missing}, {column}, {rules}}}"
    plan = plan_of(course)
    student = graded(plan, 1, {"debt": "3", "rest": "150"}, absent=absent, total=4)
    steps = explanation(plan, student, Texts("en"), file="c.yaml", line_of=lambda _: None)
    (text,) = [step.text for step in steps if step.text.startswith("Attendance:")]
    assert text.endswith(f"Where attendance is not recorded, the student counts as {missing}.") is said


FINE = """
kind: course
version: 1
id: X
title: X
credits: 1
bands: {1: 40.125, 5: 90}
rounding: {to: 0.005, mode: floor}
components:
  - id: labs
    weight: 100
    drop_lowest: 1
    parts: [{id: a, max: 10, over_max: cap}, {id: b, max: 3}]
attendance: {sessions: 4, column: {absent: Gone}, floor: lowest_pass, rules: [{above: 25, lower: 2}]}
"""


def test_what_dropped_capped_and_kept_a_grade() -> None:
    plan = plan_of(FINE)
    student = graded(plan, 1, {"a": "12", "b": "1"}, absent=2, total=4)

    def line_of(path: ModelPath) -> int | None:
        return 10 if path == ("components", 0, "drop_lowest") else None

    steps = explanation(plan, student, Texts("en"), file="c.yaml", line_of=line_of)
    found = {step.text: step.rule for step in steps}
    assert found["b: 1/3 points, 33.333% (exactly 33 1/3%), dropped"] == "c.yaml:10"
    capped = "a: 10/10 points, mark above the maximum, counts as 10, 100%"
    assert f"{capped}, weight in the group 100%, adds 100% to it" in found
    assert "Rounding changes nothing." in found
    low = graded(plan, 1, {"a": "4.0126", "b": "1"}, absent=2, total=4)
    texts = [step.text for step in explanation(plan, low, Texts("en"), file="c.yaml", line_of=line_of)]
    assert "Rounded from 40.126% to 40.125%." in texts
    assert "Attendance: absent 2/4 (50%), above 25%: the grade stays at 1." in texts


CAPPED = (
    HEAD
    + """components:
  - {id: exam, title: "Exam 1: basics", weight: 50, max: 40, column: [A, B], retry_cap: 80, pass_mark: 50}
  - {id: quiz, weight: 50, mark: percent, over_max: cap}
attendance: {sessions: 4, column: {absent: Gone}, rules: [{above: 25, lower: 1}]}
no_marks: fail
"""
)


def test_what_a_retake_and_a_percent_are_brought_down_to() -> None:
    assert lines({"exam": ["18", "33"], "quiz": "105"}, CAPPED)[:4] == [
        "Exam 1: basics – 33/40 points, 82.5%, capped at 80%, weight 50%, adds 40%",
        "  attempt 1: 18/40 points, 45%",
        "  attempt 2: 33/40 points, 82.5%, capped at 80%, this one counts",
        "quiz: mark above 100%, counts as 100%, weight 50%, adds 50%",
    ]


def outcome(cells: Cells, absent: int) -> str:
    plan = plan_of(CAPPED)
    student = graded(plan, 1, cells, absent=absent, total=4)
    steps = explanation(plan, student, Texts("en"), file="c.yaml", line_of=lambda _: None)
    return steps[-1].text.removeprefix("Outcome: grade 0, the course is failed ")


@pytest.mark.parametrize(
    ("exam", "quiz", "absent", "why"),
    [
        ("20", "20", 0, "(percent below 50%)."),
        ("19", "90", 0, "(not passed: Exam 1: basics)."),
        ("20", "90", 2, "(too many absences)."),
        ("1", "0", 2, "(percent below 50%; not passed: Exam 1: basics)."),
        ("", "", 0, "(no marks at all)."),
    ],
)
def test_the_outcome_says_why_the_course_is_failed(exam: str, quiz: str, absent: int, why: str) -> None:
    assert outcome({"exam": exam, "quiz": quiz}, absent) == why
