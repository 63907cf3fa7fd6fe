"""The emotion band of a journey: a fixed scale, a curve for each persona, names in a place without lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxkit.canvas.journey import Journey
from cxkit.report.canvas.curve import Point, monotone
from cxkit.report.canvas.curve_names import CurveName, draw_first_names
from cxkit.report.canvas.drawing import Drawing, Step
from cxkit.report.canvas.figures import MINUS, diamond
from cxkit.report.canvas.items import Paragraph, paragraph
from cxkit.report.canvas.tokens import DASHES, Theme

STEP = 40
HEIGHT = 4 * STEP + 48
_RADIUS = 11
GAP = 16
"""From a column to the next."""
_APART = 24
"""From one dot to the next where several personas feel the same."""


@dataclass(frozen=True, slots=True)
class Feelings:
    """What one persona feels at each touchpoint; None where that is not known."""

    name: str
    values: tuple[int | None, ...]


def feelings(journey: Journey, names: Mapping[str, str], everybody: str) -> list[Feelings]:
    """Return a series for each persona, or one of everybody where nothing tells personas apart."""
    touchpoints = [touchpoint for _, _, touchpoint in journey.touchpoints()]
    apart = any(isinstance(touchpoint.emotion, dict) for touchpoint in touchpoints)
    if apart:
        ids = list(names)
        ids += [key for one in touchpoints if isinstance(one.emotion, dict) for key in one.emotion]
        return [
            Feelings(names.get(persona, persona), tuple(one.feeling(persona) for one in touchpoints))
            for persona in dict.fromkeys(ids)
        ]
    name = next(iter(names.values())) if len(names) == 1 else everybody
    return [Feelings(name, tuple(one.feeling() for one in touchpoints))]


def draw_emotion(
    drawing: Drawing,
    series: list[Feelings],
    columns: list[float],
    top: float,
    *,
    column: float,
    theme: Theme,
    language: str,
) -> None:
    """Draw the band from ``top``; ``columns`` are the left edges of columns of a width."""
    zero = top + HEIGHT / 2
    is_known = any(value is not None for one in series for value in one.values)
    free = columns[-1] + (_free(series) if is_known else column - GAP)
    bottom = top + band_height(series, column, language)
    for value in range(-2, 3):
        y = zero - value * STEP
        ink = theme.line if value == 0 else theme.hair
        drawing.text([_sign(value)], columns[0] - 22, y + 4, size=12, ink=theme.ink3, anchor="end")
        drawing.line(columns[0] - 14, y, free - 6, y, stroke=ink, width=1)
    places = [_places(series, number, columns, zero) for number in range(len(series))]
    for number, points in enumerate(places):
        ink = theme.personas[number % len(theme.personas)]
        segments = monotone([point for _, point in points])
        if segments:
            curve: list[Step] = [("M", segments[0].start)]
            curve += [("C", (*one.control1, *one.control2, *one.end)) for one in segments]
            dash = DASHES[number % len(DASHES)]
            drawing.path(curve, stroke=ink, stroke_width=2.25, dash=dash)
    for number, points in enumerate(places):
        for value, (x, y) in points:
            ink = theme.personas[number % len(theme.personas)]
            shape(drawing, number, x, y, ink)
            # A triangle has its room at the bottom.
            base = y + (7.5 if number % 5 == 3 else 4)
            drawing.text([_sign(value)], x, base, size=11, ink=theme.page, style="semibold", anchor="middle")
    if len(columns) > 1:
        firsts = [
            CurveName(
                one.name,
                theme.personas[number % len(theme.personas)],
                tuple(point for _, point in points),
            )
            for number, (one, points) in enumerate(zip(series, places, strict=True))
        ]
        draw_first_names(drawing, firsts, top=top + 2, bottom=bottom - 2, room=column - 16)
    room = columns[-1] + column - free - 8
    _names(drawing, series, places, free, top, bottom, room, theme, language)


def shape(drawing: Drawing, number: int, x: float, y: float, ink: str) -> None:
    """Draw the shape that belongs to a persona: circle, square, diamond, triangle, and again."""
    match number % 5:
        case 0:
            drawing.circle(x, y, _RADIUS, fill=ink)
        case 1:
            drawing.rect(x - 10.5, y - 10.5, 21, 21, radius=3, fill=ink)
        case 2:
            diamond(drawing, x, y, 13.5, fill=ink)
        case 3:
            drawing.polygon([(x, y - 16), (x + 15.5, y + 10), (x - 15.5, y + 10)], fill=ink)
        case _:
            drawing.rect(x - 11.5, y - 8.5, 23, 17, radius=8.5, fill=ink)


def _places(
    series: list[Feelings], number: int, columns: list[float], zero: float
) -> list[tuple[int, Point]]:
    found = []
    for at, left in enumerate(columns):
        value = series[number].values[at]
        if value is None:
            continue
        before = sum(1 for other in series[:number] if other.values[at] == value)
        found.append((value, (left + _RADIUS + 2 + before * _APART, zero - value * STEP)))
    return found


def band_height(series: list[Feelings], column: float, language: str) -> float:
    """Return the height of the band: that of the scale, or more where names need it."""
    room = column - _free(series) - 8
    names = [_name(one.name, room, language, "").height for one in series]
    return max(HEIGHT, sum(names) + 24)


def _free(series: list[Feelings]) -> float:
    """How far right of the last column's edge there are no dots and no lines."""
    return 2 * _RADIUS + _APART * (max(len(series), 1) - 1) + 12


def _name(name: str, room: float, language: str, ink: str) -> Paragraph:
    return paragraph(name, room, language=language, ink=ink, leading=16, style="semibold")


def _names(
    drawing: Drawing,
    series: list[Feelings],
    places: list[list[tuple[int, Point]]],
    x: float,
    top: float,
    bottom: float,
    room: float,
    theme: Theme,
    language: str,
) -> None:
    """Write each name at the free end of its curve, one below the other where they would meet."""
    labels = []
    for number, points in enumerate(places):
        if points:
            name = _name(series[number].name, room, language, theme.personas[number % len(theme.personas)])
            labels.append((points[-1][1][1] - name.height / 2, number, name))
    labels.sort(key=lambda label: label[:2])
    lowest = top + 8
    for at, (wanted, _, name) in enumerate(labels):
        below = sum(later.height for _w, _n, later in labels[at:])
        lowest = max(lowest, min(wanted, bottom - 8 - below))
        name.draw(drawing, x, lowest)
        lowest += name.height


def _sign(value: int) -> str:
    return f"+{value}" if value > 0 else f"{MINUS}{-value}" if value < 0 else "0"
