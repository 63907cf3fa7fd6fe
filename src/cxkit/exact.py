"""Exact numbers: the limits of what cxkit reads, and rationals written as text.

All arithmetic of grading is done in integers and `fractions.Fraction`; this module says how such
a number is shown. It leaves reading numbers to the documents and the roster, and languages (the
decimal comma) to the reports.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

MAX_WHOLE_DIGITS = 9
"""Digits before the decimal mark that a mark, weight, limit or maximum may have."""

MAX_DECIMALS = 6
"""Digits after the decimal mark that a mark, weight, limit or maximum may have."""

SCALE: int = 10**MAX_DECIMALS
"""Factor between a number as read and the integer that stands for it exactly."""


@lru_cache(maxsize=1024)
def fraction_of(number: Decimal) -> Fraction:
    """Return a decimal as a rational; file after file has the same few weights, maxima and limits."""
    return Fraction(number)


def floor_scaled(value: Fraction, places: int) -> int:
    """Return the largest integer not above ``value * 10**places``."""
    factor: int = 10**places
    return value.numerator * factor // value.denominator


def floor_to(value: Fraction, places: int) -> Decimal:
    """Round down (towards minus infinity) to so many decimals; exact, all decimals kept."""
    return Decimal(floor_scaled(value, places)).scaleb(-places)


def fraction_text(value: Fraction) -> str:
    """Write a rational in lowest terms: ``165/2``, or ``82`` when it is whole."""
    return str(value)


def terminating_decimals(value: Fraction, most: int = MAX_DECIMALS) -> int | None:
    """Return how many decimals the value needs, None when they are more than ``most``."""
    for places in range(most + 1):
        if (value * 10**places).denominator == 1:
            return places
    return None
