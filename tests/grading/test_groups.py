"""Groups of parts: combining, dropping, keeping, nesting; derived and graded by the engine alike."""

from fractions import Fraction

import pytest
from tests.grading.marking import graded, plan_of, student_of

from cxkit.grading.results import State

PARTS = [("a", 10), ("b", 10), ("c", 20), ("d", 20)]


def group(settings: str, parts: str | None = None):
    listed = parts or ", ".join(f"{{id: {id_}, max: {maximum}}}" for id_, maximum in PARTS)
    return plan_of(f"components: [{{id: labs, weight: 100, {settings}, parts: [{listed}]}}]")


def labs(plan, **cells):
    return graded(plan, student_of(plan, cells))[0].components[0]


def dropped(result):
    return "".join(part.id for part in result.parts if part.state is State.DROPPED)


@pytest.mark.parametrize(
    ("settings", "percent", "gone"),
    [
        ("combine: mean", Fraction(175, 4), ""),
        ("combine: points", 40, ""),
        ("combine: best", 95, ""),
        ("combine: mean, drop_lowest: 1", Fraction(160, 3), "b"),
        ("combine: mean, drop_lowest: 2", 65, "bd"),
        ("combine: mean, drop_highest: 1", Fraction(80, 3), "a"),
        ("combine: mean, drop_lowest: 1, drop_highest: 1", Fraction(65, 2), "ab"),
        ("combine: mean, keep_highest: 1", 95, "bcd"),
        ("combine: points, keep_highest: 2", 55, "cd"),
        ("combine: points, drop_lowest: 1", 45, "d"),
        ("combine: points, drop_highest: 2", 25, "ac"),
        ("combine: best, drop_highest: 1", 35, "a"),
        ("combine: best, drop_lowest: 3", 95, "bcd"),
    ],
)
def test_combining_and_dropping(settings, percent, gone):
    """The parts stand at 95, 15, 35 and 30 percent."""
    found = labs(group(settings), a="9.5", b="1.5", c="7", d="6")
    assert (found.percent, dropped(found)) == (percent, gone)
    assert sum(part.contribution for part in found.parts) == percent


@pytest.mark.parametrize("settings", ["combine: mean", "combine: points", "combine: best"])
def test_of_equal_parts_the_later_goes(settings):
    same = {"a": "5", "b": "5", "c": "10", "d": "10"}
    assert dropped(labs(group(f"{settings}, drop_lowest: 1"), **same)) == "d"
    assert dropped(labs(group(f"{settings}, drop_highest: 2"), **same)) == "cd"
    assert dropped(labs(group(f"{settings}, keep_highest: 2"), **same)) == "cd"


def test_one_part_is_always_kept():
    found = labs(group("drop_lowest: 2, drop_highest: 1"), a="5", b="EX", c="EX", d="EX")
    assert (found.percent, dropped(found)) == (50, "")
    found = labs(group("drop_lowest: 2, drop_highest: 1"), a="5", b="6", c="EX", d="EX")
    assert (found.percent, dropped(found)) == (60, "a")


def test_an_empty_mark_that_counts_as_zero_can_be_dropped_and_an_excused_one_cannot():
    found = labs(group("drop_lowest: 1"), a="5", b="", c="10", d="EX")
    assert (found.percent, dropped(found)) == (50, "b")


def test_weighted_is_the_default_when_parts_have_weights():
    plan = group(
        "drop_lowest: 1", "{id: a, max: 10, weight: 1}, {id: b, max: 10, weight: 3}, {id: c, max: 10}"
    )
    found = labs(plan, a="9", b="5", c="0")
    assert (found.mark, found.percent, dropped(found)) == ("weighted", 90, "b")
    assert labs(group("missing: zero"), a="9").mark == "mean"


def test_dropping_from_a_weighted_group_looks_at_the_weights():
    """Without a (0.7 of 3) 0.7 stays, without b (0.6 of 1) 0.7, without c (0.7 of 1) 0.675."""
    plan = group(
        "drop_lowest: 1",
        "{id: a, max: 1, weight: 3}, {id: b, max: 1, weight: 1}, {id: c, max: 1, weight: 1}",
    )
    found = labs(plan, a="0.7", b="0.6", c="0.7")
    assert (found.percent, dropped(found)) == (70, "b")


NESTED = (
    "{id: a, max: 10}, {id: inner, combine: %s, drop_lowest: 1,"
    " parts: [{id: x, max: 5}, {id: y, max: 10}, {id: z, mark: percent}]}"
)


@pytest.mark.parametrize(
    ("combine", "marks", "inner", "percent"),
    [
        ("points", ("5", "2", "50"), Fraction(55, 105) * 100, Fraction(5 + 55, 10 + 105) * 100),
        ("mean", ("5", "2", "50"), 75, (5 + Fraction(3, 4) * 105) / 115 * 100),
        ("best", ("5", "2", "50"), 100, Fraction(5 + 5, 15) * 100),
        ("points", ("EX", "2", "50"), 50, Fraction(5 + 50, 110) * 100),
        ("points", ("EX", "EX", "EX"), None, 50),
    ],
)
def test_a_group_in_a_points_group_brings_the_maxima_of_what_counts(combine, marks, inner, percent):
    found = labs(group("combine: points", NESTED % combine), a="5", x=marks[0], y=marks[1], z=marks[2])
    assert (found.parts[1].percent, found.percent) == (inner, percent)


def test_the_outer_group_weighs_an_inner_one_by_student():
    """Students with other selections in one frame: each keeps the denominator that is theirs."""
    plan = group("combine: points, drop_lowest: 1", NESTED % "points")
    cells = [
        {"a": a, "x": x, "y": y, "z": z}
        for a in ("0", "7.5", "EX")
        for x in ("EX", "1.3", "5")
        for y in ("", "7")
        for z in ("33.3", "EX")
    ]
    assert len(graded(plan, *(student_of(plan, one) for one in cells))) == 36


def test_a_group_without_anything_is_left_out_with_its_weight():
    plan = plan_of("""
components:
  - {id: exam, weight: 50, max: 10}
  - {id: labs, weight: 50, required: true, parts: [{id: a, max: 10}, {id: b, max: 10, missing: skip}]}
""")
    found = graded(
        plan,
        student_of(plan, {"exam": "9", "a": "EX", "b": "EX"}),
        student_of(plan, {"exam": "9", "a": "EX", "b": ""}),
        student_of(plan, {"exam": "9", "a": "1", "b": ""}),
    )
    assert [one.percent for one in found] == [90, 90, 50]
    assert [one.grade for one in found] == ["5", "5", "0"]
    assert [one.components[1].state for one in found] == [State.EXCUSED, State.SKIPPED, State.MARKED]


def test_gates_of_parts_and_groups_are_tested_at_every_depth():
    plan = plan_of("""
components:
  - id: labs
    weight: 100
    pass_mark: 60
    parts: [{id: a, max: 10, pass_mark: 50}, {id: b, parts: [{id: c, max: 10, required: true}]}]
""")
    found = graded(plan, student_of(plan, {"a": "4", "c": "3"}))[0]
    assert [note.component for note in found.notes if note.code == "not_passed"] == ["a", "c", "labs"]
    assert [step.component for step in found.steps if step.code == "gate"] == ["a", "c", "labs"]
