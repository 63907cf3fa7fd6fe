"""The outline of a canvas of blocks: a section for each block, in the order of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.kind import Block
from cxkit.canvas.persona import PersonaInFull
from cxkit.report.canvas.outline_parts import Item, Points, Said, Section
from cxkit.report.canvas.outline_persona import persona_section
from cxkit.report.canvas.teller import Teller


def block_sections(canvas: BlockCanvas, teller: Teller) -> tuple[Section, ...]:
    """A section for each block, after that of a persona in full; an empty block shows its question."""
    blocks = tuple(_block(block, canvas, teller) for block in teller.view.kind.blocks)
    if not isinstance(canvas.persona, PersonaInFull):
        return blocks
    return (persona_section(canvas.persona.id, teller, level=2), *blocks)


def block_title(block: Block, teller: Teller) -> Said:
    """Return the title of a block after its number, if it has one."""
    title = teller.said(block.title)
    return title if block.n is None else Said(f"{block.n} {title}", title.language)


def _block(block: Block, canvas: BlockCanvas, teller: Teller) -> Section:
    title = block_title(block, teller)
    if teller.view.kind.halves:
        return Section(title, tuple(_halves(block, canvas, teller)))
    notes = canvas.notes_in(block.id)
    return Section(title, teller.notes(notes), question=teller.question(block, answered=bool(notes)))


def _halves(block: Block, canvas: BlockCanvas, teller: Teller) -> Iterator[Item]:
    for half in teller.view.kind.halves:
        title = teller.said(half.title)
        notes = teller.cell(canvas.notes_in(block.id, half.id))
        if notes:
            yield Points(notes, title=title)
            continue
        asked = block.questions.get(half.id, block.question)
        yield Points((teller.nothing,) if asked is None else (teller.said(asked),), title=title, quiet=True)
