"""A canvas as JSON, for programs: all that it holds, the names behind its ids, and what follows from it.

`docs/guide/canvas-documents.md` describes the fields, which are a contract; a change that would break a
program raises the number in the schema.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from cxkit.canvas.completeness import Place, completeness
from cxkit.canvas.part import CanvasDocument
from cxkit.documents.base import Model, Text
from cxkit.exact import floor_to, fraction_text
from cxkit.report.canvas.derived import derived
from cxkit.report.canvas.names import names
from cxkit.report.canvas.view import View
from cxkit.report.json_text import on_lines

SCHEMA = "cxkit/canvas/1"
_FIRST = ("kind", "version", "id")


def canvas_json(view: View[CanvasDocument]) -> str:
    """Return a canvas as a JSON document, the same for the same view.

    Its ``canvas`` has every key of the kind, so that it reads as a canvas again: with each text in the
    language of the view, dates as texts, and null or an empty list for what the file does not say.
    """
    return on_lines(_document(view)) + "\n"


def _document(view: View[CanvasDocument]) -> dict[str, object]:
    canvas = view.canvas
    return {
        "schema": SCHEMA,
        "kind": canvas.kind,
        "kind_title": view.words(view.kind.title),
        "id": canvas.id,
        "title": view.title,
        "language": view.language,
        "canvas": _plain(canvas, view),
        "names": names(view),
        "completeness": _completeness(view),
        "derived": derived(view),
    }


def _plain(value: object, view: View[CanvasDocument]) -> object:
    """Return a value as JSON has it: maps, lists, texts, numbers, true and false."""
    match value:
        case Text():
            return view.words(value)
        case Model():
            keys = sorted(type(value).model_fields, key=lambda name: name not in _FIRST)
            return {
                key: _facts(value, view) if key == "facts" else _plain(getattr(value, key), view)
                for key in keys
            }
        case dict():
            return {key: _plain(member, view) for key, member in value.items()}
        case tuple():
            return [_plain(member, view) for member in value]
        case date():
            return value.isoformat()
        case Decimal() if value.as_tuple().exponent == 0:
            return int(value)  # a whole number, and written as one
    return value


def _facts(persona: Model, view: View[CanvasDocument]) -> dict[str, object] | None:
    """A fact is a text, or a number, which is kept as it was written."""
    facts = getattr(persona, "facts", None)
    return facts and {key: _fact(value, view) for key, value in facts.items()}


def _fact(value: object, view: View[CanvasDocument]) -> object:
    if not isinstance(value, str):
        return _plain(value, view)
    return int(value) if value.removeprefix("-").isdecimal() else Decimal(value)


def _completeness(view: View[CanvasDocument]) -> dict[str, object]:
    measured = completeness(view.canvas, view.kind)
    return {
        "filled": measured.filled,
        "places": len(measured.places),
        "percent": floor_to(measured.percent, 2),
        "percent_exact": fraction_text(Fraction(measured.percent)),
        "missing": [_missing(place, view) for place in measured.missing],
    }


def _missing(place: Place, view: View[CanvasDocument]) -> dict[str, object]:
    touchpoint = None if place.touchpoint is None else view.words(place.touchpoint)
    return {"path": list(place.path), "title": view.words(place.title), "touchpoint": touchpoint}
