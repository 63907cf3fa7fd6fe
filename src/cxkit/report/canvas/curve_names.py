"""Names at the beginnings of curves: above or below the first dot, wherever no line and no dot is touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxkit.report.canvas.curve import Point, monotone
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.measuring import width

_SIZE = 13
_HIGH = 15.0
_RADIUS = 11.0
_SAMPLES = 40


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class CurveName:
    """What is written at the beginning of a curve: a name, its ink, and the points of the curve."""

    name: str
    ink: str
    points: tuple[Point, ...]


def draw_first_names(
    drawing: Drawing, names: Sequence[CurveName], *, top: float, bottom: float, room: float
) -> None:
    """Write each name that finds a free place between two y; the other end of the curve has it as well."""
    taken = [box for one in names for box in _dots(one.points)]
    for one in names:
        taken += _line(one.points)
    for one in names:
        wide = width(one.name, _SIZE, "semibold")
        if not one.points or wide > room:
            continue
        x, y = one.points[0]
        for upper in (y - _RADIUS - 2 - _HIGH, y + _RADIUS + 2):
            box = _Box(x - _RADIUS, upper, x - _RADIUS + wide, upper + _HIGH)
            if box.top < top or box.bottom > bottom or any(box.meets(other) for other in taken):
                continue
            taken.append(box)
            drawing.text(
                [one.name], box.left, box.bottom - 3.5, size=_SIZE, ink=one.ink, style="semibold", room=wide
            )
            break


def _dots(points: Iterable[Point]) -> list[_Box]:
    return [_Box(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS) for x, y in points]


def _line(points: tuple[Point, ...]) -> list[_Box]:
    """Return boxes around places on the curve, up to the third point: names reach no further."""
    return [
        _Box(x - 3, y - 3, x + 3, y + 3)
        for segment in monotone(points)[:2]
        for x, y in (segment.at(step / _SAMPLES) for step in range(_SAMPLES + 1))
    ]
