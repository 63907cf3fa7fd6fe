"""The names behind the ids that a canvas gives: of personas, channels, journeys, touchpoints, objectives."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.journey import Journey
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import ids_of
from cxkit.canvas.programme import Programme
from cxkit.canvas.strategy import Strategy
from cxkit.documents.base import Text
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.view import View

Names = dict[str, dict[str, str | None]]


def names(view: View[CanvasDocument]) -> Names:
    """Return the names by what they are names of and by id; None for an id that nothing in the folder has."""
    teller = Teller(view)
    match view.canvas:
        case Journey() as journey:
            return _of_journey(journey, teller)
        case Measurement() as measurement:
            return _of_measurement(measurement, teller)
        case BlockCanvas(persona_id=persona):
            return {"personas": _each([persona], teller.known_persona)}
        case Strategy() as strategy:
            battles = {battle.id: battle.called for battle in strategy.battles}
            return {"battles": _from(battles, (okr.battle for okr in strategy.okrs), teller)}
        case Programme() as programme:
            touchpoints = [point.touchpoint for point in programme.critical_points]
            return {
                "journeys": _each([programme.core_journey], teller.known_journey),
                "touchpoints": _each(touchpoints, teller.known_touchpoint),
            }
    return {}


def _of_journey(journey: Journey, teller: Teller) -> Names:
    touchpoints = [one for _, _, one in journey.touchpoints()]
    felt = [key for one in touchpoints if isinstance(one.emotion, dict) for key in one.emotion]
    channels = {channel.id: channel.called for channel in journey.channels}
    objectives = (chance.objective for one in touchpoints for chance in one.opportunities)
    return {
        "personas": _each([*journey.persona_ids, *felt], teller.known_persona),
        "channels": _from(channels, [*channels, *(one.channel for one in touchpoints)], teller),
        "journeys": _each([journey.based_on], teller.known_journey),
        "objectives": _each(objectives, teller.known_objective),
    }


def _of_measurement(canvas: Measurement, teller: Teller) -> Names:
    data = {item.id: item.item for item in canvas.data_items if item.item is not None}
    used = [key for one in canvas.touchpoints for key in one.data]
    used += [key for one in canvas.analyses for key in one.data]
    path = canvas.blocks.path if canvas.blocks is not None else None
    channels = path.channels if path is not None else ()
    own = {one.id: one.called for one in channels if not isinstance(one, str)}
    elsewhere = [one for one in channels if isinstance(one, str)]
    return {
        "personas": _each(ids_of(canvas.personas), teller.known_persona),
        "channels": _from(own, own, teller) | _each(elsewhere, teller.known_channel),
        "journeys": _each((one.journey for one in canvas.touchpoints), teller.known_journey),
        "data": _from(data, used, teller),
    }


def _each(ids: Iterable[str | None], name: Callable[[str], str | None]) -> dict[str, str | None]:
    return {one: name(one) for one in dict.fromkeys(ids) if one is not None}


def _from(known: dict[str, Text], ids: Iterable[str | None], teller: Teller) -> dict[str, str | None]:
    return _each(ids, lambda one: teller.said(known[one]) if one in known else None)
