"""Journeys that lead back to themselves by `based_on`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxkit.canvas.journey import Journey
    from cxkit.canvas.workspace import Workspace


def circle_of(journey: Journey, workspace: Workspace) -> tuple[str, ...]:
    """Return the ids from a journey by `based_on` up to itself again; none where the way ends elsewhere.

    A journey that names itself is no circle, but a reference to no other journey.
    """
    circle = _circles(workspace).get(journey.id, ())
    if journey.based_on not in circle:
        return ()
    place = circle.index(journey.id)
    return circle[place:] + circle[:place]


@lru_cache(maxsize=1)
def _circles(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """Return the circle of every journey that is in one; each journey is gone through once."""
    journeys, seen = workspace.journeys, set[str]()
    found: dict[str, tuple[str, ...]] = {}
    for first in journeys:
        way: dict[str, int] = {}
        here: str | None = first
        while here is not None and here in journeys and here not in seen:
            seen.add(here)
            way[here] = len(way)
            here = journeys[here].canvas.based_on
        if here is not None and here in way:
            circle = tuple(way)[way[here] :]
            found |= dict.fromkeys(circle, circle) if len(circle) > 1 else {}
    return found
