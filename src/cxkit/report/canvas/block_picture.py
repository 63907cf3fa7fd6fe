"""A block canvas on one page: the published grid, notes in short lines, rows as high as they need to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.kind import Block
from cxkit.documents.base import Text
from cxkit.report.canvas.items import Columns, Item, Space, Stack
from cxkit.report.canvas.layout import INNER, WIDTH, Layout, even_columns
from cxkit.report.canvas.persona_sign import persona_beside
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.tokens import MARGIN, ThemeName
from cxkit.report.canvas.view import View

_PAD = 16
_SIZES = ((16.0, 24.0), (15.0, 22.0), (14.0, 20.0), (13.0, 19.0))
"""Sizes of notes with their leading, from the largest: the first is taken that keeps to a lying A3 sheet."""
_HIGHEST = 820.0
"""How high a grid may be on such a sheet."""
_LOWEST = 132.0
"""The least height of a whole grid row."""
_COLUMN, _FEW = 300.0, 3
"""Notes of a wide block stand in columns, where there are more than a few."""
_NARROWEST = 150.0
"""The least width of a block; the sheet grows for it."""
_SEAM = 5.0
"""Between blocks that are told apart by their ground."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A block, or one half of it, with its place on the grid in halves of a row, from 0."""

    top: int
    bottom: int
    left: int
    right: int
    content: Stack
    ground: str

    @property
    def height(self) -> float:
        return self.content.height + 2 * _PAD


def block_picture(view: View[BlockCanvas], theme: ThemeName = "light") -> Picture:
    """Return the picture of a canvas whose kind has a grid."""
    assert view.kind.size is not None
    rows, columns = view.kind.size
    narrowest = min((float(block.grid[3]) for block in view.kind.blocks), default=1)
    step = max(INNER / columns, _NARROWEST / narrowest)
    layout = Layout(view, theme, max(WIDTH, columns * step + 2 * MARGIN))
    layout.head(beside=persona_beside(view, layout.setting))
    for sizes in _SIZES:
        fields = [one for block in view.kind.blocks for one in _fields(view, block, layout, step, sizes)]
        edges = _edges(fields, rows)
        if edges[-1] <= _HIGHEST:
            break
    layout.space(20 if view.kind.halves else 0)
    for field in fields:
        _draw(layout, field, step, edges)
    layout.drawing.may_break(layout.y)
    layout.space(edges[-1])
    if not view.kind.halves:
        layout.rule(strong=True)
    layout.space(18)
    layout.foot()
    return layout.picture(" ".join([f"{view.words(view.kind.title)}.", *_told(view)]))


def _told(view: View[BlockCanvas]) -> Iterator[str]:
    """What the blocks hold, in sentences, for those who do not see the picture."""
    for block in view.kind.blocks:
        halves: list[tuple[str | None, str]] = [
            (half.id, view.words(half.title)) for half in view.kind.halves
        ]
        for half, name in halves or [(None, "")]:
            notes = view.all_words(view.canvas.notes_in(block.id, half))
            if notes:
                where = f"{view.words(block.title)} ({name})" if name else view.words(block.title)
                yield f"{where}: {'; '.join(note.rstrip('.') for note in notes)}."


def _draw(layout: Layout, field: _Field, step: float, edges: Sequence[float]) -> None:
    """Draw a block: with halves on a ground of its own, else with hairlines towards its neighbours."""
    drawing, theme = layout.drawing, layout.theme
    x, y = MARGIN + field.left * step, layout.y + edges[field.top]
    wide, high = (field.right - field.left) * step, edges[field.bottom] - edges[field.top]
    last = field.right * step > layout.inner - 1
    if field.ground:
        below = _SEAM if layout.view.kind.halves and field.ground == theme.provider_half else 0
        drawing.rect(x, y, wide - (0 if last else _SEAM), high - below, fill=field.ground)
    else:
        if not last:
            drawing.line(x + wide, y, x + wide, y + high, stroke=theme.line)
        if field.bottom < len(edges) - 1:
            drawing.line(x, y + high, x + wide, y + high, stroke=theme.line)
    field.content.draw(drawing, x + _indent(field.left, field.ground), y + _PAD)


def _indent(column: int, ground: str) -> float:
    """How far right of its edge a block's text begins: at the margin where no ground and no line is."""
    return 0 if column == 0 and not ground else _PAD


def _fields(
    view: View[BlockCanvas], block: Block, layout: Layout, step: float, sizes: tuple[float, float]
) -> Iterator[_Field]:
    row, column, high, wide = (float(number) for number in block.grid)
    top, bottom = round((row - 1) * 2), round((row - 1 + high) * 2)
    left, right = round(column - 1), round(column - 1 + wide)
    setting, theme = layout.setting, layout.theme
    flush = not view.kind.halves and left == 0
    room = (right - left) * step - (_PAD if flush else 2 * _PAD) - _SEAM
    heading = _heading(block, setting, room)
    if not view.kind.halves:
        content = Stack(
            (heading, _notes(view, block, None, setting, room, sizes), *_loops(view, block, setting, room))
        )
        yield _Field(top, bottom, left, right, content, "")
        return
    inks = ((theme.customer_half, theme.customer_ink), (theme.provider_half, theme.provider_ink))
    middle = (top + bottom) // 2
    for number, half in enumerate(view.kind.halves):
        ground, ink = inks[number % 2]
        name = setting.text(half.title, room, size=12, leading=16, style="semibold", ink=ink, after=6)
        notes = _notes(view, block, half.id, setting, room, sizes)
        if number == 0:
            yield _Field(top, middle, left, right, Stack((heading, name, notes)), ground)
        else:
            more = _loops(view, block, setting, room)
            yield _Field(middle, bottom, left, right, Stack((name, notes, *more)), ground)


def _heading(block: Block, setting: Setting, room: float) -> Item:
    def title(across: float) -> Item:
        return setting.text(block.title, across, size=16, leading=21, style="semibold", after=8, role=2)

    if block.n is None:
        return title(room)
    number = setting.text(str(block.n), 26, size=16, leading=21, ink=setting.theme.ink3)
    return Columns(((0, number), (22, title(room - 22))))


def _notes(
    view: View[BlockCanvas],
    block: Block,
    half: str | None,
    setting: Setting,
    room: float,
    sizes: tuple[float, float],
) -> Item:
    size, leading = sizes
    question = block.questions.get(half, block.question) if half is not None else block.question
    notes = view.canvas.notes_in(block.id, half)
    across = min(int(room // _COLUMN), ceil(len(notes) / _FEW))
    if across < 2:
        return setting.notes(notes, room, empty=question, size=size, leading=leading, after=5)
    wide, lefts = even_columns(across, 24, room)
    each = ceil(len(notes) / across)
    cells = [
        (left, setting.notes(part, wide, sign="–", size=size, leading=leading, after=5, always=True))
        for left, part in zip(lefts, _batches(notes, each), strict=False)
    ]
    return Columns(tuple(cells))


def _batches(notes: Sequence[Text], each: int) -> Iterator[Sequence[Text]]:
    for start in range(0, len(notes), each):
        yield notes[start : start + each]


def _loops(view: View[BlockCanvas], block: Block, setting: Setting, room: float) -> Iterator[Item]:
    """Say in words which blocks a block leads to; the grid leaves no room for arrows."""
    names = {one.n: f"{one.n} {view.words(one.title)}" for one in view.kind.blocks if one.n is not None}
    goals = [names[end] for start, end in view.kind.loops if start == block.n]
    if goals:
        yield Space(8)
        yield setting.text(", ".join(goals), room, size=12, leading=17, ink=setting.theme.ink2, sign="→")


def _edges(fields: Sequence[_Field], rows: int) -> list[float]:
    """Return how far down every half row begins, and the last ends, so that each field holds its text."""
    halves = [_LOWEST / 2] * (rows * 2)
    for field in sorted(fields, key=lambda one: one.bottom - one.top):
        missing = field.height - sum(halves[field.top : field.bottom])
        if missing > 0:
            for number in range(field.top, field.bottom):
                halves[number] += missing / (field.bottom - field.top)
    edges = [0.0]
    for height in halves:
        edges.append(edges[-1] + height)
    return edges
