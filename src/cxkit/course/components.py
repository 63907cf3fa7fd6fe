"""Components and parts of a course: what is marked, what it weighs and what it takes to pass it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from cxkit.documents.base import ByShape, Count, Flag, Identifier, Label, Model, Number, Text

Mark = Literal["points", "percent", "grade", "pass_fail", "level"]
Labels = Annotated[
    Label | tuple[Label, ...],
    ByShape("a text or a list of texts", text=Label, number=Label, list=tuple[Label, ...]),
]
"""One label or a list of them."""


class Late(Model):
    """What handing in late takes off a mark."""

    column: Label | None = Field(None, description="Column with a lateness H:M:S or a submission time.")
    due: Label | None = Field(None, description="ISO date and time; the column then holds submission times.")
    per: Literal["day", "hour"] = Field(description="The unit of lateness; a begun one counts whole.")
    deduct: Number = Field(description="Percent taken off for each unit.")
    of: Literal["max", "earned"] = Field("max", description="Of what the percent is taken.")
    grace: Label | None = Field(None, description="H:M:S taken off the lateness first.")
    at_most: Number | None = Field(None, description="Largest deduction in percent.")
    floor: Number | None = Field(
        None, description="Percent of the maximum below which the deduction does not take a mark."
    )


class Component(Model):
    """A component of the course or a part of one; with `parts` it is a group and holds no mark itself."""

    id: Identifier = Field(description="Unique in the course and in each route.")
    title: Text | None = Field(None, description="Name for people; the id when left out.")
    weight: Number = Field(
        Decimal(0), description="Share of the course or group: percent, or relative; 0 does not count."
    )
    mark: Mark = Field("points", description="What the roster holds for a student.")
    max: Number | None = Field(None, description="Maximum in points: 100 percent.")
    min: Number = Field(Decimal(0), description="Lowest valid mark in points.")
    over_max: Literal["error", "cap", "allow"] | None = Field(
        None, description="What a mark above the maximum is; default: the group's, else an error."
    )
    column: Labels | None = Field(
        None, description="Header in the roster, or a list of them for attempts; default: title or id."
    )
    keep: Literal["best", "last"] = Field("best", description="Which attempt counts.")
    retry_cap: Number | None = Field(
        None, description="Percent of the maximum that an attempt after the first can reach."
    )
    required: Flag = Field(False, description="The course is failed when this is not passed.")
    pass_mark: Number | None = Field(
        None, description="Percent needed to pass; default: the lowest band's limit. Makes it required."
    )
    missing: Literal["zero", "skip", "fail", "incomplete"] | None = Field(
        None,
        description="What an empty mark is; default: the group's, fail for required pass/fail, else zero.",
    )
    extra_credit: Flag = Field(False, description="Comes on top and is not in the denominator.")
    late: Late | None = Field(None, description="Deductions for late work.")
    criteria: tuple[Label, ...] = Field((), description="Ids of the criteria whose levels are marked.")
    parts: tuple[Component, ...] = Field((), description="The parts of a group; empty for a mark.")
    combine: Literal["weighted", "points", "mean", "best", "median"] | None = Field(
        None, description="How parts make a percent; default: weighted when parts have weights, else mean."
    )
    drop_lowest: Count | None = Field(None, description="How many of the worst parts are left out.")
    drop_highest: Count | None = Field(None, description="How many of the best parts are left out.")
    keep_highest: Count | None = Field(None, description="How many of the best parts are kept.")
    cap: Number | None = Field(None, description="Upper limit of this component's percent.")

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the headers that the file names, one an attempt; empty when it names none."""
        if self.column is None:
            return ()
        return self.column if isinstance(self.column, tuple) else (self.column,)

    @property
    def combined_by(self) -> str:
        """Return how a group combines its parts, with the default resolved."""
        if self.combine is not None:
            return self.combine
        return "weighted" if any(part.weight for part in self.parts if not part.extra_credit) else "mean"
