"""Rules for routes: a cell of the roster leads to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.attendance import Attendance
from cxkit.course.rules.book import course_rules
from cxkit.course.scale import fold
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.model import Course, Route
    from cxkit.documents.document import Path_

RULES = course_rules()


@RULES.rule(
    "CX150",
    "routes-alike",
    why="The roster may name a route by its id or its title; a cell that fits two routes would be graded by "
    "either.",
    bad="""
        route_column: Route
        routes:
          - {id: work, title: Learning at work, bands: {1: 40, 3: 70, 5: 90}}
          - id: project
            title: Work
            components: [{id: report, weight: 100, max: 50}]
        """,
    good="""
        route_column: Route
        routes:
          - {id: work, title: Learning at work, bands: {1: 40, 3: 70, 5: 90}}
          - id: project
            title: Project
            components: [{id: report, weight: 100, max: 50}]
        """,
)
def routes_differ(course: Course) -> Iterator[Finding]:
    """No two routes share an id or a title, and no route has the id of another for its title."""
    seen: dict[str, tuple[int, Path_]] = {}
    for number, route in enumerate(course.routes):
        for key, name in names_of(route):
            path: Path_ = ("routes", number, key)
            owner, earlier = seen.setdefault(fold(name), (number, path))
            if owner != number:
                yield Finding(
                    path,
                    f"{shown(name)} already names the route in line {{line}}",
                    "Give each route an id and a title of its own; upper and lower case count as the same.",
                    earlier=earlier,
                )


@RULES.rule(
    "CX151",
    "route-column-twice",
    why="Only one column can say which route a student has taken.",
    bad="""
        route_column: Route
        roster: {route: Way}
        routes: [{id: work, bands: {1: 40, 3: 70, 5: 90}}]
        """,
    good="""
        route_column: Route
        routes: [{id: work, bands: {1: 40, 3: 70, 5: 90}}]
        """,
)
def one_route_column(course: Course) -> Iterator[Finding]:
    """`route_column` and `roster.route`, when both are given, name the same column."""
    here, there = course.route_column, course.roster.route
    if here is not None and there is not None and fold(here) != fold(there):
        yield Finding(
            ("roster", "route"),
            f"`roster.route` says {shown(there)}, but `route_column` says {shown(here)}",
            "Keep one of them.",
        )


@RULES.rule(
    "CX152",
    "route-repeats-course",
    Severity.INFO,
    why="What is written twice is sooner or later changed in one place only; a route inherits what it leaves "
    "out.",
    bad="""
        route_column: Route
        routes:
          - id: work
            components: [{id: exam, weight: 100, max: 40}]
        """,
    good="""
        route_column: Route
        routes:
          - id: work
            bands: {1: 40, 3: 70, 5: 90}
        """,
)
def routes_bring_something(course: Course) -> Iterator[Finding]:
    """A route differs from the course in its components, its bands or its attendance, and does not repeat
    them in full.
    """
    for number, route in enumerate(course.routes):
        if _repeats(route, course):
            yield Finding(
                ("routes", number, "id"),
                f"The route {shown(route.id)} is graded exactly as the course itself",
                "Leave out what it repeats, or leave out the route.",
            )


def _repeats(route: Route, course: Course) -> bool:
    if route.components and route.components != course.components:
        return False
    if route.bands is not None and route.bands != course.bands:
        return False
    if isinstance(route.attendance, Attendance):
        return route.attendance == course.attendance
    return route.attendance is not False or course.attendance is None


@RULES.rule(
    "CX153",
    "route-unreachable",
    Severity.WARNING,
    why="Without a column that says who takes a route, everybody is graded by the course itself.",
    bad="routes: [{id: work, bands: {1: 40, 3: 70, 5: 90}}]",
    good="""
        route_column: Route
        routes: [{id: work, bands: {1: 40, 3: 70, 5: 90}}]
        """,
)
def routes_can_be_reached(course: Course) -> Iterator[Finding]:
    """A course with routes names the column of the roster that leads to them."""
    if course.routes and course.route_column is None and course.roster.route is None:
        count = "a route" if len(course.routes) == 1 else f"{len(course.routes)} routes"
        yield Finding(
            ("routes",),
            f"The course has {count}, but no `route_column`, so no student is on any",
            "Add `route_column` with the header of the roster's column.",
            at_key=True,
        )


@RULES.rule(
    "CX154",
    "route-column-without-routes",
    Severity.WARNING,
    why="Whatever a cell of the column says is refused, for there is no route that it could name.",
    bad="route_column: Route",
    good="""
        route_column: Route
        routes: [{id: work, bands: {1: 40, 3: 70, 5: 90}}]
        """,
)
def the_column_leads_somewhere(course: Course) -> Iterator[Finding]:
    """A course that names a route column has routes."""
    for path, column in (
        (("route_column",), course.route_column),
        (("roster", "route"), course.roster.route),
    ):
        if column is not None and not course.routes:
            yield Finding(
                path,
                f"The column {shown(column)} is to name a route, but the course has none",
                "Add `routes`, or leave the column out.",
            )


def names_of(route: Route) -> Iterator[tuple[str, str]]:
    """Yield what may name a route in a roster, its id and its titles, each with its key."""
    yield "id", route.id
    if route.title is not None:
        for _, text in route.title.entries:
            yield "title", text
