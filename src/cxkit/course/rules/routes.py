"""Rules for routes: a cell of the roster leads to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.finding import Finding, Path, Rule
from cxkit.course.scale import fold
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from cxkit.course.model import Course, Route


def routes_differ(course: Course) -> Iterator[Finding]:
    """No two routes share an id or a title, for either may stand in the roster."""
    seen: dict[str, tuple[int, Path]] = {}
    for number, route in enumerate(course.routes):
        for key, name in names_of(route):
            path: Path = ("routes", number, key)
            owner, earlier = seen.setdefault(fold(name), (number, path))
            if owner != number:
                yield Finding(
                    "CX150",
                    path,
                    f"{shown(name)} already names the route in line {{line}}",
                    "Give each route an id and a title of its own; upper and lower case count as the same.",
                    earlier=earlier,
                )


def one_route_column(course: Course) -> Iterator[Finding]:
    """The route's column has one name, wherever it is given."""
    here, there = course.route_column, course.roster.route
    if here is not None and there is not None and fold(here) != fold(there):
        yield Finding(
            "CX151",
            ("roster", "route"),
            f"`roster.route` says {shown(there)}, but `route_column` says {shown(here)}",
            "Keep one of them.",
        )


def names_of(route: Route) -> Iterator[tuple[str, str]]:
    """Yield what may name a route in a roster, its id and its titles, each with its key."""
    yield "id", route.id
    if route.title is not None:
        for _, text in route.title.entries:
            yield "title", text


RULES: tuple[Rule, ...] = (routes_differ, one_route_column)
