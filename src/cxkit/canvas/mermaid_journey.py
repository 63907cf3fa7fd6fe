"""What a Mermaid user journey means: sections are stages, actors personas, scores 1-5 emotions -2…+2.

The remarks of our own diagrams say exactly what a line says roughly; one that no longer fits its line,
because somebody has changed the line, is kept as a note and the line counts. Which notes are of that sort is
told, for a journey that has all of it does not need them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil
from typing import Any

from pydantic import ValidationError

from cxkit.canvas.journey import Journey, Touchpoint
from cxkit.canvas.mermaid_diagram import Diagram, Exact, Section, Task
from cxkit.canvas.naming import new_id
from cxkit.canvas.persona import PersonaInFull
from cxkit.documents.scalars import is_language

NEUTRAL = 3
"""The score of an emotion of 0, and of one that is not known."""

Emotion = int | dict[str, int | None] | None


def roughly(emotion: Emotion, everyone: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """Return the score of an emotion and the ids of the personas who have it.

    Emotions that differ give their mean, and of the two whole numbers that are equally near the lower one.
    """
    if isinstance(emotion, Mapping):
        felt = {persona: value for persona, value in emotion.items() if value is not None}
        if felt:
            mean = Fraction(sum(felt.values()), len(felt))
            here = [one for one in everyone if one in felt]
            return ceil(mean - Fraction(1, 2)) + NEUTRAL, (*here, *(one for one in felt if one not in here))
        emotion = None
    return (emotion or 0) + NEUTRAL, tuple(everyone)


def exactly(score: int, here: Sequence[str], everyone: Sequence[str]) -> Emotion:
    """Return the emotion of a line without a remark: one for all, or one for each of some personas."""
    if not here or set(here) == set(everyone):
        return score - NEUTRAL
    return dict.fromkeys(here, score - NEUTRAL)


class People:
    """The personas of a diagram: their entries in order, and the id of each actor."""

    def __init__(self, actors: Iterable[str], exact: Any) -> None:
        """Take the names of actors in order; ``exact`` gives some of them ids, or whole entries."""
        self.ids: dict[str, str] = {}
        self.entries: list[str | dict[str, Any]] = []
        said = exact if isinstance(exact, Mapping) else {}
        known = {actor: entry for actor, entry in said.items() if actor.strip()}
        for actor in dict.fromkeys([*known, *actors]):
            entry = _entry(actor, known.get(actor), self.ids.values())
            self.entries.append(entry)
            self.ids[actor] = entry if isinstance(entry, str) else entry["id"]

    @property
    def everyone(self) -> tuple[str, ...]:
        """The ids of all personas."""
        return tuple(self.ids.values())

    def here(self, task: Task) -> tuple[str, ...]:
        """Return the ids of a task's actors, in the order of the personas."""
        return tuple(known for actor, known in self.ids.items() if actor in task.actors)


def _entry(actor: str, exact: Any, taken: Iterable[str]) -> str | dict[str, Any]:
    """Return an actor as an entry of `personas`: an id where that is the name, else a persona in full."""
    in_full = isinstance(exact, Mapping)
    known = exact.get("id") if in_full else exact
    if known in taken or not _is_id(known):
        known, exact = new_id(actor, taken=taken, fallback="persona"), None
    name = exact.get("name", actor) if isinstance(exact, Mapping) else actor
    if not isinstance(name, str) or not name.strip():
        name = actor
    if known == name:
        return {"id": known} if in_full else known
    return known if isinstance(exact, str) else {"id": known, "name": name}


def _is_id(name: Any) -> bool:
    try:
        PersonaInFull.model_validate({"id": name})
    except ValidationError:
        return False
    return True


def actors_of(diagram: Diagram) -> list[str]:
    """Return the names of all actors in the order in which they appear."""
    tasks = (task for section in diagram.sections for task in section.tasks)
    return list(dict.fromkeys(actor for task in tasks for actor in task.actors))


def journey_of(diagram: Diagram, *, fallback: str, language: str | None = None) -> Journey:
    """Make a journey of a diagram; ``fallback`` is its id when the diagram suggests none."""
    people = _people(diagram)
    own = diagram.exact.get("journey")
    title = diagram.title
    identifier = own if _is_id(own) else new_id(title or fallback, taken=(), fallback="journey")
    stages: list[dict[str, Any]] = []
    touchpoints: list[str] = []
    for section in diagram.sections:
        stages.append(_stage(section, people, [one["id"] for one in stages], touchpoints))
    notes = [*diagram.notes, *_of_head(diagram)]
    data: dict[str, Any] = {
        "kind": Journey.KIND,
        "version": Journey.VERSION,
        "id": identifier,
        "title": title,
        "language": _language_of(diagram) if language is None else language,
        "personas": people.entries,
        "stages": stages,
    }
    if diagram.description is not None:
        if diagram.exact:
            data["goal"] = diagram.description
        else:
            notes.insert(0, diagram.description)
    return Journey.model_validate(data | {"notes": notes})


def outgrown(diagram: Diagram) -> frozenset[str]:
    """Return the notes of `journey_of` that are made of our own remarks, as those no longer fit."""
    people = _people(diagram)
    notes = [*_of_head(diagram), *([] if diagram.left is None else [diagram.left])]
    for section in diagram.sections:
        notes += _of_section(section)
        notes += [note for task in section.tasks for note in _of_task(task, people)]
    return frozenset(notes)


def _people(diagram: Diagram) -> People:
    return People(actors_of(diagram), diagram.exact.get("personas", {}))


def _language_of(diagram: Diagram) -> str | None:
    """Return the language that a remark gives, None for one that is none."""
    said = diagram.exact.get("language")
    return said if isinstance(said, str) and is_language(said) else None


def _of_head(diagram: Diagram) -> list[str]:
    known = ("journey", "personas")
    fits = diagram.exact.get("language") is None or _language_of(diagram) is not None
    return _unknown(diagram.exact, *known, *(("language",) if fits else ()))


def _stage(section: Section, people: People, taken: Sequence[str], touchpoints: list[str]) -> dict[str, Any]:
    title = section.name
    identifier = named(section.exact, title or "", taken, "stage")
    if section.exact.get("title", title) is None:
        title = None
    entries = []
    for task in section.tasks:
        entries.append(_touchpoint(task, people, touchpoints))
        touchpoints.append(entries[-1]["id"])
    notes = [*section.notes, *_of_section(section)]
    return {"id": identifier, "title": title, "touchpoints": entries, "notes": notes}


def _of_section(section: Section) -> list[str]:
    return _unknown(section.exact, "id", "title")


def _touchpoint(task: Task, people: People, taken: Sequence[str]) -> dict[str, Any]:
    emotion = exactly(task.score, people.here(task), people.everyone)
    if _has_exact_emotion(task, people):
        emotion = task.exact["emotion"]
    return {
        "id": named(task.exact, task.name, taken, "touchpoint"),
        "title": None if task.exact.get("title", task.name) is None else task.name,
        "emotion": emotion,
        "notes": [*task.notes, *_of_task(task, people)],
    }


def _of_task(task: Task, people: People) -> list[str]:
    fits = _has_exact_emotion(task, people)
    return _unknown(task.exact, "id", "title", *(("emotion",) if fits else ()))


def _has_exact_emotion(task: Task, people: People) -> bool:
    if "emotion" not in task.exact:
        return False
    return _fits(task.exact["emotion"], task.score, people.here(task), people.everyone)


def _unknown(exact: Exact, *known: str) -> list[str]:
    """Return what a remark says besides as notes."""
    return [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in exact.items() if key not in known
    ]


def _fits(emotion: Any, score: int, here: Sequence[str], everyone: Sequence[str]) -> bool:
    """Whether a remark's emotion is one, and is what its line says roughly."""
    try:
        Touchpoint.model_validate({"id": "a", "emotion": emotion})
    except ValidationError:
        return False
    rough, whose = roughly(emotion, everyone)
    return rough == score and (set(whose) == set(here) or (not here and whose == tuple(everyone)))


def named(exact: Exact, name: str, taken: Sequence[str], fallback: str) -> str:
    """Return the id that a remark gives, or else one made of the name."""
    known = exact.get("id")
    if known in taken or not _is_id(known):
        return new_id(name, taken=taken, fallback=fallback)
    return str(known)
