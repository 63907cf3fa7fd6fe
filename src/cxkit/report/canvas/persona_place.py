"""Which colour and shape a persona has: one place for each person of a folder, the same in every canvas.

A place is a number from 0, for `tokens.Theme.personas`, `tokens.DASHES` and the shapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from cxkit.canvas.workspace import Workspace
from cxkit.report.canvas.tokens import DASHES
from cxkit.report.canvas.view import View

PLACES = len(DASHES)

NOBODY = PLACES - 1
"""The place in grey: the feeling that all share has it, and a fifth persona."""


def persona_places(view: View[Any], ids: Iterable[str]) -> dict[str, int]:
    """Return the place of each of the personas of a canvas, by id, in their order.

    The personas of the folder's core journeys come first, then those of its other journeys, then the rest. A
    persona moves to a free place where a folder has so many that two of one canvas would look the same.
    """
    own = tuple(dict.fromkeys(ids))
    order = {one: at for at, one in enumerate(dict.fromkeys((*_of_folder(view.workspace), *own)))}
    found: dict[str, int] = {}
    room = PLACES if len(own) > NOBODY else NOBODY
    for one in sorted(own, key=order.__getitem__):
        place = order[one] % room
        if place in found.values():
            place = next((free for free in range(room) if free not in found.values()), place)
        found[one] = place
    return {one: found[one] for one in own}


def _of_folder(workspace: Workspace) -> Iterator[str]:
    journeys = [member.canvas for member in workspace.journeys.values()]
    for journey in sorted(journeys, key=lambda one: one.type != "core"):
        yield from journey.persona_ids
    yield from workspace.personas
