"""What every model of a document is built on, and the names that authors of models import.

How to write a model: derive from `Model` (a document itself from `DocumentModel`, with `KIND`); give every
list as `tuple[X, ...]` and every choice of words as `Literal[...]`; a value that may have several shapes gets
`ByShape`; a rule about one value or several raises `Problem` from a validator. Plain `str`, `bool` and `int`
are strict and need nothing more. Rules that want more than one message at once belong into a room's `rules`.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from cxkit.documents.problem import Problem, shown
from cxkit.documents.scalars import (
    Amount,
    ClockTime,
    Count,
    Flag,
    Identifier,
    IsoDate,
    Label,
    Language,
    Number,
    Percent,
    PositiveAmount,
)
from cxkit.documents.schema_words import SchemaOnly
from cxkit.documents.shapes import ByShape
from cxkit.documents.text import Text

__all__ = [
    "Amount",
    "ByShape",
    "ClockTime",
    "Count",
    "DocumentModel",
    "Flag",
    "Identifier",
    "IsoDate",
    "Label",
    "Language",
    "Model",
    "Number",
    "Percent",
    "PositiveAmount",
    "Problem",
    "SchemaOnly",
    "Text",
    "shown",
]


class Model(BaseModel):
    """A strict, frozen part of a document; an unknown key is an error."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Validate plain data; lists become tuples first, for a strict tuple takes no list."""
        return super().model_validate(_frozen(obj), **options)


class DocumentModel(Model):
    """A whole document. `KIND` is what its `kind` must say, `VERSION` the newest version it reads."""

    KIND: ClassVar[str]
    VERSION: ClassVar[int] = 1

    kind: str = Field(description="What kind of document this is.")
    version: int = Field(description="The version of the format that this document follows.")


_CONTAINERS = (dict, list)


def _frozen(data: Any) -> Any:
    if isinstance(data, dict):
        return {
            key: _frozen(value) if isinstance(value, _CONTAINERS) else value for key, value in data.items()
        }
    if isinstance(data, list):
        return tuple([_frozen(value) for value in data])
    return data
