"""Schemas at work in tests: files read as editors read them, and errors brought to places of the file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from cxkit.documents.diagnostics import Span
from cxkit.documents.document import Document

FORMATS = Draft7Validator.FORMAT_CHECKER


class _Words(SafeConstructor):
    """Reads YAML 1.2 and leaves dates as texts, as editors do."""


_Words.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def as_editors_read(text: str, *, timestamps: bool = False) -> Any:
    """Read YAML 1.2; with `timestamps` dates become dates, as in many a program."""
    reader = YAML(typ="safe", pure=True)
    if not timestamps:
        reader.Constructor = _Words
    return as_json(reader.load(text))


def as_json(data: Any) -> Any:
    """Return data as JSON would hold it: texts for keys, binary numbers."""
    match data:
        case dict():
            return {str(key): as_json(value) for key, value in data.items()}
        case list() | tuple():
            return [as_json(value) for value in data]
        case Decimal():
            return float(data)
    return data


def errors(schema: dict[str, Any], data: Any) -> list[Any]:
    """Return all errors of some data, formats included, as `jsonschema` describes them."""
    return list(Draft7Validator(schema, format_checker=FORMATS).iter_errors(data))


def places(found: list[Any], document: Document) -> Iterator[Span]:
    """Yield where an editor underlines each error: a key that should not be there, a value, a mapping.

    What a mapping lacks may be reported at its key or where it begins.
    """
    for error in found:
        path = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            for key in error.instance:
                if key not in error.schema["properties"]:
                    yield document.key_span((*path, key))
        elif "propertyNames" in error.absolute_schema_path:
            yield document.key_span((*path, error.instance))
        elif error.schema is False:  # the library forgets the last step to it
            for key, value in _at(document, path).items():
                if as_json(value) == error.instance:
                    yield document.key_span((*path, key))
        elif error.validator in ("required", "anyOf", "not") and isinstance(error.instance, dict):
            yield document.key_span(path)
            yield document.key_span((*path, "a key that is missing"))
        else:
            yield document.value_span(path)


def _at(document: Document, path: tuple[str | int, ...]) -> dict[str, Any]:
    value: Any = document.data
    for element in path:
        value = value[element]
    assert isinstance(value, dict)
    return value
