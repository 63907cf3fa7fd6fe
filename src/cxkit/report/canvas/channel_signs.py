"""Signs of a touchpoint's channel: a square for online, a circle for on site, one in the other for both."""

from __future__ import annotations

from cxkit.canvas.journey import Mode
from cxkit.report.canvas.drawing import Drawing

SIZE = 28


def channel_sign(drawing: Drawing, mode: Mode | None, x: float, y: float, *, ink: str, line: str) -> None:
    """Draw the sign with its top left corner at a place; nothing known is a dashed square."""
    middle_x, middle_y = x + SIZE / 2, y + SIZE / 2
    match mode:
        case "online":
            _square(drawing, x, y, line)
            _screen(drawing, middle_x, middle_y, ink)
        case "offline":
            drawing.circle(middle_x, middle_y, SIZE / 2 - 0.625, stroke=line, stroke_width=1.25)
            _house(drawing, middle_x, middle_y, ink)
        case "both":
            _square(drawing, x, y, line)
            drawing.circle(middle_x, middle_y, 8, stroke=ink, stroke_width=1.25)
            _house(drawing, middle_x, middle_y, ink, 0.6)
        case _:
            _square(drawing, x, y, line, "3 3")


def _square(drawing: Drawing, x: float, y: float, line: str, dash: str = "") -> None:
    side = SIZE - 1.25
    drawing.rect(
        x + 0.625,
        y + 0.625,
        side,
        side,
        radius=5,
        stroke=line,
        stroke_width=1.25,
        dash=dash,
    )


def _screen(drawing: Drawing, x: float, y: float, ink: str) -> None:
    drawing.rect(x - 6.5, y - 5, 13, 10, radius=1.5, stroke=ink, stroke_width=1.25)
    drawing.line(x - 6.5, y - 2, x + 6.5, y - 2, stroke=ink, width=1.25)


def _house(drawing: Drawing, x: float, y: float, ink: str, scale: float = 1) -> None:
    points = [(-6, 0), (0, -6), (6, 0), (4.5, 0), (4.5, 5.5), (-4.5, 5.5), (-4.5, 0)]
    drawing.polygon([(x + scale * dx, y + scale * dy) for dx, dy in points], stroke=ink)
