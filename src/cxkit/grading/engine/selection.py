"""Which parts count when some are dropped, for all students of a frame at once.

The vectorised twin of `cxkit.grading.select`: the same parametric search of Dinkelbach, run until
no student's selection changes, with the same rule for ties (the later in the file goes).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from cxkit.grading.engine.integers import Integers


@dataclass(frozen=True, slots=True)
class Candidate:
    """A part that may be kept or dropped: its value and weight, and for whom it still stands."""

    value: Integers
    weight: Integers
    stands: pl.Series


def drop(candidates: Sequence[Candidate], number: int, *, lowest: bool) -> list[pl.Series]:
    """Return who keeps which candidate when the worst (or best) ``number`` go; one at least stays."""
    standing = _count([candidate.stands for candidate in candidates])
    staying = (standing - number).clip(lower_bound=1)
    return _search(candidates, pl.select(pl.min_horizontal(staying, standing)).to_series(), best=lowest)


def keep_highest(candidates: Sequence[Candidate], number: int) -> list[pl.Series]:
    """Return who keeps which candidate when only the best ``number`` stay."""
    standing = _count([candidate.stands for candidate in candidates])
    return _search(candidates, standing.clip(upper_bound=max(number, 1)), best=True)


def largest(keys: Sequence[Integers], stands: Sequence[pl.Series], count: pl.Series) -> list[pl.Series]:
    """Return for each key who has it among the ``count`` largest that stand; of equals the earlier."""
    ahead = [pl.zeros(len(count), dtype=pl.Int32, eager=True) for _ in keys]
    for later in range(len(keys)):
        for earlier in range(later):
            wins = keys[later].above(keys[earlier]) & stands[later]
            ahead[earlier] = ahead[earlier] + wins.cast(pl.Int32)
            loses = ~keys[later].above(keys[earlier]) & stands[earlier]
            ahead[later] = ahead[later] + loses.cast(pl.Int32)
    return [stand & (before < count) for stand, before in zip(stands, ahead, strict=True)]


def total(columns: Sequence[Integers], kept: Sequence[pl.Series]) -> Integers:
    """Return the sum of the columns where they are kept."""
    parts = [column.where(mask) for column, mask in zip(columns, kept, strict=True)]
    summed = parts[0]
    for part in parts[1:]:
        summed = summed + part
    return summed


def _search(candidates: Sequence[Candidate], count: pl.Series, *, best: bool) -> list[pl.Series]:
    values = [candidate.value if best else candidate.value * -1 for candidate in candidates]
    weights = [candidate.weight for candidate in candidates]
    stands = [candidate.stands for candidate in candidates]
    kept = stands
    while True:
        value, weight = total(values, kept), total(weights, kept)
        surplus = [mine * weight - own * value for mine, own in zip(values, weights, strict=True)]
        found = largest(surplus, stands, count)
        if all((new == old).all() for new, old in zip(found, kept, strict=True)):
            return found
        kept = found


def _count(masks: Sequence[pl.Series]) -> pl.Series:
    number = masks[0].cast(pl.Int32)
    for mask in masks[1:]:
        number = number + mask.cast(pl.Int32)
    return number
