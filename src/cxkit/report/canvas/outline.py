"""The outline of a canvas of any kind: what it says in words, in the order in which one reads it.

Documents print it, each in its own way; pictures have their own.
"""

from __future__ import annotations

from typing import cast

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.completeness import completeness
from cxkit.canvas.journey import Journey
from cxkit.canvas.kind import Kind
from cxkit.canvas.maturity import Maturity
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import Persona
from cxkit.canvas.programme import Programme
from cxkit.canvas.reflection import Reflection
from cxkit.canvas.strategy import Strategy
from cxkit.report.canvas.outline_blocks import block_sections
from cxkit.report.canvas.outline_journey import journey_facts, journey_sections, journey_words
from cxkit.report.canvas.outline_maturity import maturity_facts, maturity_sections
from cxkit.report.canvas.outline_measurement import measurement_sections
from cxkit.report.canvas.outline_parts import (
    Cell,
    Fact,
    Facts,
    Item,
    Outline,
    Paragraph,
    Points,
    Said,
    Section,
    Table,
)
from cxkit.report.canvas.outline_persona import persona_facts, persona_sections
from cxkit.report.canvas.outline_programme import programme_sections
from cxkit.report.canvas.outline_reflection import reflection_sections
from cxkit.report.canvas.outline_strategy import strategy_sections
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.view import View

__all__ = [
    "Cell",
    "Fact",
    "Facts",
    "Item",
    "Outline",
    "Paragraph",
    "Points",
    "Said",
    "Section",
    "Table",
    "outline",
]


def outline(view: View[CanvasDocument]) -> Outline:
    """Return what a canvas says; every kind has an outline, a user's too."""
    teller = Teller(view)
    canvas = view.canvas
    kind_line: list[str] = [teller.said(view.kind.title)]
    if isinstance(canvas, Journey):
        kind_line += journey_words(canvas, teller)
    return Outline(
        title=teller.said(canvas.called),
        kind_line=" · ".join(kind_line),
        facts=(*_own_facts(canvas, teller), *_head(canvas, teller), _completeness(canvas, view.kind, teller)),
        sections=(*_sections(view, teller), *_notes(canvas, teller)),
        sources=_sources(view.kind, teller),
        nothing=teller.nothing,
    )


def _own_facts(canvas: CanvasDocument, teller: Teller) -> tuple[Fact, ...]:
    match canvas:
        case Journey():
            return journey_facts(canvas, teller)
        case BlockCanvas(persona_id=str(persona)):
            return (teller.fact(teller.texts.gettext("Persona"), teller.persona_name(persona)),)
        case Maturity():
            return maturity_facts(canvas, teller)
        case Persona():
            return persona_facts(canvas, teller)
    return ()


def _head(canvas: CanvasDocument, teller: Teller) -> tuple[Fact, ...]:
    _ = teller.texts.gettext
    day = teller.texts.date(canvas.updated) if canvas.updated is not None else None
    known = (
        (_("Organisation"), canvas.organisation),
        # In a plan the owner is part of what it says, and stands among its sections.
        (_("Owner"), None if isinstance(canvas, Programme) else canvas.owner),
        (_("Updated"), day),
    )
    return tuple(teller.fact(label, value) for label, value in known if value is not None)


def _completeness(canvas: CanvasDocument, kind: Kind, teller: Teller) -> Fact:
    texts = teller.texts
    measured = completeness(canvas, kind)
    said = texts.gettext(
        "{filled} of {all} places filled ({percent})",
        filled=texts.count(measured.filled),
        all=texts.count(len(measured.places)),
        percent=texts.percent(measured.percent, 0),
    )
    return teller.fact(texts.gettext("Filled"), said)


def _sections(view: View[CanvasDocument], teller: Teller) -> tuple[Section, ...]:
    match view.canvas:
        case Journey() as journey:
            return journey_sections(journey, teller)
        case BlockCanvas() as canvas:
            return block_sections(canvas, teller)
        case Measurement() as measurement:
            return measurement_sections(measurement, teller)
        case Maturity() as maturity:
            return maturity_sections(maturity, teller)
        case Strategy() as strategy:
            return strategy_sections(strategy, teller)
        case Programme() as programme:
            return programme_sections(programme, teller)
        case Persona() as persona:
            return persona_sections(persona, teller)
    return reflection_sections(cast(Reflection, view.canvas), teller)


def _notes(canvas: CanvasDocument, teller: Teller) -> tuple[Section, ...]:
    if not canvas.notes:
        return ()
    return (Section(teller.texts.gettext("Notes"), teller.notes(canvas.notes)),)


def _sources(kind: Kind, teller: Teller) -> tuple[str, ...]:
    _ = teller.texts.gettext
    said = [] if kind.cite is None else [_("Source: {source}.", source=teller.said(kind.cite).rstrip("."))]
    return tuple(said if kind.attribution is None else [*said, teller.said(kind.attribution)])
