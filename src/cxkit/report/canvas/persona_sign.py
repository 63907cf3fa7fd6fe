"""The sign of a persona: its colour with a shape of its own, on a piece of its curve."""

from __future__ import annotations

from dataclasses import dataclass

from cxkit.canvas.persona import PersonaFields
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.emotion import shape
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.tokens import Theme


@dataclass(frozen=True, slots=True)
class PersonaSign:
    """The shape of a persona by its number, from 0."""

    number: int
    theme: Theme
    height: float = 24

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        ink = self.theme.personas[self.number % len(self.theme.personas)]
        shape(drawing, self.number, x + 12, y + 12, ink)


def persona_name(identifier: str, persona: PersonaFields | None, setting: Setting) -> str:
    """Return what a persona is called, with its age where that is known."""
    name = identifier if persona is None or persona.name is None else setting.words(persona.name)
    age = (persona.facts or {}).get("age") if persona is not None else None
    return name if age is None else f"{name}, {setting.words(age)}"
