import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.course.marked import found, judge, noticed

POINTS = "max: 10"


@pytest.mark.parametrize(
    ("weights", "says"),
    [
        (("30", "69.99"), "sum to 99.99, not to 100"),
        (("60", "60"), "sum to 120, not to 100"),
        (("0.000001", "100"), "sum to 100.000001, not to 100"),
    ],
)
def test_weights_sum_to_exactly_100(weights, says):
    first, second = weights
    bad = f"§components: [{{id: a, {POINTS}, weight: {first}}}, {{id: b, {POINTS}, weight: {second}}}]\n"
    good = f"components: [{{id: a, {POINTS}, weight: 30.5}}, {{id: b, {POINTS}, weight: 69.5}}]\n"
    (finding,) = judge("CX101", bad, good)
    assert says in finding.message
    assert finding.hint is not None
    assert "weights: relative" in finding.hint


def test_the_hint_says_how_far_the_sum_is_off():
    (low,) = found(f"components: [{{id: a, {POINTS}, weight: 99.5}}]\n")
    (high,) = found(f"components: [{{id: a, {POINTS}, weight: 101}}]\n")
    assert (low.hint, high.hint) == (
        "Change the weights (0.5 is missing), or write `weights: relative`.",
        "Change the weights (1 is too much), or write `weights: relative`.",
    )


def test_relative_weights_have_any_sum():
    assert found(f"weights: relative\ncomponents: [{{id: a, {POINTS}, weight: 3}}]\n") == []


def test_weights_of_a_route_sum_to_100():
    judge(
        "CX101",
        "routes:\n  - id: work\n    §components: [{id: a, max: 5, weight: 90}]\n",
        "routes:\n  - id: work\n    components: [{id: a, max: 5, weight: 100}]\n",
    )


def test_no_weight_is_negative():
    judge(
        "CX102",
        "components:\n  - {id: a, max: 5, weight: 110}\n  - {id: b, max: 5, weight: §-10}\n",
        "components:\n  - {id: a, max: 5, weight: 100}\n  - {id: b, max: 5, weight: 0}\n",
    )


def test_something_counts():
    judge(
        "CX106",
        "§components: [{id: a, max: 5}, {id: b, max: 5, weight: 0}]\n",
        "components: [{id: a, max: 5, weight: 100}, {id: b, max: 5, weight: 0}]\n",
    )


@pytest.mark.parametrize(
    ("combine", "weight"),
    [("combine: weighted, ", ""), ("", ", weight: 0"), ("combine: weighted, ", ", weight: 0")],
)
def test_something_counts_in_a_weighted_group(combine, weight):
    judge(
        "CX106",
        f"components: [{{id: g, weight: 100, {combine}§parts: [{{id: a, max: 5{weight}}}]}}]\n",
        "components: [{id: g, weight: 100, combine: weighted, parts: [{id: a, max: 5, weight: 1}]}]\n",
    )


def test_parts_without_weights_are_averaged():
    assert found("components: [{id: g, weight: 100, parts: [{id: a, max: 5}, {id: b, max: 5}]}]\n") == []


def test_extra_credit_says_how_much_it_adds():
    judge(
        "CX107",
        "components: [{id: a, max: 5, weight: 100}, {id: b, max: 5, §extra_credit: true}]\n",
        "components: [{id: a, max: 5, weight: 100}, {id: b, max: 5, weight: 5, extra_credit: true}]\n",
        beside=["CX190"],
    )


def test_extra_points_need_no_weight():
    body = (
        "components:\n  - id: g\n    weight: 100\n    combine: points\n"
        "    parts: [{id: a, max: 5}, {id: b, max: 5, extra_credit: true}]\n"
    )
    assert [finding.code for finding in found(body)] == ["CX190"]


@given(st.lists(st.integers(1, 10**8), min_size=1, max_size=6))
def test_the_sum_is_exact_whatever_the_decimals(millionths):
    """Weights in millionths of a percent: a finding exactly when they are not a hundred million."""
    last = 10**8 - sum(millionths)
    entries = [f"{{id: c{i}, max: 1, weight: {n // 10**6}.{n % 10**6:06}}}" for i, n in enumerate(millionths)]
    codes = [finding.code for finding in found(f"components: [{', '.join(entries)}]\n")]
    assert codes == ([] if last == 0 else ["CX101"])
    if last > 0:
        entries.append(f"{{id: rest, max: 1, weight: {last // 10**6}.{last % 10**6:06}}}")
        assert found(f"components: [{', '.join(entries)}]\n") == []


def grouped(combine: str, *parts: str) -> str:
    listed = ", ".join(f"{{{part}}}" for part in parts).replace("{§id", "§{id")
    return f"components: [{{id: g, weight: 100, {combine}parts: [{listed}]}}]\n"


@pytest.mark.parametrize("combine", ["mean", "points", "best"])
def test_weights_stand_where_they_are_used(combine):
    judge(
        "CX156",
        grouped(f"combine: {combine}, ", "id: a, max: 5", "id: b, §weight: 2, max: 5"),
        grouped("combine: weighted, ", "id: a, max: 5, weight: 1", "id: b, weight: 2, max: 5"),
    )


def test_extra_credit_has_a_weight_wherever_points_are_not_added():
    extra = "id: b, §weight: 2, max: 5, extra_credit: true"
    judge(
        "CX156",
        grouped("combine: points, ", "id: a, max: 5", extra),
        grouped("combine: mean, ", "id: a, max: 5", extra.replace("§", "")),
    )


EXAM = "components:\n  - {id: exam, weight: 100, max: 10}\n"


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (EXAM + "  - §{id: b, max: 5}\n", EXAM + "  - {id: b, max: 5, pass_mark: 60}\n"),
        (EXAM + "  - §{id: b, mark: pass_fail}\n", EXAM + "  - {id: b, mark: pass_fail, required: true}\n"),
        (EXAM + "  - §{id: b, max: 5}\n", EXAM + "  - {id: b, max: 5, missing: fail}\n"),
        (EXAM + "  - §{id: b, max: 5}\n", "all_required: true\n" + EXAM + "  - {id: b, max: 5}\n"),
        (
            EXAM + "  - §{id: b, parts: [{id: c, max: 5}]}\n",
            EXAM + "  - {id: b, parts: [{id: c, max: 5, required: true}]}\n",
        ),
        (
            EXAM + "  - §{id: b, parts: [{id: c, parts: [{id: d, max: 5}]}]}\n",
            EXAM + "  - {id: b, parts: [{id: c, parts: [{id: d, max: 5, missing: incomplete}]}]}\n",
        ),
        (
            grouped("", "id: a, max: 5, weight: 1", "§id: b, max: 5"),
            grouped("", "id: a, max: 5, weight: 1", "id: b, max: 5, weight: 1"),
        ),
        (
            EXAM + "  - §{id: b, max: 5}\n",
            EXAM + "  - {id: b, max: 5, weight: 5, extra_credit: true}\n",
        ),
    ],
)
def test_a_component_has_an_effect(bad, good):
    judge("CX157", bad, good)


def test_a_component_that_a_band_asks_for_has_an_effect():
    bands = "bands: {1: 40, 5: {percent: 90, b: 50}}\n"
    assert noticed(bands + EXAM + "  - {id: b, max: 5}\n") == []


def test_a_route_where_nothing_counts_is_an_error_and_no_remark():
    assert noticed("components: [{id: exam, max: 10}]\n") == []
    assert noticed(grouped("combine: weighted, ", "id: a, max: 5", "id: b, max: 5")) == []
