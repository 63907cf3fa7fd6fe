"""What holds for the course rules as a whole."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from tests.course.marked import found
from tests.property.strategies import courses

from cxkit.checks import worked
from cxkit.checks.worked import failed_cases
from cxkit.course.model import Course
from cxkit.course.rules import RULES, problems, remarks
from cxkit.course.rules.book import SMALLEST_COURSE, whole_course
from cxkit.documents.diagnostics import Diagnostic, Severity, has_errors
from cxkit.documents.document import Document, Lines, Place
from cxkit.documents.loader import load_text
from cxkit.documents.rule import Rule

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*/course.yaml"))
SOUND = """\
kind: course
version: 1
id: TEST-1
title: Test
credits: 5
bands: {1: 50, 3: 70, 5: 90}
components: [{id: exam, weight: 100, max: 40}]
no_marks: fail
tests: [{name: nothing, given: {}, status: failed}]
"""
RECORDS = [*(one.rule for one in RULES), *worked.RULES]


def said(text: str) -> list[Diagnostic]:
    """Everything about a course: errors, worked tests that fail when there is none, and remarks."""
    course, document = load_text(text, Course, file="course.yaml").or_refuse()
    errors = problems(course, document)
    return [*(errors or failed_cases(course, document)), *remarks(course, document)]


@pytest.mark.parametrize("rule", RECORDS, ids=[f"{rule.code}-{rule.name}" for rule in RECORDS])
def test_the_bad_example_raises_the_rule_alone_and_the_good_one_nothing(rule: Rule) -> None:
    findings = said(rule.bad)
    assert {(finding.code, finding.severity) for finding in findings} == {(rule.code, rule.severity)}, (
        findings
    )
    assert said(rule.good) == []


def test_codes_and_names_are_given_once() -> None:
    assert len({rule.code for rule in RECORDS}) == len({rule.name for rule in RECORDS}) == len(RECORDS) > 90
    assert all(rule.code.startswith("CX1") and rule.kind == "course" for rule in RECORDS)
    assert len({rule.checks for rule in RECORDS}) == len({rule.why for rule in RECORDS}) == len(RECORDS)


def test_each_rule_is_tested_at_its_line_and_column() -> None:
    tests = sorted(Path(__file__).parent.glob("test_*.py"))
    named = {code for path in tests for code in re.findall(r'"(CX1\d\d)"', path.read_text(encoding="utf-8"))}
    assert {one.rule.code for one in RULES} <= named


def test_the_smallest_course_and_the_examples_are_clean() -> None:
    assert said(SOUND) == said(SMALLEST_COURSE) == []
    for file in EXAMPLES:
        assert said(file.read_text(encoding="utf-8")) == []


def test_an_example_takes_the_place_of_what_it_says() -> None:
    text = whole_course("credits: 3\nperiod: {start: 2026-01-12, end: 2026-03-27}")
    assert "credits: 5" not in text
    assert text.index("credits: 3") < text.index("bands:") < text.index("period:")
    assert whole_course(text) == text


def test_errors_and_remarks_are_told_apart() -> None:
    text = SOUND.replace("credits: 5", "credits: 61").replace("weight: 100", "weight: 99")
    course, document = load_text(text, Course, file="course.yaml").or_refuse()
    assert [(one.code, one.severity) for one in problems(course, document)] == [("CX101", Severity.ERROR)]
    assert [(one.code, one.severity) for one in remarks(course, document)] == [("CX199", Severity.WARNING)]


def test_every_finding_is_an_error_with_a_place_and_advice():
    findings = found("cap: 5\ncredits: 0\nbands: {}\nseats: {min: 5, max: 4}\n")
    assert [finding.code for finding in findings] == ["CX190", "CX123", "CX134", "CX161"]
    assert has_errors(findings)
    assert all(finding.span and finding.hint and finding.document == "TEST-1" for finding in findings)
    assert [finding.span.line for finding in findings if finding.span] == sorted(
        finding.span.line for finding in findings if finding.span
    )


@given(courses())
def test_a_course_that_can_be_graded_has_no_errors(data):
    text = "kind: course\n"
    course = Course.model_validate(with_text_keys(data))
    document = Document(
        "course.yaml", text, data, {(): Place(0, len(text)), ("kind",): Place(6, 12, 0, 4)}, Lines.of(text)
    )
    assert problems(course, document) == []
    assert not has_errors(remarks(course, document))


def with_text_keys(data):
    if isinstance(data, dict):
        return {str(key): with_text_keys(value) for key, value in data.items()}
    if isinstance(data, list):
        return [with_text_keys(value) for value in data]
    return data


@pytest.mark.parametrize("number", range(1, 4))
def test_the_order_of_keys_does_not_matter(number):
    keys = ["bands: {5: 90, 1: 40}\n", "credits: 5\n", "components: [{id: a, max: 5, weight: 90}]\n"]
    turned = "".join(keys[number:] + keys[:number])
    assert [finding.code for finding in found(turned)] == ["CX101"]
