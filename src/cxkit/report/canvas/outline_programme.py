"""The outline of the CX plan: a section for each thing that is asked of it."""

from __future__ import annotations

from cxkit.canvas.programme import Communication, CriticalPoint, Ecosystem, Programme
from cxkit.report.canvas.outline_parts import Cell, Facts, Item, Paragraph, Section, Table
from cxkit.report.canvas.teller import Teller


def programme_sections(programme: Programme, teller: Teller) -> tuple[Section, ...]:
    """A section for each thing that is asked of a plan."""
    made = []
    for asked in teller.view.kind.fields:
        items = _answer(asked.id, programme, teller)
        question = teller.question(asked, answered=bool(items))
        made.append(Section(teller.said(asked.title), items or teller.notes(()), question=question))
    return tuple(made)


def _answer(key: str, programme: Programme, teller: Teller) -> tuple[Item, ...]:
    match key:
        case "owner":
            return () if programme.owner is None else (Paragraph(teller.said(programme.owner)),)
        case "core_journey":
            named = programme.core_journey
            return () if named is None else (Paragraph(teller.journey_name(named)),)
        case "critical_points":
            return _critical_points(programme.critical_points, teller)
        case "incentives":
            return _incentives(programme, teller)
        case "communication":
            return _communication(programme.communication, teller)
        case "ecosystem":
            return _ecosystem(programme.ecosystem, teller)
    notes = getattr(programme, key)
    return teller.notes(notes) if notes else ()


def _critical_points(points: tuple[CriticalPoint, ...], teller: Teller) -> tuple[Item, ...]:
    _ = teller.texts.gettext
    header = (
        _("Critical point"), _("The customer's metric"), _("Operational metric beside it"),
        _("Business metric beside it"),
    )  # fmt: skip
    rows = tuple(
        (
            (critical_point_name(one, teller),),
            teller.cell(one.metric),
            teller.cell(one.operational),
            teller.cell(one.business),
        )
        for one in points
    )
    return (Table(header, rows),) if rows else ()


def critical_point_name(one: CriticalPoint, teller: Teller) -> str:
    """Return what a critical point is called: by its title, else as its touchpoint is."""
    if one.title is not None:
        return teller.said(one.title)
    if one.touchpoint is None:
        return teller.nothing
    return teller.known_touchpoint(one.touchpoint) or one.touchpoint


def _incentives(programme: Programme, teller: Teller) -> tuple[Item, ...]:
    _ = teller.texts.gettext
    nothing: Cell = (_("nothing that the customer expects"),)
    rows = tuple((teller.cell(one.text), teller.cell(one.against) or nothing) for one in programme.incentives)
    return (Table((_("Reward or process"), _("What it pulls against")), rows),) if rows else ()


def _communication(found: Communication | None, teller: Teller) -> tuple[Facts, ...]:
    _ = teller.texts.gettext
    return () if found is None else teller.facts(
        [
            (_("To every function"), found.internal),
            (_("To partners"), found.partners),
            (_("To customers"), found.customers),
        ]
    )  # fmt: skip


def _ecosystem(found: Ecosystem | None, teller: Teller) -> tuple[Facts, ...]:
    if found is None:
        return ()
    _ = teller.texts.gettext
    people = teller.facts([(_("People"), found.people)], filled=True)
    whole = teller.facts(
        [
            (_("Organisation"), found.organisation),
            (_("Partners"), found.partners),
            (_("Premises"), found.premises),
            (_("Applications"), found.applications),
        ]
    )
    return (Facts(tuple(fact for facts in (*people, *whole) for fact in facts.facts)),)
