"""What is measured, for a reflection: on how much of the journeys, by which methods, with which figures."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.data import DataItem
from cxkit.canvas.journey import Journey
from cxkit.canvas.measurement import (
    Analysis,
    ComparedWith,
    MeasuredTouchpoint,
    Measurement,
    OrganisationBlock,
)
from cxkit.canvas.metrics import has_metric, is_measured
from cxkit.canvas.standouts import numbered
from cxkit.report.canvas.folder import Source, Told, told
from cxkit.report.canvas.outline_parts import Cell, Fact, Facts, Item, Paragraph, Said, Table
from cxkit.report.canvas.teller import Teller


def measuring(teller: Teller) -> Iterator[Item | Source]:
    """Tell how much of the journeys is measured, then the measurement canvases; without any, the metrics."""
    journeys = told(teller.view, Journey)
    for journey in [one for one in journeys if one.canvas.type == "core"] or journeys:
        if numbered(journey.canvas):
            yield _share(journey)
            yield journey.source
    canvases = told(teller.view, Measurement)
    for one in canvases:
        yield from _canvas(one, alone=not journeys)
        yield one.source
    if not canvases:
        for journey in journeys:
            if any(point.data_items for _, _, point in journey.canvas.touchpoints()):
                yield _measured_in(journey)
                yield journey.source


def _share(one: Told[Journey]) -> Paragraph:
    """Say how many touchpoints of a journey have a metric, and which have none."""
    _, texts = one.teller.texts.gettext, one.teller.texts
    points = numbered(one.canvas)
    without = [
        f"{number} {one.teller.said(point.called)}"
        for number, point in points
        if not has_metric(point, one.canvas, one.teller.view.workspace)
    ]
    said = _(
        "On the journey “{title}” {measured} of {all} touchpoints are measured.",
        title=one.title,
        measured=texts.count(len(points) - len(without)),
        all=texts.count(len(points)),
    )
    if without:
        lacking = _("Without a metric: {names}.", names=texts.listed(without))
        said = f"{said} {lacking}"
    return Paragraph(said)


def _canvas(one: Told[Measurement], *, alone: bool) -> Iterator[Item]:
    """Tell a measurement canvas; ``alone``, without a journey, it says how much of its table is measured."""
    canvas, teller = one.canvas, one.teller
    _, texts = teller.texts.gettext, teller.texts
    points = canvas.touchpoints
    if points and alone:
        measured = sum(is_measured(point, teller.view.workspace) for point in points)
        said = _("{measured} of {all} touchpoints in the table are measured.",
                 measured=texts.count(measured), all=texts.count(len(points)))  # fmt: skip
        yield Paragraph(said)
    if points:
        rows = tuple(_point(point, canvas, teller) for point in points)
        yield Table((_("Touchpoint"), _("Method"), _("Newest result")), rows)
    if canvas.analyses:
        header = (_("Analysis"), _("Responsible"), _("For whom"), _("Form"))
        yield Table(header, tuple(_analysis(analysis, teller) for analysis in canvas.analyses))
    used = canvas.blocks.organisation if canvas.blocks is not None else None
    if used is not None:
        yield Facts(tuple(_use(used, teller)))


def _point(point: MeasuredTouchpoint, canvas: Measurement, teller: Teller) -> tuple[Cell, ...]:
    results = tuple(said for key in point.data for said in _result(key, canvas, teller))
    none = teller.texts.gettext("not measured")
    return (
        teller.cell(point.called),
        teller.cell(teller.method(point.method) or (None if point.data else none)),
        results,
    )


def _result(key: str, canvas: Measurement, teller: Teller) -> Iterator[str]:
    """The figure of a data item: on the canvas itself, else where a journey collects it."""
    items: list[DataItem] = [item for item in canvas.data_items if item.id == key]
    items += [held.value for held in teller.view.workspace.collected if held.value.id == key]
    yield from [said for said in map(teller.result, items) if said is not None][:1]


def _analysis(one: Analysis, teller: Teller) -> tuple[Cell, ...]:
    name = teller.said(one.title) if one.title is not None else Said(one.id)
    return (name,), teller.cell(one.owner), teller.cell(one.audience), teller.cell(one.form)


def _use(used: OrganisationBlock, teller: Teller) -> Iterator[Fact]:
    _ = teller.texts.gettext
    beside = used.compared_with or ComparedWith()
    told_of = (
        (_("How we use the data"), used.use),
        (_("What it changes in our work"), used.changes),
        (_("How fast we react"), used.reaction_time),
        (_("Operational metrics beside it"), beside.operational),
        (_("Business metrics beside it"), beside.business),
    )
    for label, notes in told_of:
        if notes:
            yield teller.fact(label, notes)


def _measured_in(one: Told[Journey]) -> Table:
    _, teller = one.teller.texts.gettext, one.teller
    rows = tuple(
        (teller.cell(point.called), tuple(teller.metric(item) for item in point.data_items))
        for _stage, _path, point in one.canvas.touchpoints()
        if point.data_items
    )
    return Table((_("Touchpoint"), _("Metric")), rows, title=_("What is measured: {title}", title=one.title))
