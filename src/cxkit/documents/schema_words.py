"""What a type of value says about itself in a JSON Schema, and how several shapes become one schema.

A model uses `SchemaOnly` for limits that the rules of a room judge with codes of their own: the reader
lets such a value pass, an editor that knows the schema marks it all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

HOW = "x-how"
"""How a value is written, one sentence; the schema appends it to the description of each key."""

ALSO_TIMESTAMPS = "x-also-timestamps"
"""Marks a text that some YAML readers turn into a date or time, which is no type of JSON."""

NULL: dict[str, Any] = {"type": "null"}
_OF_EVERY_TYPE = frozenset({"$ref", "enum", "const", "if", "allOf", "anyOf", "oneOf", "not"})


class SchemaOnly:
    """An annotation that adds keywords to the schema of a type and leaves its validation alone.

    A keyword that is None is taken away.
    """

    def __init__(self, **keywords: Any) -> None:
        self.keywords = keywords

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = {**handler(core_schema), **self.keywords}
        return {name: value for name, value in schema.items() if value is not None}


def one_schema(shapes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return a schema for a value that may have any of several shapes, each of other types than the rest.

    There is no `anyOf` in it: whatever is wrong inside one shape is reported at its own place and not as
    "matches none of".
    """
    types = list(dict.fromkeys(name for shape in shapes for name in types_of(shape)))
    merged: dict[str, Any] = {"type": types[0] if len(types) == 1 else types}
    solid = [shape for shape in shapes if shape != NULL]
    guarded = []
    for shape in solid:
        if _OF_EVERY_TYPE.isdisjoint(shape):
            merged |= {name: value for name, value in shape.items() if name != "type"}
        elif "enum" in shape and len(solid) == 1:
            merged |= {**shape, "type": merged["type"], "enum": [*shape["enum"], *[None] * (NULL in shapes)]}
        elif "if" in shape and len(solid) == 1:
            merged |= {**shape, "type": merged["type"]}
        else:
            then = shape if "$ref" in shape else {k: v for k, v in shape.items() if k != "type"}
            guarded.append({"if": {"type": shape.get("type", "object")}, "then": then})
    if len(guarded) == 1:
        return merged | guarded[0]
    return merged | ({"allOf": guarded} if guarded else {})


def types_of(shape: dict[str, Any]) -> list[str]:
    """Return the JSON types that a schema takes; a reference is always to a mapping."""
    found = shape.get("type", "object")
    return [found] if isinstance(found, str) else list(found)
