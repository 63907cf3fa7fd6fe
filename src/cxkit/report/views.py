"""Results rounded and counted, ready to be shown: the summary, statistics, who needs a decision.

Percents are rounded down, so that none appears on the other side of a limit from what was decided.
How it looks is for the other modules of this room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import cast

from cxkit.documents.base import Text
from cxkit.exact import floor_to
from cxkit.grading.plan import ComponentPlan, Plan, Scheme
from cxkit.grading.results import ComponentResult, Derivation, State, Status


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a class; ``distribution`` has every grade in scale order, incomplete students in none."""

    students: int
    passed: int
    failed: int
    incomplete: int
    distribution: tuple[tuple[str, int], ...]
    mean_percent: Decimal | None
    median_percent: Decimal | None


def bars(summary: Summary, incomplete: str, label: Callable[[str], str] = str) -> list[tuple[str, int]]:
    """List the grades with their counts, and incomplete students under a label if there are any.

    ``label`` says how a grade is shown. The counts sum to all students.
    """
    grades = [(label(grade), count) for grade, count in summary.distribution]
    return [*grades, (incomplete, summary.incomplete)] if summary.incomplete else grades


class Tally:
    """Counts students as they come by; memory grows only with the number of percents."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._statuses: Counter[Status] = Counter()
        self._grades: Counter[str] = Counter()
        self._percents: list[Fraction] = []

    def add(self, derivation: Derivation) -> None:
        """Count one student."""
        self._statuses[derivation.status] += 1
        if derivation.grade is not None:
            self._grades[derivation.grade] += 1
        if derivation.percent is not None:
            self._percents.append(derivation.percent)

    def counting(self, derivations: Iterable[Derivation]) -> Iterator[Derivation]:
        """Pass students on, counting each."""
        for derivation in derivations:
            self.add(derivation)
            yield derivation

    def summary(self) -> Summary:
        """Return what has been counted so far."""
        places = self._plan.decimals
        percents = sorted(self._percents)
        return Summary(
            students=self._statuses.total(),
            passed=self._statuses[Status.PASSED],
            failed=self._statuses[Status.FAILED],
            incomplete=self._statuses[Status.INCOMPLETE],
            distribution=tuple((label, self._grades[label]) for label in self._plan.scale.labels),
            mean_percent=floor_to(mean(percents), places) if percents else None,
            median_percent=floor_to(quantile(percents, Fraction(1, 2)), places) if percents else None,
        )


def summarise(plan: Plan, derivations: Iterable[Derivation]) -> Summary:
    """Count a whole class at once."""
    tally = Tally(plan)
    for derivation in derivations:
        tally.add(derivation)
    return tally.summary()


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the exact mean of at least one value."""
    return sum(values, Fraction(0)) / len(values)


def quantile(ordered: Sequence[Fraction], share: Fraction) -> Fraction:
    """Return the value below which ``share`` (0-1) of at least one sorted value lies.

    Between two values it is interpolated (type 7 of Hyndman & Fan 1996, "Sample quantiles in
    statistical packages", The American Statistician 50:4), as spreadsheets do.
    """
    place = share * (len(ordered) - 1)
    low = place.numerator // place.denominator
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


@dataclass(frozen=True, slots=True)
class ComponentStatistics:
    """How one component went for those who have a mark in it; percents rounded down to two decimals.

    ``passed`` is given for pass/fail components, the figures for all others.
    """

    id: str
    title: Text
    count: int
    passed: int | None = None
    mean: Decimal | None = None
    minimum: Decimal | None = None
    lower_quartile: Decimal | None = None
    median: Decimal | None = None
    upper_quartile: Decimal | None = None
    maximum: Decimal | None = None


def statistics(plan: Plan, derivations: Sequence[Derivation]) -> list[ComponentStatistics]:
    """Return the statistics of every top-level component, the course's own and then those of routes."""
    marks: dict[str, list[Fraction]] = {}
    for derivation in derivations:
        for result in derivation.components:
            if result.percent is not None and _is_marked(result):
                marks.setdefault(result.id, []).append(result.percent)
    return [_of_component(component, marks.get(component.id, [])) for component in top_level(plan)]


def top_level(plan: Plan) -> list[ComponentPlan]:
    """Return the top-level components of the course and of its routes, each id once, in file order."""
    found: dict[str, ComponentPlan] = {}
    for scheme in plan.schemes:
        for component in scheme.components:
            found.setdefault(component.id, component)
    return list(found.values())


def _is_marked(result: ComponentResult) -> bool:
    if result.parts:
        return any(_is_marked(part) for part in result.parts)
    return result.state in (State.MARKED, State.DROPPED) and any(a.kept for a in result.attempts)


def _of_component(component: ComponentPlan, percents: list[Fraction]) -> ComponentStatistics:
    count = len(percents)
    if component.mark == "pass_fail" and not component.parts:
        passed = sum(percent > 0 for percent in percents)
        return ComponentStatistics(component.id, component.title, count, passed=passed)
    if not percents:
        return ComponentStatistics(component.id, component.title, 0)
    ordered = sorted(percents)
    quarters = [floor_to(quantile(ordered, Fraction(quarter, 4)), 2) for quarter in range(5)]
    return ComponentStatistics(
        component.id, component.title, count, None, floor_to(mean(ordered), 2), *quarters
    )


@dataclass(frozen=True, slots=True)
class Decisions:
    """Students somebody should look at before the grades go out, in the roster's order.

    ``close`` are those whom reaching the next limit would help, though some of them may lack a gate
    besides (`lacks_a_gate`). ``failed`` are those whose percent passes: they lack a gate, or were
    absent too much.
    """

    close: tuple[Derivation, ...]
    failed: tuple[Derivation, ...]
    incomplete: tuple[Derivation, ...]

    def __bool__(self) -> bool:
        return bool(self.close or self.failed or self.incomplete)


def decisions(plan: Plan, derivations: Sequence[Derivation]) -> Decisions:
    """Pick out who is close to a band, failed although the percent passes, or is incomplete."""
    fail = plan.scale.labels[0]
    return Decisions(
        close=tuple(d for d in derivations if _has(d, "close_to") and _would_help(plan, d)),
        failed=tuple(
            d for d in derivations if d.status is Status.FAILED and d.base_grade not in (None, fail)
        ),
        incomplete=tuple(d for d in derivations if d.status is Status.INCOMPLETE),
    )


def lacks_a_gate(derivation: Derivation) -> bool:
    """Tell whether a gate has failed, so that no percent is enough."""
    return _has(derivation, "not_passed")


def _would_help(plan: Plan, derivation: Derivation) -> bool:
    """Tell whether the next grade by percent would be a better one in the end.

    A student who fails by the percent and at a gate as well is helped half the way; one who only lacks
    a gate is not.
    """
    scheme = next(scheme for scheme in plan.schemes if scheme.route == derivation.route)
    base = plan.scale.labels.index(cast(str, derivation.base_grade))
    above = scheme.above(base)
    assert above is not None
    if lacks_a_gate(derivation) and base > 0:
        return False
    before, after = (_attended(scheme, derivation, grade) for grade in (base, above.grade))
    return after > before


def _attended(scheme: Scheme, derivation: Derivation, grade: int) -> int:
    """Return what a grade by percent becomes by the student's absence."""
    share = None if derivation.attendance is None else derivation.attendance.share
    if scheme.attendance is None or share is None:
        return grade
    rule = scheme.attendance.strongest(share)
    if rule is None:
        return grade
    return 0 if rule.fail else rule.lowered(grade, scheme.attendance.floor)


def _has(derivation: Derivation, code: str) -> bool:
    return any(note.code == code for note in derivation.notes)
