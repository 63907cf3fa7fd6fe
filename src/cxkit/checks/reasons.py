"""Why a worked case was graded as it was, in the few English words that a finding has room for.

Reports and feedback word the same notes for students, at length and in their language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import cast

from cxkit.exact import MAX_DECIMALS, floor_to
from cxkit.grading.results import Note

Values = Mapping[str, object]

_POLICIES = {"skip": "is left out", "fail": "fails the course"}


def reason(note: Note, decimals: int) -> str:
    """Return a clause about one thing that decided a grade; percents have up to ``decimals`` decimals."""
    return _WORDED[note.code](f"`{note.component}`", note.values, decimals) if note.code in _WORDED else ""


def decimal(value: Fraction, decimals: int = MAX_DECIMALS) -> str:
    """Write a number rounded down to so many decimals, without needless zeros."""
    return f"{floor_to(value, decimals).normalize():f}"


def _excused(component: str, _values: Values, _decimals: int) -> str:
    return f"{component} is excused"


def _dropped(component: str, _values: Values, _decimals: int) -> str:
    return f"{component} is dropped"


def _missing(component: str, values: Values, _decimals: int) -> str:
    return f"{component} has no mark and {_POLICIES.get(str(values['policy']), 'counts as zero')}"


def _incomplete(component: str, _values: Values, _decimals: int) -> str:
    return "nothing that counts is left" if component == "`None`" else f"{component} has no mark yet"


def _capped(component: str, values: Values, _decimals: int) -> str:
    return f"{component} is brought down to {decimal(cast(Fraction, values['maximum']))}"


def _retry_capped(component: str, values: Values, _decimals: int) -> str:
    cap = decimal(cast(Fraction, values["cap"]))
    return f"attempt {values['attempt']} at {component} counts for {cap} percent at most"


def _not_passed(component: str, values: Values, decimals: int) -> str:
    percent, needed = cast("Fraction | None", values["percent"]), cast("Fraction | None", values["pass_mark"])
    if percent is None or needed is None:
        return f"{component} is not passed"
    return f"{component} has {decimal(percent, decimals)} percent and needs {decimal(needed)}"


def _no_marks(_component: str, _values: Values, _decimals: int) -> str:
    return "there are no marks at all"


def _attendance_lowered(_component: str, values: Values, _decimals: int) -> str:
    return f"{_absence(values)}, which lowers {values['from_grade']} to {values['to_grade']}"


def _attendance_failed(_component: str, values: Values, _decimals: int) -> str:
    return f"{_absence(values)}, which fails the course"


def _absence(values: Values) -> str:
    absent, total = cast("Fraction | None", values["absent"]), cast("Fraction | None", values["total"])
    if absent is None or total is None:
        missed = f"absent for {decimal(cast(Fraction, values['share']) * 100)} percent"
    else:
        missed = f"absent from {decimal(absent)} of {decimal(total)} sessions"
    return f"{missed}, more than {decimal(cast(Fraction, values['above']))} percent"


_WORDED: dict[str, Callable[[str, Values, int], str]] = {
    "excused": _excused,
    "dropped": _dropped,
    "missing": _missing,
    "incomplete": _incomplete,
    "capped": _capped,
    "retry_capped": _retry_capped,
    "not_passed": _not_passed,
    "no_marks": _no_marks,
    "attendance_lowered": _attendance_lowered,
    "attendance_failed": _attendance_failed,
}
"""How each note is worded; what only tells a student how close the next grade is explains nothing here."""
