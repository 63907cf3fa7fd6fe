"""Which parts are kept, against every possible selection."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cxkit.grading.select import keep_best, keep_largest, keep_smallest, keep_worst

parts = st.lists(st.tuples(st.integers(-3, 12), st.integers(1, 5)), min_size=1, max_size=6)


def result(values, weights, kept):
    return Fraction(sum(values[i] for i in kept), sum(weights[i] for i in kept))


def ranked(values, weights, count):
    """Every selection by its result; of equal ones the one that drops later parts comes last."""
    indices = range(len(values))

    def dropped(kept):
        return sorted(set(indices) - set(kept), reverse=True)

    return sorted(
        combinations(indices, count), key=lambda kept: (result(values, weights, kept), dropped(kept))
    )


@given(parts, st.data())
def test_the_best_of_all_selections_is_kept(pairs, data):
    values, weights = [Fraction(v) for v, _ in pairs], [Fraction(w) for _, w in pairs]
    count = data.draw(st.integers(1, len(pairs)))
    assert keep_best(values, weights, count) == ranked(pairs_values(pairs), weights, count)[-1]


@given(parts, st.data())
def test_the_worst_of_all_selections_is_kept(pairs, data):
    values, weights = [Fraction(v) for v, _ in pairs], [Fraction(w) for _, w in pairs]
    count = data.draw(st.integers(1, len(pairs)))
    negative = [-value for value in pairs_values(pairs)]
    assert keep_worst(values, weights, count) == ranked(negative, weights, count)[-1]


def pairs_values(pairs):
    return [Fraction(value) for value, _ in pairs]


def test_of_equal_parts_the_earlier_stay():
    ones = [Fraction(1)] * 3
    assert keep_best(ones, ones, 2) == (0, 1)
    assert keep_worst(ones, ones, 1) == (0,)
    assert keep_largest(ones, 2) == (0, 1)
    assert keep_smallest(ones, 2) == (0, 1)


def test_dropping_by_points_is_not_dropping_the_lowest_percentage():
    """Without 17/24 (70.83 %) 38/50 is left, better than without 7/10 (70 %): 48/64."""
    points, maxima = [Fraction(31), Fraction(17), Fraction(7)], [Fraction(40), Fraction(24), Fraction(10)]
    assert keep_best(points, maxima, 2) == (0, 2)
    assert result([31, 17, 7], [40, 24, 10], (0, 2)) == Fraction(38, 50)


def test_largest_and_smallest_come_in_file_order():
    values = [Fraction(n) for n in (3, 1, 2)]
    assert keep_largest(values, 2) == (0, 2)
    assert keep_smallest(values, 2) == (1, 2)
