"""`cxkit.canvas.metrics`: which touchpoints have a metric, wherever it stands."""

from __future__ import annotations

import pytest
from tests.report.canvas.canvases import canvas_text, member

from cxkit.canvas.journey import Journey
from cxkit.canvas.metrics import gives_a_figure, has_metric
from cxkit.canvas.workspace import Workspace


def measured(data: str, *others: str) -> bool:
    """Tell whether a touchpoint with some data has a metric, beside other canvases."""
    body = f"stages: [{{id: s, touchpoints: [{{id: pick-up, {data}}}]}}]\n"
    texts = (canvas_text("journey", body), *others)
    members = [member(text, f"canvas-{number}.yaml") for number, text in enumerate(texts)]
    journey = members[0].canvas
    assert isinstance(journey, Journey)
    ((_, _, touchpoint),) = journey.touchpoints()
    return has_metric(touchpoint, journey, Workspace.of(members))


@pytest.mark.parametrize(
    ("data", "has"),
    [
        ("data: [{id: d, method: CSAT}]", True),
        ("data: [{id: d, method: open}]", False),
        ("data: [{id: d, method: Avoin palaute}]", False),
        ("data: [{id: d, method: open, result: {value: 61}}]", True),
        ("data: [{id: d, method: open}, {id: e, method: conversion}]", True),
        ("data: [{id: d}]", False),
        ("data: [{id: d, result: {value: }}]", False),
        ("data: [{id: d, result: {value: 0}}]", True),
        ("data: none", False),
        ("title: Nouto", False),
    ],
)
def test_a_metric_gives_a_figure(data: str, has: bool) -> None:
    assert measured(data) is has


@pytest.mark.parametrize(
    ("kind", "body", "has"),
    [
        ("measurement", "blocks: {path: {touchpoints: [{id: pick-up, method: CES}]}}", True),
        (
            "measurement",
            "blocks: {path: {touchpoints: [{id: pick-up, journey: journey, method: CES}]}}",
            True,
        ),
        ("measurement", "blocks: {path: {touchpoints: [{id: pick-up, journey: x, method: CES}]}}", False),
        ("measurement", "blocks: {path: {touchpoints: [{id: pick-up, method: open}]}}", False),
        ("measurement", "blocks: {path: {touchpoints: [{id: elsewhere, method: CES}]}}", False),
        ("measurement", "blocks: {data_place: {data: [{id: d, method: CES}]}}", True),
        ("measurement", "blocks: {data_place: {data: [{id: e, method: CES}]}}", False),
        ("programme", "critical_points: [{touchpoint: pick-up, metric: CSAT}]", True),
        ("programme", "critical_points: [{touchpoint: pick-up}]", False),
    ],
)
def test_a_metric_may_stand_on_another_canvas(kind: str, body: str, has: bool) -> None:
    assert measured("data: [{id: d, method: open}]", canvas_text(kind, body)) is has


def test_a_method_that_is_not_known_gives_no_figure() -> None:
    assert not gives_a_figure(None)
    assert gives_a_figure("Own word")
