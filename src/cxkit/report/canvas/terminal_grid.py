"""The published grid of a block canvas on the terminal, for paper that is wide enough.

Blocks keep their places and proportions; rows grow with what stands in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from cxkit.canvas.kind import Block, Kind
from cxkit.report.canvas.outline_parts import Facts, Item, Paragraph, Points, Section, Table
from cxkit.report.canvas.terminal_paint import BOLD, QUIET, Brush, Line

NARROWEST = 14
"""Cells inside a block below which the grid is not worth looking at."""

WIDEST = 160
_PAD = 1
_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8
_JOINTS = {
    0: " ",
    _LEFT | _RIGHT: "─",
    _UP | _DOWN: "│",
    _DOWN | _RIGHT: "┌",
    _DOWN | _LEFT: "┐",
    _UP | _RIGHT: "└",
    _UP | _LEFT: "┘",
    _UP | _DOWN | _RIGHT: "├",
    _UP | _DOWN | _LEFT: "┤",
    _DOWN | _LEFT | _RIGHT: "┬",
    _UP | _LEFT | _RIGHT: "┴",
    _UP | _DOWN | _LEFT | _RIGHT: "┼",
}


@dataclass(frozen=True, slots=True)
class _Box:
    """A block with its edges on the paper, in cells, and its content."""

    left: int
    right: int
    top: Fraction
    bottom: Fraction
    lines: list[Line]


def grid_lines(kind: Kind, sections: Sequence[Section], width: int, brush: Brush) -> list[str] | None:
    """Return the grid with a section in each block of the kind, in its order; None on narrow paper."""
    assert kind.size is not None
    width = min(width, WIDEST)
    edges = {block.id: _sides(block, int(kind.size[1]), width) for block in kind.blocks}
    if min(right - left - 1 - 2 * _PAD for left, right in edges.values()) < NARROWEST:
        return None
    boxes = []
    for block, section in zip(kind.blocks, sections, strict=True):
        left, right = edges[block.id]
        row, _, rows, _ = map(Fraction, block.grid)
        content = list(_content(section, right - left - 1 - 2 * _PAD, brush))
        boxes.append(_Box(left, right, row, row + rows, content))
    return list(_drawn(boxes, width, brush))


def _sides(block: Block, columns: int, width: int) -> tuple[int, int]:
    """Return the cells of a block's left and right edge."""
    _, column, _, span = block.grid
    return tuple(int((at - 1) * (width - 1) / columns) for at in (column, column + span))  # type: ignore[return-value]


def _content(section: Section, width: int, brush: Brush) -> Iterator[Line]:
    yield from brush.lines(section.title, width, BOLD)
    if section.question is not None:
        yield from brush.lines(section.question, width, QUIET, sign="?")
        return
    for item in section.items:
        yield from _item(item, width, brush)


def _item(item: Item, width: int, brush: Brush) -> Iterator[Line]:
    match item:
        case Paragraph(text, quiet):
            yield from brush.lines(text, width, QUIET if quiet else "")
        case Points(entries, title, quiet):
            if title:
                yield Line("")
                yield from brush.lines(f"{title}:", width, QUIET)
            for entry in entries:
                yield from brush.lines(entry, width, QUIET if quiet else "", sign="?" if quiet else "•")
        case Facts(facts):
            for fact in facts:
                yield from brush.lines(f"{fact.label}: {'; '.join(fact.values)}", width)
        case Table(rows=rows):
            for row in rows:
                yield from brush.lines(" · ".join(text for cell in row for text in cell), width, sign="•")


def _heights(boxes: list[_Box]) -> dict[Fraction, int]:
    """Return the line on which each horizontal edge is drawn: as near as the contents allow."""
    edges = sorted({edge for box in boxes for edge in (box.top, box.bottom)})
    lines = {edges[0]: 0}
    for before, edge in pairwise(edges):
        ending = (lines[box.top] + len(box.lines) + 1 for box in boxes if box.bottom == edge)
        lines[edge] = max(lines[before] + 2, *ending, 0)
    return lines


def _drawn(boxes: list[_Box], width: int, brush: Brush) -> Iterator[str]:
    lines = _heights(boxes)
    height = max(lines.values()) + 1
    joints = [[0] * width for _ in range(height)]
    for box in boxes:
        _frame(joints, box.left, box.right, lines[box.top], lines[box.bottom])
    cells = [[brush.painted(Line(_JOINTS[joint])) for joint in row] for row in joints]
    for box in boxes:
        for number, line in enumerate(box.lines, 1):
            row, begin = cells[lines[box.top] + number], box.left + 1 + _PAD
            if line.width:
                row[begin : begin + line.width] = [brush.painted(line), *[""] * (line.width - 1)]
    yield from ("".join(row).rstrip() for row in cells)


def _frame(joints: list[list[int]], left: int, right: int, top: int, bottom: int) -> None:
    """Draw the frame of a block; where frames meet, their lines join."""
    for row in (top, bottom):
        for at in range(left, right):
            joints[row][at] |= _RIGHT
            joints[row][at + 1] |= _LEFT
    for at in (left, right):
        for row in range(top, bottom):
            joints[row][at] |= _DOWN
            joints[row + 1][at] |= _UP
