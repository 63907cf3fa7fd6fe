"""Data that is collected at touchpoints: that there is some, how, and a figure where it decides."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import judge, silent

from cxkit.canvas.rules.smallest import SMALLEST_TOUCHPOINT, measurement_with, stages_with

DATA = "data: [{id: pick-up-survey, item: Satisfaction, method: CSAT}]\n"
CRITICAL = "critical: true\n"
GOOD = stages_with(SMALLEST_TOUCHPOINT)


def middle(*changes: tuple[str, str]) -> str:
    text = SMALLEST_TOUCHPOINT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return stages_with(text)


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        (
            "CX306",
            middle((DATA, ""), (CRITICAL, ""), ("id: pick-up", "§id: pick-up")),
            middle((DATA, "data: none\nwhy: Law\n"), (CRITICAL, "")),
        ),
        ("CX306", middle((DATA, "§data: []\n"), (CRITICAL, "")), GOOD),
        ("CX306", middle((DATA, "data: §none\n"), (CRITICAL, "")), GOOD),
        ("CX307", middle((DATA, "data: [§{id: survey}]\n")), GOOD),
        ("CX307", middle((DATA, "data: [{id: a, method: NPS}, §{id: b, source: Form}]\n")), GOOD),
        (
            "CX310",
            middle((DATA, "data: [{id: a, method: Open}, {id: b, method: haastattelu}]\n"),
                   ("critical: true", "critical: §true")),
            middle((DATA, "data: [{id: a, method: open}, {id: b, method: Kävijälaskuri}]\n")),
        ),
        ("CX310", middle((DATA, "data: none\nwhy: Law\n"), ("critical: true", "critical: §true")),
         middle((DATA, "data: none\nwhy: Law\n"), ("critical: true", "critical: false"))),
    ],
)  # fmt: skip
def test_data_of_touchpoints(code: str, bad: str, good: str) -> None:
    judge(code, "journey", bad, good)


def test_a_critical_touchpoint_without_data_lacks_both() -> None:
    bad = middle((DATA, ""), ("critical: true", "critical: §true"))
    judge("CX310", "journey", bad, GOOD, beside=["CX306"])


@pytest.mark.parametrize("data", ["data:\n", "data: none\nwhy:\n", "data: [{id: a, method: }]\n"])
def test_what_is_left_empty_is_not_judged(data: str) -> None:
    critical = () if data.startswith("data: none") else ((CRITICAL, CRITICAL),)
    changes = critical or ((CRITICAL, ""),)
    silent("journey", middle((DATA, data), *changes), beside=["CX300"])


def test_the_method_may_stand_on_the_list_of_data() -> None:
    listed = f"--- # measuring.yaml\nkind: measurement\n{measurement_with()}"
    survey = "data: [{id: survey, item: Satisfaction}]\n"
    beside = ["CX402"]  # the other two touchpoints collect what is on no list
    silent("journey", middle((DATA, survey)) + listed, beside=beside)


def test_the_metric_may_stand_elsewhere() -> None:
    words = middle((DATA, "data: [{id: survey, method: open}]\n"))
    judge("CX310", "journey", words.replace("critical: true", "critical: §true"), GOOD)
    measured = f"--- # measuring.yaml\nkind: measurement\n{measurement_with()}"
    silent("journey", words + measured, beside=["CX402"])
    points = "[{touchpoint: pick-up, metric: CSAT, operational: Waiting time, business: Cost}]"
    plan = f"--- # plan.yaml\nkind: programme\ncritical_points: {points}\n"
    silent("journey", words + plan)
