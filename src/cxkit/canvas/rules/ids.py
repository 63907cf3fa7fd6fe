"""Rules for the ids of what stands in lists: one thing, one id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.journey import Journey
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.persona import ids_of
from cxkit.canvas.rules.book import ANY_KIND, InWorkspace, canvas_rules
from cxkit.canvas.rules.measured import ANALYSES, LIST, TABLE
from cxkit.canvas.rules.places import MEASURED_PERSONAS
from cxkit.canvas.rules.smallest import measurement_with
from cxkit.canvas.strategy import Strategy
from cxkit.documents.base import shown
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.part import CanvasDocument
    from cxkit.documents.document import Path_

RULES = canvas_rules(ANY_KIND)


@RULES.rule(
    "CX431",
    "id-twice-in-a-list",
    why="An analysis, an OKR or a programme calls a thing by its id, and would mean either of the two.",
    bad="kind: measurement\n"
    + measurement_with(
        data_place="""
    data:
      - {id: survey, item: Satisfaction, source: Web form, place: Dashboard, decision: Opening hours}
      - {id: loans, item: Loans by hour, source: Library system, place: Dashboard, decision: Opening hours}
      - {id: Loans, item: Loans by day, source: Library system, place: Dashboard, decision: Staffing}"""
    ).replace("data: [survey, loans]", "data: [survey, loans, Loans]"),
    good="kind: measurement\n" + measurement_with(),
)
def one_thing_one_id(here: InWorkspace[CanvasDocument]) -> Iterator[Finding]:
    """Personas of a journey or a measurement canvas, data at a touchpoint, data items, analyses and
    touchpoints of a measurement canvas, and the battles and OKRs of a strategy have ids that differ within
    their list; upper and lower case count as the same.
    """
    for what, path, ids in _lists(here.canvas):
        seen: dict[str, Path_] = {}
        for number, name in enumerate(ids):
            at = (*path, number, "id")
            earlier = seen.setdefault(name.casefold(), at)
            if earlier != at:
                yield Finding(
                    at,
                    f"The {what} id {shown(name)} is already used in line {{line}}",
                    "Give each its own id; upper and lower case count as the same.",
                    earlier=earlier,
                )


def _lists(canvas: CanvasDocument) -> Iterator[tuple[str, Path_, list[str]]]:
    match canvas:
        case Journey():
            yield "persona", ("personas",), list(canvas.persona_ids)
            for at, _, touchpoint in canvas.touchpoints():
                yield "data", (*at, "data"), [one.id for one in touchpoint.data_items]
        case Measurement():
            yield "persona", MEASURED_PERSONAS, list(ids_of(canvas.personas))
            yield "touchpoint", TABLE, [one.id for one in canvas.touchpoints]
            yield "data", LIST, [one.id for one in canvas.data_items]
            yield "analysis", ANALYSES, [one.id for one in canvas.analyses]
        case Strategy():
            yield "battle", ("battles",), [one.id for one in canvas.battles]
            yield "OKR", ("okrs",), [one.id for one in canvas.okrs]
