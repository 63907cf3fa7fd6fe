"""A canvas as a Markdown document that can be handed in as it is; every text of the canvas stays literal."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit import escape
from cxkit.canvas.part import CanvasDocument
from cxkit.report.canvas.outline import outline
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
from cxkit.report.canvas.view import View

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
NOTHING = "–"
"""What stands in a cell of a table where nothing is known."""


def markdown(view: View[CanvasDocument]) -> str:
    """Return a canvas as Markdown with tables, the same for the same view."""
    return "\n\n".join(_blocks(outline(view))) + "\n"


def _blocks(found: Outline) -> Iterator[str]:
    yield f"# {_literal(found.title)}"
    yield _literal(found.kind_line)
    yield from _facts(Facts(found.facts), found)
    for section in found.sections:
        yield from _section(section, found)
    if found.sources:
        yield "---"
        yield from (_literal(source) for source in found.sources)


def _section(section: Section, found: Outline) -> Iterator[str]:
    yield f"{'#' * section.level} {_literal(section.title)}"
    if section.question is not None:
        yield _quiet(section.question)
    for item in section.items:
        title = "" if isinstance(item, Paragraph) else item.title
        if title:
            yield f"{'#' * (section.level + 1)} {_literal(title)}"
        yield from _item(item, found)


def _item(item: Item, found: Outline) -> Iterator[str]:
    match item:
        case Paragraph(text, quiet):
            yield _quiet(text) if quiet else _literal(text)
        case Points(entries, quiet=True):
            yield from (_quiet(entry) for entry in entries)
        case Points(entries):
            yield "\n".join(f"- {_literal(entry)}" for entry in entries)
        case Facts():
            yield from _facts(item, found)
        case Table():
            yield "\n".join(_rows(item))


def _facts(item: Facts, found: Outline) -> Iterator[str]:
    yield "\n".join(line for fact in item.facts for line in _fact(fact, found))


def _fact(fact: Fact, found: Outline) -> Iterator[str]:
    label = f"- **{_literal(fact.label)}:**"
    match fact.values:
        case ():
            yield f"{label} {_quiet(found.nothing)}"
        case (only,):
            yield f"{label} {_literal(only)}"
        case several:
            yield label
            yield from (f"  - {_literal(value)}" for value in several)


def _rows(table: Table) -> Iterator[str]:
    yield _row(map(_literal, table.header))
    yield _row("--:" if number in table.numbers else ":--" for number in range(len(table.header)))
    for row in table.rows:
        yield _row(map(_cell, row))


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return " · ".join(_literal(text) for text in cell) if cell else NOTHING


def _quiet(text: str) -> str:
    said = _literal(text)
    return f"*{said}*" if said else ""


def _literal(text: str) -> str:
    """Return Markdown that shows exactly ``text``, without the places at which a word may be broken.

    Those would be in the way of a search; spaces at the ends would make code of it.
    """
    return escape.markdown(escape.plain(text).replace(_SOFT_HYPHEN, "").strip())
