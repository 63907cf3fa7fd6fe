"""Items of a journey that are drawn rather than written: heads of touchpoints, bars, metrics."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cxkit.canvas.data import DataItem
from cxkit.canvas.journey import Mode, Opportunity
from cxkit.locale.texts import Texts
from cxkit.report.canvas.channel_signs import channel_sign
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.items import Item, draw_all, height_of, paragraph
from cxkit.report.canvas.measuring import width
from cxkit.report.canvas.tokens import Theme

SMALL_N = 30
"""Answers below which a result is shown hollow."""

MINUS = "\N{MINUS SIGN}"


def signed(number: Decimal | int, texts: Texts) -> str:
    """Write a number with its sign, zero without one."""
    sign = "+" if number > 0 else MINUS if number < 0 else ""
    return sign + texts.number(number if number >= 0 else -number)


@dataclass(frozen=True, slots=True)
class TouchpointSign:
    """The sign of the channel, the number, and the word for a critical touchpoint."""

    number: int
    mode: Mode | None
    critical: str
    theme: Theme
    height: float = 38

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        theme = self.theme
        channel_sign(drawing, self.mode, x, y, ink=theme.ink, line=theme.line)
        drawing.text([str(self.number)], x + 38, y + 19, size=13, ink=theme.ink2)
        if self.critical:
            left = x + 44 + width(str(self.number), 13)
            diamond(drawing, left + 5, y + 14, 5, fill=theme.critical)
            ink = theme.critical
            drawing.text([self.critical], left + 15, y + 18.5, size=12, ink=ink, style="semibold")


def diamond(drawing: Drawing, x: float, y: float, radius: float, *, fill: str) -> None:
    """Draw a diamond around a point."""
    drawing.polygon([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], fill=fill)


@dataclass(frozen=True, slots=True)
class Bars:
    """The value to the customer and to the business of an opportunity, and its effort, as three bars."""

    opportunity: Opportunity
    texts: Texts
    theme: Theme
    room: float

    @property
    def _rows(self) -> list[tuple[str, Decimal, int]]:
        _ = self.texts.gettext
        one = self.opportunity
        known = [
            (_("Customer"), one.customer_value, 100),
            (_("Business"), one.business_value, 100),
            (_("Effort"), one.effort, 5),
        ]
        return [(name, Decimal(value), most) for name, value, most in known if value is not None]

    @property
    def height(self) -> float:
        """Height in pixels."""
        return len(self._rows) * 16 + 8

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        theme = self.theme
        left, right = x + 16 + 54, x + self.room - 30
        for name, value, most in self._rows:
            middle = y + 8
            drawing.text([name], x + 16, middle + 4, size=11, ink=theme.ink2)
            if most == 5:
                gap = 3
                part = (right - left - 4 * gap) / 5
                for number in range(5):
                    ink = theme.ink2 if number < value else theme.hair
                    drawing.rect(left + number * (part + gap), middle - 2, part, 4, fill=ink)
            else:
                drawing.rect(left, middle - 2, right - left, 4, fill=theme.hair)
                drawing.rect(left, middle - 2, (right - left) * float(value) / most, 4, fill=theme.ink2)
            end = x + self.room - 4
            drawing.text([self.texts.number(value)], end, middle + 4, size=11, ink=theme.ink2, anchor="end")
            y += 16


@dataclass(frozen=True, slots=True)
class Metric:
    """A piece of data in its frame: method, the figure large, a scale with a dot, how many answers."""

    data: DataItem
    texts: Texts
    theme: Theme
    room: float

    @property
    def _above(self) -> list[Item]:
        language, theme = self.texts.language, self.theme
        room = self.room - 20
        name = self._method or (self.data.item.get(language) if self.data.item else self.data.id)
        items: list[Item] = [
            paragraph(name, room, language=language, ink=theme.ink2, size=11, leading=16, style="semibold")
        ]
        result = self.data.result
        if result is None or result.value is None:
            none = self.texts.gettext("no result yet")
            item = self.data.item
            if item is not None and self.data.method:
                text = item.get(language)
                items.append(
                    paragraph(text, room, language=language, ink=theme.ink2, size=12, leading=16, after=4)
                )
            return [*items, paragraph(none, room, language=language, ink=theme.ink3, size=12, leading=16)]
        figure = signed(result.value, self.texts) if self._is_signed else self.texts.number(result.value)
        items.append(
            paragraph(figure, room, language="", ink=theme.ink, size=20, leading=28, style="semibold")
        )
        unit = result.unit.get(language) if result.unit is not None else ""
        if not unit and self.data.scale is not None and not self._is_signed:
            unit = f"/ {self.texts.number(self.data.scale[1])}"
        if unit:
            items.append(paragraph(unit, room, language=language, ink=theme.ink2, size=11, leading=16))
        return items

    @property
    def _method(self) -> str:
        """The method in the reader's language; names such as NPS, and methods of one's own, as they are."""
        _ = self.texts.gettext
        words = {
            "open": _("Open answers"),
            "conversion": _("Conversion"),
            "analytics": _("Analytics"),
            "observation": _("Observation"),
            "interview": _("Interviews"),
            "complaints": _("Complaints"),
            "sales": _("Sales"),
        }
        method = self.data.method or ""
        return words.get(method, method)

    @property
    def _is_signed(self) -> bool:
        return self.data.scale is not None and self.data.scale[0] < 0

    @property
    def _is_small(self) -> bool:
        result = self.data.result
        return result is not None and result.n is not None and result.n < SMALL_N

    @property
    def _below(self) -> list[Item]:
        result = self.data.result
        if result is None or result.n is None:
            return []
        _ = self.texts.gettext
        number = self.texts.count(result.n)
        text = f"n = {number}"
        if self._is_small:
            small = _("small n")
            text += f" · {small}"
        language = self.texts.language
        room = self.room - 20
        return [paragraph(text, room, language=language, ink=self.theme.ink2, size=11, leading=16)]

    @property
    def _has_scale(self) -> bool:
        result = self.data.result
        return self.data.scale is not None and result is not None and result.value is not None

    @property
    def height(self) -> float:
        """Height in pixels, with the space under the frame."""
        return height_of(self._above) + (18 if self._has_scale else 0) + height_of(self._below) + 16 + 8

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        theme = self.theme
        drawing.rect(
            x,
            y,
            self.room,
            self.height - 8,
            radius=3,
            fill=theme.page,
            stroke=theme.hair,
            stroke_width=1.25,
        )
        y += 8
        draw_all(self._above, drawing, x + 10, y)
        y += height_of(self._above)
        if self._has_scale:
            self._draw_scale(drawing, x + 10, x + self.room - 10, y + 9)
            y += 18
        draw_all(self._below, drawing, x + 10, y)

    def _draw_scale(self, drawing: Drawing, left: float, right: float, y: float) -> None:
        result = self.data.result
        assert self.data.scale is not None and result is not None and result.value is not None
        theme = self.theme
        low, high = self.data.scale
        share = float((result.value - low) / (high - low))
        share = min(1.0, max(0.0, share))
        drawing.line(left, y, right, y, stroke=theme.line, width=1.25)
        for tick in (left, right):
            drawing.line(tick, y - 3, tick, y + 3, stroke=theme.line, width=1.25)
        fill = theme.page if self._is_small else theme.ink
        place = left + share * (right - left)
        drawing.circle(place, y, 4, fill=fill, stroke=theme.ink, stroke_width=1.5)
