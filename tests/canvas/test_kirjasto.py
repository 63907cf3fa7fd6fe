"""The library among the examples: fourteen canvases in two languages that know one another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.completeness import completeness
from cxkit.canvas.journey import Journey
from cxkit.canvas.kind import OWN_KINDS, own_kind
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.programme import Programme
from cxkit.canvas.workspace import Member, Workspace

FOLDER = Path(__file__).parents[2] / "examples" / "kirjasto"
FILES = sorted(FOLDER.glob("*.yaml"))


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(map(str, FILES))


def only(workspace: Workspace, model: type[Any]) -> Any:
    (member,) = workspace.of_type(model)
    return member.canvas


def test_every_file_is_a_canvas_and_every_kind_is_there(workspace: Workspace) -> None:
    assert len(workspace.members) == len(FILES)
    assert {member.canvas.kind for member in workspace.members} == set(OWN_KINDS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_each_is_full(workspace: Workspace, file: Path) -> None:
    canvas = member_of(workspace, file).canvas
    assert completeness(canvas, own_kind(canvas.kind)).missing == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_whatever_is_said_is_said_in_both_languages(workspace: Workspace, file: Path) -> None:
    document = member_of(workspace, file).document
    assert [sorted(one) for one in in_languages(document.data) if sorted(one) != ["en", "fi"]] == []
    assert [one for one in in_languages(document.data) if one["fi"] == one["en"]] == []
    assert list(sentences(document.data)) == []


def member_of(workspace: Workspace, file: Path) -> Member[CanvasDocument]:
    return next(one for one in workspace.members if one.file == str(file))


def in_languages(value: Any) -> Iterator[dict[str, str]]:
    match value:
        case dict() if set(value) & {"fi", "en"}:
            yield value
        case dict():
            for inner in value.values():
                yield from in_languages(inner)
        case list():
            for inner in value:
                yield from in_languages(inner)


def sentences(value: Any) -> Iterator[str]:
    """Texts of several words that have no language."""
    match value:
        case dict() if not set(value) & {"fi", "en"}:
            for inner in value.values():
                yield from sentences(inner)
        case list():
            for inner in value:
                yield from sentences(inner)
        case str() if " " in value:
            yield value


def test_the_core_journey_has_a_variation_and_an_exception(workspace: Workspace) -> None:
    journeys = {member.canvas.type: member.canvas for member in workspace.of_type(Journey)}
    assert sorted(str(one) for one in journeys) == ["core", "exception", "variation"]
    core = journeys["core"]
    assert journeys["variation"].based_on == journeys["exception"].based_on == core.id
    assert len(journeys["exception"].turned_round) == 3
    assert len(list(core.touchpoints())) == 8
    assert sum(bool(one.critical) for _, _, one in core.touchpoints()) == 3


def test_all_references_lead_somewhere(workspace: Workspace) -> None:
    personas, touchpoints = set(workspace.personas), {held.value.id for held in workspace.touchpoints}
    named = {name for member in workspace.of_type(Journey) for name in member.canvas.persona_ids}
    about = {member.canvas.persona_id for member in workspace.of_type(BlockCanvas)} - {None}
    assert personas == named == about == {"aino", "veikko"}
    objectives = {chance.objective for held in workspace.touchpoints for chance in held.value.opportunities}
    assert objectives - {None} == set(workspace.objectives)
    assert {held.value.battle for held in workspace.objectives.values()} == set(workspace.battles)
    plan: Programme = only(workspace, Programme)
    assert plan.core_journey in workspace.journeys
    assert {point.touchpoint for point in plan.critical_points} <= touchpoints


def test_the_measurement_canvas_measures_what_the_journeys_collect(workspace: Workspace) -> None:
    measurement: Measurement = only(workspace, Measurement)
    collected = {held.value.id: held.value for held in workspace.collected}
    assert {item.id: item for item in measurement.data_items} == collected
    assert {item for one in measurement.analyses for item in one.data} == set(collected)
    for one in measurement.touchpoints:
        journey = workspace.journeys[str(one.journey)].canvas
        point = next(point for _, _, point in journey.touchpoints() if point.id == one.id)
        assert tuple(item.id for item in point.data_items) == one.data
        assert point.called == one.called


def test_a_touchpoint_of_two_journeys_is_called_the_same_in_both(workspace: Workspace) -> None:
    names: dict[str, set[str]] = {}
    for held in workspace.touchpoints:
        names.setdefault(held.value.id, set()).add(str(held.value.called))
    assert {name: called for name, called in names.items() if len(called) > 1} == {}
    assert len(names) == len(workspace.touchpoints) - 2


def test_results_rest_on_enough_answers_but_for_one(workspace: Workspace) -> None:
    few = {
        held.value.id
        for held in workspace.collected
        if held.value.result is not None and (held.value.result.n or 0) < 30 and held.value.scale is not None
    }
    assert few == {"ovikysely"}
