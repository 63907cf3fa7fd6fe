"""What holds for the course rules as a whole."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from tests.course.marked import found
from tests.property.strategies import courses

from cxkit.course import rules
from cxkit.course.model import Course
from cxkit.course.rules import CODES, problems
from cxkit.documents.diagnostics import has_errors
from cxkit.documents.document import Document, Lines, Place

SOURCES = sorted(Path(rules.__file__).parent.glob("*.py"))


def codes_in(paths: list[Path]) -> set[str]:
    return {code for path in paths for code in re.findall(r'"(CX1\d\d)"', path.read_text(encoding="utf-8"))}


def test_each_code_has_a_sentence_and_is_raised_and_tested():
    raised = codes_in([path for path in SOURCES if path.name != "codes.py"])
    tested = codes_in(sorted(Path(__file__).parent.glob("test_*.py")))
    assert raised == set(CODES)
    assert set(CODES) <= tested
    assert len(set(CODES.values())) == len(CODES)
    assert all(sentence.endswith(".") for sentence in CODES.values())


def test_every_finding_is_an_error_with_a_place_and_advice():
    findings = found("cap: 5\ncredits: 0\nbands: {}\nseats: {min: 5, max: 4}\n")
    assert [finding.code for finding in findings] == ["CX190", "CX123", "CX134", "CX161"]
    assert has_errors(findings)
    assert all(finding.span and finding.hint and finding.document == "TEST-1" for finding in findings)
    assert [finding.span.line for finding in findings if finding.span] == sorted(
        finding.span.line for finding in findings if finding.span
    )


@given(courses())
def test_a_course_that_can_be_graded_breaks_no_rule(data):
    text = "kind: course\n"
    course = Course.model_validate(with_text_keys(data))
    document = Document("course.yaml", text, data, {(): Place(0, len(text))}, Lines.of(text))
    assert problems(course, document) == []


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
