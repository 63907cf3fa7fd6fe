"""Where grades begin and what a mark that is a grade is worth: exact percents from bands.

Grades are named by their index on the scale. Conditions of bands are not looked at here.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from cxkit.exact import fraction_of

if TYPE_CHECKING:
    from cxkit.course.bands import BandConditions
    from cxkit.course.model import Course
    from cxkit.course.scale import Scale

FULL = Fraction(100)


def limits(bands: Mapping[str, Decimal | BandConditions], scale: Scale, between: str) -> dict[int, Fraction]:
    """Return the percent at which each grade begins, by grade index and rising.

    With ``between`` `midpoint` the grades between two bands are spaced evenly; grades above the
    highest or below the lowest band have no limit. Bands for grades that are not on the scale
    are left out.
    """
    declared = _by_index(bands, scale)
    return _spaced(declared) if between == "midpoint" else declared


def worth(
    course: Course, scale: Scale, bands: Mapping[str, Decimal | BandConditions]
) -> tuple[Fraction, ...]:
    """Return the percent that a mark given as a grade is worth, by grade index.

    It is what `grade_worth` says, else the grade's band in ``bands``, 0 for the fail; a grade
    between two of these is spaced evenly, and those above the highest run evenly up to 100.
    """
    known = {0: Fraction(0), **_by_index(bands, scale)}
    for label, percent in (course.grade_worth or {}).items():
        index = scale.index(label)
        if index is not None:
            known[index] = Fraction(percent)
    top = len(scale.labels) - 1
    known.setdefault(top, FULL)
    spaced = _spaced(dict(sorted(known.items())))
    return tuple(spaced[index] for index in range(top + 1))


def _by_index(bands: Mapping[str, Decimal | BandConditions], scale: Scale) -> dict[int, Fraction]:
    found: dict[int, Fraction] = {}
    for label, band in bands.items():
        index = scale.index(label)
        if index is not None:
            found[index] = fraction_of(band if isinstance(band, Decimal) else band.percent)
    return dict(sorted(found.items()))


def _spaced(known: dict[int, Fraction]) -> dict[int, Fraction]:
    """Fill the gaps between neighbouring indices evenly."""
    filled = dict(known)
    places = list(known)
    for low, high in pairwise(places):
        step = (known[high] - known[low]) / (high - low)
        for index in range(low + 1, high):
            filled[index] = known[low] + step * (index - low)
    return dict(sorted(filled.items()))
