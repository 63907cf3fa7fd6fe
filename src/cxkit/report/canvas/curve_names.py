"""Names at free ends of curves: beside the first or the last dot, wherever no line and no dot is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cxkit.report.canvas.curve import Point, Segment
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
    """What is written at an end of a curve: a name, its ink, the dots and the lines of the curve.

    ``ends`` says that the curve ends within the band, with no name behind its last dot.
    """

    name: str
    ink: str
    points: tuple[Point, ...]
    pieces: tuple[Segment, ...]
    ends: bool = False


def draw_first_names(
    drawing: Drawing,
    names: Sequence[CurveName],
    *,
    top: float,
    bottom: float,
    room: float,
    right: float,
) -> None:
    """Write each name that finds a free place between two y, left of ``right``; the head has it as well."""
    taken = [box for one in names for box in _dots(one.points)]
    for one in names:
        taken += _line(one.pieces)
    for one in names:
        wide = width(one.name, _SIZE, "semibold")
        if not one.points or wide > room:
            continue
        for left, upper in _corners(one, wide):
            box = _Box(left, upper, left + wide, upper + _HIGH)
            if box.top < top or box.bottom > bottom or box.right > right:
                continue
            if any(box.meets(other) for other in taken):
                continue
            taken.append(box)
            drawing.text(
                [one.name], box.left, box.bottom - 3.5, size=_SIZE, ink=one.ink, style="semibold", room=wide
            )
            break


def _corners(name: CurveName, wide: float) -> Iterator[Point]:
    """Yield where the top left corner of a name may be, the best first."""
    x, y = name.points[0]
    yield x - _RADIUS, y - _RADIUS - 2 - _HIGH
    yield x - _RADIUS, y + _RADIUS + 2
    if name.ends:
        x, y = name.points[-1]
        yield x + _RADIUS + 6, y - _HIGH / 2
        yield x + _RADIUS - wide, y - _RADIUS - 2 - _HIGH
        yield x + _RADIUS - wide, y + _RADIUS + 2


def _dots(points: Iterable[Point]) -> list[_Box]:
    return [_Box(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS) for x, y in points]


def _line(pieces: Iterable[Segment]) -> list[_Box]:
    """Return boxes around places on the curve."""
    return [
        _Box(x - 3, y - 3, x + 3, y + 3)
        for segment in pieces
        for x, y in (segment.at(step / _SAMPLES) for step in range(_SAMPLES + 1))
    ]
