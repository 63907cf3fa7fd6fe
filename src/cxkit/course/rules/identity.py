"""Rules for the ids and titles of components, and the columns they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.model import RESERVED_IDS
from cxkit.course.rules.book import course_rules
from cxkit.course.rules.places import places, scopes
from cxkit.course.scale import fold
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.model import Course
    from cxkit.course.rules.places import Place
    from cxkit.documents.document import Path_

RULES = course_rules()


@RULES.rule(
    "CX103",
    "component-id-repeated",
    why="Worked tests, conditions and reports call a component by its id; with two of the same nobody could "
    "tell which mark is meant.",
    bad="""
        components:
          - {id: exam, weight: 60, max: 40}
          - {id: Exam, weight: 40, max: 20}
        """,
    good="""
        components:
          - {id: exam, weight: 60, max: 40}
          - {id: essay, weight: 40, max: 20}
        """,
)
def unique_ids(course: Course) -> Iterator[Finding]:
    """Ids of components differ in the course and in each route. Upper and lower case count as the same, and
    so do two ways of writing one letter.
    """
    for scope in scopes(course):
        seen: dict[str, Path_] = {}
        for place in scope.places():
            path = (*place.path, "id")
            earlier = seen.setdefault(fold(place.component.id), path)
            if earlier != path:
                yield Finding(
                    path,
                    f"The component id {shown(place.component.id)} is already used in line {{line}}",
                    "Give each component and part an id of its own; upper and lower case count as the same.",
                    earlier=earlier,
                )


@RULES.rule(
    "CX104",
    "component-id-reserved",
    why="Worked tests write absences and the route beside the marks, and bands write the percent beside "
    "components; a component of that name could not be told from them.",
    bad="components: [{id: absent, weight: 100, max: 40}]",
    good="components: [{id: absence_essay, weight: 100, max: 40}]",
)
def free_ids(course: Course) -> Iterator[Finding]:
    """No component is called absent, attended, route or percent."""
    for place in places(course):
        if fold(place.component.id) in RESERVED_IDS:
            yield Finding(
                (*place.path, "id"),
                f"{shown(place.component.id)} cannot be a component id: the word has a meaning of its own",
                "Choose another id.",
            )


@RULES.rule(
    "CX122",
    "shared-component-differs",
    why="One id is one column of the roster, and a cell can be read in one way only: out of 40 points or out "
    "of 50, not both.",
    bad="""
        route_column: Route
        routes:
          - id: work
            components: [{id: exam, weight: 100, max: 50}]
        """,
    good="""
        route_column: Route
        routes:
          - id: work
            components: [{id: work_report, weight: 100, max: 50}]
        """,
)
def one_way_to_mark(course: Course) -> Iterator[Finding]:
    """A component that a route shares with the course, or with another route, is marked the same way."""
    seen: dict[str, tuple[Path_, Place]] = {}
    for scope in scopes(course):
        for place in scope.places():
            where, earlier = seen.setdefault(fold(place.component.id), (scope.path, place))
            if where != scope.path and _reading(earlier) != _reading(place):
                yield Finding(
                    (*place.path, "id"),
                    f"{shown(place.component.id)} reads its marks in another way than in line {{line}}, "
                    "but both share one column of the roster",
                    "Make mark, max, min, over_max and column the same, or use another id and column.",
                    earlier=(*earlier.path, "id"),
                )


def _reading(place: Place) -> tuple[object, ...]:
    """Return what decides how a cell of the component's column is read."""
    component = place.component
    if component.parts:
        return ("group",)
    from_points = component.mark == "pass_fail" and component.max is not None
    return (
        component.mark,
        component.max,
        component.min,
        component.columns,
        place.over_max,
        component.pass_mark if from_points else None,
        component.criteria,
    )


@RULES.rule(
    "CX187",
    "component-title-repeated",
    Severity.WARNING,
    why="The column of a component is found by its title, so the roster is refused when two share one; and a "
    "student cannot tell them apart in the feedback.",
    bad="""
        components:
          - {id: first, title: Report, weight: 50, max: 20}
          - {id: second, title: Report, weight: 50, max: 20}
        """,
    good="""
        components:
          - {id: first, title: First report, weight: 50, max: 20}
          - {id: second, title: Second report, weight: 50, max: 20}
        """,
)
def titles_differ(course: Course) -> Iterator[Finding]:
    """Components of one course or route that hold marks have titles that differ in every language."""
    for scope in scopes(course):
        seen: dict[str, tuple[int, Path_]] = {}
        for number, place in enumerate(scope.places()):
            title = place.component.title
            if title is None or place.component.parts:
                continue
            for language, text in title.entries:
                path = (*place.path, "title", language) if language else (*place.path, "title")
                owner, earlier = seen.setdefault(fold(text), (number, path))
                if owner != number:
                    yield Finding(
                        path,
                        f"Another component has the title {shown(text)} too, in line {{line}}",
                        "Give each component a title of its own.",
                        earlier=earlier,
                    )
                    break


@RULES.rule(
    "CX188",
    "column-shared",
    Severity.WARNING,
    why="A header that was copied with the lines around it makes one mark count twice and another never.",
    bad="""
        components:
          - {id: exam, weight: 50, max: 40, column: Exam points}
          - {id: essay, weight: 50, max: 40, column: Exam points}
        """,
    good="""
        components:
          - {id: exam, weight: 50, max: 40, column: Exam points}
          - {id: essay, weight: 50, max: 40, column: Essay points}
        """,
)
def columns_are_not_shared(course: Course) -> Iterator[Finding]:
    """Two components of one course or route do not name the same column of the roster."""
    for scope in scopes(course):
        seen: dict[str, tuple[int, Path_]] = {}
        for number, place in enumerate(scope.places()):
            listed = isinstance(place.component.column, tuple)
            for attempt, column in enumerate(place.component.columns):
                path = (*place.path, "column", *((attempt,) if listed else ()))
                owner, earlier = seen.setdefault(fold(column), (number, path))
                if owner != number:
                    yield Finding(
                        path,
                        f"{shown(place.component.id)} reads the column {shown(column)}, which line {{line}} "
                        "has given to another component",
                        "Name the column of each component, or let one component count for both.",
                        earlier=earlier,
                    )
