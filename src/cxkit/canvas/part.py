"""What every canvas is built on: the head of a canvas, and values that may be left empty.

A key that is there but empty is no error anywhere in a canvas: it reads as None, or as an empty tuple where
a list is wanted. `emptiness` finds such keys again.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from cxkit.documents.base import DocumentModel, Identifier, IsoDate, Language, Text
from cxkit.documents.schema_words import NULL, one_schema

T = TypeVar("T")


class _OrEmpty:
    """Lets nothing at all stand for an empty list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.as_many, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return one_schema([handler(schema), NULL])

    @staticmethod
    def as_many(value: Any) -> Any:
        return () if value is None else value


class _OneOrMany(_OrEmpty):
    """Lets a single text stand for a list of one, too."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return one_schema([many["items"], many, NULL])

    @staticmethod
    def as_many(value: Any) -> Any:
        if value is None:
            return ()
        return value if isinstance(value, list | tuple) else (value,)


Many = Annotated[tuple[T, ...], _OrEmpty()]
"""A list, which may be left empty."""

Notes = Annotated[tuple[Text, ...], _OneOrMany()]
"""One text or a list of them, each in one or several languages; may be left empty."""


class CanvasDocument(DocumentModel):
    """A canvas: the head that all kinds share."""

    id: Identifier = Field(
        description="What other canvases call this one; unique in its folder.", examples=["varattu-kirja"]
    )
    title: Text | None = Field(description="Name for people.")
    language: Language | None = Field(description="Language that the canvas is written in.", examples=["fi"])
    organisation: Text | None = Field(None, description="Whose canvas it is.")
    owner: Text | None = Field(None, description="Team or person that keeps it up to date.")
    updated: IsoDate | None = Field(None, description="Day of the last change.", examples=["2026-03-14"])
    notes: Notes = Field((), description="Whatever has no place of its own.")

    @property
    def called(self) -> Text:
        """What people call it: the title, or the id while there is none."""
        return self.title or Text.plain(self.id)
