"""The reflection: sections of a report. What other canvases bring to them is gathered elsewhere."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator

from cxkit.canvas.part import CanvasDocument, Many, Notes
from cxkit.documents.base import Model, Problem

SectionId = Literal["organisation", "standing", "journey", "leading", "measuring", "change", "learning"]


class Section(Model):
    """A section in the writer's own words."""

    id: SectionId = Field(description="Which section it is.")
    text: Notes = Field((), description="What the writer says, a paragraph an entry.")


class Reflection(CanvasDocument):
    """A reflection report."""

    model_config = ConfigDict(title="cxkit reflection file")
    KIND: ClassVar[str] = "reflection"

    sections: Many[Section] = Field((), description="The sections.")

    @model_validator(mode="after")
    def _sections_once(self) -> Reflection:
        seen: set[str] = set()
        for number, section in enumerate(self.sections):
            if section.id in seen:
                at = ("sections", number, "id")
                raise Problem(f"The section `{section.id}` stands twice", hint="Join the two.", at=at)
            seen.add(section.id)
        return self
