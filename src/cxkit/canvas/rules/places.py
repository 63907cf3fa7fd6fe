"""Walks over a canvas that several rules take: every persona in full and every touchpoint, with its path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.journey import Journey
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.persona import Persona, PersonaInFull

if TYPE_CHECKING:
    from cxkit.canvas.journey import Touchpoint
    from cxkit.canvas.part import CanvasDocument
    from cxkit.canvas.persona import PersonaEntry
    from cxkit.canvas.rules.book import InWorkspace
    from cxkit.documents.document import Path_

MEASURED_PERSONAS: Path_ = ("blocks", "customer", "personas")
MEASURED_TOUCHPOINTS: Path_ = ("blocks", "path", "touchpoints")


@dataclass(frozen=True, slots=True)
class PersonaPlace:
    """A persona that stands in full in a canvas, and the path to it; its own file is the path ()."""

    persona: Persona | PersonaInFull
    path: Path_


def persona_entries(canvas: CanvasDocument) -> Iterator[tuple[Path_, PersonaEntry]]:
    """Yield the personas that a canvas names or holds in full, with their paths."""
    match canvas:
        case Journey():
            yield from ((("personas", number), one) for number, one in enumerate(canvas.personas))
        case Measurement():
            yield from (((*MEASURED_PERSONAS, number), one) for number, one in enumerate(canvas.personas))
        case BlockCanvas() if canvas.persona is not None:
            yield ("persona",), canvas.persona


def personas_in_full(canvas: CanvasDocument) -> Iterator[PersonaPlace]:
    """Yield every persona that stands in full in a canvas, or the one that the file is about."""
    if isinstance(canvas, Persona):
        yield PersonaPlace(canvas, ())
    for path, one in persona_entries(canvas):
        if isinstance(one, PersonaInFull):
            yield PersonaPlace(one, path)


@dataclass(frozen=True, slots=True)
class TouchpointPlace:
    """A touchpoint of a journey and the path to it."""

    touchpoint: Touchpoint
    path: Path_
    here: InWorkspace[Journey]

    def lacks(self, *keys: str) -> bool:
        """Tell whether a key of the touchpoint, or one on the way to it, is not there."""
        return self.here.lacks(*self.path, *keys)

    def left_empty(self, *keys: str) -> bool:
        """Tell whether a key of the touchpoint, or one on the way to it, is there without a value."""
        return self.here.left_empty(*self.path, *keys)


def touchpoints(here: InWorkspace[Journey]) -> Iterator[TouchpointPlace]:
    """Yield every touchpoint of a journey in its order."""
    for path, _, touchpoint in here.canvas.touchpoints():
        yield TouchpointPlace(touchpoint, path, here)
