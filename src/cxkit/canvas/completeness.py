"""How much of a canvas is filled: a share of its blocks and of its touchpoints' fields, never a grade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.journey import Journey, Touchpoint
from cxkit.canvas.kind import Asked, Kind
from cxkit.canvas.maturity import Maturity
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.reflection import Reflection
from cxkit.documents.base import Model, Text
from cxkit.documents.document import Path_


@dataclass(frozen=True, slots=True)
class Place:
    """A place that can be filled: where it is, what it is called, at which touchpoint it stands.

    ``required`` tells of a place without which a canvas is not complete.
    """

    path: Path_
    title: Text
    filled: bool
    touchpoint: Text | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Completeness:
    """The places of a canvas, in the order of its kind."""

    places: tuple[Place, ...]

    @property
    def filled(self) -> int:
        """How many places are filled."""
        return sum(place.filled for place in self.places)

    @property
    def missing(self) -> tuple[Place, ...]:
        """The places that are not filled, the required ones first."""
        missing = [place for place in self.places if not place.filled]
        return tuple(sorted(missing, key=lambda place: not place.required))

    @property
    def at_touchpoints(self) -> Completeness:
        """The fields of touchpoints alone."""
        return Completeness(tuple(place for place in self.places if place.touchpoint is not None))

    @property
    def elsewhere(self) -> Completeness:
        """The blocks and keys of the canvas itself."""
        return Completeness(tuple(place for place in self.places if place.touchpoint is None))

    @property
    def percent(self) -> Fraction:
        """The share of places that are filled, in percent; every kind has at least one place."""
        return Fraction(100 * self.filled, len(self.places))


def completeness(canvas: CanvasDocument, kind: Kind) -> Completeness:
    """Measure a canvas by its own kind."""
    places = [
        Place((one.id,), one.title, is_filled(getattr(canvas, one.id)), required=one.required)
        for one in kind.fields
    ]
    match canvas:
        case Journey():
            places += _of_touchpoints(canvas, kind)
        case BlockCanvas():
            places += _of_blocks(canvas, kind)
        case Measurement():
            places += _of_measurement(canvas, kind)
        case Maturity():
            places += _of_entries("stages", kind.stages, {one.id: one.criteria for one in canvas.stages})
        case Reflection():
            places += _of_entries("sections", kind.sections, {one.id: one.text for one in canvas.sections})
    return Completeness(tuple(places))


def is_filled(value: Any) -> bool:
    """Whether a value says anything: an empty list and a mapping of nothing but empty keys do not."""
    match value:
        case None:
            return False
        case tuple():
            return bool(value)
        case dict():
            return any(is_filled(inner) for inner in value.values())
        case Model():
            return any(is_filled(getattr(value, name)) for name in type(value).model_fields)
    return True


def _of_entries(key: str, wanted: Iterable[Asked], written: Mapping[str, tuple[Any, ...]]) -> Iterator[Place]:
    """A list of entries with ids: an entry that is not there is missing from the list."""
    order = list(written)
    for one in wanted:
        path: Path_ = (key, order.index(one.id)) if one.id in written else (key,)
        yield Place(path, one.title, is_filled(written.get(one.id)), required=one.required)


def _of_touchpoints(journey: Journey, kind: Kind) -> Iterator[Place]:
    """A journey without a single lane is no blueprint, and its lanes are not missed."""
    blueprint = any(is_filled(touchpoint.lanes) for _, _, touchpoint in journey.touchpoints())
    for path, _, touchpoint in journey.touchpoints():
        for row in kind.rows:
            for dotted in row.keys:
                keys = dotted.split(".")
                if row.optional or (keys[0] == "lanes" and not blueprint):
                    continue
                value = journey.mode_of(touchpoint) if dotted == "mode" else _value(touchpoint, keys)
                yield Place((*path, *keys), row.title, is_filled(value), touchpoint.called)


def _value(touchpoint: Touchpoint, keys: list[str]) -> Any:
    value: Any = touchpoint
    for key in keys:
        value = getattr(value, key, None)
    return value


def _of_blocks(canvas: BlockCanvas, kind: Kind) -> Iterator[Place]:
    for block in kind.blocks:
        path = ("blocks", block.id)
        if not kind.halves:
            filled = is_filled(canvas.notes_in(block.id))
            yield Place(path, block.title, filled, required=block.required)
        for half in kind.halves:
            filled = is_filled(canvas.notes_in(block.id, half.id))
            yield Place((*path, half.id), block.title, filled, required=block.required)


def _of_measurement(canvas: Measurement, kind: Kind) -> Iterator[Place]:
    for block in kind.blocks:
        held = getattr(canvas.blocks, block.id, None)
        yield Place(("blocks", block.id), block.title, is_filled(held), required=block.required)
        if block.holds == "path":
            for number, one in enumerate(canvas.touchpoints):
                path = ("blocks", block.id, "touchpoints", number)
                ways = {"mode": (*one.offline, *one.online), "method": one.method, "data": one.data}
                for key, value in ways.items():
                    place = path if key == "mode" else (*path, key)
                    yield Place(place, block.title, is_filled(value), one.called)
