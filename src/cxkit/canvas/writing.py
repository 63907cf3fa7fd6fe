"""A canvas as YAML that a person would have written: blocks, quotes only where they are needed.

What is left out reads as empty, so reading the text gives an equal canvas. Comments are not kept: a canvas
has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.yaml_scalars import block, scalar
from cxkit.documents.base import Model, Text

WIDTH = 110
"""How long a line may become before braces are opened; a single text is never broken."""

SHORT = 60
"""How long a structure in braces may be."""

SCHEMAS = "schemas"
"""Where editors look for schemas, from the place of the file."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def canvas_yaml(canvas: CanvasDocument, *, schemas: str = SCHEMAS) -> str:
    """Return a canvas as the text of a file that reads as an equal canvas."""
    lines = [f"# yaml-language-server: $schema={schemas}/{canvas.kind}.schema.json"]
    entries = _entries(canvas)
    notes = entries.pop("notes", None)
    if notes is not None:
        entries["notes"] = notes
    for key, value in entries.items():
        lines += _entry(key, value, "")
    return "\n".join(lines) + "\n"


def _entries(model: Model) -> dict[str, Any]:
    """Return the keys to write: those that say something, and those that have to be there."""
    fields = type(model).model_fields
    values = {name: getattr(model, name) for name in fields}
    first = [name for name in ("kind", "version", "id", "title") if name in fields]
    return {
        name: values[name]
        for name in dict.fromkeys([*first, *fields])
        if fields[name].is_required() or values[name] != fields[name].default
    }


def _plain(value: Any) -> Any:
    """Return what stands for a value in YAML: a mapping, a list, a text or what is written as it is."""
    match value:
        case Model():
            return {name: _plain(one) for name, one in _entries(value).items()}
        case Text() if value.languages:
            return dict(value.entries)
        case Text():
            return str(value)
        case tuple() if len(value) == 1 and isinstance(value[0], Text):
            return _plain(value[0])
        case tuple():
            return [_plain(one) for one in value]
        case Mapping():
            return {name: _fact(one) for name, one in value.items()}
    return value


def _fact(value: Any) -> Any:
    """Return an entry of a free mapping: a number among the facts of a persona is kept as text."""
    return Decimal(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else _plain(value)


def _entry(key: str, value: Any, indent: str) -> Iterator[str]:
    """Yield the lines of a key and its value."""
    plain = _plain(value)
    name = scalar(key, in_brackets=True)
    if _opens(plain, value, len(indent) + len(name) + 2):
        yield f"{indent}{name}:"
        yield from _below(value, indent + "  ")
        return
    broken = block(plain, indent + "  ") if isinstance(plain, str) and "\n" in plain else None
    if broken is not None:
        yield f"{indent}{name}: {broken[0]}"
        yield from broken[1:]
        return
    yield f"{indent}{name}: {_line(plain)}".rstrip(" ")


def _below(value: Any, indent: str) -> Iterator[str]:
    """Yield a mapping or list in block style."""
    match value:
        case Model():
            for key, inner in _entries(value).items():
                yield from _entry(key, inner, indent)
        case Text() if value.languages:
            for language, text in value.entries:
                yield from _entry(language, Text.plain(text), indent)
        case tuple() if len(value) == 1 and isinstance(value[0], Text):
            yield from _below(value[0], indent)
        case tuple():
            # Entries of one list look alike: all of them open as soon as one does.
            opened = any(
                isinstance(one, Model) and _opens(_plain(one), one, len(indent) + 2) for one in value
            )
            for one in value:
                yield from _item(one, indent, opened=opened and isinstance(one, Model))
        case Mapping():
            for key, inner in value.items():
                yield from _entry(key, _fact(inner) if isinstance(inner, str) else inner, indent)


def _item(value: Any, indent: str, *, opened: bool) -> Iterator[str]:
    """Yield an entry of a list."""
    plain = _plain(value)
    if plain and (opened or _opens(plain, value, len(indent) + 2)):
        first, *others = _below(value, indent + "  ")
        yield f"{indent}- {first.lstrip(' ')}"
        yield from others
        return
    broken = block(plain, indent + "  ") if isinstance(plain, str) and "\n" in plain else None
    if broken is not None:
        yield f"{indent}- {broken[0]}"
        yield from broken[1:]
        return
    yield f"{indent}- {_line(plain)}".rstrip(" ")


def _opens(plain: Any, value: Any, before: int) -> bool:
    """Whether a value is written in block style: what has parts of parts, or is too long for its line."""
    if not isinstance(plain, dict | list) or not plain:
        return False
    if isinstance(plain, list) and any(isinstance(one, Text | Model) for one in value):
        return True
    if isinstance(value, Model) and isinstance(plain, dict) and not _is_small(plain):
        return True
    return before + len(_line(plain)) > WIDTH


def _is_small(plain: Mapping[str, Any]) -> bool:
    """Whether a structure fits in braces: a few short values, all of them there and none a structure."""
    if any(one is None or isinstance(one, dict | list) for one in plain.values()):
        return False
    return len(_line(plain)) <= SHORT


def _line(plain: Any, *, in_brackets: bool = False) -> str:
    """Return a value on one line; nothing at all for None."""
    match plain:
        case dict():
            pairs = (
                f"{scalar(key, in_brackets=True)}: {_line(one, in_brackets=True)}"
                for key, one in plain.items()
            )
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(_line(one, in_brackets=True) for one in plain) + "]"
        case None:
            return "null" if in_brackets else ""
        case bool():
            return str(plain).lower()
        case Decimal():
            return format(plain, "f")
        case int() | date():
            return str(plain)
    return scalar(plain, in_brackets=in_brackets)
