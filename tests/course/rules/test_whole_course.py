"""Routes, descriptions, criteria, late work and what is not computed yet."""

import pytest
from tests.course.marked import found, judge

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
            "components: [{id: a, weight: 100, max: 5, §late: {per: day, deduct: 10}}]\n",
            "components: [{id: a, weight: 100, max: 5, late: {column: L, per: day, deduct: 10}}]\n",
        ),
        (
            "CX181",
            LATE.replace("100}", "§110, at_most: §-1}"),
            LATE,
        ),
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


def test_the_hint_names_the_criterion_that_was_meant():
    hints = [
        finding.hint for finding in found(CRITERIA + LEVEL.replace("know", "knwo")) if finding.code == "CX163"
    ]
    assert hints == ["Did you mean `know`?"]
