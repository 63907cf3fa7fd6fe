"""What grading gives for one student: the grade, and everything needed to defend it.

Only data; how it is computed stands in `derive`, how it is worded in the reports.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from cxkit.documents.base import Text
from cxkit.exact import SCALE
from cxkit.roster.marks import Unit

ModelPath = tuple[str | int, ...]
"""Where a rule stands in the course file: ``("components", 3, "drop_lowest")``."""


class Status(StrEnum):
    """How the course ended for a student."""

    PASSED = "passed"
    FAILED = "failed"
    INCOMPLETE = "incomplete"


class State(StrEnum):
    """What became of a component for a student."""

    MARKED = "marked"
    MISSING = "missing"
    """Empty, and counted as zero (`missing: zero`, `fail` or `incomplete`)."""
    SKIPPED = "skipped"
    """Empty, and left out (`missing: skip`); a group in which nothing counts."""
    EXCUSED = "excused"
    DROPPED = "dropped"
    UNMARKED = "unmarked"
    """The student has no mark at all, so nothing was computed."""


@dataclass(frozen=True, slots=True)
class Note:
    """A thing to know about a grade.

    ``code`` is one of the codes of the JSON output, ``component`` the id it is about. ``values``
    holds the numbers of its sentence:

    * ``missing``: ``policy`` (``zero``, ``skip`` or ``fail``);
    * ``capped``: ``maximum`` in points (percent for percent marks);
    * ``retry_capped``: ``attempt`` (counted from 1), ``cap`` in percent;
    * ``not_passed``: ``percent`` (None when the mark is missing), ``pass_mark`` in percent, None
      for a word;
    * ``attendance_lowered``: ``absent``, ``total`` (None when only the share is known),
      ``share``, ``above`` in percent, ``lower`` in steps, ``from_grade`` and ``to_grade``;
    * ``attendance_failed``: ``absent``, ``total``, ``share``, ``above``;
    * ``close_to``: ``grade``, ``limit`` and ``gap`` in percentage points;
    * the others: nothing.
    """

    code: str
    component: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self) -> str:
        """Return the short form of tables: ``code`` or ``code:component``."""
        return self.code if self.component is None else f"{self.code}:{self.component}"


class AttemptResult(NamedTuple):
    """One attempt at a component, as its cell says it: ``unit`` and ``value`` are the roster's.

    ``percent`` is what the attempt is worth, after a retry cap, None when it is empty or excused.
    ``kept`` marks the attempt that counts.
    """

    number: int
    excused: bool
    unit: Unit
    value: int = 0
    percent: Fraction | None = None
    kept: bool = False
    retry_capped: bool = False
    over_max_capped: bool = False

    @property
    def amount(self) -> Fraction | None:
        """Return the mark in its own unit: points, percent, index on the scale, 1 or 0; None without one."""
        if self.percent is None:
            return None
        return Fraction(self.value, SCALE if self.unit in (Unit.POINTS, Unit.PERCENT) else 1)


@dataclass(frozen=True, slots=True)
class ComponentResult:
    """A component or part: ``percent`` is None when it is left out.

    ``dropped_by`` is the rule that dropped it, if one did. ``weight`` is its share in percent of the
    group (at the top: of the course) after redistribution, 0 when it does not count;
    ``contribution`` = weight x percent / 100, so the contributions of a group's parts sum to the
    group's percent.
    """

    id: str
    title: Text
    path: ModelPath
    mark: str
    """``points``, ``percent``, ``grade`` or ``pass_fail``; for a group its ``combine``."""
    state: State
    percent: Fraction | None
    counted: bool
    weight: Fraction
    contribution: Fraction
    maximum: Fraction | None = None
    dropped_by: ModelPath | None = None
    attempts: tuple[AttemptResult, ...] = ()
    parts: tuple[ComponentResult, ...] = ()


@dataclass(frozen=True, slots=True)
class AttendanceResult:
    """Absence in sessions and as a share; ``absent`` and ``total`` are None when only a percentage is known.

    ``share`` is None when no session counts for the student.
    """

    absent: Fraction | None
    total: Fraction | None
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation, in the order in which it was taken.

    ``path`` is where its rule stands in the course file. By code, ``values`` holds:

    * ``route``: ``route`` (id), ``title``;
    * ``component``: nothing; what became of it is among the derivation's components;
    * ``no_marks``: nothing;
    * ``course``: ``percent``;
    * ``rounding``: ``unrounded``, ``percent``, ``to``, ``mode``;
    * ``band``: ``percent``, ``grade``, ``limit`` (None at the fail), ``next_grade``, ``next_limit``;
    * ``attendance``: ``absent``, ``total``, ``share`` (None: no session counts), ``above`` (None:
      no rule applied),
      ``lower`` (steps or None), ``fail`` (bool), ``from_grade``, ``to_grade``;
    * ``gate``: ``percent`` (None: missing), ``pass_mark`` (None: a word), ``passed`` (bool);
    * ``incomplete``: ``components`` (ids, none when nothing counts);
    * ``outcome``: ``grade``, ``status``.
    """

    code: str
    path: ModelPath
    component: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Derivation:
    """The grade of one student with every step that led to it. Percents are exact, 0-100.

    ``weigh`` makes ``components``, which are made only when somebody asks for them.
    """

    id: str
    name: str
    email: str | None
    route: str | None
    percent: Fraction | None
    percent_unrounded: Fraction | None
    base_grade: str | None
    grade: str | None
    status: Status
    notes: tuple[Note, ...]
    attendance: AttendanceResult | None
    steps: tuple[Step, ...]
    weigh: Callable[[], tuple[ComponentResult, ...]] = field(repr=False, compare=False)

    @cached_property
    def components(self) -> tuple[ComponentResult, ...]:
        """Return what became of each component at the top, its parts inside."""
        return self.weigh()
