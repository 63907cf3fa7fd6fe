"""Small things that several pictures draw: bars with a name, scales with a dot, marks of yes and no."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.items import Item
from cxkit.report.canvas.tokens import Theme


@dataclass(frozen=True, slots=True)
class Bar:
    """A solid bar with a name on it, as high as the highest of its row."""

    name: Item
    width: float
    name_height: float
    theme: Theme

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.name_height + 20

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        drawing.rect(x, y, self.width, self.height, fill=self.theme.ink)
        self.name.draw(drawing, x + 14, y + 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from one end of a scale to the other, with a dot at a share of it; hollow for a weak figure.

    ``zero`` is the share at which nought lies, where that is inside the scale.
    """

    share: float | None
    width: float
    theme: Theme
    hollow: bool = False
    zero: float | None = None
    height: float = 18

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        theme, middle, right = self.theme, y + 9, x + self.width
        drawing.line(x + 0.6, middle, right - 0.6, middle, stroke=theme.line, width=1.25)
        ticks = [x + 0.6, right - 0.6]
        if self.zero is not None:
            ticks.append(x + 5 + self.zero * (self.width - 10))
        for tick in ticks:
            drawing.line(tick, middle - 3, tick, middle + 3, stroke=theme.line, width=1.25)
        if self.share is not None:
            place = x + 5 + min(1.0, max(0.0, self.share)) * (self.width - 10)
            fill = theme.page if self.hollow else theme.ink
            drawing.circle(place, middle, 4, fill=fill, stroke=theme.ink, stroke_width=1.5)


def draw_tick(drawing: Drawing, x: float, y: float, *, ground: str, ink: str) -> None:
    """Draw a tick in a full circle around a point."""
    drawing.circle(x, y, 8, fill=ground)
    drawing.path(
        [("M", (x - 3.6, y + 0.2)), ("L", (x - 1, y + 2.9)), ("L", (x + 3.8, y - 2.7))],
        stroke=ink,
        stroke_width=1.75,
    )


def draw_open(drawing: Drawing, x: float, y: float, *, ink: str) -> None:
    """Draw an empty circle around a point."""
    drawing.circle(x, y, 7.25, stroke=ink, stroke_width=1.5)


def draw_arrow(
    drawing: Drawing,
    points: list[tuple[float, float]],
    *,
    ink: str,
    width: float = 1.25,
    dash: str = "",
) -> None:
    """Draw a line through points that run along the axes, with a head at its end."""
    (x0, y0), (x1, y1) = points[-2:]
    length = abs(x1 - x0) + abs(y1 - y0)
    dx, dy = (x1 - x0) / length, (y1 - y0) / length
    base = (x1 - dx * 8, y1 - dy * 8)
    route = [*points[:-1], base]
    for (ax, ay), (bx, by) in pairwise(route):
        drawing.line(ax, ay, bx, by, stroke=ink, width=width, dash=dash)
    left, right = (base[0] - dy * 4.5, base[1] + dx * 4.5), (base[0] + dy * 4.5, base[1] - dx * 4.5)
    drawing.polygon([(x1, y1), left, right], fill=ink)
