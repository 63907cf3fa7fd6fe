"""A persona: one customer as a person, in a file of its own or in full inside another canvas."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from cxkit.canvas.part import CanvasDocument, Notes
from cxkit.documents.base import ByShape, Identifier, IsoDate, Label, Model, Text

Fact = Annotated[Label | Text, ByShape("a text or a number", text=Text, number=Label, map=Text)]
"""A fact: a text, in several languages too, or a number."""


_FACTS = {
    "ikä": "age",
    "paikka": "place",
    "paikkakunta": "place",
    "asuinpaikka": "place",
    "kotipaikka": "place",
    "ala": "industry",
    "toimiala": "industry",
    "koko": "size",
}


def fact_meant(key: str) -> str:
    """Return the fact that a key names, in Finnish too: age, place, industry or size; else the key itself."""
    folded = key.strip().casefold()
    known = _FACTS.get(folded, folded)
    return known if known in _FACTS.values() else key


class PersonaFields(Model):
    """What is known of a persona."""

    name: Text | None = Field(None, description="What the persona is called.", examples=["Aino"])
    role: Text | None = Field(None, description="In what role the persona uses the service.")
    facts: dict[str, Fact | None] | None = Field(
        None,
        description="Age, place, industry, size and the like.",
        examples=[{"age": 34, "place": "Porvoo"}],
    )
    motivation: Notes = Field((), description="What gets the persona going.")
    wants: Notes = Field((), description="What the persona wants to have or to reach.")
    value_we_give: Notes = Field((), description="What good the persona gets from us.")
    why_us: Notes = Field((), description="Why the persona comes to us and not elsewhere.")
    quote: Text | None = Field(None, description="What the persona would say, in a sentence.")
    reviewed: IsoDate | None = Field(None, description="Day on which the persona was last looked over.")

    @property
    def age(self) -> Text | str | None:
        """The age among the facts, under whichever of its names."""
        return next((value for key, value in (self.facts or {}).items() if fact_meant(key) == "age"), None)


class PersonaInFull(PersonaFields):
    """A persona inside another canvas."""

    id: Identifier = Field(description="What journeys and canvases call the persona.", examples=["aino"])
    title: Text | None = Field(None, description="Name for people, where `name` is not enough.")

    @property
    def called(self) -> Text:
        """What people call the persona: its name, else its title, else its id."""
        return self.name or self.title or Text.plain(self.id)


class Persona(PersonaFields, CanvasDocument):
    """A persona in a file of its own."""

    model_config = ConfigDict(title="cxkit persona file")
    KIND: ClassVar[str] = "persona"

    @property
    def called(self) -> Text:
        """What people call the persona: its name, else its title, else its id."""
        return self.name or self.title or Text.plain(self.id)


PersonaEntry = Annotated[
    Identifier | PersonaInFull,
    ByShape("the id of a persona or a persona", text=Identifier, map=PersonaInFull),
]
"""The id of a persona that stands elsewhere, or a persona in full."""


def ids_of(personas: tuple[str | PersonaInFull, ...]) -> tuple[str, ...]:
    """Return the ids of personas, named or in full, in their order."""
    return tuple(one if isinstance(one, str) else one.id for one in personas)
