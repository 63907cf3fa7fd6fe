"""The filled canvases that `canvas new --example` writes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.completeness import completeness
from cxkit.canvas.example import LANGUAGES, example_text
from cxkit.canvas.journey import Journey
from cxkit.canvas.kind import OWN_KINDS, own_kind
from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import Persona, PersonaFields, PersonaInFull
from cxkit.canvas.strategy import Strategy
from cxkit.documents.document import Document

EVERY = list(product(OWN_KINDS, LANGUAGES))
WIDEST = 170
"""What a column of a picture or a cell of a block carries in some lines: a text has no more characters."""


def read(kind: str, language: str) -> tuple[CanvasDocument, Document]:
    loaded = load_canvas_text(example_text(kind, language), file=f"{kind}.{language}.yaml")
    assert loaded.diagnostics == ()
    assert loaded.model is not None and loaded.document is not None
    return loaded.model, loaded.document


def texts_in(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for inner in value.values():
                yield from texts_in(inner)
        case list():
            for inner in value:
                yield from texts_in(inner)
        case str():
            yield value


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_each_is_a_full_canvas_of_its_kind_and_language(kind: str, language: str) -> None:
    canvas, _ = read(kind, language)
    assert (canvas.kind, canvas.language) == (kind, language)
    missing = [".".join(map(str, one.path)) for one in completeness(canvas, own_kind(kind)).missing]
    # A plan alone in its folder has no journey to name.
    assert missing == (["core_journey"] if kind == "programme" else [])


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_each_begins_with_the_schema_and_says_that_it_is_made_up(kind: str, language: str) -> None:
    first, *rest = example_text(kind, language).splitlines()
    assert first == f"# yaml-language-server: $schema=schemas/{kind}.schema.json"
    comments = " ".join(line for line in rest if line.lstrip().startswith("#"))
    assert ("simerkki" if language == "fi" else "xample") in comments


@pytest.mark.parametrize(("kind", "language"), [one for one in EVERY if one[0] != "reflection"])
def test_texts_are_short_enough_for_a_column(kind: str, language: str) -> None:
    _, document = read(kind, language)
    assert [text for text in texts_in(document.data) if len(text) > WIDEST] == []


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_both_languages_have_the_same_structure(kind: str) -> None:
    (_, finnish), (_, english) = read(kind, "fi"), read(kind, "en")
    assert keys(finnish.data) == keys(english.data)
    assert finnish.data["title"] != english.data["title"]


def keys(value: Any) -> Any:
    """The keys of every mapping, but for facts, which are named freely; lists by their entries."""
    match value:
        case dict():
            return {key: len(inner) if key == "facts" else keys(inner) for key, inner in value.items()}
        case list():
            return [keys(inner) for inner in value]
    return None


def personas_in(canvas: CanvasDocument) -> dict[str, PersonaFields]:
    match canvas:
        case Persona():
            return {canvas.id: canvas}
        case Journey() | Measurement():
            entries = list(canvas.personas)
        case BlockCanvas():
            entries = [canvas.persona] if canvas.persona is not None else []
        case _:
            entries = []
    return {one.id: one for one in entries if isinstance(one, PersonaInFull)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_persona_is_the_same_wherever_it_stands(language: str) -> None:
    seen: dict[str, set[tuple[str, str, str]]] = {}
    for kind in OWN_KINDS:
        for name, one in personas_in(read(kind, language)[0]).items():
            assert one.facts is not None
            seen.setdefault(name, set()).add((str(one.name), str(one.quote), str(one.facts["age"])))
    assert sorted(seen) == ["kauko", "samira"]
    assert [len(told) for told in seen.values()] == [1, 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_measurement_measures_the_journey(language: str) -> None:
    journey, _ = read("journey", language)
    measurement, _ = read("measurement", language)
    assert isinstance(journey, Journey) and isinstance(measurement, Measurement)
    collected = {item.id: item for _, _, one in journey.touchpoints() for item in one.data_items}
    assert {item.id: item for item in measurement.data_items} == collected
    assert {item for one in measurement.analyses for item in one.data} == set(collected)
    at_touchpoints = {
        one.id: tuple(item.id for item in one.data_items) for _, _, one in journey.touchpoints()
    }
    for one in measurement.touchpoints:
        assert at_touchpoints[one.id] == one.data


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_battle_has_an_objective(language: str) -> None:
    strategy, _ = read("strategy", language)
    assert isinstance(strategy, Strategy)
    assert {one.battle for one in strategy.okrs} == {one.id for one in strategy.battles}


@pytest.mark.parametrize(("kind", "language"), [("journal", "fi"), ("journey", "sv"), ("../kinds/bmc", "fi")])
def test_another_kind_or_language_has_none(kind: str, language: str) -> None:
    with pytest.raises(KeyError):
        example_text(kind, language)
