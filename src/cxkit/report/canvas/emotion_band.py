"""The emotion band of a journey: a fixed scale, a curve for each persona, names in a place without lines.

A curve is drawn strongly between touchpoints next to each other whose feelings are known, and as a thin line
across those where nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from cxkit.report.canvas.curve import Point, Segment, monotone
from cxkit.report.canvas.curve_names import CurveName, draw_first_names
from cxkit.report.canvas.drawing import Drawing, Step
from cxkit.report.canvas.emotion import RADIUS, Feelings, shape
from cxkit.report.canvas.figures import MINUS
from cxkit.report.canvas.items import Paragraph, paragraph
from cxkit.report.canvas.measuring import Style, width
from cxkit.report.canvas.tokens import DASHES, Theme

STEP = 40
HEIGHT = 4 * STEP + 48
GAP = 16
"""From a column to the next."""
_APART = 24
"""From one dot to the next where several personas feel the same."""
_NAME = 72.0
"""The least room for a long name at the end of a curve."""
_THIN, _STRONG = 1.0, 2.25


@dataclass(frozen=True)
class Band:
    """The curves of all touchpoints, and the part of them that a sheet shows.

    ``columns`` are the left edges of all touchpoints, ``column`` is how wide each is; the sheet shows what
    lies between ``left`` and ``right``, with ``extra`` room for names behind the last column.
    """

    series: Sequence[Feelings]
    columns: Sequence[float]
    column: float
    left: float
    right: float
    theme: Theme
    language: str
    extra: float = 0

    @cached_property
    def height(self) -> float:
        """Height in pixels: that of the scale, or more where names need it."""
        names = [_name(one.name, self._room, self.language, "").height for one in self._named]
        return max(HEIGHT, sum(names) + 24)

    def draw(self, drawing: Drawing, top: float) -> None:
        """Draw the band from ``top``."""
        zero = top + HEIGHT / 2
        self._scale(drawing, zero)
        curves = [_Curve(self.series, number, self.columns, zero) for number in range(len(self.series))]
        for number, curve in enumerate(curves):
            self._line(drawing, curve, self.series[number].look(number))
        for number, curve in enumerate(curves):
            self._dots(drawing, curve, self.series[number].look(number))
        if len(self.columns) > 1:
            self._first_names(drawing, curves, top)
        if self._shows_last:
            self._last_names(drawing, curves, top)

    @property
    def _shows_last(self) -> bool:
        return self.columns[-1] < self.right

    @property
    def _named(self) -> list[Feelings]:
        """The curves that end at the last touchpoint, and have their names there."""
        return [one for one in self.series if one.values[-1] is not None]

    @property
    def _free(self) -> float:
        """Where there are no dots and no lines any more."""
        return self.columns[-1] + _after_dots(self.series)

    @property
    def _room(self) -> float:
        return self.column + self.extra - _after_dots(self.series) - 8

    def _scale(self, drawing: Drawing, zero: float) -> None:
        is_known = any(value is not None for one in self.series for value in one.values)
        end = self.right
        if self._shows_last:
            end = self._free - 6 if is_known else self.columns[-1] + self.column - GAP - 6
        for value in range(-2, 3):
            y = zero - value * STEP
            ink = self.theme.line if value == 0 else self.theme.hair
            drawing.text([_sign(value)], self.left - 19, y + 4, size=12, ink=self.theme.ink3, anchor="end")
            drawing.line(self.left - 14, y, end, y, stroke=ink, width=1)

    def _line(self, drawing: Drawing, curve: _Curve, look: int) -> None:
        ink, dash = self._ink(look), DASHES[look % len(DASHES)]
        for strong, pieces in curve.runs(self.left - 14, self.right):
            steps: list[Step] = [("M", pieces[0].start)]
            steps += [("C", (*one.control1, *one.control2, *one.end)) for one in pieces]
            drawing.path(steps, stroke=ink, stroke_width=_STRONG if strong else _THIN, dash=dash)

    def _dots(self, drawing: Drawing, curve: _Curve, look: int) -> None:
        ink = self._ink(look)
        for _, value, (x, y) in curve.shown(self.left, self.right):
            shape(drawing, look, x, y, ink)
            # A triangle has its room at the bottom.
            base = y + (7.5 if look % 5 == 3 else 4)
            style: Style = "semibold"
            drawing.text([_sign(value)], x, base, size=11, ink=self.theme.page, style=style, anchor="middle")

    def _first_names(self, drawing: Drawing, curves: Sequence[_Curve], top: float) -> None:
        names = [
            CurveName(
                one.name,
                self._ink(one.look(number)),
                tuple(point for *_, point in curve.shown(self.left, self.right)),
                tuple(piece for _, run in curve.runs(self.left - 14, self.right) for piece in run),
                ends=one.values[-1] is None,
            )
            for number, (one, curve) in enumerate(zip(self.series, curves, strict=True))
        ]
        draw_first_names(
            drawing,
            names,
            top=top + 2,
            bottom=top + self.height - 2,
            room=self.column - 16,
            right=self._free - 6 if self._shows_last else self.right,
        )

    def _last_names(self, drawing: Drawing, curves: Sequence[_Curve], top: float) -> None:
        """Write each name at the free end of its curve, one below the other where they would meet."""
        labels = []
        for number, (one, curve) in enumerate(zip(self.series, curves, strict=True)):
            if one.values[-1] is not None:
                name = _name(one.name, self._room, self.language, self._ink(one.look(number)))
                labels.append((curve.points[-1][2][1], number, name))
        labels.sort(key=lambda label: label[:2])
        lowest = top + 8
        for at, (dot, _, name) in enumerate(labels):
            below = sum(later.height for _w, _n, later in labels[at:])
            lowest = max(lowest, min(dot - name.height / 2, top + self.height - 8 - below))
            name.draw(drawing, self._free, lowest)
            lowest += name.height

    def _ink(self, look: int) -> str:
        return self.theme.personas[look % len(self.theme.personas)]


@dataclass(frozen=True)
class _Curve:
    """The curve of one of several personas over all touchpoints, with nought at ``zero``."""

    series: Sequence[Feelings]
    number: int
    columns: Sequence[float]
    zero: float

    @cached_property
    def points(self) -> list[tuple[int, int, Point]]:
        """The dots: the touchpoint, the value, and the place."""
        found = []
        for at, left in enumerate(self.columns):
            value = self.series[self.number].values[at]
            if value is None:
                continue
            before = sum(1 for other in self.series[: self.number] if other.values[at] == value)
            found.append((at, value, (left + RADIUS + 2 + before * _APART, self.zero - value * STEP)))
        return found

    def shown(self, left: float, right: float) -> list[tuple[int, int, Point]]:
        """Return the dots between two x."""
        return [one for one in self.points if left <= self.columns[one[0]] < right]

    def runs(self, left: float, right: float) -> Iterator[tuple[bool, list[Segment]]]:
        """Yield the pieces between two x that are drawn in one go, and whether they are drawn strongly."""
        run: list[Segment] = []
        for (before, after), whole in zip(
            pairwise(at for at, *_ in self.points),
            monotone([point for *_, point in self.points]),
            strict=True,
        ):
            piece = whole.within(left, right)
            strong = after - before == 1
            if run and (piece is None or not strong):
                yield True, run
                run = []
            if piece is not None and strong:
                run.append(piece)
            elif piece is not None:
                yield False, [piece]
        if run:
            yield True, run


def extra_room(series: Sequence[Feelings], column: float) -> float:
    """Return how much room names need behind the last column, beyond what its dots leave of it."""
    named = [one.name for one in series if one.values and one.values[-1] is not None]
    widest = max((width(name, 13, "semibold") for name in named), default=0)
    return max(0.0, _after_dots(series) + 8 + min(widest, _NAME) - column)


def _after_dots(series: Sequence[Feelings]) -> float:
    """How far right of the last column's edge there are no dots and no lines."""
    last = [one.values[-1] for one in series if one.values and one.values[-1] is not None]
    most = max((last.count(value) for value in last), default=1)
    return 2 * RADIUS + _APART * (most - 1) + 12


def _name(name: str, room: float, language: str, ink: str) -> Paragraph:
    return paragraph(name, room, language=language, ink=ink, leading=16, style="semibold")


def _sign(value: int) -> str:
    return f"+{value}" if value > 0 else f"{MINUS}{-value}" if value < 0 else "0"
