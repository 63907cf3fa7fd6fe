"""Rules for the OKRs of a strategy: whole in themselves, and joined with the must-win battles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.rules.book import InWorkspace, canvas_rules, meant, meant_around
from cxkit.documents.base import shown
from cxkit.documents.nearness import all_of
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.strategy import Strategy

RULES = canvas_rules("strategy")

_PARTS = {
    "objective": "objective",
    "key_results": "metric (`key_results`)",
    "actions": "action (`actions`)",
    "battle": "must-win battle (`battle`)",
}


@RULES.rule(
    "CX417",
    "okr-not-whole",
    why="An OKR turns a choice into the work of a team: somebody reaches something, it can be seen, and it "
    "wins a battle. A battle that no OKR carries is won by nobody.",
    bad="""
        okrs:
          - {id: okr-pick-up, team: Service, objective: The book is there, actions: Messages, battle: pickup,
             key_results: [{text: Trips in vain}]}
          - {id: okr-search, team: Online, objective: One search, battle: search}
          - {id: okr-welcome, objective: All are greeted, actions: Training, battle: welcome,
             key_results: [{text: NPS}]}
        """,
    good="""
        okrs:
          - {id: okr-pick-up, team: Service, objective: The book is there, actions: Messages, battle: pick-up,
             key_results: [{text: Trips in vain}]}
          - {id: okr-search, team: Online, objective: One search, actions: Merge catalogues, battle: search,
             key_results: [{text: Searches without a hit}]}
          - {id: okr-welcome, unit: Branches, objective: All are greeted, actions: Training, battle: welcome,
             key_results: [{text: NPS}]}
        """,
)
def okrs_carry_the_battles(here: InWorkspace[Strategy]) -> Iterator[Finding]:
    """Every OKR has a unit or team, an objective, a metric, an action and a must-win battle that there is,
    and every battle has an OKR.

    Battles and OKRs of other strategies in the workspace count as well.
    """
    yield from _not_whole(here)
    if not here.left_empty("battles"):
        yield from _of_unknown_battle(here)
    yield from _without_okr(here)


def _not_whole(here: InWorkspace[Strategy]) -> Iterator[Finding]:
    for number, okr in enumerate(here.canvas.okrs):
        path = ("okrs", number)
        lacking = [f"no {words}" for key, words in _PARTS.items() if here.lacks(*path, key)]
        if here.lacks(*path, "unit") and here.lacks(*path, "team"):
            lacking.insert(0, "no unit or team")
        if lacking:
            yield Finding(
                (*path, "id"),
                f"The OKR {shown(okr.id)} has {all_of(lacking)}",
                "Say who reaches what, by which metric and actions, and for which battle.",
            )


def _of_unknown_battle(here: InWorkspace[Strategy]) -> Iterator[Finding]:
    own = [battle.id for battle in here.canvas.battles]
    for number, okr in enumerate(here.canvas.okrs):
        known = (here.workspace.battles, here.workspace.unsound_ids)
        if okr.battle is not None and not any(okr.battle in ids for ids in known):
            yield Finding(
                ("okrs", number, "battle"),
                f"The OKR {shown(okr.id)} serves {shown(okr.battle)}, and there is no such must-win battle",
                meant_around(here.workspace, okr.battle, own or here.workspace.battles)
                or meant(okr.battle, own or here.workspace.battles, what="The battles are"),
            )


def _without_okr(here: InWorkspace[Strategy]) -> Iterator[Finding]:
    open_ = any(here.left_empty("okrs", number, "battle") for number in range(len(here.canvas.okrs)))
    if open_ or here.left_empty("okrs"):
        return
    served = {held.value.battle for held in here.workspace.objectives.values()}
    served |= {okr.battle for okr in here.canvas.okrs}
    for number, battle in enumerate(here.canvas.battles):
        if battle.id not in served:
            yield Finding(
                ("battles", number, "id"),
                f"No OKR serves the must-win battle {shown(battle.id)}",
                "Add an OKR with its id in `battle`, or drop the battle.",
            )
