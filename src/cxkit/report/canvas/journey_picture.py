"""A customer journey drawn: head, stages over touchpoints, emotion, value, blueprint lanes."""

from __future__ import annotations

from collections.abc import Mapping

from cxkit.canvas.completeness import is_filled
from cxkit.canvas.journey import Journey
from cxkit.canvas.persona import PersonaFields
from cxkit.locale.texts import Texts
from cxkit.report.canvas.channel_signs import SIZE, channel_sign
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.emotion import Feelings, band_height, draw_emotion, feelings
from cxkit.report.canvas.figures import diamond
from cxkit.report.canvas.items import draw_all, height_of, paragraph
from cxkit.report.canvas.journey_findings import findings
from cxkit.report.canvas.journey_head import draw_head, persona_name, personas_of
from cxkit.report.canvas.journey_rows import GAP, JourneyRow, JourneyRows
from cxkit.report.canvas.measuring import width as text_width
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.tokens import MARGIN, THEMES, ThemeName
from cxkit.report.canvas.view import View

_LEFT = 184
"""Where the first column begins."""
_WIDTH = 1600
_WIDEST = 342


def journey_picture(view: View[Journey], theme: ThemeName = "light") -> Picture:
    """Return the picture of a journey.

    A sheet is 1,600 pixels wide for up to eight touchpoints and grows with more.
    """
    return _Sheet(view.canvas, view.texts, theme, view.personas).draw()


class _Sheet:
    def __init__(
        self, journey: Journey, texts: Texts, theme: ThemeName, known: Mapping[str, PersonaFields]
    ) -> None:
        self.journey, self.texts, self.theme = journey, texts, THEMES[theme]
        self.personas = personas_of(journey, known)
        names = {key: persona_name(key, one, texts) for key, one in self.personas.items()}
        self.series: list[Feelings] = feelings(journey, names, texts.gettext("everybody"))
        count = max(1, sum(1 for _ in journey.touchpoints()))
        least = max(150, 24 * len(self.series) + 120)
        self.column = max(least, min(_WIDEST, (_WIDTH - _LEFT - MARGIN) / count))
        self.width = max(_WIDTH, _LEFT + count * self.column + MARGIN)
        self.right = self.width - MARGIN
        self.columns = [_LEFT + number * self.column for number in range(count)]
        self.rows = JourneyRows(journey, texts, self.theme, self.column)
        self.drawing = Drawing()

    def draw(self) -> Picture:
        """Draw everything; tints lie under what is written, so heights are known before."""
        found = findings(self.journey, self.series, self.texts)
        y = draw_head(
            self.drawing,
            self.journey,
            self.personas,
            found,
            texts=self.texts,
            theme=self.theme,
            width=self.width,
        )
        if self.rows.touchpoints:
            y = self._draw_stages(y + 28)
            y = self._draw_rows(y)
        y = self._draw_foot(y)
        description = ". ".join(f"{one.about}: {one.where} ({one.figures})" for one in found)
        return Picture(
            self.drawing,
            self.width,
            y,
            title=self.journey.called.get(self.texts.language, self.journey.language or "en"),
            description=description + ".",
            language=self.texts.language,
            ground=self.theme.page,
        )

    def _draw_stages(self, y: float) -> float:
        _, language = self.texts.gettext, self.texts.language
        theme, drawing = self.theme, self.drawing
        phases = {
            "pre_purchase": _("Pre-purchase"),
            "purchase": _("Purchase"),
            "post_purchase": _("Post-purchase"),
        }
        drawing.text([_("Phase")], MARGIN, y + 15, size=13, ink=theme.ink2)
        stages = [stage for stage in self.journey.stages if stage.touchpoints]
        bars = []
        at, before = 0, None
        for number, stage in enumerate(stages, 1):
            wide = len(stage.touchpoints) * self.column - 3
            if stage.phase is not None and stage.phase != before:
                drawing.text([phases[stage.phase]], self.columns[at], y + 15, size=13, ink=theme.ink2)
            before = stage.phase
            title = stage.called.get(language, self.journey.language or language)
            name = paragraph(
                title, wide - 48, language=language, ink=theme.page, size=14, leading=20, style="semibold"
            )
            bars.append((number, self.columns[at], wide, name))
            at += len(stage.touchpoints)
        y += 26
        high = max(name.height for *_rest, name in bars) + 22
        draw_all(self.rows.label(_("Stage")), drawing, MARGIN, y + 11)
        for number, x, wide, name in bars:
            drawing.rect(x, y, wide, high, fill=theme.ink)
            drawing.text([str(number)], x + 14, y + 26, size=14, ink=theme.page)
            name.draw(drawing, x + 34, y + 11)
        return y + high

    def _draw_rows(self, y: float) -> float:
        upper = [self.rows.head(), self.rows.thoughts()]
        metrics = self.rows.metrics()
        band = band_height(self.series, self.column, self.texts.language)
        tinted = sum(row.height for row in upper) + band + metrics.height
        for number, one in enumerate(self.rows.touchpoints):
            if one.critical:
                x = self.columns[number] - 8
                self.drawing.rect(x, y, self.column - 4, tinted, fill=self.theme.critical_tint)
                self.drawing.rect(x, y, self.column - 4, 2.5, fill=self.theme.critical)
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
        y += band
        self.drawing.line(MARGIN, y, self.right, y, stroke=theme.hair, width=1)
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
                self.drawing.line(MARGIN, y, self.right, y, stroke=self.theme.hair, width=1)
            y = self._draw_row(row, y)
        return y

    def _draw_line(self, name: str, dash: str, y: float, *, ground: bool = False) -> float:
        label = paragraph(
            name,
            _LEFT - MARGIN - 12,
            language=self.texts.language,
            ink=self.theme.ink,
            size=12,
            leading=16,
            style="semibold",
        )
        high = label.height + 12
        if ground:
            self.drawing.rect(0, y, self.width, high, fill=self.theme.surface)
        label.draw(self.drawing, MARGIN, y + 6)
        middle = y + high / 2
        ink = self.theme.ink
        self.drawing.line(_LEFT, middle, self.right, middle, stroke=ink, width=1.5, dash=dash)
        return y + high

    def _draw_row(self, row: JourneyRow, y: float) -> float:
        bottom = y + row.height
        if row.ground:
            self.drawing.rect(0, y, self.width, row.height, fill=self.theme.surface)
        draw_all(row.label, self.drawing, MARGIN, y + 14)
        for x, items in zip(self.columns, row.cells, strict=True):
            draw_all(items, self.drawing, x, y + 14)
        if row.rule:
            ink = self.theme.ink if row.rule == "strong" else self.theme.hair
            self.drawing.line(MARGIN, bottom, self.right, bottom, stroke=ink, width=1)
        return bottom

    def _draw_foot(self, y: float) -> float:
        _, theme, drawing = self.texts.gettext, self.theme, self.drawing
        y += 20
        x = float(MARGIN)
        for mode, word in (
            ("online", _("online")),
            ("offline", _("on site")),
            ("both", _("online and on site")),
        ):
            channel_sign(drawing, mode, x, y, ink=theme.ink2, line=theme.line)  # type: ignore[arg-type]
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
        said = self._said()
        if said:
            items = [
                paragraph(
                    said,
                    self.right - x,
                    language=self.texts.language,
                    ink=theme.ink2,
                    size=12,
                    leading=18,
                )
            ]
            draw_all(items, drawing, x, y + 5)
            return y + max(SIZE, 5 + height_of(items)) + GAP + 12
        return y + SIZE + GAP + 12

    def _said(self) -> str:
        _, journey, language = self.texts.gettext, self.journey, self.texts.language
        parts = []
        if journey.organisation is not None:
            parts.append(f"{journey.organisation.get(language)}.")
        if journey.updated is not None:
            parts.append(_("Updated {date}.", date=self.texts.date(journey.updated)))
        if journey.owner is not None:
            parts.append(_("Owner: {owner}.", owner=journey.owner.get(language)))
        return " ".join(parts)
