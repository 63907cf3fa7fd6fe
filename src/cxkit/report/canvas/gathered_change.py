"""What the canvases say to what could change: best opportunities, what customers hope for, what hinders."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.journey import Journey
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.programme import Programme
from cxkit.canvas.standouts import best_opportunities, low_points, worth
from cxkit.report.canvas.folder import Source, Told, told, told_kind
from cxkit.report.canvas.gathered_journey import low_point, opportunities
from cxkit.report.canvas.outline_parts import Fact, Facts, Item, Paragraph, Points, Table
from cxkit.report.canvas.teller import Teller

_BEST = 5

_SHOWN: dict[str, tuple[tuple[str, str | None], ...]] = {
    "slbmc": (
        ("customer_world", "customer"),
        ("value_proposition", "provider"),
        ("cost_structure", "customer"),
    ),
    "bmc": (("customer_segments", None), ("value_propositions", None)),
    "empathy": (("pains", None), ("gains", None)),
}
"""Blocks, and halves of blocks, that tell what the customer hopes for and what it takes."""


def change(teller: Teller) -> Iterator[Item | Source]:
    """Tell what could change, the journeys' opportunities first."""
    yield from _from_journeys(teller)
    for kind, blocks in _SHOWN.items():
        for one in told_kind(teller.view, kind):
            facts = tuple(_blocks(one, blocks))
            if facts:
                yield Paragraph(_tells(one))
                yield Facts(facts)
                yield one.source
    yield from _against(teller)


def _from_journeys(teller: Teller) -> Iterator[Item | Source]:
    _ = teller.texts.gettext
    every = told(teller.view, Journey)
    found = [(one, chance) for one in every for chance in best_opportunities(one.canvas)]
    found.sort(key=lambda entry: -worth(entry[1].opportunity))
    if found:
        title = _("Opportunities, most value for the effort first")
        yield opportunities(found[:_BEST], teller, title=title, whence=len(every) > 1)
        yield from (one.source for one, _chance in found[:_BEST])
    for one in every:
        unanswered = [low for low in low_points(one.canvas) if not low.touchpoint.opportunities]
        if unanswered:
            title = _("Low points that no opportunity answers yet")
            yield Points(tuple(low_point(low, one.teller) for low in unanswered), title=title)
            yield one.source


def _tells(one: Told[CanvasDocument]) -> str:
    """Say what the blocks that are shown of a canvas are about."""
    _, title = one.teller.texts.gettext, one.title
    said = {
        "slbmc": _(
            "“{title}” says what the customer hopes for, what is promised and what it takes.", title=title
        ),
        "bmc": _("“{title}” says who the customers are and what they are promised.", title=title),
        "empathy": _("“{title}” says what troubles the customer and what would be a success.", title=title),
    }
    return said[one.canvas.kind]


def _blocks(one: Told[CanvasDocument], blocks: tuple[tuple[str, str | None], ...]) -> Iterator[Fact]:
    assert isinstance(one.canvas, BlockCanvas)
    kind = one.teller.view.kind
    halves = {half.id: one.teller.said(half.title) for half in kind.halves}
    for name, half in blocks:
        notes = one.canvas.notes_in(name, half)
        if notes:
            title = one.teller.said(kind.block(name).title)
            yield one.teller.fact(title if half is None else f"{title} – {halves[half]}", notes)


def _against(teller: Teller) -> Iterator[Item | Source]:
    _ = teller.texts.gettext
    for plan in told(teller.view, Programme):
        rows = tuple(
            (plan.teller.cell(one.text), plan.teller.cell(one.against))
            for one in plan.canvas.incentives
            if one.against
        )
        if rows:
            header = (_("Reward or process"), _("What it pulls against"))
            yield Table(header, rows, title=_("What pulls against the aim"))
            yield plan.source
