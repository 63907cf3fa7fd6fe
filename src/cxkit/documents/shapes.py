"""Values that may be written in several shapes, such as one column name or a list of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

SHAPE_ERROR = "cxkit_shape"
_TAG = "\0"  # no key of a document can hold it, so the loader can tell a shape from a key


class ByShape:
    """Chooses among types by how the value is written, so that the author of a file gets one message.

    A union left to Pydantic yields an error for each of its members. Write instead, with `wanted` as the end
    of the sentence "must be …":

        Columns = Annotated[
            str | tuple[str, ...],
            ByShape("a column name or a list of column names", text=str, list=tuple[str, ...]),
        ]

    The shapes are `text`, `number`, `flag` (true or false), `list` and `map`. For an optional value write
    `Columns | None`; nothing else than None belongs into a union outside of `ByShape`.
    """

    def __init__(self, wanted: str, **types: Any) -> None:
        self.wanted = wanted
        self.types = types

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.tagged_union_schema(
            {_TAG + shape: handler.generate_schema(kind) for shape, kind in self.types.items()},
            discriminator=_shape,
            custom_error_type=SHAPE_ERROR,
            custom_error_message="must be {wanted}",
            custom_error_context={
                "wanted": self.wanted,
                "number": "number" in self.types,
                "map": "map" in self.types,
            },
        )


_SHAPES = {
    bool: _TAG + "flag",
    int: _TAG + "number",
    Decimal: _TAG + "number",
    str: _TAG + "text",
    list: _TAG + "list",
    tuple: _TAG + "list",
    dict: _TAG + "map",
}


def _shape(value: Any) -> str | None:
    return _SHAPES.get(type(value))


def is_shape(element: str | int) -> bool:
    """Whether an element of an error's location names a shape and not a place in the document."""
    return isinstance(element, str) and element.startswith(_TAG)
