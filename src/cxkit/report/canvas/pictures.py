"""Pictures of canvases: the one place that knows which canvas is drawn by what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.journey import Journey
from cxkit.canvas.maturity import Maturity
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import Persona
from cxkit.canvas.programme import Programme
from cxkit.canvas.reflection import Reflection
from cxkit.canvas.strategy import Strategy
from cxkit.report.canvas.block_picture import block_picture
from cxkit.report.canvas.drawing import Drawing, TextLines
from cxkit.report.canvas.journey_picture import journey_picture, journey_pictures
from cxkit.report.canvas.lines import broken_words
from cxkit.report.canvas.maturity_picture import maturity_picture
from cxkit.report.canvas.measurement_picture import measurement_picture
from cxkit.report.canvas.persona_picture import persona_picture
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.programme_picture import programme_picture
from cxkit.report.canvas.reflection_picture import reflection_picture
from cxkit.report.canvas.strategy_picture import strategy_picture
from cxkit.report.canvas.svg_document import svg_document
from cxkit.report.canvas.tokens import ThemeName
from cxkit.report.canvas.view import View

_DRAWN: tuple[tuple[type[CanvasDocument], Callable[[View[Any], ThemeName], Picture]], ...] = (
    (Journey, journey_picture),
    (BlockCanvas, block_picture),
    (Measurement, measurement_picture),
    (Persona, persona_picture),
    (Strategy, strategy_picture),
    (Maturity, maturity_picture),
    (Programme, programme_picture),
    (Reflection, reflection_picture),
)


_SHOWN = 40
"""How much of a word a message shows, in signs."""


def picture(view: View[CanvasDocument], theme: ThemeName = "light") -> Picture:
    """Return the picture of a canvas, the same for the same view."""
    for model, draw in _DRAWN:
        if isinstance(view.canvas, model):
            made = draw(cast(View[Any], view), theme)
            return replace(made, messages=tuple(_messages(made)))
    raise AssertionError(f"nothing draws {view.canvas.kind}")


def printed(view: View[CanvasDocument], theme: ThemeName = "light") -> list[Picture]:
    """Return the pictures of a canvas for paper: a wide journey in pieces, others as on a screen."""
    if not isinstance(view.canvas, Journey):
        return [picture(view, theme)]
    pieces = journey_pictures(cast(View[Any], view), theme)
    return [replace(made, messages=tuple(_messages(made))) for made in pieces]


def _messages(made: Picture) -> Iterator[str]:
    """Say which words had to be broken where no word should be; lines never spill, so no more is lost."""
    broken: dict[str, None] = {}
    for shape in made.drawing.shapes:
        if isinstance(shape, TextLines) and shape.room:
            for word in broken_words(
                shape.text, shape.size, shape.room, style=shape.style, language=shape.language
            ):
                broken[word] = None
    for word in broken:
        shown = word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"
        yield f"A word is wider than its column and was broken: “{shown}”"


def drawing(view: View[CanvasDocument], theme: ThemeName = "light") -> tuple[Drawing, float, float]:
    """Return the drawing of a canvas, its width and its height in pixels."""
    made = picture(view, theme)
    return made.drawing, made.width, made.height


def svg(view: View[CanvasDocument], theme: ThemeName = "light") -> str:
    """Return a canvas as the text of an SVG file."""
    return svg_document(picture(view, theme))
