"""An outline on the terminal: sections under a rule, facts, lists, and tables where they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from cxkit.report.canvas.outline_parts import (
    Cell,
    Fact,
    Facts,
    Item,
    Outline,
    Paragraph,
    Points,
    Section,
    Table,
)
from cxkit.report.canvas.terminal_paint import BOLD, GAP, QUIET, Brush, Line, safe

NOTHING = "–"
_NARROWEST = 12
_WIDEST_LABEL = 22


def section_lines(section: Section, found: Outline, width: int, brush: Brush) -> Iterator[str]:
    """Yield a section: its title, the question that nothing answers, and what it says."""
    yield ""
    yield from brush.said(section.title, width, BOLD)
    if section.level == 2:
        rule = min(width, max(cell_len(safe(section.title)), 3))
        yield brush.painted(Line("─" * rule, QUIET))
    if section.question is not None:
        yield from brush.said(section.question, width, QUIET, sign="?")
        return
    for item in section.items:
        if not isinstance(item, Paragraph) and item.title:
            yield from brush.said(item.title, width, BOLD)
        yield from item_lines(item, found, width, brush)


def item_lines(item: Item, found: Outline, width: int, brush: Brush) -> Iterator[str]:
    """Yield the lines of a paragraph, a list, facts or a table."""
    match item:
        case Paragraph(text, quiet):
            yield from brush.said(text, width, QUIET if quiet else "")
        case Points(entries, quiet=quiet):
            sign = "?" if quiet else "•"
            for entry in entries:
                yield from brush.said(entry, width, QUIET if quiet else "", sign=sign)
        case Facts(facts):
            yield from fact_lines(facts, found.nothing, width, brush)
        case Table():
            yield from _table(item, width, brush)


def fact_lines(facts: Sequence[Fact], nothing: str, width: int, brush: Brush) -> Iterator[str]:
    """Yield facts with their labels at the left, or above where there is no room beside them."""
    label = min(max((cell_len(safe(fact.label)) for fact in facts), default=0), _WIDEST_LABEL)
    room = width - label - len(GAP)
    for fact in facts:
        quiet = QUIET if not fact.values else ""
        values = fact.values or (nothing,)
        if room < _NARROWEST:
            yield from brush.said(fact.label, width, QUIET)
            for value in values:
                yield from brush.said(value, width, quiet, sign=" ")
            continue
        sign = "•" if len(values) > 1 else ""
        said = [line for value in values for line in brush.lines(value, room, quiet, sign=sign)]
        yield from brush.beside([(brush.lines(fact.label, label, QUIET), label), (said, room)])


def _table(table: Table, width: int, brush: Brush) -> Iterator[str]:
    rows = [table.header, *(tuple(_cell(cell) for cell in row) for row in table.rows)]
    columns = [list(map(safe, column)) for column in zip(*rows, strict=True)]
    widths = _widths([max(cell_len(text) for text in column) for column in columns], width)
    if widths is None:
        for number, row in enumerate(table.rows):
            if number:
                yield ""
            facts = [Fact(head, cell) for head, cell in zip(table.header, row, strict=True) if any(cell)]
            yield from fact_lines(facts, NOTHING, width, brush)
        return
    for number, texts in enumerate(zip(*columns, strict=True)):
        cells = []
        for at, text in enumerate(texts):
            lines = brush.lines(text, widths[at], "" if number else QUIET)
            if at in table.numbers:
                lines = [Line(" " * (widths[at] - line.width) + line.text, line.style) for line in lines]
            cells.append((lines, widths[at]))
        yield from brush.beside(cells)


def _cell(cell: Cell) -> str:
    return " · ".join(safe(text) for text in cell) or NOTHING


def _widths(natural: list[int], width: int) -> list[int] | None:
    """Make the widest columns narrower until all fit; None when they would become too narrow to read."""
    room = width - len(GAP) * (len(natural) - 1)
    widths = [min(one, max(room, 1)) for one in natural]
    while sum(widths) > room:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= _NARROWEST:
            return None
        widths[widest] -= 1
    return widths
