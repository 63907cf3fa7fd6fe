"""A canvas of blocks as a page shows it: each block with its notes and its place on the published grid."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.kind import Block, Kind
from cxkit.report.canvas.html_text import Wording
from cxkit.report.canvas.view import View


@dataclass(frozen=True, slots=True)
class Half:
    """A half of a block, or the whole of one without halves, which has no name."""

    number: int
    name: Markup
    notes: tuple[Markup, ...]
    question: Markup


@dataclass(frozen=True, slots=True)
class BlockPart:
    """A block; ``area`` is its place on the grid, whose rows are halved so that halves of rows are whole."""

    number: str
    title: Markup
    area: str
    rows: int
    halves: tuple[Half, ...]


@dataclass(frozen=True, slots=True)
class BlockGrid:
    """The blocks in the order of the kind, on a grid of halved rows."""

    rows: int
    columns: int
    blocks: tuple[BlockPart, ...]


def block_grid(view: View[BlockCanvas], wording: Wording) -> BlockGrid:
    """Return the blocks of a canvas."""
    kind = view.kind
    assert kind.size is not None
    rows, columns = kind.size
    return BlockGrid(2 * rows, columns, tuple(_block(view, wording, block) for block in kind.blocks))


def grid_area(block: Block) -> tuple[str, int]:
    """Return the place of a block for a style sheet, on halved rows, and how many of these it spans."""
    row, column, high, wide = (float(number) for number in block.grid)
    top, rows = round((row - 1) * 2) + 1, round(high * 2)
    left, columns = round(column), round(wide)
    return f"{top} / {left} / span {rows} / span {columns}", rows


def _block(view: View[BlockCanvas], wording: Wording, block: Block) -> BlockPart:
    area, rows = grid_area(block)
    number = "" if block.n is None else str(block.n)
    halves = tuple(_halves(view.kind, view.canvas, wording, block))
    return BlockPart(number, wording.title(block.title), area, rows, halves)


def _halves(kind: Kind, canvas: BlockCanvas, wording: Wording, block: Block) -> list[Half]:
    if not kind.halves:
        notes = tuple(wording.all(canvas.notes_in(block.id)))
        return [Half(0, Markup(""), notes, wording.write(block.question))]
    return [
        Half(
            number % 2 + 1,
            wording.write(half.title),
            tuple(wording.all(canvas.notes_in(block.id, half.id))),
            wording.write(block.questions.get(half.id, block.question)),
        )
        for number, half in enumerate(kind.halves)
    ]
