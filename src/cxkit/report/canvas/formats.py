"""The formats of a canvas: which there are, which canvases have them, and the bytes of each.

What a format looks like is for its own module, which is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cxkit.canvas.journey import Journey
from cxkit.report.canvas.view import View

if TYPE_CHECKING:
    from pathlib import Path

    from cxkit.canvas.part import CanvasDocument
    from cxkit.report.canvas.tokens import ThemeName


class CanvasFormat(StrEnum):
    """The formats in which a canvas can be written."""

    HTML = "html"
    SVG = "svg"
    PDF = "pdf"
    PNG = "png"
    MD = "md"
    MERMAID = "mermaid"
    CSV = "csv"
    JSON = "json"


ENDINGS = {"htm": CanvasFormat.HTML, "mmd": CanvasFormat.MERMAID}
"""Endings of files besides the names of the formats."""

OF_JOURNEYS = frozenset({CanvasFormat.MERMAID, CanvasFormat.CSV})
"""Formats that only journeys have."""

TYPESET = frozenset({CanvasFormat.PDF, CanvasFormat.PNG})
"""Formats that are no text, and need the extra `pdf`."""


class NotRendered(Exception):
    """A canvas cannot be written in a format; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A canvas in a format; ``messages`` say, a sentence each, what did not come out as it was written."""

    content: bytes
    messages: tuple[str, ...] = ()


def has_format(kind: str, format_: CanvasFormat) -> bool:
    """Whether canvases of a kind, by its name, can be written in a format."""
    return kind == Journey.KIND or format_ not in OF_JOURNEYS


def rendered(
    view: View[CanvasDocument],
    format_: CanvasFormat,
    *,
    theme: ThemeName = "light",
    fonts: Sequence[Path] = (),
) -> Rendered:
    """Write a canvas in a format, the same bytes for the same view.

    ``theme`` is for SVG and PNG (HTML has both themes, and PDF is for paper), ``fonts`` for PDF and PNG.
    Raises NotRendered.
    """
    if not has_format(view.canvas.kind, format_):
        message = (
            f"a canvas of the kind `{view.canvas.kind}` cannot be written as {format_}: only journeys can"
        )
        raise NotRendered(message)
    if format_ in TYPESET:
        from cxkit.report.canvas import typeset

        return typeset.pdf(view, fonts) if format_ is CanvasFormat.PDF else typeset.png(view, theme, fonts)
    if format_ is CanvasFormat.SVG:
        from cxkit.report.canvas.pictures import picture
        from cxkit.report.canvas.svg_document import svg_document

        drawn = picture(view, theme)
        return Rendered(svg_document(drawn).encode(), drawn.messages)
    return Rendered(_text(view, format_).encode())


def _text(view: View[CanvasDocument], format_: CanvasFormat) -> str:
    match format_:
        case CanvasFormat.HTML:
            from cxkit.report.canvas.html_page import html

            return html(view)
        case CanvasFormat.MD:
            from cxkit.report.canvas.markdown import markdown

            return markdown(view)
        case CanvasFormat.JSON:
            from cxkit.report.canvas.canvas_json import canvas_json

            return canvas_json(view)
    return _of_journey(view, format_)


def _of_journey(view: View[CanvasDocument], format_: CanvasFormat) -> str:
    assert isinstance(view.canvas, Journey)
    if format_ is CanvasFormat.MERMAID:
        from cxkit.canvas.mermaid import mermaid

        named = {one: persona.name for one, persona in view.personas.items() if persona.name is not None}
        return mermaid(view.canvas, view.language, {one: view.words(name) for one, name in named.items()})
    from cxkit.canvas.touchpoint_table import touchpoint_csv

    return touchpoint_csv(view.canvas, view.language)
