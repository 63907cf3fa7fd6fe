"""A journey's stages on sheets of paper: a wide map goes on with the next stage on another sheet.

On a screen the sheets stand side by side as one map.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from markupsafe import Markup

from cxkit.canvas.journey import Journey, Stage
from cxkit.report.canvas.html_points import Point, Points
from cxkit.report.canvas.html_text import Wording
from cxkit.report.canvas.view import View

SHEET = 10
"""Columns that fit a printed sheet."""


@dataclass(frozen=True, slots=True)
class StagePart:
    """A stage, or the part of it that a sheet holds; columns count from 1, in the map and in the sheet."""

    number: int
    title: Markup
    phase: str
    continued: bool
    column: int
    in_sheet: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Stages that are printed side by side."""

    first: int
    columns: int
    stages: tuple[StagePart, ...]


def sheets_of(view: View[Journey], wording: Wording, points: Points) -> tuple[Sheet, ...]:
    """Return the stages that have touchpoints; one that is wider than a sheet goes on on the next."""
    sheets: list[Sheet] = []
    parts: list[StagePart] = []
    numbers, at = count(1), 0
    phase = None
    for number, stage in enumerate((one for one in view.canvas.stages if one.touchpoints), 1):
        if parts and _width(parts) + len(stage.touchpoints) > SHEET:
            sheets.append(_sheet(parts, at))
            parts = []
        left = stage.touchpoints
        while left:
            if _width(parts) == SHEET:
                sheets.append(_sheet(parts, at))
                parts = []
            taken, left = left[: SHEET - _width(parts)], left[SHEET - _width(parts) :]
            begun = len(taken) + len(left) < len(stage.touchpoints)
            shown = _phase(view, stage) if stage.phase != phase or not parts else ""
            held = tuple(points.make(one, next(numbers), at + place) for place, one in enumerate(taken, 1))
            parts.append(
                StagePart(number, wording.title(stage.called), shown, begun, at + 1, _width(parts) + 1, held)
            )
            at += len(taken)
            phase = stage.phase
    return (*sheets, *([_sheet(parts, at)] if parts else []))


def _sheet(parts: list[StagePart], columns: int) -> Sheet:
    return Sheet(columns - _width(parts), _width(parts), tuple(parts))


def _width(parts: list[StagePart]) -> int:
    return sum(len(part.points) for part in parts)


def _phase(view: View[Journey], stage: Stage) -> str:
    _ = view.texts.gettext
    phases = {
        "pre_purchase": _("Pre-purchase"),
        "purchase": _("Purchase"),
        "post_purchase": _("Post-purchase"),
    }
    return phases.get(stage.phase or "", "")
