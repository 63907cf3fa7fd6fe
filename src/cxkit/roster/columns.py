"""From the headers of a roster to the components of a course: which column holds which marks.

The rules are those of `headers.find`; who a student is, `identity` finds out, and the columns of attendance
`attendance_columns`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cxkit.course.model import Component, Course
from cxkit.course.rules.places import scopes
from cxkit.course.rules.routes import names_of
from cxkit.course.scale import fold
from cxkit.documents.document import Document
from cxkit.documents.nearness import either
from cxkit.roster.attendance_columns import find_attendance, scope_of_routes
from cxkit.roster.headers import Header, Kind
from cxkit.roster.identity import Identity, identify
from cxkit.roster.layout import AttendanceColumns, Layout, MarkColumn
from cxkit.roster.marks import grammar_for
from cxkit.roster.matching import HeaderLine
from cxkit.roster.quoting import quoted, visible

KINDS_BY_MARK: Final = {
    "points": (Kind.REAL, Kind.PERCENTAGE),
    "percent": (Kind.PERCENTAGE, Kind.REAL),
    "grade": (Kind.REAL, Kind.LETTER),
    "pass_fail": (Kind.REAL, Kind.LETTER, Kind.PERCENTAGE),
}
"""Which columns of a Moodle item are taken, the first that is there.

A percent mark prefers the percentages, for the real grade is out of whatever maximum the item has in Moodle.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A component that holds marks, what its marks above the maximum are, and who needs it."""

    component: Component
    over_max: str
    by_course: bool

    @property
    def names(self) -> tuple[str, ...]:
        """Return what its column may be called when the course file names none."""
        title = self.component.title
        return (*(text for _, text in (title.entries if title else ())), self.component.id)

    @property
    def shown(self) -> str:
        """Return the component as messages call it."""
        return f"component `{visible(self.component.id)}`"


def wanted(course: Course) -> Iterator[Wanted]:
    """Yield the components that hold marks, each id once, those of the course first."""
    seen: set[str] = set()
    for scope in scopes(course):
        for place in scope.places():
            if not place.component.parts and place.component.id not in seen:
                seen.add(place.component.id)
                yield Wanted(place.component, place.over_max, scope.path == ())


def match(line: HeaderLine, course: Course, document: Document) -> Layout | None:
    """Find every column that the course needs; what is missing or ambiguous goes to the header's findings.

    None when not even the students can be told apart.
    """
    identity = identify(line, course)
    if identity.id is None and len(line.filled) < 2:
        return None  # no header at all, so that looking further would only repeat it
    marks, absent = _mark_columns(line, course)
    attendance = find_attendance(line, course, document)
    _refuse_shared(line, course, marks)
    return None if identity.id is None else _layout(identity, identity.id, course, marks, absent, attendance)


def _layout(
    identity: Identity,
    id_column: int,
    course: Course,
    marks: tuple[MarkColumn, ...],
    absent: frozenset[str],
    attendance: tuple[AttendanceColumns, ...],
) -> Layout:
    names: dict[str, tuple[int, str]] = {}
    for number, route in enumerate(course.routes, 1):
        for _, name in names_of(route):
            names.setdefault(fold(name), (number, name))
    return Layout(
        id=id_column,
        id_kind=identity.id_kind,
        email=identity.email,
        name=identity.name,
        route=identity.route,
        marks=marks,
        attendance=attendance,
        absent_components=absent,
        route_ids=("", *(route.id for route in course.routes)),
        route_names=names,
        scope_of=scope_of_routes(course),
        components_of=_components_of_routes(course),
    )


def _components_of_routes(course: Course) -> tuple[frozenset[str], ...]:
    own = _marked(course.components)
    return (own, *(_marked(route.components) if route.components else own for route in course.routes))


def _marked(components: tuple[Component, ...]) -> frozenset[str]:
    """Return the ids of the components and parts that hold marks."""
    ids: set[str] = set()
    for component in components:
        ids |= _marked(component.parts) if component.parts else {component.id}
    return frozenset(ids)


def _mark_columns(line: HeaderLine, course: Course) -> tuple[tuple[MarkColumn, ...], frozenset[str]]:
    """Find the columns of all components, and the components of routes alone that have none."""
    found: list[MarkColumn] = []
    absent: set[str] = set()
    for want in wanted(course):
        kinds = _kinds(want.component)
        if want.component.columns:
            named = [line.named(name, kinds, want.shown) for name in want.component.columns]
            found += [
                _column(want, n, header, course) for n, header in enumerate(named) if header is not None
            ]
            continue
        header = line.find(want.names, kinds, want.shown)
        if header is not None:
            found.append(_column(want, 0, header, course))
        elif want.by_course:
            names = either(list(dict.fromkeys(quoted(name) for name in want.names)))
            line.missing("CX205", f"There is no column for {want.shown}; looked for {names}", want.names)
        else:
            absent.add(want.component.id)
    return tuple(found), frozenset(absent)


def _kinds(component: Component) -> tuple[Kind, ...]:
    kinds = KINDS_BY_MARK[component.mark]
    if component.mark == "pass_fail" and component.pass_mark is None:
        return tuple(kind for kind in kinds if kind is not Kind.PERCENTAGE)
    return kinds


def _column(want: Wanted, attempt: int, header: Header, course: Course) -> MarkColumn:
    percentage = header.kind is Kind.PERCENTAGE
    grammar = grammar_for(want.component, course, over_max=want.over_max, percentage=percentage)
    return MarkColumn(want.component.id, attempt, header.index, header.text, grammar)


def _refuse_shared(line: HeaderLine, course: Course, marks: tuple[MarkColumn, ...]) -> None:
    """Report a column that two components of one route take, unless both name it in the course file."""
    named = {want.component.id for want in wanted(course) if want.component.columns}
    for components in dict.fromkeys(_components_of_routes(course)):
        taken: dict[int, MarkColumn] = {}
        for column in marks:
            if column.component not in components:
                continue
            other = taken.setdefault(column.index, column)
            if other.component != column.component and not {other.component, column.component} <= named:
                both = f"`{other.component}` and `{column.component}`"
                message = f"The column {quoted(column.header)} fits both {both}"
                hint = "Say in the course file which column each of them has."
                line.findings.error("CX208", message, hint, line.span_of(line.headers[column.index]))
