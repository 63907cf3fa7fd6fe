"""Pictures of canvases: the one place that knows which canvas is drawn by what."""

from __future__ import annotations

from typing import cast

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.journey import Journey
from cxkit.canvas.part import CanvasDocument
from cxkit.report.canvas.block_picture import block_picture
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.journey_picture import journey_picture
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.svg_document import svg_document
from cxkit.report.canvas.tokens import ThemeName
from cxkit.report.canvas.view import View


class NoPicture(Exception):
    """Canvases of this kind are not drawn; the message is one sentence."""


def picture(view: View[CanvasDocument], theme: ThemeName = "light") -> Picture:
    """Return the picture of a canvas, the same for the same view. Raises `NoPicture`."""
    match view.canvas:
        case Journey():
            return journey_picture(cast(View[Journey], view), theme)
        case BlockCanvas():
            return block_picture(cast(View[BlockCanvas], view), theme)
    raise NoPicture(f"There is no picture of a canvas of the kind `{view.canvas.kind}`")


def drawing(view: View[CanvasDocument], theme: ThemeName = "light") -> tuple[Drawing, float, float]:
    """Return the drawing of a canvas, its width and its height in pixels. Raises `NoPicture`."""
    made = picture(view, theme)
    return made.drawing, made.width, made.height


def svg(view: View[CanvasDocument], theme: ThemeName = "light") -> str:
    """Return a canvas as the text of an SVG file. Raises `NoPicture`."""
    return svg_document(picture(view, theme))
