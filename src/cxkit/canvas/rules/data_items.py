"""Rules for the data of a measurement canvas: each piece has a home, a place of collection and a use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.rules.book import InWorkspace, canvas_rules
from cxkit.canvas.rules.measured import (
    LIST,
    TABLE,
    collected_on_journeys,
    data_around,
    listed_as,
    open_in_any,
)
from cxkit.canvas.rules.smallest import measurement_with
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.nearness import listed
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.measurement import Measurement

RULES = canvas_rules("measurement")


@RULES.rule(
    "CX401",
    "data-without-home",
    why="A figure that nobody can find again, or trace back to the tool it came from, cannot be relied on "
    "when a decision is due.",
    bad=measurement_with(
        data_place="""
    data:
      - {id: survey, item: Satisfaction, method: CSAT, place: Dashboard, decision: Opening hours}
      - {id: loans, item: Loans by hour, method: analytics, decision: Opening hours}"""
    ),
    good=measurement_with(),
)
def data_has_a_home(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """Every data item says where it comes from (`source`) and where it is kept (`place`)."""
    for number, item in enumerate(here.canvas.data_items):
        lacking = [f"no {key}" for key in ("source", "place") if here.lacks(*LIST, number, key)]
        if lacking:
            yield Finding(
                (*LIST, number, "id"),
                f"The data item {shown(item.id)} has {' and '.join(lacking)}",
                "Say in `source` from which tool it comes, and in `place` where it is kept.",
            )


@RULES.rule(
    "CX402",
    "data-on-one-list-only",
    why="The table of touchpoints says what is collected and the list says where it ends up. What stands in "
    "one of them only is data that gets lost, or a list of data that nobody collects.",
    bad=measurement_with(
        path="""
    touchpoints:
      - {id: pick-up, title: Pick-up shelf, method: CSAT, data: [survey, lones]}"""
    ),
    good=measurement_with(
        path="""
    touchpoints:
      - {id: pick-up, title: Pick-up shelf, method: CSAT, data: [survey, loans]}"""
    ),
)
def data_on_both_lists(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """Data that a touchpoint names is on the list of data, and what is on the list is collected somewhere.

    The touchpoints are those of the canvas, and of the journeys that it measures: the ones that it names, and
    the ones in its folder and below that no other canvas names.
    """
    if not here.left_empty(*LIST):
        yield from _not_on_the_list(here)
    if not here.left_empty(*TABLE) and not any(
        here.left_empty(*TABLE, number, "data") for number in range(len(here.canvas.touchpoints))
    ):
        yield from _collected_nowhere(here)


def _not_on_the_list(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    own = [item.id for item in here.canvas.data_items]
    known = set(own)
    for number, touchpoint in enumerate(here.canvas.touchpoints):
        for place, name in enumerate(touchpoint.data):
            if name not in known:
                yield Finding(
                    (*TABLE, number, "data", place),
                    f"{shown(name)}, collected at {shown(touchpoint.id)}, is not on the list of data",
                    listed_as(name, own),
                )
    anywhere = data_around(here.workspace).listed
    for journey, collected in collected_on_journeys(here):
        unlisted = [shown(name) for name in collected if name not in anywhere]
        if unlisted:
            yield Finding(
                LIST,
                f"The list of data lacks what is collected on the journey {shown(journey.id)}: "
                f"{listed(unlisted)}",
                "Add it to the list, with its source and place.",
                at_key=True,
            )


def _collected_nowhere(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    collected = data_around(here.workspace).collected
    for number, item in enumerate(here.canvas.data_items):
        if item.id not in collected and item.id not in here.workspace.unsound_ids:
            yield Finding(
                (*LIST, number, "id"),
                f"The data item {shown(item.id)} is not collected at any touchpoint",
                "Name it in the `data` of the touchpoint where it is collected, or take it off the list.",
            )


@RULES.rule(
    "CX403",
    "data-without-decision",
    Severity.WARNING,
    why="Collecting costs customers time and us money. Data on which no decision depends is collected for "
    "its own sake.",
    bad=measurement_with(
        data_place="""
    data:
      - {id: survey, item: Satisfaction, source: Web form, place: Dashboard, decision: Opening hours}
      - {id: loans, item: Loans by hour, source: Library system, place: Dashboard}"""
    ),
    good=measurement_with(
        data_place="""
    data:
      - {id: survey, item: Satisfaction, source: Web form, place: Dashboard, decision: Opening hours}
      - {id: loans, item: Loans by hour, source: Library system, place: Dashboard, decision: Staffing}"""
    ),
)
def data_bears_on_a_decision(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """Every data item says which decision it bears on (`decision`)."""
    for number, item in enumerate(here.canvas.data_items):
        if here.lacks(*LIST, number, "decision"):
            yield Finding(
                (*LIST, number, "id"),
                f"Nothing says which decision the data item {shown(item.id)} bears on",
                "Name the decision in `decision`, or stop collecting the data.",
            )


@RULES.rule(
    "CX404",
    "data-in-no-analysis",
    Severity.WARNING,
    why="Data that is collected and left out of every analysis has been paid for and teaches nothing.",
    bad=measurement_with(
        analysis="""
    analyses:
      - {id: monthly, owner: The customer team, audience: Management, data: [survey],
         enriched_with: Weather, updates: [1, 2, 6]}"""
    ),
    good=measurement_with(
        analysis="""
    analyses:
      - {id: monthly, owner: The customer team, audience: Management, data: [survey, loans],
         enriched_with: Weather, updates: [1, 2, 6]}"""
    ),
)
def data_is_analysed(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """Every data item is drawn on by an analysis, where there are analyses at all."""
    if not here.canvas.analyses or open_in_any(here, "data"):
        return
    analysed = data_around(here.workspace).analysed
    for number, item in enumerate(here.canvas.data_items):
        if item.id not in analysed:
            yield Finding(
                (*LIST, number, "id"),
                f"No analysis draws on the data item {shown(item.id)}",
                "Name it in the `data` of an analysis, or stop collecting it.",
            )
