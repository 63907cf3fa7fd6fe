"""`cxkit.report.class_report`: what the golden files do not show."""

from __future__ import annotations

import pytest
from tests.report.classes import COURSE, graded, plan_of

from cxkit.locale import Texts
from cxkit.report.class_report import class_report

PLAN = plan_of(COURSE)
GOOD = graded(PLAN, 1, {"exam": "40", "h1": "10", "h2": "10", "h3": "20", "project": "100", "own": "pass"})


@pytest.mark.parametrize(
    ("credits_", "english", "finnish"),
    [("1", "1 credit ", "1 opintopiste "), ("2.5", "2.5 credits ", "2,5 opintopistettä ")],
)
def test_credits(credits_: str, english: str, finnish: str) -> None:
    plan = plan_of(COURSE.replace("credits: 5", f"credits: {credits_}"))
    assert english in class_report(plan, [], Texts("en"))
    assert finnish in class_report(plan, [], Texts("fi"))


def test_a_course_that_says_little_about_itself() -> None:
    said = COURSE.replace("group: RYHMÄ1\ncampus: Porvoo\nperiod: {start: 2020-01-20, end: 2020-03-20}\n", "")
    assert "\n\nTESTI-1 · 5 credits\n\n" in class_report(plan_of(said), [], Texts("en"))


def test_nobody_needs_a_decision() -> None:
    report = class_report(PLAN, [GOOD], Texts("en"))
    assert "## Needs a decision\n\nNo student needs a decision.\n\n## Grades" in report
    assert "###" not in report


def test_a_student_without_a_name_is_called_by_the_id() -> None:
    report = class_report(PLAN, [graded(PLAN, 1, {}, name="")], Texts("en"))
    assert "\n- a2000001: percent –, grade –. No marks at all." in report


def test_no_student() -> None:
    report = class_report(PLAN, [], Texts("en"))
    assert "0 students: 0 passed, 0 failed, 0 incomplete." in report
    assert "| Exam | 0 | – | – | – | – | – | – |" in report


def test_a_course_of_pass_fail_components_only() -> None:
    text = "kind: course\nversion: 1\nid: X\ntitle: X\ncredits: 1\nscale: pass-fail\nbands: {pass: 50}\n"
    plan = plan_of(text + "components: [{id: a, title: A, weight: 100, mark: pass_fail}]")
    report = class_report(plan, [graded(plan, 1, {"a": "ok"})], Texts("en"))
    assert "## Components\n\n- A: 1 of 1 passed.\n\n## Needs" in report


@pytest.mark.parametrize(
    ("language", "remark"),
    [
        ("en", "The limit alone is not enough: a gate is not passed either."),
        ("fi", "Rajan saavuttaminen ei yksin riitä: myös läpäisyehto on täyttymättä."),
    ],
)
def test_who_is_close_but_lacks_a_gate_as_well(language: str, remark: str) -> None:
    gate = graded(PLAN, 1, {"exam": "19", "h2": "4", "h3": "8", "project": "33", "own": "pass"})
    lines = class_report(PLAN, [gate], Texts(language)).splitlines()
    (close,) = [line for line in lines if line.startswith("- a2000001")]
    assert close.endswith(f" {remark}")
    (row,) = [line for line in lines if line.startswith("| a2000001")]
    assert remark not in row
