"""A picture on sheets of paper: cut between rows, never through one.

How a sheet is set is for `typeset`. A usual picture is as wide as an A3 sheet that lies, or a little narrower
where that saves a sheet; a wider one, or a row that is higher than the sheet, makes its sheet larger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cxkit.report.canvas.drawing import Circle, Line, Path, Rect, Shape, TextLines
from cxkit.report.canvas.lines import wrap
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

_BASE = 34
"""From the line with the title and the number of a sheet to the sheet's end."""

_FOOT = 60
"""The height that the title and the number of a sheet take, with what printers leave white under them."""


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


def sheets(pictures: Sequence[Picture], theme: Theme) -> list[Sheet]:
    """Cut pictures into sheets of A3, as few as slightly smaller pictures allow; all have one scale."""
    foot = 0 if len(pictures) == 1 else _FOOT
    cuts = [[sheet for one in pictures for sheet in _Cut(one, scale).sheets(foot)] for scale in _SCALES]
    fewest = min(map(len, cuts))
    found = next(found for found in cuts if len(found) == fewest)
    if len(found) == 1:
        return found
    return [_numbered(sheet, pictures[0], theme, f"{at} / {len(found)}") for at, sheet in enumerate(found, 1)]


def _numbered(sheet: Sheet, picture: Picture, theme: Theme, number: str) -> Sheet:
    """Write at the foot of a sheet what the picture is called, and which of the sheets it is."""
    y = sheet.height - _BASE
    room = picture.width - 2 * MARGIN - 80
    title, *more = wrap(picture.title, 12, room, language=picture.language) or [""]
    name = f"{title} …" if more else title
    ink, right = theme.ink3, picture.width - MARGIN
    texts = (
        TextLines(name, (name,), MARGIN, y, 0, 12, "regular", ink, "start", rtl=False, room=0),
        TextLines(number, (number,), right, y, 0, 12, "regular", ink, "end", rtl=False, room=0),
    )
    return replace(sheet, again=(*sheet.again, *texts))


@dataclass(frozen=True)
class _Cut:
    """A picture that is cut at one scale; ``height`` and ``width`` are those of a sheet in pixels."""

    picture: Picture
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

    def sheets(self, foot: float) -> list[Sheet]:
        """Return the sheets; a picture that has one to itself leaves `foot` free on it."""
        picture = self.picture
        if picture.height <= self.height - foot:
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
        return found

    def _sheet(self, top: float, bottom: float, head: float, again: tuple[Shape, ...]) -> Sheet:
        foot = 0 if bottom - top == self.picture.height else _FOOT
        height = max(self.height, bottom - top + head + foot)
        shapes = tuple(self._between(top, bottom, head - top))
        return Sheet(self.width, height, shapes, again, self.left, PX * self.scale)

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
        """Return a ground that runs to an edge of the picture as far as to the edge of the sheet."""
        right = shape.x + shape.width
        if shape.x > 0:
            return shape
        right = right if right < self.picture.width else self.width - self.left
        return replace(shape, x=-self.left, width=right + self.left)


def _highest(path: Path) -> float:
    return min(y for _, at in path.steps for y in at[1::2])


def _moved(path: Path, by: float) -> Path:
    steps = tuple(
        (name, tuple(value + by * (number % 2) for number, value in enumerate(at))) for name, at in path.steps
    )
    return replace(path, steps=steps)
