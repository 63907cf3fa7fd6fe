"""Components and parts of a course: what is marked, what it weighs and what it takes to pass it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cxkit.course import structure
from cxkit.documents.base import (
    Amount,
    ByShape,
    Count,
    Flag,
    Identifier,
    Label,
    Model,
    Number,
    Percent,
    PositiveAmount,
    SchemaOnly,
    Text,
)

Mark = Literal["points", "percent", "grade", "pass_fail", "level"]
Labels = Annotated[
    Label | tuple[Label, ...],
    ByShape("a text or a list of texts", text=Label, number=Label, list=tuple[Label, ...]),
]
"""One label or a list of them."""

Columns = Annotated[Labels, SchemaOnly(minItems=1, uniqueItems=True)]
"""One header or a list of them; a rule holds the list to be neither empty nor with one twice."""

AtLeastOne = Annotated[Count, SchemaOnly(minimum=1)]
"""A whole number that a rule holds above 0."""

Parts = Annotated[tuple["Component", ...], SchemaOnly(minItems=1)]
"""Parts of a group; a rule holds that there are any."""


class Late(Model):
    """What handing in late takes off a mark."""

    model_config = ConfigDict(json_schema_extra=structure.LATE)

    column: Label | None = Field(
        None, description="Header of the column with a lateness H:M:S or, with `due`, a submission time."
    )
    due: Label | None = Field(
        None,
        description="ISO date and time of the deadline; the column then holds submission times.",
        examples=["2020-03-01 23:59"],
    )
    per: Literal["day", "hour"] = Field(description="The unit of lateness; a begun one counts whole.")
    deduct: Percent = Field(description="Percent taken off for each unit of lateness.", examples=[10])
    of: Literal["max", "earned"] = Field(
        "max", description="Of what the percent is taken: of the maximum, or of the mark as earned."
    )
    grace: Label | None = Field(
        None, description="H:M:S taken off the lateness first.", examples=["00:15:00"]
    )
    at_most: Percent | None = Field(None, description="Largest deduction in percent.", examples=[50])
    floor: Percent | None = Field(
        None,
        description="Percent of the maximum below which the deduction does not take a mark.",
        examples=[30],
    )


class Component(Model):
    """A component of the course or a part of one; with `parts` it is a group and holds no mark itself."""

    model_config = ConfigDict(json_schema_extra=structure.COMPONENT)

    id: Annotated[Identifier, SchemaOnly(**structure.FREE_ID)] = Field(
        description="What worked tests and results call it; unique in the course and in each route.",
        examples=["exam", "report_1"],
    )
    title: Text | None = Field(
        None, description="Name for people, by which the roster's column is found; the id when left out."
    )
    weight: Amount = Field(
        Decimal(0),
        description="Share of the course or group: in percent on the course, relative in a group; "
        "0 does not count.",
        examples=[40],
    )
    mark: Mark = Field(
        "points",
        description="What the roster holds for a student: points out of `max`, a percent, a grade of the "
        "scale, pass or fail, or a level for each criterion.",
    )
    max: PositiveAmount | None = Field(
        None, description="Maximum in points: what makes 100 percent.", examples=[50]
    )
    min: Number = Field(Decimal(0), description="Lowest valid mark in points.")
    over_max: Literal["error", "cap", "allow"] | None = Field(
        None,
        description="A mark above the maximum is an error, counts as the maximum (cap) or as it is (allow). "
        "Left out: as the group says, else error.",
    )
    column: Columns | None = Field(
        None,
        description="Header in the roster; a list names the columns of several attempts. "
        "Left out: found by title or id.",
        examples=["Tentti", ["Exam", "Retake"]],
    )
    keep: Literal["best", "last"] = Field(
        "best", description="Which of several attempts counts; last is the last that is not empty."
    )
    retry_cap: Percent | None = Field(
        None, description="Percent of the maximum that an attempt after the first can reach.", examples=[80]
    )
    required: Flag = Field(False, description="A gate: the course is failed when this is not passed.")
    pass_mark: Percent | None = Field(
        None,
        description="Percent needed to pass this component; makes it required. "
        "Left out: the lowest band's limit.",
        examples=[50],
    )
    missing: Literal["zero", "skip", "fail", "incomplete"] | None = Field(
        None,
        description="What an empty mark is: worth zero, left out with its weight given to the others (skip), "
        "a fail, or no grade yet (incomplete). Left out: as the group says, "
        "fail for required pass/fail, else zero.",
    )
    extra_credit: Flag = Field(
        False, description="Adds to the percent on top; the others make 100 percent without it."
    )
    late: Late | None = Field(None, description="Deductions for late work.")
    criteria: tuple[Label, ...] = Field((), description="Ids of the criteria whose levels are marked.")
    parts: Parts = Field((), description="The parts of a group, which then holds no mark itself.")
    combine: Literal["weighted", "points", "mean", "best", "median"] | None = Field(
        None,
        description="How parts make a percent: by weights, points over maxima, the mean, best or median of "
        "percents. Left out: weighted when parts have weights, else mean.",
    )
    drop_lowest: Count | None = Field(
        None, description="How many parts are left out so that the rest gives the most.", examples=[1]
    )
    drop_highest: Count | None = Field(
        None, description="How many parts are left out so that the rest gives the least.", examples=[1]
    )
    keep_highest: AtLeastOne | None = Field(
        None, description="How many parts are kept, those that give the most.", examples=[3]
    )
    cap: Amount | None = Field(None, description="Upper limit of this component's percent.", examples=[100])

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
