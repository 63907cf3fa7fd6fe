"""Steps one after the other: numbered, side by side on a line with arrows, in as many rows as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.documents.base import Text
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.items import Item
from cxkit.report.canvas.layout import even_columns
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.signs import draw_arrow
from cxkit.report.canvas.tokens import Theme

_MOST = 5
_GAP = 32.0
_HEAD = 34.0


@dataclass(frozen=True)
class Steps:
    """Steps with the place of each in a row."""

    rows: tuple[tuple[Item, ...], ...]
    width: float
    theme: Theme

    @classmethod
    def of(cls, steps: Sequence[Text], setting: Setting, room: float) -> Steps:
        """Set steps across a room."""
        across = min(_MOST, max(3, len(steps)))
        wide, _ = even_columns(across, _GAP, room)
        items = [setting.text(step, wide) for step in steps]
        rows = [tuple(items[start : start + across]) for start in range(0, len(items), across)]
        return cls(tuple(rows), wide, setting.theme)

    @property
    def height(self) -> float:
        """Height in pixels."""
        return sum(_HEAD + max(item.height for item in row) + 16 for row in self.rows) - 16

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        count = sum(len(row) for row in self.rows)
        number = 0
        for row in self.rows:
            for place, item in enumerate(row):
                number += 1
                left = x + place * (self.width + _GAP)
                drawing.circle(left + 12, y + 12, 12, fill=self.theme.ink)
                drawing.text(
                    [str(number)],
                    left + 12,
                    y + 16.5,
                    size=12,
                    ink=self.theme.page,
                    style="semibold",
                    anchor="middle",
                )
                if number < count:
                    end = left + self.width + (_GAP - 8 if place < len(row) - 1 else 0)
                    draw_arrow(drawing, [(left + 32, y + 12), (end, y + 12)], ink=self.theme.line)
                item.draw(drawing, left, y + _HEAD)
            y += _HEAD + max(item.height for item in row) + 16
