"""What stands out in a journey, in figures: its lowest points, where personas part, the best opportunities.

Saying it in words is left to the reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cxkit.canvas.journey import Journey, Opportunity, Touchpoint


@dataclass(frozen=True, slots=True)
class LowPoint:
    """A touchpoint that feels bad; ``personas`` are those who feel so, none where all feel the same."""

    number: int
    touchpoint: Touchpoint
    emotion: int
    personas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A touchpoint at which personas feel differently."""

    number: int
    touchpoint: Touchpoint
    emotions: Mapping[str, int]

    @property
    def width(self) -> int:
        """From the lowest emotion to the highest."""
        return max(self.emotions.values()) - min(self.emotions.values())


@dataclass(frozen=True, slots=True)
class Chance:
    """An opportunity with its touchpoint."""

    number: int
    touchpoint: Touchpoint
    opportunity: Opportunity


def numbered(journey: Journey) -> tuple[tuple[int, Touchpoint], ...]:
    """Return the touchpoints with their numbers, from 1."""
    return tuple((number, one) for number, (_, _, one) in enumerate(journey.touchpoints(), 1))


def lowest(journey: Journey) -> tuple[LowPoint, ...]:
    """Return the lowest point, several where they are equal; nothing where no emotion is known."""
    felt = [_low(number, one) for number, one in numbered(journey) if one.feelings]
    least = min((low.emotion for low in felt), default=0)
    return tuple(low for low in felt if low.emotion == least)


def low_points(journey: Journey, limit: int = -1) -> tuple[LowPoint, ...]:
    """Return the touchpoints with an emotion of ``limit`` or less, the lowest first."""
    felt = [_low(number, one) for number, one in numbered(journey) if one.feelings]
    return tuple(sorted((low for low in felt if low.emotion <= limit), key=lambda low: low.emotion))


def _low(number: int, one: Touchpoint) -> LowPoint:
    least = min(one.feelings)
    known = one.emotion if isinstance(one.emotion, dict) else {}
    return LowPoint(number, one, least, tuple(who for who, value in known.items() if value == least))


def widest_gaps(journey: Journey) -> tuple[Gap, ...]:
    """Return where personas part most, in the order of the journey; nothing where they all feel the same."""
    gaps: list[Gap] = []
    for number, one in numbered(journey):
        if isinstance(one.emotion, dict) and len(set(one.feelings)) > 1:
            known = {who: value for who, value in one.emotion.items() if value is not None}
            gaps.append(Gap(number, one, known))
    widest = max((gap.width for gap in gaps), default=0)
    return tuple(gap for gap in gaps if gap.width == widest)


def best_opportunities(journey: Journey) -> tuple[Chance, ...]:
    """Return the opportunities whose effort is known, the most value for it first."""
    found = [
        Chance(number, one, chance)
        for number, one in numbered(journey)
        for chance in one.opportunities
        if chance.text is not None and chance.effort is not None
    ]
    return tuple(sorted(found, key=lambda one: -worth(one.opportunity)))


def worth(chance: Opportunity) -> Fraction:
    """Value to customer and business for the effort; an effort of nothing still costs something."""
    value = Fraction(chance.customer_value or 0) + Fraction(chance.business_value or 0)
    return value / ((chance.effort or 0) + 1)
