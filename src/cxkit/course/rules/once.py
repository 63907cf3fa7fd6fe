"""Walks over a course that many rules take, each taken once for a course."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from cxkit.course.model import Course

T = TypeVar("T")


def once(walk: Callable[[Course], Iterable[T]]) -> Callable[[Course], tuple[T, ...]]:
    """Keep what a walk yields for the course that it was taken over last; rules judge one after another."""
    last: tuple[Course | None, tuple[T, ...]] = (None, ())

    def remembered(course: Course) -> tuple[T, ...]:
        nonlocal last
        known = last
        if known[0] is not course:
            last = known = (course, tuple(walk(course)))
        return known[1]

    remembered.__doc__ = walk.__doc__
    return remembered
