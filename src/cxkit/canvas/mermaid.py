"""A journey as a Mermaid user journey: text that git hosts and wikis draw, and that we read again.

Mermaid has a title, sections, and tasks with one score and some actors. What it cannot say of those is kept
in comments, which nobody sees in a drawing; the rest of a journey (channels, data, lanes, …) is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cxkit.canvas.journey import Journey, Stage, Touchpoint
from cxkit.canvas.mermaid_diagram import Diagram, Section, Task, text_of
from cxkit.canvas.mermaid_journey import People, actors_of, exactly, named, roughly
from cxkit.documents.base import Text


def mermaid(journey: Journey, language: str, names: Mapping[str, str] | None = None) -> str:
    """Return a journey as Mermaid text in a language.

    ``names`` are the names of personas by id, for those that the journey does not have in full. Scores are
    emotions plus three: their mean where personas differ, 3 where nothing is known; the exact emotions stand
    in a comment then.
    """
    return text_of(diagram_of(journey, language, names or {}))


def diagram_of(journey: Journey, language: str, names: Mapping[str, str]) -> Diagram:
    """Return a journey as a diagram; see `mermaid`."""

    def words(text: Text) -> str:
        return text.get(language, journey.language or "")

    called = _called(journey, words, names)
    actors = _each_unlike(called)
    writer = _Writer(words, actors)
    sections = tuple(writer.section(stage) for stage in journey.stages)
    title = None if journey.title is None else words(journey.title)
    goal = None if journey.goal is None else words(journey.goal)
    exact: dict[str, Any] = {"journey": journey.id}
    if journey.language is not None:
        exact["language"] = language
    diagram = Diagram(title, sections, goal, exact)
    in_full = {one.id for one in journey.personas if not isinstance(one, str)}
    people = {actor: _entry(one, called[one], actor, in_full=one in in_full) for one, actor in actors.items()}
    if People(actors_of(diagram), {}).entries != People((), people).entries:
        diagram = replace(diagram, exact=exact | {"personas": people})
    return diagram


class _Writer:
    """Makes sections of stages, and remarks what would be read differently without."""

    def __init__(self, words: Any, actors: dict[str, str]) -> None:
        self.words = words
        self.actors = actors
        self._stages: list[str] = []
        self._touchpoints: list[str] = []

    def section(self, stage: Stage) -> Section:
        name = self.words(stage.called)
        exact = self._remark(stage, name, self._stages, "stage")
        self._stages.append(stage.id)
        return Section(name, tuple(self._task(touchpoint) for touchpoint in stage.touchpoints), exact)

    def _task(self, touchpoint: Touchpoint) -> Task:
        name = self.words(touchpoint.called)
        exact = self._remark(touchpoint, name, self._touchpoints, "touchpoint")
        self._touchpoints.append(touchpoint.id)
        everyone = tuple(self.actors)
        score, here = roughly(touchpoint.emotion, everyone)
        if exactly(score, here, everyone) != touchpoint.emotion:
            exact["emotion"] = touchpoint.emotion
        return Task(name, score, tuple(self.actors[persona] for persona in here), exact)

    @staticmethod
    def _remark(one: Stage | Touchpoint, name: str, taken: Sequence[str], fallback: str) -> dict[str, Any]:
        exact: dict[str, Any] = {}
        if named({}, name, taken, fallback) != one.id:
            exact["id"] = one.id
        if one.title is None:
            exact["title"] = None
        return exact


def _called(journey: Journey, words: Any, names: Mapping[str, str]) -> dict[str, str]:
    """Return what every persona is called by its id, those with nothing but an emotion among them."""
    called = {one: names.get(one, one) for one in journey.persona_ids}
    called |= {one.id: words(one.called) for one in journey.personas if not isinstance(one, str)}
    for _, _, touchpoint in journey.touchpoints():
        if isinstance(touchpoint.emotion, dict):
            called |= {one: names.get(one, one) for one in touchpoint.emotion if one not in called}
    return called


def _each_unlike(called: Mapping[str, str]) -> dict[str, str]:
    """Return a name of its own for every persona: those of one name get their ids behind it."""
    names = list(called.values())
    found: dict[str, str] = {}
    for one, name in called.items():
        actor = name if names.count(name) == 1 else f"{name} ({one})"
        while actor in found.values() or (actor != name and actor in names):
            actor += f" ({one})"
        found[one] = actor
    return found


def _entry(one: str, called: str, actor: str, *, in_full: bool) -> str | dict[str, Any]:
    """Return a persona as a remark has it: its id, and its name where the actor has another."""
    if not in_full:
        return one
    return {"id": one} if called == actor else {"id": one, "name": called}
