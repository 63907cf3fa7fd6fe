"""The descriptive parts of a course: timetable, dates, seats, workload and written criteria."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from cxkit.documents.base import ClockTime, Count, Flag, Identifier, IsoDate, Model, Number, Text


def _as_list(value: Any) -> Any:
    """Let a single text stand for a list of one."""
    return value if isinstance(value, list | tuple) else (value,)


Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_list)]
"""One text or a list of them, each in one or several languages."""


class Period(Model):
    """First and last day, both included."""

    start: IsoDate = Field(description="First day, ISO.")
    end: IsoDate = Field(description="Last day, ISO.")


class Seats(Model):
    """How many students the course takes."""

    min: Count | None = Field(None, description="Fewest students.")
    max: Count | None = Field(None, description="Most students.")


class Session(Model):
    """One line of the timetable."""

    date: IsoDate = Field(description="Day, ISO.")
    start: ClockTime | None = Field(None, description="Local time it begins, HH:MM.")
    end: ClockTime | None = Field(None, description="Local time it ends, HH:MM.")
    place: Text | None = Field(None, description="Room or address.")
    topic: Text | None = Field(None, description="What it is about.")
    taught: Flag = Field(True, description="Whether it counts for attendance.")


class Workload(Model):
    """An activity and the hours it takes a student."""

    activity: Text = Field(description="What the student does.")
    hours: Number = Field(description="Hours for the whole course.")


class Criterion(Model):
    """A written criterion and what it describes at each grade."""

    id: Identifier = Field(description="Unique among the criteria.")
    title: Text = Field(description="Name for people.")
    levels: dict[str, Text] = Field(description="Description of each level, by grade.")
