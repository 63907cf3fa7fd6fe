"""The CX measurement canvas: six blocks from understanding and leadership round to the organisation."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from cxkit.canvas.data import DataItem
from cxkit.canvas.journey import Channel
from cxkit.canvas.part import CanvasDocument, Many, Notes
from cxkit.canvas.persona import PersonaEntry
from cxkit.documents.base import ByShape, Identifier, Label, Model, Text

ChannelEntry = Annotated[
    Identifier | Channel, ByShape("the id of a channel or a channel", text=Identifier, map=Channel)
]
"""A channel by the id that journeys give it, or in full."""


class LeadershipBlock(Model):
    """Block 1: what customer understanding is for."""

    why: Notes = Field((), description="Why we want customer understanding.")
    gains: Notes = Field((), description="What we gain from developing it.")
    reactions: Notes = Field((), description="How we react, and how it bears on decisions.")
    long_term: Notes = Field((), description="What it means in the long term.")
    short_term: Notes = Field((), description="What it means in the short term.")


class CustomerBlock(Model):
    """Block 2: who the customers are."""

    personas: Many[PersonaEntry] = Field((), description="Ids of personas, or personas in full.")


class MeasuredTouchpoint(Model):
    """A touchpoint in the table of block 3: what is there offline, online, and how it is measured."""

    id: Identifier = Field(description="The touchpoint's id, as in its journey.", examples=["nouto"])
    title: Text | None = Field(None, description="Name for people.")
    offline: Notes = Field((), description="How we meet on site.")
    online: Notes = Field((), description="How we meet online.")
    method: Label | None = Field(None, description="NPS, CSAT, CES, open, conversion, … or another word.")
    data: Many[Identifier] = Field((), description="Ids of the data items of block 4 collected here.")
    journey: Identifier | None = Field(None, description="Id of the journey that it belongs to.")

    @property
    def called(self) -> Text:
        """The title, or the id while there is none."""
        return self.title or Text.plain(self.id)


class PathBlock(Model):
    """Block 3: where we meet the customer."""

    channels: Many[ChannelEntry] = Field((), description="Channels in use: ids, or channels in full.")
    touchpoints: Many[MeasuredTouchpoint] = Field((), description="Touchpoints, the most important first.")


class DataBlock(Model):
    """Block 4: where the data is."""

    data: Many[DataItem] = Field((), description="Every data item, with its source and place.")


class Analysis(Model):
    """An analysis of the data."""

    id: Identifier = Field(description="Unique in the canvas.", examples=["kuukausikatsaus"])
    title: Text | None = Field(None, description="Name for people.")
    owner: Text | None = Field(None, description="Person or team responsible for it.")
    audience: Notes = Field((), description="For whom it is made.")
    data: Many[Identifier] = Field((), description="Ids of the data items that it draws on.")
    enriched_with: Notes = Field((), description="What the data is enriched with.")
    form: Notes = Field((), description="The form in which it is understood and supports decisions.")
    updates: Many[int] = Field((), description="Numbers of the blocks that it updates.", examples=[[1, 2, 6]])


class AnalysisBlock(Model):
    """Block 5: what is made of the data."""

    analyses: Many[Analysis] = Field((), description="The analyses.")


class ComparedWith(Model):
    """What customer metrics are set beside."""

    operational: Notes = Field((), description="Operational metrics.")
    business: Notes = Field((), description="Business metrics.")


class OrganisationBlock(Model):
    """Block 6: what the data changes."""

    use: Notes = Field((), description="How we use the data in our own work.")
    sharing: Notes = Field((), description="How it is shared inside.")
    changes: Notes = Field((), description="What will change in our own work.")
    reaction_time: Notes = Field((), description="How fast we react to it.")
    compared_with: ComparedWith | None = Field(None, description="Metrics set beside the customer's.")


class MeasurementBlocks(Model):
    """The six blocks."""

    leadership: LeadershipBlock | None = Field(None, description="1 Understanding and leadership.")
    customer: CustomerBlock | None = Field(None, description="2 Customer: the personas.")
    path: PathBlock | None = Field(None, description="3 Customer's service path.")
    data_place: DataBlock | None = Field(None, description="4 Place of CX data.")
    analysis: AnalysisBlock | None = Field(None, description="5 Analysis: customer understanding.")
    organisation: OrganisationBlock | None = Field(None, description="6 Understanding and organisation.")


class Measurement(CanvasDocument):
    """A CX measurement canvas."""

    model_config = ConfigDict(title="cxkit measurement file")
    KIND: ClassVar[str] = "measurement"

    blocks: MeasurementBlocks | None = Field(None, description="The six blocks.")

    @property
    def personas(self) -> tuple[str | PersonaEntry, ...]:
        """The personas of block 2: ids, or personas in full."""
        return self.blocks.customer.personas if self.blocks and self.blocks.customer else ()

    @property
    def touchpoints(self) -> tuple[MeasuredTouchpoint, ...]:
        """The touchpoints of block 3."""
        return self.blocks.path.touchpoints if self.blocks and self.blocks.path else ()

    @property
    def data_items(self) -> tuple[DataItem, ...]:
        """The data items of block 4."""
        return self.blocks.data_place.data if self.blocks and self.blocks.data_place else ()

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        """The analyses of block 5."""
        return self.blocks.analysis.analyses if self.blocks and self.blocks.analysis else ()
