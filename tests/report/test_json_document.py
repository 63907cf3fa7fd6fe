"""`cxkit.report.json_document`: the shape of schema version 1, and exact numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from tests.report.classes import COURSE, graded, plan_of, whole_class

from cxkit.grading.results import Derivation
from cxkit.locale import Texts
from cxkit.report.json_document import json_document

PLAN = plan_of(COURSE)
CLASS = whole_class(PLAN)


def document(students: list[Derivation], text: str = COURSE) -> dict[str, Any]:
    """Write and read back; numbers with decimals come back as their text."""
    written = "".join(json_document(plan_of(text), students, Texts("en")))
    found: dict[str, Any] = json.loads(written, parse_float=str)
    return found


def nodes(components: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield every group of components that make up one percent."""
    yield components
    for component in components:
        if "parts" in component:
            yield from nodes(component["parts"])


def test_a_student_of_whom_no_session_counts() -> None:
    student = graded(PLAN, 1, {}, absent=0, total=0)
    assert document([student])["students"][0]["attendance"] == {"absent": 0, "total": 0, "share": None}


def test_a_student() -> None:
    student = document(CLASS[1:2])["students"][0]
    assert list(student) == [
        "id",
        "name",
        "route",
        "percent",
        "percent_exact",
        "base_grade",
        "grade",
        "status",
        "notes",
        "attendance",
        "components",
    ]
    assert student["id"] == "a2000002"
    assert student["percent"] == "93.5"
    assert student["percent_exact"] == "187/2"
    assert (student["base_grade"], student["grade"], student["status"]) == ("5", "4", "passed")
    assert student["notes"][-1] == {
        "code": "attendance_lowered",
        "component": None,
        "message": "absent 2/6 (33.33%), above 25%: grade lowered by one",
    }
    assert student["attendance"] == {"absent": 2, "total": 6, "share": "1/3"}


def test_components_nest() -> None:
    exercises = document(CLASS[:1])["students"][0]["components"][1]
    assert exercises["id"] == "exercises"
    assert exercises["weight"] == "30"
    assert [part["id"] for part in exercises["parts"]] == ["h1", "h2", "h3"]
    assert exercises["parts"][2] == {
        "id": "h3",
        "percent": "90.0",
        "percent_exact": "90",
        "counted": False,
        "weight": "0",
        "contribution_exact": "0",
    }


@pytest.mark.parametrize("number", range(len(CLASS)))
def test_contributions_sum_to_the_percent(number: int) -> None:
    student = document([CLASS[number]])["students"][0]
    if student["percent_exact"] is None:
        assert all(not component["counted"] for component in student["components"])
        return
    assert sum(Fraction(c["contribution_exact"]) for c in student["components"]) == Fraction(
        student["percent_exact"]
    )
    for group in nodes(student["components"]):
        weights = sum(Fraction(component["weight"]) for component in group)
        assert weights in (0, 100)


def test_an_incomplete_student() -> None:
    student = document(CLASS[9:10])["students"][0]
    assert student["percent"] is student["percent_exact"] is student["base_grade"] is student["grade"] is None
    assert student["status"] == "incomplete"
    assert student["attendance"] is None


def test_the_summary() -> None:
    found = document(CLASS)
    assert found["schema_version"] == 1
    assert found["course"] == {"id": "TESTI-1", "title": "Test course"}
    assert found["summary"] == {
        "students": 15,
        "passed": 8,
        "failed": 4,
        "incomplete": 3,
        "distribution": {"H": 4, "1": 0, "2": 0, "3": 2, "4": 2, "5": 4},
        "mean_percent": "83.89",
        "median_percent": "93.5",
    }
    assert list(found["summary"]["distribution"]) == ["H", "1", "2", "3", "4", "5"]


def test_nobody() -> None:
    found = document([])
    assert found["students"] == []
    assert found["summary"]["mean_percent"] is None


def test_the_unrounded_percent_is_there_when_the_course_rounds() -> None:
    text = COURSE.replace("between:", "rounding: {to: 1, mode: half_up}\nbetween:")
    plan = plan_of(text)
    student = document([graded(plan, 1, {"exam": "36", "own": "pass", "project": "95"})], text)["students"][0]
    assert student["percent"] == "65.0"
    assert student["percent_unrounded"] == "65"
    student = document([graded(plan, 1, {"exam": "36", "own": "pass", "project": "96"})], text)["students"][0]
    assert (student["percent"], student["percent_exact"]) == ("65.0", "65")
    assert student["percent_unrounded"] == "327/5"


def test_sessions_may_be_fractions() -> None:
    student = graded(PLAN, 1, {"own": "pass"}, absent=Fraction("1.5"), total=6)
    found = document([student])["students"][0]["attendance"]
    assert found == {"absent": "1.5", "total": 6, "share": "1/4"}


def test_large_numbers_have_no_binary_noise() -> None:
    text = COURSE.replace("mark: percent, missing: skip", "max: 0.000001, over_max: allow")
    plan = plan_of(text)
    student = document([graded(plan, 1, {"project": "999999999.999999", "own": "pass"})], text)["students"][0]
    assert student["components"][2]["percent"] == "99999999999999900.0"
    assert student["components"][2]["percent_exact"] == "99999999999999900"
