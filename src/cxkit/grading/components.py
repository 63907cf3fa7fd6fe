"""One student's components: from marks to percents, what counts, and which gates hold.

Goes from the cells of one component up through nested groups. Bands, attendance and the outcome
are left to `derive`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from cxkit.grading.plan import Combine, ComponentPlan, Missing
from cxkit.grading.results import AttemptResult, ComponentResult, Note, State
from cxkit.grading.select import keep_best, keep_largest, keep_smallest, keep_worst, whole
from cxkit.grading.student import Mark, Student
from cxkit.roster.marks import MarkState

ZERO = Fraction(0)
ONE = Fraction(1)
HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate as it was tested; ``percent`` None for a missing mark, ``pass_mark`` None for a word."""

    plan: ComponentPlan
    percent: Fraction | None
    pass_mark: Fraction | None
    passed: bool


class Evaluation(NamedTuple):
    """A component with its percent, None when it is left out, and the attempt that is kept.

    ``weights`` says what each part weighs in this group, 0 for one that does not count;
    ``dropped_by`` is the key of the group that dropped it, if one did.
    """

    plan: ComponentPlan
    state: State
    percent: Fraction | None
    attempts: tuple[AttemptResult, ...] = ()
    kept: AttemptResult | None = None
    parts: tuple[Evaluation, ...] = ()
    weights: tuple[Fraction, ...] = ()
    dropped_by: str | None = None

    @property
    def size(self) -> Fraction:
        """What it weighs in a `points` group: its maximum, or those of its parts that count."""
        if not self.parts:
            return self.plan.size
        pairs = zip(self.parts, self.weights, strict=True)
        return sum((part.size for part, weight in pairs if weight), ZERO)

    def walk(self) -> Iterator[Evaluation]:
        """Yield the parts at every depth, each before its group, then the component itself."""
        for part in self.parts:
            yield from part.walk()
        yield self

    def notes(self) -> Iterator[Note]:
        """Yield what there is to know of it, without what there is to know of its parts."""
        if self.kept is None:
            yield from self._notes_of_none()
        elif self.kept.over_max_capped or self.kept.retry_capped:
            yield from self._notes_of_caps(self.kept)
        if self.state is State.DROPPED:
            yield Note("dropped", self.plan.id)
        gate = self.gate()
        if gate is not None and not gate.passed:
            yield Note("not_passed", self.plan.id, {"percent": gate.percent, "pass_mark": gate.pass_mark})

    def _notes_of_none(self) -> Iterator[Note]:
        if not self.parts and self.state is State.EXCUSED:
            yield Note("excused", self.plan.id)
        if self.waiting:
            yield Note("incomplete", self.plan.id)
        elif self._empty:
            yield Note("missing", self.plan.id, {"policy": self.plan.missing.value})

    def _notes_of_caps(self, kept: AttemptResult) -> Iterator[Note]:
        if kept.over_max_capped:
            yield Note("capped", self.plan.id, {"maximum": self.plan.size})
        if kept.retry_capped:
            values = {"attempt": kept.number, "cap": self.plan.retry_cap}
            yield Note("retry_capped", self.plan.id, values)

    @property
    def _empty(self) -> bool:
        """Tell whether the roster has nothing for a component that holds a mark of its own."""
        return self.kept is None and bool(self.attempts) and not any(a.excused for a in self.attempts)

    @property
    def waiting(self) -> bool:
        """Tell whether it must still be marked before the course can be decided."""
        return self._empty and self.plan.missing is Missing.INCOMPLETE

    def gate(self) -> Gate | None:
        """Return the gate that is tested at it, if there is one."""
        plan = self.plan
        if plan.missing is Missing.FAIL and self._empty:
            return Gate(plan, None, plan.pass_mark, passed=False)
        if plan.pass_mark is None or self.percent is None or self.waiting:
            return None
        if not self.parts and plan.mark == "pass_fail":
            return Gate(plan, self.percent, None, passed=self.percent > 0)
        return Gate(plan, self.percent, plan.pass_mark, passed=self.percent >= plan.pass_mark)

    def result(self, weight: Fraction) -> ComponentResult:
        """Return it as a result that makes ``weight`` percent of its group, 0 when it does not count."""
        shares = _shares(self.weights)
        parts = tuple(part.result(share) for part, share in zip(self.parts, shares, strict=True))
        group = self.plan.path[:-2]
        return ComponentResult(
            id=self.plan.id,
            title=self.plan.title,
            path=self.plan.path,
            mark=self.plan.combine.value if self.parts else self.plan.mark,
            state=self.state,
            percent=self.percent,
            counted=bool(weight),
            weight=weight,
            contribution=ZERO if self.percent is None else weight * self.percent / HUNDRED,
            maximum=self.plan.maximum,
            dropped_by=None if self.dropped_by is None else (*group, self.dropped_by),
            attempts=tuple(one._replace(kept=one is self.kept) for one in self.attempts),
            parts=parts,
        )


def evaluate(plan: ComponentPlan, student: Student) -> Evaluation:
    """Evaluate a component or part, with all its parts."""
    return _group(plan, student) if plan.parts else _marked(plan, student.marks[plan.id])


def course_percent(evaluations: Sequence[Evaluation]) -> Fraction | None:
    """Return the weighted mean of what counts at the top of the course, None when nothing does."""
    counting = [(e.percent, e.plan.weight) for e in evaluations if e.percent is not None and e.plan.weight]
    if not counting:
        return None
    return _mean([percent for percent, _ in counting], [weight for _, weight in counting])


def weighed(evaluations: Sequence[Evaluation]) -> tuple[ComponentResult, ...]:
    """Return the top-level results, each with its share of the course."""
    shares = _shares([e.plan.weight if e.percent is not None else ZERO for e in evaluations])
    return tuple(e.result(share) for e, share in zip(evaluations, shares, strict=True))


def unmarked(evaluations: Sequence[Evaluation]) -> tuple[ComponentResult, ...]:
    """Return the top-level results of a student without any mark."""
    return tuple(_emptied(result) for result in weighed(evaluations))


def _emptied(result: ComponentResult) -> ComponentResult:
    return replace(
        result,
        state=State.UNMARKED,
        percent=None,
        counted=False,
        weight=ZERO,
        contribution=ZERO,
        parts=tuple(_emptied(part) for part in result.parts),
    )


def _marked(plan: ComponentPlan, marks: Sequence[Mark]) -> Evaluation:
    attempts = tuple([_attempt(plan, number, mark) for number, mark in enumerate(marks, start=1)])
    kept = _kept(plan, attempts)
    if kept is not None:
        return Evaluation(plan, State.MARKED, kept.percent, attempts, kept)
    if any(attempt.excused for attempt in attempts):
        return Evaluation(plan, State.EXCUSED, None, attempts)
    if plan.missing is Missing.SKIP:
        return Evaluation(plan, State.SKIPPED, None, attempts)
    return Evaluation(plan, State.MISSING, ZERO, attempts)


def _attempt(plan: ComponentPlan, number: int, mark: Mark) -> AttemptResult:
    if not mark.is_mark:
        return AttemptResult(number, mark.state is MarkState.EXCUSED, mark.unit)
    percent = plan.percent(mark.unit, mark.value)
    lowered = plan.retry_cap is not None and number > 1 and percent > plan.retry_cap
    if lowered:
        assert plan.retry_cap is not None
        percent = plan.retry_cap
    capped = mark.state is MarkState.CAPPED
    return AttemptResult(number, False, mark.unit, mark.value, percent, False, lowered, capped)


def _kept(plan: ComponentPlan, attempts: Sequence[AttemptResult]) -> AttemptResult | None:
    """Return the last or the best attempt; of equally good ones the earlier."""
    if len(attempts) == 1:
        return attempts[0] if attempts[0].percent is not None else None
    marked = [(attempt.percent, attempt) for attempt in attempts if attempt.percent is not None]
    if not marked:
        return None
    return marked[-1][1] if plan.keep_last else max(marked, key=lambda pair: pair[0])[1]


def _group(plan: ComponentPlan, student: Student) -> Evaluation:
    parts = [evaluate(part, student) for part in plan.parts]
    weights = [_weight(plan, part) for part in parts]
    candidates = [i for i, weight in enumerate(weights) if weight.numerator > 0]
    if not candidates:
        all_excused = all(part.state is State.EXCUSED for part in parts)
        state = State.EXCUSED if all_excused else State.SKIPPED
        return Evaluation(plan, state, None, (), None, tuple(parts), (ZERO,) * len(parts))
    kept = candidates
    for rule, selected in _selections(plan, parts, weights, candidates):
        for i in set(kept) - set(selected):
            parts[i] = parts[i]._replace(state=State.DROPPED, dropped_by=rule)
        kept = selected
    if plan.combine is Combine.BEST:
        kept = [max(kept, key=lambda i: _percent(parts[i]))]
    counting = tuple(weights[i] if i in kept else ZERO for i in range(len(parts)))
    percent = _mean([_percent(parts[i]) for i in kept], [weights[i] for i in kept])
    return Evaluation(plan, State.MARKED, percent, (), None, tuple(parts), counting)


def _weight(plan: ComponentPlan, part: Evaluation) -> Fraction:
    """Return what a part weighs in its group, 0 when it is left out."""
    if part.percent is None:
        return ZERO
    if plan.combine is Combine.WEIGHTED:
        return part.plan.weight
    return part.size if plan.combine is Combine.POINTS else ONE


def _selections(
    plan: ComponentPlan, parts: Sequence[Evaluation], weights: Sequence[Fraction], candidates: list[int]
) -> Iterator[tuple[str, list[int]]]:
    """Yield the rules that drop parts, each with the candidates it keeps; at least one is."""
    if plan.drop_lowest:
        candidates = _keep(plan, parts, weights, candidates, len(candidates) - plan.drop_lowest)
        yield "drop_lowest", candidates
    if plan.drop_highest:
        candidates = _keep(plan, parts, weights, candidates, len(candidates) - plan.drop_highest, best=False)
        yield "drop_highest", candidates
    if plan.keep_highest is not None:
        yield "keep_highest", _keep(plan, parts, weights, candidates, plan.keep_highest)


def _keep(
    plan: ComponentPlan,
    parts: Sequence[Evaluation],
    weights: Sequence[Fraction],
    candidates: list[int],
    count: int,
    *,
    best: bool = True,
) -> list[int]:
    count = min(max(count, 1), len(candidates))
    percents = whole([_percent(parts[i]) for i in candidates])
    if plan.combine is Combine.BEST:
        kept = keep_largest(percents, count) if best else keep_smallest(percents, count)
    else:
        weighing = whole([weights[i] for i in candidates])
        values = [percent * weight for percent, weight in zip(percents, weighing, strict=True)]
        kept = keep_best(values, weighing, count) if best else keep_worst(values, weighing, count)
    return [candidates[i] for i in kept]


def _mean(percents: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    """Return the weighted mean; summed in integers, which is far quicker than in fractions."""
    over = lcm(*[percent.denominator for percent in percents])
    weighing = whole(weights)
    pairs = zip(percents, weighing, strict=True)
    total = sum([percent.numerator * (over // percent.denominator) * weight for percent, weight in pairs])
    return Fraction(total, over * sum(weighing))


def _percent(part: Evaluation) -> Fraction:
    assert part.percent is not None
    return part.percent


def _shares(weights: Sequence[Fraction]) -> list[Fraction]:
    """Return weights as percents of their sum; all 0 when they are."""
    total = sum(weights, ZERO)
    if not total:
        return [ZERO] * len(weights)
    factor = HUNDRED / total
    return [weight * factor if weight else ZERO for weight in weights]
