"""The rows of a journey's map: which there are, in their order, and what each is called."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxkit.canvas.completeness import is_filled
from cxkit.canvas.journey import Journey
from cxkit.locale.texts import Texts
from cxkit.report.canvas.emotion import Feelings, has_gaps


@dataclass(frozen=True, slots=True)
class Row:
    """A row; a row that is not filled is a line between lanes.

    ``line`` names the line of the blueprint over the row, for where each touchpoint has rows of its own.
    """

    key: str
    label: str
    grey: str = ""
    also: str = ""
    """A second grey word, of how lines are drawn."""
    sign: str = ""
    filled: bool = True
    line: str = ""
    at: int = 0
    """The row's place in the map, from 1; phase, stage and touchpoint stand before all these."""


_HEADS = 3


def rows_of(journey: Journey, series: list[Feelings], texts: Texts) -> tuple[Row, ...]:
    """Return the rows under the heads of the touchpoints; lanes only where the journey has some."""
    _ = texts.gettext
    thin = _("thin line: not known") if has_gaps(series) else ""
    rows = (
        Row("thoughts", _("Thoughts")),
        Row("emotion", _("Emotion curve"), "−2 … +2", thin),
        Row("metrics", _("Metrics"), _("newest result and answers")),
        Row("benefits", _("Value: benefits"), sign="+"),
        Row("sacrifices", _("Value: sacrifices"), sign="–"),
        Row("pains", _("Pains"), sign="!"),
        Row(
            "opportunities",
            _("Opportunities"),
            _("value to the customer and the business 0–100, effort 0–5"),
            sign="→",
        ),
    )
    touchpoints = [touchpoint for _path, _stage, touchpoint in journey.touchpoints()]
    told = any(one.importance or one.ownership or one.evidence or one.notes for one in touchpoints)
    background = (Row("background", _("Background")),) if told else ()
    every = (*rows, *_lanes(journey, texts), *background)
    return tuple(replace(row, at=_HEADS + number) for number, row in enumerate(every, 1))


def _lanes(journey: Journey, texts: Texts) -> tuple[Row, ...]:
    _ = texts.gettext
    touchpoints = [touchpoint for _path, _stage, touchpoint in journey.touchpoints()]
    acts = any(one.action for one in touchpoints)
    actions = (Row("action", _("Customer actions")),) if acts else ()
    if not any(is_filled(one.lanes) for one in touchpoints):
        return actions
    seen, hidden = _("action that the customer sees"), _("action that the customer does not see")
    systems = any(one.lanes and one.lanes.frontstage_tech for one in touchpoints)
    technology = Row("frontstage_tech", _("Frontstage technology"), _("systems that the customer sees"))
    lines = {
        "interaction": _("Line of interaction"),
        "visibility": _("Line of visibility"),
        "internal": _("Line of internal interaction"),
    }
    return (
        Row("evidence", _("Physical evidence")),
        *actions,
        Row("interaction", lines["interaction"], filled=False),
        Row("frontstage", _("Frontstage"), seen, line="interaction"),
        *((technology,) if systems else ()),
        Row("visibility", lines["visibility"], filled=False),
        Row("backstage", _("Backstage"), hidden, line="visibility"),
        Row("internal", lines["internal"], filled=False),
        Row("support", _("Support processes"), line="internal"),
    )
