"""A canvas on the terminal, of any kind and at any width: what it is, how full it is, what it says.

Journeys are drawn as a map; the other kinds are told as their outline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.completeness import Completeness, completeness
from cxkit.canvas.journey import Journey
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import PersonaInFull
from cxkit.report.canvas.outline import outline
from cxkit.report.canvas.outline_parts import Outline
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.terminal_curve import SIGNS
from cxkit.report.canvas.terminal_grid import grid_lines
from cxkit.report.canvas.terminal_journey import JourneyMap
from cxkit.report.canvas.terminal_outline import fact_lines, section_lines
from cxkit.report.canvas.terminal_paint import BOLD, QUIET, Brush
from cxkit.report.canvas.view import View
from cxkit.report.terminal_table import Paper

WIDTH = 100
"""Cells a line where nobody looks on a terminal, so that what is written to a file is the same everywhere."""

_WIDEST_TEXT = 100
_BAR = 20
_MISSING = 5


def terminal_lines(view: View[CanvasDocument], paper: Paper) -> Iterator[str]:
    """Yield the lines of a canvas, without line ends."""
    width = WIDTH if paper.width is None else max(paper.width, 1)
    text = min(width, _WIDEST_TEXT)
    found, teller, brush = outline(view), Teller(view), Brush(paper, view.language)
    yield from brush.said(found.title, text, BOLD)
    yield from brush.said(found.kind_line, text, QUIET)
    yield from _fullness(completeness(view.canvas, view.kind), teller, text, brush)
    filled = teller.texts.gettext("Filled")
    facts = tuple(fact for fact in found.facts if fact.label != filled)
    if facts:
        yield ""
        yield from fact_lines(facts, found.nothing, text, brush)
    if isinstance(view.canvas, Journey):
        yield from _journey(view.canvas, found, teller, width, brush)
    else:
        sections = found.sections
        if isinstance(view.canvas, BlockCanvas):
            before = int(isinstance(view.canvas.persona, PersonaInFull))
            end = before + len(view.kind.blocks)
            grid = grid_lines(view.kind, sections[before:end], width, brush)
            if grid is not None:
                yield ""
                yield from grid
                sections = (*sections[:before], *sections[end:])
        for section in sections:
            yield from section_lines(section, found, text, brush)
    if found.sources:
        yield ""
        for source in found.sources:
            yield from brush.said(source, text, QUIET)


def _fullness(found: Completeness, teller: Teller, width: int, brush: Brush) -> Iterator[str]:
    """Yield how full the canvas is as a bar and in words, and the first places that are empty."""
    texts = teller.texts
    words = texts.gettext(
        "{filled} of {all} places filled ({percent})",
        filled=texts.count(found.filled),
        all=texts.count(len(found.places)),
        percent=texts.percent(found.percent, 0),
    )
    full = _BAR * found.filled // len(found.places)
    bar = "█" * full + "░" * (_BAR - full)
    yield ""
    shown = f"{bar} {words}" if width >= 2 * _BAR else words
    yield from brush.said(shown, width)
    if not found.missing:
        return
    groups = [
        (name, [teller.said(place.title) for place in places])
        for name, places in groupby(
            found.missing, key=lambda one: None if one.touchpoint is None else teller.said(one.touchpoint)
        )
    ]
    said: list[str] = []
    left = _MISSING
    for name, titles in groups:
        titles = list(dict.fromkeys(titles))
        taken, left = titles[:left], left - len(titles[:left])
        if taken:
            said.append(", ".join(taken) if name is None else f"{name}: {', '.join(taken)}")
    more = sum(len(set(titles)) for _, titles in groups) - (_MISSING - left)
    line = texts.gettext("Still empty: {places}", places="; ".join(said))
    if more:
        line += " " + texts.gettext("and {number} more", number=texts.count(more))
    yield from brush.said(line, width, QUIET)


def _journey(journey: Journey, found: Outline, teller: Teller, width: int, brush: Brush) -> Iterator[str]:
    """Yield what stands out, who walks it, the map, and the notes."""
    text = min(width, _WIDEST_TEXT)
    standing = teller.texts.gettext("What stands out")
    for section in found.sections:
        if section.title == standing:
            yield from section_lines(replace(section, level=3), found, text, brush)
    if journey.persona_ids:
        yield ""
    for number, identifier in enumerate(journey.persona_ids):
        persona = teller.persona(identifier)
        said = str(teller.persona_name(identifier))
        if persona is not None and persona.quote is not None:
            quote = teller.texts.gettext("“{thought}”", thought=teller.said(persona.quote))
            said = f"{said}: {quote}"
        sign = SIGNS[number % len(SIGNS)]
        yield from brush.said(said, text, sign=sign)
    yield from JourneyMap(journey, teller, width, brush).lines()
    if journey.notes:
        for item in (section for section in found.sections[-1:]):
            yield from section_lines(item, found, text, brush)
