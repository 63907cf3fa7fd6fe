"""Smooth curves through points that never rise above or fall below the points they run between.

Fritsch and Carlson's monotone cubic interpolation (SIAM J. Numer. Anal. 17, 1980), as Bézier segments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Segment:
    """A cubic Bézier segment: start, two control points, end."""

    start: Point
    control1: Point
    control2: Point
    end: Point

    def within(self, left: float, right: float) -> Segment | None:
        """Return what lies between two x, or None; the x of the controls are at thirds."""
        wide = self.end[0] - self.start[0]
        first, last = ((x - self.start[0]) / wide for x in (left, right))
        first, last = max(first, 0.0), min(last, 1.0)
        if first >= last:
            return None
        if (first, last) == (0.0, 1.0):
            return self
        third = (last - first) / 3
        start, end = self.at(first), self.at(last)
        control1 = _along(start, self._slope(first), third)
        return Segment(start, control1, _along(end, self._slope(last), -third), end)

    def _slope(self, share: float) -> Point:
        """Return how far the curve goes in x and y for a whole of its parameter, at a share of it."""
        rest = 1 - share
        points = (self.start, self.control1, self.control2, self.end)
        weights = (3 * rest**2, 6 * rest * share, 3 * share**2)
        x, y = (
            sum(
                weight * (after[axis] - before[axis])
                for weight, (before, after) in zip(weights, pairwise(points), strict=True)
            )
            for axis in (0, 1)
        )
        return x, y

    def at(self, share: float) -> Point:
        """Return the point at ``share`` (0-1) of the segment's parameter."""
        rest = 1 - share
        weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
        points = (self.start, self.control1, self.control2, self.end)
        x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
        y = sum(weight * point[1] for weight, point in zip(weights, points, strict=True))
        return x, y


def _along(point: Point, slope: Point, share: float) -> Point:
    return point[0] + slope[0] * share, point[1] + slope[1] * share


def monotone(points: Sequence[Point]) -> list[Segment]:
    """Return the segments through ``points``, whose x rise; fewer than two points have none."""
    if len(points) < 2:
        return []
    slopes = _slopes(points)
    found = []
    for (x0, y0), (x1, y1), left, right in zip(points, points[1:], slopes, slopes[1:], strict=False):
        third = (x1 - x0) / 3
        found.append(
            Segment((x0, y0), (x0 + third, y0 + left * third), (x1 - third, y1 - right * third), (x1, y1))
        )
    return found


def _slopes(points: Sequence[Point]) -> list[float]:
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    inner = [0.0 if left * right <= 0 else (left + right) / 2 for left, right in pairwise(secants)]
    slopes = [secants[0], *inner, secants[-1]]
    for at, secant in enumerate(secants):
        if secant == 0:
            slopes[at] = slopes[at + 1] = 0.0
            continue
        length = hypot(slopes[at] / secant, slopes[at + 1] / secant)
        if length > 3:
            slopes[at] *= 3 / length
            slopes[at + 1] *= 3 / length
    return slopes
