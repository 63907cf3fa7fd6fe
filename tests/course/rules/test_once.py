from collections.abc import Iterator
from typing import Any

from cxkit.course.rules.once import once


def test_a_walk_is_taken_once_for_each_course_that_comes():
    taken = []

    @once
    def walk(course: Any) -> Iterator[int]:
        """Yield twice."""
        taken.append(course)
        yield from (1, 2)

    one: Any = object()
    other: Any = object()
    assert [walk(course) for course in (one, one, other, one)] == [(1, 2)] * 4
    assert taken == [one, other, one]
    assert walk.__doc__ == "Yield twice."
