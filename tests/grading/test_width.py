"""Numbers that outgrow 64 and 128 bits are still exact, and notes beyond one word are kept."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.grading.marking import frame_of, graded, plan_of, student_of

from cxkit.grading.engine import frame as frames
from cxkit.grading.engine import grade_frame, grade_lazy
from cxkit.grading.engine.integers import INT128_MAX, Integers, Ratios, TooWide, floored
from cxkit.report.csv_table import CsvTable

AWKWARD = [7.3, 11.19, 13.717, 17.1919, 19.19191, 23.232323, 999999999.999999, 29.2929, 31.313131, 37.37]


def awkward(settings: str):
    parts = ", ".join(f"{{id: p{i}, max: {maximum:.6f}}}" for i, maximum in enumerate(AWKWARD))
    return plan_of(f"components: [{{id: labs, weight: 100, {settings}, parts: [{parts}]}}]")


def students(plan, number):
    return [
        student_of(
            plan,
            {
                f"p{i}": "EX" if (n >> i) % 5 == 1 else f"{(n * (i + 3)) % 7}.{n % 10}"
                for i in range(len(AWKWARD))
            },
            id_=f"t{n}",
        )
        for n in range(1, number + 1)
    ]


@pytest.mark.parametrize("settings", ["combine: mean", "combine: points", "combine: points, drop_lowest: 2"])
@pytest.mark.parametrize("number", [3, 40])
def test_wide_numbers_are_split_or_derived_and_stay_exact(settings, number):
    plan = awkward(settings)
    assert len(graded(plan, *students(plan, number))) == number


def test_a_frame_is_split_by_the_selections_that_occur(monkeypatch):
    """Many maxima, each harmless: together they have no common denominator that fits."""
    maxima = [101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179]
    parts = ", ".join(f"{{id: p{i}, max: {maximum}}}" for i, maximum in enumerate(maxima))
    plan = plan_of(f"components: [{{id: labs, weight: 100, combine: points, parts: [{parts}]}}]")
    some = [
        student_of(
            plan, {f"p{i}": "EX" if i in (n % 16, n % 11) else str(n % 90) for i in range(16)}, id_=f"t{n}"
        )
        for n in range(176 * 17)
    ]
    pieces: list[int] = []
    real = frames._grade_columns

    def counted(*args):
        pieces.append(args[3].height)
        return real(*args)

    monkeypatch.setattr(frames, "_grade_columns", counted)
    units, frame = frame_of(plan, some)
    result = grade_frame(plan, units, frame)
    assert len(pieces) > 1
    assert result["row"].to_list() == list(range(len(some)))
    few = frame.head(40)
    assert graded(plan, *some[:40]) and grade_frame(plan, units, few).equals(result.head(40))


def test_selections_of_a_few_students_are_derived(monkeypatch):
    plan = awkward("combine: points, drop_lowest: 2")
    some = students(plan, 40)
    pieces: list[int] = []
    real = frames._grade_columns

    def counted(*args):
        pieces.append(args[3].height)
        return real(*args)

    monkeypatch.setattr(frames, "_grade_columns", counted)
    grade_frame(plan, *frame_of(plan, some))
    assert pieces[0] == 40
    assert min(pieces) >= frames.SMALL


def test_large_marks_and_fine_limits():
    plan = plan_of(
        "rounding: {to: 0.000007, mode: ceil}\n"
        "components: [{id: a, weight: 33.333333, max: 999999999.999999},"
        " {id: b, weight: 66.666667, max: 999999998.999999, over_max: allow}]",
        "{1: 40.000001, 5: 90.000001}",
    )
    cells = [("999999999.999999", "999999998.999999"), ("0.000001", "999999999.999999"), ("-0", "0")]
    assert plan.decimals == 6
    assert len(graded(plan, *(student_of(plan, {"a": a, "b": b}) for a, b in cells))) == 3


def test_more_notes_than_one_word_holds():
    components = ", ".join(f"{{id: p{i}, weight: 1, max: 10, required: true}}" for i in range(70))
    plan = plan_of(f"weights: relative\ncomponents: [{components}]")
    found = graded(
        plan,
        student_of(plan, {"p0": "1"}),
        student_of(plan, {f"p{i}": "10" for i in range(70)}),
        student_of(plan, {f"p{i}": "10" for i in range(69)}),
    )
    assert [len(one.notes) for one in found] == [139, 0, 2]


def test_an_empty_frame_and_a_lazy_one():
    plan = plan_of("components: [{id: exam, weight: 100, max: 10}]")
    units, frame = frame_of(plan, [student_of(plan, {"exam": "7"})])
    assert grade_frame(plan, units, frame.head(0)).is_empty()
    assert grade_lazy(plan, units, frame.lazy()).collect().equals(grade_frame(plan, units, frame))


columns = st.lists(st.integers(-(2**40), 2**40), min_size=1, max_size=5)


@given(columns, columns, st.integers(-(2**70), 2**70), st.integers(1, 2**70))
def test_integer_columns_compute_like_integers(left, right, factor, divisor):
    length = min(len(left), len(right))
    left, right = left[:length], right[:length]
    one, other = (Integers(pl.Series(values), 2**40) for values in (left, right))
    assert (one * factor).values.to_list() == [value * factor for value in left]
    assert (one * other).values.to_list() == [a * b for a, b in zip(left, right, strict=True)]
    assert (one + other - one).values.to_list() == right
    assert (one * factor).divided_down(divisor).values.to_list() == [
        value * factor // divisor for value in left
    ]
    assert one.shifted(factor).values.to_list() == [value + factor for value in left]
    assert (one * factor).above(other).to_list() == [a * factor > b for a, b in zip(left, right, strict=True)]
    assert one.at_least(factor).to_list() == [value >= factor for value in left]


def test_what_does_not_fit_is_refused_before_it_is_computed():
    wide = Integers(pl.Series([1]), INT128_MAX)
    with pytest.raises(TooWide):
        wide + wide


def test_a_percent_that_does_not_fit_64_bits_is_given_in_128():
    found = floored({"a": Ratios(Integers(pl.Series([2**60]), 2**60), 1)}, 100)
    assert found["a"].to_list() == [100 * 2**60]
    assert floored({"a": Ratios(Integers(pl.Series([7]), 7), 2)}, 10)["a"].dtype == pl.Int64


@pytest.mark.parametrize(
    ("limits", "settings", "cell", "percent"),
    [
        ("{1: 33.333333}", "max: 0.01, over_max: allow", "999999999", 9_999_999_990_000),
        ("{1: 40}", "max: 0.000001, min: -999999999", "-999999999", -99_999_999_900_000_000),
    ],
)
def test_the_largest_percents_there_can_be(limits, settings, cell, percent):
    plan = plan_of(
        f"components: [{{id: a, weight: 100, {settings}}}]\nroute_column: way\n"
        "routes: [{id: work, components: [{id: b, weight: 100, max: 10}]}]",
        limits,
    )
    some = [
        student_of(plan, {"a": cell}),
        student_of(plan, {"a": "0.000001"}),
        student_of(plan, {"b": "7"}, route=1),
        student_of(plan, {}),
    ]
    assert graded(plan, *some)[0].percent == percent
    units, frame = frame_of(plan, some)
    assert grade_frame(plan, units, frame)["percent"][0] == percent * 10**plan.decimals
    assert CsvTable(plan).rows(grade_frame(plan, units, frame)).decode().splitlines()[0].split(",")[2] == (
        f"{percent}.{'0' * plan.decimals}"
    )
