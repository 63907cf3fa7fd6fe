"""Rules for a maturity canvas: that the stages hold one another up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.rules.book import InWorkspace, canvas_rules
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.maturity import Maturity, MaturityStage, StageId

RULES = canvas_rules("maturity")


@RULES.rule(
    "CX418",
    "culture-without-strategy",
    Severity.WARNING,
    why="Culture follows from choices that were made and kept. Where the strategic measures are missing, "
    "what looks like culture is most often the enthusiasm of a few.",
    bad="""
        stages:
          - {id: understand, criteria: [{text: Every month is measured, met: true}]}
          - {id: engage, criteria: [{text: All were trained, met: true}]}
          - id: strategic
            criteria: [{text: Choices are made, met: true}, {text: Something was left out, met: false}]
        claimed: culture
        """,
    good="""
        stages:
          - {id: understand, criteria: [{text: Every month is measured, met: true}]}
          - {id: engage, criteria: [{text: All were trained, met: true}]}
          - id: strategic
            criteria: [{text: Choices are made, met: true}, {text: Something was left out, met: true}]
          - {id: culture, criteria: [{text: New colleagues learn it first, met: true}]}
        claimed: culture
        """,
)
def culture_rests_on_strategy(here: InWorkspace[Maturity]) -> Iterator[Finding]:
    """The stage `culture` is not claimed, nor said to be met, without the stage `strategic`.

    A canvas that says nothing of `strategic` rests on another maturity canvas of the workspace in which that
    stage is met, if there is one.
    """
    culture = _stage(here.canvas, "culture")
    claimed = here.canvas.claimed == "culture"
    if not claimed and (culture is None or not culture[1].met):
        return
    strategic = _stage(here.canvas, "strategic")
    if strategic is None and (here.left_empty("stages") or _met_elsewhere(here)):
        return
    if strategic is None or _is_not_met(here, *strategic):
        why = "has no criteria" if strategic is None or not strategic[1].criteria else "is not met"
        yield Finding(
            ("claimed",) if claimed else ("stages", culture[0] if culture else 0, "id"),
            f"Stage 4, `culture`, is {'claimed' if claimed else 'said to be met'}, "
            f"but stage 3, `strategic`, {why}",
            "Show that stage 3 is met, with evidence, or claim a lower stage.",
        )


@RULES.rule(
    "CX425",
    "engagement-fades",
    Severity.INFO,
    why="Training and workshops carry for a while. Unless choices back them, people return to what they are "
    "measured by.",
    bad="""
        stages:
          - {id: understand, criteria: [{text: Every month is measured, met: true}]}
          - {id: engage, criteria: [{text: All were trained, met: true}]}
          - {id: strategic, criteria: [{text: Choices are made, met: false}]}
        claimed: engage
        """,
    good="""
        stages:
          - {id: understand, criteria: [{text: Every month is measured, met: true}]}
          - {id: engage, criteria: [{text: All were trained, met: true}]}
          - {id: strategic, criteria: [{text: Choices are made, met: true}, {text: Left out, met: false}]}
        claimed: engage
        """,
)
def engagement_is_backed(here: InWorkspace[Maturity]) -> Iterator[Finding]:
    """Where measures of stage 2 have been taken, or it is claimed, something of stage 3 backs them."""
    engage, strategic = _stage(here.canvas, "engage"), _stage(here.canvas, "strategic")
    taken = engage is not None and any(one.met for one in engage[1].criteria)
    if not taken and here.canvas.claimed != "engage":
        return
    if strategic is None:
        backed = here.left_empty("stages") or _met_elsewhere(here)
    else:
        number, stage = strategic
        backed = any(one.met for one in stage.criteria) or not _is_not_met(here, number, stage)
    if not backed:
        yield Finding(
            ("stages", engage[0], "id") if taken and engage is not None else ("claimed",),
            "The measures of stage 2, `engage`, fade unless stage 3, `strategic`, backs them",
            "Make choices for the sake of the customer experience, and say what is left out.",
        )


def _stage(canvas: Maturity, name: StageId) -> tuple[int, MaturityStage] | None:
    """Return the number and the stage of an id."""
    return next(((number, one) for number, one in enumerate(canvas.stages) if one.id == name), None)


def _is_not_met(here: InWorkspace[Maturity], number: int, stage: MaturityStage) -> bool:
    """Tell whether a stage is known not to be met; what is left empty may still turn out either way."""
    path = ("stages", number, "criteria")
    if here.left_empty(*path):
        return False
    failed = [
        place
        for place, one in enumerate(stage.criteria)
        if not one.met and not here.left_empty(*path, place, "met")
    ]
    return bool(failed) or not stage.criteria


def _met_elsewhere(here: InWorkspace[Maturity]) -> bool:
    from cxkit.canvas.maturity import Maturity

    stages = (_stage(member.canvas, "strategic") for member in here.workspace.of_type(Maturity))
    return any(found is not None and found[1].met for found in stages)
