"""CX maturity: criteria with evidence for each of four stages, and the stage that they reach."""

from __future__ import annotations

from itertools import takewhile
from typing import ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator

from cxkit.canvas.part import CanvasDocument, Many, Notes
from cxkit.documents.base import Flag, IsoDate, Model, Problem, Text

StageId = Literal["understand", "engage", "strategic", "culture"]
STAGES: tuple[StageId, ...] = ("understand", "engage", "strategic", "culture")
"""The stages from the lowest."""


class MaturityCriterion(Model):
    """What has to be so for a stage."""

    text: Text | None = Field(description="What has to be so.")
    met: Flag | None = Field(None, description="true: it is so.")
    evidence: Notes = Field((), description="What shows it.")
    date: IsoDate | None = Field(None, description="Day of the evidence.")


class MaturityStage(Model):
    """A stage with its criteria."""

    id: StageId = Field(description="The stage.")
    criteria: Many[MaturityCriterion] = Field((), description="What has to be so for the stage.")

    @property
    def met(self) -> bool:
        """Whether the stage has criteria, and every one of them is met."""
        return bool(self.criteria) and all(one.met for one in self.criteria)


class Maturity(CanvasDocument):
    """A CX maturity canvas."""

    model_config = ConfigDict(title="cxkit maturity file")
    KIND: ClassVar[str] = "maturity"

    stages: Many[MaturityStage] = Field((), description="The stages, each with its criteria.")
    claimed: StageId | None = Field(None, description="The stage that the organisation says it has reached.")

    @property
    def reached(self) -> StageId | None:
        """The highest stage that is met together with all below it; None when the first is not."""
        met = {stage.id for stage in self.stages if stage.met}
        together = list(takewhile(met.__contains__, STAGES))
        return together[-1] if together else None

    @model_validator(mode="after")
    def _stages_once(self) -> Maturity:
        seen: set[str] = set()
        for number, stage in enumerate(self.stages):
            if stage.id in seen:
                at = ("stages", number, "id")
                raise Problem(f"The stage `{stage.id}` stands twice", hint="Join the two.", at=at)
            seen.add(stage.id)
        return self
