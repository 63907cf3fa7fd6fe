"""Which parts of a group count when some are dropped: exact, for one student.

A group's result is the sum of ``values`` over the sum of ``weights`` of what is kept. Choosing the
kept parts so that this ratio is largest is fractional programming; it is solved by the
parametric search of Dinkelbach (1967, "On nonlinear fractional programming", Management Science
13:7), which needs a few rounds where enumeration would need every subset. The vectorised twin for
whole frames stands in `engine.groups`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

Exact = Sequence[Fraction | int]


def keep_best(values: Exact, weights: Exact, count: int) -> tuple[int, ...]:
    """Return the indices of the ``count`` parts whose common result is the highest, in file order.

    Weights are above zero. Among selections with an equal result the parts earlier in the file
    are kept. ``count`` is at least 1 and at most the number of parts.
    """
    if all(weight == weights[0] for weight in weights):
        return _largest(values, count)
    whole_values, whole_weights = whole(values), whole(weights)
    kept = tuple(range(count))
    while True:
        value, weight = sum(whole_values[i] for i in kept), sum(whole_weights[i] for i in kept)
        surplus = [own * weight - mine * value for own, mine in zip(whole_values, whole_weights, strict=True)]
        kept = _largest(surplus, count)
        if sum(surplus[i] for i in kept) == 0:
            return kept


def keep_worst(values: Exact, weights: Exact, count: int) -> tuple[int, ...]:
    """Return the ``count`` parts whose common result is the lowest; ties as in `keep_best`."""
    return keep_best([-value for value in values], weights, count)


def keep_largest(values: Exact, count: int) -> tuple[int, ...]:
    """Return the indices of the ``count`` largest values, in file order; of equals the earlier."""
    return _largest(values, count)


def keep_smallest(values: Exact, count: int) -> tuple[int, ...]:
    """Return the indices of the ``count`` smallest values, in file order; of equals the earlier."""
    return _largest([-value for value in values], count)


def whole(numbers: Exact) -> list[int]:
    """Return the numbers over their common denominator: as integers they stand in the same proportion."""
    common = lcm(*[number.denominator for number in numbers])
    return [number.numerator * (common // number.denominator) for number in numbers]


def _largest(values: Exact, count: int) -> tuple[int, ...]:
    order = sorted(range(len(values)), key=values.__getitem__, reverse=True)  # equals stay in their order
    return tuple(sorted(order[:count]))
