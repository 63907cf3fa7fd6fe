"""Rules for the data that is collected at the touchpoints of a journey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.metrics import has_metric
from cxkit.canvas.rules.book import InWorkspace, canvas_rules
from cxkit.canvas.rules.places import TouchpointPlace, touchpoints
from cxkit.canvas.rules.smallest import SMALLEST_TOUCHPOINT, stages_with
from cxkit.documents.problem import shown
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.journey import Journey

RULES = canvas_rules("journey")

_DATA = "data: [{id: pick-up-survey, item: Satisfaction, method: CSAT}]\n"
_GOOD = stages_with(SMALLEST_TOUCHPOINT)


def _with_data(data: str, rest: str = SMALLEST_TOUCHPOINT) -> str:
    return stages_with(rest.replace(_DATA, data))


@RULES.rule(
    "CX306",
    "touchpoint-without-data",
    why="Where nothing is collected, opinions decide. Where it is left out on purpose, the reason spares the "
    "next one the question.",
    bad=_with_data("data: none\n", SMALLEST_TOUCHPOINT.replace("critical: true\n", "")),
    good=_with_data(
        "data: none\nwhy: Loans are private\n", SMALLEST_TOUCHPOINT.replace("critical: true\n", "")
    ),
)
def names_its_data(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """Every touchpoint names the data collected there (`data`), or says `none`, with the reason in `why`."""
    for place in touchpoints(here):
        name = shown(place.touchpoint.id)
        if place.lacks("data"):
            message = f"{name} does not say which data is collected there"
            hint = "Add `data` with a list of data items, or `data: none` with the reason in `why`."
            yield Finding((*place.path, "data"), message, hint, at_key=True)
        elif place.touchpoint.data == "none" and place.lacks("why"):
            message = f"{name} collects no data, and does not say why"
            yield Finding((*place.path, "data"), message, "Add the reason in `why`.")


@RULES.rule(
    "CX307",
    "data-without-method",
    why="`Satisfaction` may be a smile at the desk or a survey with a scale; figures can only be compared "
    "when it is known how they come about.",
    bad=_with_data("data: [{id: pick-up-survey, item: Satisfaction}]\n"),
    good=_GOOD,
)
def data_has_a_method(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """Data collected at a touchpoint has a `method`; one that is given on the list of a measurement canvas,
    under the same id, counts.
    """
    for place in touchpoints(here):
        for number, item in enumerate(place.touchpoint.data_items):
            listed = here.workspace.data_items.get(item.id)
            if here.lacks(*place.path, "data", number, "method") and (
                listed is None or listed.value.method is None
            ):
                yield Finding(
                    (*place.path, "data", number),
                    f"The data {shown(item.id)} has no method",
                    "Add `method`: NPS, CSAT, CES, open, conversion, analytics or another word.",
                    at_key=True,
                )


@RULES.rule(
    "CX310",
    "critical-without-metric",
    why="A point that decides the experience is worth a figure: without one nobody sees when it gets worse.",
    bad=_with_data("data: [{id: comments, item: What readers write, method: open}]\n"),
    good=_GOOD,
)
def critical_ones_have_a_metric(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """A critical touchpoint has a metric: data whose method gives a figure, or that has given one.

    Open feedback, interviews and observation give none by themselves. The metric may also stand on a
    measurement canvas or in a plan, at a touchpoint of the same id.
    """
    for place in touchpoints(here):
        if place.touchpoint.critical and not _is_measured(here, place):
            yield Finding(
                (*place.path, "critical"),
                f"{shown(place.touchpoint.id)} is critical and has no metric",
                "Add a data item with a method that gives a figure, such as CSAT, CES or conversion.",
            )


def _is_measured(here: InWorkspace[Journey], place: TouchpointPlace) -> bool:
    if place.left_empty("data") or any(item.method is None for item in place.touchpoint.data_items):
        return True  # data without a method, or left to be filled, has a finding of its own
    return has_metric(place.touchpoint, here.canvas, here.workspace)
