"""The emotion curves of a page: dots for the touchpoints, and paths that stretch with the columns.

A path counts a hundred to a column, so that one drawing fits columns of every width: across on a wide
window, where one drawing spans all columns, and down on a phone, where each touchpoint has its own piece.
Past touchpoints whose feeling is not known a curve is thin.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

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
    thin: bool = False
    """It passes touchpoints whose feeling is not known."""


@dataclass(frozen=True, slots=True)
class Run:
    """A curve between two stages down the page: ``value`` is where it comes to the first touchpoint."""

    persona: int
    value: str
    thin: bool


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
    """Return a curve for each persona through all its dots, x in hundredths of a column; thin parts apart."""
    lines = []
    for number, one in enumerate(series):
        for thin, run in _runs(one, pieces(series, number)):
            path = f"M{_point(run[0].start)}" + "".join(
                f"C{_point(piece.control1)} {_point(piece.control2)} {_point(piece.end)}" for piece in run
            )
            lines.append(_line(one.look(number), path, thin=thin))
    return lines


def _runs(one: Feelings, segments: list[Segment]) -> Iterator[tuple[bool, list[Segment]]]:
    """Yield the pieces of a curve that are drawn in one go, and whether these are thin."""
    known = [at for at, value in enumerate(one.values) if value is not None]
    run: list[Segment] = []
    for (before, after), piece in zip(pairwise(known), segments, strict=True):
        if after - before == 1:
            run.append(piece)
            continue
        if run:
            yield False, run
        run = []
        yield True, [piece]
    if run:
        yield False, run


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
        start, end = _passed(one, at), _passed(one, at + 1)
        if start is not None and end is not None:
            left, right = (figure((value + 2) * DOWN) for value in (start, end))
            path = f"M{left} 0C{left} 50 {right} 50 {right} 100"
            lines.append(_line(one.look(number), path, thin=None in one.values[at : at + 2]))
    return lines


def runs(series: list[Feelings], at: int) -> list[Run]:
    """Return the curves that come down the page to a touchpoint from one before it."""
    return [
        Run(one.look(number) % SHAPES + 1, figure(value), None in one.values[at - 1 : at + 1])
        for number, one in enumerate(series)
        if at and _passed(one, at - 1) is not None and (value := _passed(one, at)) is not None
    ]


def passes(series: list[Feelings], at: int) -> bool:
    """Whether a curve passes a touchpoint at which its feeling is not known."""
    return any(one.values[at] is None and _passed(one, at) is not None for one in series)


def ends(series: list[Feelings]) -> tuple[list[End], int]:
    """Return the names at the last dots, and after how many dots side by side they stand.

    A name that is too long for the rest of a column, or whose curve ends earlier, is left to the head.
    """
    if not series or not series[0].values:
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


def _passed(one: Feelings, at: int) -> float | None:
    """Return where a curve passes a touchpoint: its value, or one between those known before and after."""
    if at == len(one.values):
        return None
    before = next((place for place in range(at, -1, -1) if one.values[place] is not None), None)
    after = next((place for place in range(at, len(one.values)) if one.values[place] is not None), None)
    if before is None or after is None:
        return None
    left, right = one.values[before], one.values[after]
    assert left is not None and right is not None
    return left if before == after else left + (right - left) * (at - before) / (after - before)


def place(series: list[Feelings], number: int, at: int) -> Point:
    """Return where the dot of a touchpoint stands across the page; its value has to be known."""
    value = series[number].values[at]
    assert value is not None
    beside = sum(other.values[at] == value for other in series[:number])
    return at * COLUMN + beside * BESIDE, float((2 - value) * STEP)


def _line(number: int, path: str, *, thin: bool) -> Line:
    return Line(number % SHAPES + 1, DASHES[number % len(DASHES)], path, thin)


def _point(point: Point) -> str:
    return f"{figure(point[0])} {figure(point[1])}"
