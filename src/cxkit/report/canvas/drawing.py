"""A drawing as data: shapes and lines of text at their places, in reading order, ready for any format.

What a format makes of it is for its own module: `svg_document` writes SVG, the typesetter pages of a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cxkit.escape import plain
from cxkit.report.canvas.measuring import Style, right_to_left

Anchor = Literal["start", "middle", "end"]
Step = tuple[str, tuple[float, ...]]
"""A step of a path: ``M``, ``L``, ``C`` or ``Z`` with absolute coordinates, x and y in turn."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; colours are ``#RRGGBB`` or empty, lengths pixels, here and below."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0
    radius: float = 0
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; ``dash`` holds lengths of strokes and gaps in turn, or nothing."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    stroke_width: float = 1
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around a point."""

    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0


@dataclass(frozen=True, slots=True)
class Path:
    """A path of straight lines and cubic Bézier curves."""

    steps: tuple[Step, ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0
    dash: str = ""


@dataclass(frozen=True, slots=True)
class TextLines:
    """A text in lines: the first on the baseline ``y``, each next one ``leading`` further down.

    ``x`` is where lines begin, have their middle or end, as ``anchor`` says; a text from right to left begins
    at the right end of its ``room``, and its ``x`` is there. ``text`` is the whole as it was written, and
    ``role`` the level of a heading (1 is the picture's title), or None. ``language`` is that of the text,
    where it is known.
    """

    text: str
    lines: tuple[str, ...]
    x: float
    y: float
    leading: float
    size: float
    style: Style
    ink: str
    anchor: Anchor
    rtl: bool
    room: float
    role: int | None = None
    language: str = ""

    @property
    def baselines(self) -> tuple[float, ...]:
        """The y of each line."""
        return tuple(self.y + number * self.leading for number in range(len(self.lines)))


Shape = Rect | Line | Circle | Path | TextLines


class Drawing:
    """What has been drawn so far; lengths in pixels, y downwards."""

    def __init__(self) -> None:
        self._held: list[Shape | Drawing] = []
        self._breaks: list[float] = []
        self.repeated: tuple[float, float] | None = None
        """The band between two y that stands again at the top of every further page, or none."""

    @property
    def shapes(self) -> Iterator[Shape]:
        """Everything, from the lowest to the topmost; texts come in reading order."""
        for one in self._held:
            if isinstance(one, Drawing):
                yield from one.shapes
            else:
                yield one

    @property
    def breaks(self) -> tuple[float, ...]:
        """The y at which a page may end without cutting anything, from the top."""
        return tuple(sorted(set(self._breaks)))

    def may_break(self, y: float) -> None:
        """Say that a page may end at ``y``."""
        self._breaks.append(y)

    def layer(self) -> Drawing:
        """Return a drawing that lies here, over what is drawn already, whenever it is filled."""
        under = Drawing()
        self._held.append(under)
        return under

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        stroke: str = "",
        stroke_width: float = 0,
        radius: float = 0,
        dash: str = "",
    ) -> None:
        """Draw a rectangle."""
        self._held.append(Rect(x, y, width, height, fill, stroke, stroke_width, radius, dash))

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, stroke: str, width: float = 1, dash: str = ""
    ) -> None:
        """Draw a straight line."""
        self._held.append(Line(x1, y1, x2, y2, stroke, width, dash))

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str = "",
        stroke: str = "",
        stroke_width: float = 0,
    ) -> None:
        """Draw a circle around a point."""
        self._held.append(Circle(x, y, radius, fill, stroke, stroke_width))

    def path(
        self,
        steps: Sequence[Step],
        *,
        fill: str = "",
        stroke: str = "",
        stroke_width: float = 0,
        dash: str = "",
    ) -> None:
        """Draw a path."""
        self._held.append(Path(tuple(steps), fill, stroke, stroke_width, dash))

    def polygon(self, points: Sequence[tuple[float, float]], *, fill: str = "", stroke: str = "") -> None:
        """Draw a closed outline through points."""
        first, *rest = points
        steps: list[Step] = [("M", first), *(("L", point) for point in rest), ("Z", ())]
        self.path(steps, fill=fill, stroke=stroke, stroke_width=1.25 if stroke else 0)

    def text(
        self,
        lines: Sequence[str],
        x: float,
        y: float,
        *,
        size: float,
        ink: str,
        style: Style = "regular",
        leading: float = 0,
        anchor: Anchor = "start",
        room: float = 0,
        text: str = "",
        role: int | None = None,
        language: str = "",
    ) -> None:
        """Write lines, the first with its baseline at ``y``; without ``text``, they are the whole text."""
        shown = tuple(plain(line) for line in lines)
        if not shown:
            return
        whole = plain(text) or " ".join(shown)
        rtl = anchor == "start" and right_to_left(whole)
        self._held.append(
            TextLines(
                whole,
                shown,
                x + (room if rtl else 0),
                y,
                leading,
                size,
                style,
                ink,
                anchor,
                rtl,
                room,
                role,
                language,
            )
        )


def figure(number: float) -> str:
    """Write a length with at most two decimals."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
