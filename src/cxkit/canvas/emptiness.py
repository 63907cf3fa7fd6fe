"""Keys that are there but empty: what a scaffold leaves for its reader to fill."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cxkit.canvas.part import CanvasDocument
from cxkit.documents.document import Document, Path_
from cxkit.documents.known_keys import known_keys


def empty_keys(document: Document, model: type[CanvasDocument] | None = None) -> tuple[Path_, ...]:
    """Return the paths of all keys that have no value, in the order of the file.

    With a model, only keys that it knows; what a user names freely, such as facts, is then left out.
    """
    paths = _empty(document.data, ())
    return tuple(path for path in paths if model is None or path[-1] in known_keys(model, path[:-1]))


def _empty(value: Any, path: Path_) -> Iterator[Path_]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if inner is None:
                yield (*path, key)
            yield from _empty(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _empty(inner, (*path, number))
