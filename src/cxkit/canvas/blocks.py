"""Canvases that hold notes in blocks: a model is made of each kind's data, ours and users' alike."""

from __future__ import annotations

from typing import Any

from pydantic import Field, create_model

from cxkit.canvas.kind import Block, Kind
from cxkit.canvas.part import CanvasDocument, Notes
from cxkit.canvas.persona import PersonaEntry, ids_of
from cxkit.documents.base import Model, Text


class Blocks(Model):
    """The blocks of a canvas: a key each."""


class BlockCanvas(CanvasDocument):
    """A canvas that holds notes in blocks."""

    persona: PersonaEntry | None = Field(
        None, description="The persona that the canvas is about: its id, or the persona in full."
    )
    blocks: Blocks | None = Field(None, description="The blocks, each with a text or a list of texts.")

    @property
    def persona_id(self) -> str | None:
        """The id of the persona that the canvas is about."""
        return ids_of((self.persona,))[0] if self.persona is not None else None

    def notes_in(self, block: str, half: str | None = None) -> tuple[Text, ...]:
        """Return the notes of a block, or of one half of it; raises AttributeError for another name."""
        if self.blocks is None:
            return ()
        held = getattr(self.blocks, block)
        if half is not None and held is not None:
            held = getattr(held, half)
        return held or ()


def model_of(kind: Kind) -> type[BlockCanvas]:
    """Make the model of a kind that holds notes; questions become the descriptions of its keys."""
    name = "".join(word.capitalize() for word in kind.id.replace("_", "-").split("-"))
    fields: dict[str, Any] = {block.id: _field(kind, block, name) for block in kind.blocks}
    blocks = create_model(
        f"{name}Blocks", __base__=Blocks, __doc__=f"The blocks of: {kind.title.get('en')}.", **fields
    )
    made: type[BlockCanvas] = create_model(
        name,
        __base__=BlockCanvas,
        __doc__=kind.purpose.get("en"),
        blocks=(blocks | None, Field(None, description="The blocks, each with a text or a list of texts.")),
    )
    made.KIND = kind.id
    made.model_config["title"] = f"cxkit {kind.id} file"
    made.model_rebuild(force=True)
    return made


def _field(kind: Kind, block: Block, name: str) -> Any:
    if not kind.halves:
        return Notes, Field((), description=_asked(block.title, block.question))
    halves: dict[str, Any] = {
        half.id: (Notes, Field((), description=_asked(half.title, block.questions.get(half.id))))
        for half in kind.halves
    }
    part = "".join(word.capitalize() for word in block.id.split("_"))
    held = create_model(
        f"{name}{part}", __base__=Model, __doc__=f"{block.title.get('en')}, by halves.", **halves
    )
    return held | None, Field(None, description=_asked(block.title, block.question))


def _asked(title: Text, question: Text | None) -> str:
    """Say a block's title and question in every language that it has, as an editor shows them."""
    said = []
    for language in title.languages or ("",):
        asked = f": {question.get(language)}" if question is not None else "."
        said.append(f"{title.get(language)}{asked}")
    return " ".join(dict.fromkeys(said))
