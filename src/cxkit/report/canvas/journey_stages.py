"""The stages of a journey's picture: bars that span their columns, phases above, hairlines between them."""

from __future__ import annotations

from dataclasses import dataclass

from cxkit.canvas.journey import Journey, Stage
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.items import paragraph
from cxkit.report.canvas.journey_rows import GAP
from cxkit.report.canvas.measuring import width
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.tokens import MARGIN

_BETWEEN = 3
"""Between two bars."""


@dataclass(frozen=True, slots=True)
class StagePlace:
    """A stage with the left edge of its first column and how many columns it spans.

    ``skipped`` columns of the stage are on sheets before this one.
    """

    stage: Stage
    number: int
    x: float
    columns: int
    column: float
    skipped: int = 0


def slots(journey: Journey) -> int:
    """Return how many columns the stages take: a stage without touchpoints takes one, too."""
    return sum(_columns(stage) for stage in journey.stages)


def touchpoint_slots(journey: Journey) -> list[int]:
    """Return the column of each touchpoint, from 0."""
    found: list[int] = []
    at = 0
    for stage in journey.stages:
        found += range(at, at + len(stage.touchpoints))
        at += _columns(stage)
    return found


def stage_places(journey: Journey, left: float, column: float, first: int, many: int) -> list[StagePlace]:
    """Return where each stage is on a sheet that holds ``many`` columns from the ``first`` on."""
    found = []
    at = 0
    for number, stage in enumerate(journey.stages, 1):
        begin, end = max(at, first), min(at + _columns(stage), first + many)
        if begin < end:
            x = left + (begin - first) * column
            found.append(StagePlace(stage, number, x, end - begin, column, begin - at))
        at += _columns(stage)
    return found


def shares(journey: Journey, most: int) -> list[tuple[int, int]]:
    """Share the columns between as few sheets as ``most`` on each allow: the first column and how many.

    A sheet ends with a stage, unless that has more columns than fit; sheets are as alike as stages allow.
    """
    fewest = _filled(journey, most)
    longest = max((_columns(stage) for stage in journey.stages), default=0)
    for limit in range(min(longest, most), most):
        found = _filled(journey, limit)
        if len(found) == len(fewest):
            return found
    return fewest


def _filled(journey: Journey, most: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    first = many = 0
    for stage in journey.stages:
        columns = _columns(stage)
        if many and many + columns > most:
            found.append((first, many))
            first, many = first + many, 0
        while columns > most:
            found.append((first, most))
            first, columns = first + most, columns - most
        many += columns
    return [*found, (first, many)]


def _columns(stage: Stage) -> int:
    return max(1, len(stage.touchpoints))


def draw_stages(
    drawing: Drawing, places: list[StagePlace], setting: Setting, y: float, *, extra: float = 0
) -> float:
    """Draw phases and bars from ``y``, the last one ``extra`` wider; return where the bars end."""
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
        room = place.columns * place.column - _name_at(place) - 17
        called = setting.words(place.stage.called)
        if place.skipped:
            again = _("(continued)")
            called = f"{called} {again}"
        language = setting.language_of(place.stage.called)
        names.append(
            paragraph(called, room, language=language, size=14, leading=20, style="semibold", ink=theme.page)
        )
    y += 26 if in_phases else 0
    high = max(name.height for name in names) + 22
    label = setting.text(_("Stage"), 112, leading=18, style="semibold", role=2)
    label.draw(drawing, MARGIN, y + 11)
    for place, name in zip(places, names, strict=True):
        gap = _BETWEEN if place is not places[-1] else -extra
        drawing.rect(place.x, y, place.columns * place.column - gap, high, fill=theme.ink)
        drawing.text([str(place.number)], place.x + 14, y + 26, size=14, ink=theme.page)
        name.draw(drawing, place.x + _name_at(place), y + 11)
    return y + high


def _name_at(place: StagePlace) -> float:
    """Where the name of a stage begins in its bar, behind its number."""
    return max(34.0, 14 + width(str(place.number), 14) + 11)


def draw_seams(drawing: Drawing, places: list[StagePlace], top: float, bottom: float, *, stroke: str) -> None:
    """Draw a hairline before the columns of every stage but the first."""
    for place in places[1:]:
        x = place.x - GAP / 2
        drawing.line(x, top, x, bottom, stroke=stroke)
