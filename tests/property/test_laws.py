"""Laws of grading: what must hold for every course, whatever the specification says in detail."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.property.reading import Planned
from tests.property.replaying import replayed
from tests.property.strategies import Roster, cases
from tests.property.writers import yaml_text

from cxkit.course.model import Course
from cxkit.documents.loader import load_text
from cxkit.exact import SCALE
from cxkit.grading.derive import derive
from cxkit.grading.engine import grade_frame
from cxkit.grading.plan import compile_plan
from cxkit.grading.results import ComponentResult, Derivation
from cxkit.grading.student import Mark, Student
from cxkit.roster.marks import MarkState, Unit

fewer = settings(max_examples=max(30, settings().max_examples // 10))
MARKED = (MarkState.MARKED, MarkState.CAPPED)


def derivations(planned: Planned, roster: Roster) -> list[Derivation]:
    return [derive(planned.plan, planned.student(cells)) for cells in different(roster)]


def different(roster: Roster) -> list[dict]:
    """The students of a roster, each once."""
    return [cells for i, cells in enumerate(roster.students) if cells not in roster.students[:i]]


def components_of(course: dict) -> Iterator[tuple[dict, tuple[dict, ...]]]:
    """Every component of the course and its routes, with the groups around it."""

    def walk(components: list[dict], around: tuple[dict, ...]) -> Iterator[tuple[dict, tuple[dict, ...]]]:
        for one in components:
            yield one, around
            yield from walk(one.get("parts", []), (*around, one))

    for holder in [course, *course.get("routes", [])]:
        yield from walk(holder.get("components", []), ())


def percents(components: tuple[ComponentResult, ...]) -> dict[str, Fraction | None]:
    found: dict[str, Fraction | None] = {}
    for one in components:
        found |= {**percents(one.parts), one.id: one.percent}
    return found


def with_marks(student: Student, change: Callable[[str, Mark], Mark]) -> Student:
    marks = {name: tuple(change(name, mark) for mark in given) for name, given in student.marks.items()}
    return replace(student, marks=marks)


@fewer
@given(cases(), st.integers(0, 2**32))
def test_the_order_of_keys_changes_nothing(case: tuple[dict, Roster], seed: int):
    course, roster = case
    planned = Planned(course)
    loaded = load_text(yaml_text(shuffled(course, Random(seed))), Course, file="course.yaml")
    assert loaded.model is not None, loaded.diagnostics
    plan = compile_plan(loaded.model)
    for cells in different(roster):
        student = planned.student(cells)
        assert outcomes(derive(plan, student)) == outcomes(derive(planned.plan, student))


def shuffled(value: Any, random: Random) -> Any:
    if isinstance(value, dict):
        return {key: shuffled(value[key], random) for key in random.sample(list(value), len(value))}
    return [shuffled(one, random) for one in value] if isinstance(value, list) else value


def outcomes(derivation: Derivation) -> tuple:
    notes = [note.text() for note in derivation.notes]
    return derivation.percent, derivation.grade, derivation.status, notes, percents(derivation.components)


@fewer
@given(cases(), st.integers(0, 2**32))
def test_the_order_of_rows_and_columns_changes_nothing(case: tuple[dict, Roster], seed: int):
    course, roster = case
    planned = Planned(course)
    students = [planned.student(cells, str(number)) for number, cells in enumerate(roster.students)]
    frame = planned.frame(students)
    columns = Random(seed).sample(frame.columns, len(frame.columns))
    turned = frame.sample(fraction=1, shuffle=True, seed=seed).select(columns)
    graded = grade_frame(planned.plan, planned.units, frame)
    assert grade_frame(planned.plan, planned.units, turned).sort("row").equals(graded)
    pieces = [grade_frame(planned.plan, planned.units, piece) for piece in frame.iter_slices(2)]
    assert pieces[0].vstack(graded.clear()).equals(graded.head(2))
    assert [row for piece in pieces for row in piece.rows()] == graded.rows()


@fewer
@given(cases(), st.sampled_from([2, 3, 10, 1000]))
def test_marks_and_maximum_scaled_together_change_nothing(case: tuple[dict, Roster], factor: int):
    course, roster = case
    scaled_course = deepcopy(course)
    scaled = set()
    for one, around in components_of(scaled_course):
        if one.get("mark") == "points" and one["max"] < 10**5 and not any(map(adds_points, around)):
            scaled.add(one["id"])
            one |= {key: one[key] * factor for key in ("max", "min") if key in one}
    assume(scaled)
    planned, larger = Planned(course), Planned(scaled_course)

    def times(name: str, mark: Mark) -> Mark:
        return replace(mark, value=mark.value * factor) if name in scaled else mark

    for cells in different(roster):
        student = planned.student(cells)
        before, after = derive(planned.plan, student), derive(larger.plan, with_marks(student, times))
        assert (after.percent, after.grade, after.status) == (before.percent, before.grade, before.status)
        assert percents(after.components) == percents(before.components)


def adds_points(group: dict) -> bool:
    return group.get("combine") == "points"


@fewer
@given(cases(), st.data())
def test_one_more_point_never_lowers(case: tuple[dict, Roster], data: st.DataObject):
    course, roster = deepcopy(case[0]), case[1]
    for one, around in components_of(course):
        one.pop("drop_highest", None)
        if any(map(adds_points, around)) and "parts" in one:
            # Which parts such a group counts decides what it weighs in the points around it.
            one["combine"] = "points"
            one.pop("drop_lowest", None)
            one.pop("keep_highest", None)
    planned = Planned(course)
    labels = planned.plan.scale.labels
    for cells in different(roster):
        student = planned.student(cells)
        raised = data.draw(st.sampled_from(sorted(student.marks)))

        def more(name: str, mark: Mark, raised: str = raised) -> Mark:
            return one_more(planned, name, mark) if name == raised and mark.state in MARKED else mark

        before, after = derive(planned.plan, student), derive(planned.plan, with_marks(student, more))
        if before.percent is not None:
            assert after.percent is not None
            assert after.percent >= before.percent
        if before.grade is not None:
            assert after.grade is not None
            assert labels.index(after.grade) >= labels.index(before.grade)


def one_more(planned: Planned, name: str, mark: Mark) -> Mark:
    """One point, percent or grade more, as far as the column allows."""
    grammar = planned.grammars[name]
    if mark.unit is Unit.GRADE:
        return replace(mark, value=min(mark.value + 1, len(planned.plan.scale.labels) - 1))
    if mark.unit is Unit.PASS_FAIL:
        return replace(mark, value=1)
    value = mark.value + SCALE
    if grammar.over_max != "allow":
        assert grammar.high is not None
        value = min(value, grammar.high)
    return replace(mark, value=max(value, mark.value))


@fewer
@given(cases())
def test_dropping_the_lowest_or_keeping_the_highest_never_lowers(case: tuple[dict, Roster]):
    course, roster = case
    choosing = [
        one["id"]
        for one, _ in components_of(course)
        if ("drop_lowest" in one or "keep_highest" in one) and "drop_highest" not in one
    ]
    assume(choosing)
    planned = Planned(course)
    for group in set(choosing):
        without_policy = deepcopy(course)
        for one, _ in components_of(without_policy):
            if one["id"] == group:
                one.pop("drop_lowest", None)
                one.pop("keep_highest", None)
        plan = Planned(without_policy).plan
        for cells in different(roster):
            student = planned.student(cells)
            chosen = percents(derive(planned.plan, student).components).get(group)
            everything = percents(derive(plan, student).components).get(group)
            assert (chosen is None) == (everything is None)
            assert chosen is None or everything is None or chosen >= everything


@fewer
@given(cases(), st.integers(0, 100))
def test_the_same_percent_everywhere_is_the_percent_of_the_course(case: tuple[dict, Roster], percent: int):
    course, roster = deepcopy(case[0]), case[1]
    course.pop("rounding", None)
    for one, _ in components_of(course):
        one.pop("retry_cap", None)
        if "max" in one:
            one["max"] = max(1, int(one["max"]))
        if one.get("mark") in ("grade", "pass_fail"):
            one["mark"] = "percent"
            one.pop("max", None)
    planned = Planned(course)
    maxima = {one["id"]: one.get("max", 100) for one, _ in components_of(course)}
    for cells in different(roster):
        marks = {
            name: tuple(Mark(MarkState.MARKED, unit, SCALE * percent * maxima[name] // 100) for unit in units)
            for name, units in planned.units.items()
        }
        derivation = derive(planned.plan, Student(id="", route=route_of(course, cells), marks=marks))
        assert derivation.percent == percent
        assert set(percents(derivation.components).values()) == {percent}


def route_of(course: dict, cells: dict) -> int:
    ids = ["", *(route["id"] for route in course.get("routes", []))]
    return ids.index(cells.get("route", "")[-1:].lower())


@given(cases())
def test_an_explanation_replayed_gives_the_grade(case: tuple[dict, Roster]):
    course, roster = case
    planned = Planned(course)
    for derivation in derivations(planned, roster):
        grade, status = replayed(derivation, planned.plan.scale.labels[0])
        assert (grade, status) == (derivation.grade, derivation.status)
