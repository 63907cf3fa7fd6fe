"""Pictures of canvases: the one place that knows which canvas is drawn by what."""

from __future__ import annotations

from collections.abc import Mapping

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.journey import Journey
from cxkit.canvas.kind import Kind
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import PersonaFields
from cxkit.locale.texts import Texts
from cxkit.report.canvas.block_picture import block_svg
from cxkit.report.canvas.journey_picture import journey_svg
from cxkit.report.canvas.tokens import ThemeName


class NoPicture(Exception):
    """Canvases of this kind are not drawn; the message is one sentence."""


def render_svg(
    canvas: CanvasDocument,
    kind: Kind,
    texts: Texts,
    *,
    theme: ThemeName = "light",
    personas: Mapping[str, PersonaFields] | None = None,
) -> str:
    """Return a canvas as the text of an SVG file, the same for the same input.

    ``personas`` are those that stand in files of their own, by id. Raises `NoPicture`.
    """
    if isinstance(canvas, Journey):
        return journey_svg(canvas, texts, theme=theme, personas=personas)
    if isinstance(canvas, BlockCanvas):
        return block_svg(canvas, kind, texts, theme=theme)
    raise NoPicture(f"There is no picture of a canvas of the kind `{canvas.kind}`")
