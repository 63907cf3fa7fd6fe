import pytest
from tests.course.marked import found, judge

SPLIT = "components:\n  - {id: a, weight: 100, max: 10}\n"


def one(component: str) -> str:
    """A course with one component that counts and the one that a test is about."""
    return f"{SPLIT}  - {component}\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX110", "§{id: b}", "{id: b, mark: percent}"),
        ("CX110", "§{id: b, mark: points, min: 3}", "{id: b, mark: points, min: 3, max: 4}"),
        ("CX108", "{id: b, max: §0}", "{id: b, max: 0.000001}"),
        ("CX108", "{id: b, max: §-5, min: -10}", "{id: b, max: 5, min: -10}"),
        ("CX109", "{id: b, max: §5, min: 5}", "{id: b, max: 5, min: 4.99}"),
        ("CX109", "{id: b, max: §5, min: 6}", "{id: b, max: 5, min: -6}"),
        ("CX111", "{id: b, mark: percent, max: §10}", "{id: b, mark: percent, over_max: cap}"),
        ("CX111", "{id: b, mark: grade, §max: 5}", "{id: b, mark: grade}"),
        ("CX111", "{id: b, mark: grade, §over_max: cap}", "{id: b, max: 5, over_max: cap}"),
        ("CX111", "{id: b, mark: percent, min: §10}", "{id: b, max: 20, min: 10}"),
        ("CX111", "{id: b, max: 10, §criteria: [x]}", "{id: b, max: 10}"),
        ("CX111", "{id: b, mark: percent, max: §50}", "{id: b, mark: percent, max: 100, min: 0}"),
        ("CX116", "{id: b, max: 5, column: [A, B, §a]}", "{id: b, max: 5, column: [A, B, C]}"),
        ("CX116", "{id: b, max: 5, column: §[]}", "{id: b, max: 5, column: [A]}"),
        ("CX118", "{id: b, mark: pass_fail, §max: 5}", "{id: b, mark: pass_fail, max: 5, pass_mark: 50}"),
        ("CX120", "{id: b, max: 5, pass_mark: §100.5}", "{id: b, max: 5, pass_mark: 100}"),
        ("CX120", "{id: b, max: 5, pass_mark: §-1}", "{id: b, max: 5, pass_mark: 0}"),
        (
            "CX121",
            "{id: b, max: 5, column: [A, B], retry_cap: §101}",
            "{id: b, max: 5, column: [A, B], retry_cap: 100}",
        ),
        (
            "CX121",
            "{id: b, max: 5, column: [A, B], retry_cap: §-1}",
            "{id: b, max: 5, column: [A, B], retry_cap: 0}",
        ),
    ],
)
def test_a_component_by_itself(code, bad, good):
    judge(code, one(bad), one(good))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("§keep: last", "keep: last, column: [A, B]"),
        ("column: A, §keep: last", "column: A, keep: best"),
        ("column: [A], §retry_cap: 90", "column: [A, B], retry_cap: 90"),
    ],
)
def test_what_is_for_attempts_wants_several_columns(bad, good):
    component = "{id: b, max: 5, required: true, §}".replace("§", "%s")
    judge("CX115", one(component % bad), one(component % good))


def test_parts_and_routes_are_judged_too():
    judge(
        "CX108",
        "components: [{id: g, weight: 100, parts: [{id: a, max: §0}]}]\n"
        "routes: [{id: r, components: [{id: h, weight: 100, parts: [{id: b, max: §0}]}]}]\n",
        "components: [{id: g, weight: 100, parts: [{id: a, max: 1}]}]\n"
        "routes: [{id: r, components: [{id: h, weight: 100, parts: [{id: b, max: 1}]}]}]\n",
    )


def test_one_mistake_is_one_finding():
    """A maximum of zero is also not above the minimum; it is said once."""
    assert [finding.code for finding in found(one("{id: b, max: 0}"))] == ["CX108"]
