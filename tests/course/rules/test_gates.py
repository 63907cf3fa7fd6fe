"""Components that must be passed: pass marks, retakes, and gates that nobody can fail."""

import pytest
from tests.course.marked import found, judge, noticed


def one(keys: str, *, head: str = "") -> str:
    return f"{head}components: [{{id: exam, weight: 100, {keys}}}]\n"


LOW = "bands: {1: 0, 3: 70, 5: 90}\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX124", one("max: 10, §required: true", head=LOW), one("max: 10, required: true")),
        (
            "CX124",
            one("max: 10, §pass_mark: 0"),
            one("max: 10, pass_mark: 0.1", head="bands: {1: 0.1, 5: 90}\n"),
        ),
        ("CX124", one("mark: grade, required: true, §pass_mark: 0"), one("mark: grade, required: true")),
        ("CX124", one("max: 10, §pass_mark: 0"), one("max: 10, min: -1, pass_mark: 0")),
        ("CX124", one("max: 10, §pass_mark: 0"), one("max: 10, pass_mark: 0, missing: fail")),
        ("CX124", one("max: 10, §pass_mark: 0"), one("max: 10, pass_mark: 0, missing: incomplete")),
        (
            "CX124",
            one("§pass_mark: 0, parts: [{id: a, max: 5}]"),
            one("pass_mark: 0, parts: [{id: a, max: 5, missing: fail}]"),
        ),
        (
            "CX124",
            one("§pass_mark: 0, parts: [{id: a, max: 5}]"),
            one("pass_mark: 0, parts: [{id: a, mark: pass_fail}]"),
        ),
        ("CX125", one("max: 30, pass_mark: §15"), one("max: 30, pass_mark: 50")),
        ("CX125", one("max: 30, pass_mark: §30"), one("max: 100, pass_mark: 30")),
        ("CX125", one("max: 39, pass_mark: §39"), one("max: 38, pass_mark: 39")),
        (
            "CX159",
            one("max: 10, column: [A, B], required: true, retry_cap: §39"),
            one("max: 10, column: [A, B], required: true, retry_cap: 40"),
        ),
        (
            "CX159",
            one("max: 10, column: [A, B], pass_mark: 60, retry_cap: §50"),
            one("max: 10, column: [A, B], retry_cap: 30"),
        ),
        (
            "CX189",
            one("max: 10, required: true, §missing: skip").replace("§missing: skip", "missing: §skip"),
            one("max: 10, missing: skip"),
        ),
        (
            "CX189",
            one("missing: skip, parts: [§{id: a, max: 5, required: true}]"),
            one("missing: skip, parts: [{id: a, max: 5, required: true, missing: zero}]"),
        ),
    ],
)
def test_gates(code, bad, good):
    judge(code, bad, good)


def test_all_required_makes_gates_of_the_components_of_the_course():
    head = f"all_required: true\n{LOW}"
    bad = head + "components: [§{id: exam, weight: 100, parts: [{id: a, max: 5}]}]\n"
    findings = [finding for finding in noticed(bad.replace("§", "")) if finding.code != "CX128"]
    assert [finding.code for finding in findings] == ["CX124"]
    assert findings[0].span is not None
    assert (findings[0].span.line, findings[0].span.column) == (8, 14)


def test_a_route_is_judged_by_its_own_bands():
    route = "route_column: R\nroutes:\n  - id: r\n    components: [{id: demo, weight: 100, max: 5, %s}]\n"
    own = "    bands: {1: 0, 5: 90}\n"
    judge("CX124", route % "§required: true" + own, route % "required: true")


def test_the_points_of_a_pass_mark_are_said():
    (finding,) = noticed(one("max: 30, pass_mark: 15"))
    assert finding.message == "The pass mark `15` is in percent: 4.5 of `30` points"
    (finding,) = noticed(one("max: 20, pass_mark: 10"))
    assert finding.message == "The pass mark `10` is in percent: 2 of `20` points"


def test_without_bands_there_is_nothing_to_say_about_gates():
    assert noticed(one("max: 10, required: true", head="bands: {}\n")) == []
    assert noticed(one("max: 10, pass_mark: 5", head="bands: {}\n")) == []
    assert [finding.code for finding in found(one("max: 10, pass_mark: 5", head="bands: {}\n"))] == ["CX134"]
