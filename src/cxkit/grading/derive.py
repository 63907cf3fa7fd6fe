"""Derive the grade of one student step by step, in exact fractions.

This is the slow and talkative reading of a plan: it records every step, and it grades whatever
numbers the integers of `engine` cannot hold. Marks must be read already (`cxkit.roster.marks`);
wording the steps is left to the reports.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial

from cxkit.grading.components import course_percent, evaluate, unmarked, weighed
from cxkit.grading.plan import AttendancePlan, AttendanceRulePlan, Plan
from cxkit.grading.results import (
    AttendanceResult,
    ComponentResult,
    Derivation,
    ModelPath,
    Note,
    State,
    Status,
    Step,
)
from cxkit.grading.student import Student

NOTHING: Mapping[str, object] = {}


def derive(plan: Plan, student: Student) -> Derivation:
    """Grade one student; every number in the result is exact."""
    return _Deriving(plan, student).run()


class _Deriving:
    """A derivation in the making: its steps and notes in the order in which they were found."""

    def __init__(self, plan: Plan, student: Student) -> None:
        self.plan = plan
        self.student = student
        self.scheme = plan.schemes[student.route]
        self.share = _share(student)
        self.rule = self._strongest_rule()
        self.evaluations = tuple([evaluate(component, student) for component in self.scheme.components])
        self.everything = [one for evaluation in self.evaluations for one in evaluation.walk()]
        self.steps: list[Step] = []
        self.notes: list[Note] = []

    def run(self) -> Derivation:
        scheme = self.scheme
        if scheme.route is not None:
            self._step("route", scheme.path, {"route": scheme.route, "title": scheme.title})
        exact = course_percent(self.evaluations)
        marked = any(one.kept is not None for one in self.everything)
        excused = exact is None and any(one.state is State.EXCUSED for one in self.everything)
        if not marked and not excused:
            return self._unmarked()
        return self._marked(exact)

    def _unmarked(self) -> Derivation:
        self._note("no_marks")
        self._step("no_marks", ("no_marks",))
        _, beyond_repair = self._attend(None)
        failed = beyond_repair or self.plan.fail_unmarked
        status = Status.FAILED if failed else Status.INCOMPLETE
        components = partial(unmarked, self.evaluations)
        return self._ended(components, None, None, None, 0 if failed else None, status)

    def _marked(self, exact: Fraction | None) -> Derivation:
        components = partial(weighed, self.evaluations)
        for one in self.everything:
            self.notes.extend(one.notes())
        for evaluation in self.evaluations:
            self._step("component", evaluation.plan.path, component=evaluation.plan.id)
        percent = self._rounded(exact)
        waiting = self._waiting(percent)
        beyond_repair = self.rule is not None and self.rule.fail
        base = None
        if percent is not None and (beyond_repair or not waiting):
            base = self._band(percent)
        grade, beyond_repair = self._attend(base)
        if not self._gates_hold() and not waiting:
            grade = 0
        if waiting and not beyond_repair:
            return self._ended(components, percent, exact, None, None, Status.INCOMPLETE)
        if base is not None and percent is not None:
            self._close_to(base, percent)
        status = Status.PASSED if grade else Status.FAILED
        return self._ended(components, percent, exact, base, grade, status)

    def _rounded(self, exact: Fraction | None) -> Fraction | None:
        if exact is None:
            return None
        self._step("course", self.scheme.components_path, {"percent": exact})
        rounding = self.plan.rounding
        if rounding is None:
            return exact
        percent = rounding.apply(exact)
        values = {"unrounded": exact, "percent": percent, "to": rounding.to, "mode": rounding.mode}
        self._step("rounding", ("rounding",), values)
        return percent

    def _waiting(self, percent: Fraction | None) -> bool:
        """Tell whether the course cannot be decided yet, and say why."""
        ids = tuple([one.plan.id for one in self.everything if one.waiting])
        if percent is None:
            self._note("incomplete")
        if ids or percent is None:
            self._step("incomplete", self.scheme.components_path, {"components": ids})
        return bool(ids) or percent is None

    def _band(self, percent: Fraction) -> int:
        scheme = self.scheme
        base = scheme.reached(percent)
        limit = next((limit.percent for limit in scheme.limits if limit.grade == base), None)
        above = scheme.above(base)
        self._step(
            "band",
            scheme.limits_path,
            {
                "percent": percent,
                "grade": self._label(base),
                "limit": limit,
                "next_grade": None if above is None else self._label(above.grade),
                "next_limit": None if above is None else above.percent,
            },
        )
        return base

    def _attend(self, base: int | None) -> tuple[int | None, bool]:
        """Return the grade after attendance, and whether the absence is beyond the failing limit."""
        settings, rule = self.scheme.attendance, self.rule
        if settings is None or self.student.absent is None:
            return base, False
        above = None if rule is None else rule.above
        values: dict[str, object] = {**self._sessions(settings), "share": self.share, "above": above}
        if rule is not None and rule.fail:
            self._note("attendance_failed", values)
            grade: int | None = 0
        else:
            grade = base if rule is None or base is None else rule.lowered(base, settings.floor)
        changes = {"from_grade": self._label(base), "to_grade": self._label(grade)}
        if rule is not None and not rule.fail and grade != base:
            self._note("attendance_lowered", {**values, "lower": rule.lower, **changes})
        self._step(
            "attendance",
            settings.path if rule is None else rule.path,
            {
                **values,
                "lower": rule.lower if rule is not None and not rule.fail else None,
                "fail": rule is not None and rule.fail,
                **changes,
            },
        )
        return grade, rule is not None and rule.fail

    def _gates_hold(self) -> bool:
        gates = [gate for one in self.everything if (gate := one.gate()) is not None]
        for gate in gates:
            values = {"percent": gate.percent, "pass_mark": gate.pass_mark, "passed": gate.passed}
            self._step("gate", gate.plan.path, values, gate.plan.id)
        return all(gate.passed for gate in gates)

    def _close_to(self, base: int, percent: Fraction) -> None:
        above = self.scheme.above(base)
        if above is not None and 0 < above.percent - percent < 1:
            gap = above.percent - percent
            values = {"grade": self._label(above.grade), "limit": above.percent, "gap": gap}
            self._note("close_to", values)

    def _ended(
        self,
        components: Callable[[], tuple[ComponentResult, ...]],
        percent: Fraction | None,
        exact: Fraction | None,
        base: int | None,
        grade: int | None,
        status: Status,
    ) -> Derivation:
        self._step("outcome", (), {"grade": self._label(grade), "status": status})
        return Derivation(
            id=self.student.id,
            name=self.student.name,
            email=self.student.email,
            route=self.scheme.route,
            percent=percent,
            percent_unrounded=exact,
            base_grade=self._label(base),
            grade=self._label(grade),
            status=status,
            notes=tuple(self.notes),
            attendance=self._attendance_result(),
            steps=tuple(self.steps),
            weigh=components,
        )

    def _strongest_rule(self) -> AttendanceRulePlan | None:
        settings, share = self.scheme.attendance, self.share
        return None if settings is None or share is None else settings.strongest(share)

    def _sessions(self, settings: AttendancePlan) -> dict[str, Fraction | None]:
        if settings.by_percent:
            return {"absent": None, "total": None}
        return {"absent": self.student.absent, "total": self.student.total}

    def _attendance_result(self) -> AttendanceResult | None:
        settings = self.scheme.attendance
        if settings is None or self.student.absent is None:
            return None
        return AttendanceResult(**self._sessions(settings), share=self.share)

    def _label(self, grade: int | None) -> str | None:
        return None if grade is None else self.plan.scale.labels[grade]

    def _note(self, code: str, values: Mapping[str, object] = NOTHING) -> None:
        self.notes.append(Note(code, None, values))

    def _step(
        self,
        code: str,
        path: ModelPath,
        values: Mapping[str, object] = NOTHING,
        component: str | None = None,
    ) -> None:
        self.steps.append(Step(code, path, component, values))


def _share(student: Student) -> Fraction | None:
    """Return the share of the sessions (0-1) that a student missed, None when nothing is known."""
    if student.absent is None or not student.total:
        return None
    return student.absent / student.total
