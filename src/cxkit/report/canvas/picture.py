"""A picture: a drawing on a sheet, with what it is called and what it shows in words."""

from __future__ import annotations

from dataclasses import dataclass

from cxkit.report.canvas.drawing import Drawing


@dataclass(frozen=True)
class Picture:
    """A drawing on a sheet; lengths in pixels, ``ground`` the colour of the sheet.

    ``description`` says in words what the picture shows, ``messages``, a sentence each, what could not be
    drawn as it was meant.
    """

    drawing: Drawing
    width: float
    height: float
    title: str
    description: str
    language: str
    ground: str
    messages: tuple[str, ...] = ()
