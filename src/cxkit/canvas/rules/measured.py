"""What is known in a workspace of the data that a measurement canvas is about: lists, analyses, journeys."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.journey import Journey
from cxkit.canvas.measurement import Analysis, Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.rules.book import InWorkspace

TABLE = ("blocks", "path", "touchpoints")
LIST = ("blocks", "data_place", "data")
ANALYSES = ("blocks", "analysis", "analyses")


def listed_around(here: InWorkspace[Measurement]) -> set[str]:
    """Return the ids of data on the lists of the measurement canvases of the workspace."""
    return {item.id for member in here.workspace.of_type(Measurement) for item in member.canvas.data_items}


def analysed_around(here: InWorkspace[Measurement]) -> set[str]:
    """Return the ids of data that an analysis of the workspace draws on."""
    members = here.workspace.of_type(Measurement)
    return {name for member in members for one in member.canvas.analyses for name in one.data}


def collected_in_journeys(here: InWorkspace[Measurement]) -> Iterator[tuple[Journey, list[str]]]:
    """Yield each journey that the canvas measures, with the ids of the data collected on it.

    A canvas measures the journeys that its table of touchpoints names, and those of its own organisation
    that no canvas names.
    """
    named = {one.value.journey for one in here.workspace.measured_touchpoints if one.value.journey}
    own = {one.journey for one in here.canvas.touchpoints}
    for member in here.workspace.of_type(Journey):
        journey = member.canvas
        if journey.id not in own and (journey.id in named or _of_others(journey, here.canvas)):
            continue
        ids = [item.id for _, _, touchpoint in journey.touchpoints() for item in touchpoint.data_items]
        yield journey, list(dict.fromkeys(ids))


def _of_others(one: CanvasDocument, other: CanvasDocument) -> bool:
    """Tell whether two canvases say that they are of different organisations."""
    if one.organisation is None or other.organisation is None:
        return False
    return not {text for _, text in one.organisation.entries} & {
        text for _, text in other.organisation.entries
    }


def open_in_any(here: InWorkspace[Measurement], key: str) -> bool:
    """Tell whether a key of some analysis is left to be filled."""
    return any(here.left_empty(*ANALYSES, number, key) for number in range(len(here.canvas.analyses)))


def called(analysis: Analysis) -> str:
    """Return what a message calls an analysis."""
    return f"The analysis `{analysis.id}`"
