"""A picture on sheets of paper: cut between rows, never through one.

How a sheet is set is for `typeset`. A usual picture is as wide as an A3 sheet that lies, or a little narrower
where that saves a sheet; a wider one, or a row that is higher than the sheet, makes its sheet larger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cxkit.report.canvas.drawing import Circle, Line, Path, Rect, Shape, TextLines
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.tokens import MARGIN, Theme

A3_WIDTH, A3_HEIGHT = 420, 297
"""Millimetres (ISO 216), lying."""

WIDTH = 1600
"""The width of a usual picture in pixels, which fills the width of a sheet."""

PX = A3_WIDTH / WIDTH
"""Millimetres a pixel."""

_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8)
"""How much smaller a picture may be set to save a sheet; its text stays larger than 8 points."""

_FOOT = 30
"""The height that a page number takes."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and the shapes on it; lengths in pixels, y from its own top, x from ``left`` of the sheet.

    ``again`` are shapes that stood on the first sheet already and are repeated above the others; they and the
    page number are not read aloud. ``px`` is how many millimetres a pixel is.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    again: tuple[Shape, ...] = ()
    left: float = 0
    px: float = PX


def whole(picture: Picture) -> Sheet:
    """Return a picture on one sheet of its own size."""
    return Sheet(picture.width, picture.height, tuple(picture.drawing.shapes))


def sheets(picture: Picture, theme: Theme) -> list[Sheet]:
    """Cut a picture into sheets of A3, as few as a slightly smaller picture allows."""
    cuts = [_Cut(picture, theme, scale).sheets() for scale in _SCALES]
    fewest = min(map(len, cuts))
    return next(found for found in cuts if len(found) == fewest)


@dataclass(frozen=True)
class _Cut:
    """A picture that is cut at one scale; ``height`` and ``width`` are those of a sheet in pixels."""

    picture: Picture
    theme: Theme
    scale: float

    @property
    def height(self) -> float:
        return A3_HEIGHT / PX / self.scale

    @property
    def width(self) -> float:
        return max(WIDTH / self.scale, self.picture.width)

    @property
    def left(self) -> float:
        return (self.width - self.picture.width) / 2

    def sheets(self) -> list[Sheet]:
        picture = self.picture
        if picture.height <= self.height:
            return [self._sheet(0, picture.height, 0, ())]
        band = picture.drawing.repeated
        found: list[Sheet] = []
        top = 0.0
        while top < picture.height:
            repeats = band is not None and bool(found) and top >= band[1]
            head = (MARGIN if found else 0.0) + (band[1] - band[0] if band and repeats else 0)
            bottom = self._bottom(top, self.height - head - _FOOT)
            again = tuple(self._between(band[0], band[1], MARGIN - band[0])) if band and repeats else ()
            found.append(self._sheet(top, bottom, head, again))
            top = bottom
        return [self._numbered(sheet, number, len(found)) for number, sheet in enumerate(found, 1)]

    def _sheet(self, top: float, bottom: float, head: float, again: tuple[Shape, ...]) -> Sheet:
        foot = 0 if bottom - top == self.picture.height else _FOOT
        height = max(self.height, bottom - top + head + foot)
        shapes = tuple(self._between(top, bottom, head - top))
        return Sheet(self.width, height, shapes, again, self.left, PX * self.scale)

    def _numbered(self, sheet: Sheet, number: int, many: int) -> Sheet:
        words = f"{number} / {many}"
        x, y = self.picture.width - MARGIN, sheet.height - 14
        text = TextLines(words, (words,), x, y, 0, 12, "regular", self.theme.ink3, "end", rtl=False, room=0)
        return replace(sheet, again=(*sheet.again, text))

    def _bottom(self, top: float, room: float) -> float:
        """Return where a sheet that begins at ``top`` ends: at the last break that leaves all of it room."""
        places = [y for y in (*self.picture.drawing.breaks, self.picture.height) if y > top]
        fitting = [y for y in places if y - top <= room]
        return fitting[-1] if fitting else places[0]

    def _between(self, top: float, bottom: float, by: float) -> Iterator[Shape]:
        """Yield what lies between two y, moved; what reaches beyond them ends there."""
        for shape in self.picture.drawing.shapes:
            match shape:
                case Rect():
                    y, end = max(shape.y, top), min(shape.y + shape.height, bottom)
                    if y < end:
                        yield self._wide(replace(shape, y=y + by, height=end - y))
                case Line():
                    first, last = sorted((shape.y1, shape.y2))
                    if first < bottom and (last > top or first == last == top):
                        y1, y2 = (min(max(y, top), bottom) + by for y in (shape.y1, shape.y2))
                        yield replace(shape, y1=y1, y2=y2)
                case Circle() | TextLines():
                    if top <= shape.y < bottom:
                        yield replace(shape, y=shape.y + by)
                case Path():
                    if top <= _highest(shape) < bottom:
                        yield _moved(shape, by)

    def _wide(self, shape: Rect) -> Rect:
        """Return a ground that runs from edge to edge of the picture as wide as the sheet."""
        if shape.x > 0 or shape.x + shape.width < self.picture.width:
            return shape
        return replace(shape, x=-self.left, width=self.width)


def _highest(path: Path) -> float:
    return min(y for _, at in path.steps for y in at[1::2])


def _moved(path: Path, by: float) -> Path:
    steps = tuple(
        (name, tuple(value + by * (number % 2) for number, value in enumerate(at))) for name, at in path.steps
    )
    return replace(path, steps=steps)
