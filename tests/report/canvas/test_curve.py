"""The curve runs through its points and never leaves the room between two of them."""

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


def test_one_point_has_no_curve():
    assert monotone([(0.0, 1.0)]) == []
