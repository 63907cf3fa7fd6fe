"""One student as grading sees them: exact marks, route and attendance.

Marks arrive as the roster room reads them (integers in the unit of their column); what they are
worth is for the plan to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from cxkit.exact import SCALE
from cxkit.grading.plan import Plan, Scheme
from cxkit.roster.marks import MARK_STATES, MarkState, Unit

if TYPE_CHECKING:
    import polars as pl

Units = Mapping[str, tuple[Unit, ...]]
"""The unit of each column of a component, one an attempt, by component id."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one attempt's cell said; ``value`` in its unit, see `cxkit.roster.marks`."""

    state: MarkState
    unit: Unit
    value: int = 0

    @property
    def is_mark(self) -> bool:
        """Tell whether this is a mark at all: neither empty nor excused."""
        return self.state in MARK_STATES


@dataclass(frozen=True, slots=True)
class Student:
    """A student's data; ``route`` 0 is the course itself, k its k-th route.

    ``marks`` holds one mark per attempt by component id. ``absent`` and ``total`` are sessions;
    both None when nothing is known.
    """

    id: str
    name: str = ""
    email: str | None = None
    route: int = 0
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    absent: Fraction | None = None
    total: Fraction | None = None


def students(plan: Plan, units: Units, frame: pl.DataFrame) -> Iterator[Student]:
    """Yield the students of a frame of exact marks, in its order."""
    for row in frame.iter_rows(named=True):
        scheme = plan.schemes[row["route"]]
        yield Student(
            id=row["id"],
            name=row["name"],
            email=row["email"],
            route=row["route"],
            marks={
                component.id: tuple(
                    Mark(MarkState(row[f"{component.id}#{k}.s"]), unit, row[f"{component.id}#{k}.v"])
                    for k, unit in enumerate(units[component.id])
                )
                for component in scheme.marked()
            },
            absent=_sessions(scheme, row, "absent"),
            total=_sessions(scheme, row, "total"),
        )


def _sessions(scheme: Scheme, row: Mapping[str, Any], which: str) -> Fraction | None:
    if scheme.attendance is None:
        return None
    number = row[f"{which}@{scheme.attendance.scope}"]
    return None if number is None else Fraction(number, SCALE)
