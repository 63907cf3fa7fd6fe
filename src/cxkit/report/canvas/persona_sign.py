"""A persona in another canvas's picture: its colour with a shape of its own, its name, what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import PersonaFields
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.emotion import shape
from cxkit.report.canvas.items import Columns, Item, Space, Stack
from cxkit.report.canvas.persona_place import persona_places
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.tokens import DASHES, Theme
from cxkit.report.canvas.view import View


@dataclass(frozen=True, slots=True)
class PersonaSign:
    """The shape of a persona by its place, from 0."""

    number: int
    theme: Theme
    on_curve: bool = False
    height: float = 24

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place; a piece of its curve makes the sign 44 pixels wide instead of 24."""
        ink = self.theme.personas[self.number % len(self.theme.personas)]
        if self.on_curve:
            dash = DASHES[self.number % len(DASHES)]
            drawing.line(x, y + 12, x + 44, y + 12, stroke=ink, width=2.25, dash=dash)
        shape(drawing, self.number, x + (22 if self.on_curve else 12), y + 12, ink)


def persona_title(identifier: str, persona: PersonaFields | None, setting: Setting) -> str:
    """Return what a persona is called, with its age where that is known."""
    name = identifier if persona is None or persona.name is None else setting.words(persona.name)
    age = persona.age if persona is not None else None
    return name if age is None else f"{name}, {setting.words(age)}"


def persona_words(
    identifier: str, persona: PersonaFields | None, setting: Setting, room: float
) -> tuple[Item, ...]:
    """Return the name, the role and the quote of a persona."""
    items: list[Item] = [
        setting.text(persona_title(identifier, persona, setting), room, size=14, leading=22, style="semibold")
    ]
    if persona is not None and persona.role is not None:
        items.append(setting.text(persona.role, room, leading=18, ink=setting.theme.ink2, after=4))
    if persona is not None and persona.quote is not None:
        words = setting.texts.gettext("“{thought}”", thought=setting.words(persona.quote))
        items.append(setting.text(words, room, leading=18, style="italic", ink=setting.theme.ink2, after=4))
    return tuple(items)


def persona_beside(view: View[BlockCanvas], setting: Setting) -> Item | None:
    """Return the persona that a canvas is about, for the head of its sheet; None where it is of nobody's."""
    identifier = view.canvas.persona_id
    if identifier is None:
        return None
    persona = Teller(cast(View[CanvasDocument], view)).persona(identifier)
    words = persona_words(identifier, persona, setting, 300)
    sign = PersonaSign(persona_places(view, [identifier])[identifier], setting.theme)
    return Stack((Space(12), Columns(((0, sign), (36, Stack(words))))))
