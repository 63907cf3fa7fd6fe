"""Journeys that lead back to themselves by `based_on`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxkit.canvas.journey import Journey
    from cxkit.canvas.workspace import Workspace


def circle_of(journey: Journey, workspace: Workspace) -> tuple[str, ...]:
    """Return the ids from a journey by `based_on` up to itself again; none where the way ends elsewhere.

    A journey that names itself is no circle, but a reference to no other journey.
    """
    way, following = [journey.id], journey.based_on
    while following in workspace.journeys and following not in way:
        way.append(following)
        following = workspace.journeys[following].canvas.based_on
    return tuple(way) if following == journey.id and len(way) > 1 else ()
