"""The measurement canvas as a loop: down the left column, up the right one, with what the analysis feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from cxkit.canvas.completeness import is_filled
from cxkit.canvas.kind import Block
from cxkit.canvas.measurement import ComparedWith, LeadershipBlock, Measurement, OrganisationBlock
from cxkit.documents.base import Text
from cxkit.report.canvas.items import Columns, Item, Rule, Space, Stack
from cxkit.report.canvas.layout import INNER, Layout
from cxkit.report.canvas.measurement_tables import analyses, data_table, path_table, personas
from cxkit.report.canvas.measuring import width as text_width
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.signs import draw_arrow
from cxkit.report.canvas.tokens import MARGIN, ThemeName
from cxkit.report.canvas.view import View

_GUTTER = 104.0
_BETWEEN = 44.0
"""Between the rows of blocks, where arrows run."""
_WIDE = (INNER - _GUTTER) / 2
_PAD = 20.0
_ROOM = _WIDE - 2 * _PAD
_LABEL = 148.0


def measurement_picture(view: View[Measurement], theme: ThemeName = "light") -> Picture:
    """Return the picture of a measurement canvas."""
    layout = Layout(view, theme)
    layout.head()
    layout.space(28)
    places = _draw_blocks(layout, view)
    _draw_arrows(layout, view, places)
    layout.space(8)
    layout.foot()
    return layout.picture(_description(view))


Place = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""
Places = dict[int, Place]
"""Where a block is by its number."""


def _draw_blocks(layout: Layout, view: View[Measurement]) -> Places:
    """Draw the blocks in the order of their numbers, in which they are read, and say where they are."""
    contents = {block.id: Stack(tuple(_contents(block, view, layout.setting))) for block in view.kind.blocks}
    tops: dict[Decimal, tuple[float, float]] = {}
    for row in sorted({block.grid[0] for block in view.kind.blocks}):
        inside = [contents[block.id].height for block in view.kind.blocks if block.grid[0] == row]
        tops[row] = layout.y, layout.y + max(inside) + 2 * _PAD
        layout.space(tops[row][1] - layout.y + _BETWEEN)
        layout.drawing.may_break(layout.y - _BETWEEN + 3)
    layout.space(8 - _BETWEEN)
    places: Places = {}
    for block in sorted(view.kind.blocks, key=lambda one: one.n or 0):
        x = MARGIN + (0 if block.grid[1] == 1 else _WIDE + _GUTTER)
        top, bottom = tops[block.grid[0]]
        layout.drawing.rect(x, top, _WIDE, bottom - top, fill=layout.theme.surface)
        layout.drawing.line(x, top, x + _WIDE, top, stroke=layout.theme.ink, width=1.25)
        contents[block.id].draw(layout.drawing, x + _PAD, top + _PAD)
        places[block.n or 0] = (x, top, x + _WIDE, bottom)
    return places


def _contents(block: Block, view: View[Measurement], setting: Setting) -> Iterator[Item]:
    number = setting.text(str(block.n or ""), 24, size=20, leading=26, ink=setting.theme.ink3)
    yield Columns(((0, number), (26, setting.heading(block.title, _ROOM - 26, after=12))))
    held: Any = getattr(view.canvas.blocks, block.id, None)
    if not is_filled(held):
        yield setting.grey(block.question or "", _ROOM)
        return
    match block.holds:
        case "leadership":
            yield from _leadership(held, setting)
        case "personas":
            yield personas(view, setting, _ROOM)
        case "path":
            yield path_table(view, setting, _ROOM)
        case "data":
            yield data_table(held.data, setting, _ROOM)
        case "analyses":
            yield analyses(view, setting, _ROOM)
        case _:
            yield from _organisation(held, setting)


def _leadership(held: LeadershipBlock, setting: Setting) -> Iterator[Item]:
    _ = setting.texts.gettext
    yield from _facts(
        [
            (_("Why we want customer understanding"), held.why),
            (_("What we gain"), held.gains),
            (_("How we react"), held.reactions),
            (_("In the short term"), held.short_term),
            (_("In the long term"), held.long_term),
        ],
        setting,
    )


def _organisation(held: OrganisationBlock, setting: Setting) -> Iterator[Item]:
    _ = setting.texts.gettext
    beside = held.compared_with or ComparedWith()
    yield from _facts(
        [
            (_("How we use the data"), held.use),
            (_("How it is shared"), held.sharing),
            (_("What it changes in our work"), held.changes),
            (_("How fast we react"), held.reaction_time),
            (_("Operational metrics beside it"), beside.operational),
            (_("Business metrics beside it"), beside.business),
        ],
        setting,
    )


def _facts(facts: Iterable[tuple[str, Sequence[Text]]], setting: Setting) -> Iterator[Item]:
    for number, (label, notes) in enumerate(facts):
        if number:
            yield Rule(_ROOM, setting.theme.hair, above=4, below=8)
        name = setting.text(label, _LABEL - 16, size=12, leading=19, ink=setting.theme.ink2)
        yield Columns(((0, name), (_LABEL, setting.notes(notes, _ROOM - _LABEL, after=2))))
    yield Space(2)


def _draw_arrows(layout: Layout, view: View[Measurement], places: Places) -> None:
    """Draw the way from each block to the next and round, and dashed what the loops update."""
    ink, blue = layout.theme.ink2, layout.theme.customer_ink
    numbers = sorted(places)
    for number, following in zip(numbers, [*numbers[1:], numbers[0]], strict=True):
        draw_arrow(layout.drawing, _way(places[number], places[following], 0), ink=ink, width=1.5)
    word = view.texts.gettext("updates")
    for start, end in view.kind.loops:
        points = _way(places[start], places[end], 1)
        draw_arrow(layout.drawing, points, ink=blue, width=1.5, dash="5 4")
        (x0, y0), (x1, y1) = points[:2]
        if x0 == x1:
            layout.drawing.text([word], x0 + 12, (y0 + y1) / 2 + 4, size=12, ink=blue)
        elif len(points) == 2:
            x = (x0 + x1) / 2 - text_width(word, 12) / 2
            layout.drawing.text([word], x, y0 + 18, size=12, ink=blue)


def _way(start: Place, end: Place, lane: int) -> list[tuple[float, float]]:
    """Return the points of an arrow between two blocks; arrows of one lane lie beside those of the other."""
    if start[0] == end[0]:
        x = start[0] + _PAD + 7 + 56 * lane
        if start[1] < end[1]:
            return [(x, start[3] + 6), (x, end[1] - 6)]
        return [(x, start[1] - 6), (x, end[3] + 6)]
    x0, x1 = (start[0] - 6, end[2] + 6) if start[0] > end[0] else (start[2] + 6, end[0] - 6)
    if start[1] == end[1]:
        y = start[1] + _PAD + 13 + 36 * lane
        return [(x0, y), (x1, y)]
    y0, y1, middle = start[1] + _PAD + 13, end[3] - 40, (x0 + x1) / 2
    return [(x0, y0), (middle, y0), (middle, y1), (x1, y1)]


def _description(view: View[Measurement]) -> str:
    texts, canvas = view.texts, view.canvas
    said = [view.words(view.kind.title), view.words(view.kind.purpose)]
    said += [
        texts.ngettext("{number} touchpoint", "{number} touchpoints", len(canvas.touchpoints)),
        texts.ngettext("{number} data item", "{number} data items", len(canvas.data_items)),
        texts.ngettext("{number} analysis", "{number} analyses", len(canvas.analyses)),
    ]
    return ". ".join(part.rstrip(".") for part in said) + "."
