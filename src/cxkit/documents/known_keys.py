"""Which keys a model knows at a place of its document, and what may stand there, for hints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from cxkit.documents.document import Path_

MOST_KEYS = 3
"""How many keys an example shows."""


def known_keys(model: type[Any], path: Path_) -> tuple[str, ...]:
    """Return the keys, in the model's order, of the mapping that `path` leads to."""
    types = types_at(model, path)
    return tuple(dict.fromkeys(name for kind in types if _is_model(kind) for name in kind.model_fields))


def example_of(model: type[Any], path: Path_) -> str:
    """Return a mapping as it may be written at a place: the example of its key, else with its first keys."""
    for outer in types_at(model, path[:-1]):
        field = outer.model_fields.get(path[-1]) if path and _is_model(outer) else None
        for example in (field.examples or ()) if field is not None else ():
            if isinstance(example, dict):
                return f"{{{', '.join(f'{key}: {value}' for key, value in example.items())}}}"
    keys = known_keys(model, path)[:MOST_KEYS] or ("key",)
    return f"{{{', '.join(f'{key}: …' for key in keys)}}}"


@cache
def keys_leading_to(model: type[BaseModel], kind: type[Any]) -> tuple[str, ...]:
    """Return the keys, in the model's order, in whose values a kind of value may stand at any depth."""
    return tuple(name for name, field in model.model_fields.items() if kind in _within(field.annotation))


def types_at(model: type[Any], path: Path_) -> list[Any]:
    """Return the types, without what is annotated, that a value at a place may have."""
    types = list(_members(model))
    for element in path:
        types = [inner for outer in types for inner in _inside(outer, element)]
    return types


def _members(annotation: Any) -> Iterator[Any]:
    """The plain types that an annotation stands for: members of unions, without what is annotated."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _members(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _within(annotation: Any) -> set[Any]:
    """The types of a value and of all that may stand in it."""
    found: set[Any] = set()
    pending = [annotation]
    while pending:
        new = set(_members(pending.pop())) - found
        found |= new
        for kind in new:
            if _is_model(kind):
                pending += [field.annotation for field in kind.model_fields.values()]
            elif get_origin(kind) in (dict, tuple):
                pending += get_args(kind)
    return found


def _inside(kind: Any, element: str | int) -> Iterator[Any]:
    """The types of what stands at a key or number inside a type."""
    if _is_model(kind):
        field = kind.model_fields.get(element)
        if field is not None:
            yield from _members(field.annotation)
    elif get_origin(kind) in (dict, tuple):
        wanted = get_args(kind)[1 if get_origin(kind) is dict else 0]
        yield from _members(wanted)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
