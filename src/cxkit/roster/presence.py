"""What the cells of attendance columns mean: numbers of sessions, shares, status words.

Needs no dataframe library, as `marks` does not; how the cells of one student make a share is worked out for
whole frames in `attendance`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from cxkit.course.scale import fold
from cxkit.exact import SCALE
from cxkit.roster.marks import (
    EMPTY,
    EXCUSED,
    BadMark,
    MarkGrammar,
    MarkState,
    Reading,
    Unit,
    is_empty,
    read_mark,
    unescaped,
)
from cxkit.roster.misprints import FIX
from cxkit.roster.quoting import quoted

Reader = Callable[[str], Reading | BadMark]


def count_reader(*, percent: bool, decimal_mark: str | None) -> Reader:
    """Make the reader of a column of numbers of sessions, or of shares in percent (0 to 100)."""
    grammar = MarkGrammar(
        Unit.PERCENT if percent else Unit.POINTS,
        low=Fraction(0),
        percent_sign=percent,
        excused=frozenset(),
        decimal_mark=decimal_mark,
    )

    def read(text: str) -> Reading | BadMark:
        reading = read_mark(text, grammar)
        if percent and isinstance(reading, Reading) and reading.value > 100 * SCALE:
            return BadMark(f"{quoted(unescaped(text))} is more than 100 percent", FIX)
        return reading

    return read


def status_reader(words: Mapping[str, str]) -> Reader:
    """Make the reader of status cells: a million for an absence, 0 for presence, EXCUSED for left out."""
    meanings = {
        "absent": Reading(MarkState.MARKED, SCALE),
        "present": Reading(MarkState.MARKED, 0),
        "excused": EXCUSED,
    }

    def read(text: str) -> Reading | BadMark:
        text = unescaped(text)
        meaning = words.get(fold(text))
        if meaning is not None:
            return meanings[meaning]
        if is_empty(text):
            return EMPTY
        known = ", ".join(words)
        return BadMark(
            f"{quoted(text)} is no status of attendance",
            f"Known are {known}; add others to `attendance.statuses`.",
        )

    return read
