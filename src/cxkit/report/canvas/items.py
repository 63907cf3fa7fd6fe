"""What stands in a cell of a picture: each item knows its height before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.lines import wrap
from cxkit.report.canvas.measuring import Style, width


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
    language: str = ""

    @property
    def height(self) -> float:
        """Height in pixels, the space after it included."""
        return len(self.lines) * self.leading + self.after

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        base = y + (self.leading + self.size * 0.72) / 2
        if self.sign:
            style: Style = "regular" if self.sign == "–" else "semibold"
            drawing.text([self.sign], x, base, size=self.size, ink=self.ink, style=style)
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
            language=self.language,
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
    return Paragraph(text, lines, size, leading, ink, style, room, sign, indent, after, role, language)


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


@dataclass(frozen=True)
class Stack:
    """Items one below the other."""

    items: tuple[Item, ...]

    @cached_property
    def height(self) -> float:
        """Height in pixels."""
        return height_of(self.items)

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        draw_all(self.items, drawing, x, y)


@dataclass(frozen=True)
class Columns:
    """Items side by side, their tops on one line: each with how far right of the left edge it begins."""

    cells: tuple[tuple[float, Item], ...]

    @cached_property
    def height(self) -> float:
        """The height of the highest."""
        return max((item.height for _, item in self.cells), default=0)

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        for left, item in self.cells:
            item.draw(drawing, x + left, y)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across a width, with space above and below it."""

    width: float
    ink: str
    above: float = 0
    below: float = 0
    thick: float = 1

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.above + self.below

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        y += self.above
        drawing.line(x, y, x + self.width, y, stroke=self.ink, width=self.thick)


@dataclass(frozen=True, slots=True)
class Led:
    """Running text that begins with a word that stands out."""

    word: Paragraph
    first: Paragraph
    rest: Paragraph
    indent: float

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.first.height + self.rest.height

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        self.word.draw(drawing, x, y)
        self.first.draw(drawing, x + self.indent, y)
        self.rest.draw(drawing, x, y + self.first.height)


def led(word: str, text: str, room: float, *, language: str, ink: str, rest: str) -> Led:
    """Return ``text`` behind a word that stands out in ``ink``, in lines of a room."""
    size, leading = 16.0, 24.0
    indent = width(f"{word} ", size, "semibold")
    lines = wrap(text, size, room, language=language, indent=indent)

    def set_in(lines: list[str], ink: str, across: float, style: Style = "regular") -> Paragraph:
        held = tuple(lines)
        return Paragraph(" ".join(held), held, size, leading, ink, style, across, "", 0, 0, None, language)

    return Led(
        set_in([word], ink, indent, "semibold"),
        set_in(lines[:1], rest, room - indent),
        set_in(lines[1:], rest, room),
        indent,
    )
