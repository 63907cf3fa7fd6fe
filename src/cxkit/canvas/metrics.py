"""Which touchpoints of a journey have a metric: one meaning for rules, figures of coverage and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxkit.canvas.programme import Programme

if TYPE_CHECKING:
    from cxkit.canvas.data import DataItem
    from cxkit.canvas.journey import Journey, Touchpoint
    from cxkit.canvas.measurement import MeasuredTouchpoint
    from cxkit.canvas.workspace import Workspace

_IN_WORDS = frozenset(
    ("open", "interview", "observation", "avoin", "avoin palaute", "haastattelu", "havainnointi")
)
"""Methods, in small letters, that give words and no figure that could be followed."""


def gives_a_figure(method: str | None) -> bool:
    """Tell whether a method gives a figure that can be followed; words do not, nor does an unknown method."""
    return method is not None and method.casefold() not in _IN_WORDS


def is_metric(item: DataItem) -> bool:
    """Tell whether a data item is a metric: by its method, or because it has given a figure."""
    has_figure = item.result is not None and item.result.value is not None
    return has_figure or gives_a_figure(item.method)


def is_measured(point: MeasuredTouchpoint, workspace: Workspace) -> bool:
    """Tell whether a touchpoint in the table of a measurement canvas has a metric: a method or data."""
    if gives_a_figure(point.method):
        return True
    listed = (workspace.data_items.get(key) for key in point.data)
    collected = (held for held in workspace.collected if held.value.id in point.data)
    return any(is_metric(held.value) for held in (*listed, *collected) if held is not None)


def has_metric(touchpoint: Touchpoint, journey: Journey, workspace: Workspace) -> bool:
    """Tell whether a touchpoint has a metric, on the journey or elsewhere in the workspace.

    Elsewhere is the list of data of a measurement canvas, for data of the same id, or the touchpoint of the
    same id in the table of one, or a critical point of a plan.
    """
    listed = (workspace.data_items.get(item.id) for item in touchpoint.data_items)
    items = (*touchpoint.data_items, *(held.value for held in listed if held is not None))
    if any(map(is_metric, items)):
        return True
    for held in workspace.measured_touchpoints:
        same = held.value.id == touchpoint.id and held.value.journey in (None, journey.id)
        if same and is_measured(held.value, workspace):
            return True
    return any(
        point.touchpoint == touchpoint.id and point.metric
        for member in workspace.of_type(Programme)
        for point in member.canvas.critical_points
    )
