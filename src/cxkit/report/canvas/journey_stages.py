"""The stages of a journey's picture: bars that span their columns, phases above, hairlines between them."""

from __future__ import annotations

from dataclasses import dataclass

from cxkit.canvas.journey import Journey, Stage
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.journey_rows import GAP
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.tokens import MARGIN

_BETWEEN = 3
"""Between two bars."""


@dataclass(frozen=True, slots=True)
class StagePlace:
    """A stage with the left edge of its first column and how many columns it spans."""

    stage: Stage
    number: int
    x: float
    columns: int
    column: float

    @property
    def touchpoint_columns(self) -> list[float]:
        """The left edges of the columns of its touchpoints; none in a stage without them."""
        return [self.x + place * self.column for place in range(len(self.stage.touchpoints))]


def slots(journey: Journey) -> int:
    """Return how many columns the stages take: a stage without touchpoints takes one, too."""
    return sum(max(1, len(stage.touchpoints)) for stage in journey.stages)


def stage_places(journey: Journey, left: float, column: float) -> list[StagePlace]:
    """Return where each stage is, from the left edge of the first column on."""
    found = []
    for number, stage in enumerate(journey.stages, 1):
        columns = max(1, len(stage.touchpoints))
        found.append(StagePlace(stage, number, left, columns, column))
        left += columns * column
    return found


def draw_stages(drawing: Drawing, places: list[StagePlace], setting: Setting, y: float) -> float:
    """Draw phases and bars from ``y``; return where the bars end."""
    _, theme = setting.texts.gettext, setting.theme
    phases = {
        "pre_purchase": _("Pre-purchase"),
        "purchase": _("Purchase"),
        "post_purchase": _("Post-purchase"),
    }
    in_phases = any(place.stage.phase is not None for place in places)
    if in_phases:
        drawing.text([_("Phase")], MARGIN, y + 15, size=13, ink=theme.ink2)
    before = None
    names = []
    for place in places:
        phase = place.stage.phase
        if phase is not None and phase != before:
            drawing.text([phases[phase]], place.x, y + 15, size=13, ink=theme.ink2)
        before = phase
        room = place.columns * place.column - 51
        names.append(
            setting.text(place.stage.called, room, size=14, leading=20, style="semibold", ink=theme.page)
        )
    y += 26 if in_phases else 0
    high = max(name.height for name in names) + 22
    label = setting.text(_("Stage"), 112, leading=18, style="semibold", role=2)
    label.draw(drawing, MARGIN, y + 11)
    for place, name in zip(places, names, strict=True):
        gap = _BETWEEN if place is not places[-1] else 0
        drawing.rect(place.x, y, place.columns * place.column - gap, high, fill=theme.ink)
        drawing.text([str(place.number)], place.x + 14, y + 26, size=14, ink=theme.page)
        name.draw(drawing, place.x + 34, y + 11)
    return y + high


def draw_seams(drawing: Drawing, places: list[StagePlace], top: float, bottom: float, *, stroke: str) -> None:
    """Draw a hairline before the columns of every stage but the first."""
    for place in places[1:]:
        x = place.x - GAP / 2
        drawing.line(x, top, x, bottom, stroke=stroke)
