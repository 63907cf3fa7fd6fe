"""The CX plan: the systematic operating model with its people, time, money and critical points."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict, Field

from cxkit.canvas.part import CanvasDocument, Many, Notes
from cxkit.documents.base import Identifier, Model, Text


class CriticalPoint(Model):
    """A point that decides the experience, and the metrics that follow it."""

    touchpoint: Identifier | None = Field(None, description="Id of a touchpoint.", examples=["nouto"])
    title: Text | None = Field(None, description="Name for people, where there is no touchpoint.")
    metric: Notes = Field((), description="The customer's metric.")
    operational: Notes = Field((), description="The operational metric beside it.")
    business: Notes = Field((), description="The business metric beside it.")


class Incentive(Model):
    """A reward or process, and what it pulls against."""

    text: Text | None = Field(description="The reward or process.")
    against: Notes = Field((), description="The customer expectation that it works against, if any.")


class Communication(Model):
    """Who hears of the plan, and how."""

    internal: Notes = Field((), description="Functions of the organisation.")
    partners: Notes = Field((), description="Partners.")
    customers: Notes = Field((), description="Customers.")


class Ecosystem(Model):
    """Of what the experience is made."""

    organisation: Notes = Field((), description="Functions and units.")
    people: Notes = Field((), description="People, where that says more than `organisation`.")
    partners: Notes = Field((), description="Partners.")
    premises: Notes = Field((), description="Premises.")
    applications: Notes = Field((), description="Applications.")


class Programme(CanvasDocument):
    """A CX plan; its `owner` is the team or person who answers for it."""

    model_config = ConfigDict(title="cxkit programme file")
    KIND: ClassVar[str] = "programme"

    goal: Notes = Field((), description="What is to be achieved.")
    for_whom: Notes = Field((), description="Whose experience gets better.")
    core_journey: Identifier | None = Field(None, description="Id of the journey that every customer walks.")
    critical_points: Many[CriticalPoint] = Field((), description="Points that decide, and their metrics.")
    steps: Notes = Field((), description="What is done, in its order.")
    resources: Notes = Field((), description="Who does it and with what.")
    time: Notes = Field((), description="When it begins and is done.")
    investment: Notes = Field((), description="How much money goes into it.")
    business_value: Notes = Field((), description="How it shows in the result.")
    incentives: Many[Incentive] = Field((), description="Rewards and processes that bear on the aim.")
    systems: Notes = Field((), description="Systems in which customer data moves.")
    communication: Communication | None = Field(None, description="Who hears of it, and how.")
    ecosystem: Ecosystem | None = Field(None, description="Of what the experience is made.")
    customers_take_part: Notes = Field((), description="How customers take part in the development.")
