"""`cxkit.report.canvas.canvas_json`: the contract of `cxkit/canvas/1`, exact and stable."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.canvas.canvases import canvas_text, example_view, journey_view, made_view, view_of
from tests.report.canvas.journeys import HOSTILE, hostile, library

from cxkit.canvas.kind import OWN_KINDS
from cxkit.canvas.part import CanvasDocument
from cxkit.locale import LANGUAGES
from cxkit.report.canvas.canvas_json import canvas_json
from cxkit.report.canvas.view import View


def written(view: View[Any]) -> dict[str, Any]:
    """Return the document as a program reads it, decimals exact."""
    found = json.loads(canvas_json(view), parse_float=Decimal)
    assert isinstance(found, dict)
    return found


def read_again(view: View[CanvasDocument]) -> View[CanvasDocument]:
    """Return a view of the canvas that the document holds."""
    canvas = type(view.canvas).model_validate(written(view)["canvas"])
    return View(canvas, view.kind, view.texts, view.workspace)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_golden(golden: Callable[[str, str], None], kind: str, language: str) -> None:
    golden(f"canvas/{kind}.{language}.json", canvas_json(example_view(kind, language)))


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_the_canvas_in_it_reads_as_that_canvas(kind: str) -> None:
    view = example_view(kind, "fi")
    assert read_again(view).canvas == view.canvas


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_what_is_read_again_is_written_the_same(kind: str) -> None:
    view = view_of(canvas_text(kind), "fi")
    assert canvas_json(read_again(view)) == canvas_json(view)


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_the_fields_are_those_of_the_contract(kind: str) -> None:
    found = written(view_of(canvas_text(kind), "en"))
    assert list(found) == [
        "schema", "kind", "kind_title", "id", "title", "language", "canvas", "names", "completeness",
        "derived",
    ]  # fmt: skip
    assert found["schema"] == "cxkit/canvas/1"
    assert (found["kind"], found["id"], found["title"], found["language"]) == (kind, kind, "Title", "en")
    assert list(found["completeness"]) == ["filled", "places", "percent", "percent_exact", "missing"]
    assert list(found["canvas"])[:3] == ["kind", "version", "id"]


def test_numbers_are_exact() -> None:
    text = canvas_text(
        "strategy",
        "okrs:\n  - id: a\n    key_results:\n      - {text: T, start: 0.1, target: 0.4, current: 0.300001}\n",
    )
    found = written(view_of(text))
    result = found["canvas"]["okrs"][0]["key_results"][0]
    assert (result["start"], result["current"]) == (Decimal("0.1"), Decimal("0.300001"))
    assert found["derived"] == {"progress": {"a": ["66667/1000"]}}
    assert found["completeness"]["percent_exact"] == "20"


def test_completeness_names_what_is_missing() -> None:
    found = written(view_of(canvas_text("bmc", "blocks: {channels: Verkko}"), "en"))["completeness"]
    assert (found["filled"], found["places"], found["percent"]) == (1, 9, Decimal("11.11"))
    assert found["percent_exact"] == "100/9"
    assert found["missing"][0] == {
        "path": ["blocks", "value_propositions"],
        "title": "Value propositions",
        "touchpoint": None,
    }


def test_a_touchpoint_that_lacks_something_is_named() -> None:
    view = journey_view(library(), "fi")
    missing = written(view)["completeness"]["missing"]
    assert {"path": ["stages", 2, "touchpoints", 0, "sacrifices"], "title": "Arvo = edut − haitat",
            "touchpoint": "Noutoilmoitus"} in missing  # fmt: skip


def test_what_stands_out_in_a_journey_is_derived() -> None:
    found = written(journey_view(library(), "fi"))["derived"]
    assert found["touchpoints"] == 8
    assert found["critical"] == found["critical_measured"] == ["t2", "t5"]
    assert found["lowest_point"] == {
        "touchpoint": "t1",
        "emotion": -2,
        "personas": ["veikko"],
        "also": ["t2", "t5"],
    }
    assert found["widest_gap"] == {
        "touchpoint": "t2",
        "emotions": {"aino": 1, "veikko": -2},
        "also": [],
    }
    assert found["opportunities"][0]["value_for_effort"] == "175"
    assert found["opportunities"][-1]["value_for_effort"] == "31"


def test_a_journey_of_nothing_derives_nothing() -> None:
    found = written(view_of(canvas_text("journey")))["derived"]
    assert (found["lowest_point"], found["widest_gap"], found["opportunities"]) == (None, None, [])


PERSONA = canvas_text("persona", "name: Aino\n")
STRATEGY = canvas_text(
    "strategy", "okrs: [{id: okr-1, objective: {fi: Nouto sujuu, en: Smooth pick-up}}, {id: okr-2}]"
)


def test_names_are_resolved_in_the_folder() -> None:
    text = canvas_text(
        "journey",
        """based_on: core
personas: [persona, nobody]
channels: [{id: web, title: {fi: Verkko, en: Web}}]
stages:
  - id: s
    touchpoints:
      - id: t
        channel: web
        opportunities: [{text: T, objective: okr-1}, {text: U, objective: okr-2}]
      - {id: u, channel: phone}
""",
    )
    core = canvas_text("journey").replace("id: journey", "id: core")
    assert written(view_of(text, "en", PERSONA, STRATEGY, core))["names"] == {
        "personas": {"persona": "Aino", "nobody": None},
        "channels": {"web": "Web", "phone": None},
        "journeys": {"core": "Title"},
        "objectives": {"okr-1": "Smooth pick-up", "okr-2": None},
    }


def test_names_of_a_measurement_canvas_and_a_plan() -> None:
    journey = canvas_text(
        "journey",
        "channels: [{id: web, title: Verkko}]\nstages: [{id: s, touchpoints: [{id: t, title: Nouto}]}]",
    )
    measurement = canvas_text(
        "measurement",
        """blocks:
  customer: {personas: [persona]}
  path:
    channels: [web, {id: own, title: Oma}]
    touchpoints: [{id: t, journey: journey, data: [d, e]}]
  data_place: {data: [{id: d, item: Kysely}]}
""",
    )
    assert written(view_of(measurement, "fi", PERSONA, journey))["names"] == {
        "personas": {"persona": "Aino"},
        "channels": {"own": "Oma", "web": "Verkko"},
        "journeys": {"journey": "Otsikko"},
        "data": {"d": "Kysely", "e": None},
    }
    plan = canvas_text(
        "programme", "core_journey: journey\ncritical_points: [{touchpoint: t}, {touchpoint: u}]"
    )
    assert written(view_of(plan, "fi", journey))["names"] == {
        "journeys": {"journey": "Otsikko"},
        "touchpoints": {"t": "Nouto", "u": None},
    }


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_text_comes_back(text: str) -> None:
    assert written(made_view("empathy", notes=text))["canvas"]["notes"] == [text]


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back_as_they_are_and_act_on_nothing(text: str) -> None:
    view = journey_view(hostile(2, 2, text), "en")
    document = canvas_json(view)
    assert json.loads(document)["title"] == view.canvas.title.get("en")  # type: ignore[union-attr]
    assert not {"\x1b", "\x7f", "\u202e", "\u200b", "\u2028"} & set(document)
    assert read_again(view).canvas == view.canvas


def keys(value: object) -> set[str]:
    """Return every key in a document."""
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def test_the_guide_describes_every_field() -> None:
    page = (Path(__file__).parents[3] / "docs" / "guide" / "canvas-documents.md").read_text(encoding="utf-8")
    described = set(re.findall(r"[`\"]([a-z_]+)[`\"]", page))
    for kind in OWN_KINDS:
        found = written(example_view(kind, "en"))
        fields = set(found) | keys(found["completeness"]) | set(found["names"]) | set(found["derived"])
        if kind == "journey":
            derived = found["derived"]
            fields |= keys([derived["lowest_point"], derived["opportunities"]])
        assert fields <= described, kind
