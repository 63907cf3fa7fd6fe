"""Scale, bands and rounding as a course file writes them; `scale` and `limits` say what they mean."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cxkit.documents.base import ByShape, Label, Model, Number, Percent, PositiveAmount, SchemaOnly

KnownScale = Literal["0-5", "H-5", "pass-fail"]


class CustomScale(Model):
    """A scale of the course's own."""

    grades: Annotated[tuple[Label, ...], SchemaOnly(minItems=2, uniqueItems=True)] = Field(
        description="Grades from the lowest to the highest; the first is the fail.",
        examples=[["F", "E", "D", "C", "B", "A"]],
    )


class BandConditions(Model):
    """A band with conditions: the course percent and the percent of each component it names."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Percent]

    percent: Percent = Field(description="Inclusive lower limit of the course percent, 0 to 100.")

    @property
    def components(self) -> dict[str, Number]:
        """Return the least percent of each component that the grade needs, by component id."""
        return dict(self.__pydantic_extra__)


class Rounding(Model):
    """Rounding of the course percent before the bands."""

    to: PositiveAmount = Field(
        description="Step in percentage points; the percent goes to a multiple of it.", examples=[1]
    )
    mode: Literal["half_up", "floor", "ceil"] = Field(description="Which multiple is taken.")


Band = Annotated[
    Number | BandConditions,
    ByShape(
        "a percent, or a mapping with percent and the components' percents",
        number=Percent,
        map=BandConditions,
    ),
]
"""Inclusive lower limit of a grade in percent, alone or with conditions."""

Bands = Annotated[dict[str, Band], SchemaOnly(minProperties=1)]
"""Bands by the grade that begins there."""

ScaleChoice = Annotated[
    KnownScale | CustomScale,
    ByShape("0-5, H-5, pass-fail, or a mapping with grades", text=KnownScale, map=CustomScale),
]
"""A scale by its name or a list of grades."""
