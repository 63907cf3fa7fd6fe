"""What the other canvases of a folder say to each section of a reflection, in words, with its sources.

A section that lacks a canvas names the one that would fill it. The writer's own text is not touched here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cxkit.canvas.kind import KindSection
from cxkit.canvas.maturity import STAGES, Maturity, MaturityCriterion
from cxkit.canvas.programme import Ecosystem, Programme
from cxkit.report.canvas.folder import Source, kinds_missing, told
from cxkit.report.canvas.gathered_change import change
from cxkit.report.canvas.gathered_journey import journeys
from cxkit.report.canvas.gathered_leading import leading
from cxkit.report.canvas.gathered_measuring import measuring
from cxkit.report.canvas.outline_parts import Cell, Fact, Facts, Item, Paragraph, Points, Said
from cxkit.report.canvas.teller import Teller

Gathering = Iterator[Item | Source]
"""What is said, and between it the canvases that it is taken from."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the folder says to a section: items, the canvases they are from, and what else would be needed."""

    items: tuple[Item, ...]
    sources: tuple[str, ...]
    wanted: tuple[str, ...]


def gathered(section: KindSection, teller: Teller) -> Gathered:
    """Gather a section of a reflection from the other canvases of its folder."""
    ways: dict[str, Callable[[Teller], Gathering]] = {
        "organisation": _organisation,
        "standing": _standing,
        "journey": journeys,
        "leading": leading,
        "measuring": measuring,
        "change": change,
    }
    items: list[Item] = []
    sources: list[str] = []
    for one in ways[section.id](teller) if section.id in ways else ():
        if isinstance(one, Source):
            sources.append(one.named)
        else:
            items.append(one)
    return Gathered(tuple(items), tuple(dict.fromkeys(sources)), tuple(_wanted(section, teller)))


def _wanted(section: KindSection, teller: Teller) -> Iterator[str]:
    """One canvas of several that say what might change is enough; elsewhere each has its own part."""
    _ = teller.texts.gettext
    lacking = {
        "persona": _("The customers appear here once the folder has a persona."),
        "maturity": _("The stage of maturity appears here once the folder has a maturity canvas."),
        "journey": _("The core journey and its critical points appear here once the folder has a journey."),
        "strategy": _("Vision, must-win battles and objectives appear here once the folder has a strategy."),
        "programme": _("Owner, time and money of the work appear here once the folder has a CX plan."),
        "measurement": _("Metrics and their use appear here once the folder has a measurement canvas."),
        "slbmc": _(
            "What customers hope for appears here once the folder has a business model canvas or "
            "an empathy map."
        ),
    }
    missing = kinds_missing(teller.view.workspace, section.takes)
    if section.id == "change":
        missing = missing[:1] if len(missing) == len(section.takes) else ()
    for kind in missing:
        begin = _("Create it with {command}.", command=f"cxkit canvas new {kind}.yaml --kind {kind}")
        yield f"{lacking[kind]} {begin}"


def _organisation(teller: Teller) -> Gathering:
    _, view = teller.texts.gettext, teller.view
    canvases = [one.canvas for one in view.workspace.members if one.canvas.kind != "reflection"]
    names = [teller.said(one.organisation, one.language) for one in canvases if one.organisation]
    owners = [teller.said(one.owner, one.language) for one in canvases if one.owner]
    facts = [Fact(_("Organisation"), _once(names)), Fact(_("Owner of the canvases"), _once(owners))]
    facts.append(Fact(_("Customers"), tuple(_customers(teller))))
    known = tuple(fact for fact in facts if fact.values)
    if known:
        yield Facts(known)
    for held in view.workspace.personas.values():
        yield Source.of(held.member, teller)
    for plan in told(view, Programme):
        parts = tuple(_ecosystem(plan.canvas.ecosystem or Ecosystem(), plan.teller))
        if parts:
            yield Facts(parts, title=_("Of what the experience is made"))
            yield plan.source


def _once(said: Iterable[str]) -> Cell:
    return tuple(dict.fromkeys(said))


def _customers(teller: Teller) -> Iterator[Said]:
    for identifier, held in teller.view.workspace.personas.items():
        name, role = teller.persona_name(identifier), held.value.role
        if role is not None:
            said = teller.said(role, held.member.canvas.language)
            name = Said(f"{name} – {said}", said.language)
        yield name


def _ecosystem(found: Ecosystem, teller: Teller) -> Iterator[Fact]:
    _ = teller.texts.gettext
    parts = (
        (_("Organisation"), found.organisation),
        (_("People"), found.people),
        (_("Partners"), found.partners),
        (_("Premises"), found.premises),
        (_("Applications"), found.applications),
    )
    for label, notes in parts:
        if notes:
            yield teller.fact(label, notes)


def _standing(teller: Teller) -> Gathering:
    for one in told(teller.view, Maturity):
        yield from _maturity(one.canvas, one.teller)
        yield one.source


def _maturity(canvas: Maturity, teller: Teller) -> Iterator[Item]:
    _ = teller.texts.gettext
    stages = {stage.id: stage for stage in teller.view.kind.stages}
    criteria = {stage.id: stage.criteria for stage in canvas.stages}
    reached = -1 if canvas.reached is None else STAGES.index(canvas.reached)

    def named(at: int) -> dict[str, object]:
        stage = stages[STAGES[at]]
        return {"number": stage.n, "title": teller.said(stage.title)}

    if reached < 0:
        yield Paragraph(_("By its criteria the organisation has not yet reached the first stage."))
    else:
        yield Paragraph(
            _("By its criteria the organisation stands at stage {number} ({title}).", **named(reached))
        )
    if canvas.claimed is not None and canvas.claimed != canvas.reached:
        claimed = named(STAGES.index(canvas.claimed))
        yield Paragraph(_("The organisation itself says stage {number} ({title}).", **claimed))
    shown = [one for stage in STAGES[: reached + 1] for one in criteria.get(stage, ())]
    if shown:
        yield Points(tuple(_criterion(one, teller) for one in shown), title=_("What shows it"))
    if reached + 1 < len(STAGES):
        missing = [one for one in criteria.get(STAGES[reached + 1], ()) if not one.met]
        if missing:
            title = _("What is missing from stage {number} ({title})", **named(reached + 1))
            yield Points(tuple(_criterion(one, teller) for one in missing), title=title)


def _criterion(one: MaturityCriterion, teller: Teller) -> Said:
    """A criterion with its evidence and the day of that."""
    name = teller.said(one.text) if one.text is not None else Said(teller.nothing)
    shown = [*map(teller.said, one.evidence), *(teller.cell(teller.date(one.date)))]
    return Said(f"{name} – {', '.join(shown)}", name.language) if shown else name
