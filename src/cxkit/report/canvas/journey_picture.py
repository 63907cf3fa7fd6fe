"""A customer journey drawn: head, stages over touchpoints, emotion, value, blueprint lanes."""

from __future__ import annotations

from cxkit.canvas.completeness import is_filled
from cxkit.canvas.journey import Journey
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.emotion import Feelings, feelings, has_gaps
from cxkit.report.canvas.emotion_band import HEIGHT, STEP, Band, extra_room
from cxkit.report.canvas.items import draw_all
from cxkit.report.canvas.journey_findings import findings
from cxkit.report.canvas.journey_foot import draw_foot
from cxkit.report.canvas.journey_head import draw_head, persona_name, personas_of
from cxkit.report.canvas.journey_rows import GAP, LABEL_ROOM, JourneyRow, JourneyRows
from cxkit.report.canvas.journey_stages import (
    draw_seams,
    draw_stages,
    shares,
    slots,
    stage_places,
    touchpoint_slots,
)
from cxkit.report.canvas.persona_place import persona_places
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.tokens import MARGIN, ThemeName
from cxkit.report.canvas.view import View

_LEFT = 184
"""Where the first column begins."""
_WIDTH = 1600
_WIDEST = 456
_SLOT = GAP / 2
"""From the edge of a column's slot to its text."""
_LEAST = 150.0
"""The least width of a column of a picture in one piece."""
_PRINTED = 10
"""How many columns a printed sheet holds at most."""


def journey_picture(view: View[Journey], theme: ThemeName = "light") -> Picture:
    """Return the picture of a journey in one piece.

    A sheet is 1,600 pixels wide for up to nine touchpoints and grows with more.
    """
    return _Sheet(_Plan(view, theme)).draw()


def journey_pictures(view: View[Journey], theme: ThemeName = "light") -> list[Picture]:
    """Return the picture of a journey in pieces of at most 1,600 pixels, for paper.

    A piece ends with a stage where it can, and repeats the column of labels.
    """
    parts = shares(view.canvas, _PRINTED)
    plan = _Plan(view, theme, max(many for _, many in parts))
    return [_Sheet(plan, first, many).draw() for first, many in parts]


class _Plan:
    """What the sheets of a journey have in common; ``most`` is how many columns the fullest has."""

    def __init__(self, view: View[Journey], theme: ThemeName, most: int | None = None) -> None:
        self.view, self.journey, self.texts = view, view.canvas, view.texts
        self.setting = Setting(view, theme)
        personas = personas_of(self.journey, view.personas)
        names = {key: persona_name(key, one, self.texts) for key, one in personas.items()}
        places = persona_places(view, personas)
        self.series: list[Feelings] = feelings(self.journey, names, self.texts.gettext("everybody"), places)
        self.count = max(1, slots(self.journey))
        room, shown = _WIDTH - _LEFT - MARGIN, most or self.count
        least = 0.0 if most else _LEAST
        self.column = max(least, min(_WIDEST, room / shown))
        self.extra = extra_room(self.series, self.column)
        self.column = max(least, min(_WIDEST, (room - self.extra) / shown))
        self.width = max(_WIDTH, _LEFT + shown * self.column + self.extra + MARGIN)
        self.rows = JourneyRows(self.journey, self.setting, self.column)


class _Sheet:
    """The columns from the ``first`` on, all or ``many`` of them."""

    def __init__(self, plan: _Plan, first: int = 0, many: int | None = None) -> None:
        self.view, self.journey, self.texts = plan.view, plan.journey, plan.texts
        self.setting, self.theme = plan.setting, plan.setting.theme
        self.series, self.rows, self.column = plan.series, plan.rows, plan.column
        many = plan.count if many is None else many
        self.is_first, self.is_last = first == 0, first + many == plan.count
        self.width, self.right = plan.width, plan.width - MARGIN
        self.extra = plan.extra
        self.stages = stage_places(self.journey, _LEFT, self.column, first, many)
        # The columns of all sheets: those of others lie left or right of this one.
        self.columns = [_LEFT + (slot - first) * self.column for slot in touchpoint_slots(self.journey)]
        self.end = _LEFT + many * self.column
        here = [at for at, x in enumerate(self.columns) if _LEFT <= x < self.end - 1]
        self.shown = slice(here[0], here[-1] + 1) if here else slice(0, 0)
        self.across = self.width
        if not self.is_last or not self.is_first:
            self.right = min(self.right, self.end + (self.extra if self.is_last else 0))
            if self.right < self.width - MARGIN - 1:
                self.across = self.right
        self.drawing = Drawing()
        self.ground = self.drawing.layer()
        self.seams = self.drawing.layer()

    def draw(self) -> Picture:
        """Draw everything; grounds and seams lie in layers under what is written."""
        found = findings(self.journey, self.series, self.texts, self.view.workspace)
        if self.is_first:
            y = draw_head(self.drawing, self.view, self.setting, found, width=self.width)
            self.drawing.may_break(y)
        else:
            y = self._draw_continued()
        if self.stages:
            top = y + 28
            below = draw_stages(
                self.drawing, self.stages, self.setting, top, extra=self.extra if self.is_last else 0
            )
            y = self._draw_rows(below)
            draw_seams(self.seams, self.stages, below, y, stroke=self.theme.hair)
            self.drawing.repeated = (top, below + self.rows.head.height)
        else:
            y = self._draw_empty(y + 28)
        y = draw_foot(self.drawing, self.view, self.setting, y, max(self.right, _LEFT + 600))
        description = ". ".join(f"{one.about}: {one.where} ({one.figures})" for one in found)
        return Picture(
            self.drawing,
            self.width,
            y,
            title=self.view.title,
            description=description + ".",
            language=self.view.language,
            ground=self.theme.page,
        )

    def _draw_continued(self) -> float:
        again = self.texts.gettext("(continued)")
        name = self.setting.text(f"{self.view.title} {again}", self.width - 2 * MARGIN, ink=self.theme.ink2)
        name.draw(self.drawing, MARGIN, MARGIN - 4)
        return MARGIN - 4 + name.height

    def _draw_empty(self, y: float) -> float:
        """A journey without stages says what is asked of it."""
        question = next((one.question for one in self.view.kind.fields if one.id == "stages"), None)
        text = self.setting.text(question or "", self.right - _LEFT, size=16, leading=24, ink=self.theme.ink3)
        draw_all(self.rows.label(self.texts.gettext("Stage")), self.drawing, MARGIN, y + 3)
        text.draw(self.drawing, _LEFT, y)
        return y + text.height + 24

    def _draw_rows(self, y: float) -> float:
        for place in self.stages:
            if not place.stage.touchpoints:
                self.setting.nothing(self.rows.room).draw(self.drawing, place.x, y + 14)
        if not self.columns[self.shown]:
            return self._draw_row(self.rows.head, y)
        upper = [self.rows.head, self.rows.thoughts]
        metrics = self.rows.metrics
        band = Band(
            self.series,
            self.columns,
            self.column,
            left=_LEFT,
            right=self.right,
            theme=self.theme,
            language=self.texts.language,
            extra=self.extra,
        )
        tinted = sum(row.height for row in upper) + band.height + metrics.height
        critical = [one.critical for one in self.rows.touchpoints]
        for left, is_critical in zip(self.columns[self.shown], critical[self.shown], strict=True):
            if is_critical:
                x = left - _SLOT
                last = left + self.column > self.right - 1
                # A pixel of the page tells critical columns apart that stand side by side.
                wide = self.right - x if last else self.column - 1
                self.ground.rect(x, y, wide, tinted, fill=self.theme.critical_tint)
                self.ground.rect(x, y, wide, 2.5, fill=self.theme.critical)
        for row in upper:
            y = self._draw_row(row, y)
        y = self._draw_emotion(y, band)
        y = self._draw_row(metrics, y)
        _, rows = self.texts.gettext, self.rows
        for row in (
            rows.notes(_("Value: benefits"), "+", lambda one: one.benefits),
            rows.notes(_("Value: sacrifices"), "–", lambda one: one.sacrifices),
            rows.notes(_("Pains"), "!", lambda one: one.pains),
            rows.opportunities,
        ):
            y = self._draw_row(row, y)
        return self._draw_lanes(y)

    def _draw_emotion(self, y: float, band: Band) -> float:
        _, theme = self.texts.gettext, self.theme
        label = self.rows.label(_("Emotion curve"), "−2 … +2")
        if has_gaps(self.series):
            label = (*label, self.setting.label(_("thin line: not known"), LABEL_ROOM - 20))
        draw_all(label, self.drawing, MARGIN, y + 14)
        band.draw(self.drawing, y)
        if all(value is None for one in self.series for value in one.values):
            # Between two lines of the scale.
            middle = y + HEIGHT / 2 - STEP / 2
            self.setting.nothing(self.rows.room).draw(self.drawing, self.columns[self.shown][0], middle - 9.5)
        y += band.height
        self.drawing.line(MARGIN, y, self.right, y, stroke=theme.hair)
        self.drawing.may_break(y)
        return y

    def _draw_lanes(self, y: float) -> float:
        _, rows = self.texts.gettext, self.rows
        if any(one.action for one in rows.touchpoints):
            actions = [rows.lane(_("Customer actions"), "", "action")]
        else:
            actions = []
        if not any(is_filled(one.lanes) for one in rows.touchpoints):
            return self._draw_group(actions, y)
        front = [rows.lane(_("Frontstage"), _("action that the customer sees"), "frontstage")]
        if any(one.lanes and one.lanes.frontstage_tech for one in rows.touchpoints):
            front.append(
                rows.lane(_("Frontstage technology"), _("systems that the customer sees"), "frontstage_tech")
            )
        back = _("action that the customer does not see")
        y = self._draw_group([rows.lane(_("Physical evidence"), "", "evidence"), *actions], y)
        y = self._draw_line(_("Line of interaction"), "", y)
        y = self._draw_group(front, y)
        y = self._draw_line(_("Line of visibility"), "10 5", y)
        y = self._draw_group([rows.lane(_("Backstage"), back, "backstage", ground=True)], y)
        y = self._draw_line(_("Line of internal interaction"), "2.5 3.5", y, ground=True)
        return self._draw_group([rows.lane(_("Support processes"), "", "support", ground=True)], y)

    def _draw_group(self, group: list[JourneyRow], y: float) -> float:
        for number, row in enumerate(group):
            if number:
                self.drawing.line(MARGIN, y, self.right, y, stroke=self.theme.hair)
            y = self._draw_row(row, y)
        return y

    def _draw_line(self, name: str, dash: str, y: float, *, ground: bool = False) -> float:
        label = self.setting.text(name, _LEFT - MARGIN - 12, size=12, leading=16, style="semibold")
        high = label.height + 12
        if ground:
            self.ground.rect(0, y, self.across, high, fill=self.theme.surface)
        label.draw(self.drawing, MARGIN, y + 6)
        middle = y + high / 2
        ink = self.theme.ink
        self.drawing.line(_LEFT, middle, self.right, middle, stroke=ink, width=1.5, dash=dash)
        return y + high

    def _draw_row(self, row: JourneyRow, y: float) -> float:
        bottom = y + row.height
        if row.ground:
            self.ground.rect(0, y, self.across, row.height, fill=self.theme.surface)
        draw_all(row.label, self.drawing, MARGIN, y + 14)
        for x, items in zip(self.columns[self.shown], row.cells[self.shown], strict=True):
            draw_all(items, self.drawing, x, y + 14)
        if row.rule:
            ink = self.theme.ink if row.rule == "strong" else self.theme.hair
            self.drawing.line(MARGIN, bottom, self.right, bottom, stroke=ink)
        self.drawing.may_break(bottom)
        return bottom
