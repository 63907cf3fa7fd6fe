"""Items of a journey that are drawn rather than written: heads of touchpoints, bars, metrics."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cxkit.canvas.data import DataItem, method_meant
from cxkit.canvas.journey import Mode, Opportunity
from cxkit.locale.texts import Texts
from cxkit.report.canvas.channel_signs import channel_sign
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.measuring import width
from cxkit.report.canvas.tokens import Theme

SMALL_N = 30
"""Answers below which a result is shown hollow."""

MINUS = "\N{MINUS SIGN}"

_INDENT, _NAME, _FIGURE = 16.0, 58.0, 30.0
"""Room at a bar's left for the arrow of its opportunity and for its name, and at its right for the figure."""
_SHORTEST = 24.0
"""A bar of five steps that can still be told apart."""


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
    def _names(self) -> tuple[str, str, str]:
        _ = self.texts.gettext
        return _("Customer"), _("Business"), _("Effort")

    @property
    def _rows(self) -> list[tuple[str, Decimal, int]]:
        one = self.opportunity
        values = (one.customer_value, one.business_value, one.effort)
        known = zip(self._names, values, (100, 100, 5), strict=True)
        return [(name, Decimal(value), most) for name, value, most in known if value is not None]

    @property
    def _left(self) -> float:
        """Where bars begin beside their names; none of them is wider in one column than in another."""
        return _INDENT + max(_NAME, *(width(name, 11) + 7 for name in self._names))

    @property
    def _is_beside(self) -> bool:
        """Whether bars have room beside their names; else they stand under them."""
        return self.room - _FIGURE - self._left >= _SHORTEST

    @property
    def height(self) -> float:
        """Height in pixels."""
        return len(self._rows) * (16 if self._is_beside else 24) + 8

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        theme = self.theme
        beside = self._is_beside
        start = x + (_INDENT if beside else 0)
        left, right = (x + self._left, x + self.room - _FIGURE) if beside else (start, x + self.room - 4)
        for name, value, most in self._rows:
            drawing.text([name], start, y + 12, size=11, ink=theme.ink2)
            middle = y + (8 if beside else 19)
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
            drawing.text([self.texts.number(value)], end, y + 12, size=11, ink=theme.ink2, anchor="end")
            y += 16 if beside else 24


def method_words(method: str | None, texts: Texts) -> str:
    """Return a method in the reader's language; names such as NPS, and methods of one's own, as they are."""
    _ = texts.gettext
    words = {
        "open": _("Open answers"),
        "conversion": _("Conversion"),
        "analytics": _("Analytics"),
        "observation": _("Observation"),
        "interview": _("Interviews"),
        "complaints": _("Complaints"),
        "sales": _("Sales"),
    }
    return words.get(method_meant(method or ""), method or "")


def is_signed(data: DataItem) -> bool:
    """Whether figures of the data are written with their sign: those of a scale that goes below zero."""
    return data.scale is not None and data.scale[0] < 0


def result_figure(data: DataItem, texts: Texts) -> tuple[str, str]:
    """Return the figure measured last and its unit, or the end of its scale; nothing where there is none."""
    result = data.result
    if result is None or result.value is None:
        return "", ""
    shown = signed(result.value, texts) if is_signed(data) else texts.amount(result.value)
    if result.unit is not None:
        return shown, result.unit.get(texts.language)
    if data.scale is not None and not is_signed(data):
        return shown, f"/ {texts.number(data.scale[1])}"
    return shown, ""
