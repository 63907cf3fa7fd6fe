"""What changed between two versions of a canvas: structures by their ids, notes as they are said.

Ids tell what is the same: a touchpoint that keeps its id and gets another title was renamed, and one in
another stage was moved. Where comments, quotes or keys stand in a file makes no difference. How a change is
put into words is for `report`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cxkit.canvas.journey import Journey, Stage, Touchpoint
from cxkit.canvas.part import CanvasDocument
from cxkit.documents.base import Model, Text

_HEAD = frozenset({"kind", "version"})
_FLAGS = frozenset({"critical", "met"})
"""Keys for which saying nothing is the same as saying no."""


class What(StrEnum):
    """What happened."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Step:
    """A step to what changed: a key, or with ``called`` the id of something that has a name."""

    key: str
    called: Text | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change: where it is, and the value before and after.

    A value is what the model has there; None where there is none. Of something that moved, the values are
    the stages before and after, or None for another place in the same list.
    """

    what: What
    path: tuple[Step, ...]
    before: Any = None
    after: Any = None


def changes(before: CanvasDocument, after: CanvasDocument) -> tuple[Change, ...]:
    """Return what changed between two canvases of one kind, in the order of the kind's keys."""
    if isinstance(before, Journey) and isinstance(after, Journey):
        return tuple(_of_journeys(before, after))
    return tuple(_of_models((), before, after))


def _of_journeys(before: Journey, after: Journey) -> Iterator[Change]:
    yield from _of_models((), before, after, without=("stages",))
    path = (Step("stages"),)
    yield from _of_entries(path, before.stages, after.stages, without=("touchpoints",))
    yield from _of_touchpoints(before, after)


def _of_touchpoints(before: Journey, after: Journey) -> Iterator[Change]:
    """Touchpoints are the same in whichever stage they are."""
    old, new = _by_id(before), _by_id(after)
    everyone = tuple(dict.fromkeys((*before.persona_ids, *after.persona_ids)))
    for name, (stage, one) in new.items():
        if name not in old:
            yield Change(What.ADDED, _at(one), None, stage)
    for name, (stage, one) in old.items():
        if name not in new:
            yield Change(What.REMOVED, _at(one), stage, None)
    both = [name for name in new if name in old]
    for name in both:
        stages = old[name][0], new[name][0]
        if stages[0].id != stages[1].id:
            yield Change(What.MOVED, _at(new[name][1]), *stages)
    for stage in after.stages:
        stayed = {name for name in both if old[name][0].id == new[name][0].id == stage.id}
        order = [one.id for one in stage.touchpoints if one.id in stayed]
        was = [name for name in old if name in stayed]
        for name in _out_of_order(was, order):
            yield Change(What.MOVED, _at(new[name][1]))
    for name in both:
        yield from _of_touchpoint(old[name][1], new[name][1], everyone)


def _by_id(journey: Journey) -> dict[str, tuple[Stage, Touchpoint]]:
    return {one.id: (stage, one) for _, stage, one in journey.touchpoints()}


def _at(one: Touchpoint) -> tuple[Step, ...]:
    return Step("touchpoints"), Step(one.id, one.called)


def _of_touchpoint(before: Touchpoint, after: Touchpoint, everyone: Sequence[str]) -> Iterator[Change]:
    path = _at(after)
    yield from _of_models(path, before, after, without=("emotion", "data"))
    yield from _of_emotions((*path, Step("emotion")), before, after, everyone)
    yield from _of_data((*path, Step("data")), before, after)


def _of_emotions(
    path: tuple[Step, ...], before: Touchpoint, after: Touchpoint, everyone: Sequence[str]
) -> Iterator[Change]:
    """One emotion of all is compared with emotions of single personas persona by persona."""
    if not isinstance(before.emotion, dict) and not isinstance(after.emotion, dict):
        yield from _of_values(path, before.emotion, after.emotion)
        return
    named = [key for one in (before, after) if isinstance(one.emotion, dict) for key in one.emotion]
    for persona in dict.fromkeys((*everyone, *named)):
        felt = before.feeling(persona), after.feeling(persona)
        yield from _of_values((*path, Step(persona)), *felt)


def _of_data(path: tuple[Step, ...], before: Touchpoint, after: Touchpoint) -> Iterator[Change]:
    if not after.data_items:
        said = [one.data if isinstance(one.data, str) else None for one in (before, after)]
        yield from _of_values(path, *said)
    yield from _of_entries(path, before.data_items, after.data_items)


def _of_models(
    path: tuple[Step, ...], before: Model | None, after: Model | None, *, without: Iterable[str] = ()
) -> Iterator[Change]:
    left_out = {*without, *(_HEAD if not path else ())}
    either = before if after is None else after
    for name, field in type(either).model_fields.items() if either is not None else ():
        if name in left_out:
            continue
        default = None if field.is_required() else field.default
        old, new = (default if one is None else getattr(one, name) for one in (before, after))
        if name in _FLAGS:
            old, new = bool(old), bool(new)
        if name == "title" and path and path[-1].called is not None and not _same(old, new):
            yield Change(What.RENAMED, path, old, new)
            continue
        yield from _of_values((*path, Step(name)), old, new)


def _of_values(path: tuple[Step, ...], before: Any, after: Any) -> Iterator[Change]:
    match before, after:
        case tuple(), tuple() if any(isinstance(one, Model) for one in (*before, *after)):
            yield from _of_entries(path, before, after)
        case tuple(), tuple() if not _is_range(path):
            yield from _of_lists(path, before, after)
        case (Model(), Model() | None) | (None, Model()):
            yield from _of_models(path, before, after)
        case Mapping(), Mapping():
            for key in dict.fromkeys((*before, *after)):
                yield from _of_values((*path, Step(str(key))), before.get(key), after.get(key))
        case (Mapping(), None) | (None, Mapping()):
            yield from _of_values(path, before or {}, after or {})
        case _ if not _same(before, after):
            yield Change(What.CHANGED, path, before, after)


def _is_range(path: tuple[Step, ...]) -> bool:
    return bool(path) and path[-1].key == "scale"


def _of_lists(path: tuple[Step, ...], before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    """Compare notes, ids or numbers; what stands in both only changes its place."""
    old, new = Counter(map(_key, before)), Counter(map(_key, after))
    for value in _more(after, new - old):
        yield Change(What.ADDED, path, None, value)
    for value in _more(before, old - new):
        yield Change(What.REMOVED, path, value, None)
    if old == new and list(map(_key, before)) != list(map(_key, after)):
        yield Change(What.MOVED, path)


def _more(values: Sequence[Any], surplus: Counter[Hashable]) -> Iterator[Any]:
    """Yield the last of those values of which there are too many."""
    found = []
    for value in reversed(values):
        if surplus[_key(value)]:
            surplus[_key(value)] -= 1
            found.append(value)
    yield from reversed(found)


def _of_entries(
    path: tuple[Step, ...], before: Sequence[Any], after: Sequence[Any], *, without: Iterable[str] = ()
) -> Iterator[Change]:
    """Compare structures by their ids, or by their words where they have none."""
    old, new = _identified(before), _identified(after)
    for name, one in new.items():
        if name not in old:
            yield Change(What.ADDED, (*path, _step(one)), None, one)
    for name, one in old.items():
        if name not in new:
            yield Change(What.REMOVED, (*path, _step(one)), one, None)
    both = [name for name in new if name in old]
    for name in _out_of_order([name for name in old if name in new], both):
        yield Change(What.MOVED, (*path, _step(new[name])))
    for name in both:
        if isinstance(old[name], Model) and isinstance(new[name], Model):
            yield from _of_models((*path, _step(new[name])), old[name], new[name], without=without)
        else:  # an id in place of what it stands for, or the other way round
            yield from _of_values((*path, _step(new[name])), old[name], new[name])


def _identified(entries: Sequence[Any]) -> dict[Hashable, Any]:
    """Give every entry a name of its own; of two with the same words the second is another one."""
    found: dict[Hashable, Any] = {}
    for one in entries:
        name, number = _name(one), 1
        while (name, number) in found:
            number += 1
        found[name, number] = one
    return found


def _name(one: Any) -> Hashable:
    if isinstance(one, str):
        return one
    for key in ("id", "touchpoint", "text", "title"):
        value = getattr(one, key, None)
        if value is not None:
            return _key(value)
    return None


def _step(one: Any) -> Step:
    if isinstance(one, str):
        return Step(one, Text.plain(one))
    for key in ("called", "text", "title", "item", "objective"):
        value = getattr(one, key, None)
        if isinstance(value, Text):
            return Step(str(getattr(one, "id", value)), value)
    name = str(getattr(one, "id", None) or getattr(one, "touchpoint", None) or "")
    return Step(name, Text.plain(name))


def _out_of_order(before: Sequence[Any], after: Sequence[Any]) -> list[Any]:
    """Return what has to be moved to bring one order into the other, as little as possible.

    Both hold the same; what stays is a longest common subsequence.
    """
    place = {one: number for number, one in enumerate(before)}
    best: list[tuple[int, int | None]] = []
    for number, one in enumerate(after):
        length, previous = 1, None
        for earlier in range(number):
            if place[after[earlier]] < place[one] and best[earlier][0] >= length:
                length, previous = best[earlier][0] + 1, earlier
        best.append((length, previous))
    kept: set[int] = set()
    last = max(range(len(best)), key=lambda number: best[number][0]) if best else None
    while last is not None:
        kept.add(last)
        last = best[last][1]
    return [one for number, one in enumerate(after) if number not in kept]


def _same(before: Any, after: Any) -> bool:
    return bool(_key(before) == _key(after))


def _key(value: Any) -> Hashable:
    """Return what makes two values equal: a text is the same in whichever order its languages are."""
    return frozenset(value.entries) if isinstance(value, Text) else value
