"""How full a canvas is, and what it lacks."""

from __future__ import annotations

import pytest
from tests.canvas.canvases import canvas_text

from cxkit.canvas.completeness import Completeness, completeness, is_filled
from cxkit.canvas.kind import OWN_KINDS, own_kind
from cxkit.canvas.load import load_canvas_text


def measured(kind: str, text: str = "") -> Completeness:
    canvas, _ = load_canvas_text(text or canvas_text(kind), file="a.yaml").or_refuse()
    return completeness(canvas, own_kind(kind))


@pytest.mark.parametrize(
    ("kind", "filled", "places"),
    [
        ("journey", 27, 41),
        ("persona", 5, 9),
        ("measurement", 9, 12),
        ("slbmc", 2, 18),
        ("bmc", 2, 9),
        ("empathy", 1, 7),
        ("strategy", 5, 5),
        ("maturity", 2, 4),
        ("programme", 7, 15),
        ("reflection", 1, 7),
    ],
)
def test_filled_places_are_counted(kind: str, filled: int, places: int) -> None:
    found = measured(kind)
    assert (found.filled, len(found.places)) == (filled, places)
    assert found.percent * places == 100 * filled
    assert len(found.missing) == places - filled


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_an_empty_canvas_is_at_nothing(kind: str) -> None:
    found = measured(kind, f"kind: {kind}\nversion: 1\nid: a\ntitle:\nlanguage:\n")
    assert found.percent == 0
    required = [place for place in found.places if place.required]
    assert list(found.missing) == [*required, *(place for place in found.places if not place.required)]


def test_what_is_missing_is_named_with_its_place() -> None:
    missing = measured("journey").missing
    assert {str(place.touchpoint) for place in missing} == {"jono"}
    assert (("stages", 0, "touchpoints", 1, "pains"), "Kipupisteet") in [
        (place.path, str(place.title)) for place in missing
    ]
    assert [place.path for place in measured("maturity").missing] == [("stages", 2), ("stages",)]
    assert ("blocks", "path", "touchpoints", 1, "method") in [
        place.path for place in measured("measurement").missing
    ]


def test_lanes_are_missed_only_in_a_blueprint() -> None:
    text = canvas_text("journey").replace("lanes: {evidence: a", "lanes: {evidence: }\n#")
    places = measured("journey", text).places
    assert not any("lanes" in place.path for place in places)


def test_what_says_nothing_is_not_filled() -> None:
    assert [is_filled(value) for value in (None, (), {"a": None}, {"a": 0}, 0, False)] == [
        False, False, False, True, True, True,
    ]  # fmt: skip
