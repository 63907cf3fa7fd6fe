"""The outline of a strategy: vision, battles, exclusions, review, and each objective with its key results."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from cxkit.canvas.strategy import KeyResult, Okr, Strategy
from cxkit.report.canvas.outline_parts import Cell, Fact, Facts, Item, Section, Table
from cxkit.report.canvas.teller import Teller


def strategy_sections(strategy: Strategy, teller: Teller) -> tuple[Section, ...]:
    """A section for each thing that is asked of a strategy; objectives have one each."""
    return tuple(_sections(strategy, teller))


def _sections(strategy: Strategy, teller: Teller) -> Iterator[Section]:
    for asked in teller.view.kind.fields:
        title = teller.said(asked.title)
        items = _answer(asked.id, strategy, teller)
        if asked.id == "okrs" and strategy.okrs:
            yield Section(title)
            yield from (_objective(okr, strategy, teller) for okr in strategy.okrs)
        else:
            question = teller.question(asked, answered=bool(items))
            yield Section(title, items or teller.notes(()), question=question)


def _answer(key: str, strategy: Strategy, teller: Teller) -> tuple[Item, ...]:
    match key:
        case "battles":
            return _battles(strategy, teller)
        case "review" if strategy.review is not None:
            _ = teller.texts.gettext
            review = strategy.review
            return teller.facts([(_("Next"), teller.date(review.next)), (_("Rhythm"), review.rhythm)])
        case "vision" | "exclusions":
            notes = strategy.vision if key == "vision" else strategy.exclusions
            return teller.notes(notes) if notes else ()
    return ()


def _battles(strategy: Strategy, teller: Teller) -> tuple[Item, ...]:
    if not strategy.battles:
        return ()
    _ = teller.texts.gettext
    rows = tuple(
        (
            teller.cell(battle.called),
            teller.cell(battle.why),
            tuple(teller.objective_of(okr) for okr in strategy.okrs if okr.battle == battle.id),
        )
        for battle in strategy.battles
    )
    return (Table((_("Battle"), _("Why it has to be won"), _("Objectives for it")), rows),)


def _objective(okr: Okr, strategy: Strategy, teller: Teller) -> Section:
    _ = teller.texts.gettext
    battles = {battle.id: battle.called for battle in strategy.battles}
    facts = (
        *(
            fact
            for fact in (teller.fact(_("Unit"), okr.unit), teller.fact(_("Team"), okr.team))
            if fact.values
        ),
        teller.fact(_("Battle"), battles.get(okr.battle or "", okr.battle)),
        *(() if okr.key_results else (Fact(_("Key results"), ()),)),
        teller.fact(_("Actions"), okr.actions),
    )
    items: list[Item] = [Facts(facts)]
    if okr.key_results:
        header = (_("Key result"), _("Start"), _("Now"), _("Target"), _("Progress"))
        rows = tuple(_key_result(one, teller) for one in okr.key_results)
        items.append(Table(header, rows, numbers=frozenset({1, 2, 3, 4})))
    return Section(teller.objective_of(okr), tuple(items), level=3)


def _key_result(one: KeyResult, teller: Teller) -> tuple[Cell, ...]:
    gone = way_gone(one)

    def figure(value: Decimal | None) -> Cell:
        return () if value is None else (teller.figure(value, one.unit),)

    return (
        teller.cell(one.text),
        figure(one.start),
        figure(one.current),
        figure(one.target),
        () if gone is None else (teller.texts.percent(gone, 0),),
    )


def way_gone(one: KeyResult) -> Fraction | None:
    """Return how much of the way from start to target is gone, in percent; below 0 when it led away."""
    if one.start is None or one.target is None or one.current is None or one.start == one.target:
        return None
    return Fraction(one.current - one.start) / Fraction(one.target - one.start) * 100
