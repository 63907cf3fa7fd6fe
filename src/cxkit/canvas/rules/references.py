"""Rules for the ids by which canvases speak of one another, whatever their kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cxkit.canvas.journey import Journey
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.programme import Programme
from cxkit.canvas.rules.book import ANY_KIND, InWorkspace, canvas_rules, meant, meant_around
from cxkit.canvas.rules.circles import circle_of
from cxkit.canvas.rules.places import MEASURED_TOUCHPOINTS, persona_entries
from cxkit.documents.problem import shown
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.part import CanvasDocument
    from cxkit.canvas.workspace import Member, Workspace
    from cxkit.documents.document import Path_

RULES = canvas_rules(ANY_KIND)

MOST_NAMED = 6
"""How many journeys of a circle a message names."""

_EVERYWHERE = "in this workspace"


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that stands for ``what`` ("journey"), and the ids that there are ``where`` it is looked up.

    ``at_key``: the id is a key, not a value.
    """

    path: Path_
    id: str
    what: str
    known: Iterable[str]
    where: str = _EVERYWHERE
    at_key: bool = False


@RULES.rule(
    "CX340",
    "unknown-reference",
    why="What hangs on an id that nothing has is lost: the picture shows no persona, and the opportunity "
    "serves no objective. Mostly the id is misspelt, or the other file was renamed.",
    bad="""
        kind: programme
        core_journey: reserved-bok
        --- # journey.yaml
        kind: journey
        """,
    good="""
        kind: programme
        core_journey: reserved-book
        --- # journey.yaml
        kind: journey
        """,
)
def refers_to_what_is_there(here: InWorkspace[CanvasDocument]) -> Iterator[Finding]:
    """What a canvas refers to by its id is in the workspace: personas, journeys, touchpoints, OKRs.

    The workspace is every canvas in the file's folder and below, or in the folder with the nearest
    `cxkit.toml`. Some references have rules of their own: the personas and channels of a journey, the data
    of a measurement canvas, the battle of an OKR. What stands in a canvas that could not be read counts as
    there.
    """
    for one in _references(here):
        if one.id not in (known := tuple(one.known)) and one.id not in here.workspace.unsound_ids:
            anywhere = one.where == _EVERYWHERE
            hint = meant_around(here.workspace, one.id, known) if anywhere else None
            if hint is None:
                hint = meant(one.id, known, what="Known ids are") if known else _NONE.format(one.what)
            message = f"There is no {one.what} {shown(one.id)} {one.where}"
            yield Finding(one.path, message, hint, at_key=one.at_key)


_NONE = "There is none yet: add the {} to this folder, or leave this out."


def _references(here: InWorkspace[CanvasDocument]) -> Iterator[Reference]:
    canvas, workspace = here.canvas, here.workspace
    match canvas:
        case Journey():
            yield from _of_journey(canvas, workspace)
            if not here.left_empty("personas"):
                yield from _of_emotions(canvas)
        case Measurement():
            yield from _personas(canvas, workspace)
            yield from _of_measured_touchpoints(canvas, workspace)
        case Programme():
            yield from _of_programme(canvas, workspace)
        case _:
            yield from _personas(canvas, workspace)


def _personas(canvas: CanvasDocument, workspace: Workspace) -> Iterator[Reference]:
    for path, one in persona_entries(canvas):
        if isinstance(one, str):
            yield Reference(path, one, "persona", workspace.personas)


def _of_journey(journey: Journey, workspace: Workspace) -> Iterator[Reference]:
    if journey.based_on is not None:
        others = [name for name in workspace.journeys if name != journey.id]
        yield Reference(("based_on",), journey.based_on, "other journey", others)
    for path, _, touchpoint in journey.touchpoints():
        for number, opportunity in enumerate(touchpoint.opportunities):
            if opportunity.objective is not None:
                at = (*path, "opportunities", number, "objective")
                yield Reference(at, opportunity.objective, "OKR", workspace.objectives)


def _of_emotions(journey: Journey) -> Iterator[Reference]:
    for path, _, touchpoint in journey.touchpoints():
        if isinstance(touchpoint.emotion, dict):
            for name in touchpoint.emotion:
                at = (*path, "emotion", name)
                yield Reference(at, name, "persona", journey.persona_ids, "in this journey", at_key=True)


def _of_measured_touchpoints(canvas: Measurement, workspace: Workspace) -> Iterator[Reference]:
    for number, touchpoint in enumerate(canvas.touchpoints):
        at = (*MEASURED_TOUCHPOINTS, number)
        if touchpoint.journey is None:
            continue
        yield Reference((*at, "journey"), touchpoint.journey, "journey", workspace.journeys)
        member = workspace.journeys.get(touchpoint.journey)
        if member is not None:
            known = [one.id for _, _, one in member.canvas.touchpoints()]
            where = f"in the journey {shown(touchpoint.journey)}"
            yield Reference((*at, "id"), touchpoint.id, "touchpoint", known, where)


def _of_programme(programme: Programme, workspace: Workspace) -> Iterator[Reference]:
    if programme.core_journey is not None:
        yield Reference(("core_journey",), programme.core_journey, "journey", workspace.journeys)
    known = dict.fromkeys(one.value.id for one in workspace.touchpoints)
    known |= dict.fromkeys(one.value.id for one in workspace.measured_touchpoints)
    for number, point in enumerate(programme.critical_points):
        if point.touchpoint is not None:
            yield Reference(
                ("critical_points", number, "touchpoint"),
                point.touchpoint,
                "touchpoint",
                dict.fromkeys(known),
            )


@RULES.rule(
    "CX341",
    "canvas-id-twice",
    why="Other canvases call this one by its id, and would mean either of the two. A copied file usually has "
    "more in it that was not adapted.",
    bad="""
        kind: empathy
        id: aino-feels
        --- # copy.yaml
        kind: empathy
        id: aino-feels
        """,
    good="""
        kind: empathy
        id: aino-feels
        --- # copy.yaml
        kind: empathy
        id: veikko-feels
        """,
)
def has_an_id_of_its_own(here: InWorkspace[CanvasDocument]) -> Iterator[Finding]:
    """Two canvases of one kind in a workspace have different ids; upper and lower case count as the same."""
    sharing = _by_kind_and_id(here.workspace).get((here.canvas.kind, here.canvas.id.casefold()), [])
    other = next((one for one in sharing[:2] if one.file != here.document.file), None)
    if other is not None:
        line = other.document.value_span(("id",)).line
        message = f"The id {shown(here.canvas.id)} is also used in `{other.file}`, line {line}"
        yield Finding(("id",), message, "Give each canvas an id of its own.")


_THREE = """
kind: journey
id: by-phone
type: exception
turned_round: A call back within the hour
based_on: reserved-book
--- # evening.yaml
kind: journey
id: in-the-evening
type: variation
based_on: reserved-book
--- # core.yaml
kind: journey
type: core
"""


@RULES.rule(
    "CX342",
    "circular-reference",
    why="A journey that is based on itself in the end is based on nothing: no reader finds the core journey, "
    "and a change of it reaches none of them.",
    bad=_THREE.replace("reserved-book", "in-the-evening", 1).replace("reserved-book", "by-phone", 1),
    good=_THREE,
)
def is_based_on_something_else(here: InWorkspace[CanvasDocument]) -> Iterator[Finding]:
    """No journey leads by `based_on` back to itself."""
    canvas = here.canvas
    circle = circle_of(canvas, here.workspace) if isinstance(canvas, Journey) else ()
    if circle:
        between = circle[1:] if len(circle) <= MOST_NAMED else (*circle[1:MOST_NAMED], "…")
        way = ", ".join(shown(one) if one != "…" else one for one in (*between, circle[0]))
        message = f"{shown(circle[1])} leads back to this journey by `based_on`: {way}"
        yield Finding(("based_on",), message, "Let one of them be the core journey, without `based_on`.")


@lru_cache(maxsize=1)
def _by_kind_and_id(workspace: Workspace) -> dict[tuple[str, str], list[Member[CanvasDocument]]]:
    found: dict[tuple[str, str], list[Member[CanvasDocument]]] = {}
    for member in workspace.members:
        found.setdefault((member.canvas.kind, member.canvas.id.casefold()), []).append(member)
    return found
