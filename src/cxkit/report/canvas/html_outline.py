"""The outline of a canvas as parts of a page: sections with those under them, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxkit.canvas.kind import Asked, Block, Kind
from cxkit.report.canvas.html_blocks import grid_area
from cxkit.report.canvas.outline import Facts, Item, Outline, Paragraph, Section, Table

NARROW = 4
"""Facts of a section that stands beside others; one with more is as wide as the page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section with the sections under it.

    ``name`` is the id that its kind gives it, ``area`` its place on the kind's grid; either may be empty.
    """

    title: str
    items: tuple[Item, ...]
    question: str
    parts: tuple[Part, ...]
    is_wide: bool
    name: str = ""
    area: str = ""


def parts(sections: Sequence[Section], level: int = 2) -> tuple[Part, ...]:
    """Return sections of a level as parts, with deeper ones under the one before them."""
    found: list[Part] = []
    at = 0
    while at < len(sections):
        below = at + 1
        while below < len(sections) and sections[below].level > level:
            below += 1
        found.append(_part(sections[at], parts(sections[at + 1 : below], level + 1)))
        at = below
    return tuple(found)


def placed(outline: Outline, kind: Kind) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return the parts of a canvas, on its kind's grid if it has one, and those that come after these."""
    every = parts(outline.sections)
    asked: tuple[Asked, ...] = kind.blocks or kind.stages or kind.sections or kind.fields
    own: list[Part] = []
    for of in asked:
        part = every[len(own)] if len(own) < len(every) else None
        if part is not None and _answers(part, of):
            area = grid_area(of)[0] if isinstance(of, Block) else ""
            own.append(replace(part, name=of.id, area=area))
    return tuple(own), every[len(own) :]


def kind_of(item: Item) -> str:
    """Return the word by which a template knows an item."""
    return type(item).__name__.lower()


def _part(section: Section, under: tuple[Part, ...]) -> Part:
    question = section.question or ""
    items = tuple(one for one in section.items if not (_is_empty(one) or (question and _is_quiet(one))))
    return Part(section.title, items, question, under, bool(under) or any(map(_is_wide, items)))


def _answers(part: Part, asked: Asked) -> bool:
    """Whether a part is about what a kind asks: of a persona, some answers stand in the head instead."""
    return any(part.title.endswith(words) for _language, words in asked.title.entries)


def _is_quiet(item: Item) -> bool:
    return isinstance(item, Paragraph) and item.quiet


def _is_empty(item: Item) -> bool:
    return (isinstance(item, Facts) and not item.facts) or (isinstance(item, Table) and not item.rows)


def _is_wide(item: Item) -> bool:
    return isinstance(item, Table) or (isinstance(item, Facts) and len(item.facts) > NARROW)
