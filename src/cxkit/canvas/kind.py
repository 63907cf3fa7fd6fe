"""A kind of canvas as data: its blocks, questions, grid and source, from a YAML file for each kind.

Our own kinds are in `kinds/`, and a user's kind is a file of the same form. What a canvas of a kind may hold
is said by `models`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from cxkit.canvas.part import Many
from cxkit.documents.base import Count, DocumentModel, Flag, Identifier, Model, Number, Problem, Text, shown
from cxkit.documents.codes import Code
from cxkit.documents.loader import load

OWN_KINDS = (
    "journey", "persona", "measurement", "slbmc", "bmc", "empathy", "strategy", "maturity", "programme",
    "reflection",
)  # fmt: skip
"""The kinds that come with cxkit, in the order in which they are listed."""

BLOCK_KINDS = ("slbmc", "bmc", "empathy")
"""Our kinds that hold nothing but notes in blocks, as every kind of a user does."""

_FOLDER = Path(__file__).parent / "kinds"
_KEY = re.compile(r"[a-z][a-z0-9_]{0,59}")


def _key(text: str) -> str:
    if not _KEY.fullmatch(text) or hasattr(BaseModel, text) or text.startswith("model_"):
        hint = (
            "Begin with a letter and use small letters, digits and `_`; choose another word if one is taken."
        )
        raise Problem(
            f"{{key}} cannot be the key of a block: {shown(text)}", code=Code.BAD_IDENTIFIER, hint=hint
        )
    return text


Key = Annotated[Identifier, AfterValidator(_key)]
"""An id that becomes a key of the canvases of a kind."""

Grid = Annotated[tuple[Number, ...], Field(min_length=4, max_length=4)]
"""Row, column, row span and column span, counted from 1; halves are possible, as in 2.5."""


class Named(Model):
    """A thing with a name."""

    id: Key = Field(description="The key in a canvas of this kind.", examples=["key_partners"])
    title: Text = Field(description="Name for people.")
    also: Text | None = Field(None, description="Another name in use.", examples=[{"fi": "Kulurakenne"}])


class Asked(Named):
    """A thing with a guiding question."""

    question: Text | None = Field(None, description="The question that helps to fill it.")
    hint: Text | None = Field(None, description="What a good answer looks like.")
    required: Flag = Field(False, description="true: a canvas without it is not complete.")


class Block(Asked):
    """A block of a canvas, drawn on the grid."""

    n: Count | None = Field(None, description="Number that is drawn before the title.")
    holds: Literal["notes", "leadership", "personas", "path", "data", "analyses", "organisation"] = Field(
        "notes", description="What the block holds: notes, or a structure of the measurement canvas."
    )
    questions: dict[str, Text] = Field(
        {}, description="In place of `question`: one for each half, by its id."
    )
    grid: Grid = Field(
        description="Row, column, row span, column span, counted from 1.", examples=[[1, 1, 3, 2]]
    )


class Row(Asked):
    """A row of a journey: a row of the map, a lane of the blueprint, or a line between lanes."""

    role: Literal["row", "lane", "line"] = Field(
        "row", description="A line is drawn and never filled; a lane is filled under `lanes`."
    )
    keys: Many[Identifier] = Field((), description="The keys of a touchpoint that the row shows.")
    optional: Flag = Field(False, description="true: the row is left out where nothing fills it.")


class Phase(Named):
    """A phase of the customer relationship."""

    behaviours: Many[Text] = Field((), description="What customers do in it.")


class KindStage(Asked):
    """A stage of maturity."""

    n: Count = Field(description="Number of the stage.")
    marks: Many[Text] = Field((), description="What shows that the stage is there.")
    note: Text | None = Field(None, description="What to know of the stage.")
    requires: Identifier | None = Field(None, description="The stage that it hardly goes without.")


class KindSection(Asked):
    """A section of a report, filled from other canvases."""

    takes: Many[Identifier] = Field((), description="Kinds of canvases that it is filled from.")


class Axes(Model):
    """What a drawing of stages shows."""

    x: Text = Field(description="To the right.")
    y: Text = Field(description="Upwards.")


class Kind(DocumentModel):
    """A kind of canvas."""

    model_config = ConfigDict(title="cxkit canvas-kind file")
    KIND: ClassVar[str] = "canvas-kind"

    id: Identifier = Field(
        description="What the `kind` of such a canvas says; none of cxkit's own.", examples=["our-canvas"]
    )
    title: Text = Field(description="Name for people.")
    purpose: Text = Field(description="What it is for, in a line.")
    cite: Text | None = Field(None, description="The source to cite.")
    attribution: Text | None = Field(None, description="A line that has to be printed with the canvas.")
    one_per: Literal["persona"] | None = Field(None, description="persona: there is one canvas a persona.")
    size: Annotated[tuple[Count, ...], Field(min_length=2, max_length=2)] | None = Field(
        None, description="Rows and columns of the grid.", examples=[[4, 10]]
    )
    halves: Many[Named] = Field((), description="The halves of every block, such as customer and provider.")
    blocks: Many[Block] = Field((), description="The blocks on the grid.")
    loops: Many[Annotated[tuple[Count, ...], Field(min_length=2, max_length=2)]] = Field(
        (), description="Arrows from a block to a block, by their numbers.", examples=[[[5, 1], [5, 2]]]
    )
    fields: Many[Asked] = Field((), description="Keys of a canvas that has no grid.")
    rows: Many[Row] = Field((), description="Rows of a journey, from the top.")
    phases: Many[Phase] = Field((), description="Phases of a journey.")
    ownership: Many[Named] = Field((), description="To whom a touchpoint belongs.")
    axes: Axes | None = Field(None, description="What a drawing of the stages shows.")
    stages: Many[KindStage] = Field((), description="Stages of maturity.")
    sections: Many[KindSection] = Field((), description="Sections of a report.")

    def block(self, name: str) -> Block:
        """Return a block; raises KeyError when there is none of that id."""
        return {block.id: block for block in self.blocks}[name]

    @model_validator(mode="after")
    def _sound(self) -> Kind:
        if self.id not in OWN_KINDS:
            self._hold_to_notes()
        for name in ("blocks", "halves", "fields", "rows", "stages", "sections"):
            self._hold_ids_unique(name)
        for number, block in enumerate(self.blocks):
            self._hold_to_grid(number, block)
            self._hold_to_halves(number, block)
        numbers = {block.n for block in self.blocks}
        for number, loop in enumerate(self.loops):
            if not numbers.issuperset(loop):
                message = "{key} joins blocks that are not there"
                raise Problem(message, hint="Give the `n` of two blocks.", at=("loops", number))
        return self

    def _hold_to_notes(self) -> None:
        if not self.blocks:
            message = "`blocks` is missing: a kind of your own is made of blocks"
            raise Problem(message, code=Code.MISSING_KEY, hint="Add `blocks` with at least one block.")
        for number, block in enumerate(self.blocks):
            if block.holds != "notes":
                message = "{key} must be `notes` in a kind of your own"
                raise Problem(message, hint="Leave it out.", at=("blocks", number, "holds"))
        for name in ("fields", "rows", "phases", "ownership", "axes", "stages", "sections"):
            if getattr(self, name):
                message = "{key} is for cxkit's own kinds only"
                raise Problem(message, hint="Use `blocks`.", at=(name,), at_key=True)

    def _hold_ids_unique(self, name: str) -> None:
        seen: set[str] = set()
        for number, one in enumerate(getattr(self, name)):
            if one.id in seen:
                at = (name, number, "id")
                raise Problem(f"The id {shown(one.id)} stands twice", hint="Give each its own id.", at=at)
            seen.add(one.id)

    def _hold_to_grid(self, number: int, block: Block) -> None:
        row, column, rows, columns = block.grid
        at = ("blocks", number, "grid")
        if min(row, column) < 1 or min(rows, columns) <= 0:
            raise Problem("{key} must count from 1, with spans above 0", at=at)
        if self.size is None:
            raise Problem("`size` is missing", code=Code.MISSING_KEY, hint="Add `size: [rows, columns]`.")
        if row + rows > self.size[0] + 1 or column + columns > self.size[1] + 1:
            height, width = self.size
            hint = f"Keep it within the {height} rows and {width} columns of `size`, or make that larger."
            raise Problem("{key} reaches beyond the grid", hint=hint, at=at)
        for other in self.blocks[:number]:
            if _overlap(block.grid, other.grid):
                raise Problem(f"{{key}} covers part of the block {shown(other.id)}", at=at)

    def _hold_to_halves(self, number: int, block: Block) -> None:
        halves = {half.id for half in self.halves}
        for half in block.questions:
            if half not in halves:
                at = ("blocks", number, "questions", half)
                hint = "Name the halves under `halves`, or use `question`."
                raise Problem(f"{shown(half)} is none of the halves", hint=hint, at=at, at_key=True)


def _overlap(one: tuple[Decimal, ...], other: tuple[Decimal, ...]) -> bool:
    return all(
        one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2]
        for axis in (0, 1)
    )


@cache
def own_kind(name: str) -> Kind:
    """Return one of our kinds; raises KeyError when there is none of that name."""
    if name not in OWN_KINDS:
        raise KeyError(name)
    return load(str(_FOLDER / f"{name}.yaml"), Kind).or_refuse()[0]


def own_kinds() -> tuple[Kind, ...]:
    """Return all our kinds, in the order in which they are listed."""
    return tuple(own_kind(name) for name in OWN_KINDS)
