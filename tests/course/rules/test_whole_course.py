"""Routes, descriptions, criteria, late work and what is not computed yet."""

import pytest
from tests.course.marked import found, judge, noticed

CRITERIA = "criteria: [{id: know, title: Knowledge, levels: {1: some, 3: more}}]\n"
LEVEL = "components: [{id: a, weight: 100, mark: level, criteria: [know]}]\n"
LATE = "components: [{id: a, weight: 100, max: 5, late: {column: L, per: day, deduct: 100}}]\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX123", "credits: §0\n", "credits: 0.5\n"),
        ("CX123", "workload: [{activity: Exam, hours: §-1}]\n", "workload: [{activity: Exam, hours: 0}]\n"),
        ("CX150", "routes: [{id: work}, {id: §WORK}]\n", "routes: [{id: work}, {id: demo}]\n"),
        (
            "CX150",
            "routes: [{id: work}, {id: demo, title: §Work}]\n",
            "routes: [{id: work, title: Work}, {id: demo, title: {fi: Näyttö, en: Demo}}]\n",
        ),
        ("CX151", "route_column: A\nroster: {route: §B}\n", "route_column: A\nroster: {route: a}\n"),
        (
            "CX160",
            "period: {start: 2020-01-20, end: §2020-01-19}\n",
            "period: {start: 2020-01-20, end: 2020-01-20}\n",
        ),
        (
            "CX160",
            "enrolment: {start: 2020-01-20, end: §2019-01-21}\n",
            "enrolment: {start: 2020-01-20, end: 2020-01-21}\n",
        ),
        (
            "CX160",
            "sessions: [{date: 2020-01-20, start: 16:45, end: §09:50}]\n",
            "sessions: [{date: 2020-01-20, start: 16:45, end: 19:50}, {date: 2020-01-21, start: 16:45}]\n",
        ),
        ("CX161", "seats: {min: §41, max: 40}\n", "seats: {min: 40, max: 40}\n"),
        (
            "CX162",
            CRITERIA.replace("]", ", {id: §Know, title: Other, levels: {}}]"),
            CRITERIA.replace("]", ", {id: skill, title: Other, levels: {}}]"),
        ),
        ("CX164", CRITERIA.replace("3:", "§7:"), CRITERIA),
    ],
)
def test_descriptions(code, bad, good):
    judge(code, bad, good)


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX117", CRITERIA + LEVEL.replace("level, criteria: [know]", "§level"), CRITERIA + LEVEL),
        ("CX163", CRITERIA + LEVEL.replace("know", "§knwo"), CRITERIA + LEVEL),
        (
            "CX180",
            "components: [{id: a, weight: 100, max: 5, late: §{per: day, deduct: 10}}]\n",
            "components: [{id: a, weight: 100, max: 5, late: {column: L, per: day, deduct: 10}}]\n",
        ),
        (
            "CX181",
            LATE.replace("100}", "§110, at_most: §-1}"),
            LATE,
        ),
        (
            "CX182",
            LATE.replace("100}", "10, due: §2026-03-31}"),
            LATE.replace("100}", "10, due: 2026-03-31T23:59}"),
        ),
        (
            "CX182",
            LATE.replace("100}", "10, due: §soon}"),
            LATE.replace("100}", '10, due: "2026-03-31 23:59:59"}'),
        ),
        ("CX182", LATE.replace("100}", "10, grace: §00:15}"), LATE.replace("100}", "10, grace: 00:15:00}")),
        ("CX183", LATE.replace("100}", "10, at_most: §9}"), LATE.replace("100}", "10, at_most: 10}")),
    ],
)
def test_what_is_judged_although_it_is_not_computed(code, bad, good):
    judge(code, bad, good, beside=["CX190"])


@pytest.mark.parametrize(
    "bad",
    [
        "§cap: 90\n",
        "components: [{id: a, weight: 100, max: 5, §cap: 90}]\n",
        "components: [{id: a, weight: 100, max: 5, §late: {column: L, per: day, deduct: 10}}]\n",
        "components: [{id: a, weight: 100, max: 5}, {id: b, max: 5, weight: 5, §extra_credit: true}]\n",
        "components: [{id: a, weight: 100, §combine: median, parts: [{id: b, max: 5}]}]\n",
        CRITERIA + LEVEL.replace("mark", "§mark"),
        "bands: {1: 40, §3: {percent: 70, exam: 60}}\n",
        "routes: [{id: r, bands: {1: 40, §3: {percent: 70}}}]\n",
    ],
)
def test_what_is_not_computed_yet_is_refused_at_its_key(bad):
    (finding,) = judge("CX190", bad, "rounding: {to: 1, mode: half_up}\n")
    assert finding.message.endswith("is not computed yet")


def test_what_is_wrong_in_itself_is_not_also_called_not_computed():
    assert [finding.code for finding in found(LATE.replace("column: L, ", ""))] == ["CX180"]
    assert [finding.code for finding in found("bands: {1: {percent: 50, exma: 5}}\n")] == ["CX139"]
    both = "components:\n  - {id: a, weight: 100, max: 5, cap: 90}\n  - {id: b, max: 5, extra_credit: true}\n"
    assert [finding.code for finding in found(both)] == ["CX190", "CX107"]


ROUTES = "route_column: R\nroutes:\n"
TAUGHT = "sessions: [{date: 2026-01-13}]\nattendance: {rules: [{above: 25, lower: 1}]}\n"
PERIOD = "period: {start: 2026-01-12, end: 2026-03-27}\n"
LEVELS = "criteria: [{id: know, title: Knowledge, levels: {1: some, 3: more, 5: all}}]\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX152", ROUTES + "  - {id: §work}\n", ROUTES + "  - {id: work, bands: {1: 30, 5: 90}}\n"),
        (
            "CX152",
            ROUTES + "  - {id: §work, attendance: true}\n",
            TAUGHT + ROUTES + "  - {id: w, attendance: false}\n",
        ),
        (
            "CX152",
            TAUGHT + ROUTES + "  - {id: §w, attendance: {rules: [{above: 25, lower: 1}]}}\n",
            TAUGHT + ROUTES + "  - {id: w, attendance: {rules: [{above: 30, lower: 1}]}}\n",
        ),
        (
            "CX152",
            ROUTES
            + "  - {id: §w, bands: {5: 90, 3: 70, 1: 40}, components: [{id: exam, weight: 100, max: 10}]}\n",
            ROUTES + "  - {id: w, components: [{id: exam, weight: 100, max: 10, required: true}]}\n",
        ),
        (
            "CX153",
            "§routes: [{id: w, bands: {1: 30, 5: 90}}]\n",
            "roster: {route: R}\nroutes: [{id: w, bands: {1: 30, 5: 90}}]\n",
        ),
        ("CX154", "route_column: §R\n", ROUTES + "  - {id: work, bands: {1: 30, 5: 90}}\n"),
        ("CX154", "roster: {route: §R}\n", "roster: {id: R}\n"),
        ("CX165", LEVELS.replace(", 3: more", "").replace("levels", "§levels"), LEVELS),
        ("CX165", LEVELS.replace("{1: some, 3: more, 5: all}", "{}").replace("levels", "§levels"), LEVELS),
        ("CX166", LEVELS.replace("5: all", "5: §More"), LEVELS),
        (
            "CX166",
            LEVELS.replace("3: more, 5: all", "3: {fi: sama, en: this}, 5: {fi: §sama, en: that}"),
            LEVELS.replace("3: more, 5: all", "3: {fi: sama, en: this}, 5: {fi: toinen, en: sama}"),
        ),
        (
            "CX192",
            PERIOD + "enrolment: {start: 2026-01-02, end: §2026-04-01}\n",
            PERIOD + "enrolment: {start: 2026-01-02, end: 2026-03-27}\n",
        ),
        ("CX196", "§workload: [{activity: A, hours: 116.99}]\n", "workload: [{activity: A, hours: 117}]\n"),
        (
            "CX196",
            "§workload: [{activity: A, hours: 100}, {activity: B, hours: 48.51}]\n",
            "workload: [{activity: A, hours: 100}, {activity: B, hours: 48.5}]\n",
        ),
        (
            "CX197",
            "seats: {max: §40}\n",
            "seats: {max: 40}\nenrolment: {start: 2026-01-02, end: 2026-01-16}\n",
        ),
        ("CX198", "§contents: A.\nmethods: B.\n", "contents: A.\nobjectives: B.\n"),
        ("CX198", "§methods: B.\n", "notes: B.\n"),
        ("CX199", "credits: §60.5\n", "credits: 60\n"),
    ],
)
def test_what_is_noticed(code, bad, good):
    judge(code, bad, good)


def test_the_hours_are_told():
    (finding,) = noticed("credits: 2.5\nworkload: [{activity: A, hours: 100.50}]\n")
    assert finding.message == "The workload is 100.5 hours, and 2.5 credits are 65 to 67.5"


def test_what_is_wrong_is_not_also_noticed():
    assert noticed("credits: 0\nworkload: [{activity: A, hours: 100}]\n") == []
    assert noticed("workload: [{activity: A, hours: -1}]\n") == []
    assert (
        noticed(
            "period: {start: 2026-03-27, end: 2026-01-12}\nenrolment: {start: 2026-01-02, end: 2026-02-02}\n"
        )
        == []
    )


def test_routes_that_nobody_can_reach_are_counted():
    (finding,) = noticed("routes: [{id: w, bands: {1: 30, 5: 90}}, {id: v, bands: {1: 20, 5: 90}}]\n")
    assert finding.message == "The course has 2 routes, but no `route_column`, so no student is on any"


def test_lacking_levels_are_named_together():
    (finding,) = noticed(LEVELS.replace("1: some, 3: more, ", ""))
    assert finding.message == "`know` does not describe the grades 1, 3, which bands give"


def test_the_hint_names_the_criterion_that_was_meant():
    hints = [
        finding.hint for finding in found(CRITERIA + LEVEL.replace("know", "knwo")) if finding.code == "CX163"
    ]
    assert hints == ["Did you mean `know`?"]
