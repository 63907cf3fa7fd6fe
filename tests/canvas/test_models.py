"""What canvases know of themselves, and the values that they refuse."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.canvas.canvases import canvas_text

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.data import DataItem, method_meant
from cxkit.canvas.journey import Journey
from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.maturity import Maturity
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import Persona, PersonaInFull, fact_meant
from cxkit.canvas.strategy import Strategy
from cxkit.documents.base import Text


def canvas(kind: str, old: str = "", new: str = "") -> CanvasDocument:
    text = canvas_text(kind)
    assert old in text
    return load_canvas_text(text.replace(old, new, 1), file="a.yaml").or_refuse()[0]


def test_a_journey_knows_its_touchpoints() -> None:
    journey = canvas("journey")
    assert isinstance(journey, Journey)
    assert journey.persona_ids == ("aino", "veikko")
    (first, search, haku), (second, _, jono) = journey.touchpoints()
    assert first == ("stages", 0, "touchpoints", 0) and second == ("stages", 0, "touchpoints", 1)
    assert [haku.feeling("aino"), haku.feeling("veikko"), haku.feeling()] == [1, -2, None]
    assert haku.feelings == (1, -2)
    assert (jono.feeling("aino"), jono.feelings) == (-1, (-1,))
    assert (journey.mode_of(haku), journey.mode_of(jono)) == ("both", None)
    assert [one.id for one in haku.data_items] == ["kysely"] and jono.data_items == ()
    names = [str(one.called) for one in (search, journey.stages[1])]
    names += [str(one.called) for one in (haku, jono)]
    names += [str(one.called) for one in journey.channels]
    assert names == ["Etsintä", "later", "Haku", "jono", "Verkko", "desk"]


def test_a_touchpoint_is_where_its_channel_is() -> None:
    journey = canvas("journey", "mode: both", "mode: ")
    assert isinstance(journey, Journey)
    assert journey.mode_of(journey.stages[0].touchpoints[0]) == "online"


def test_a_persona_is_called_by_its_name() -> None:
    persona = canvas("persona")
    assert isinstance(persona, Persona)
    assert persona.called == Text.plain("Aino")
    measurement = canvas("measurement")
    assert isinstance(measurement, Measurement)
    called = [str(one.called) for one in measurement.personas if isinstance(one, PersonaInFull)]
    assert called == ["veikko", "Uusi kävijä"]


def test_a_measurement_canvas_gives_its_lists() -> None:
    full, bare = canvas("measurement"), load_canvas_text(
        canvas_text("measurement").partition("blocks")[0], file="a.yaml"
    ).or_refuse()[0]  # fmt: skip
    assert isinstance(full, Measurement) and isinstance(bare, Measurement)
    assert [str(one.called) for one in full.touchpoints] == ["Haku", "nouto"]
    assert [one.id for one in full.data_items] == ["kysely", "laskuri"]
    assert [one.updates for one in full.analyses] == [(1, 2, 6)]
    assert bare.personas == bare.touchpoints == bare.data_items == bare.analyses == ()


def test_blocks_give_their_notes() -> None:
    slbmc, bmc = canvas("slbmc"), canvas("bmc")
    assert isinstance(slbmc, BlockCanvas) and isinstance(bmc, BlockCanvas)
    assert slbmc.notes_in("value_proposition", "provider") == (Text.plain("Nouto"),)
    assert slbmc.notes_in("interaction", "customer") == ()
    assert [note.get("en") for note in bmc.notes_in("value_propositions")] == ["Kirja", "Peace"]
    assert [str(note) for note in bmc.notes_in("channels")] == ["Verkko"]


def test_battles_are_called_by_title_or_id() -> None:
    strategy = canvas("strategy")
    assert isinstance(strategy, Strategy)
    assert [str(one.called) for one in strategy.battles] == ["Nouto toimii", "haku"]


def test_the_stage_reached_has_all_below_it() -> None:
    found = canvas("maturity")
    assert isinstance(found, Maturity)
    assert (found.reached, found.claimed) == ("understand", "strategic")
    all_met = canvas("maturity", "{id: engage, criteria: }", "{id: engage, criteria: [{text: a, met: true}]}")
    assert isinstance(all_met, Maturity)
    assert all_met.reached == "strategic"
    none_met = canvas("maturity", "met: true", "met: false")
    assert isinstance(none_met, Maturity)
    assert none_met.reached is None


@pytest.mark.parametrize(
    ("item", "scale"),
    [
        ({"method": "NPS"}, (-100, 100)),
        ({"method": "NPS", "result": {"value": 1, "scale": [0, 10]}}, (0, 10)),
        ({"method": "CES", "result": {"value": 1}}, (1, 7)),
        ({"method": "mystery"}, None),
        ({}, None),
    ],
)
def test_a_figure_has_the_scale_of_its_method_or_its_own(item: dict, scale: tuple | None) -> None:
    found = DataItem.model_validate({"id": "a", **item}).scale
    assert found == (None if scale is None else tuple(map(Decimal, scale)))


@pytest.mark.parametrize(
    ("kind", "old", "new", "message"),
    [
        ("journey", "{aino: 1,", "{aino: 3,", "`aino` must be a whole number from -2 to 2, not `3`"),
        (
            "journey",
            "emotion: -1",
            "emotion: -0.5",
            "`emotion` must be a whole number from -2 to 2, not `-0.5`",
        ),
        (
            "journey", "_value: 75", "_value: 175",
            "`customer_value` must be a number from 0 to 100, not `175`",
        ),
        ("journey", "effort: 3", "effort: 6", "`effort` must be a whole number from 0 to 5, not `6`"),
        ("journey", "data: none", "data: nothing", "`data` must be one of `none`, not `nothing`"),
        ("journey", "{value: 46,", "{value: 46, scale: [5, 1],", "`scale` must rise"),
        ("journey", "{value: 46,", "{value: 46, scale: [1, 5],", "`value` is not between 1 and 5"),
        ("journey", "id: jono", "id: haku", "There is another touchpoint with the id `haku`"),
        ("journey", "id: desk", "id: web", "There is another channel with the id `web`"),
        ("journey", "id: later", "id: search", "There is another stage with the id `search`"),
        ("maturity", "id: engage", "id: strategic", "The stage `strategic` stands twice"),
        ("reflection", "id: learning", "id: organisation", "The section `organisation` stands twice"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_place(kind: str, old: str, new: str, message: str) -> None:
    text = canvas_text(kind)
    assert text.count(old) == 1
    (found,) = load_canvas_text(text.replace(old, new), file="a.yaml").diagnostics
    assert found.message == message
    assert found.span is not None and found.span.line > 5


@pytest.mark.parametrize(
    ("method", "value", "place"),
    [("CES", "9.1", "from 1 to 7"), ("NPS", "138", "from -100 to 100"), ("csat", "6", "from 1 to 5")],
)
def test_a_result_lies_on_the_scale_of_its_method(method: str, value: str, place: str) -> None:
    item = f"data: [{{id: kysely, method: {method}, result: {{value: {value}}}}}]"
    text = canvas_text("journey").replace("data: none, why: Laki kieltää", item)
    assert item in text
    (found,) = load_canvas_text(text, file="a.yaml").diagnostics
    assert found.code == "CX037"
    assert found.message == f"`value` must be {place}, the scale of {method}, not `{value}`"
    span = found.span
    assert span is not None
    assert text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1] == value
    assert found.hint is not None and "`scale: [0, 100]`" in found.hint


def test_a_result_with_a_scale_of_its_own_may_be_anywhere_on_it() -> None:
    item = DataItem.model_validate({"id": "k", "method": "CSAT", "result": {"value": 82, "scale": [0, 100]}})
    assert item.scale == (Decimal(0), Decimal(100))


@pytest.mark.parametrize(("written", "meant"), [("csat", "CSAT"), ("Open", "open"), ("Mutu", "Mutu")])
def test_a_method_is_known_in_small_letters_and_in_capitals(written: str, meant: str) -> None:
    assert method_meant(written) == meant


def test_a_method_in_small_letters_has_its_scale_and_stays_as_it_is_written() -> None:
    item = DataItem.model_validate({"id": "k", "method": "csat", "result": {"value": 3}})
    assert (item.method, item.scale) == ("csat", (Decimal(1), Decimal(5)))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("age", "age"),
        ("Ikä", "age"),
        ("paikka", "place"),
        ("asuinpaikka", "place"),
        ("paikkakunta", "place"),
        ("ala", "industry"),
        ("Toimiala", "industry"),
        ("koko", "size"),
        ("lemmikki", "lemmikki"),
    ],
)
def test_facts_are_known_by_their_finnish_names(written: str, meant: str) -> None:
    assert fact_meant(written) == meant


@pytest.mark.parametrize("key", ["age", "ikä", "Ikä"])
def test_a_persona_knows_its_age(key: str) -> None:
    persona = PersonaInFull.model_validate({"id": "aino", "facts": {"place": "Porvoo", key: 34}})
    assert persona.age == "34"
    assert PersonaInFull.model_validate({"id": "aino"}).age is None
