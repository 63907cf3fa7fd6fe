"""A metric in its frame: method, the figure large with its unit, a scale with a dot, how many answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from cxkit.canvas.data import DataItem
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.figures import SMALL_N, is_signed, method_words, result_figure
from cxkit.report.canvas.items import Columns, Item, Space, Stack
from cxkit.report.canvas.measuring import width
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.signs import Scale
from cxkit.report.canvas.tokens import Theme

_PAD = 11
_BELOW = 8
"""Space under the frame."""
_ALIKE = 150.0
"""Cards of a row are made equally high up to this height."""


@dataclass(frozen=True)
class MetricCard:
    """What is in the frame, and how high that is at least."""

    content: Stack
    room: float
    theme: Theme
    least: float = 0

    @property
    def height(self) -> float:
        """Height in pixels, with the space under the frame."""
        return max(self.content.height, self.least) + 2 * _PAD + _BELOW

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        drawing.rect(
            x,
            y,
            self.room,
            self.height - _BELOW,
            radius=3,
            fill=self.theme.page,
            stroke=self.theme.hair,
            stroke_width=1.25,
        )
        self.content.draw(drawing, x + _PAD, y + _PAD)


def metric_card(data: DataItem, setting: Setting, room: float) -> MetricCard:
    """Return the card of a piece of data."""
    inner = room - 2 * _PAD
    name = method_words(data.method, setting.texts) or data.item or data.id
    items: list[Item] = [
        setting.text(name, inner, size=11, leading=15, style="semibold", ink=setting.theme.ink2)
    ]
    if data.result is None or data.result.value is None:
        if data.item is not None and data.method:
            items.append(setting.small(data.item, inner, after=2))
        items.append(setting.label(setting.texts.gettext("no result yet"), inner))
    else:
        items += [Space(2), *_figure(data, setting, inner), _scale(data, setting, inner)]
        items += _answers(data, setting, inner)
    return MetricCard(Stack(tuple(items)), room, setting.theme)


def alike(cards: list[list[MetricCard]]) -> list[list[MetricCard]]:
    """Return the cards of a row equally high, unless a long text makes one of them very high."""
    heights = [card.content.height for column in cards for card in column]
    least = max((high for high in heights if high <= _ALIKE), default=0)
    return [[replace(card, least=least) for card in column] for column in cards]


def _figure(data: DataItem, setting: Setting, inner: float) -> list[Item]:
    """The figure with its unit beside it, or under it where that is too long."""
    figure, unit = result_figure(data, setting.texts)
    large = setting.text(figure, inner, size=20, leading=27, style="semibold", after=6)
    if not unit:
        return [large]
    left = width(figure, 20, "semibold") + 5
    if left + width(unit, 12) <= inner:
        beside = setting.text(unit, inner, size=12, leading=33, ink=setting.theme.ink2)
        return [Columns(((0, large), (left, beside)))]
    large = replace(large, after=0)
    return [large, setting.text(unit, inner, size=11, leading=15, ink=setting.theme.ink2)]


def _scale(data: DataItem, setting: Setting, inner: float) -> Item:
    if data.scale is None:
        return setting.text(
            setting.texts.gettext("no scale"), inner, size=11, leading=18, ink=setting.theme.ink2
        )
    assert data.result is not None and data.result.value is not None
    low, high = data.scale

    def share(value: Decimal) -> float:
        return float((value - low) / (high - low))

    zero = share(Decimal(0)) if is_signed(data) and high > 0 else None
    return Scale(share(data.result.value), inner, setting.theme, hollow=is_small(data), zero=zero)


def _answers(data: DataItem, setting: Setting, inner: float) -> list[Item]:
    if data.result is None or data.result.n is None:
        return []
    _ = setting.texts.gettext
    text = f"n = {setting.texts.count(data.result.n)}"
    if is_small(data):
        small = _("small n")
        text += f" · {small}"
    return [setting.text(text, inner, size=11, leading=15, ink=setting.theme.ink2)]


def is_small(data: DataItem) -> bool:
    """Whether a result rests on so few answers that it is shown hollow."""
    return data.result is not None and data.result.n is not None and data.result.n < SMALL_N
