"""The customer journey: stages with their touchpoints, and the lanes of a service blueprint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from cxkit.canvas.data import DataItem
from cxkit.canvas.part import CanvasDocument, Many, Notes
from cxkit.canvas.persona import PersonaEntry, ids_of
from cxkit.documents.base import (
    ByShape,
    Flag,
    Identifier,
    Model,
    Number,
    Problem,
    SchemaOnly,
    Text,
    shown,
)
from cxkit.documents.codes import Code
from cxkit.documents.document import Path_

Mode = Literal["offline", "online", "both"]
Phase = Literal["pre_purchase", "purchase", "post_purchase"]
PHASES: tuple[Phase, ...] = ("pre_purchase", "purchase", "post_purchase")
Emotion = Annotated[int, Field(ge=-2, le=2)]


def _no_number_in_two(emotions: dict[str, int | None]) -> dict[str, int | None]:
    """Refuse what a decimal comma makes of a number in braces: `{aino: -1,5}` has the keys `aino` and `5`."""
    for key, value in emotions.items():
        if value is None and key.isdigit():
            raise Problem(
                f"{shown(key)} is no persona",
                code=Code.UNKNOWN_KEY,
                hint="If it belongs to a number with a decimal comma, write a whole number from -2 to 2.",
                at=(key,),
                at_key=True,
            )
    return emotions


EachEmotion = Annotated[dict[str, Emotion | None], AfterValidator(_no_number_in_two)]
Emotions = Annotated[
    Emotion | EachEmotion,
    ByShape("a whole number, or one for each persona", number=Emotion, map=EachEmotion),
]
"""One feeling of all personas, or one for each by its id."""

Share = Annotated[Number, Field(ge=0, le=100), SchemaOnly(minimum=0, maximum=100)]
"""A judgement from 0 to 100."""


class Channel(Model):
    """A channel through which the organisation serves."""

    id: Identifier = Field(description="What touchpoints call it.", examples=["web"])
    title: Text | None = Field(None, description="Name for people.")
    mode: Mode | None = Field(None, description="offline, online or both.")

    @property
    def called(self) -> Text:
        """The title, or the id while there is none."""
        return self.title or Text.plain(self.id)


class Opportunity(Model):
    """Something that could be done better."""

    text: Text | None = Field(description="What could be done.")
    customer_value: Share | None = Field(None, description="Value to the customer, 0-100.", examples=[80])
    business_value: Share | None = Field(None, description="Value to the business, 0-100.", examples=[40])
    effort: Annotated[int, Field(ge=0, le=5)] | None = Field(
        None, description="Effort, from 0 for none to 5 for very much.", examples=[2]
    )
    objective: Identifier | None = Field(None, description="Id of the OKR that it serves.")


class Lanes(Model):
    """What the service does at a touchpoint, lane by lane of the blueprint."""

    evidence: Notes = Field((), description="What the customer sees or holds.")
    frontstage: Notes = Field((), description="What staff does in the customer's sight.")
    frontstage_tech: Notes = Field((), description="Devices and systems that the customer uses.")
    backstage: Notes = Field((), description="What is done out of the customer's sight.")
    support: Notes = Field((), description="Work of other units and partners that it rests on.")


class Touchpoint(Model):
    """A point at which the customer meets the service."""

    id: Identifier = Field(description="Unique in the journey.", examples=["search_engine"])
    title: Text | None = Field(None, description="Name for people.")
    channel: Identifier | None = Field(None, description="Id of one of the journey's channels.")
    mode: Mode | None = Field(None, description="offline, online or both; left out: as the channel is.")
    ownership: Literal["brand", "partner", "customer", "social"] | None = Field(
        None, description="To whom it belongs: us, a partner, the customer, or others (social)."
    )
    owner: Text | None = Field(None, description="Team or person responsible for it.")
    importance: Annotated[int, Field(ge=1, le=5)] | None = Field(
        None, description="How much it matters, 1-5.", examples=[4]
    )
    critical: Flag | None = Field(None, description="true: it decides the experience.")
    action: Notes = Field((), description="What the customer does.")
    thoughts: Notes = Field((), description="What goes through the customer's mind.")
    emotion: Emotions | None = Field(
        None,
        description="How it feels, from -2 to 2; or a number for each persona, by its id.",
        examples=[-1, {"aino": 1, "veikko": -2}],
    )
    benefits: Notes = Field((), description="What the customer gets.")
    sacrifices: Notes = Field((), description="What it takes from the customer.")
    pains: Notes = Field((), description="What goes wrong or grates.")
    opportunities: Many[Opportunity] = Field((), description="What could be done better.")
    lanes: Lanes | None = Field(None, description="Lanes of the service blueprint.")
    data: (
        Annotated[
            Literal["none"] | tuple[DataItem, ...],
            ByShape("a list of data items, or none", text=Literal["none"], list=tuple[DataItem, ...]),
        ]
        | None
    ) = Field(None, description="Data collected here; `none`, with `why`, where there is to be none.")
    why: Text | None = Field(None, description="Why no data is collected: goes with `data: none`.")
    evidence: Literal["data", "interview", "assumption"] | None = Field(
        None, description="What this description rests on."
    )
    notes: Notes = Field((), description="Whatever has no place of its own.")

    @property
    def called(self) -> Text:
        """The title, or the id while there is none."""
        return self.title or Text.plain(self.id)

    @property
    def data_items(self) -> tuple[DataItem, ...]:
        """The data collected here; none where that is said, or not known."""
        return self.data if isinstance(self.data, tuple) else ()

    def feeling(self, persona: str | None = None) -> int | None:
        """Return the emotion of a persona, or the one that all share; None when nothing is known."""
        if isinstance(self.emotion, dict):
            return self.emotion.get(persona) if persona is not None else None
        return self.emotion

    @property
    def feelings(self) -> tuple[int, ...]:
        """Every emotion that is known here."""
        if isinstance(self.emotion, dict):
            return tuple(value for value in self.emotion.values() if value is not None)
        return () if self.emotion is None else (self.emotion,)


class Stage(Model):
    """A stage of the journey."""

    id: Identifier = Field(description="Unique in the journey.", examples=["search"])
    title: Text | None = Field(None, description="Name for people.")
    phase: Phase | None = Field(None, description="Phase of the customer relationship.")
    touchpoints: Many[Touchpoint] = Field((), description="The touchpoints, in the order of the journey.")
    notes: Notes = Field((), description="Whatever has no place of its own.")

    @property
    def called(self) -> Text:
        """The title, or the id while there is none."""
        return self.title or Text.plain(self.id)


class Journey(CanvasDocument):
    """A customer journey."""

    model_config = ConfigDict(title="cxkit journey file")
    KIND: ClassVar[str] = "journey"

    state: Literal["current", "future"] | None = Field(
        None, description="current: as it is today; future: as it is meant to be."
    )
    goal: Text | None = Field(None, description="What the customer wants to get done.")
    scenario: Text | None = Field(None, description="The situation in which the journey begins.")
    type: Literal["core", "variation", "exception"] | None = Field(
        None, description="The core journey, a variation of it, or an exception."
    )
    based_on: Identifier | None = Field(
        None, description="Id of the core journey, for a variation or an exception."
    )
    turned_round: Notes = Field((), description="For an exception: how it becomes a good experience.")
    personas: Many[PersonaEntry] = Field(
        (), description="Whose journey it is: ids of personas, or personas in full.", examples=[["aino"]]
    )
    channels: Many[Channel] = Field((), description="Channels in which the organisation serves.")
    stages: Many[Stage] = Field((), description="The stages, in their order.")

    @property
    def persona_ids(self) -> tuple[str, ...]:
        """The ids of the personas, in their order."""
        return ids_of(self.personas)

    def touchpoints(self) -> Iterator[tuple[Path_, Stage, Touchpoint]]:
        """Yield every touchpoint in order, with its path in the document and its stage."""
        for number, stage in enumerate(self.stages):
            for place, touchpoint in enumerate(stage.touchpoints):
                yield ("stages", number, "touchpoints", place), stage, touchpoint

    def channel_of(self, touchpoint: Touchpoint) -> Channel | None:
        """Return the channel of a touchpoint, if it is among the journey's channels."""
        return {channel.id: channel for channel in self.channels}.get(touchpoint.channel or "")

    def mode_of(self, touchpoint: Touchpoint) -> Mode | None:
        """Return whether a touchpoint is offline, online or both: as it says itself, or as its channel."""
        if touchpoint.mode is not None:
            return touchpoint.mode
        channel = self.channel_of(touchpoint)
        return channel.mode if channel is not None else None

    @model_validator(mode="after")
    def _ids_once(self) -> Journey:
        places: list[tuple[Path_, str, str]] = [
            (("channels", number), "channel", one.id) for number, one in enumerate(self.channels)
        ]
        places += [(("stages", number), "stage", one.id) for number, one in enumerate(self.stages)]
        places += [(path, "touchpoint", one.id) for path, _, one in self.touchpoints()]
        seen: set[tuple[str, str]] = set()
        for path, what, name in places:
            if (what, name) in seen:
                message = f"There is another {what} with the id `{name}`"
                raise Problem(message, hint="Give each its own id.", at=(*path, "id"))
            seen.add((what, name))
        return self
