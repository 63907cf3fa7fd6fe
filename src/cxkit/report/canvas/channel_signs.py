"""Signs of a touchpoint's channel: a square for online, a circle for on site, a half of each for both."""

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
            _half_square_half_circle(drawing, x, y, line)
            _screen(drawing, middle_x - 5.5, middle_y, ink, 0.62)
            _house(drawing, middle_x + 5.5, middle_y, ink, 0.72)
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


def _half_square_half_circle(drawing: Drawing, x: float, y: float, line: str) -> None:
    left, top, right, bottom = x + 0.625, y + 0.625, x + SIZE - 0.625, y + SIZE - 0.625
    middle, bend = x + SIZE / 2, (SIZE / 2 - 0.625) * 0.5523
    across = y + SIZE / 2
    drawing.path(
        [
            ("M", (middle, top)),
            ("L", (left + 5, top)),
            ("C", (left + 2.2, top, left, top + 2.2, left, top + 5)),
            ("L", (left, bottom - 5)),
            ("C", (left, bottom - 2.2, left + 2.2, bottom, left + 5, bottom)),
            ("L", (middle, bottom)),
            ("C", (middle + bend, bottom, right, across + bend, right, across)),
            ("C", (right, across - bend, middle + bend, top, middle, top)),
            ("Z", ()),
        ],
        stroke=line,
        stroke_width=1.25,
    )


def _screen(drawing: Drawing, x: float, y: float, ink: str, scale: float = 1) -> None:
    wide, high = 13 * scale, 10 * scale
    left, top = x - wide / 2, y - high / 2
    drawing.rect(left, top, wide, high, radius=1.5 * scale, stroke=ink, stroke_width=1.25)
    drawing.line(left, top + 3 * scale, left + wide, top + 3 * scale, stroke=ink, width=1.25)


def _house(drawing: Drawing, x: float, y: float, ink: str, scale: float = 1) -> None:
    points = [(-6, 0), (0, -6), (6, 0), (4.5, 0), (4.5, 5.5), (-4.5, 5.5), (-4.5, 0)]
    drawing.polygon([(x + scale * dx, y + scale * dy) for dx, dy in points], stroke=ink)
