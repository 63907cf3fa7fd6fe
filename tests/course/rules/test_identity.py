import pytest
from tests.course.marked import judge, noticed

OTHER = "{id: lab, weight: 50, max: 10}"


@pytest.mark.parametrize(
    ("first", "second"),
    [("exam", "exam"), ("exam", "EXAM"), ("straße", "STRASSE"), ("\u00e9t\u00e9", "e\u0301te\u0301")],
)
def test_ids_differ_in_every_spelling(first, second):
    bad = (
        f"components:\n  - {{id: {first}, weight: 50, max: 10}}\n  - {{id: §{second}, weight: 50, max: 10}}\n"
    )
    good = f"components:\n  - {{id: {first}, weight: 50, max: 10}}\n  - {OTHER}\n"
    (finding,) = judge("CX103", bad, good)
    assert finding.span is not None
    assert f"already used in line {finding.span.line - 1}" in finding.message


def test_a_part_has_an_id_of_its_own():
    judge(
        "CX103",
        "components:\n  - {id: a, weight: 50, max: 5}\n  - {id: b, weight: 50, parts: [{id: §a, max: 5}]}\n",
        "components:\n  - {id: a, weight: 50, max: 5}\n  - {id: b, weight: 50, parts: [{id: c, max: 5}]}\n",
    )


def test_a_route_may_share_components_but_not_repeat_them():
    judge(
        "CX103",
        "routes:\n  - id: r\n    components: [{id: exam, max: 10, weight: 100}, {id: §exam, max: 10}]\n",
        "routes:\n  - id: r\n    components: [{id: exam, max: 10, weight: 100}]\n",
    )


@pytest.mark.parametrize("word", ["absent", "attended", "route", "percent", "Absent"])
def test_words_with_a_meaning_are_no_ids(word):
    judge(
        "CX104",
        f"components: [{{id: §{word}, weight: 100, max: 1}}]\n",
        f"components: [{{id: {word}s, weight: 100, max: 1}}]\n",
    )


@pytest.mark.parametrize(
    "settings",
    ["max: 20", "mark: percent", "max: 10, min: -1", "max: 10, over_max: cap", "max: 10, column: Other"],
)
def test_what_a_route_shares_is_marked_the_same_way(settings):
    judge(
        "CX122",
        f"routes:\n  - id: r\n    components: [{{id: §exam, weight: 100, {settings}}}]\n",
        "routes:\n  - id: r\n    components: [{id: exam, weight: 100, max: 10, required: true}]\n",
    )


def test_two_routes_share_a_component_marked_the_same_way():
    route = "  - id: {}\n    components: [{{id: {}, weight: 100, mark: pass_fail, max: 10, pass_mark: {}}}]\n"
    judge(
        "CX122",
        "routes:\n" + route.format("r", "demo", 50) + route.format("s", "§demo", 60),
        "routes:\n" + route.format("r", "demo", 50) + route.format("s", "demo", 50),
    )


def test_a_group_in_a_route_is_no_mark_of_the_course():
    judge(
        "CX122",
        "routes: [{id: r, components: [{id: §exam, weight: 100, parts: [{id: a, max: 1}]}]}]\n",
        "routes: [{id: r, components: [{id: other, weight: 100, parts: [{id: a, max: 1}]}]}]\n",
    )


def test_over_max_is_inherited_from_the_group():
    course = "components: [{id: g, weight: 100, over_max: cap, parts: [{id: a, max: 1}]}]\n"
    judge(
        "CX122",
        course + "routes: [{id: r, components: [{id: §a, weight: 100, max: 1}]}]\n",
        course + "routes: [{id: r, components: [{id: a, weight: 100, max: 1, over_max: cap}]}]\n",
    )


TWO = "components:\n  - {{id: a, weight: 50, max: 5, {}}}\n  - {{id: b, weight: 50, max: 5, {}}}\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX187", TWO.format("title: Report", "title: §report"), TWO.format("title: Report", "title: Essay")),
        (
            "CX187",
            TWO.format("title: {fi: Raportti, en: Report}", "title: {fi: §Raportti, en: Report}"),
            TWO.format("title: {fi: Raportti, en: Report}", "title: {fi: Essee, en: Essay}"),
        ),
        ("CX188", TWO.format("column: A", "column: §a"), TWO.format("column: A", "column: B")),
        (
            "CX188",
            TWO.format("column: [A, B]", "column: [C, §B]"),
            TWO.format("column: [A, B]", "column: [C, D]"),
        ),
    ],
)
def test_titles_and_columns_are_the_components_own(code, bad, good):
    (finding,) = judge(code, bad, good)
    assert "in line 8" in finding.message or "line 8 " in finding.message


def test_one_text_in_two_languages_is_one_title():
    assert noticed(TWO.format("title: {fi: Essee, en: Essee}", "title: Report")) == []


def test_a_group_may_be_called_as_one_of_its_parts():
    labs = "components: [{id: g, title: Lab, weight: 100, parts: [{id: a, title: Lab, max: 5}]}]\n"
    assert noticed(labs) == []


def test_a_route_shares_titles_and_columns_with_the_course():
    components = "components: [{id: exam, weight: 100, max: 10, title: T, column: C}]"
    route = f"route_column: R\nroutes: [{{id: r, {components}}}]\n"
    assert [finding.code for finding in noticed(f"{components}\n{route}")] == ["CX152"]
