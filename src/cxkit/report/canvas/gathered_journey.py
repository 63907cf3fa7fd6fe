"""What journeys say to a reflection: the core journey, critical and lowest points, the best opportunities."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.journey import Journey, Touchpoint
from cxkit.canvas.standouts import Chance, LowPoint, best_opportunities, low_points, numbered
from cxkit.report.canvas.figures import signed
from cxkit.report.canvas.folder import Source, Told, told
from cxkit.report.canvas.outline_parts import Cell, Fact, Facts, Item, Paragraph, Points, Said, Table
from cxkit.report.canvas.teller import Teller

_BEST = 3
"""So many opportunities are told of each journey."""


def journeys(teller: Teller) -> Iterator[Item | Source]:
    """Tell the core journey, or every journey where none is the core; then the others in a line each."""
    _ = teller.texts.gettext
    every = told(teller.view, Journey)
    core = [one for one in every if one.canvas.type == "core"]
    if every and not core:
        yield Paragraph(_("No journey is marked as the core journey yet."))
    for one in core or every:
        yield from journey(one)
        yield one.source
    others = [one for one in every if core and one not in core]
    if others:
        yield Points(tuple(map(_other, others)), title=_("Variations and exceptions"))
        yield from (one.source for one in others)


def journey(one: Told[Journey]) -> Iterator[Item]:
    """Tell one journey."""
    canvas, teller = one.canvas, one.teller
    _, texts = teller.texts.gettext, teller.texts
    points = numbered(canvas)
    stages = texts.ngettext("{number} stage", "{number} stages", len(canvas.stages))
    count = texts.ngettext("{number} touchpoint", "{number} touchpoints", len(points))
    told_of = {"title": one.title, "stages": stages, "touchpoints": count}
    if canvas.type == "core":
        yield Paragraph(_("The core journey is “{title}”, with {stages} and {touchpoints}.", **told_of))
    else:
        yield Paragraph(_("The journey “{title}” has {stages} and {touchpoints}.", **told_of))
    names: Cell = tuple(map(teller.persona_name, canvas.persona_ids))
    facts = (teller.fact(_("What the customer wants"), canvas.goal), Fact(_("Personas"), names))
    if any(fact.values for fact in facts):
        yield Facts(tuple(fact for fact in facts if fact.values))
    critical = [(number, point) for number, point in points if point.critical]
    if critical:
        header = (_("Touchpoint"), _("Emotion"), _("Metric"), _("Responsible"))
        rows = tuple(_critical(number, point, teller) for number, point in critical)
        yield Table(header, rows, title=_("Critical points"))
    low = low_points(canvas)
    if low:
        yield Points(tuple(low_point(point, teller) for point in low), title=_("Lowest points"))
    best = best_opportunities(canvas)[:_BEST]
    if best:
        yield opportunities([(one, chance) for chance in best], teller, title=_("Best opportunities"))


def _critical(number: int, point: Touchpoint, teller: Teller) -> tuple[Cell, ...]:
    name = teller.said(point.called)
    return (
        (Said(f"{number} {name}", name.language),),
        teller.emotions(point),
        teller.metrics(point),
        teller.cell(point.owner),
    )


def low_point(low: LowPoint, teller: Teller) -> Said:
    """Say a low point: where, who feels how, and what goes wrong."""
    name = teller.said(low.touchpoint.called)
    felt = signed(low.emotion, teller.texts)
    if low.personas:
        felt = f"{teller.texts.listed(teller.persona_name(who) for who in low.personas)} {felt}"
    pains = " · ".join(map(teller.said, low.touchpoint.pains))
    said = f"{low.number} {name}: {felt}"
    return Said(f"{said} – {pains}" if pains else said, name.language)


def opportunities(
    found: list[tuple[Told[Journey], Chance]], teller: Teller, *, title: str, whence: bool = False
) -> Table:
    """Return opportunities as a table, with what goes wrong there; ``whence`` names their journeys too."""
    _ = teller.texts.gettext
    journey = [_("Journey")] if whence else []
    header = (
        _("Opportunity"), *journey, _("Touchpoint"), _("Why"), _("Value to the customer"),
        _("Value to the business"), _("Effort, 0–5"),
    )  # fmt: skip
    rows = []
    for one, chance in found:
        name = one.teller.said(chance.touchpoint.called)
        rows.append(
            (
                one.teller.cell(chance.opportunity.text),
                *([(one.title,)] if whence else []),
                (Said(f"{chance.number} {name}", name.language),),
                one.teller.cell(chance.touchpoint.pains),
                one.teller.number(chance.opportunity.customer_value),
                one.teller.number(chance.opportunity.business_value),
                one.teller.number(chance.opportunity.effort),
            )
        )
    first = len(header) - 3
    return Table(header, tuple(rows), title=title, numbers=frozenset(range(first, len(header))))


def _other(one: Told[Journey]) -> Said:
    _ = one.teller.texts.gettext
    types = {"variation": _("variation"), "exception": _("exception")}
    said = _("“{title}”", title=one.title)
    if one.canvas.type in types:
        said += f" ({types[one.canvas.type]})"
    turned = " · ".join(map(one.teller.said, one.canvas.turned_round))
    return Said(f"{said}: {turned}" if turned else said)
