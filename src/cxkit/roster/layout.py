"""The columns of a roster by what they mean: what `columns` finds out and the readers follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cxkit.roster.marks import MarkGrammar, Unit

How = Literal["absent", "attended", "absent_percent", "sessions"]
Policy = Literal["error", "present", "absent"]


@dataclass(frozen=True, slots=True)
class MarkColumn:
    """A column of marks: of which component and which attempt (from 0), and how its cells are read."""

    component: str
    attempt: int
    index: int
    header: str
    grammar: MarkGrammar

    @property
    def name(self) -> str:
        """The name that the frames of marks use for it."""
        return f"{self.component}#{self.attempt}"

    @property
    def unit(self) -> Unit:
        """The unit of its integers."""
        return self.grammar.unit


@dataclass(frozen=True, slots=True)
class AttendanceColumns:
    """Where one scope's attendance stands: scope 0 is the course, k its k-th route.

    `columns` is one column, or one a session; `total` the column of the student's own number of sessions and
    `sessions` the number where there is none. `words` tells what a folded status word stands for.
    """

    scope: int
    how: How
    columns: tuple[int, ...]
    total: int | None = None
    sessions: int | None = None
    missing: Policy = "error"
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a roster means what; indices count from 0.

    `id_kind` tells whether students are told apart by an id or by e-mail address. `route_names` gives for the
    folded ids and titles of routes the route's number and how the course file spells the name. `route_ids`,
    `scope_of` and `components_of` are indexed by route number (0 is the course itself) and give the route's
    id, its attendance scope (None: attendance does not matter there) and the components that hold its marks.
    `absent_components` are needed by routes only and have no column: nobody may take such a route.
    """

    id: int
    id_kind: Literal["id", "email"]
    email: int | None
    name: tuple[int, ...]
    route: int | None
    marks: tuple[MarkColumn, ...]
    attendance: tuple[AttendanceColumns, ...]
    absent_components: frozenset[str]
    route_ids: tuple[str, ...]
    route_names: Mapping[str, tuple[int, str]]
    scope_of: tuple[int | None, ...]
    components_of: tuple[frozenset[str], ...]

    @property
    def needed(self) -> tuple[int, ...]:
        """Return the indices of all columns that are read, in the order of the file."""
        plain = [self.id, self.email, self.route, *self.name, *(column.index for column in self.marks)]
        attended = [index for scope in self.attendance for index in (*scope.columns, scope.total)]
        return tuple(sorted({index for index in (*plain, *attended) if index is not None}))

    @property
    def units(self) -> Mapping[str, tuple[Unit, ...]]:
        """Return the unit of each column of a component, in the order of its attempts."""
        columns = sorted(self.marks, key=lambda column: column.attempt)
        ids = dict.fromkeys(column.component for column in self.marks)
        return {id_: tuple(column.unit for column in columns if column.component == id_) for id_ in ids}

    def columns_of(self, route: int) -> tuple[MarkColumn, ...]:
        """Return the columns that hold marks of a route."""
        return tuple(column for column in self.marks if column.component in self.components_of[route])
