"""The CX strategy: vision, must-win battles, exclusions, rolling review, and the OKRs that carry them out."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict, Field

from cxkit.canvas.part import CanvasDocument, Many, Notes
from cxkit.documents.base import Identifier, IsoDate, Model, Number, Text


class Battle(Model):
    """A must-win battle."""

    id: Identifier = Field(description="What OKRs call it.", examples=["nouto"])
    title: Text | None = Field(None, description="What has to be won.")
    why: Notes = Field((), description="Why it has to be won.")

    @property
    def called(self) -> Text:
        """The title, or the id while there is none."""
        return self.title or Text.plain(self.id)


class Review(Model):
    """When the strategy is looked over."""

    next: IsoDate | None = Field(None, description="Day of the next review.", examples=["2026-09-01"])
    rhythm: Text | None = Field(None, description="How often it is reviewed.")


class KeyResult(Model):
    """A key result: a metric with where it starts and where it is to go."""

    text: Text | None = Field(description="What is measured.")
    start: Number | None = Field(None, description="Value at the start.")
    target: Number | None = Field(None, description="Value to reach.")
    current: Number | None = Field(None, description="Value now.")
    unit: Text | None = Field(None, description="Unit of the values.")


class Okr(Model):
    """An objective of a unit or team with its key results and actions."""

    id: Identifier = Field(description="What opportunities call it.", examples=["okr-nouto"])
    unit: Text | None = Field(None, description="The unit whose objective it is.")
    team: Text | None = Field(None, description="The team whose objective it is.")
    objective: Text | None = Field(None, description="What is to be reached.")
    key_results: Many[KeyResult] = Field((), description="By which metrics it shows.")
    actions: Notes = Field((), description="What is done for it.")
    battle: Identifier | None = Field(None, description="Id of the must-win battle that it serves.")


class Strategy(CanvasDocument):
    """A CX strategy."""

    model_config = ConfigDict(title="cxkit strategy file")
    KIND: ClassVar[str] = "strategy"

    vision: Notes = Field((), description="The one shared vision.")
    battles: Many[Battle] = Field((), description="Three to five must-win battles.")
    exclusions: Notes = Field((), description="What is left out.")
    review: Review | None = Field(None, description="The rolling review.")
    okrs: Many[Okr] = Field((), description="Objectives and key results of units and teams.")
