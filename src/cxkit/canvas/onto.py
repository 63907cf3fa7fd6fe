"""A journey of another format put onto the journey that it came from: what the format cannot say is kept.

A table holds stages, touchpoints and what those refer to; a Mermaid diagram the title, the goal, names and
emotions. Ids tell what is the same, and names where the format gives no ids. How single touchpoints are put
together is for `onto_touchpoints`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TypeVar

from cxkit.canvas.imported import Held, Imported
from cxkit.canvas.imported_people import folded, known_ids, names_of, renamed
from cxkit.canvas.journey import Channel, Journey, Stage, Touchpoint
from cxkit.canvas.onto_texts import PLAIN, added, agree, one_text
from cxkit.canvas.onto_touchpoints import OfTable
from cxkit.canvas.persona import PersonaInFull
from cxkit.documents.base import Text

C = TypeVar("C", Stage, Touchpoint, Channel)


def onto(old: Journey, imported: Imported) -> Journey:
    """Return the old journey with what was imported.

    Raises `Problem` where the two do not go together.
    """
    new, held = _as_known(old, imported)
    if held is None:
        return _diagram_onto(old, _without(imported.outgrown, new))
    return _table_onto(old, new, OfTable(held, new.language or old.language))


def _table_onto(old: Journey, new: Journey, table: OfTable) -> Journey:
    was = {one.id: one for *_, one in old.touchpoints()}
    stages = [
        stage.model_copy(
            update={
                "touchpoints": tuple(
                    table.touchpoint(was[one.id], one) if one.id in was else one for one in stage.touchpoints
                )
            }
        )
        for stage in new.stages
    ]
    if table.held.group("stage"):
        before = {one.id: one for one in old.stages}
        stages = [table.stage(before[one.id], one) if one.id in before else one for one in stages]
    elif old.stages:
        stages = list(_in_old_stages(old, [one for stage in stages for one in stage.touchpoints]))
    return old.model_copy(
        update={
            "personas": _personas(old, new),
            "channels": tuple(_channels(old, new, table)),
            "stages": tuple(stages),
        }
    )


def _diagram_onto(old: Journey, new: Journey) -> Journey:
    language = new.language or old.language

    def text(before: Text | None, after: Text | None) -> Text | None:
        return before if after is None else one_text(before, after, PLAIN, language)

    was = {one.id: one for *_, one in old.touchpoints()}
    before = {one.id: one for one in old.stages}
    people = set(_ids_of_all(new))

    def touchpoint(one: Touchpoint) -> Touchpoint:
        known = was.get(one.id)
        if known is None:
            return one
        emotion = one.emotion
        if isinstance(emotion, dict) and isinstance(known.emotion, dict):
            emotion = {who: felt for who, felt in known.emotion.items() if who not in people} | emotion
        title, notes = text(known.title, one.title), added(known.notes, one.notes)
        return known.model_copy(update={"title": title, "emotion": emotion, "notes": notes})

    def stage(one: Stage) -> Stage:
        known = before.get(one.id, one)
        return known.model_copy(
            update={
                "title": text(known.title, one.title),
                "touchpoints": tuple(map(touchpoint, one.touchpoints)),
                "notes": added(known.notes, one.notes),
            }
        )

    # Where the title was changed, `accTitle` has still the old one.
    notes = [one for one in new.notes if not agree(one, old.title) and not agree(one, old.goal)]
    return old.model_copy(
        update={
            "title": text(old.title, new.title),
            "goal": text(old.goal, new.goal),
            "personas": _personas(old, new),
            "stages": tuple(map(stage, new.stages)),
            "notes": added(old.notes, notes),
        }
    )


def _without(outgrown: Set[str], new: Journey) -> Journey:
    """Return a diagram's journey without the notes that only say what the old journey knows better."""

    def left(notes: Sequence[Text]) -> tuple[Text, ...]:
        return tuple(one for one in notes if str(one) not in outgrown)

    stages = tuple(
        stage.model_copy(
            update={
                "notes": left(stage.notes),
                "touchpoints": tuple(
                    one.model_copy(update={"notes": left(one.notes)}) for one in stage.touchpoints
                ),
            }
        )
        for stage in new.stages
    )
    return new.model_copy(update={"notes": left(new.notes), "stages": stages})


def _in_old_stages(old: Journey, touchpoints: Sequence[Touchpoint]) -> Iterator[Stage]:
    """Yield the stages with touchpoints that did not say theirs; a new one goes to the one before it."""
    home = {one.id: stage.id for _, stage, one in old.touchpoints()}
    inside: dict[str, list[Touchpoint]] = {stage.id: [] for stage in old.stages}
    last = old.stages[0].id
    for one in touchpoints:
        last = home.get(one.id, last)
        inside[last].append(one)
    for stage in old.stages:
        yield stage.model_copy(update={"touchpoints": tuple(inside[stage.id])})


def _channels(old: Journey, new: Journey, table: OfTable) -> Iterator[Channel]:
    found = {one.id: one for one in new.channels}
    mode = table.held.any("channel.mode")
    for one in old.channels:
        after = found.pop(one.id, None)
        if after is None:
            yield one
        else:
            title = table.channel_text(one.title, after.title)
            yield one.model_copy(update={"title": title, "mode": after.mode if mode else one.mode})
    called = {one.channel for *_, one in old.touchpoints()}
    # Of a channel that is nowhere described, a table has the id only; it is not to be described by that.
    yield from (one for one in found.values() if one != Channel(id=one.id) or one.id not in called)


def _personas(old: Journey, new: Journey) -> tuple[str | PersonaInFull, ...]:
    """Return the old personas, and behind them those that were nowhere in the old journey."""
    known = set(_ids_of_all(old))
    ids = zip(new.persona_ids, new.personas, strict=True)
    return (*old.personas, *(entry for one, entry in ids if one not in known))


def _ids_of_all(journey: Journey) -> Iterator[str]:
    yield from journey.persona_ids
    for *_, one in journey.touchpoints():
        if isinstance(one.emotion, dict):
            yield from one.emotion


# The same thing by another id


def _as_known(old: Journey, imported: Imported) -> tuple[Journey, Held | None]:
    """Return what was imported with the old journey's ids wherever only names were given."""
    names = {one: frozenset({folded(one)}) for one in _ids_of_all(old)}
    names |= {one.id: names_of(one) for one in old.personas if not isinstance(one, str)}
    imported = renamed(imported, known_ids(imported.journey, names))
    new, held = imported.journey, imported.held
    channels = {} if held is None or held.any("channel.id") else _known(old.channels, new.channels)
    points = {} if held is not None and held.any("id") else _known(_points(old), _points(new))
    stages = {} if held is not None and held.any("stage.id") else _known(old.stages, new.stages)

    def touchpoint(one: Touchpoint) -> Touchpoint:
        channel = None if one.channel is None else channels.get(one.channel, one.channel)
        return one.model_copy(update={"id": points.get(one.id, one.id), "channel": channel})

    def stage(one: Stage) -> Stage:
        inside = tuple(map(touchpoint, one.touchpoints))
        return one.model_copy(update={"id": stages.get(one.id, one.id), "touchpoints": inside})

    known = [one.model_copy(update={"id": channels.get(one.id, one.id)}) for one in new.channels]
    found = {"channels": tuple(known), "stages": tuple(map(stage, new.stages))}
    return new.model_copy(update=found), held


def _points(journey: Journey) -> list[Touchpoint]:
    return [one for *_, one in journey.touchpoints()]


def _known(old: Sequence[C], new: Sequence[C]) -> dict[str, str]:
    """Return the old ids of what has a new one and the name of just one old thing that is otherwise gone."""
    there = {one.id for one in new}
    gone = [one for one in old if one.id not in there]
    found: dict[str, str] = {}
    before = {one.id for one in old}
    for one in new:
        same = [other.id for other in gone if agree(other.title, one.title)]
        if one.id not in before and len(same) == 1 and same[0] not in found.values():
            found[one.id] = same[0]
    return found
