"""A customer journey drawn: head, stages over touchpoints, emotion, value, blueprint lanes."""

from __future__ import annotations

from cxkit.canvas.completeness import is_filled
from cxkit.canvas.journey import Journey, Mode
from cxkit.report.canvas.channel_signs import SIZE, channel_sign
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.emotion import HEIGHT, STEP, Feelings, band_height, draw_emotion, feelings
from cxkit.report.canvas.figures import diamond
from cxkit.report.canvas.items import draw_all
from cxkit.report.canvas.journey_findings import findings
from cxkit.report.canvas.journey_head import draw_head, persona_name, personas_of
from cxkit.report.canvas.journey_rows import GAP, JourneyRow, JourneyRows
from cxkit.report.canvas.journey_stages import draw_seams, draw_stages, slots, stage_places
from cxkit.report.canvas.measuring import width as text_width
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


def journey_picture(view: View[Journey], theme: ThemeName = "light") -> Picture:
    """Return the picture of a journey.

    A sheet is 1,600 pixels wide for up to eight touchpoints and grows with more.
    """
    return _Sheet(view, theme).draw()


class _Sheet:
    def __init__(self, view: View[Journey], theme: ThemeName) -> None:
        self.view, self.journey, self.texts = view, view.canvas, view.texts
        self.setting = Setting(view, theme)
        self.theme = self.setting.theme
        personas = personas_of(self.journey, view.personas)
        names = {key: persona_name(key, one, self.texts) for key, one in personas.items()}
        self.series: list[Feelings] = feelings(self.journey, names, self.texts.gettext("everybody"))
        count = max(1, slots(self.journey))
        least = max(150, 24 * len(self.series) + 120)
        self.column = max(least, min(_WIDEST, (_WIDTH - _LEFT - MARGIN) / count))
        self.width = max(_WIDTH, _LEFT + count * self.column + MARGIN)
        self.right = self.width - MARGIN
        self.stages = stage_places(self.journey, _LEFT, self.column)
        self.columns = [x for place in self.stages for x in place.touchpoint_columns]
        self.rows = JourneyRows(self.journey, self.setting, self.column)
        self.drawing = Drawing()
        self.ground = self.drawing.layer()
        self.seams = self.drawing.layer()

    def draw(self) -> Picture:
        """Draw everything; grounds and seams lie in layers under what is written."""
        found = findings(self.journey, self.series, self.texts)
        y = draw_head(self.drawing, self.view, self.setting, found, width=self.width)
        self.drawing.may_break(y)
        if self.stages:
            top = y + 28
            below = draw_stages(self.drawing, self.stages, self.setting, top)
            y = self._draw_rows(below)
            draw_seams(self.seams, self.stages, below, y, stroke=self.theme.hair)
            self.drawing.repeated = (top, below + self.rows.head().height)
        else:
            y = self._draw_empty(y + 28)
        y = self._draw_foot(y)
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
        if not self.columns:
            return self._draw_row(self.rows.head(), y)
        upper = [self.rows.head(), self.rows.thoughts()]
        metrics = self.rows.metrics()
        band = band_height(self.series, self.column, self.texts.language)
        tinted = sum(row.height for row in upper) + band + metrics.height
        for number, one in enumerate(self.rows.touchpoints):
            if one.critical:
                x = self.columns[number] - _SLOT
                wide = min(self.column, self.right - x)
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
            rows.opportunities(),
        ):
            y = self._draw_row(row, y)
        return self._draw_lanes(y)

    def _draw_emotion(self, y: float, band: float) -> float:
        _, theme = self.texts.gettext, self.theme
        draw_all(self.rows.label(_("Emotion curve"), "−2 … +2"), self.drawing, MARGIN, y + 14)
        draw_emotion(
            self.drawing,
            self.series,
            self.columns,
            y,
            column=self.column,
            theme=theme,
            language=self.texts.language,
        )
        if all(value is None for one in self.series for value in one.values):
            # Between two lines of the scale.
            middle = y + HEIGHT / 2 - STEP / 2
            self.setting.nothing(self.rows.room).draw(self.drawing, self.columns[0], middle - 9.5)
        y += band
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
            self.ground.rect(0, y, self.width, high, fill=self.theme.surface)
        label.draw(self.drawing, MARGIN, y + 6)
        middle = y + high / 2
        ink = self.theme.ink
        self.drawing.line(_LEFT, middle, self.right, middle, stroke=ink, width=1.5, dash=dash)
        return y + high

    def _draw_row(self, row: JourneyRow, y: float) -> float:
        bottom = y + row.height
        if row.ground:
            self.ground.rect(0, y, self.width, row.height, fill=self.theme.surface)
        draw_all(row.label, self.drawing, MARGIN, y + 14)
        for x, items in zip(self.columns, row.cells, strict=True):
            draw_all(items, self.drawing, x, y + 14)
        if row.rule:
            ink = self.theme.ink if row.rule == "strong" else self.theme.hair
            self.drawing.line(MARGIN, bottom, self.right, bottom, stroke=ink)
        self.drawing.may_break(bottom)
        return bottom

    def _draw_foot(self, y: float) -> float:
        _, theme, drawing = self.texts.gettext, self.theme, self.drawing
        y += 20
        x = float(MARGIN)
        signs: list[tuple[Mode, str]] = [
            ("online", _("online")),
            ("offline", _("on site")),
            ("both", _("online and on site")),
        ]
        for mode, word in signs:
            channel_sign(drawing, mode, x, y, ink=theme.ink2, line=theme.line)
            drawing.text([word], x + SIZE + 8, y + 18.5, size=12, ink=theme.ink2)
            x += SIZE + 8 + text_width(word, 12) + 28
        word = _("critical touchpoint")
        diamond(drawing, x + 5, y + 14, 5, fill=theme.critical)
        drawing.text([word], x + 16, y + 18.5, size=12, ink=theme.critical, style="semibold")
        x += 16 + text_width(word, 12, "semibold") + 28
        word = _("fewer than 30 answers")
        drawing.circle(x + 5, y + 14, 4, fill=theme.page, stroke=theme.ink, stroke_width=1.5)
        drawing.text([word], x + 16, y + 18.5, size=12, ink=theme.ink2)
        x += 16 + text_width(word, 12) + 40
        return y + SIZE + self._draw_said(x, y) + GAP + 12

    def _draw_said(self, x: float, y: float) -> float:
        """Say whose canvas it is, at the right end; return how much more height that took."""
        said = self._said()
        if not said:
            return 0
        wide, ink = text_width(said, 12), self.theme.ink2
        if x + wide <= self.right:
            self.drawing.text([said], self.right - wide, y + 18.5, size=12, ink=ink, room=wide)
            return 0
        text = self.setting.small(said, self.right - MARGIN, ink=ink)
        text.draw(self.drawing, MARGIN, y + SIZE + 12)
        return text.height + 12

    def _said(self) -> str:
        _, journey, words = self.texts.gettext, self.journey, self.setting.words
        parts = []
        if journey.organisation is not None:
            parts.append(f"{words(journey.organisation)}.")
        if journey.updated is not None:
            parts.append(_("Updated {date}.", date=self.texts.date(journey.updated)))
        if journey.owner is not None:
            parts.append(_("Owner: {owner}.", owner=words(journey.owner)))
        return " ".join(parts)
