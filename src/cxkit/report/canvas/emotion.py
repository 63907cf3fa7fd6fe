"""What personas feel along a journey, and the shape that each of them has.

The curves of a picture are drawn by `emotion_band`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxkit.canvas.journey import Journey
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.figures import diamond
from cxkit.report.canvas.persona_place import NOBODY

RADIUS = 11
"""Half of a dot's width."""


@dataclass(frozen=True, slots=True)
class Feelings:
    """What one persona feels at each touchpoint, None where that is not known; ``place`` is the persona's."""

    name: str
    values: tuple[int | None, ...]
    place: int | None = None

    def look(self, number: int) -> int:
        """Return which colour, dash and shape the curve has, when it is ``number`` of those drawn, from 0."""
        return number if self.place is None else self.place


def feelings(
    journey: Journey,
    names: Mapping[str, str],
    everybody: str,
    places: Mapping[str, int] | None = None,
) -> list[Feelings]:
    """Return a series for each persona, or one of everybody where nothing tells personas apart.

    ``places`` are those of `persona_places`.
    """
    known = places or {}
    touchpoints = [touchpoint for _, _, touchpoint in journey.touchpoints()]
    apart = any(isinstance(touchpoint.emotion, dict) for touchpoint in touchpoints)
    if apart:
        ids = list(names)
        ids += [key for one in touchpoints if isinstance(one.emotion, dict) for key in one.emotion]
        return [
            Feelings(
                names.get(persona, persona),
                tuple(one.feeling(persona) for one in touchpoints),
                known.get(persona),
            )
            for persona in dict.fromkeys(ids)
        ]
    values = tuple(one.feeling() for one in touchpoints)
    if len(names) == 1:
        ((persona, name),) = names.items()
        return [Feelings(name, values, known.get(persona))]
    return [Feelings(everybody, values, NOBODY)]


def has_gaps(series: Sequence[Feelings]) -> bool:
    """Whether a curve crosses touchpoints at which its feeling is not known."""
    return any(
        later - earlier > 1
        for one in series
        for earlier, later in pairwise(at for at, value in enumerate(one.values) if value is not None)
    )


def shape(drawing: Drawing, number: int, x: float, y: float, ink: str) -> None:
    """Draw the shape that belongs to a persona: circle, square, diamond, triangle, and again."""
    match number % 5:
        case 0:
            drawing.circle(x, y, RADIUS, fill=ink)
        case 1:
            drawing.rect(x - 10.5, y - 10.5, 21, 21, radius=3, fill=ink)
        case 2:
            diamond(drawing, x, y, 13.5, fill=ink)
        case 3:
            drawing.polygon([(x, y - 16), (x + 15.5, y + 10), (x - 15.5, y + 10)], fill=ink)
        case _:
            drawing.rect(x - 11.5, y - 8.5, 23, 17, radius=8.5, fill=ink)
