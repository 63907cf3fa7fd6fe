import pytest
from tests.course.marked import found, judge

PARTS = "parts: [{id: a, max: 5}, {id: b, max: 5}, {id: c, max: 5}]"


def group(keys: str) -> str:
    return f"components:\n  - {{id: g, weight: 100, {keys}}}\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX105", "§parts: []", PARTS),
        ("CX112", f"§mark: points, {PARTS}", PARTS),
        ("CX112", f"§max: 10, {PARTS}", PARTS),
        ("CX112", f"§column: Labs, {PARTS}", PARTS),
        ("CX112", "max: 5, §combine: mean", f"combine: mean, {PARTS}"),
        ("CX112", "max: 5, §drop_lowest: 1", f"drop_lowest: 1, {PARTS}"),
        ("CX112", "max: 5, §keep_highest: 1", f"keep_highest: 1, {PARTS}"),
        ("CX113", f"drop_lowest: §3, {PARTS}", f"drop_lowest: 2, {PARTS}"),
        ("CX113", f"drop_lowest: §2, drop_highest: 1, {PARTS}", f"drop_lowest: 1, drop_highest: 1, {PARTS}"),
        ("CX113", f"drop_highest: §7, {PARTS}", f"drop_highest: 2, {PARTS}"),
        ("CX113", f"keep_highest: §0, {PARTS}", f"keep_highest: 3, {PARTS}"),
        ("CX114", f"drop_lowest: 1, §keep_highest: 1, {PARTS}", f"drop_lowest: 0, keep_highest: 1, {PARTS}"),
        (
            "CX119",
            "combine: points, parts: [{id: a, mark: §grade}]",
            "combine: mean, parts: [{id: a, mark: grade}]",
        ),
        (
            "CX119",
            "combine: points, parts: [{id: h, parts: [{id: a, mark: §pass_fail}]}]",
            "combine: points, parts: [{id: h, parts: [{id: a, mark: pass_fail, max: 4, pass_mark: 50}]}]",
        ),
    ],
)
def test_a_group(code, bad, good):
    judge(code, group(bad), group(good))


def test_parts_that_cannot_count_cannot_be_dropped():
    judge(
        "CX113",
        group("drop_lowest: §1, parts: [{id: a, max: 5, weight: 1}, {id: b, max: 5}]"),
        group("drop_lowest: 1, parts: [{id: a, max: 5, weight: 1}, {id: b, max: 5, weight: 2}]"),
    )
    judge(
        "CX113",
        group(
            "drop_lowest: §1, combine: points, parts: [{id: a, max: 5}, {id: b, max: 5, extra_credit: true}]"
        ),
        group("drop_lowest: 1, combine: points, parts: [{id: a, max: 5}, {id: b, max: 5}]"),
        beside=["CX190"],
    )


def test_the_course_and_its_routes_hold_components():
    judge("CX105", "§components: []\n", "components: [{id: a, weight: 100, max: 5}]\n")
    judge("CX105", "routes: [{id: r, §components: []}]\n", "routes: [{id: r}]\n")


def test_dropping_from_parts_without_weight_is_one_finding():
    keys = "combine: weighted, drop_lowest: 1, parts: [{id: a, max: 5}, {id: b, max: 5}]"
    assert [finding.code for finding in found(group(keys))] == ["CX106"]


def test_keeping_the_best_leaves_something_out():
    judge("CX186", group(f"keep_highest: §3, {PARTS}"), group(f"keep_highest: 2, {PARTS}"))
    judge(
        "CX186",
        group(
            "keep_highest: §1, combine: points, parts: [{id: a, max: 5}, {id: b, max: 5, extra_credit: true}]"
        ),
        group("keep_highest: 1, combine: points, parts: [{id: a, max: 5}, {id: b, max: 5}]"),
    )
