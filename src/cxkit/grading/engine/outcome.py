"""From the percents of a frame to grades: rounding, bands, attendance, gates, status.

The vectorised twin of `cxkit.grading.derive`, without its steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from cxkit.grading.engine.integers import Integers, Ratios
from cxkit.grading.engine.marks import Evaluated
from cxkit.grading.engine.notes import NoteColumns
from cxkit.grading.plan import AttendancePlan, Missing, Plan, RoundingPlan, Scheme

PASSED, FAILED, INCOMPLETE = 0, 1, 2
"""Codes of the status column."""

MOST_STEPS = 100
"""Lowering by more is the same: no scale has as many grades."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results of a frame; grades are indices on the scale, null when there is none."""

    known: pl.Series
    """Who has a percent."""
    unmarked: pl.Series
    base: pl.Series
    grade: pl.Series
    status: pl.Series
    notes: pl.Series


def rounded(ratio: Ratios, rounding: RoundingPlan | None) -> Ratios:
    """Round course ratios to multiples of percentage points."""
    if rounding is None:
        return ratio
    p, q = rounding.to.numerator, rounding.to.denominator
    num, den = ratio.num * (100 * q), ratio.den * p
    if rounding.mode == "half_up":
        steps = (num * 2).shifted(den).divided_down(2 * den)
    elif rounding.mode == "ceil":
        steps = num.shifted(den - 1).divided_down(den)
    else:
        steps = num.divided_down(den)
    return Ratios(steps * p, 100 * q)


def decide(
    plan: Plan,
    scheme: Scheme,
    frame: pl.DataFrame,
    tops: Sequence[Evaluated],
    ratio: Ratios,
    there: pl.Series,
) -> Outcome:
    """Decide the outcome for every student; ``ratio`` is rounded, ``there`` says where anything counts."""
    every = [part for top in tops for part in walk(top)]
    none = pl.repeat(False, frame.height, eager=True)
    marked = _any([top.marked for top in tops], none)
    excused = _any([part.flags.excused for part in every], none)
    unmarked = ~marked & (there | ~excused)
    known = there & ~unmarked
    empty_waiting = [part.flags.empty for part in every if part.plan.missing is Missing.INCOMPLETE]
    waiting = ~unmarked & (_any(empty_waiting, none) | ~there)
    steps, beyond = _attendance(scheme.attendance, frame, none)
    has_base = known & (beyond | ~waiting)
    base = _reached(scheme, ratio)
    floor = 0 if scheme.attendance is None else scheme.attendance.floor
    lowered_to = _lowered(base, steps, floor)
    notes = NoteColumns(frame.height)
    failed = none
    for part in every:
        failed = failed | _component_notes(part, ~unmarked, notes)
    grade = lowered_to.zip_with(~(failed | beyond), none.cast(pl.Int8))
    undecided = ~beyond & (waiting | (unmarked if not plan.fail_unmarked else none))
    grade = _nulled(grade.zip_with(~unmarked, none.cast(pl.Int8)), undecided)
    notes.add("no_marks", None, unmarked)
    notes.add("incomplete", None, ~unmarked & ~there)
    notes.add("attendance_lowered", None, has_base & ~beyond & (lowered_to < base))
    notes.add("attendance_failed", None, beyond)
    notes.add("close_to", None, has_base & ~undecided & _close(scheme, ratio, base))
    status = _constant(INCOMPLETE, frame.height).zip_with(undecided, _passed_or_failed(grade))
    return Outcome(known, unmarked, _nulled(base, ~has_base | undecided), grade, status, notes.joined())


def _lowered(base: pl.Series, steps: pl.Series, floor: int) -> pl.Series:
    """Return the grades after lowering, not below the floor unless they were there before."""
    lowered = base - steps
    lowered = lowered.zip_with(lowered >= floor, _small(floor))
    return lowered.zip_with(lowered < base, base)


def _small(number: int) -> pl.Series:
    return pl.Series([number], dtype=pl.Int8)


def _constant(number: int, length: int) -> pl.Series:
    return _small(number).new_from_index(0, length)


def _passed_or_failed(grade: pl.Series) -> pl.Series:
    return _constant(PASSED, len(grade)).zip_with(grade > 0, _small(FAILED))


def walk(part: Evaluated) -> Iterator[Evaluated]:
    """Yield the parts at every depth, each before its group, then the component itself."""
    for inner in part.parts:
        yield from walk(inner)
    yield part


def _component_notes(part: Evaluated, counts: pl.Series, notes: NoteColumns) -> pl.Series:
    """Note what happened to a component, and return who fails the course by it."""
    flags, id_ = part.flags, part.plan.id

    def add(code: str, mask: pl.Series | None) -> None:
        notes.add(code, id_, None if mask is None else mask & counts)

    add("excused", flags.excused)
    add("incomplete" if part.plan.missing is Missing.INCOMPLETE else "missing", flags.empty)
    add("capped", flags.capped)
    add("retry_capped", flags.retry_capped)
    add("dropped", flags.dropped)
    not_passed = _not_passed(part) & counts
    notes.add("not_passed", id_, not_passed)
    return not_passed


def _not_passed(part: Evaluated) -> pl.Series:
    plan, empty = part.plan, part.flags.empty
    if plan.pass_mark is None:
        failed = part.present & False
    elif not part.parts and plan.mark == "pass_fail":
        failed = part.present & ~part.ratio.exceeds(Fraction(0))
    else:
        failed = part.present & ~part.ratio.reaches(plan.pass_mark / 100)
    if empty is None:
        return failed
    if plan.missing is Missing.INCOMPLETE:
        return failed & ~empty
    return failed | empty if plan.missing is Missing.FAIL else failed


def _attendance(
    settings: AttendancePlan | None, frame: pl.DataFrame, none: pl.Series
) -> tuple[pl.Series, pl.Series]:
    """Return by how many steps each student is lowered, and who is beyond the failing limit."""
    steps, beyond = none.cast(pl.Int8), none
    if settings is None:
        return steps, beyond
    absent = Integers.measured(_known(frame[f"absent@{settings.scope}"]))
    total = Integers.measured(_known(frame[f"total@{settings.scope}"]))
    for rule in settings.rules:
        limit = rule.above / 100
        exceeded = (absent * limit.denominator).above(total * limit.numerator)
        if rule.fail:
            beyond = beyond | exceeded
        else:
            lower = pl.Series([min(rule.lower, MOST_STEPS)], dtype=pl.Int8)
            steps = lower.new_from_index(0, frame.height).zip_with(exceeded, steps)
    return steps, beyond


def _known(numbers: pl.Series) -> pl.Series:
    return numbers.fill_null(0) if numbers.has_nulls() else numbers


def _reached(scheme: Scheme, ratio: Ratios) -> pl.Series:
    """Return the index of the highest grade whose limit is reached, 0 (the fail) if none is."""
    base = (ratio.num.values.is_null()).cast(pl.Int8)
    for limit in scheme.limits:
        grade = pl.Series([limit.grade], dtype=pl.Int8).new_from_index(0, len(base))
        base = grade.zip_with(ratio.reaches(limit.percent / 100), base)
    return base


def _close(scheme: Scheme, ratio: Ratios, base: pl.Series) -> pl.Series:
    """Tell who is less than one percentage point below the next limit above the base grade."""
    close = base.is_null()
    previous = 0
    for limit in scheme.limits:
        below = (base >= previous) & (base < limit.grade)
        close = close | (below & ratio.exceeds((limit.percent - 1) / 100))
        previous = limit.grade
    return close


def _any(masks: Sequence[pl.Series | None], none: pl.Series) -> pl.Series:
    found = none
    for mask in masks:
        if mask is not None:
            found = found | mask
    return found


def _nulled(values: pl.Series, mask: pl.Series) -> pl.Series:
    return values.zip_with(~mask, pl.Series([None], dtype=values.dtype))
