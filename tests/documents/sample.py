"""A small document with a value of every type, for the tests of this room."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from cxkit.documents.base import (
    ByShape,
    ClockTime,
    Count,
    DocumentModel,
    Flag,
    Identifier,
    IsoDate,
    Label,
    Language,
    Model,
    Number,
    Problem,
    Text,
)
from cxkit.documents.loader import Loaded, load_text


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Leaf(Model):
    percent: Number
    exam: Number | None = None


class Twig(Model):
    id: Identifier
    twigs: tuple[Twig, ...] = ()
    low: Number = Decimal(0)
    high: Number = Decimal(9)

    @model_validator(mode="after")
    def _rising(self) -> Twig:
        if self.low >= self.high:
            raise Problem(
                "{key} must be above `low`",
                code="CX199",
                hint="Raise it.",
                at=("high",),
                at_key=self.low == 7,
            )
        if self.low == 5:
            raise ValueError("five is not liked")
        return self


class Tree(DocumentModel):
    KIND: ClassVar[str] = "course"

    title: Text | None = None
    id: Identifier | None = None
    language: Language = "en"
    planted: IsoDate | None = None
    watered: ClockTime | None = None
    evergreen: Flag = False
    height: Number | None = None
    rings: Count | None = None
    roots: dict[str, Number] | None = Field(None, examples=["none", {"a": 40, "b": 70}])
    grade: Label | None = None
    name: str | None = None
    mark: Literal["points", "percent"] = "points"
    colour: Annotated[Colour, Field(strict=False)] | None = None
    twigs: tuple[Twig, ...] = ()
    bands: (
        dict[
            Annotated[str, Field(max_length=3)],
            Annotated[Decimal | Leaf, ByShape("a percent or conditions", number=Number, map=Leaf)],
        ]
        | None
    ) = None
    column: (
        Annotated[str | tuple[str, ...], ByShape("a name or a list", text=str, list=tuple[str, ...])] | None
    ) = None
    share: Annotated[int, Field(gt=0, lt=10)] | None = None
    few: Annotated[tuple[int, ...], Field(min_length=1, max_length=2)] | None = None
    short: Annotated[str, Field(min_length=2, max_length=3)] | None = None
    code: Annotated[str, Field(pattern="^a")] | None = None
    either: Annotated[bool | Leaf, ByShape("true, false or a leaf", flag=bool, map=Leaf)] | None = None

    @model_validator(mode="after")
    def _one_name(self) -> Tree:
        if self.name is not None and self.id is not None:
            raise Problem("{key} has both a name and an id")
        return self


HEAD = "kind: course\nversion: 1\n"


def tree(body: str) -> Loaded[Tree]:
    """Read a tree whose first two lines are its head."""
    return load_text(HEAD + body, Tree, file="tree.yaml")


def said(body: str) -> list[tuple[str, int, int, str, str | None]]:
    """What reading a tree finds: code, line of the body, column, message, hint."""
    loaded = tree(body)
    assert loaded.model is None or not loaded.diagnostics
    found = []
    for diagnostic in loaded.diagnostics:
        assert diagnostic.span is not None
        line, column = diagnostic.span.line - 2, diagnostic.span.column
        found.append((str(diagnostic.code), line, column, diagnostic.message, diagnostic.hint))
    return found
