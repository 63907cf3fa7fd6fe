"""A document model → a JSON Schema that editors and draft-07 tools read.

Pydantic's own schema is brought into that form: `definitions` in place of `$defs`, nothing beside a
`$ref`, numbers for defaults, one schema for several shapes without `anyOf`. What the types say of
themselves stands in `scalars`, `text` and `shapes`; what a model's keys must be to one another stands with
the model, as its `json_schema_extra`. A schema never refuses what the reader and the rules of cxkit accept,
but for a key that is left empty where it has no meaning; it accepts much that they refuse.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from cxkit.documents.base import DocumentModel
from cxkit.documents.schema_words import ALSO_TIMESTAMPS, HOW, NULL, one_schema

DIALECT = "http://json-schema.org/draft-07/schema#"
_WIDTH = 100
_PLACE = "#/definitions/{model}"
_TYPES = ("null", "boolean", "number", "string", "array", "object")
_FIRST = ("$schema", "title", "description", "examples", "default", "type", "const", "enum", "required")
_LAST = ("properties", "additionalProperties", "if", "then", "else", "allOf", "definitions")
_OF_NAMES = frozenset({"properties", "definitions"})
"""Keywords whose value maps names to schemas, so that its keys are no keywords."""

_PLAIN_DATA = frozenset({"examples", "default", "const", "enum", "required"})


def schema_of(model: type[DocumentModel]) -> dict[str, Any]:
    """Return the JSON Schema of a kind of document, in the dialect of draft-07."""
    found = model.model_json_schema(ref_template=_PLACE, schema_generator=_Generator)
    found["definitions"] = found.pop("$defs", {})
    found["properties"]["kind"] |= {"const": model.KIND}
    found["properties"]["version"] |= {"minimum": 1, "maximum": model.VERSION}
    schema: dict[str, Any] = _adapted({"$schema": DIALECT, **found})
    return schema


def schema_text(model: type[DocumentModel]) -> str:
    """Return the JSON Schema of a kind of document as the text of a file."""
    return _laid_out(schema_of(model), "") + "\n"


def _laid_out(value: Any, indent: str) -> str:
    """Write JSON with what fits on a line on one line, so that a person can read the file."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= _WIDTH or not isinstance(value, dict | list) or not value:
        return line
    inner = indent + "  "
    if isinstance(value, list):
        entries = [_laid_out(one, inner) for one in value]
    else:
        entries = [f"{json.dumps(name)}: {_laid_out(one, inner)}" for name, one in value.items()]
    opening, closing = "[]" if isinstance(value, list) else "{}"
    return f"{opening}\n{inner}" + f",\n{inner}".join(entries) + f"\n{indent}{closing}"


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, with words for titles and without `anyOf` for what may be left empty."""

    def get_title_from_name(self, name: str) -> str:
        return name.replace("_", " ").capitalize()

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return one_schema([self.generate_inner(schema["schema"]), NULL])

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Join the shapes of a `ByShape`, which is the only tagged union that documents have."""
        return one_schema([self.generate_inner(shape) for shape in schema["choices"].values()])

    def field_title_should_be_set(self, schema: object) -> bool:
        """Give every key a title, those too whose value is a mapping described elsewhere."""
        return bool(schema)

    def encode_default(self, dft: Any) -> Any:
        if isinstance(dft, Decimal):
            return int(dft) if dft == int(dft) else float(dft)
        return super().encode_default(dft)


def _adapted(schema: Any) -> Any:
    """Bring a schema and all schemas inside it to the form of draft-07, its keywords in a fixed order."""
    if isinstance(schema, list):
        return [_adapted(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {
        keyword: value
        if keyword in _PLAIN_DATA
        else {name: _adapted(one) for name, one in value.items()}
        if keyword in _OF_NAMES
        else _adapted(value)
        for keyword, value in schema.items()
        if not _says_nothing(keyword, value)
    }
    _say_how(plain)
    if plain.pop(ALSO_TIMESTAMPS, False):
        wanted = plain.pop("type")
        wrong = [name for name in _TYPES if name not in wanted]
        plain |= {"if": {"type": wrong}, "then": {"type": wanted}}
    if "$ref" in plain and len(plain) > 1:
        plain["allOf"] = [{"$ref": plain.pop("$ref")}, *plain.get("allOf", [])]
    return dict(sorted(plain.items(), key=lambda item: _rank(item[0])))


def _says_nothing(keyword: str, value: Any) -> bool:
    empty_default = keyword == "default" and (value is None or isinstance(value, dict | list))
    return empty_default or (keyword, value) in (("additionalProperties", True), ("definitions", {}))


def _say_how(schema: dict[str, Any]) -> None:
    """Append how a value is written to the description of its key; a nameless value needs none."""
    how = schema.pop(HOW, None)
    if how and "description" in schema:
        schema["description"] = f"{schema['description']} {how}"


def _rank(keyword: str) -> int:
    if keyword in _FIRST:
        return _FIRST.index(keyword) - len(_FIRST)
    return _LAST.index(keyword) + 1 if keyword in _LAST else 0
