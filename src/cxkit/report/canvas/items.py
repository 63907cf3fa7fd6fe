"""What stands in a cell of a picture: each item knows its height before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.lines import wrap
from cxkit.report.canvas.measuring import Style


class Item(Protocol):
    """Something that takes a height and can be drawn with its top left corner at a point."""

    @property
    def height(self) -> float:
        """Height in pixels."""

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Wrapped text, with a sign before its first line where there is one."""

    text: str
    lines: tuple[str, ...]
    size: float
    leading: float
    ink: str
    style: Style
    room: float
    sign: str
    indent: float
    after: float
    role: int | None = None

    @property
    def height(self) -> float:
        """Height in pixels, the space after it included."""
        return len(self.lines) * self.leading + self.after

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        base = y + (self.leading + self.size * 0.72) / 2
        if self.sign:
            drawing.text([self.sign], x, base, size=self.size, ink=self.ink, style="semibold")
        drawing.text(
            self.lines,
            x + self.indent,
            base,
            size=self.size,
            ink=self.ink,
            style=self.style,
            leading=self.leading,
            room=self.room - self.indent,
            text=self.text,
            role=self.role,
        )


def paragraph(
    text: str,
    room: float,
    *,
    language: str,
    ink: str,
    size: float = 13,
    leading: float = 19,
    style: Style = "regular",
    sign: str = "",
    after: float = 0,
    role: int | None = None,
) -> Paragraph:
    """Return ``text`` wrapped to ``room``; with a sign, the text stands behind it.

    ``role`` is the level of a heading.
    """
    indent = 16.0 if sign else 0.0
    lines = tuple(wrap(text, size, room - indent, style=style, language=language))
    return Paragraph(text, lines, size, leading, ink, style, room, sign, indent, after, role)


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of a height."""

    height: float

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw nothing."""


def height_of(items: Iterable[Item]) -> float:
    """Return the height of items one below the other."""
    return sum(item.height for item in items)


def draw_all(items: Iterable[Item], drawing: Drawing, x: float, y: float) -> None:
    """Draw items one below the other."""
    for item in items:
        item.draw(drawing, x, y)
        y += item.height
