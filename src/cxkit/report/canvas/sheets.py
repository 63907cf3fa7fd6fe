"""A picture on sheets of paper: cut between rows, never through one.

How a sheet is set is for `typeset`. A usual picture is as wide as an A3 sheet that lies; a wider one, or a
row that is higher than the sheet, makes its sheet larger, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cxkit.report.canvas.drawing import Circle, Line, Path, Rect, Shape, TextLines
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.tokens import MARGIN

A3_WIDTH, A3_HEIGHT = 420, 297
"""Millimetres (ISO 216), lying."""

WIDTH = 1600
"""The width of a usual picture in pixels, which fills the width of a sheet."""

PX = A3_WIDTH / WIDTH
"""Millimetres a pixel."""

_HEIGHT = A3_HEIGHT / PX


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and the shapes on it; lengths in pixels, y from its own top.

    ``again`` are shapes that stood on the first sheet already and are repeated above the others.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    again: tuple[Shape, ...] = ()


def whole(picture: Picture) -> Sheet:
    """Return a picture on one sheet of its own size."""
    return Sheet(picture.width, picture.height, tuple(picture.drawing.shapes))


def sheets(picture: Picture) -> list[Sheet]:
    """Cut a picture into sheets of A3; each is as wide as the picture, and grows where a row asks for it."""
    if picture.height <= _HEIGHT:
        return [replace(whole(picture), height=max(_HEIGHT, picture.height))]
    band = picture.drawing.repeated
    found: list[Sheet] = []
    top = 0.0
    while top < picture.height:
        head = MARGIN + (band[1] - band[0] if band and top >= band[1] else 0) if found else 0.0
        bottom = _bottom(picture, top, _HEIGHT - head)
        shapes = tuple(_between(picture, top, bottom, head - top))
        again: tuple[Shape, ...] = ()
        if band and found and top >= band[1]:
            again = tuple(_between(picture, band[0], band[1], MARGIN - band[0]))
        found.append(Sheet(picture.width, max(_HEIGHT, bottom - top + head), shapes, again))
        top = bottom
    return found


def _bottom(picture: Picture, top: float, room: float) -> float:
    """Return where a sheet that begins at ``top`` ends: at the last break that leaves all of it room."""
    places = [y for y in (*picture.drawing.breaks, picture.height) if y > top]
    fitting = [y for y in places if y - top <= room]
    return fitting[-1] if fitting else places[0]


def _between(picture: Picture, top: float, bottom: float, by: float) -> Iterator[Shape]:
    """Yield what lies between two y, moved; what reaches beyond them ends there."""
    for shape in picture.drawing.shapes:
        match shape:
            case Rect():
                y, end = max(shape.y, top), min(shape.y + shape.height, bottom)
                if y < end:
                    yield replace(shape, y=y + by, height=end - y)
            case Line():
                first, last = sorted((shape.y1, shape.y2))
                if first < bottom and (last > top or first == last == top):
                    y1, y2 = (min(max(y, top), bottom) + by for y in (shape.y1, shape.y2))
                    yield replace(shape, y1=y1, y2=y2)
            case Circle():
                if top <= shape.y < bottom:
                    yield replace(shape, y=shape.y + by)
            case Path():
                if top <= _highest(shape) < bottom:
                    yield _moved(shape, by)
            case TextLines():
                if top <= shape.y < bottom:
                    yield replace(shape, y=shape.y + by)


def _highest(path: Path) -> float:
    return min(y for _, at in path.steps for y in at[1::2])


def _moved(path: Path, by: float) -> Path:
    steps = tuple(
        (name, tuple(value + by * (number % 2) for number, value in enumerate(at))) for name, at in path.steps
    )
    return replace(path, steps=steps)
