"""Marks of a frame: the attempts of one component become one exact ratio a student."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

import polars as pl

from cxkit.exact import SCALE
from cxkit.grading.engine.integers import Integers, Ratios
from cxkit.grading.plan import ComponentPlan, Missing
from cxkit.roster.marks import MarkState, Unit


@dataclass(frozen=True, slots=True)
class Flags:
    """What is true of a component, by student; None where it is true of nobody."""

    excused: pl.Series | None = None
    empty: pl.Series | None = None
    capped: pl.Series | None = None
    retry_capped: pl.Series | None = None
    dropped: pl.Series | None = None


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A component of a frame: the ratio of its maximum (0 where it is left out).

    ``present`` says who has it at all, ``marked`` who has a mark in it, ``counting`` which parts
    of a group are candidates and for whom each counts.
    """

    plan: ComponentPlan
    ratio: Ratios
    present: pl.Series
    marked: pl.Series
    flags: Flags = field(default_factory=Flags)
    parts: tuple[Evaluated, ...] = ()
    counting: tuple[tuple[Evaluated, pl.Series], ...] = ()


@dataclass(frozen=True, slots=True)
class _Attempt:
    num: Integers
    marked: pl.Series
    excused: pl.Series
    over_max: pl.Series
    lowered: pl.Series


def evaluate_mark(plan: ComponentPlan, frame: pl.DataFrame, units: tuple[Unit, ...]) -> Evaluated:
    """Evaluate a component that holds marks; ``units`` are those of its columns, one an attempt."""
    cap = None if plan.retry_cap is None else plan.retry_cap / 100
    den = lcm(*(_denominator(plan, unit) for unit in units), 1 if cap is None else cap.denominator)
    attempts = [_attempt(plan, frame, k, unit, den, cap) for k, unit in enumerate(units)]
    kept = _kept(plan, attempts)
    excused = ~kept.marked & _any([attempt.excused for attempt in attempts])
    empty = ~(kept.marked | excused)
    present = ~excused if plan.missing is not Missing.SKIP else kept.marked
    flags = Flags(
        excused=_if_any(excused),
        empty=_if_any(empty),
        capped=_if_any(kept.over_max),
        retry_capped=_if_any(kept.lowered),
    )
    ratio = Ratios(kept.num.where(kept.marked), den)
    return Evaluated(plan, ratio, present, kept.marked, flags)


def _attempt(
    plan: ComponentPlan, frame: pl.DataFrame, number: int, unit: Unit, den: int, cap: Fraction | None
) -> _Attempt:
    state = frame[f"{plan.id}#{number}.s"]
    num = _numerators(plan, frame[f"{plan.id}#{number}.v"], unit, den)
    over_max = state == MarkState.CAPPED
    marked = (state == MarkState.MARKED) | over_max
    lowered = marked & False
    if cap is not None and number > 0:
        highest = cap.numerator * (den // cap.denominator)
        lowered = marked & num.at_least(highest + 1)
        num = Integers.constant(highest, frame.height).either(lowered, num)
    return _Attempt(num, marked, state == MarkState.EXCUSED, over_max, lowered)


def _kept(plan: ComponentPlan, attempts: list[_Attempt]) -> _Attempt:
    """Return for each student the last or best attempt; of equally good ones the earlier."""
    kept = attempts[0]
    for attempt in attempts[1:]:
        take = attempt.marked
        if not plan.keep_last:
            take = take & (~kept.marked | attempt.num.above(kept.num))
        kept = _Attempt(
            num=attempt.num.either(take, kept.num),
            marked=kept.marked | attempt.marked,
            excused=kept.excused | attempt.excused,
            over_max=attempt.over_max.zip_with(take, kept.over_max),
            lowered=attempt.lowered.zip_with(take, kept.lowered),
        )
    return kept


def _numerators(plan: ComponentPlan, values: pl.Series, unit: Unit, den: int) -> Integers:
    if unit is Unit.GRADE:
        return Integers.looked_up([int(worth / 100 * den) for worth in plan.worths], values)
    return Integers.measured(values) * (den // _denominator(plan, unit))


def _denominator(plan: ComponentPlan, unit: Unit) -> int:
    if unit is Unit.POINTS:
        return (plan.size * SCALE).numerator
    if unit is Unit.PERCENT:
        return 100 * SCALE
    if unit is Unit.GRADE:
        dens: list[int] = [(worth / 100).denominator for worth in plan.worths]
        return lcm(*dens)
    return 1


def _any(masks: list[pl.Series]) -> pl.Series:
    found = masks[0]
    for mask in masks[1:]:
        found = found | mask
    return found


def _if_any(mask: pl.Series) -> pl.Series | None:
    return mask if mask.any() else None
