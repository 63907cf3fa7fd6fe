"""Canvases of every kind that pictures are tried with: full, hostile and empty ones."""

from __future__ import annotations

import re
from typing import Any

import yaml
from tests.report.canvas.canvases import example_view, view_of

from cxkit.canvas.example import example_text
from cxkit.canvas.part import CanvasDocument
from cxkit.report.canvas.view import View

_NOT_A_TEXT = re.compile(r"[a-z0-9_-]+|[A-Z]{3,4}")
"""Ids, languages and methods."""


def full(kind: str, language: str) -> View[CanvasDocument]:
    """Return the example of a kind in a language."""
    return example_view(kind, language)


def hostile(kind: str, text: str) -> View[CanvasDocument]:
    """Return the example of a kind with every text replaced, and each list of texts twice as long."""
    data = _replaced(yaml.safe_load(example_text(kind, "fi")), text)
    return view_of(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "fi")


def empty(kind: str, language: str) -> View[CanvasDocument]:
    """Return a canvas with nothing but a title."""
    head = {"kind": kind, "version": 1, "id": "x", "title": "Kirjasto", "language": language}
    return view_of(yaml.safe_dump(head), language)


def _replaced(value: Any, text: str) -> Any:
    match value:
        case dict():
            return {key: _replaced(inner, text) for key, inner in value.items()}
        case list():
            several = [_replaced(inner, text) for inner in value]
            return several * 2 if all(one == text for one in several) else several
        case str() if not _NOT_A_TEXT.fullmatch(value):
            return text
    return value
