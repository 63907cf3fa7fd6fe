"""Data items: what is collected at a touchpoint, by which method, and the figure it gave last."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from cxkit.canvas.part import Notes
from cxkit.documents.base import (
    Count,
    Identifier,
    IsoDate,
    Label,
    Model,
    Number,
    Problem,
    SchemaOnly,
    Text,
    shown,
)

METHODS = (
    "NPS", "CSAT", "CES", "open", "conversion", "analytics", "observation", "interview", "complaints",
    "sales",
)  # fmt: skip
"""Methods that have a meaning to cxkit; any other word may stand in their place."""

SCALES = {
    "NPS": (Decimal(-100), Decimal(100)),
    "CSAT": (Decimal(1), Decimal(5)),
    "CES": (Decimal(1), Decimal(7)),
    "conversion": (Decimal(0), Decimal(100)),
}
"""The scale that a method has unless a result gives its own."""

_METHODS = {method.casefold(): method for method in METHODS}


def method_meant(written: str) -> str:
    """Return the method of `METHODS` that a word is, whatever its capitals; else the word."""
    return _METHODS.get(written.strip().casefold(), written)


def scale_of(method: str | None) -> tuple[Decimal, Decimal] | None:
    """Return the scale that a method has of itself, or None."""
    return SCALES.get(method_meant(method or ""))


Scale = Annotated[tuple[Number, ...], Field(min_length=2, max_length=2)]
"""The lowest and the highest value."""


class Result(Model):
    """A measured figure, as a picture shows it."""

    value: Number | None = Field(description="The figure.", examples=[46, 3.1])
    unit: Text | None = Field(None, description="What follows the figure.", examples=["%"])
    scale: Scale | None = Field(
        None, description="Lowest and highest value; left out: that of the method, if it has one.",
        examples=[[1, 5]],
    )  # fmt: skip
    n: Count | None = Field(None, description="How many answers or events it rests on.", examples=[148])
    date: IsoDate | None = Field(None, description="Day to which it belongs.")

    @model_validator(mode="after")
    def _on_its_scale(self) -> Result:
        if self.scale is not None:
            low, high = self.scale
            if low >= high:
                raise Problem("{key} must rise", hint="Write the lowest value first.", at=("scale",))
            if self.value is not None and not low <= self.value <= high:
                raise Problem(f"{{key}} is not between {low} and {high}", at=("value",))
        return self


class DataItem(Model):
    """A piece of data about the customer experience."""

    id: Identifier = Field(description="What analyses and other canvases call it.", examples=["noutokysely"])
    item: Text | None = Field(None, description="What it is.")
    method: Annotated[Label, SchemaOnly(examples=list(METHODS))] | None = Field(
        None,
        description="How it is measured: NPS, CSAT, CES, open, conversion, analytics, … or another word.",
    )
    source: Text | None = Field(None, description="Tool or place that it comes from.")
    place: Text | None = Field(None, description="Where it is kept.")
    obtained: Text | None = Field(None, description="How it gets there.")
    decision: Notes = Field((), description="Which decisions it bears on.")
    result: Result | None = Field(None, description="The figure it gave last, for pictures.")

    @property
    def scale(self) -> tuple[Decimal, Decimal] | None:
        """Lowest and highest value: of the result, else of the method; None where there is no scale."""
        if self.result is not None and self.result.scale is not None:
            low, high = self.result.scale
            return low, high
        return scale_of(self.method)

    @model_validator(mode="after")
    def _on_the_scale_of_its_method(self) -> DataItem:
        value = self.result.value if self.result is not None else None
        if value is None or self.scale is None:
            return self
        low, high = self.scale
        if not low <= value <= high:
            raise Problem(
                f"{{key}} must be from {low} to {high}, the scale of {self.method}, not {shown(value)}",
                hint="Correct the figure; one on another scale is given with it, as in `scale: [0, 100]`.",
                at=("result", "value"),
            )
        return self
