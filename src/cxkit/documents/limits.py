"""Between which values a number may be at a place of a document, for messages to authors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from cxkit.documents.document import Path_
from cxkit.documents.known_keys import types_at

_LARGEST = 1_000_000  # a higher limit is only there so that numbers stay within a computer's reach


@dataclass(frozen=True, slots=True)
class Limits:
    """The lowest and the highest number, and whether it has to be a whole one."""

    low: int | Decimal
    high: int | Decimal
    whole: bool

    def __str__(self) -> str:
        return f"{'a whole number' if self.whole else 'a number'} from {self.low} to {self.high}"


def limits_at(model: type[Any], path: Path_) -> Limits | None:
    """Return the limits of the number at a place, or None where there is none that people need to know."""
    for outer in types_at(model, path[:-1]):
        for kind, marks in _annotated_at(outer, path[-1:]):
            low, high = (_limit(marks, name) for name in ("ge", "le"))
            if kind in (int, Decimal) and low is not None and high is not None and high < _LARGEST:
                return Limits(low, high, kind is int)
    return None


def _annotated_at(outer: Any, last: Path_) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield the plain types of what stands at a last element inside a type, each with its annotations."""
    if isinstance(outer, type) and issubclass(outer, BaseModel) and last and last[0] in outer.model_fields:
        field = outer.model_fields[str(last[0])]
        yield from _members(field.annotation, tuple(field.metadata))
    elif last and get_origin(outer) in (dict, tuple):
        yield from _members(get_args(outer)[1 if get_origin(outer) is dict else 0], ())


def _members(annotation: Any, marks: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        yield from _members(inner, (*marks, *more))
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            yield from _members(member, marks)
    else:
        yield annotation, marks


def _limit(marks: tuple[Any, ...], name: str) -> Any:
    """Return the limit of a name, which Pydantic keeps in an annotation or in a list of one."""
    for mark in marks:
        for one in (mark, *getattr(mark, "metadata", ())):
            if getattr(one, name, None) is not None:
                return getattr(one, name)
    return None
