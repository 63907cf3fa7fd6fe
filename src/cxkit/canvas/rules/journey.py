"""Rules for a journey as a whole: whose it is, what it covers, how much of it is to become better."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.journey import PHASES
from cxkit.canvas.rules.book import InWorkspace, canvas_rules, meant, meant_around
from cxkit.canvas.rules.places import touchpoints
from cxkit.canvas.rules.smallest import SMALLEST_TOUCHPOINT, stages_with
from cxkit.canvas.rules.touchpoints import is_left_alone
from cxkit.documents.diagnostics import Severity
from cxkit.documents.nearness import either, listed
from cxkit.documents.problem import shown
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.journey import Journey

RULES = canvas_rules("journey")

_OPPORTUNITY = "opportunities: [{text: Tell the number of the shelf in the message}]\n"


@RULES.rule(
    "CX302",
    "journey-of-nobody",
    why="A journey is walked by somebody. Without a persona it becomes a picture of our own process, and an "
    "id that nobody has is no persona either.",
    bad="""
        personas: [aino, veikko]
        --- # aino.yaml
        kind: persona
        """,
    good="""
        personas: [aino]
        --- # aino.yaml
        kind: persona
        """,
)
def names_its_personas(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """A journey names its personas, and each of them is in the workspace or stands in full in the journey."""
    if here.lacks("personas"):
        yield Finding(
            ("personas",),
            "The journey does not say whose it is",
            "Add `personas` with the ids of personas, or with personas in full.",
            at_key=True,
        )
    known = here.workspace.personas
    for number, one in enumerate(here.canvas.personas):
        if isinstance(one, str) and one not in known and one not in here.workspace.unsound_ids:
            yield Finding(
                ("personas", number),
                f"There is no persona {shown(one)} in this workspace",
                meant_around(here.workspace, one, known)
                or (
                    meant(one, known, what="The personas are")
                    if known
                    else "Add the persona to this folder, or write the persona in full here."
                ),
            )


@RULES.rule(
    "CX309",
    "touchpoints-not-weighed",
    Severity.WARNING,
    why="Nobody can make every touchpoint better at once. Which of them decide the experience, and in which "
    "order they come, says where to begin.",
    bad=stages_with(SMALLEST_TOUCHPOINT.replace("importance: 5", "importance: 3")).replace(
        "importance: 2", "importance: 3"
    ),
    good=stages_with(SMALLEST_TOUCHPOINT),
)
def touchpoints_are_weighed(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """The most important touchpoints of a journey are marked, and `importance` puts them in order.

    A single one that is marked, critical or with its importance, needs no order.
    """
    places = list(touchpoints(here))
    if any(place.left_empty(key) for place in places for key in ("importance", "critical")):
        return
    given = [place.touchpoint.importance for place in places if place.touchpoint.importance is not None]
    marked = sum(bool(place.touchpoint.critical or place.touchpoint.importance) for place in places)
    if not places or len(set(given)) > 1 or marked == 1:
        return
    if len(given) > 1:
        message = "The touchpoints are in no order: every importance that is given is the same"
    elif marked:
        message = f"The {marked} {'important' if given else 'critical'} touchpoints are in no order"
    else:
        message = "No touchpoint is marked as important"
    hint = "Give `importance` from 1 to 5, and `critical: true` where the experience is decided."
    yield Finding(("stages",), message, hint, at_key=True)


@RULES.rule(
    "CX317",
    "phase-not-covered",
    Severity.INFO,
    why="Customers judge the whole: what they read before, and how they are helped afterwards, stays in mind "
    "as long as the purchase.",
    bad=stages_with(SMALLEST_TOUCHPOINT).replace("post_purchase", "purchase"),
    good=stages_with(SMALLEST_TOUCHPOINT),
)
def all_phases_are_covered(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """The stages of a journey cover all three phases: pre-purchase, purchase and post-purchase."""
    stages = here.canvas.stages
    if here.left_empty("stages") or any(here.left_empty("stages", n, "phase") for n in range(len(stages))):
        return
    covered = {stage.phase for stage in stages}
    missing = [f"`{phase}`" for phase in PHASES if phase not in covered]
    if missing:
        yield Finding(
            ("stages",),
            f"No stage is of the phase {either(missing)}",
            "Add a stage, or give one its `phase`; leave it if the journey is meant to end earlier.",
            at_key=True,
        )


@RULES.rule(
    "CX318",
    "touchpoints-without-ideas",
    Severity.INFO,
    why="A map of how things are changes nothing. How many of the touchpoints have an idea shows how far the "
    "work on the journey has come.",
    bad=stages_with(SMALLEST_TOUCHPOINT.replace(_OPPORTUNITY, "")),
    good=stages_with(SMALLEST_TOUCHPOINT),
)
def touchpoints_have_ideas(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """All touchpoints of a journey have an idea for their development (`opportunities`).

    The finding says whether none or some of them have, and how many. Low points without one have a finding of
    their own and are not named again.
    """
    places = [place for place in touchpoints(here) if not place.left_empty("opportunities")]
    without = [place for place in places if not place.touchpoint.opportunities]
    names = [shown(place.touchpoint.id) for place in without if not is_left_alone(place)]
    if names:
        have = len(places) - len(without)
        share = f"Some touchpoints have a development idea, {have} of {len(places)}"
        yield Finding(
            ("stages",),
            share if have else "None of the touchpoints has a development idea",
            f"Add `opportunities` to {listed(names)}.",
            at_key=True,
        )
