"""A walk over every component of a course and its routes, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from cxkit.course.rules.once import once

if TYPE_CHECKING:
    from cxkit.course.bands import Band, Bands
    from cxkit.course.components import Component
    from cxkit.course.model import Course
    from cxkit.documents.document import Path_


@dataclass(frozen=True, slots=True)
class Place:
    """A component, the path to it, and the groups around it from the outermost."""

    component: Component
    path: Path_
    groups: tuple[Component, ...] = ()

    @property
    def parent(self) -> Component | None:
        """Return the group that the component is a part of."""
        return self.groups[-1] if self.groups else None

    @property
    def over_max(self) -> str:
        """Return what a mark above the maximum is, its own word or the nearest group's."""
        words = [component.over_max for component in (self.component, *reversed(self.groups))]
        return next((word for word in words if word is not None), "error")

    @property
    def missing(self) -> str | None:
        """Return what an empty mark is, by its own word or the nearest group's; None for the default."""
        words = [component.missing for component in (self.component, *reversed(self.groups))]
        return next((word for word in words if word is not None), None)


@dataclass(frozen=True)
class Scope:
    """The course itself or a route with components of its own: what must make sense by itself."""

    path: Path_
    components: tuple[Component, ...]

    def places(self) -> tuple[Place, ...]:
        """Return every component and part in the order of the file, groups before their parts."""
        return self._walked

    @cached_property
    def _walked(self) -> tuple[Place, ...]:
        return tuple(_walk(self.components, (*self.path, "components"), ()))


def _walk(components: tuple[Component, ...], path: Path_, groups: tuple[Component, ...]) -> Iterator[Place]:
    for number, component in enumerate(components):
        place = Place(component, (*path, number), groups)
        yield place
        yield from _walk(component.parts, (*place.path, "parts"), (*groups, component))


@once
def scopes(course: Course) -> Iterator[Scope]:
    """Yield the course, first, and each route that has components of its own."""
    yield Scope((), course.components)
    yield from (
        Scope(("routes", n), route.components) for n, route in enumerate(course.routes) if route.components
    )


def scope_of(course: Course, path: Path_) -> Scope:
    """Return the components that go with a path: in a route, the route's own or the course's."""
    if path[0] == "routes" and isinstance(path[1], int):
        return scope_of_route(course, path[1])
    return scopes(course)[0]


def scope_of_route(course: Course, number: int) -> Scope:
    """Return the components of a route: its own, else the course's."""
    own = ("routes", number)
    return next((scope for scope in scopes(course) if scope.path == own), scopes(course)[0])


@once
def places(course: Course) -> Iterator[Place]:
    """Yield every component and part of the course and of its routes."""
    for scope in scopes(course):
        yield from scope.places()


def all_bands(course: Course) -> Iterator[tuple[Path_, Bands]]:
    """Yield the course's bands and those of each route that has its own, with their paths."""
    yield ("bands",), course.bands
    for number, route in enumerate(course.routes):
        if route.bands is not None:
            yield ("routes", number, "bands"), route.bands


@once
def bands_of_scopes(course: Course) -> Iterator[tuple[Scope, dict[str, Decimal]]]:
    """Yield the course and each route with components of its own, with the percents its bands begin at."""
    for scope in scopes(course):
        own = course.routes[scope.path[1]].bands if scope.path and isinstance(scope.path[1], int) else None
        bands = course.bands if own is None else own
        yield scope, {label: percent_of(band) for label, band in bands.items()}


def percent_of(band: Band) -> Decimal:
    """Return the course percent at which a band begins."""
    return band if isinstance(band, Decimal) else band.percent
