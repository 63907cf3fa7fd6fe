"""The canvases of a folder together: which personas, journeys, data items and objectives they hold.

Which files belong to a workspace is decided by others; they are read when something is first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.data import DataItem
from cxkit.canvas.journey import Channel, Journey, Touchpoint
from cxkit.canvas.load import OURS, Kinds, load_canvas_text
from cxkit.canvas.measurement import MeasuredTouchpoint, Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import Persona, PersonaInFull
from cxkit.canvas.strategy import Battle, Okr, Strategy
from cxkit.documents.diagnostics import Refused, UnreadableFile
from cxkit.documents.document import Document, Path_
from cxkit.documents.kinds import kind_in
from cxkit.documents.source import read_text

T = TypeVar("T")
C = TypeVar("C", bound=CanvasDocument)

_ID = re.compile(r"""(?:^|[\s{,])id["']?\s*:\s*["']?([^\s"',}#]+)""")


@dataclass(frozen=True)
class Member(Generic[C]):
    """A canvas of the workspace, with what it was read from."""

    canvas: C
    document: Document

    @property
    def file(self) -> str:
        """The name of its file."""
        return self.document.file


@dataclass(frozen=True)
class Held(Generic[T]):
    """Something that a canvas holds, and where."""

    value: T
    member: Member[CanvasDocument]
    path: Path_


class Workspace:
    """The canvases among some files; what is no canvas, or cannot be read as one, is passed over."""

    def __init__(
        self,
        files: Iterable[str] = (),
        *,
        kinds: Kinds = OURS,
        known: Iterable[Member[CanvasDocument]] = (),
    ) -> None:
        """Take ``files`` in their order; those of the ``known`` canvases are not read again."""
        self._files = tuple(dict.fromkeys(files))
        self._kinds = kinds
        self._known = {member.file: member for member in known}
        self._by_type: dict[type[CanvasDocument], tuple[Member[Any], ...]] = {}
        self._unsound: list[tuple[str, str]] = []

    @classmethod
    def of(cls, members: Iterable[Member[CanvasDocument]]) -> Workspace:
        """Make a workspace of canvases that have been read already."""
        made = cls()
        made.members = tuple(members)
        return made

    @cached_property
    def members(self) -> tuple[Member[CanvasDocument], ...]:
        """The canvases, in the order of the files."""
        return tuple(member for file in self._files for member in self._read(file))

    def _read(self, file: str) -> Iterator[Member[CanvasDocument]]:
        if file in self._known:
            yield self._known[file]
            return
        try:
            text = read_text(file)
        except (UnreadableFile, Refused):
            return
        kind = kind_in(text)
        if kind is None or kind not in self._kinds.names:
            return
        loaded = load_canvas_text(text, file=file, kinds=self._kinds)
        if loaded.model is not None and loaded.document is not None:
            yield Member(loaded.model, loaded.document)
        else:
            self._unsound.append((kind, text))

    @cached_property
    def unsound_ids(self) -> frozenset[str]:
        """The ids that stand in canvases which could not be read: what names them is not in the wrong."""
        _ = self.members
        return frozenset(found for _, text in self._unsound for found in _ID.findall(text))

    @cached_property
    def unsound_journeys(self) -> frozenset[str]:
        """The words of journeys that could not be read, among them the ids of their personas."""
        _ = self.members
        texts = (text for kind, text in self._unsound if kind == Journey.KIND)
        return frozenset(word for text in texts for word in re.findall(r"[\w.-]+", text))

    def of_type(self, model: type[C]) -> tuple[Member[C], ...]:
        """Return the canvases of a model, such as every `Journey`."""
        if model not in self._by_type:
            self._by_type[model] = tuple(one for one in self.members if isinstance(one.canvas, model))
        return self._by_type[model]

    def of_kind(self, name: str) -> tuple[Member[CanvasDocument], ...]:
        """Return the canvases of a kind, by its name."""
        return tuple(one for one in self.members if one.canvas.kind == name)

    @cached_property
    def journeys(self) -> dict[str, Member[Journey]]:
        """Journeys by id; of two with one id, the first."""
        found: dict[str, Member[Journey]] = {}
        for member in self.of_type(Journey):
            found.setdefault(member.canvas.id, member)
        return found

    @cached_property
    def personas(self) -> dict[str, Held[Persona | PersonaInFull]]:
        """Personas by id: files of their own come before personas in full."""
        return _by_id(self._personas())

    def _personas(self) -> Iterator[Held[Persona | PersonaInFull]]:
        for member in self.members:
            if isinstance(member.canvas, Persona):
                yield Held(member.canvas, member, ())
        for member in self.members:
            if isinstance(member.canvas, BlockCanvas) and isinstance(member.canvas.persona, PersonaInFull):
                yield Held(member.canvas.persona, member, ("persona",))
            if not isinstance(member.canvas, Journey | Measurement):
                continue
            path = ("personas",) if isinstance(member.canvas, Journey) else ("blocks", "customer", "personas")
            for number, one in enumerate(member.canvas.personas):
                if isinstance(one, PersonaInFull):
                    yield Held(one, member, (*path, number))

    @cached_property
    def touchpoints(self) -> tuple[Held[Touchpoint], ...]:
        """The touchpoints of all journeys."""
        return tuple(
            Held(touchpoint, member, path)
            for member in self.members
            if isinstance(member.canvas, Journey)
            for path, _, touchpoint in member.canvas.touchpoints()
        )

    @cached_property
    def measured_touchpoints(self) -> tuple[Held[MeasuredTouchpoint], ...]:
        """The touchpoints of all measurement canvases."""
        return tuple(self._each(Measurement, ("blocks", "path", "touchpoints"), lambda one: one.touchpoints))

    @cached_property
    def channels(self) -> dict[str, Held[Channel]]:
        """The channels of all journeys by id."""
        return _by_id(self._each(Journey, ("channels",), lambda journey: journey.channels))

    @cached_property
    def data_items(self) -> dict[str, Held[DataItem]]:
        """Data items by id: those of measurement canvases come before those at touchpoints."""
        listed = self._each(Measurement, ("blocks", "data_place", "data"), lambda one: one.data_items)
        return _by_id([*listed, *self.collected])

    @cached_property
    def collected(self) -> tuple[Held[DataItem], ...]:
        """Data items at the touchpoints of all journeys."""
        return tuple(
            Held(item, held.member, (*held.path, "data", number))
            for held in self.touchpoints
            for number, item in enumerate(held.value.data_items)
        )

    @cached_property
    def objectives(self) -> dict[str, Held[Okr]]:
        """OKRs by id."""
        return _by_id(self._each(Strategy, ("okrs",), lambda strategy: strategy.okrs))

    @cached_property
    def battles(self) -> dict[str, Held[Battle]]:
        """Must-win battles by id."""
        return _by_id(self._each(Strategy, ("battles",), lambda strategy: strategy.battles))

    def _each(self, model: type[C], path: Path_, entries: Callable[[C], Iterable[T]]) -> Iterator[Held[T]]:
        for member in self.members:
            if isinstance(member.canvas, model):
                for number, one in enumerate(entries(member.canvas)):
                    yield Held(one, member, (*path, number))


def _by_id(held: Iterable[Held[T]]) -> dict[str, Held[T]]:
    found: dict[str, Held[T]] = {}
    for one in held:
        found.setdefault(one.value.id, one)  # type: ignore[attr-defined]
    return found
