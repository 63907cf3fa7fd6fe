"""What the keys of a canvas are called where a change is told in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxkit.canvas.diff import Step
from cxkit.canvas.kind import Kind
from cxkit.locale.texts import Texts
from cxkit.report.canvas.teller import Teller

SILENT = frozenset({"blocks", "lanes", "result", "compared_with", "facts", "text"})
"""Keys that only hold others together."""


_NOT_BY_ROW = frozenset({"channels", "emotion", "owner"})
"""Rows of a journey that do not name their key as documents do."""


def labels(texts: Texts) -> Mapping[str, str]:
    """Return what keys are called, but for those that a kind of canvas names itself."""
    _ = texts.gettext
    return {
        "actions": _("Actions"),
        "against": _("What it pulls against"),
        "applications": _("Applications"),
        "audience": _("For whom"),
        "based_on": _("Based on"),
        "battle": _("Battle"),
        "benefits": _("Benefits"),
        "business": _("Business metric"),
        "business_value": _("Value to the business"),
        "channel": _("Channel"),
        "claimed": _("Stage claimed"),
        "critical": _("Critical"),
        "current": _("Now"),
        "customer_value": _("Value to the customer"),
        "customers": _("To customers"),
        "date": _("Date"),
        "decision": _("Decision"),
        "effort": _("Effort"),
        "emotion": _("Emotion"),
        "enriched_with": _("Enriched with"),
        "evidence": _("What this rests on"),
        "form": _("Form"),
        "importance": _("Importance"),
        "internal": _("To every function"),
        "item": _("Data item"),
        "key_results": _("Key results"),
        "language": _("Language"),
        "long_term": _("In the long term"),
        "met": _("Met"),
        "method": _("Method"),
        "metric": _("Metric"),
        "mode": _("Online or on site"),
        "name": _("Name"),
        "next": _("Next review"),
        "notes": _("Notes"),
        "objective": _("Objective"),
        "obtained": _("How it is obtained"),
        "offline": _("On site"),
        "online": _("Online"),
        "operational": _("Operational metric"),
        "organisation": _("Organisation"),
        "owner": _("Responsible"),
        "ownership": _("Ownership"),
        "partners": _("Partners"),
        "people": _("People"),
        "persona": _("Persona"),
        "personas": _("Personas"),
        "phase": _("Phase"),
        "place": _("Place"),
        "premises": _("Premises"),
        "quote": _("In their words"),
        "reaction_time": _("How fast we react"),
        "reactions": _("How we react"),
        "reviewed": _("Reviewed"),
        "rhythm": _("Rhythm"),
        "role": _("Role"),
        "sacrifices": _("Sacrifices"),
        "scale": _("Scale"),
        "sharing": _("How it is shared"),
        "short_term": _("In the short term"),
        "source": _("Source"),
        "start": _("Start"),
        "target": _("Target"),
        "team": _("Team"),
        "title": _("Name"),
        "touchpoint": _("Touchpoint"),
        "turned_round": _("How it is turned round"),
        "unit": _("Unit"),
        "updated": _("Updated"),
        "updates": _("Updates the blocks"),
        "use": _("How we use the data"),
        "value": _("Newest result"),
        "why": _("Why"),
    }


def of_kind(kind: Kind, teller: Teller) -> dict[tuple[str, ...], str]:
    """Return what a kind calls the keys of its canvases, by the path without ids."""
    # The canvas has an owner; for what stands in it somebody is responsible.
    found: dict[tuple[str, ...], str] = {("owner",): teller.texts.gettext("Owner")}
    found |= {(one.id,): teller.said(one.title) for one in kind.fields}
    for row in kind.rows:
        # A row that shows several keys, or is called by many, has no name for one of them.
        for key in row.keys if len(row.keys) == 1 and row.id not in _NOT_BY_ROW else ():
            found["touchpoints", *key.split(".")] = teller.said(row.title)
        if row.id == "touchpoints":
            found[("touchpoints",)] = teller.said(row.title)
    for block in kind.blocks:
        found["blocks", block.id] = teller.said(block.title)
        for half in kind.halves:
            found["blocks", block.id, half.id] = teller.said(half.title)
    for stage in kind.stages:
        found["stages", stage.id] = teller.said(stage.title)
    for section in kind.sections:
        found["sections", section.id] = teller.said(section.title)
    return found


def words_of(kind: Kind, teller: Teller) -> dict[str, str]:
    """Return what the words that keys can have for values are called."""
    _ = teller.texts.gettext
    own = {one.id: str(teller.said(one.title)) for one in (*kind.phases, *kind.ownership, *kind.stages)}
    return own | {
        "brand": _("our own"),
        "current": _("current state"),
        "future": _("future state"),
        "core": _("core journey"),
        "variation": _("variation"),
        "exception": _("exception"),
        "data": _("collected data"),
        "interview": _("interviews"),
        "assumption": _("an assumption"),
        "none": _("not measured"),
        "online": _("online"),
        "offline": _("on site"),
        "both": _("online and on site"),
    }


def keys_of(path: Sequence[Step]) -> tuple[str, ...]:
    """Return the keys of a path without the ids of what has a name."""
    return tuple(step.key for step in path if step.called is None)
