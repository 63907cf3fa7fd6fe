"""The outline of a journey: what stands out, the personas, an overview, then each touchpoint by its stage."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.journey import Journey, Lanes, Opportunity, Stage, Touchpoint
from cxkit.canvas.standouts import best_opportunities
from cxkit.documents.base import Text
from cxkit.report.canvas.emotion import Feelings, feelings
from cxkit.report.canvas.figures import signed
from cxkit.report.canvas.journey_findings import findings
from cxkit.report.canvas.outline_data import data_table
from cxkit.report.canvas.outline_parts import Cell, Fact, Facts, Item, Paragraph, Said, Section, Table
from cxkit.report.canvas.outline_persona import persona_section
from cxkit.report.canvas.teller import Teller


def journey_words(journey: Journey, teller: Teller) -> list[str]:
    """Say in a word each which state the journey shows and of which type it is."""
    _ = teller.texts.gettext
    states = {"current": _("current state"), "future": _("future state")}
    types = {"core": _("core journey"), "variation": _("variation"), "exception": _("exception")}
    found = (states.get(journey.state or ""), types.get(journey.type or ""))
    return [word for word in found if word is not None]


def journey_facts(journey: Journey, teller: Teller) -> tuple[Fact, ...]:
    """What the customer wants, in which situation, and what the journey rests on."""
    _ = teller.texts.gettext
    facts = [teller.fact(_("Goal"), journey.goal)]
    if journey.scenario is not None:
        facts.append(teller.fact(_("Scenario"), journey.scenario))
    if journey.based_on is not None:
        facts.append(teller.fact(_("Based on"), teller.journey_name(journey.based_on)))
    if journey.turned_round:
        facts.append(teller.fact(_("How it is turned round"), journey.turned_round))
    return tuple(facts)


def journey_sections(journey: Journey, teller: Teller) -> tuple[Section, ...]:
    """Return the sections of a journey."""
    names = {identifier: str(teller.persona_name(identifier)) for identifier in journey.persona_ids}
    series = feelings(journey, names, teller.texts.gettext("everybody"))
    numbers = {one.id: number for number, (_, _, one) in enumerate(journey.touchpoints(), 1)}
    return (
        *_what_stands_out(journey, series, teller),
        *_personas(journey, teller),
        _overview(journey, series, numbers, teller),
        *(
            section
            for number, stage in enumerate(journey.stages, 1)
            for section in _stage(number, stage, journey, numbers, teller)
        ),
        *_best_opportunities(journey, numbers, teller),
    )


def _what_stands_out(journey: Journey, series: list[Feelings], teller: Teller) -> Iterator[Section]:
    if any(True for _ in journey.touchpoints()):
        found = findings(journey, series, teller.texts, teller.view.workspace)
        facts = tuple(Fact(one.about, (f"{one.where}: {one.figures}",)) for one in found)
        yield Section(teller.texts.gettext("What stands out"), (Facts(facts),))


def _personas(journey: Journey, teller: Teller) -> Iterator[Section]:
    if journey.persona_ids:
        yield Section(teller.texts.gettext("Personas"))
    for identifier in journey.persona_ids:
        yield persona_section(identifier, teller, level=3)


def _overview(journey: Journey, series: list[Feelings], numbers: dict[str, int], teller: Teller) -> Section:
    _ = teller.texts.gettext
    title = _("Overview")
    if not numbers:
        return Section(title, (Paragraph(teller.nothing, quiet=True),))
    emotions = [_("Emotion")] if len(series) == 1 else [one.name for one in series]
    rows = []
    for stage in journey.stages:
        name: Cell = (teller.said(stage.called),)
        for one in stage.touchpoints:
            felt = [_feeling(values.values[numbers[one.id] - 1], teller) for values in series]
            rows.append((name, (_numbered(one, numbers, teller),), teller.channel(journey, one), *felt,
                         teller.metrics(one)))  # fmt: skip
            name = ("",)
    header = (_("Stage"), _("Touchpoint"), _("Channel"), *emotions, _("Metric"))
    return Section(title, (Table(header, tuple(rows), numbers=frozenset(range(3, 3 + len(series)))),))


def _feeling(value: int | None, teller: Teller) -> Cell:
    return () if value is None else (signed(value, teller.texts),)


def _numbered(one: Touchpoint, numbers: dict[str, int], teller: Teller) -> Said:
    name = teller.said(one.called)
    said = f"{numbers[one.id]} {name}"
    if one.critical:
        critical = teller.texts.gettext("critical")
        said = f"{said} ({critical})"
    return Said(said, name.language)


def _stage(
    number: int, stage: Stage, journey: Journey, numbers: dict[str, int], teller: Teller
) -> Iterator[Section]:
    _ = teller.texts.gettext
    phases = {phase.id: phase.title for phase in teller.view.kind.phases}
    about = ((_("Phase"), phases.get(stage.phase or "")), (_("Notes"), stage.notes))
    items: list[Item] = [*teller.facts(about, filled=True)]
    if not stage.touchpoints:
        items.append(Paragraph(teller.nothing, quiet=True))
    name = teller.said(stage.called)
    title = _("Stage {number}: {title}", number=number, title=name)
    yield Section(Said(title, name.language), tuple(items))
    for one in stage.touchpoints:
        yield Section(_numbered(one, numbers, teller), tuple(_touchpoint(one, journey, teller)), level=3)


def _touchpoint(one: Touchpoint, journey: Journey, teller: Teller) -> Iterator[Item]:
    _ = teller.texts.gettext
    rests = {"data": _("collected data"), "interview": _("interviews"), "assumption": _("an assumption")}
    importance = None if one.importance is None else f"{one.importance} / 5"
    quoted = tuple(
        Said(_("“{thought}”", thought=said), said.language) for said in map(teller.said, one.thoughts)
    )
    yield Facts(
        (
            Fact(_("Channel"), teller.channel(journey, one)),
            teller.fact(_("Responsible"), one.owner),
            *_only_filled(teller.fact(_("Ownership"), teller.ownership(one.ownership))),
            *_only_filled(teller.fact(_("Importance"), importance)),
            *_only_filled(teller.fact(_("What this rests on"), rests.get(one.evidence or ""))),
            teller.fact(_("What the customer does"), one.action),
            Fact(_("Thoughts"), quoted),
            Fact(_("Emotion"), teller.emotions(one, journey.persona_ids)),
            teller.fact(_("Value: benefits"), one.benefits),
            teller.fact(_("Value: sacrifices"), one.sacrifices),
            teller.fact(_("Pains"), one.pains),
            *_lanes(one.lanes or Lanes(), teller),
            *_only_filled(teller.fact(_("Notes"), one.notes)),
            *_unmeasured(one, teller),
            *([] if one.opportunities else [Fact(_("Opportunities"), ())]),
        )
    )
    if one.opportunities:
        yield _opportunities(
            [(chance, None) for chance in one.opportunities], teller, title=_("Opportunities")
        )
    if one.data_items:
        yield data_table(one.data_items, teller, title=_("Data collected"))


def _only_filled(fact: Fact) -> tuple[Fact, ...]:
    return (fact,) if fact.values else ()


def _lanes(lanes: Lanes, teller: Teller) -> Iterator[Fact]:
    for row in teller.view.kind.rows:
        name = row.keys[0].removeprefix("lanes.") if row.role == "lane" and row.keys else ""
        notes: tuple[Text, ...] = getattr(lanes, name, ())
        if notes:
            yield teller.fact(teller.said(row.title), notes)


def _unmeasured(one: Touchpoint, teller: Teller) -> Iterator[Fact]:
    _ = teller.texts.gettext
    if not one.data_items:
        said = _("not measured") if one.data == "none" else None
        why = teller.said(one.why) if one.why is not None else None
        joined = (
            Said(_("{title}: {sentence}", title=said, sentence=why), why.language) if said and why else said
        )
        yield teller.fact(_("Data collected"), joined)


def _opportunities(found: list[tuple[Opportunity, Cell | None]], teller: Teller, *, title: str = "") -> Table:
    """A table of opportunities; cells that say at which touchpoint stand in a column of their own."""
    _ = teller.texts.gettext
    where = [_("Touchpoint")] if found[0][1] is not None else []
    header = (
        _("Opportunity"), *where, _("Value to the customer"), _("Value to the business"), _("Effort, 0–5"),
        _("Objective"),
    )  # fmt: skip
    rows = tuple(
        (
            teller.cell(chance.text),
            *([] if place is None else [place]),
            teller.number(chance.customer_value),
            teller.number(chance.business_value),
            teller.number(chance.effort),
            _objective(chance, teller),
        )
        for chance, place in found
    )
    first = 1 + len(where)
    return Table(header, rows, title=title, numbers=frozenset((first, first + 1, first + 2)))


def _objective(chance: Opportunity, teller: Teller) -> Cell:
    named = chance.objective
    return () if named is None else (teller.known_objective(named) or named,)


def _best_opportunities(journey: Journey, numbers: dict[str, int], teller: Teller) -> Iterator[Section]:
    """Those whose effort is known, the most value for it first."""
    found = [
        (one.opportunity, (_numbered(one.touchpoint, numbers, teller),))
        for one in best_opportunities(journey)
    ]
    if found:
        title = teller.texts.gettext("Opportunities, most value for the effort first")
        yield Section(title, (_opportunities([(chance, place) for chance, place in found], teller),))
