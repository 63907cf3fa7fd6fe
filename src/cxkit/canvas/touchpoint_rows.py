"""Rows of the touchpoint table put together: cells become touchpoints, stages and channels of a journey.

How cells are read is for `touchpoint_import`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cxkit.canvas.data import scale_of
from cxkit.canvas.import_findings import Findings
from cxkit.canvas.naming import new_id
from cxkit.canvas.touchpoint_cells import NO_DATA
from cxkit.documents.diagnostics import Span
from cxkit.documents.problem import shown

_ONE = ("title", "mode", "ownership", "owner", "importance", "critical", "why", "evidence")
_NOTES = ("action", "thoughts", "benefits", "sacrifices", "pains", "notes")
_LANES = ("evidence", "frontstage", "frontstage_tech", "backstage", "support")
_IDEA = ("text", "customer_value", "business_value", "effort", "objective")
_ITEM = ("id", "item", "method", "source", "place", "obtained", "decision")
_RESULT = ("value", "unit", "scale", "n", "date")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that was read: its value, or one a line (None for an empty line), with its header and place."""

    value: Any
    header: str
    span: Span


@dataclass(slots=True)
class Row:
    """The filled cells of a row by the key of their column and its suffix."""

    span: Span
    cells: dict[str, dict[str, Cell]] = field(default_factory=dict)

    def add(self, key: str, suffix: str, cell: Cell) -> None:
        """Take in a cell."""
        self.cells.setdefault(key, {})[suffix] = cell

    def has(self, *keys: str) -> bool:
        """Whether any of the columns is filled."""
        return any(key in self.cells for key in keys)

    def place(self, key: str) -> Span:
        """Return where a column is in this row; the whole row when it is empty."""
        return next((cell.span for cell in self.cells.get(key, {}).values()), self.span)


class Rows:
    """Takes rows in, one after another, and has the journey's stages and channels in the end."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self.stages: list[dict[str, Any]] = []
        self.channels: dict[str, dict[str, Any]] = {}
        self._ids: dict[str, int] = {}
        self._data_ids: set[str] = set()

    def take(self, row: Row) -> None:
        """Take in a row; what contradicts an earlier one is noted."""
        stage = self._stage(row)
        if not any(not key.startswith("stage.") for key in row.cells):
            return
        touchpoint = self._touchpoint(row)
        if row.has("channel.id", "channel.title", "channel.mode"):
            touchpoint["channel"] = self._channel(row)
        stage["touchpoints"].append(touchpoint)

    def _stage(self, row: Row) -> dict[str, Any]:
        title = self._value(row, "stage.title")
        if not row.has("stage.id", "stage.title") and self.stages:
            identifier = self.stages[-1]["id"]
        elif row.has("stage.id"):
            identifier = self._value(row, "stage.id")
        else:
            same = [one["id"] for one in self.stages if title is not None and one.get("title") == title]
            taken = [one["id"] for one in self.stages]
            identifier = same[0] if same else new_id(_words(title), taken=taken, fallback="stage")
        found = {"phase": self._value(row, "stage.phase"), "notes": self._list(row, "stage.notes")}
        known = next((one for one in self.stages if one["id"] == identifier), None)
        if known is None:
            self.stages.append({"id": identifier, "title": title, **found, "touchpoints": []})
            return self.stages[-1]
        if known is not self.stages[-1]:
            message = f"The stage {shown(identifier)} has ended above, and begins again here"
            place = row.place("stage.id" if row.has("stage.id") else "stage.title")
            self._findings.add_at("CX386", message, "Keep the rows of a stage together.", place)
        self._same(row, "stage", known, {"title": title, **found})
        return known

    def _channel(self, row: Row) -> str:
        title, mode = self._value(row, "channel.title"), self._value(row, "channel.mode")
        if row.has("channel.id"):
            identifier = self._value(row, "channel.id")
        else:
            same = [known for known, one in self.channels.items() if title and one["title"] == title]
            name = _words(title)
            identifier = same[0] if same else new_id(name, taken=self.channels, fallback="channel")
        if identifier in self.channels:
            self._same(row, "channel", self.channels[identifier], {"title": title, "mode": mode})
        else:
            self.channels[identifier] = {"id": identifier, "title": title, "mode": mode}
        return str(identifier)

    def _same(self, row: Row, what: str, known: dict[str, Any], found: Mapping[str, Any]) -> None:
        """Note what another row has said differently; what it left open is taken over."""
        for key, value in found.items():
            if value in (None, []):
                continue
            if known.get(key) in (None, []):
                known[key] = value
            elif known[key] != value:
                message = f"An earlier row says something else of the {what} {shown(known['id'])}"
                hint = f"Give its rows the same, or another {what} id."
                self._findings.add_at("CX386", message, hint, row.place(f"{what}.{key}"))

    def _touchpoint(self, row: Row) -> dict[str, Any]:
        found = {key: self._value(row, key) for key in _ONE}
        found |= {key: self._list(row, key) for key in _NOTES}
        lanes = {key: notes for key in _LANES if (notes := self._list(row, f"lanes.{key}"))}
        found["lanes"] = lanes or None
        found["emotion"] = self._emotion(row)
        found["opportunities"] = [{"text": None} | idea for idea in self._group(row, "opportunities", _IDEA)]
        found["data"] = self._data(row)
        return {"id": self._id(row, found["title"])} | found

    def _id(self, row: Row, title: Any) -> str:
        identifier = self._value(row, "id")
        if identifier is None:
            if title is None:
                hint = "Write its name or its id."
                self._findings.add_at("CX385", "This row does not name its touchpoint", hint, row.span)
            identifier = new_id(_words(title), taken=self._ids, fallback="touchpoint")
        if identifier in self._ids:
            message = f"The id {shown(identifier)} stands on line {self._ids[identifier]} already"
            self._findings.add_at("CX386", message, "Give each touchpoint its own id.", row.place("id"))
        self._ids[identifier] = row.span.line
        return str(identifier)

    def _emotion(self, row: Row) -> Any:
        cells = row.cells.get("emotion", {})
        if "" not in cells:
            return {persona: cell.value for persona, cell in cells.items()} or None
        if len(cells) > 1:
            self._two_ways(cells, "the emotion of all, or those of single personas")
        return cells[""].value

    def _data(self, row: Row) -> Any:
        cell = row.cells.get("data.id", {}).get("")
        if cell is not None and cell.value == NO_DATA:
            others = [key for key in row.cells if key.startswith("data.") and key != "data.id"]
            if others:
                message = f"{shown(cell.header)} says that there is no data, and another column has some"
                self._findings.add_at("CX386", message, "Take one of the two out.", row.place(others[0]))
            return NO_DATA
        items = list(self._group(row, "data", (*_ITEM, *(f"result.{key}" for key in _RESULT))))
        return [self._item(row, item) for item in items] or None

    def _item(self, row: Row, flat: dict[str, Any]) -> dict[str, Any]:
        item = {key: flat[key] for key in _ITEM if key in flat}
        if "id" not in item:
            name = _words(item.get("item") or item.get("method"))
            item = {"id": new_id(name, taken=self._data_ids, fallback="data")} | item
        self._data_ids.add(item["id"])
        result = {key: flat[f"result.{key}"] for key in _RESULT if f"result.{key}" in flat}
        if result:
            item["result"] = {"value": None} | result
            value, scale = result.get("value"), result.get("scale") or scale_of(item.get("method"))
            if value is not None and scale is not None and not scale[0] <= value <= scale[1]:
                cell = row.cells["data.result.value"][""]
                message = f"{shown(cell.header)} is not between {scale[0]} and {scale[1]}: {shown(value)}"
                self._findings.add_at("CX385", message, "Correct the value or its scale.", cell.span)
        return item

    def _group(self, row: Row, group: str, keys: tuple[str, ...]) -> Iterator[dict[str, Any]]:
        """Yield what the same line of several columns says; a line that says nothing is left out."""
        columns = {key: self._lines(row, f"{group}.{key}") for key in keys}
        for number in range(max(map(len, columns.values()))):
            found = {key: lines[number] for key, lines in columns.items() if number < len(lines)}
            found = {key: value for key, value in found.items() if value not in (None, [])}
            if found:
                yield found

    def _value(self, row: Row, key: str) -> Any:
        """Return the one value of a column, or a text for each language."""
        cells = row.cells.get(key, {})
        if "" in cells and len(cells) > 1:
            self._two_ways(cells, "a text for all languages, or one for each")
        plain = cells.get("")
        return plain.value if plain is not None else {one: cell.value for one, cell in cells.items()} or None

    def _list(self, row: Row, key: str) -> list[Any]:
        return [text for text in self._lines(row, key) if text is not None]

    def _lines(self, row: Row, key: str) -> list[Any]:
        """Return the values of a column by line; the same line in several languages is one text."""
        cells = row.cells.get(key, {})
        if set(cells) <= {""}:
            lines = cells[""].value if cells else []
            return [_joined({"": line}) if isinstance(line, tuple) else line for line in lines]
        found: list[Any] = []
        for number in range(max(len(cell.value) for cell in cells.values())):
            said = {
                one: cell.value[number]
                for one, cell in cells.items()
                if number < len(cell.value) and cell.value[number] is not None
            }
            if any(isinstance(line, tuple) for line in said.values()):
                found.append(_joined(said))
                continue
            if "" in said and len(said) > 1:
                self._two_ways(cells, "a text for all languages, or one for each")
            found.append(said.get("", said or None))
        return found

    def _two_ways(self, cells: Mapping[str, Cell], choice: str) -> None:
        last = list(cells.values())[-1]
        self._findings.add_at("CX386", f"{shown(last.header)} says again what stands in another column",
                              f"Give {choice}.", last.span)  # fmt: skip


def _joined(said: Mapping[str, tuple[str, ...]]) -> list[Any]:
    """Join texts with bars between them over the languages, part by part."""
    texts = []
    for number in range(max(map(len, said.values()))):
        part = {
            one: parts[number] for one, parts in said.items() if number < len(parts) and parts[number].strip()
        }
        if part:
            texts.append(part.get("", part))
    return texts


def _words(text: Any) -> str:
    """Return the words of a text, or of its first language."""
    return next(iter(text.values()), "") if isinstance(text, dict) else str(text or "")
