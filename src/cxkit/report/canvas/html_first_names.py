"""Names at the first dots of curves, over or under them: wherever no line and no dot comes near.

Columns are as wide as the window makes them, so that a place has to be free in narrow and in wide ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.report.canvas.curve import Point
from cxkit.report.canvas.emotion import Feelings
from cxkit.report.canvas.html_curve import BESIDE, COLUMN, SHAPES, STEP, End, pieces, place
from cxkit.report.canvas.measuring import width

WIDTHS = (132, 180, 240, 342)
"""Pixels of a column, from the narrowest to the widest."""

_SIZE = 12
_HIGH = 16
_RADIUS = 11
_CLEAR = 3
_ROOM = WIDTHS[0] - 16
_SAMPLES = 32


def first_names(series: list[Feelings]) -> list[tuple[End, int]]:
    """Return names for the first touchpoint, each with the dots side by side before its own.

    None where there is one touchpoint only; a name without a free place is left to the head.
    """
    if not series or len(series[0].values) < 2:
        return []
    found: list[tuple[End, int]] = []
    taken: list[tuple[float, float, float]] = []
    for number, one in enumerate(series):
        wide = width(one.name, _SIZE, "semibold")
        if one.values[0] is None or wide > _ROOM:
            continue
        x, y = place(series, number, 0)
        for top in (y - _RADIUS - _HIGH / 2 - 2, y + _RADIUS + _HIGH / 2 + 2):
            if _is_free(series, x, top, wide) and not any(_meet((x, top, wide), other) for other in taken):
                taken.append((x, top, wide))
                found.append((End(one.look(number) % SHAPES + 1, one.name, top), round(x / BESIDE)))
                break
    return found


def _is_free(series: list[Feelings], x: float, top: float, wide: float) -> bool:
    """Whether a name beside a place is in the band, and no dot and no line comes near at any width."""
    if not -20 <= top - _HIGH / 2 <= 4 * STEP + 4:
        return False
    return all(
        not _near((left, upper), column * x / COLUMN - _RADIUS, top, wide, space)
        for column in WIDTHS
        for (left, upper), space in _drawn(series, column)
    )


def _drawn(series: list[Feelings], column: float) -> Iterator[tuple[Point, float]]:
    """Yield places of lines and dots in the first two columns, in pixels, and how far these reach around."""
    scale = column / COLUMN
    for number, one in enumerate(series):
        for at in (0, 1):
            if one.values[at] is not None:
                x, y = place(series, number, at)
                yield (x * scale, y), _RADIUS
        for piece in pieces(series, number)[:2]:
            for step in range(_SAMPLES + 1):
                x, y = piece.at(step / _SAMPLES)
                yield (x * scale, y), _CLEAR


def _near(point: Point, left: float, top: float, wide: float, space: float) -> bool:
    x, y = point
    across = left - space < x < left + wide + space
    return across and abs(y - top) < _SIZE / 2 + space


def _meet(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    """Whether two names would touch in the narrowest column."""
    (x, top, wide), (beside, upper, also) = one, other
    scale = WIDTHS[0] / COLUMN
    return (
        abs(top - upper) < _HIGH and x * scale < beside * scale + also and beside * scale < x * scale + wide
    )
