"""An emotion curve as lines of characters: five levels, a sign and the value at each touchpoint."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cxkit.report.canvas.figures import MINUS

SIGNS = "●■◆▲▬"
"""The sign of each persona, and of the sixth again the first."""

LEVELS = (2, 1, 0, -1, -2)
_MARK = 3
"""Cells that a sign with its value takes."""


def signed(value: int) -> str:
    """Return a value in two cells."""
    return f"+{value}" if value > 0 else f"{MINUS}{-value}" if value < 0 else " 0"


def curve(values: Sequence[int | None], starts: Sequence[int], width: int, sign: str) -> list[str]:
    """Return a line for each level from +2 down; ``starts`` are the places of the values in the ``width``.

    Where a value is not known the curve has a gap. Neighbouring places are at least three cells apart.
    """
    rows = {level: ["┈" if level == 0 else " "] * width for level in LEVELS}
    known = list(zip(values, starts, strict=True))
    for (value, start), (later, end) in pairwise(known):
        if value is not None and later is not None:
            _join(rows, value, later, start + _MARK, end)
    for value, start in known:
        if value is not None:
            rows[value][start : start + _MARK] = [sign, *signed(value)]
            if value == 0:
                rows[0][start + 1] = " "
    return ["".join(rows[level][:width]).rstrip() for level in LEVELS]


def _join(rows: dict[int, list[str]], value: int, later: int, start: int, end: int) -> None:
    """Draw the way from one place to the next, with the step halfway."""
    middle = (start + end) // 2
    for at in range(start, end):
        rows[value if at < middle else later][at] = "─"
    if value == later or middle >= end:
        return
    falls = later < value
    rows[value][middle] = "╮" if falls else "╯"
    rows[later][middle] = "╰" if falls else "╭"
    for level in range(min(value, later) + 1, max(value, later)):
        rows[level][middle] = "│"


def scale(value: int, sign: str) -> str:
    """Return one value on a scale from -2 to 2, where there is room for one touchpoint only."""
    return (
        "".join(sign if level == value else "·" for level in reversed(LEVELS)) + f" {signed(value).strip()}"
    )
