"""What one cell of a roster means: a text and the grammar of its column give a scaled integer, or a message.

Pure and without dataframes, so that the worked tests of a course file read their marks with the very same
rules as a roster of a million students does. Which column belongs to which component is decided elsewhere.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import Final, NamedTuple

from cxkit.course.model import Component, Course
from cxkit.course.scale import Scale, fold
from cxkit.exact import MAX_DECIMALS, MAX_WHOLE_DIGITS, SCALE
from cxkit.roster.misprints import FIX, not_a_number, too_long
from cxkit.roster.quoting import quoted

PASS_WORDS: Final = frozenset(
    ["pass", "passed", "p", "yes", "ok", "x", "hyväksytty", "hyv", "hyv.", "s", "suoritettu"]
)
FAIL_WORDS: Final = frozenset(["fail", "failed", "f", "no", "hylätty", "hyl", "hyl.", "h", "ei"])
NUMBER: Final = re.compile(r"(-?)([0-9]+)(?:([.,])([0-9]+))?")
DECIMAL_NAMES: Final = {".": "point", ",": "comma"}
PASS_FAIL_SCALE: Final = ("fail", "pass")


class MarkState(IntEnum):
    """How a cell counts: CAPPED is a mark that was brought down to its maximum by `over_max: cap`."""

    EMPTY = 0
    MARKED = 1
    EXCUSED = 2
    CAPPED = 3


MARK_STATES: Final = (int(MarkState.MARKED), int(MarkState.CAPPED))
"""The states of a cell that is a mark at all: neither empty nor excused. Numbers, as frames hold them."""


class Unit(StrEnum):
    """What the integer of a reading counts.

    POINTS and PERCENT are in millionths, GRADE is an index on the scale (0 is the fail), PASS_FAIL is 1 or 0.
    """

    POINTS = "points"
    PERCENT = "percent"
    GRADE = "grade"
    PASS_FAIL = "pass_fail"


@dataclass(frozen=True, slots=True)
class BadMark:
    """A cell that cannot be read: one sentence what is wrong, with the value, and one what to do."""

    message: str
    hint: str


class Number(NamedTuple):
    """A number in millionths, its decimal mark (`.`, `,` or nothing) and whether a percent sign followed."""

    value: int
    decimal_mark: str = ""
    percent_sign: bool = False


class Reading(NamedTuple):
    """A cell that was read; `value` is 0 where nothing is marked, else in the unit of the column."""

    state: MarkState
    value: int = 0
    decimal_mark: str = ""
    percent_sign: bool = False


EMPTY: Final = Reading(MarkState.EMPTY)
EXCUSED: Final = Reading(MarkState.EXCUSED)


@dataclass(frozen=True, slots=True)
class MarkGrammar:
    """What the cells of one column may hold.

    `low` and `high` are bounds in millionths (None: no bound on that side); with `over_max` other than
    `error` a number above `high` is brought down (`cap`) or kept (`allow`). `pass_limit` is the number, in
    millionths, from which a pass/fail mark given as a number is a pass; None where only words are allowed.
    `decimal_mark` is the only one allowed; None allows both.
    """

    unit: Unit
    low: Fraction | None = None
    high: int | None = None
    over_max: str = "error"
    percent_sign: bool = False
    pass_limit: Fraction | None = None
    scale: Scale | None = None
    excused: frozenset[str] = frozenset({"ex"})
    decimal_mark: str | None = None


def scaled(number: Decimal | int) -> int:
    """Bring a number of a course file, which has at most six decimals, to millionths."""
    return int(number * SCALE)


def amount(value: Fraction | int) -> str:
    """Write a number in millionths for a message, with a decimal point and no trailing zeros."""
    text = f"{Decimal(int(value)).scaleb(-6):.6f}"
    return text.rstrip("0").rstrip(".")


def unescaped(text: str) -> str:
    """Take off surrounding spaces and the apostrophe that gradebooks put before `=`, `+`, `-` and `@`."""
    text = text.strip()
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text


def is_empty(text: str) -> bool:
    """Say whether a cell that went through `unescaped` holds nothing: no text, or a lone hyphen."""
    return text in ("", "-")


def read_number(
    text: str, *, percent_sign: bool = False, decimal_mark: str | None = None
) -> Number | BadMark:
    """Read ASCII digits with one decimal mark and an optional minus; nothing else is a number."""
    if len(text) <= MAX_WHOLE_DIGITS and text.isdecimal() and text.isascii():
        return Number(int(text) * SCALE)
    body, sign = text, False
    if percent_sign and text.endswith("%"):
        body, sign = text[:-1].rstrip(), True
    match = NUMBER.fullmatch(body)
    if match is None:
        return BadMark(*not_a_number(text, percent_sign=sign))
    minus, whole, mark, decimals = match.group(1, 2, 3, 4)
    decimals = decimals or ""
    if len(whole) > MAX_WHOLE_DIGITS or len(decimals) > MAX_DECIMALS:
        return BadMark(*too_long(text))
    if mark and decimal_mark is not None and mark != decimal_mark:
        return _other_decimal_mark(text, mark)
    value = int(whole + decimals.ljust(MAX_DECIMALS, "0"))
    return Number(-value if minus else value, mark or "", sign)


def read_mark(text: str, grammar: MarkGrammar) -> Reading | BadMark:
    """Read one cell by the grammar of its column."""
    text = unescaped(text)
    if is_empty(text):
        return EMPTY
    if fold(text) in grammar.excused:
        return EXCUSED
    if grammar.scale is not None:
        return _read_grade(text, grammar.scale, grammar.decimal_mark)
    if grammar.unit is Unit.PASS_FAIL:
        return _read_pass_fail(text, grammar)
    number = read_number(text, percent_sign=grammar.percent_sign, decimal_mark=grammar.decimal_mark)
    return number if isinstance(number, BadMark) else _bounded(text, number, grammar)


def _bounded(text: str, number: Number, grammar: MarkGrammar) -> Reading | BadMark:
    value, state = number.value, MarkState.MARKED
    low = grammar.low
    if low is not None and value * low.denominator < low.numerator:
        return BadMark(f"{quoted(text)} is below the minimum {amount(low)}", FIX)
    if grammar.high is not None and value > grammar.high and grammar.over_max != "allow":
        if grammar.over_max == "error":
            return BadMark(
                f"{quoted(text)} is above the maximum {amount(grammar.high)}",
                "Correct the mark, or give the component `over_max: cap` or `over_max: allow`.",
            )
        value, state = grammar.high, MarkState.CAPPED
    return Reading(state, value, number.decimal_mark, number.percent_sign)


def _read_grade(text: str, scale: Scale, decimal_mark: str | None) -> Reading | BadMark:
    number = NUMBER.fullmatch(text)
    mark = (number and number.group(3)) or ""
    index = scale.index(text)
    if index is None and scale.labels == PASS_FAIL_SCALE:
        word = fold(text)
        index = 1 if word in PASS_WORDS else 0 if word in FAIL_WORDS else None
    if index is None:
        return BadMark(
            f"{quoted(text)} is not a grade on the scale {', '.join(scale.labels)}",
            "Write one of these grades, or leave the cell empty.",
        )
    if mark and mark != (decimal_mark or mark):
        return _other_decimal_mark(text, mark)
    return Reading(MarkState.MARKED, index, mark)


def _other_decimal_mark(text: str, mark: str) -> BadMark:
    return BadMark(
        f"{quoted(text)} has a decimal {DECIMAL_NAMES[mark]}",
        "The course file says otherwise in `roster.decimal`: change it there, or the number in the roster.",
    )


def _read_pass_fail(text: str, grammar: MarkGrammar) -> Reading | BadMark:
    word = fold(text)
    if word in PASS_WORDS or word in FAIL_WORDS:
        return Reading(MarkState.MARKED, int(word in PASS_WORDS))
    number = read_number(text, percent_sign=grammar.percent_sign, decimal_mark=grammar.decimal_mark)
    if isinstance(number, BadMark) and (grammar.pass_limit is None or not any(map(str.isdigit, text))):
        return BadMark(
            f"{quoted(text)} is neither a pass nor a fail",
            "Write a word such as pass or fail (hyväksytty or hylätty), or leave the cell empty.",
        )
    if isinstance(number, BadMark):
        return number
    if grammar.pass_limit is None:
        return BadMark(
            f"{quoted(text)} is a number, and this component is marked with a pass or a fail",
            "Write a word such as pass or fail, or give the component both max and pass_mark.",
        )
    bounded = _bounded(text, number, grammar)
    if isinstance(bounded, BadMark):
        return bounded
    passed = int(bounded.value >= grammar.pass_limit)
    return Reading(bounded.state, passed, number.decimal_mark, number.percent_sign)


def grammar_for(
    component: Component, course: Course, *, over_max: str | None = None, percentage: bool = False
) -> MarkGrammar:
    """Make the grammar of a component's cells.

    `over_max` is what the component inherits from its group when it says nothing itself; `percentage` tells
    that the column holds percentages although the component may be marked in points.
    """
    excused = frozenset({"ex", *(fold(word) for word in course.roster.excused)})
    decimal_mark = None if course.roster.decimal == "auto" else course.roster.decimal
    if component.mark == "grade":
        return MarkGrammar(Unit.GRADE, scale=Scale.of(course), excused=excused, decimal_mark=decimal_mark)
    words = component.mark == "pass_fail"
    low, high = Fraction(scaled(component.min)), None if component.max is None else scaled(component.max)
    limit = None
    if words and component.pass_mark is not None and high is not None:
        limit = Fraction(component.pass_mark) * (100 * SCALE if percentage else high) / 100
    if percentage or component.mark == "percent":
        low, high = min(Fraction(0), low * 100 * SCALE / high if high else Fraction(0)), 100 * SCALE
        percentage = True
    return MarkGrammar(
        Unit.PASS_FAIL if words else Unit.PERCENT if percentage else Unit.POINTS,
        low=low,
        high=high,
        over_max=component.over_max or over_max or "error",
        percent_sign=percentage,
        pass_limit=limit,
        excused=excused,
        decimal_mark=decimal_mark,
    )
