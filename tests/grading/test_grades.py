"""Worked cases of the grading rules; every case is derived and graded by the engine, which must agree."""

from fractions import Fraction

import pytest
from tests.grading.marking import Cells, graded, plan_of, student_of

from cxkit.grading.results import Derivation, Status


def one(text: str, cells: Cells, bands: str = "{1: 40, 3: 70, 5: 90}") -> Derivation:
    plan = plan_of(text, bands)
    return graded(plan, student_of(plan, cells))[0]


def codes(derivation: Derivation) -> list[str]:
    return [note.text() for note in derivation.notes]


def weighted(*weights: int) -> str:
    return "components:\n" + "".join(
        f"  - {{id: c{i}, weight: {weight}, mark: percent}}\n" for i, weight in enumerate(weights)
    )


@pytest.mark.parametrize(
    ("weights", "marks", "percent"),
    [
        ((10, 30, 60), (0, 100, 100), 90),
        ((30, 70), (7, 97), 70),
        ((20, 20, 30, 30), (10, 70, 50, 30), 40),
    ],
)
def test_percents_that_floats_miss_are_exact(weights, marks, percent):
    found = one(weighted(*weights), {f"c{i}": str(mark) for i, mark in enumerate(marks)})
    assert found.percent == percent


def test_dropping_by_points_leaves_the_student_the_highest_result():
    text = """
components:
  - id: labs
    weight: 100
    combine: points
    drop_lowest: 1
    parts: [{id: a, max: 40}, {id: b, max: 24}, {id: c, max: 10}]
"""
    found = one(text, {"a": "31", "b": "17", "c": "7"})
    assert found.percent == Fraction(38, 50) * 100
    assert codes(found) == ["dropped:b"]


TWO = """
components:
  - {id: essay, weight: 60, max: 50}
  - {id: exam, weight: 40, max: 20%s}
"""


@pytest.mark.parametrize(
    ("missing", "percent", "grade", "status", "notes"),
    [
        ("", 60, "1", "passed", ["missing:exam"]),
        (", missing: zero", 60, "1", "passed", ["missing:exam"]),
        (", missing: skip", 100, "5", "passed", ["missing:exam"]),
        (", missing: fail", 60, "0", "failed", ["missing:exam", "not_passed:exam"]),
        (", missing: incomplete", 60, None, "incomplete", ["incomplete:exam"]),
        (", required: true", 60, "0", "failed", ["missing:exam", "not_passed:exam"]),
        (", required: true, missing: skip", 100, "5", "passed", ["missing:exam"]),
        (", required: true, missing: incomplete", 60, None, "incomplete", ["incomplete:exam"]),
    ],
)
def test_an_empty_mark_does_what_its_policy_says(missing, percent, grade, status, notes):
    found = one(TWO % missing, {"essay": "50"})
    assert (found.percent, found.grade, found.status) == (percent, grade, Status(status))
    assert codes(found) == notes


def test_an_excused_mark_gives_its_weight_to_the_others_and_passes_its_gate():
    found = one(TWO % ", required: true", {"essay": "45", "exam": "EX"})
    assert (found.percent, found.grade) == (90, "5")
    assert codes(found) == ["excused:exam"]
    assert [component.weight for component in found.components] == [100, 0]


def test_exactly_on_a_band_and_a_hair_under():
    assert one(TWO % "", {"essay": "50", "exam": "5"}).grade == "3"
    under = one(TWO % "", {"essay": "50", "exam": "4.999999"})
    assert (under.grade, codes(under)) == ("1", ["close_to"])


def test_one_point_under_a_band_is_not_close():
    assert codes(one(TWO % "", {"essay": "50", "exam": "4.5"})) == []


def test_a_pass_mark_makes_a_component_required():
    text = TWO % ", pass_mark: 50"
    assert one(text, {"essay": "50", "exam": "10"}).grade == "3"
    failed = one(text, {"essay": "50", "exam": "9.99"})
    assert (failed.base_grade, failed.grade, codes(failed)) == ("3", "0", ["not_passed:exam"])


PASS_FAIL = """
components:
  - {id: exam, weight: 100, max: 10}
  - {id: pre, mark: pass_fail%s}
"""


@pytest.mark.parametrize(
    ("settings", "cell", "grade", "notes"),
    [
        ("", "hylätty", "5", []),
        ("", "", "5", ["missing:pre"]),
        (", required: true", "hylätty", "0", ["not_passed:pre"]),
        (", required: true", "Hyv.", "5", []),
        (", required: true", "", "0", ["missing:pre", "not_passed:pre"]),
        (", required: true, missing: zero", "", "0", ["missing:pre", "not_passed:pre"]),
        (", max: 10, pass_mark: 70", "7", "5", []),
        (", max: 10, pass_mark: 70", "6.9", "0", ["not_passed:pre"]),
    ],
)
def test_pass_fail_marks(settings, cell, grade, notes):
    found = one(PASS_FAIL % settings, {"exam": "10", "pre": cell})
    assert (found.grade, codes(found)) == (grade, notes)


def test_a_failed_word_fails_even_where_the_lowest_band_begins_at_zero():
    found = one(PASS_FAIL % ", required: true", {"exam": "10", "pre": "h"}, "{1: 0, 5: 90}")
    assert (found.base_grade, found.grade) == ("5", "0")


def test_everything_excused_is_incomplete_whatever_no_marks_says():
    found = one("no_marks: fail\n" + TWO % "", {"essay": "EX", "exam": "ex"})
    assert (found.percent, found.base_grade, found.grade, found.status) == (None, None, None, "incomplete")
    assert codes(found) == ["excused:essay", "excused:exam", "incomplete"]


def test_nothing_counts_although_a_word_is_there():
    text = "components: [{id: exam, weight: 100, max: 10}, {id: pre, mark: pass_fail}]"
    found = one(text, {"exam": "EX", "pre": "ok"})
    assert (found.percent, found.status, codes(found)) == (None, "incomplete", ["excused:exam", "incomplete"])


@pytest.mark.parametrize(
    ("no_marks", "grade", "status"), [("incomplete", None, "incomplete"), ("fail", "0", "failed")]
)
def test_nothing_marked_is_as_no_marks_says(no_marks, grade, status):
    for cells in ({}, {"essay": "EX"}):
        found = one(f"no_marks: {no_marks}\n" + TWO % ", required: true", cells)
        assert (found.percent, found.base_grade) == (None, None)
        assert (found.grade, found.status, codes(found)) == (grade, status, ["no_marks"])
        assert not any(component.counted for component in found.components)


ATTEMPTS = "components: [{id: exam, weight: 100, max: 10, column: [A, B, C]%s}]"


@pytest.mark.parametrize(
    ("settings", "cells", "percent", "notes"),
    [
        ("", ["4", "9", "7"], 90, []),
        (", keep: last", ["4", "9", "7"], 70, []),
        (", keep: last", ["4", "9", ""], 90, []),
        (", keep: last", ["4", "EX", ""], 40, []),
        ("", ["EX", "3", ""], 30, []),
        (", retry_cap: 80", ["4", "9", "7"], 80, ["retry_capped:exam"]),
        (", retry_cap: 80", ["9", "10", ""], 90, []),
        (", retry_cap: 80", ["8", "10", ""], 80, []),
        (", retry_cap: 33.333333", ["", "10", ""], Fraction("33.333333"), ["retry_capped:exam"]),
        (", keep: last, retry_cap: 80", ["10", "9", "8"], 80, []),
        (", keep: last, retry_cap: 80", ["1", "", "8.5"], 80, ["retry_capped:exam"]),
    ],
)
def test_attempts(settings, cells, percent, notes):
    found = one(ATTEMPTS % settings, {"exam": cells})
    assert (found.percent, codes(found)) == (percent, [*notes, *close(percent)])


def close(percent):
    return ["close_to"] if any(0 < limit - percent < 1 for limit in (40, 70, 90)) else []


def test_attempts_excused_or_empty_are_excused():
    assert codes(one(ATTEMPTS % "", {"exam": ["EX", "", ""]})) == ["excused:exam", "incomplete"]


def test_over_max_is_capped_or_allowed():
    text = "components: [{id: exam, weight: 100, max: 10, over_max: %s}]"
    capped = one(text % "cap", {"exam": "12"})
    assert (capped.percent, codes(capped)) == (100, ["capped:exam"])
    allowed = one(text % "allow", {"exam": "12"})
    assert (allowed.percent, codes(allowed)) == (120, [])


def test_negative_points_take_away():
    found = one("components: [{id: exam, weight: 100, max: 10, min: -5}]", {"exam": "-2.5"})
    assert (found.percent, found.grade) == (-25, "0")


@pytest.mark.parametrize(
    ("mode", "mark", "percent"),
    [
        ("half_up", "69.5", 70),
        ("half_up", "69.499999", 69),
        ("floor", "69.999999", 69),
        ("ceil", "69.000001", 70),
        ("ceil", "70", 70),
        ("half_up", "-0.5", 0),
    ],
)
def test_rounding_comes_before_the_bands(mode, mark, percent):
    text = f"rounding: {{to: 1, mode: {mode}}}\ncomponents: [{{id: exam, weight: 100, max: 100, min: -5}}]"
    found = one(text, {"exam": mark})
    assert (found.percent, found.percent_unrounded) == (percent, Fraction(mark))
    assert found.base_grade == ("3" if percent >= 70 else "1" if percent >= 40 else "0")


def test_rounding_to_uneven_steps():
    text = "rounding: {to: 2.5, mode: half_up}\ncomponents: [{id: exam, weight: 100, max: 100}]"
    assert one(text, {"exam": "71.25"}).percent == Fraction("72.5")


def test_midpoints_are_spaced_evenly():
    text = "between: midpoint\ncomponents: [{id: exam, weight: 100, max: 100}]"
    grades = {mark: one(text, {"exam": mark}).grade for mark in ("54.99", "55", "79.99", "80", "90")}
    assert grades == {"54.99": "1", "55": "2", "79.99": "3", "80": "4", "90": "5"}
    assert codes(one(text, {"exam": "54.5"})) == ["close_to"]


def test_grade_marks_are_worth_their_band():
    text = "scale: H-5\ncomponents: [{id: exam, weight: 100, mark: grade}]"
    worth = {mark: one(text, {"exam": mark}).percent for mark in ("H", "0", "1", "2", "3.00", "4", "5")}
    assert worth == {"H": 0, "0": 0, "1": 40, "2": 55, "3.00": 70, "4": 80, "5": 90}
    assert one(text, {"exam": "H"}).grade == "H"


def test_grade_worth_can_be_said():
    text = """
scale: {grades: [F, C, B, A]}
grade_worth: {C: 60, A: 99.5}
components: [{id: exam, weight: 100, mark: grade, column: [X, Y], retry_cap: 61}]
"""
    bands = "{C: 50, B: 70, A: 90}"
    assert one(text, {"exam": ["a", ""]}, bands).percent == Fraction("99.5")
    assert one(text, {"exam": ["C", ""]}, bands).percent == 60
    assert one(text, {"exam": ["", "A"]}, bands).percent == 61


def test_relative_weights_are_divided_by_their_sum():
    text = """
weights: relative
components: [{id: a, weight: 1, mark: percent}, {id: b, weight: 2.5, mark: percent}]
"""
    found = one(text, {"a": "0", "b": "70"})
    assert found.percent == 50
    assert [component.weight for component in found.components] == [Fraction(200, 7), Fraction(500, 7)]


def test_all_required_concerns_top_level_components():
    text = """
all_required: true
components:
  - {id: a, weight: 50, mark: percent}
  - {id: b, weight: 50, parts: [{id: b1, mark: percent}, {id: b2, mark: percent}]}
"""
    assert one(text, {"a": "90", "b1": "0", "b2": "90"}).grade == "1"
    assert codes(one(text, {"a": "90", "b1": "0", "b2": "70"})) == ["not_passed:b"]


def test_policies_of_a_group_are_the_defaults_of_its_parts():
    text = """
components:
  - id: labs
    weight: 100
    missing: skip
    parts: [{id: a, max: 10}, {id: b, max: 10, missing: zero}, {id: c, parts: [{id: c1, max: 5}]}]
"""
    assert one(text, {"a": "8"}).percent == 40
    assert one(text, {"a": "8", "b": "8"}).percent == 80


def test_a_dropped_part_is_still_tested():
    text = """
components:
  - id: labs
    weight: 100
    drop_lowest: 1
    parts: [{id: a, max: 10, required: true}, {id: b, max: 10}, {id: c, max: 10, missing: incomplete}]
"""
    failed = one(text, {"a": "3", "b": "10", "c": "10"})
    assert (failed.percent, failed.grade) == (100, "0")
    assert codes(failed) == ["dropped:a", "not_passed:a"]
    waiting = one(text, {"a": "10", "b": "10"})
    assert (waiting.percent, waiting.status) == (100, "incomplete")
    assert codes(waiting) == ["incomplete:c", "dropped:c"]


def test_weights_of_the_json_follow_redistribution():
    text = """
components:
  - id: labs
    weight: 100
    combine: points
    parts: [{id: a, max: 10}, {id: b, max: 30}, {id: c, max: 10}]
"""
    found = one(text, {"a": "10", "b": "15", "c": "EX"}).components[0]
    assert [part.weight for part in found.parts] == [25, 75, 0]
    assert sum(part.contribution for part in found.parts) == found.percent == Fraction(125, 2)
