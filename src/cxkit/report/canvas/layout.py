"""A sheet from top to bottom: its head, rows beside their labels, and its foot, alike in all kinds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cxkit.canvas.programme import Programme
from cxkit.documents.base import Text
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.items import Columns, Item, Paragraph, Space, Stack
from cxkit.report.canvas.measuring import width as text_width
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.setting import Setting, Words
from cxkit.report.canvas.tokens import MARGIN, ThemeName
from cxkit.report.canvas.view import View

WIDTH = 1600.0
INNER = WIDTH - 2 * MARGIN
LABELS = 168.0
"""How wide the column of row labels is, with the space after it."""
ROOM = INNER - LABELS
"""The room of what stands beside a row's label."""


class Layout:
    """Draws items one below the other; `y` is where the next one goes."""

    def __init__(self, view: View[Any], theme: ThemeName, width: float = WIDTH) -> None:
        self.width, self.inner = width, width - 2 * MARGIN
        self.view = view
        self.setting = Setting(view, theme)
        self.theme = self.setting.theme
        self.drawing = Drawing()
        self.y = MARGIN - 4.0

    def add(self, *items: Item, keep: bool = False) -> None:
        """Draw items; a page may end after each, unless `keep` holds them together with what follows."""
        for item in items:
            item.draw(self.drawing, MARGIN, self.y)
            self.y += item.height
            if not keep:
                self.drawing.may_break(self.y)

    def space(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def rule(self, *, strong: bool = False) -> None:
        """Draw a rule across the sheet."""
        ink, thick = (self.theme.ink, 1.25) if strong else (self.theme.hair, 1.0)
        self.drawing.line(MARGIN, self.y, self.width - MARGIN, self.y, stroke=ink, width=thick)

    def head(
        self,
        *,
        small: Sequence[Words] = (),
        under: Sequence[Item] = (),
        beside: Item | None = None,
        sign: Item | None = None,
    ) -> None:
        """Draw the kind and what belongs to it in a small line, the title, and more under and beside it.

        A `sign` stands behind a title of one line.
        """
        room = self.inner - (420 if beside is not None else 0)
        setting, canvas = self.setting, self.view.canvas
        parts = [setting.words(part) for part in (self.view.kind.title, *small)]
        if canvas.organisation is not None:
            parts.append(setting.words(canvas.organisation))
        line = setting.text(" · ".join(parts), room, ink=self.theme.ink2, after=6)
        title: Item = setting.title(canvas.called, room - (40 if sign is not None else 0))
        if sign is not None and isinstance(title, Paragraph) and len(title.lines) == 1:
            behind = text_width(title.lines[0], title.size, title.style) + 14
            title = Columns(((0, title), (behind, Stack((Space(9), sign)))))
        left = Stack((line, title, *under))
        self.add(Columns(((0, left), (room + 60, beside))) if beside is not None else left)
        self.space(16)
        self.rule(strong=True)

    def foot(self, *, said: Sequence[str] = ()) -> None:
        """Draw the sources at the left, and who keeps the canvas, and since when, at the right."""
        kind, setting = self.view.kind, self.setting
        _ = setting.texts.gettext
        source: list[str] = [*said]
        if kind.attribution is not None:
            source.append(setting.words(kind.attribution))
        elif kind.cite is not None:
            source.append(_("Source: {source}.", source=setting.words(kind.cite).rstrip(".")))
        kept = self._kept()
        room = self.inner - (text_width(kept, 12) + 48 if kept else 0)
        if room < self.inner / 2:
            source, kept, room = [*source, kept], "", self.inner
        left = setting.small(" ".join(source), room, ink=self.theme.ink3)
        right = setting.small(kept, self.inner, ink=self.theme.ink3)
        self.add(Columns(((0, left), (self.inner - text_width(kept, 12), right))))

    def _kept(self) -> str:
        canvas, setting = self.view.canvas, self.setting
        _ = setting.texts.gettext
        parts = []
        if canvas.updated is not None:
            parts.append(_("Updated {date}.", date=setting.texts.date(canvas.updated)))
        # In a plan the owner is part of what it says, and stands among its rows.
        if isinstance(canvas.owner, Text) and not isinstance(canvas, Programme):
            parts.append(_("Owner: {owner}.", owner=setting.words(canvas.owner)))
        return " ".join(parts)

    def row(self, label: Words, content: Item, *, rule: bool = True, drop: float = 0) -> None:
        """Draw something beside its label, with a rule over it; `drop` lowers the label to larger text."""
        if rule:
            self.rule()
        self.space(16)
        room = LABELS - 24
        name = self.setting.text(label, room, style="semibold", role=2)
        self.add(Columns(((0, Stack((Space(drop), name))), (LABELS, content))))
        self.space(16)

    def columns(self, cells: Sequence[tuple[float, Sequence[Item]]]) -> Columns:
        """Put stacks side by side, each at how far right of the margin it begins."""
        return Columns(tuple((left, Stack(tuple(items))) for left, items in cells))

    def picture(self, description: str) -> Picture:
        """Return what was drawn."""
        return Picture(
            self.drawing,
            self.width,
            self.y + MARGIN - 16,
            title=self.view.title,
            description=description,
            language=self.view.language,
            ground=self.theme.page,
        )


def even_columns(count: int, gap: float, room: float = INNER) -> tuple[float, list[float]]:
    """Return the width of each of `count` columns across a room, and where each begins."""
    wide = (room - gap * (count - 1)) / count
    return wide, [number * (wide + gap) for number in range(count)]
