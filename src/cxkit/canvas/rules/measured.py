"""What is known in a workspace of the data that measurement canvases are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from cxkit.canvas.journey import Journey
from cxkit.canvas.measurement import Analysis, Measurement
from cxkit.canvas.rules.book import meant
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from cxkit.canvas.part import CanvasDocument
    from cxkit.canvas.rules.book import InWorkspace
    from cxkit.canvas.workspace import Workspace

TABLE = ("blocks", "path", "touchpoints")
LIST = ("blocks", "data_place", "data")
ANALYSES = ("blocks", "analysis", "analyses")


@dataclass(frozen=True, slots=True)
class DataAround:
    """The ids of data in a workspace: where it is listed, collected and analysed.

    ``by_journey`` has each journey with its file and what is collected on it, in its order; ``measured`` are
    the ids of the journeys that tables of touchpoints name.
    """

    listed: frozenset[str]
    collected: frozenset[str]
    analysed: frozenset[str]
    measured: frozenset[str]
    by_journey: tuple[tuple[Journey, PurePath, tuple[str, ...]], ...]


@lru_cache(maxsize=2)
def data_around(workspace: Workspace) -> DataAround:
    """Gather the data of a workspace, once for all of its canvases."""
    canvases = [member.canvas for member in workspace.of_type(Measurement)]
    by_journey = tuple(
        (member.canvas, PurePath(member.file), _collected_on(member.canvas))
        for member in workspace.of_type(Journey)
    )
    tables = [touchpoint for canvas in canvases for touchpoint in canvas.touchpoints]
    return DataAround(
        listed=frozenset(item.id for canvas in canvases for item in canvas.data_items),
        collected=frozenset(name for touchpoint in tables for name in touchpoint.data)
        | frozenset(name for _, _, names in by_journey for name in names),
        analysed=frozenset(name for canvas in canvases for one in canvas.analyses for name in one.data),
        measured=frozenset(touchpoint.journey for touchpoint in tables if touchpoint.journey is not None),
        by_journey=by_journey,
    )


def _collected_on(journey: Journey) -> tuple[str, ...]:
    ids = [item.id for _, _, touchpoint in journey.touchpoints() for item in touchpoint.data_items]
    return tuple(dict.fromkeys(ids))


def collected_on_journeys(here: InWorkspace[Measurement]) -> Iterator[tuple[Journey, tuple[str, ...]]]:
    """Yield each journey that a canvas measures, with the ids of the data collected on it.

    A canvas measures the journeys that its table of touchpoints names, and those that no canvas names when
    they are of its own organisation and lie in its folder or below: a run over the folders of many people
    has journeys of all of them.
    """
    around = data_around(here.workspace)
    own = {touchpoint.journey for touchpoint in here.canvas.touchpoints}
    folder = PurePath(here.document.file).parent
    for journey, file, names in around.by_journey:
        near = file.is_relative_to(folder) and not _of_others(journey, here.canvas)
        if journey.id in own or (near and journey.id not in around.measured):
            yield journey, names


def _of_others(one: CanvasDocument, other: CanvasDocument) -> bool:
    """Tell whether two canvases say that they are of different organisations."""
    if one.organisation is None or other.organisation is None:
        return False
    own, others = ({text for _, text in name.entries} for name in (one.organisation, other.organisation))
    return own.isdisjoint(others)


def listed_as(name: str, known: Iterable[str]) -> str:
    """Return a hint for an id that is not on the list of data: the nearest one there, or all of them."""
    ids = list(known)
    return meant(name, ids, what="On the list are") if ids else "Begin the list of data with it (block 4)."


def open_in_any(here: InWorkspace[Measurement], key: str) -> bool:
    """Tell whether a key of some analysis is left to be filled."""
    return any(here.left_empty(*ANALYSES, number, key) for number in range(len(here.canvas.analyses)))


def called(analysis: Analysis) -> str:
    """Return what a message calls an analysis."""
    return f"The analysis {shown(analysis.id)}"
