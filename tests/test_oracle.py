"""The oracle against cases worked by hand: nothing is compared with it before it is right itself."""

from fractions import Fraction

import pytest
from tests.oracle import Outcome, grade

BANDS = {1: 40, 3: 70, 5: 90}


def points(name: str, weight=0, maximum=100, **more) -> dict:
    return {"id": name, "weight": weight, "max": maximum, **more}


def course(*components: dict, **more) -> dict:
    return {"bands": BANDS, "weights": "relative", "components": list(components), **more}


def given(rules: dict, **cells) -> Outcome:
    """Grade one student; a single cell may stand without its list."""
    scalars = {"route", "absent", "attended", "absent_percent", "total", "sessions"}
    student = {
        name: cell if name in scalars or isinstance(cell, list) else [cell] for name, cell in cells.items()
    }
    return grade(rules, student)


@pytest.mark.parametrize(
    ("weights", "marks", "percent"),
    [
        ([10, 30, 60], ["0", "100", "100"], 90),
        ([30, 70], ["7", "97"], 70),
        ([20, 20, 30, 30], ["10", "70", "50", "30"], 40),
    ],
)
def test_weighted_percents_land_on_their_limit(weights, marks, percent):
    names = "abcd"[: len(weights)]
    rules = course(*(points(name, weight) for name, weight in zip(names, weights, strict=True)))
    outcome = given(rules, **dict(zip(names, marks, strict=True)))
    assert outcome.percent == percent
    assert outcome.base_grade == {40: "1", 70: "3", 90: "5"}[percent]
    assert outcome.status == "passed"


def test_dropping_by_points_looks_at_the_sum_not_at_the_lowest_percent():
    labs = [points("a", maximum=40), points("b", maximum=24), points("c", maximum=10)]
    group = {"id": "labs", "weight": 1, "combine": "points", "drop_lowest": 1, "parts": labs}
    outcome = given(course(group), a="31", b="17", c="7")
    assert outcome.percent == Fraction(38, 50) * 100
    assert ("dropped", "b") in outcome.notes
    assert outcome.percents == {
        "a": Fraction(155, 2),
        "b": Fraction(425, 6),
        "c": Fraction(70),
        "labs": Fraction(76),
    }


def test_of_equal_parts_the_later_is_dropped():
    parts = [points("a"), points("b"), points("c")]
    group = {"id": "g", "weight": 1, "drop_lowest": 1, "drop_highest": 1, "parts": parts}
    outcome = given(course(group), a="50", b="50", c="50")
    assert outcome.notes == {("dropped", "c"), ("dropped", "b")}


@pytest.mark.parametrize(
    ("policy", "percent", "dropped"),
    [
        ({"drop_lowest": 2}, 90, {"a", "b"}),
        ({"drop_highest": 1}, 40, {"c"}),
        ({"drop_lowest": 1, "drop_highest": 1}, 60, {"a", "c"}),
        ({"keep_highest": 2}, 75, {"a"}),
        ({"keep_highest": 9}, Fraction(170, 3), set()),
        ({"combine": "best"}, 90, set()),
        ({"combine": "best", "drop_highest": 1}, 60, {"c"}),
    ],
)
def test_what_a_group_keeps(policy, percent, dropped):
    group = {"id": "g", "weight": 1, "parts": [points("a"), points("b"), points("c")], **policy}
    outcome = given(course(group), a="20", b="60", c="90")
    assert outcome.percent == percent
    assert {name for code, name in outcome.notes if code == "dropped"} == dropped


def test_one_part_is_kept_however_few_count():
    group = {"id": "g", "weight": 1, "drop_lowest": 2, "parts": [points("a"), points("b"), points("c")]}
    outcome = given(course(group), a="20", b="EX", c="ex")
    assert outcome.percent == 20
    assert outcome.percents["b"] is None


def test_a_group_in_a_points_group_weighs_the_maxima_it_counts():
    inner = {
        "id": "inner",
        "combine": "mean",
        "drop_lowest": 1,
        "parts": [points("a", maximum=10), points("b", maximum=30), points("c", maximum=50)],
    }
    group = {"id": "g", "weight": 1, "combine": "points", "parts": [inner, points("d", maximum=60)]}
    outcome = given(course(group), a="10", b="15", c="0", d="45")
    assert outcome.percents["inner"] == 75
    assert outcome.percent == (Fraction(75, 100) * 40 + 45)


def test_parts_without_a_weight_do_not_count_beside_weighted_ones():
    group = {"id": "g", "weight": 1, "parts": [points("a", 3), points("b"), points("c", 1)]}
    assert given(course(group), a="40", b="100", c="80").percent == 50


@pytest.mark.parametrize(
    ("cells", "more", "percent", "notes"),
    [
        (["50", "80"], {}, 80, set()),
        (["80", "50"], {"keep": "last"}, 50, set()),
        (["50", "", "EX"], {"keep": "last"}, 50, set()),
        (["50", "95"], {"retry_cap": 60}, 60, {("retry_capped", "exam")}),
        (["60", "95"], {"retry_cap": 60}, 60, set()),
        (["95", "20"], {"retry_cap": 60}, 95, set()),
        (["", "95"], {"retry_cap": 60, "keep": "last"}, 60, {("retry_capped", "exam")}),
        (["", "-"], {}, 0, {("missing", "exam")}),
    ],
)
def test_attempts(cells, more, percent, notes):
    rules = course(points("exam", 1, **more), points("always", 0))
    outcome = given(rules, exam=cells, always="1")
    assert outcome.percent == percent
    assert outcome.notes == notes


@pytest.mark.parametrize(
    ("missing", "percent", "status", "notes"),
    [
        ("zero", 40, "passed", {("missing", "a")}),
        ("skip", 80, "passed", {("missing", "a")}),
        ("fail", 40, "failed", {("missing", "a"), ("not_passed", "a")}),
        ("incomplete", 40, "incomplete", {("incomplete", "a")}),
    ],
)
@pytest.mark.parametrize("inherited", [False, True])
def test_what_an_empty_mark_does(missing, percent, status, notes, inherited):
    first = points("a", 1)
    holder = {"id": "g", "weight": 1, "parts": [first]} if inherited else first
    holder["missing"] = missing
    outcome = given(course(holder, points("b", 1)), a="", b="80")
    assert (outcome.percent, outcome.status, outcome.notes) == (percent, status, notes)
    assert outcome.grade == {"passed": "1" if percent == 40 else "3", "failed": "0"}.get(status)


def test_excused_weight_goes_to_the_others():
    rules = course(points("a", 30), points("b", 50), points("c", 20), roster={"excused": ["Vapautettu"]})
    outcome = given(rules, a=" vapautettu ", b="60", c="95")
    assert outcome.percent == 70
    assert outcome.notes == {("excused", "a")}


def test_nothing_counts():
    rules = course(points("a", 1), {"id": "self", "mark": "pass_fail"}, no_marks="fail")
    for cells in ({"a": "EX", "self": "pass"}, {"a": "EX", "self": ""}):
        outcome = given(rules, **cells)
        assert (outcome.percent, outcome.grade, outcome.status) == (None, None, "incomplete")
        assert {("excused", "a"), ("incomplete", None)} <= outcome.notes


@pytest.mark.parametrize(
    ("policy", "label", "status"), [("incomplete", None, "incomplete"), ("fail", "H", "failed")]
)
def test_without_any_mark(policy, label, status):
    outcome = given(course(points("a", 1), points("b", 1), scale="H-5", no_marks=policy), a="", b="EX")
    assert (outcome.percent, outcome.base_grade, outcome.grade, outcome.status) == (None, None, label, status)
    assert outcome.notes == {("no_marks", None)}
    assert outcome.percents == {"a": None, "b": None}


def test_gates():
    rules = course(
        points("a", 1, required=True),
        points("b", 1, pass_mark=60),
        points("c", 1),
        {"id": "p", "mark": "pass_fail", "required": True},
    )
    fine = given(rules, a="40", b="60", c="0", p="Hyväksytty")
    assert (fine.status, fine.notes) == ("failed", set())
    low = given(rules, a="39.999999", b="59,999999", c="100", p="fail")
    assert low.notes == {("not_passed", "a"), ("not_passed", "b"), ("not_passed", "p")}
    empty = given(rules, a="100", b="EX", c="100", p="")
    assert empty.notes == {("excused", "b"), ("missing", "p"), ("not_passed", "p")}
    assert (empty.base_grade, empty.grade, empty.status) == ("5", "0", "failed")


def test_all_required_tests_the_top_level_and_dropping_saves_nobody():
    parts = [points("x", required=True), points("y")]
    group = {"id": "g", "weight": 1, "drop_lowest": 1, "parts": parts}
    outcome = given(course(group, points("z"), all_required=True), x="10", y="80", z="20")
    assert outcome.notes == {("dropped", "x"), ("not_passed", "x"), ("not_passed", "z")}


def test_numbers_in_a_pass_fail_column():
    component = {"id": "p", "mark": "pass_fail", "weight": 1, "max": 8, "pass_mark": 50}
    assert given(course(component), p="4").percent == 100
    assert given(course(component), p="3,99").notes == {("not_passed", "p")}
    assert given(course(component), p="ok").percent == 100


def test_grade_marks():
    essay = {"id": "essay", "mark": "grade", "weight": 1}
    worths = {cell: given(course(essay), essay=cell).percent for cell in ["0", "1", "2.00", "3", "4", "5"]}
    assert worths == {"0": 0, "1": 40, "2.00": 55, "3": 70, "4": 80, "5": 90}
    open_top = course(essay, bands={1: 40, 3: 70})
    assert given(open_top, essay="4").percent == 85
    assert given(course(essay, scale="H-5", grade_worth={1: 50, 5: 100}), essay="h").percent == 0
    assert given(course(essay, scale="H-5", grade_worth={1: 50, 5: 100}), essay="2").percent == 60


def test_percent_marks_and_marks_over_the_maximum():
    rules = course({"id": "q", "mark": "percent", "weight": 1}, points("a", 1, 10, over_max="allow"))
    assert given(rules, q="85.50 %", a="12").percent == Fraction(411, 4)
    group = {"id": "g", "weight": 1, "over_max": "cap", "parts": [points("a", 0, 10)]}
    outcome = given(course(group), a="12")
    assert outcome.percent == 100
    assert outcome.notes == {("capped", "a")}
    assert given(course(points("a", 1, 10, min=-5)), a="-2,5").percent == -25


@pytest.mark.parametrize(
    ("mode", "mark", "percent"),
    [
        ("half_up", "69.5", 70),
        ("half_up", "69.499999", 69),
        ("floor", "69.999999", 69),
        ("ceil", "69.000001", 70),
    ],
)
def test_rounding(mode, mark, percent):
    outcome = given(course(points("a", 1), rounding={"to": 1, "mode": mode}), a=mark)
    assert (outcome.percent, outcome.percent_unrounded) == (percent, Fraction(mark))
    assert outcome.base_grade == ("3" if percent == 70 else "1")


def test_between_and_close_to():
    rules = course(points("a", 1), between="midpoint")
    assert given(rules, a="55").grade == "2"
    assert given(rules, a="80").grade == "4"
    assert given(rules, a="79.5").notes == {("close_to", None)}
    assert given(rules, a="79").notes == set()
    assert given(course(points("a", 1)), a="79.5").notes == set()
    assert given(course(points("a", 1)), a="39.01").notes == {("close_to", None)}


RULES = [{"above": 25, "lower": 1}, {"above": 50, "fail": True}]
ATTENDANCE = {
    "sessions": 8,
    "rules": RULES,
    "statuses": {"absent": ["A"], "present": ["P"], "excused": ["E"]},
}


@pytest.mark.parametrize(
    ("cells", "share", "label"),
    [
        ({"absent": "2"}, Fraction(1, 4), "3"),
        ({"absent": "2,000001"}, Fraction(2000001, 8000000), "2"),
        ({"absent": "4"}, Fraction(1, 2), "2"),
        ({"absent": "5"}, Fraction(5, 8), "0"),
        ({"attended": "3"}, Fraction(5, 8), "0"),
        ({"attended": "3", "total": "4"}, Fraction(1, 4), "3"),
        ({"absent_percent": "25.000001"}, Fraction(25000001, 100000000), "2"),
        ({"sessions": ["A", "p", "E", "P"]}, Fraction(1, 3), "2"),
        ({"sessions": ["E", "e"]}, None, "3"),
        ({"absent": ""}, None, "3"),
    ],
)
def test_attendance(cells, share, label):
    outcome = given(course(points("a", 1), attendance=ATTENDANCE), a="75", **cells)
    assert (outcome.share, outcome.grade) == (share, label)


@pytest.mark.parametrize(
    ("more", "share"),
    [
        ({"excused": "absent"}, Fraction(1, 2)),
        ({"excused": "present"}, Fraction(1, 4)),
        ({"missing": "absent"}, Fraction(2, 3)),
        ({"missing": "present"}, Fraction(1, 3)),
    ],
)
def test_excused_and_unmarked_sessions(more, share):
    outcome = given(
        course(points("a", 1), attendance=ATTENDANCE | more),
        a="75",
        sessions=["A", "P", "E", "" if "missing" in more else "P"],
    )
    assert outcome.share == share


def test_attendance_floor_and_what_absence_beats():
    rules = course(points("a", 1, missing="incomplete"), points("b", 1), attendance=ATTENDANCE)
    assert given(rules, a="40", b="40", absent="3").grade == "0"
    kind = course(points("a", 1), attendance=ATTENDANCE | {"floor": "lowest_pass"})
    assert given(kind, a="40", absent="3").notes == set()
    assert given(kind, a="40", absent="3").grade == "1"
    assert given(kind, a="0", absent="3").grade == "0"
    assert given(kind, a="40", absent="5").grade == "0"
    beyond = given(rules, a="", b="90", absent="5")
    assert (beyond.base_grade, beyond.grade, beyond.status) == ("1", "0", "failed")
    assert given(rules, a="", b="", absent="5").status == "failed"
    assert given(rules | {"delivery": "online"}, a="90", b="90", absent="8").grade == "0"
    only = rules | {"delivery": "online", "attendance": ATTENDANCE | {"applies_to": ["contact"]}}
    assert given(only, a="90", b="90", absent="8").grade == "5"


def test_taught_sessions_are_the_default_total():
    taught = [{"date": "2020-02-04"}, {"date": "2020-02-11"}, {"date": "2020-01-21", "taught": False}]
    rules = course(points("a", 1), sessions=taught, attendance={"rules": RULES})
    assert given(rules, a="75", absent="1").share == Fraction(1, 2)


def test_routes():
    routes = [
        {"id": "work", "title": {"fi": "Työ", "en": "At work"}, "attendance": False},
        {"id": "demo", "components": [points("d", 1, 10)], "bands": {1: 20, 5: 60}},
    ]
    rules = course(points("a", 1), attendance=ATTENDANCE, routes=routes)
    assert given(rules, a="75", absent="8", route="TYÖ").grade == "3"
    assert given(rules, a="75", absent="8", route="").grade == "0"
    outcome = given(rules, a="", d="6", absent="0", route="Demo")
    assert (outcome.grade, outcome.percents) == ("5", {"d": 60})


def test_a_scale_of_ones_own():
    rules = course(points("a", 1), scale={"grades": ["F", "E", "D"]}, bands={"E": 50, "D": 80})
    assert [given(rules, a=mark).grade for mark in ("49.999999", "50", "80")] == ["F", "E", "D"]
    assert given(course(points("a", 1), scale="pass-fail", bands={"pass": 50}), a="50").grade == "pass"


def test_an_empty_word_counted_as_zero_is_no_pass_even_where_zero_percent_would_be():
    word = {"id": "p", "mark": "pass_fail", "required": True, "missing": "zero"}
    rules = course(points("a", 1, required=True), word, bands={1: 0})
    assert given(rules, a="", p="").status == "incomplete"
    assert given(rules, a="0", p="").notes == {("missing", "p"), ("not_passed", "p")}
    assert given(rules, a="", p="pass").notes == {("missing", "a")}
