"""The derivation of one grade, step by step, each with its numbers and the rule's line.

Wording and layout only: the steps were taken by `cxkit.grading.derive`. Text comes out without
escaping; the caller knows where it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from cxkit.exact import terminating_decimals
from cxkit.grading.plan import ComponentPlan, Plan, Scheme
from cxkit.grading.results import AttemptResult, ComponentResult, Derivation, ModelPath, State, Status, Step
from cxkit.locale import Texts
from cxkit.report.messages import Wording
from cxkit.report.rules import attendance_settings, unrecorded

LineOf = Callable[[ModelPath], int | None]
"""Gives the line of the course file on which a rule stands."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A step in words; ``depth`` 1 is part of the step before it, ``rule`` is ``course.yaml:12`` or empty."""

    text: str
    rule: str
    depth: int = 0


def explanation(
    plan: Plan, derivation: Derivation, texts: Texts, *, file: str, line_of: LineOf
) -> list[Explained]:
    """Return the steps of a derivation in words; ``file`` is what the course file is called."""
    explaining = _Explaining(plan, derivation, Wording.of(plan, texts), file, line_of)
    return list(explaining.steps())


@dataclass(frozen=True, slots=True)
class _Explaining:
    plan: Plan
    derivation: Derivation
    words: Wording
    file: str
    line_of: LineOf

    @property
    def _scheme(self) -> Scheme:
        return next(scheme for scheme in self.plan.schemes if scheme.route == self.derivation.route)

    def steps(self) -> Iterator[Explained]:
        """Yield all steps; that a route asks for no attendance stands where attendance would."""
        unasked = list(self._unasked())
        for step in self.derivation.steps:
            if step.code in ("gate", "outcome"):
                yield from unasked
                unasked = []
            yield from self._step(step)

    def _unasked(self) -> Iterator[Explained]:
        course, route = self.plan.schemes[0], self._scheme
        if course.attendance is not None and route.attendance is None:
            said = self.words.texts.gettext("Attendance: absence has no effect on this route.")
            yield Explained(said, self._rule((*route.path, "attendance")))

    def _step(self, step: Step) -> Iterator[Explained]:
        if step.code == "component":
            results = self.derivation.components
            yield from self._component(next(one for one in results if one.id == step.component), 0)
        else:
            yield Explained(self._sentence(step), self._rule(step.path))

    def _rule(self, path: ModelPath) -> str:
        line = self.line_of(path) if path else None
        return "" if line is None else f"{self.file}:{line}"

    def _component(self, result: ComponentResult, depth: int) -> Iterator[Explained]:
        text = self.words.about(self.words.title(result.id), self._outcome(result, in_group=depth > 0))
        yield Explained(text, self._rule(result.dropped_by or result.path), depth)
        if len(result.attempts) > 1:
            for attempt in result.attempts:
                yield Explained(self._attempt(attempt, result), "", depth + 1)
        for part in result.parts:
            yield from self._component(part, depth + 1)

    def _outcome(self, result: ComponentResult, *, in_group: bool) -> str:
        _ = self.words.texts.gettext
        parts = list(self._mark(result))
        if result.state is State.DROPPED:
            parts.append(_("dropped"))
        elif result.counted:
            shares = {
                "weight": self._exact(result.weight),
                "contribution": self._exact(result.contribution),
            }
            if in_group:
                parts.append(_("weight in the group {weight}, adds {contribution} to it", **shares))
            else:
                parts.append(_("weight {weight}, adds {contribution}", **shares))
        elif result.state is State.MARKED:
            parts.append(_("weight 0, adds nothing"))
        return ", ".join(parts)

    def _mark(self, result: ComponentResult) -> Iterator[str]:
        """Yield what the roster says, and its percent where that says more."""
        _ = self.words.texts.gettext
        kept = next((attempt for attempt in result.attempts if attempt.kept), None)
        if result.state is State.EXCUSED:
            yield _("excused, left out")
        elif result.state is State.SKIPPED:
            yield _("left out") if result.parts else _("no mark, left out")
        elif kept is None and not result.parts:
            zero = result.counted or result.state is State.DROPPED
            yield _("no mark, counts as zero") if zero else _("no mark")
        elif kept is not None and kept.unit == "pass_fail":
            yield self._amount(kept, result)
        elif result.percent is not None:
            if kept is not None:
                yield from self._marked(kept, result)
            else:
                yield self._exact(result.percent)

    def _attempt(self, attempt: AttemptResult, result: ComponentResult) -> str:
        _ = self.words.texts.gettext
        if attempt.excused:
            said = _("excused, left out")
        elif attempt.amount is None or attempt.percent is None:
            said = _("no mark")
        else:
            said = ", ".join(self._marked(attempt, result))
        if attempt.kept:
            said += ", " + _("this one counts")
        return _("attempt {number}: {sentence}", number=attempt.number, sentence=said)

    def _marked(self, attempt: AttemptResult, result: ComponentResult) -> Iterator[str]:
        """Yield what an attempt was marked with, its percent, and what either was brought down to."""
        component = self._component_plan(result)
        amount = self._amount(attempt, result)
        if amount:
            yield amount
        if attempt.over_max_capped:
            yield self.words.capped(result.id, component.size)
        if amount or not attempt.over_max_capped:
            yield self._exact(component.percent(attempt.unit, attempt.value))
        if attempt.retry_capped and component.retry_cap is not None:
            cap = self.words.texts.number(component.retry_cap)
            yield self.words.texts.gettext("capped at {cap}%", cap=cap)

    def _component_plan(self, result: ComponentResult) -> ComponentPlan:
        return next(
            component
            for scheme in self.plan.schemes
            for component in scheme.walk()
            if component.path == result.path
        )

    def _amount(self, attempt: AttemptResult, result: ComponentResult) -> str:
        _, amount = self.words.texts.gettext, attempt.amount
        if amount is None:
            return ""
        match attempt.unit:
            case "points" if result.maximum is not None:
                number = self.words.texts.number
                return _("{points}/{maximum} points", points=number(amount), maximum=number(result.maximum))
            case "grade":
                return self.words.graded(self.plan.scale.labels[int(amount)])
            case "pass_fail":
                return _("pass") if amount else _("fail")
            case _:
                return ""

    def _exact(self, percent: Fraction) -> str:
        """Write a percent, with its fraction when the decimals do not hold it."""
        if terminating_decimals(percent) is not None:
            return self.words.texts.percent(percent)
        return self.words.texts.gettext(
            "{percent} (exactly {fraction}%)",
            percent=self.words.texts.percent(percent, self.words.places),
            fraction=_mixed(percent),
        )

    def _sentence(self, step: Step) -> str:
        values, _ = step.values, self.words.texts.gettext
        match step.code:
            case "route":
                return _("Route: {title}.", title=self.words.routes[cast(str, values["route"])])
            case "no_marks":
                return _("No marks at all.")
            case "course":
                return _("Course percent: {percent}.", percent=self._exact(cast(Fraction, values["percent"])))
            case "rounding" if values["unrounded"] == values["percent"]:
                return _("Rounding changes nothing.")
            case "rounding":
                return _(
                    "Rounded from {unrounded} to {percent}.",
                    unrounded=self._exact(cast(Fraction, values["unrounded"])),
                    percent=self._exact(cast(Fraction, values["percent"])),
                )
            case "band":
                return self._band(values)
            case "attendance":
                return " ".join([self._attendance(values), *self._unrecorded(values)])
            case "gate":
                return self._gate(cast(str, step.component), values)
            case "incomplete":
                return self._incomplete(cast("tuple[str, ...]", values["components"]))
            case _:
                return self._ending(values)

    def _band(self, values: Mapping[str, object]) -> str:
        _, words = self.words.texts.gettext, self.words
        grade = words.graded(cast(str, values["grade"]))
        reached = _("By percent: {grade}, {band}.", grade=grade, band=words.band(values))
        if values["next_limit"] is None:
            return reached
        limit = words.percent(cast(Fraction, values["next_limit"]))
        following = _("A pass begins at {limit}.", limit=limit)
        if not words.verdicts:
            following = _("Grade {grade} begins at {limit}.", grade=values["next_grade"], limit=limit)
        return f"{reached} {following}"

    def _attendance(self, values: Mapping[str, object]) -> str:
        _, words = self.words.texts.gettext, self.words
        if values["share"] is None:
            return _("Attendance: no session counts, so absence has no effect.")
        absence = words.absence(values)
        if values["above"] is None:
            effect = _("no effect")
        elif values["fail"]:
            effect = _("the course is failed")
        elif values["from_grade"] is None:
            effect = words.lowering(cast(int, values["lower"]))
        elif values["from_grade"] == values["to_grade"]:
            effect = _("the grade stays at {grade}", grade=words.label(cast(str, values["to_grade"])))
        else:
            effect = _(
                "{effect}, from {before} to {after}",
                effect=words.lowering(cast(int, values["lower"])),
                before=words.label(cast(str, values["from_grade"])),
                after=words.label(cast(str, values["to_grade"])),
            )
        if values["above"] is None:
            return _("Attendance: {absence}: {effect}.", absence=absence, effect=effect)
        limit = words.percent(cast(Fraction, values["above"]))
        return _(
            "Attendance: {absence}, above {limit}: {effect}.", absence=absence, limit=limit, effect=effect
        )

    def _unrecorded(self, values: Mapping[str, object]) -> Iterator[str]:
        """Say what an empty cell counts as if the attendance may come of one; the results do not tell."""
        attendance, share = self._scheme.attendance, cast("Fraction | None", values["share"])
        if attendance is None or share is None:
            return
        settings = attendance_settings(self.plan, attendance)
        possible = share == 0 if settings.missing == "present" else share == 1
        if settings.column is not None and settings.column.sessions is not None:
            possible = share < 1 if settings.missing == "present" else share > 0
        if possible:
            yield from unrecorded(settings, self.words)

    def _gate(self, component: str, values: Mapping[str, object]) -> str:
        _, words = self.words.texts.gettext, self.words
        percent, pass_mark = values["percent"], values["pass_mark"]
        outcome = _("passed") if values["passed"] else _("not passed")
        if percent is None:
            outcome = _("not passed, no mark")
        elif pass_mark is not None:
            outcome = _(
                "{percent}, at least {needed} is needed: {outcome}",
                percent=self._exact(cast(Fraction, percent)),
                needed=words.percent(cast(Fraction, pass_mark)),
                outcome=outcome,
            )
        gate = _("Gate, {title}", title=words.title(component))
        return f"{words.about(gate, outcome)}."

    def _incomplete(self, components: tuple[str, ...]) -> str:
        _, words = self.words.texts.gettext, self.words
        if not components:
            return _("Incomplete: nothing that counts is left to grade.")
        titles = words.texts.listed([words.title(component) for component in components])
        return _("Incomplete, no mark yet: {components}.", components=titles)

    def _ending(self, values: Mapping[str, object]) -> str:
        _, words = self.words.texts.gettext, self.words
        if values["status"] is Status.INCOMPLETE:
            return _("Outcome: incomplete, no grade.")
        grade, passed = words.label(cast(str, values["grade"])), values["status"] is Status.PASSED
        reasons = "; ".join(self._why_failed())
        match passed, words.verdicts:
            case True, True:
                return _("Outcome: {grade}.", grade=grade)
            case True, False:
                return _("Outcome: grade {grade}, the course is passed.", grade=grade)
            case False, True:
                return _("Outcome: {grade} ({reasons}).", grade=grade, reasons=reasons)
            case _:
                return _(
                    "Outcome: grade {grade}, the course is failed ({reasons}).", grade=grade, reasons=reasons
                )

    def _why_failed(self) -> Iterator[str]:
        _, words, derivation = self.words.texts.gettext, self.words, self.derivation
        notes = {note.code for note in derivation.notes}
        fail = self.plan.scale.labels[0]
        for step in derivation.steps:
            if step.code == "band" and derivation.base_grade == fail:
                limit = words.percent(cast(Fraction, step.values["next_limit"]))
                yield _("percent below {limit}", limit=limit)
        if "no_marks" in notes:
            yield _("no marks at all")
        gates = [note.component for note in derivation.notes if note.code == "not_passed"]
        titles = [words.title(component) for component in gates if component is not None]
        if titles:
            yield _("not passed: {components}", components=words.texts.listed(titles))
        lowered = "attendance_lowered" in notes and derivation.grade == fail != derivation.base_grade
        if lowered or "attendance_failed" in notes:
            yield _("too many absences")


def _mixed(number: Fraction) -> str:
    """Write a number that is not whole as people do by hand: ``88 1/3``, ``-2 1/2``, ``1/6``."""
    whole, rest = divmod(abs(number.numerator), number.denominator)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole} {rest}/{number.denominator}" if whole else f"{sign}{rest}/{number.denominator}"
