"""The outline of a maturity canvas: the stage reached and claimed, then the criteria of each stage."""

from __future__ import annotations

from cxkit.canvas.kind import KindStage
from cxkit.canvas.maturity import Maturity, MaturityCriterion
from cxkit.report.canvas.outline_parts import Cell, Fact, Item, Paragraph, Said, Section, Table
from cxkit.report.canvas.teller import Teller


def maturity_facts(canvas: Maturity, teller: Teller) -> tuple[Fact, ...]:
    """The stage that the criteria reach, and the one that is claimed."""
    _ = teller.texts.gettext
    titles = {stage.id: stage_title(stage, teller) for stage in teller.view.kind.stages}
    reached = titles[canvas.reached] if canvas.reached is not None else Said(_("none yet"))
    facts = [Fact(_("Stage reached"), (reached,))]
    if canvas.claimed is not None:
        facts.append(Fact(_("Stage claimed"), (titles[canvas.claimed],)))
    return tuple(facts)


def stage_title(stage: KindStage, teller: Teller) -> Said:
    """Return the title of a stage after its number."""
    title = teller.said(stage.title)
    return Said(f"{stage.n} {title}", title.language)


def maturity_sections(canvas: Maturity, teller: Teller) -> tuple[Section, ...]:
    """A section for each of the four stages, the lowest first."""
    criteria: dict[str, tuple[MaturityCriterion, ...]] = {one.id: one.criteria for one in canvas.stages}
    return tuple(_stage(stage, criteria.get(stage.id, ()), teller) for stage in teller.view.kind.stages)


def _stage(stage: KindStage, criteria: tuple[MaturityCriterion, ...], teller: Teller) -> Section:
    _ = teller.texts.gettext
    about = teller.facts(
        ((_("What marks the stage"), stage.marks), (_("Good to know"), stage.note)), filled=True
    )
    items: list[Item] = [*about]
    if criteria:
        rows = tuple(_criterion(one, teller) for one in criteria)
        items.append(Table((_("Criterion"), _("Met"), _("Evidence"), _("Date")), rows))
    else:
        items.append(Paragraph(teller.nothing, quiet=True))
    question = teller.question(stage, answered=bool(criteria))
    return Section(stage_title(stage, teller), tuple(items), question=question)


def _criterion(one: MaturityCriterion, teller: Teller) -> tuple[Cell, ...]:
    _ = teller.texts.gettext
    met = {True: _("yes"), False: _("no"), None: None}[one.met]
    return (
        teller.cell(one.text),
        teller.cell(met),
        teller.cell(one.evidence),
        teller.cell(teller.date(one.date)),
    )
