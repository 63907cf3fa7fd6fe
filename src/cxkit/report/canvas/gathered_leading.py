"""What the strategy and the plan say to a reflection: vision, battles, objectives, and who owns the work."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.programme import Programme
from cxkit.canvas.strategy import KeyResult, Okr, Review, Strategy
from cxkit.report.canvas.folder import Source, Told, told
from cxkit.report.canvas.outline_parts import Cell, Fact, Facts, Item, Paragraph, Said, Table
from cxkit.report.canvas.outline_strategy import way_gone
from cxkit.report.canvas.teller import Teller


def leading(teller: Teller) -> Iterator[Item | Source]:
    """Tell the strategies, then the plans."""
    for one in told(teller.view, Strategy):
        yield from _strategy(one)
        yield one.source
    for plan in told(teller.view, Programme):
        yield from _plan(plan)
        yield plan.source


def _strategy(one: Told[Strategy]) -> Iterator[Item]:
    canvas, teller = one.canvas, one.teller
    _, texts = teller.texts.gettext, teller.texts
    battles = texts.ngettext("{number} must-win battle", "{number} must-win battles", len(canvas.battles))
    okrs = texts.ngettext("{number} objective", "{number} objectives", len(canvas.okrs))
    lead = _("The strategy “{title}” has {battles} and {okrs}.", title=one.title, battles=battles, okrs=okrs)
    yield Paragraph(lead)
    review = canvas.review or Review()
    when: Cell = (*teller.cell(teller.date(review.next)), *teller.cell(review.rhythm))
    yield Facts(
        (
            teller.fact(_("Vision"), canvas.vision),
            Fact(_("Must-win battles"), tuple(teller.said(battle.called) for battle in canvas.battles)),
            teller.fact(_("Left out"), canvas.exclusions),
            Fact(_("Next review"), when),
        )
    )
    if canvas.okrs:
        header = (_("Objective"), _("Unit or team"), _("Battle"), _("Key results"))
        rows = tuple(_objective(okr, canvas, teller) for okr in canvas.okrs)
        yield Table(header, rows, title=_("Objectives on the operational level"))


def _objective(okr: Okr, strategy: Strategy, teller: Teller) -> tuple[Cell, ...]:
    battles = {battle.id: battle.called for battle in strategy.battles}
    return (
        (teller.objective_of(okr),),
        (*teller.cell(okr.unit), *teller.cell(okr.team)),
        teller.cell(battles.get(okr.battle or "", okr.battle)),
        tuple(_key_result(one, teller) for one in okr.key_results),
    )


def _key_result(one: KeyResult, teller: Teller) -> Said:
    """A metric with where it is, where it is to go, and how much of the way is gone."""
    _ = teller.texts.gettext
    name = teller.said(one.text) if one.text is not None else Said(teller.nothing)
    gone = way_gone(one)
    if one.current is None or one.target is None:
        return name
    said = _(
        "{metric}: {current}, target {target}",
        metric=name,
        current=teller.figure(one.current, one.unit),
        target=teller.figure(one.target, one.unit),
    )
    percent = "" if gone is None else f" ({teller.texts.percent(gone, 0)})"
    return Said(f"{said}{percent}", name.language)


def _plan(one: Told[Programme]) -> Iterator[Item]:
    canvas, teller = one.canvas, one.teller
    _ = teller.texts.gettext
    if canvas.owner is None:
        yield Paragraph(_("The plan “{title}” has no owner yet.", title=one.title))
    else:
        owner = teller.said(canvas.owner)
        yield Paragraph(_("The plan “{title}” is owned by: {owner}.", title=one.title, owner=owner))
    yield from teller.facts(
        [
            (_("Goal"), canvas.goal),
            (_("Resources"), canvas.resources),
            (_("Time"), canvas.time),
            (_("Investment"), canvas.investment),
            (_("Value to the business"), canvas.business_value),
        ]
    )
