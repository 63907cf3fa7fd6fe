"""The descriptive parts of a course: timetable, dates, seats, workload and written criteria."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from cxkit.documents.base import (
    Amount,
    ByShape,
    ClockTime,
    Count,
    Flag,
    Identifier,
    IsoDate,
    Model,
    Problem,
    Text,
    shown,
)
from cxkit.documents.codes import Code
from cxkit.documents.scalars import is_language
from cxkit.documents.slips import is_curly


def _as_list(value: Any) -> Any:
    """Let a single text stand for a list of one. Raises `Problem` for a mapping that is no text."""
    if isinstance(value, dict) and value and not any(is_language(key) or is_curly(key) for key in value):
        raise Problem(
            f"{{key}} must be a text or a list of texts, not a mapping with {shown(next(iter(value)))}",
            code=Code.BAD_TEXT,
            hint="Write `one text` or `[one text, another]`; in several languages `{fi: …, en: …}`.",
        )
    return value if isinstance(value, list | tuple) else (value,)


_Written = Annotated[
    Text | tuple[Text, ...], ByShape("a text or a list of texts", text=Text, list=tuple[Text, ...])
]

Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_list, json_schema_input_type=_Written)]
"""One text or a list of them, each in one or several languages."""


class Period(Model):
    """First and last day, both included."""

    start: IsoDate = Field(description="First day.", examples=["2020-01-20"])
    end: IsoDate = Field(description="Last day, included.", examples=["2020-03-20"])


class Seats(Model):
    """How many students the course takes."""

    min: Count | None = Field(None, description="Fewest students.")
    max: Count | None = Field(None, description="Most students.")


class Session(Model):
    """One line of the timetable."""

    date: IsoDate = Field(description="Day of the session.", examples=["2020-02-04"])
    start: ClockTime | None = Field(None, description="Local time at which it begins.", examples=["16:45"])
    end: ClockTime | None = Field(None, description="Local time at which it ends.", examples=["19:50"])
    place: Text | None = Field(None, description="Room or address.")
    topic: Text | None = Field(None, description="What it is about.")
    taught: Flag = Field(True, description="false: it is in the timetable but does not count for attendance.")


class Workload(Model):
    """An activity and the hours it takes a student."""

    activity: Text = Field(description="What the student does.")
    hours: Amount = Field(description="Hours for the whole course.", examples=[24])


class Criterion(Model):
    """A written criterion and what it describes at each grade."""

    id: Identifier = Field(description="Unique among the criteria.")
    title: Text = Field(description="Name for people.")
    levels: dict[str, Text] = Field(description="What a student does at each level, by grade: 1, 3, 5.")
