"""A strategy as a page shows it: the battles side by side, each with the objectives that carry it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup

from cxkit.canvas.strategy import Battle, KeyResult, Okr, Strategy
from cxkit.report.canvas.html_metrics import percent
from cxkit.report.canvas.html_text import Wording
from cxkit.report.canvas.view import View


@dataclass(frozen=True, slots=True)
class Way:
    """A key result; ``gone`` is how much of the way from start to target is gone, for a style sheet."""

    text: Markup
    start: str
    current: str
    target: str
    gone: str


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective with its key results and what is done for it."""

    who: tuple[Markup, ...]
    objective: Markup
    results: tuple[Way, ...]
    actions: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """A battle, or what stands without one, with the objectives for it."""

    number: int
    title: Markup
    why: tuple[Markup, ...]
    objectives: tuple[Objective, ...]


def fronts(view: View[Strategy], wording: Wording) -> tuple[Front, ...]:
    """Return the battles in their order, and last the objectives of none that is known."""
    strategy = view.canvas
    known = {battle.id for battle in strategy.battles}
    found = [_front(view, wording, number, battle) for number, battle in enumerate(strategy.battles, 1)]
    rest = tuple(_objective(view, wording, okr) for okr in strategy.okrs if okr.battle not in known)
    if rest:
        found.append(Front(0, Markup(view.texts.gettext("Without a battle")), (), rest))
    return tuple(found)


def _front(view: View[Strategy], wording: Wording, number: int, battle: Battle) -> Front:
    objectives = [_objective(view, wording, okr) for okr in view.canvas.okrs if okr.battle == battle.id]
    return Front(number, wording.title(battle.called), tuple(wording.all(battle.why)), tuple(objectives))


def _objective(view: View[Strategy], wording: Wording, okr: Okr) -> Objective:
    who = tuple(wording.all(text for text in (okr.unit, okr.team) if text is not None))
    return Objective(
        who or (Markup(view.texts.gettext("unit or team not named")),),
        wording.write(okr.objective) or wording.mark(okr.id),
        tuple(_way(view, wording, one) for one in okr.key_results),
        tuple(wording.all(okr.actions)),
    )


def _way(view: View[Strategy], wording: Wording, one: KeyResult) -> Way:
    unit = f" {view.words(one.unit)}" if one.unit is not None else ""

    def figure(value: Decimal | None) -> str:
        return "" if value is None else f"{view.texts.number(value)}{unit}"

    gone = ""
    if one.start is not None and one.target is not None and one.current is not None:
        whole = Fraction(one.target - one.start)
        share = Fraction(one.current - one.start) / whole if whole else Fraction(1)
        gone = percent(Decimal(share.numerator) / Decimal(share.denominator))
    return Way(wording.write(one.text), figure(one.start), figure(one.current), figure(one.target), gone)
