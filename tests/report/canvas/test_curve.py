"""The curve runs through its points and never leaves the room between two of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.report.canvas.curve import monotone

VALUES = st.lists(st.integers(-2, 2), min_size=2, max_size=60)


@given(VALUES)
def test_never_overshoots(values):
    points = [(100.0 * number, 28.0 * value) for number, value in enumerate(values)]
    segments = monotone(points)
    assert [segments[0].start, *(segment.end for segment in segments)] == points
    for segment in segments:
        low, high = sorted((segment.start[1], segment.end[1]))
        for step in range(11):
            assert low - 1e-9 <= segment.at(step / 10)[1] <= high + 1e-9


@given(VALUES, st.floats(0, 1), st.floats(0, 1))
def test_a_part_of_a_segment_lies_on_it(values, first, last):
    segment = monotone([(100.0 * number, 28.0 * value) for number, value in enumerate(values)])[0]
    left, right = sorted((100 * first, 100 * last))
    part = segment.within(left, right)
    if part is None:
        assert right - left < 1e-6
        return
    assert part.start[0] == pytest.approx(left) and part.end[0] == pytest.approx(right)
    for step in range(11):
        x, y = part.at(step / 10)
        assert segment.at(x / 100)[1] == pytest.approx(y, abs=1e-6)
    assert segment.within(101, 120) is None and segment.within(-5, 200) is segment


def test_one_point_has_no_curve():
    assert monotone([(0.0, 1.0)]) == []
