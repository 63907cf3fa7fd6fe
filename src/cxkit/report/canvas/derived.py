"""What follows from a canvas, in exact figures: what stands out in a journey, the stage reached, progress."""

from __future__ import annotations

from cxkit.canvas.journey import Journey
from cxkit.canvas.maturity import Maturity
from cxkit.canvas.metrics import has_metric
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.standouts import best_opportunities, lowest, numbered, widest_gaps, worth
from cxkit.canvas.strategy import KeyResult, Strategy
from cxkit.exact import fraction_text
from cxkit.report.canvas.outline_strategy import way_gone
from cxkit.report.canvas.view import View


def derived(view: View[CanvasDocument]) -> dict[str, object]:
    """Return the figures; kinds of which nothing follows have none."""
    match view.canvas:
        case Journey() as journey:
            return _of_journey(journey, view)
        case Maturity() as maturity:
            return {"reached": maturity.reached}
        case Strategy() as strategy:
            return {
                "progress": {okr.id: [_progress(one) for one in okr.key_results] for okr in strategy.okrs}
            }
    return {}


def _progress(one: KeyResult) -> str | None:
    gone = way_gone(one)
    return None if gone is None else fraction_text(gone)


def _lowest(journey: Journey) -> dict[str, object] | None:
    found = lowest(journey)
    if not found:
        return None
    first, *others = found
    return {
        "touchpoint": first.touchpoint.id,
        "emotion": first.emotion,
        "personas": list(first.personas),
        "also": [low.touchpoint.id for low in others],
    }


def _widest(journey: Journey) -> dict[str, object] | None:
    found = widest_gaps(journey)
    if not found:
        return None
    first, *others = found
    return {
        "touchpoint": first.touchpoint.id,
        "emotions": dict(first.emotions),
        "also": [gap.touchpoint.id for gap in others],
    }


def _of_journey(journey: Journey, view: View[CanvasDocument]) -> dict[str, object]:
    touchpoints = [one for _, one in numbered(journey)]
    critical = [one for one in touchpoints if one.critical]
    return {
        "touchpoints": len(touchpoints),
        "critical": [one.id for one in critical],
        "critical_measured": [one.id for one in critical if has_metric(one, journey, view.workspace)],
        "lowest_point": _lowest(journey),
        "widest_gap": _widest(journey),
        "opportunities": [
            {
                "touchpoint": one.touchpoint.id,
                "text": view.words(one.opportunity.text),
                "value_for_effort": fraction_text(worth(one.opportunity)),
            }
            for one in best_opportunities(journey)
        ],
    }
