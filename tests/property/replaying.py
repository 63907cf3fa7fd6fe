"""An explanation carried out again: every step with nothing but the numbers written in it."""

from fractions import Fraction
from math import ceil, floor

from cxkit.grading.results import ComponentResult, Derivation, Step


def replayed(derivation: Derivation, fail: str) -> tuple[str | None, str]:
    """The grade and status that the steps lead to; ``fail`` is the label of the fail."""
    steps: dict[str, list[Step]] = {}
    for step in derivation.steps:
        steps.setdefault(step.code, []).append(step)
    assert steps.pop("outcome") == [derivation.steps[-1]]
    assert derivation.steps[-1].values == {"grade": derivation.grade, "status": derivation.status}
    percent = replayed_percent(steps, {result.id: result for result in derivation.components})
    assert percent == derivation.percent
    grade, beyond = None, False
    for step in steps.get("band", []):
        grade = banded(step, percent)
    for step in steps.get("attendance", []):
        assert step.values["from_grade"] == grade
        grade, beyond = checked_attendance(step), bool(step.values["fail"])
    passed = [checked_gate(step) for step in steps.get("gate", [])]
    if beyond:
        return fail, "failed"
    if "no_marks" in steps:
        return derivation.grade, "incomplete" if derivation.grade is None else "failed"
    if "incomplete" in steps:
        return None, "incomplete"
    grade = grade if all(passed) else fail
    return grade, "failed" if grade == fail else "passed"


def replayed_percent(
    steps: dict[str, list[Step]], results: dict[str | None, ComponentResult]
) -> Fraction | None:
    contributions = [checked(results[step.component]) for step in steps.get("component", [])]
    if "course" not in steps:
        return None
    percent = number(steps["course"][0], "percent")
    assert percent == sum(contributions)
    for step in steps.get("rounding", []):
        percent = rounded(step, percent)
    return percent


def checked(result: ComponentResult) -> Fraction:
    """The contribution of a top-level component, after looking at all of its parts."""
    check_result(result)
    return result.contribution


def check_result(result: ComponentResult) -> None:
    assert result.counted == (result.weight > 0)
    assert result.contribution == (result.weight * result.percent / 100 if result.percent is not None else 0)
    kept = [attempt for attempt in result.attempts if attempt.kept]
    if kept:
        assert [attempt.percent for attempt in kept] == [result.percent]
    if result.parts and result.percent is not None:
        assert sum(part.weight for part in result.parts) == 100
        assert sum(part.contribution for part in result.parts) == result.percent
    for part in result.parts:
        check_result(part)


def number(step: Step, key: str) -> Fraction:
    value = step.values[key]
    assert isinstance(value, Fraction)
    return value


def rounded(step: Step, percent: Fraction) -> Fraction:
    assert step.values["unrounded"] == percent
    to, steps = number(step, "to"), number(step, "unrounded") / number(step, "to")
    modes = {"half_up": floor(steps + Fraction(1, 2)), "floor": floor(steps), "ceil": ceil(steps)}
    assert number(step, "percent") == modes[str(step.values["mode"])] * to
    return number(step, "percent")


def banded(step: Step, percent: Fraction | None) -> str:
    assert percent is not None
    assert step.values["percent"] == percent
    assert step.values["limit"] is None or number(step, "limit") <= percent
    assert step.values["next_limit"] is None or percent < number(step, "next_limit")
    return str(step.values["grade"])


def checked_attendance(step: Step) -> str | None:
    above, to = step.values["above"], step.values["to_grade"]
    assert above is None or number(step, "share") * 100 > number(step, "above")
    if above is None:
        assert to == step.values["from_grade"]
    return None if to is None else str(to)


def checked_gate(step: Step) -> bool:
    percent, pass_mark, passed = (step.values[key] for key in ("percent", "pass_mark", "passed"))
    if isinstance(percent, Fraction) and isinstance(pass_mark, Fraction):
        assert passed == (percent >= pass_mark)
    return bool(passed)
