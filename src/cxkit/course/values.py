"""Shapes of value that course files use and the general document model does not know.

A key that may hold one thing or another (a number or conditions, a name or a list of names) is
read by its shape, so that an error names one problem at one place and not one per alternative.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, PlainValidator, Strict, TypeAdapter

from cxkit.documents.base import Text

Item = TypeVar("Item")

Items = Annotated[tuple[Item, ...], Strict(False)]
"""A list of the file, kept as a tuple; what is in it is read as strictly as everything else."""


def _as_written(value: Any) -> Any:
    """Give a number back as the text that the file has for it."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    return value


def _as_list(value: Any) -> Any:
    """Let a single text stand for a list of one."""
    return value if isinstance(value, list | tuple) else [value]


Label = Annotated[str, BeforeValidator(_as_written, json_schema_input_type=str | int | Decimal)]
"""A short text such as a grade or a column's header; a number counts as what is written."""

Texts = Annotated[tuple[Text, ...], Strict(False), BeforeValidator(_as_list, json_schema_input_type=Any)]
"""One text or a list of them, in one or several languages."""


def by_shape(shapes: dict[type | tuple[type, ...], Any], otherwise: Any) -> PlainValidator:
    """Build a validator that picks what to read by the Python type of the value in the file.

    ``shapes`` maps a type (or several) to the annotation that values of it are read as;
    ``otherwise`` is the annotation for every other value.
    """
    readers: dict[int, TypeAdapter[Any]] = {}

    def read(value: Any) -> Any:
        chosen = next((kind for types, kind in shapes.items() if isinstance(value, types)), otherwise)
        if id(chosen) not in readers:
            readers[id(chosen)] = TypeAdapter(chosen)
        return readers[id(chosen)].validate_python(value, strict=True)

    return PlainValidator(read, json_schema_input_type=_union([*shapes.values(), otherwise]))


def _union(kinds: list[Any]) -> Any:
    """Return the union of annotations, for the schema."""
    result = kinds[0]
    for kind in kinds[1:]:
        result = result | kind
    return result


