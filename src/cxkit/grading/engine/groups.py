"""Groups of a frame: what counts in each, and the exact ratio it makes.

A group's ratio is the sum of its parts' values over the sum of their weights, as far as they are
kept. A selection (who is excused, skipped or dropped where) fixes that denominator; those that
occur are brought to one. Where the numbers grow too wide for that, the totals noted in
`Selections` tell how to split the frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import gcd, lcm

import polars as pl

from cxkit.grading.engine.integers import INT128_MAX, Integers, Ratios, TooWide
from cxkit.grading.engine.marks import Evaluated
from cxkit.grading.engine.selection import Candidate, drop, keep_highest, largest, total
from cxkit.grading.plan import Combine, ComponentPlan


@dataclass(slots=True)
class Selections:
    """The totals of weights met on the way that are not the same for all students."""

    totals: list[pl.Series] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Weighing:
    """Values over ``value_den`` and weights over ``weight_den``, a column for each part."""

    values: list[Integers]
    value_den: int
    weights: list[Integers]
    weight_den: int


def weigh_course(parts: Sequence[Evaluated], selections: Selections) -> tuple[Ratios, pl.Series]:
    """Return the course's ratio over the components that count, and for whom any does."""
    counting = [part for part in parts if part.plan.weight]
    weighing = _weighing(counting, [part.plan.weight for part in counting])
    return _quotient(weighing, [part.present for part in counting], selections)


def evaluate_group(plan: ComponentPlan, parts: Sequence[Evaluated], selections: Selections) -> Evaluated:
    """Evaluate a group from its parts."""
    weighted = plan.combine is Combine.WEIGHTED
    places = [i for i, part in enumerate(parts) if part.plan.weight or not weighted]
    candidates = [parts[i] for i in places]
    weighing = _weighing(candidates, [_weight(plan, part) for part in candidates])
    kept = _kept(plan, candidates, weighing)
    flagged = list(parts)
    for i, stays in zip(places, kept, strict=True):
        flagged[i] = _with_dropped(parts[i], parts[i].present & ~stays)
    if plan.combine is Combine.BEST:
        kept = largest(weighing.values, kept, _ones(len(kept[0])))
    ratio, present = _quotient(weighing, kept, selections)
    marked = parts[0].marked
    for part in parts[1:]:
        marked = marked | part.marked
    return Evaluated(
        plan, ratio, present, marked, parts=tuple(flagged), counting=tuple(zip(candidates, kept, strict=True))
    )


def _weight(plan: ComponentPlan, part: Evaluated) -> Fraction | Ratios:
    if plan.combine is Combine.WEIGHTED:
        return part.plan.weight
    return _size(part) if plan.combine is Combine.POINTS else Fraction(1)


def _size(part: Evaluated) -> Fraction | Ratios:
    """Return what a part weighs in a `points` group: its maximum, or those of its parts that count."""
    if not part.parts:
        return part.plan.size
    sizes = [_size(inner) for inner, _ in part.counting]
    weighing = _weighing([inner for inner, _ in part.counting], sizes)
    return Ratios(total(weighing.weights, [kept for _, kept in part.counting]), weighing.weight_den)


def _weighing(parts: Sequence[Evaluated], weights: Sequence[Fraction | Ratios]) -> _Weighing:
    """Bring values and weights to common denominators."""
    dens = [weight.den if isinstance(weight, Ratios) else weight.denominator for weight in weights]
    weight_den = lcm(*dens)
    shares = [
        Fraction(1, weight.den * part.ratio.den) if isinstance(weight, Ratios) else weight / part.ratio.den
        for part, weight in zip(parts, weights, strict=True)
    ]
    value_den = lcm(*(share.denominator for share in shares))
    values, columns = [], []
    for part, weight, share in zip(parts, weights, shares, strict=True):
        num = part.ratio.num * int(share * value_den)
        if isinstance(weight, Ratios):
            num, column = num * weight.num, weight.over(weight_den)
        else:
            column = Integers.constant(int(weight * weight_den), len(part.present))
        values.append(num)
        columns.append(column)
    return _Weighing(values, value_den, columns, weight_den)


def _kept(plan: ComponentPlan, parts: Sequence[Evaluated], weighing: _Weighing) -> list[pl.Series]:
    """Return who keeps which part after `drop_lowest`, `drop_highest` and `keep_highest`."""
    kept = [part.present for part in parts]
    if plan.drop_lowest:
        kept = drop(_candidates(weighing, kept), plan.drop_lowest, lowest=True)
    if plan.drop_highest:
        kept = drop(_candidates(weighing, kept), plan.drop_highest, lowest=False)
    if plan.keep_highest is not None:
        kept = keep_highest(_candidates(weighing, kept), plan.keep_highest)
    return kept


def _candidates(weighing: _Weighing, stands: Sequence[pl.Series]) -> list[Candidate]:
    triples = zip(weighing.values, weighing.weights, stands, strict=True)
    return [Candidate(value, weight, standing) for value, weight, standing in triples]


def _quotient(
    weighing: _Weighing, kept: Sequence[pl.Series], selections: Selections
) -> tuple[Ratios, pl.Series]:
    """Divide the kept values by the kept weights, over one denominator for all students."""
    value = total(weighing.values, kept)
    weight = total(weighing.weights, kept)
    present = weight.at_least(1)
    occurring = _occurring(weight.values)
    if len(occurring) > 1:
        selections.totals.append(weight.values)
    den = _common(occurring)
    if len(occurring) > 1 or not present.all():
        value = value * weight.dividing(den, present)
    factor = Fraction(weighing.weight_den, weighing.value_den * den)
    return Ratios(value * factor.numerator, factor.denominator), present


def _occurring(weights: pl.Series) -> list[int]:
    """Return the totals that occur, without 0; 1 when there is no other."""
    if weights.min() == weights.max():
        return [weights[0] or 1]
    return [number for number in weights.unique().to_list() if number]


def _common(numbers: Sequence[int]) -> int:
    common = 1
    for number in numbers:
        common = common // gcd(common, number) * number
        if common > INT128_MAX:
            raise TooWide
    return common


def _with_dropped(part: Evaluated, dropped: pl.Series) -> Evaluated:
    if not dropped.any():
        return part
    return replace(part, flags=replace(part.flags, dropped=dropped))


def _ones(length: int) -> pl.Series:
    return pl.repeat(1, length, dtype=pl.Int32, eager=True)
