"""Personas of an imported journey who are known already, by their ids or by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from cxkit.canvas.imported import Held, Imported
from cxkit.canvas.journey import Journey, Touchpoint
from cxkit.canvas.persona import Persona, PersonaInFull


def as_in_files(imported: Imported, personas: Iterable[Persona]) -> Imported:
    """Return what was imported with the ids of personas that have files of their own, in place of names."""
    names = {one.id: names_of(one) for one in personas}
    ids = known_ids(imported.journey, names)
    found = renamed(imported, ids)
    entries = tuple(_entry(one, names) for one in found.journey.personas)
    journey = found.journey.model_copy(update={"personas": entries})
    return replace(found, journey=journey)


def names_of(one: Persona | PersonaInFull) -> frozenset[str]:
    """Return all that a persona is called, folded: its id, its name and its title in every language."""
    texts = [text for text in (one.name, one.title) if text is not None]
    return frozenset({folded(one.id), *(folded(said) for text in texts for _, said in text.entries)})


def known_ids(journey: Journey, names: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Return the ids of known personas by those of the journey; ``names`` are those of the known, by id."""
    found: dict[str, str] = {}
    taken = {one if isinstance(one, str) else one.id for one in journey.personas} & set(names)
    for entry in journey.personas:
        if isinstance(entry, str) or entry.id in names:
            continue
        called = folded(str(entry.called))
        same = next((one for one, known in names.items() if called in known and one not in taken), None)
        if same is not None:
            found[entry.id] = same
            taken.add(same)
    return found


def renamed(imported: Imported, ids: Mapping[str, str]) -> Imported:
    """Return what was imported with other ids of some personas."""
    if not ids:
        return imported
    journey, held = imported.journey, imported.held

    def touchpoint(one: Touchpoint) -> Touchpoint:
        emotion: Any = one.emotion
        if isinstance(emotion, dict):
            emotion = {ids.get(who, who): felt for who, felt in emotion.items()}
        return one.model_copy(update={"emotion": emotion})

    if held is not None:
        columns = ((key, ids.get(one, one) if key == "emotion" else one) for key, one in held.columns)
        held = Held(frozenset(columns))
    stages = tuple(
        stage.model_copy(update={"touchpoints": tuple(map(touchpoint, stage.touchpoints))})
        for stage in journey.stages
    )
    personas = tuple(
        ids.get(one, one) if isinstance(one, str) else one.model_copy(update={"id": ids.get(one.id, one.id)})
        for one in journey.personas
    )
    journey = journey.model_copy(update={"personas": personas, "stages": stages})
    return replace(imported, journey=journey, held=held)


def folded(name: str) -> str:
    """Bring a name to the form in which two spellings of it are equal."""
    return " ".join(name.casefold().split())


def _entry(one: str | PersonaInFull, names: Mapping[str, frozenset[str]]) -> str | PersonaInFull:
    """Return the id in place of an entry that says no more than a name, where its persona has a file."""
    if isinstance(one, str) or one.id not in names or one != PersonaInFull(id=one.id, name=one.name):
        return one
    return one.id
