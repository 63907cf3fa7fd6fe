"""A touchpoint or stage of a table put onto that of the same id: what the table has no column for is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from cxkit.canvas.data import DataItem, Result
from cxkit.canvas.imported import Held
from cxkit.canvas.journey import Lanes, Opportunity, Stage, Touchpoint
from cxkit.canvas.onto_texts import agree, one_text, several
from cxkit.documents.base import Text
from cxkit.documents.problem import Problem, shown

M = TypeVar("M", Opportunity, DataItem)

_PLAIN = ("mode", "ownership", "importance", "critical", "evidence")
_TEXTS = ("title", "owner", "why")
_NOTES = ("action", "thoughts", "benefits", "sacrifices", "pains", "notes")
_CHANNEL = ("channel.id", "channel.title", "channel.mode")


class OfTable:
    """Puts parts of a table's journey onto the older ones; ``language`` is that of texts without one."""

    def __init__(self, held: Held, language: str | None) -> None:
        self.held, self.language = held, language

    def stage(self, old: Stage, new: Stage) -> Stage:
        """Return a stage with the new one's touchpoints as they are."""
        return new.model_copy(
            update={
                "title": self._text("stage.title", old.title, new.title),
                "phase": self._plain("stage.phase", old.phase, new.phase),
                "notes": self._notes("stage.notes", old.notes, new.notes),
            }
        )

    def touchpoint(self, old: Touchpoint, new: Touchpoint) -> Touchpoint:
        """Return a touchpoint. Raises `Problem` for a result that is off the scale it had before."""
        found: dict[str, Any] = {
            "channel": new.channel if self.held.any(*_CHANNEL) else old.channel,
            "emotion": self._emotion(old, new),
            "lanes": self._lanes(old.lanes, new.lanes),
            "opportunities": self._opportunities(old, new),
            "data": self._data(old, new),
        }
        found |= {key: self._plain(key, getattr(old, key), getattr(new, key)) for key in _PLAIN}
        found |= {key: self._text(key, getattr(old, key), getattr(new, key)) for key in _TEXTS}
        found |= {key: self._notes(key, getattr(old, key), getattr(new, key)) for key in _NOTES}
        return new.model_copy(update=found)

    def channel_text(self, old: Text | None, new: Text | None) -> Text | None:
        """Return the title of a channel."""
        return self._text("channel.title", old, new)

    def _plain(self, key: str, old: Any, new: Any) -> Any:
        return new if self.held.any(key) else old

    def _text(self, key: str, old: Text | None, new: Text | None) -> Text | None:
        return one_text(old, new, self.held.suffixes(key), self.language)

    def _notes(self, key: str, old: Sequence[Text], new: Sequence[Text]) -> tuple[Text, ...]:
        return several(old, new, self.held.suffixes(key), self.language)

    def _emotion(self, old: Touchpoint, new: Touchpoint) -> Any:
        columns = self.held.suffixes("emotion")
        if not columns or isinstance(new.emotion, int):
            return new.emotion if columns else old.emotion
        if not isinstance(old.emotion, dict):
            return old.emotion if new.emotion is None and "" not in columns else new.emotion
        here = new.emotion or {}
        kept = {one: felt for one, felt in old.emotion.items() if one not in columns or one in here}
        return (kept | here) or None

    def _lanes(self, old: Lanes | None, new: Lanes | None) -> Lanes | None:
        if not self.held.group("lanes"):
            return old
        before, after = old or Lanes(), new or Lanes()
        notes = {
            key: self._notes(f"lanes.{key}", getattr(before, key), getattr(after, key))
            for key in Lanes.model_fields
        }
        return Lanes().model_copy(update=notes) if any(notes.values()) else None

    def _opportunities(self, old: Touchpoint, new: Touchpoint) -> tuple[Opportunity, ...]:
        if not self.held.group("opportunities"):
            return old.opportunities
        named = self.held.any("opportunities.text")
        was = _of_before(
            old.opportunities,
            new.opportunities,
            (lambda one, other: agree(one.text, other.text)) if named else None,
        )
        return tuple(
            one if before is None else self._opportunity(before, one)
            for before, one in zip(was, new.opportunities, strict=True)
        )

    def _opportunity(self, old: Opportunity, new: Opportunity) -> Opportunity:
        found = {
            key: self._plain(f"opportunities.{key}", getattr(old, key), getattr(new, key))
            for key in ("customer_value", "business_value", "effort", "objective")
        }
        return new.model_copy(update=found | {"text": self._text("opportunities.text", old.text, new.text)})

    def _data(self, old: Touchpoint, new: Touchpoint) -> Any:
        if not self.held.group("data"):
            return old.data
        if not new.data_items:
            return new.data
        named = self.held.any("data.id")
        was = _of_before(
            old.data_items, new.data_items, (lambda one, other: one.id == other.id) if named else None
        )
        return tuple(
            one if before is None else self._item(before, one)
            for before, one in zip(was, new.data_items, strict=True)
        )

    def _item(self, old: DataItem, new: DataItem) -> DataItem:
        found: dict[str, Any] = {
            key: self._text(f"data.{key}", getattr(old, key), getattr(new, key))
            for key in ("item", "source", "place", "obtained")
        }
        found["id"] = self._plain("data.id", old.id, new.id)
        found["method"] = self._plain("data.method", old.method, new.method)
        found["decision"] = self._notes("data.decision", old.decision, new.decision)
        found["result"] = self._result(old, new)
        item = new.model_copy(update=found)
        _refuse_off_its_scale(item)
        return item

    def _result(self, old: DataItem, new: DataItem) -> Result | None:
        if not self.held.group("data.result") or old.result is None:
            return new.result if self.held.group("data.result") else old.result
        after = new.result or Result(value=None)
        found: dict[str, Any] = {
            key: self._plain(f"data.result.{key}", getattr(old.result, key), getattr(after, key))
            for key in ("value", "scale", "n", "date")
        }
        found["unit"] = self._text("data.result.unit", old.result.unit, after.unit)
        if all(one is None for one in found.values()):
            return None
        return after.model_copy(update=found)


def _refuse_off_its_scale(item: DataItem) -> None:
    """Raise Problem for a figure off the scale that it has in the journey, by itself or by its method."""
    value = item.result.value if item.result is not None else None
    if value is None or item.scale is None or item.scale[0] <= value <= item.scale[1]:
        return
    raise Problem(
        f"The result {shown(value)} of {shown(item.id)} is not between {item.scale[0]} and {item.scale[1]}, "
        "the scale that it has in the journey",
        hint="Correct the value, or give the table a column `Scale`.",
    )


def _of_before(old: Sequence[M], new: Sequence[M], same: Callable[[M, M], bool] | None) -> list[M | None]:
    """Return for each new structure the old one that it was; without ``same``, the one in its place."""
    found: list[M | None] = []
    if same is None:
        found.extend(old if len(old) == len(new) else [None] * len(new))
        return found
    left = list(old)
    for one in new:
        match = next((other for other in left if same(other, one)), None)
        if match is not None:
            left.remove(match)
        found.append(match)
    return found
