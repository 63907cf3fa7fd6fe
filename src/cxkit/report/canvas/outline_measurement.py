"""The outline of the measurement canvas: its six blocks with the structures they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cxkit.canvas.completeness import is_filled
from cxkit.canvas.journey import Channel
from cxkit.canvas.kind import Block
from cxkit.canvas.measurement import (
    Analysis,
    ComparedWith,
    LeadershipBlock,
    MeasuredTouchpoint,
    Measurement,
    OrganisationBlock,
)
from cxkit.report.canvas.outline_blocks import block_title
from cxkit.report.canvas.outline_data import data_table
from cxkit.report.canvas.outline_parts import Cell, Fact, Facts, Item, Said, Section, Table
from cxkit.report.canvas.outline_persona import persona_section
from cxkit.report.canvas.teller import Teller


def measurement_sections(canvas: Measurement, teller: Teller) -> tuple[Section, ...]:
    """A section for each block; personas and analyses have one each under theirs."""
    return tuple(section for block in teller.view.kind.blocks for section in _block(block, canvas, teller))


def _block(block: Block, canvas: Measurement, teller: Teller) -> Iterator[Section]:
    title = block_title(block, teller)
    held: Any = getattr(canvas.blocks, block.id, None)
    if not is_filled(held):
        yield Section(title, teller.notes(()), question=teller.question(block, answered=False))
        return
    match block.holds:
        case "leadership":
            yield Section(title, _leadership(held, teller))
        case "personas":
            yield Section(title)
            ids = (one if isinstance(one, str) else one.id for one in held.personas)
            yield from (persona_section(one, teller, level=3) for one in ids)
        case "path":
            yield Section(title, tuple(_path(canvas, teller)))
        case "data":
            yield Section(title, (data_table(held.data, teller),))
        case "analyses":
            yield Section(title)
            yield from (_analysis(one, canvas, teller) for one in held.analyses)
        case _:
            yield Section(title, _organisation(held, teller))


def _leadership(held: LeadershipBlock, teller: Teller) -> tuple[Facts, ...]:
    _ = teller.texts.gettext
    return teller.facts(
        [
            (_("Why we want customer understanding"), held.why),
            (_("What we gain"), held.gains),
            (_("How we react"), held.reactions),
            (_("In the short term"), held.short_term),
            (_("In the long term"), held.long_term),
        ]
    )


def _path(canvas: Measurement, teller: Teller) -> Iterator[Item]:
    _ = teller.texts.gettext
    assert canvas.blocks is not None and canvas.blocks.path is not None
    channels = tuple(_channel(one, teller) for one in canvas.blocks.path.channels)
    yield Facts((Fact(_("Channels"), channels),))
    if canvas.touchpoints:
        header = (_("Touchpoint"), _("On site"), _("Online"), _("Method"), _("Data collected"), _("Journey"))
        names = {item.id: teller.said(item.item) for item in canvas.data_items if item.item is not None}
        rows = tuple(_touchpoint(one, names, teller) for one in canvas.touchpoints)
        yield Table(header, rows, title=_("Touchpoints, the most important first"))


def _channel(entry: str | Channel, teller: Teller) -> Said:
    if isinstance(entry, Channel):
        name, mode = teller.said(entry.called), teller.mode(entry.mode)
        return name if mode is None else Said(f"{name} ({mode})", name.language)
    return teller.known_channel(entry) or Said(entry)


def _touchpoint(one: MeasuredTouchpoint, names: dict[str, Said], teller: Teller) -> tuple[Cell, ...]:
    return (
        teller.cell(one.called),
        teller.cell(one.offline),
        teller.cell(one.online),
        teller.cell(teller.method(one.method) or None),
        tuple(names.get(identifier, Said(identifier)) for identifier in one.data),
        (teller.journey_name(one.journey),) if one.journey is not None else (),
    )


def _analysis(one: Analysis, canvas: Measurement, teller: Teller) -> Section:
    _ = teller.texts.gettext
    names = {item.id: item.item for item in canvas.data_items if item.item is not None}
    blocks = {block.n: teller.said(block.title) for block in teller.view.kind.blocks}
    data = tuple(teller.said(names[key]) if key in names else Said(key) for key in one.data)
    facts = (
        teller.fact(_("Responsible"), one.owner),
        teller.fact(_("For whom"), one.audience),
        Fact(_("Data collected"), data),
        teller.fact(_("Enriched with"), one.enriched_with),
        teller.fact(_("Form"), one.form),
        Fact(_("Updates the blocks"), tuple(f"{n} {blocks.get(n, '')}".strip() for n in one.updates)),
    )
    name = teller.said(one.title) if one.title is not None else Said(one.id)
    return Section(name, (Facts(facts),), level=3)


def _organisation(held: OrganisationBlock, teller: Teller) -> tuple[Facts, ...]:
    _ = teller.texts.gettext
    beside = held.compared_with or ComparedWith()
    return teller.facts(
        [
            (_("How we use the data"), held.use),
            (_("How it is shared"), held.sharing),
            (_("What it changes in our work"), held.changes),
            (_("How fast we react"), held.reaction_time),
            (_("Operational metrics beside it"), beside.operational),
            (_("Business metrics beside it"), beside.business),
        ]
    )
