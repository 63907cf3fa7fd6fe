"""A block canvas on one page: the published grid, notes in short lines, rows as high as needed."""

from __future__ import annotations

from dataclasses import dataclass

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.kind import Block, Kind
from cxkit.locale.texts import Texts
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.items import Item, Space, draw_all, height_of, paragraph
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.tokens import MARGIN, THEMES, Theme, ThemeName
from cxkit.report.canvas.view import View

_WIDTH = 1600
_PAD = 16
_LOWEST = 110
"""The least height of a whole grid row."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A block, or one half of it, with its place on the grid in halves of a row, from 0."""

    top: int
    bottom: int
    left: int
    right: int
    items: tuple[Item, ...]
    ground: str

    @property
    def height(self) -> float:
        return height_of(self.items) + 2 * _PAD


def block_picture(view: View[BlockCanvas], theme: ThemeName = "light") -> Picture:
    """Return the picture of a canvas whose kind has a grid."""
    canvas, kind, texts = view.canvas, view.kind, view.texts
    assert kind.size is not None
    colours = THEMES[theme]
    language = canvas.language or texts.language
    rows, columns = kind.size
    step = (_WIDTH - 2 * MARGIN) / columns
    fields = [field for block in kind.blocks for field in _fields(canvas, kind, block, texts, colours, step)]
    drawing = Drawing()
    title = canvas.called.get(texts.language, language)
    head = _head(kind.title.get(texts.language), title, canvas, texts, colours)
    draw_all(head, drawing, MARGIN, MARGIN)
    top = MARGIN + height_of(head) + 20
    edges = _edges(fields, rows, top)
    for field in fields:
        x, y = MARGIN + field.left * step, edges[field.top]
        drawing.rect(
            x,
            y,
            (field.right - field.left) * step,
            edges[field.bottom] - y,
            fill=field.ground,
            stroke=colours.line,
            stroke_width=1,
        )
        draw_all(field.items, drawing, x + _PAD, y + _PAD)
    foot = _foot(kind, canvas, texts, colours)
    draw_all(foot, drawing, MARGIN, edges[-1] + 20)
    return Picture(
        drawing,
        _WIDTH,
        edges[-1] + 20 + height_of(foot) + MARGIN - 16,
        title=title,
        description=f"{kind.title.get(texts.language)}. {kind.purpose.get(texts.language)}",
        language=texts.language,
        ground=colours.page,
    )


def _head(kind_title: str, title: str, canvas: BlockCanvas, texts: Texts, colours: Theme) -> list[Item]:
    room = _WIDTH - 2 * MARGIN
    language = texts.language
    small: list[str] = [kind_title]
    if canvas.organisation is not None:
        small.append(canvas.organisation.get(language))
    return [
        paragraph("  ·  ".join(small), room, language=language, ink=colours.ink2, after=4),
        paragraph(title, room, language=language, ink=colours.ink, size=34, leading=40, style="semibold"),
    ]


def _foot(kind: Kind, canvas: BlockCanvas, texts: Texts, colours: Theme) -> list[Item]:
    source = kind.attribution or kind.cite
    said = [source.get(texts.language)] if source is not None else []
    if canvas.owner is not None:
        said.append(texts.gettext("Owner: {owner}.", owner=canvas.owner.get(texts.language)))
    if canvas.updated is not None:
        said.append(texts.gettext("Updated {date}.", date=texts.date(canvas.updated)))
    line = "   ".join(part for part in said if part)
    room = _WIDTH - 2 * MARGIN
    return [paragraph(line, room, language=texts.language, ink=colours.ink3, size=12, leading=16)]


def _fields(
    canvas: BlockCanvas, kind: Kind, block: Block, texts: Texts, colours: Theme, step: float
) -> list[_Field]:
    row, column, high, wide = (float(number) for number in block.grid)
    top, bottom = round((row - 1) * 2), round((row - 1 + high) * 2)
    left, right = round(column - 1), round(column - 1 + wide)
    room = (right - left) * step - 2 * _PAD
    head = f"{block.n}  " if block.n is not None else ""
    language = texts.language
    heading = paragraph(
        head + block.title.get(language),
        room,
        language=language,
        ink=colours.ink,
        size=15,
        leading=20,
        style="semibold",
        after=8,
    )
    if not kind.halves:
        items = _notes(canvas, block, None, texts, colours, room)
        return [_Field(top, bottom, left, right, (heading, *items), colours.page)]
    inks = ((colours.customer_half, colours.customer_ink), (colours.provider_half, colours.provider_ink))
    middle = (top + bottom) // 2
    found = []
    for number, half in enumerate(kind.halves):
        ground, ink = inks[number % 2]
        name = paragraph(
            half.title.get(language),
            room,
            language=language,
            ink=ink,
            size=12,
            leading=16,
            style="semibold",
            after=6,
        )
        held = (name, *_notes(canvas, block, half.id, texts, colours, room))
        start, end = (top, middle) if number == 0 else (middle, bottom)
        found.append(_Field(start, end, left, right, (heading, *held) if number == 0 else held, ground))
    return found


def _notes(
    canvas: BlockCanvas, block: Block, half: str | None, texts: Texts, colours: Theme, room: float
) -> list[Item]:
    language = texts.language
    notes = canvas.notes_in(block.id, half)
    question = block.questions.get(half, block.question) if half is not None else block.question
    if not notes:
        text = question.get(language) if question is not None else texts.gettext("none identified")
        return [paragraph(text, room, language=language, ink=colours.ink3)]
    sign = "–" if len(notes) > 1 else ""
    written = [note.get(language, canvas.language or language) for note in notes]
    return [
        paragraph(text, room, language=language, ink=colours.ink, sign=sign, after=6) for text in written
    ] or [Space(0)]


def _edges(fields: list[_Field], rows: int, top: float) -> list[float]:
    """Return the y of every half row's top, and of the bottom, so that each field holds its text."""
    halves = [_LOWEST / 2] * (rows * 2)
    for field in sorted(fields, key=lambda one: one.bottom - one.top):
        missing = field.height - sum(halves[field.top : field.bottom])
        if missing > 0:
            for number in range(field.top, field.bottom):
                halves[number] += missing / (field.bottom - field.top)
    edges = [top]
    for height in halves:
        edges.append(edges[-1] + height)
    return edges
