"""The emotion curves of a page: dots for the touchpoints, and paths that stretch with the columns.

A path counts a hundred to a column, so that one drawing fits columns of every width: across on a wide
window, where one drawing spans all columns, and down on a phone, where each touchpoint has its own piece.
"""

from __future__ import annotations

from dataclasses import dataclass

from cxkit.report.canvas.curve import Point, Segment, monotone
from cxkit.report.canvas.drawing import figure
from cxkit.report.canvas.emotion import Feelings
from cxkit.report.canvas.tokens import DASHES

COLUMN = 100
STEP = 40
"""Pixels from one value to the next across the page."""

BESIDE = 19
"""Hundredths of a column from one dot to the next where several personas feel the same."""

DOWN = 20
"""Pixels from one value to the next down the page."""

SHAPES = 5
_LONGEST_NAME = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """The dot of a persona at a touchpoint; ``beside`` counts the dots that stand before it."""

    persona: int
    value: int
    beside: int


@dataclass(frozen=True, slots=True)
class Line:
    """A stroke of a persona: its number, from 1 to 5, how it is dashed, and its path."""

    persona: int
    dash: str
    path: str


@dataclass(frozen=True, slots=True)
class End:
    """A name at a free end of a curve, its middle ``top`` pixels under the scale's upper end."""

    persona: int
    name: str
    top: float


def marks(series: list[Feelings], at: int) -> list[Mark]:
    """Return the dots of a touchpoint, in the order of the personas."""
    found: list[Mark] = []
    for number, one in enumerate(series):
        value = one.values[at]
        if value is not None:
            beside = sum(other.value == value for other in found)
            found.append(Mark(one.look(number) % SHAPES + 1, value, beside))
    return found


def across(series: list[Feelings]) -> list[Line]:
    """Return a curve for each persona through all its dots, x in hundredths of a column."""
    lines = []
    for number, one in enumerate(series):
        segments = pieces(series, number)
        if segments:
            path = f"M{_point(segments[0].start)}" + "".join(
                f"C{_point(piece.control1)} {_point(piece.control2)} {_point(piece.end)}"
                for piece in segments
            )
            lines.append(_line(one.look(number), path))
    return lines


def pieces(series: list[Feelings], number: int) -> list[Segment]:
    """Return the pieces of one curve, in the places of `across`."""
    values = enumerate(series[number].values)
    return monotone([place(series, number, at) for at, value in values if value is not None])


def down(series: list[Feelings], at: int) -> list[Line]:
    """Return the pieces of the curves from a touchpoint to the next one, y from 0 to 100.

    Each begins and ends upright, so that pieces of any heights join smoothly.
    """
    lines = []
    for number, one in enumerate(series):
        start = _felt(one, at, back=True)
        end = _felt(one, at + 1)
        if start is not None and end is not None:
            left, right = _across(start), _across(end)
            lines.append(_line(one.look(number), f"M{left} 0C{left} 50 {right} 50 {right} 100"))
    return lines


def ends(series: list[Feelings]) -> tuple[list[End], int]:
    """Return the names at the last dots, and after how many dots side by side they stand.

    A name that is too long for the rest of a column, or whose curve ends earlier, is left to the head.
    """
    if len(series) < 2 or not series[0].values:
        return [], 0
    last = len(series[0].values) - 1
    found = [
        (place(series, number, last)[1], number, one.name)
        for number, one in enumerate(series)
        if one.values[last] is not None and len(one.name) <= _LONGEST_NAME
    ]
    names = []
    lowest = -8.0
    for top, number, name in sorted(found):
        lowest = max(top, lowest + 16)
        names.append(End(series[number].look(number) % SHAPES + 1, name, lowest))
    over = max(0.0, lowest - 4 * STEP - 8)
    return [End(one.persona, one.name, one.top - over) for one in names], max(
        (mark.beside for mark in marks(series, last)), default=0
    )


def _felt(one: Feelings, at: int, *, back: bool = False) -> int | None:
    """Return the value at a touchpoint, or, where it is not known, the nearest on the way there."""
    values = one.values[at::-1] if back else one.values[at:]
    return next((value for value in values if value is not None), None)


def place(series: list[Feelings], number: int, at: int) -> Point:
    """Return where the dot of a touchpoint stands across the page; its value has to be known."""
    value = series[number].values[at]
    assert value is not None
    beside = sum(other.values[at] == value for other in series[:number])
    return at * COLUMN + beside * BESIDE, float((2 - value) * STEP)


def _across(value: int) -> int:
    return (value + 2) * DOWN


def _line(number: int, path: str) -> Line:
    return Line(number % SHAPES + 1, DASHES[number % len(DASHES)], path)


def _point(point: Point) -> str:
    return f"{figure(point[0])} {figure(point[1])}"
