"""A maturity canvas as a page shows it: four steps, each with the criteria that it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from cxkit.canvas.kind import KindStage
from cxkit.canvas.maturity import STAGES, Maturity, MaturityCriterion
from cxkit.report.canvas.html_text import Wording
from cxkit.report.canvas.view import View


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion: whether it is met (yes, no, open), that in words, and what shows it."""

    met: str
    text: Markup
    said: str
    evidence: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of maturity; ``below`` tells that it is the one reached, or below that."""

    number: int
    title: Markup
    marks: tuple[Markup, ...]
    criteria: tuple[Criterion, ...]
    question: Markup
    note: Markup
    below: bool
    reached: bool
    claimed: bool


def steps(view: View[Maturity], wording: Wording) -> tuple[Step, ...]:
    """Return the stages from the lowest."""
    held = {stage.id: stage.criteria for stage in view.canvas.stages}
    top = STAGES.index(view.canvas.reached) if view.canvas.reached is not None else -1
    return tuple(
        _step(view, wording, stage, held.get(stage.id, ()), top) for stage in view.kind.stages  # type: ignore[call-overload]
    )  # fmt: skip


def _step(
    view: View[Maturity],
    wording: Wording,
    stage: KindStage,
    criteria: tuple[MaturityCriterion, ...],
    top: int,
) -> Step:
    return Step(
        number=stage.n,
        title=wording.title(stage.title),
        marks=tuple(wording.all(stage.marks)),
        criteria=tuple(_criterion(view, wording, one) for one in criteria),
        question=wording.write(stage.question),
        note=wording.write(stage.note),
        below=stage.n <= top + 1,
        reached=stage.n == top + 1,
        claimed=view.canvas.claimed == stage.id,
    )


def _criterion(view: View[Maturity], wording: Wording, one: MaturityCriterion) -> Criterion:
    _ = view.texts.gettext
    said = {True: _("met"), False: _("not met"), None: _("not judged yet")}[one.met]
    if one.date is not None:
        said += f", {view.texts.date(one.date)}"
    met = {True: "yes", False: "no", None: "open"}[one.met]
    return Criterion(met, wording.write(one.text), said, tuple(wording.all(one.evidence)))
